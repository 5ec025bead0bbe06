"""Imported text does nothing: whatever it says, nothing is loaded, run or followed."""

from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QImage

from qtapp.cardtext import inline
from qtapp.cardtext.document import CardDocument
from tests.qtapp.cardtext.conftest import MakeText
from tests.qtapp.cardtext.pixels import painted

HOSTILE = [
    "![x](http://example.org/x.png)",
    "![x](https://example.org/x.png)",
    "![x](../outside.png)",
    "![x](file://localhost/etc/passwd)",
    "![x](data:image/png;base64,iVBORw0KGgo=)",
    "![x](/etc/passwd)",
    '<img src="http://example.org/x.png">',
    '<img src="outside.png">',
    "<script>alert(1)</script>",
    "<style>* { background: url(http://example.org/x) }</style>",
    '<a href="javascript:alert(1)">x</a>',
    "[x](javascript:alert(1))",
    "[x](file://localhost/etc/passwd)",
    r"$\href{http://example.org}{x}$",
    '$<image href="file://localhost/etc/passwd"/>$',
    "![x](qrc:/qt-project.org/styles/commonstyle/images/filelink-16.png)",
]


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Everything that anyone tried to open."""
    names: list[str] = []

    def load_resource(self: CardDocument, kind: int, name: QUrl | str) -> None:
        names.append(str(name))

    def load_image(path: Path) -> QImage | None:
        names.append(str(path))
        return None

    def open_url(url: QUrl) -> bool:
        names.append(url.toString())
        return True

    monkeypatch.setattr(CardDocument, "loadResource", load_resource)
    monkeypatch.setattr(inline, "loaded_image", load_image)
    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    return names


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_is_loaded(
    make_text: MakeText, opened: list[str], tmp_path: Path, text: str
) -> None:
    (tmp_path / "course").mkdir()
    (tmp_path / "outside.png").write_bytes(b"")
    view = make_text(f"avant {text} après", media=tmp_path / "course")
    painted(view)
    assert opened == []
    assert view.card_document.objects.images == {}


@pytest.mark.parametrize("text", [text for text in HOSTILE if text.startswith("<")])
def test_html_is_shown_as_it_is_written(make_text: MakeText, text: str) -> None:
    assert text in make_text(text).toPlainText()


def test_an_image_that_may_not_be_shown_leaves_its_words(make_text: MakeText) -> None:
    assert "[une courbe]" in make_text("![une courbe](http://example.org/x.png)").toPlainText()


def test_an_address_is_told_and_not_followed(make_text: MakeText) -> None:
    view = make_text("[ici](https://example.org/x)")
    text_format = view.document().begin().begin().fragment().charFormat()
    assert text_format.toolTip() == "https://example.org/x"
    assert not text_format.isAnchor()


def test_a_picture_of_the_course_is_shown(make_text: MakeText, tmp_path: Path) -> None:
    image = QImage(300, 40, QImage.Format.Format_RGB32)
    image.fill(0)
    image.save(str(tmp_path / "courbe.png"))
    view = make_text("![une courbe](courbe.png)", media=tmp_path, width=200)
    (kept,) = view.card_document.objects.images.values()
    assert kept.width() == 300
    assert view.document().idealWidth() <= 200  # it was brought down to the width
    assert painted(view).pixelColor(100, 10).lightness() < 20
