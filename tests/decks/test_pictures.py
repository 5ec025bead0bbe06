"""The images of a chapter's file: which come along, and why others do not."""

import hashlib
import os
from contextlib import suppress
from pathlib import Path, PurePosixPath

import pytest

from decks.bundled import bundled_course
from decks.errors import DeckError
from decks.model import Picture
from decks.picture_files import LARGEST_BYTES, read_picture
from decks.read import read_chapter, read_course
from decks.rules import Rule
from decks.sources import read_source
from tests.decks.chapters import EXAMPLE
from tests.decks.pictures import png, put

RED = png(255, 0, 0)
IMAGES = "\n![a](courbe.png)\n![b](<sous/deux mots.gif>) ![c](courbe.png)\n"
GIF = b"GIF89a" + bytes(30)


def warnings_of(path: Path) -> list[tuple[int, str, str]]:
    return [(w.line, w.rule, w.found) for w in read_source(path).warnings]


def test_the_images_of_a_chapter_come_with_it(tmp_path: Path) -> None:
    put(tmp_path / "courbe.png", RED)
    put(tmp_path / "sous" / "deux mots.gif", GIF)
    put(tmp_path / "autre.png", RED)  # no text shows it
    source = read_source(put(tmp_path / "chapter.md", EXAMPLE + IMAGES))
    assert source.warnings == ()
    names_and_bytes = (("courbe.png", RED), ("sous/deux mots.gif", GIF))
    assert source.chapter.pictures == tuple(
        Picture(PurePosixPath(name), tmp_path, hashlib.sha256(data).hexdigest(), len(data))
        for name, data in names_and_bytes
    )


def test_a_missing_image_is_a_warning_at_its_line(tmp_path: Path) -> None:
    put(tmp_path / "courbe.png", RED)
    path = put(tmp_path / "chapter.md", EXAMPLE + IMAGES)
    line = EXAMPLE.count("\n") + 3
    assert warnings_of(path) == [(line, Rule.IMAGE_MISSING, "sous/deux mots.gif")]
    assert [p.path.name for p in read_source(path).chapter.pictures] == ["courbe.png"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("above", ["Le début.\n", "de ReLU ?", "sa famille"])
def test_the_line_is_that_of_the_image_wherever_it_stands(
    tmp_path: Path, above: str, end: str
) -> None:
    """In the chapter's text, below a note's heading, or below a section's."""
    image = "![a](vide%20%C3%A9t%C3%A9.png)"
    at = EXAMPLE.index("\n\n", EXAMPLE.index(above)) + 2
    text = EXAMPLE[:at] + f"Voici :\n{image}\n\n" + EXAMPLE[at:]
    line = text[: text.index(image)].count("\n") + 1
    path = put(tmp_path / "chapter.md", text.replace("\n", end))
    assert warnings_of(path) == [(line, Rule.IMAGE_MISSING, "vide été.png")]


def test_an_author_is_told_of_a_missing_image_as_of_any_mistake(tmp_path: Path) -> None:
    path = put(tmp_path / "chapter.md", EXAMPLE + IMAGES)
    with pytest.raises(DeckError) as caught:
        read_chapter(path)
    assert [problem.rule for problem in caught.value.problems] == [Rule.IMAGE_MISSING] * 2


def test_a_course_does_without_the_images_that_it_lacks(tmp_path: Path) -> None:
    put(tmp_path / "01-a" / "courbe.png", RED)
    put(tmp_path / "01-a" / "chapter.md", EXAMPLE + IMAGES)
    (chapter,) = read_course(tmp_path)
    assert [picture.path.name for picture in chapter.pictures] == ["courbe.png"]


def test_the_course_that_comes_with_the_app_has_all_its_images() -> None:
    for path in bundled_course().glob("*/chapter.md"):
        assert read_chapter(path).id


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.png", b""),
        ("a.png", b"\xff\xd8\xff" + bytes(20)),  # a JPEG by another name
        ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
        ("a.png", b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
        ("a.webp", b"RIFF\0\0\0\0WAVEfmt "),
        ("a.txt", RED),
        ("a", RED),
    ],
)
def test_what_is_no_image_that_we_show_is_refused(tmp_path: Path, name: str, data: bytes) -> None:
    put(tmp_path / name, data)
    assert rule_of(tmp_path, name) == Rule.IMAGE_KIND


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.PNG", RED),
        ("a.jpg", b"\xff\xd8\xff\xe0"),
        ("a.jpeg", b"\xff\xd8\xff\xe1"),
        ("a.gif", b"GIF87a"),
        ("a.bmp", b"BM"),
        ("a.webp", b"RIFF\0\0\0\0WEBPVP8 "),
    ],
)
def test_the_kinds_that_we_show_are_read(tmp_path: Path, name: str, data: bytes) -> None:
    """First bytes as in each format's specification."""
    put(tmp_path / name, data)
    assert read_picture(tmp_path, PurePosixPath(name)) == data


def test_an_image_may_have_so_many_bytes_and_no_more(tmp_path: Path) -> None:
    put(tmp_path / "a.png", RED + bytes(LARGEST_BYTES - len(RED)))
    assert len(read_picture(tmp_path, PurePosixPath("a.png"))) == 10_000_000
    with (tmp_path / "a.png").open("ab") as file:
        file.write(b"\0")
    assert rule_of(tmp_path, "a.png") == Rule.IMAGE_TOO_LARGE


def test_what_is_no_file_is_missing(tmp_path: Path) -> None:
    (tmp_path / "a.png").mkdir()
    assert rule_of(tmp_path, "a.png") == Rule.IMAGE_MISSING
    put(tmp_path / "file", "")
    assert rule_of(tmp_path, "file/a.png") == Rule.IMAGE_MISSING
    assert rule_of(tmp_path / "none", "a.png") == Rule.IMAGE_MISSING
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe.png")  # reading it would wait for a writer
        assert rule_of(tmp_path, "pipe.png") == Rule.IMAGE_MISSING


@pytest.mark.parametrize("target", ["../secret.png", "{}/secret.png"])
def test_a_link_that_leads_out_is_not_followed(tmp_path: Path, target: str) -> None:
    put(tmp_path / "secret.png", RED)
    path = put(tmp_path / "course" / "chapter.md", EXAMPLE + "\n![a](a.png)\n")
    with suppress(OSError):  # Windows lets few users make links; the image is missing then anyway
        (path.parent / "a.png").symlink_to(target.format(tmp_path))
    assert [w[1] for w in warnings_of(path)] == [Rule.IMAGE_MISSING]
    assert read_source(path).chapter.pictures == ()


def test_a_folder_behind_a_link_is_not_followed_out(tmp_path: Path) -> None:
    put(tmp_path / "secret" / "a.png", RED)
    (tmp_path / "course").mkdir()
    with suppress(OSError):
        (tmp_path / "course" / "sous").symlink_to(tmp_path / "secret")
    assert rule_of(tmp_path / "course", "sous/a.png") == Rule.IMAGE_MISSING


def test_links_inside_the_folder_are_followed(tmp_path: Path) -> None:
    put(tmp_path / "course" / "b.png", RED)
    try:
        (tmp_path / "course" / "a.png").symlink_to("b.png")
        (tmp_path / "link").symlink_to(tmp_path / "course")
    except OSError:
        pytest.skip("no links here")
    assert read_picture(tmp_path / "link", PurePosixPath("a.png")) == RED


def test_links_in_a_circle_are_told(tmp_path: Path) -> None:
    try:
        (tmp_path / "a.png").symlink_to("b.png")
        (tmp_path / "b.png").symlink_to("a.png")
    except OSError:
        pytest.skip("no links here")
    assert rule_of(tmp_path, "a.png") == Rule.IMAGE_UNREADABLE


def test_an_image_that_may_not_be_read_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path / "a.png", RED)

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")  # root may read anything: no chmod here

    monkeypatch.setattr(Path, "open", refuse)
    assert rule_of(tmp_path, "a.png") == Rule.IMAGE_UNREADABLE


def rule_of(folder: Path, name: str) -> str:
    with pytest.raises(DeckError) as caught:
        read_picture(folder, PurePosixPath(name))
    (problem,) = caught.value.problems
    assert problem.found == name
    return problem.rule
