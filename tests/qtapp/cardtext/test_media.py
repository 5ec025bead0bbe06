"""Card text opens images inside its folder, and nothing else on this machine or another."""

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from qtapp.cardtext.media import loaded_image, media_path


@pytest.fixture
def folder(tmp_path: Path, qapp: QApplication) -> Path:
    inside = tmp_path / "course"
    (inside / "img").mkdir(parents=True)
    for path in (inside / "a b.png", inside / "img" / "c.PNG", tmp_path / "secret.png"):
        image = QImage(8, 4, QImage.Format.Format_RGB32)
        image.fill(0)
        assert image.save(str(path))
    (inside / "page.html").write_text("<b>")
    (inside / "fake.png").write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>')
    (inside / "drawing.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>')
    (inside / "out.png").symlink_to(tmp_path / "secret.png")
    (inside / "away").symlink_to(tmp_path)
    (inside / "in.png").symlink_to(inside / "a b.png")
    return inside


@pytest.mark.parametrize("source", ["a%20b.png", "a b.png", "img/c.PNG", "./img/c.PNG", "in.png"])
def test_images_inside_the_folder_are_found(folder: Path, source: str) -> None:
    path = media_path(source, folder)
    assert path is not None
    image = loaded_image(path)
    assert image is not None
    assert image.width() == 8


@pytest.mark.parametrize(
    "source",
    [
        "",
        "../secret.png",
        "img/../../secret.png",
        "%2e%2e/secret.png",
        "..\\secret.png",
        "out.png",
        "away/secret.png",
        "/etc/passwd",
        "//host/share.png",
        "C:/x.png",
        "file://localhost/etc/passwd",
        "http://example.org/x.png",
        "https://example.org/x.png",
        "data:image/png;base64,AAAA",
        "qrc:/x.png",
        ":/x.png",
        "page.html",
        "drawing.svg",
        "missing.png",
        "img",
        "a\0b.png",
    ],
)
def test_everything_else_is_refused(folder: Path, source: str) -> None:
    assert media_path(source, folder) is None


def test_absolute_paths_are_refused_even_inside(folder: Path) -> None:
    assert media_path(str(folder / "in.png"), folder) is None


def test_without_a_folder_there_are_no_images() -> None:
    assert media_path("a.png", None) is None


def test_a_file_that_is_no_image_of_its_kind_is_not_shown(folder: Path) -> None:
    path = media_path("fake.png", folder)
    assert path is not None
    assert loaded_image(path) is None
