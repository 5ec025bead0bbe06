"""A chapter on its sheet: written whole, leafed through by keys, closed by Escape."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from db.rows import StudyText, TextPart
from qtapp.cardtext.renderer import FormulaRenderer
from qtapp.cardtext.view import CardText
from qtapp.sessions.reading import Entry, ReadingState, state_of
from qtapp.theme import Theme, ThemeChoice
from qtapp.widgets.contents import ContentsField, ContentsList
from qtapp.widgets.key_button import KeyButton
from qtapp.widgets.reading_sheet import ReadingSheet
from tests.qtapp.sessions.listening import Heard

LONG = "\n\n".join(f"Le paragraphe {n} dit quelque chose." for n in range(25))
TEXT = StudyText(
    "essai",
    "1 · Essai",
    (
        TextPart(1, "1 · Essai", f"#### L’essentiel\n\n{LONG}"),
        TextPart(2, "1. *Un*", f"{LONG}\n\n#### Plus loin\n\n{LONG}"),
        TextPart(3, "Deux", LONG),
    ),
)


@pytest.fixture
def sheet(qtbot: QtBot, theme: Theme, renderer: FormulaRenderer) -> Iterator[ReadingSheet]:
    made = ReadingSheet(theme, renderer)
    qtbot.addWidget(made)
    made.resize(900, 500)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.hide()


def show(sheet: ReadingSheet, qtbot: QtBot, deck_id: int = 1, serial: int = 1) -> ReadingState:
    state = state_of(TEXT, deck_id)._replace(serial=serial)
    sheet.show_state(state)
    qtbot.waitUntil(lambda: sheet.view.is_written)
    return state


def top_of(sheet: ReadingSheet, name: str) -> int:
    """How far below the top of the view a text begins."""
    text = sheet.findChild(CardText, name)
    assert text is not None
    return text.mapTo(sheet.view, text.rect().topLeft()).y()


def test_every_part_is_there_below_its_title(sheet: ReadingSheet, qtbot: QtBot) -> None:
    show(sheet, qtbot)
    said = {view.objectName(): view.plain() for view in sheet.findChildren(CardText)}
    assert said["reading-title-1"] == "1. *Un*"  # a title is no Markdown
    assert said["reading-text-0"].startswith("L’essentiel")
    assert len(said) == 6  # four pieces, as the second text is a long one; two titles


def test_it_opens_at_the_section_asked_for(sheet: ReadingSheet, qtbot: QtBot) -> None:
    show(sheet, qtbot, deck_id=3)
    qtbot.waitUntil(lambda: abs(top_of(sheet, "reading-title-3")) < 30)


def test_asked_again_for_another_section_it_goes_there(sheet: ReadingSheet, qtbot: QtBot) -> None:
    show(sheet, qtbot, deck_id=3)
    show(sheet, qtbot, deck_id=2, serial=2)
    qtbot.waitUntil(lambda: abs(top_of(sheet, "reading-title-1")) < 30)


def test_a_line_of_the_contents_goes_to_its_heading(sheet: ReadingSheet, qtbot: QtBot) -> None:
    state = show(sheet, qtbot)
    contents = sheet.findChild(ContentsList, "contents")
    assert contents is not None
    titles = [entry.title for entry in state.contents]
    assert titles == ["L’essentiel", "1. *Un*", "Plus loin", "Deux"]
    contents.setCurrentRow(2)
    text = sheet.findChild(CardText, "reading-text-2")
    assert text is not None
    down = text.heading_tops()[0]
    qtbot.waitUntil(lambda: abs(top_of(sheet, "reading-text-2") + down) < 30)


def test_every_line_of_long_contents_has_room_for_its_title(theme: Theme, qtbot: QtBot) -> None:
    contents = ContentsList(theme)
    qtbot.addWidget(contents)
    titles = ["Court", "Un titre qui est si long qu’il ne tient jamais sur une seule ligne"] * 90
    entries = [Entry(n, None, title, 0) for n, title in enumerate(titles)]
    contents.show_entries(entries)
    contents.mark(entries[-1])
    heights = [contents.item(n).sizeHint().height() for n in range(len(titles))]
    assert 0 < heights[0] < heights[1]
    assert heights[-1] == heights[0], "measured all at once"
    qtbot.waitUntil(lambda: contents.item(len(titles) - 1).sizeHint().height() == heights[1])
    assert [contents.item(n).sizeHint().height() for n in range(len(titles))] == heights[:2] * 90
    assert contents.currentRow() == len(titles) - 1


def test_scrolling_marks_what_is_read(sheet: ReadingSheet, qtbot: QtBot) -> None:
    show(sheet, qtbot)
    contents = sheet.findChild(ContentsList, "contents")
    assert contents is not None
    last = sheet.findChild(CardText, "reading-text-3")
    assert last is not None
    bar = sheet.view.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 3 * last.height() > 1500)  # laid out: four such texts
    QTest.keyClick(sheet, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: contents.currentRow() == 3)


def test_without_room_the_contents_are_a_field_above(sheet: ReadingSheet, qtbot: QtBot) -> None:
    show(sheet, qtbot)
    contents = sheet.findChild(ContentsList, "contents")
    field = sheet.findChild(ContentsField, "contents-field")
    assert contents is not None
    assert field is not None
    assert (contents.isVisible(), field.isVisible()) == (True, False)
    sheet.resize(500, 500)
    assert (contents.isVisible(), field.isVisible()) == (False, True)


def test_escape_and_the_button_close(sheet: ReadingSheet) -> None:
    closed = Heard(sheet.closed)
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert len(closed.all) == 1


def test_space_scrolls_a_page(sheet: ReadingSheet, qtbot: QtBot) -> None:
    show(sheet, qtbot)
    bar = sheet.view.verticalScrollBar()
    QTest.keyClick(sheet, Qt.Key.Key_Space)
    there = bar.value()
    QTest.keyClick(sheet, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    assert there > 100
    assert bar.value() == 0


def test_a_chapter_without_a_text_says_so(sheet: ReadingSheet) -> None:
    sheet.show_state(ReadingState(serial=1, uid="vide", title="Vide", is_read=True))
    nothing = sheet.findChild(QLabel, "reading-nothing")
    assert nothing is not None
    assert nothing.isVisible()
    assert nothing.text() == "There is no text to read in this chapter."


def test_one_text_at_a_time_has_a_selection(sheet: ReadingSheet, qtbot: QtBot) -> None:
    show(sheet, qtbot)
    first = sheet.findChild(CardText, "reading-text-0")
    last = sheet.findChild(CardText, "reading-text-3")
    assert first is not None
    assert last is not None
    first.selectAll()
    last.selectAll()
    assert not first.textCursor().hasSelection()
    passage = sheet.view.passage()
    assert passage is not None
    assert (passage.deck_id, passage.text) == (3, LONG)
    assert passage.deck_path == passage.source == ("1 · Essai", "Deux")


def test_a_passage_knows_the_headings_above_it(sheet: ReadingSheet, qtbot: QtBot) -> None:
    show(sheet, qtbot)
    below = sheet.findChild(CardText, "reading-text-2")
    assert below is not None
    cursor = below.textCursor()
    cursor.setPosition(below.toPlainText().index("Le paragraphe 1 "))
    cursor.movePosition(cursor.MoveOperation.EndOfBlock, cursor.MoveMode.KeepAnchor)
    heard = Heard(sheet.view.selection_changed)
    below.setTextCursor(cursor)
    passage = sheet.view.passage()
    assert passage is not None
    assert passage.deck_path == ("1 · Essai", "1. *Un*")
    assert passage.source == ("1 · Essai", "1. *Un*", "Plus loin")
    assert passage.text == "Le paragraphe 1 dit quelque chose."
    assert len(heard.all) == 1


def test_another_chapter_takes_the_place_of_the_first(sheet: ReadingSheet, qtbot: QtBot) -> None:
    show(sheet, qtbot)
    other = StudyText("autre", "Autre", (TextPart(9, "Autre", "Un autre texte."),))
    sheet.show_state(state_of(other, 9)._replace(serial=2))
    qtbot.waitUntil(lambda: len(sheet.findChildren(CardText)) == 1)
    [text] = sheet.findChildren(CardText)
    assert text.plain() == "Un autre texte."


def test_a_new_theme_finds_only_the_pieces_that_are_seen(
    sheet: ReadingSheet, qtbot: QtBot, theme: Theme
) -> None:
    """Each widget costs the style sheet half a millisecond: a handbook's 1,200 held the window."""
    show(sheet, qtbot, deck_id=3)
    qtbot.waitUntil(lambda: abs(top_of(sheet, "reading-title-3")) < 30 and _is_laid_out(sheet))
    there: list[set[str]] = []
    theme.changing.connect(lambda: there.append({v.objectName() for v in _pieces(sheet)}))
    theme.adopt(choice=ThemeChoice.DARK, text_scale=1.0, is_motion_on=True)
    assert "reading-text-3" in there[0]
    assert there[0].isdisjoint({"reading-text-0", "reading-text-1"})
    qtbot.waitUntil(lambda: sheet.view.is_written)
    assert len(_pieces(sheet)) == 4


def _pieces(sheet: ReadingSheet) -> list[CardText]:
    return [v for v in sheet.findChildren(CardText) if v.objectName().startswith("reading-text")]


def _is_laid_out(sheet: ReadingSheet) -> bool:
    """Whether four pieces stand below each other: Qt places them some time after they grow."""
    places = sorted((view.y(), view.height()) for view in _pieces(sheet))
    return len(places) == 4 and all(y + high <= below for (y, high), (below, _) in pairwise(places))


def test_what_is_read_stays_where_it_is_in_a_new_theme(
    sheet: ReadingSheet, qtbot: QtBot, theme: Theme
) -> None:
    show(sheet, qtbot)
    bar = sheet.view.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 1500 and _is_laid_out(sheet))
    QTest.keyClick(sheet, Qt.Key.Key_End)
    QTest.keyClick(sheet, Qt.Key.Key_PageUp)
    before = top_of(sheet, "reading-text-3")
    theme.adopt(choice=ThemeChoice.DARK, text_scale=1.0, is_motion_on=True)
    assert top_of(sheet, "reading-text-3") == before
    qtbot.waitUntil(lambda: sheet.view.is_written and _is_laid_out(sheet))
    qtbot.waitUntil(lambda: abs(top_of(sheet, "reading-text-3") - before) <= 1)  # laid out


def test_a_selection_out_of_sight_ends_with_the_theme(
    sheet: ReadingSheet, qtbot: QtBot, theme: Theme
) -> None:
    show(sheet, qtbot)
    last = sheet.findChild(CardText, "reading-text-3")
    button = sheet.findChild(KeyButton, "make-card")
    assert last is not None
    assert button is not None
    last.selectAll()
    assert button.isEnabled()
    theme.adopt(choice=ThemeChoice.DARK, text_scale=1.0, is_motion_on=True)
    assert (button.isEnabled(), sheet.view.passage()) == (False, None)


def test_a_new_theme_reaches_every_piece(sheet: ReadingSheet, qtbot: QtBot, theme: Theme) -> None:
    show(sheet, qtbot)
    theme.adopt(choice=ThemeChoice.DARK, text_scale=1.0, is_motion_on=True)
    qtbot.waitUntil(lambda: sheet.view.is_written)
    colors = {
        view.card_document.firstBlock().begin().fragment().charFormat().foreground().color().name()
        for view in sheet.findChildren(CardText)
    }
    assert colors == {theme.tokens.ink.lower()}
