"""The Today page, by real keys and clicks."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from db.rows import Counts, TodayFacts
from qtapp.commands import Command
from qtapp.pages.today import TodayPage
from qtapp.sessions.today import Situation, TodayState
from qtapp.theme import Theme, ThemeChoice
from qtapp.widgets.deck_model import Column
from qtapp.widgets.deck_tree import DeckTree
from qtapp.widgets.key_button import KeyButton
from qtapp.widgets.quiet_scroll import QuietScrollArea
from tests.qtapp.facts import DAY, DECKS, DUE, FACTS, SOON, deck
from tests.qtapp.sessions.listening import Heard

W = TypeVar("W", bound=QWidget)


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> Iterator[TodayPage]:
    made = TodayPage(theme)
    qtbot.addWidget(made)
    made.resize(1000, 760)
    made.show_state(DUE)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.setFocus()
    yield made
    made.hide()


def part(page: TodayPage, kind: type[W], name: str) -> W:
    found = page.findChild(kind, name)
    assert found is not None, name
    return found


def press(page: TodayPage, key: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget() or page, key)


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_space_and_enter_start(page: TodayPage, key: Qt.Key) -> None:
    started = Heard(page.start_asked)
    press(page, key)
    assert len(started.all) == 1


def test_the_button_starts(page: TodayPage) -> None:
    started = Heard(page.start_asked)
    QTest.mouseClick(part(page, KeyButton, "start"), Qt.MouseButton.LeftButton)
    assert len(started.all) == 1


def test_a_row_reviews_its_deck_alone(page: TodayPage) -> None:
    chosen, started = Heard(page.deck_asked), Heard(page.start_asked)
    tree = part(page, DeckTree, "decks")
    tree.setFocus(Qt.FocusReason.TabFocusReason)
    press(page, Qt.Key.Key_Right)
    press(page, Qt.Key.Key_Down)
    press(page, Qt.Key.Key_Return)
    assert [deck.deck.title for deck in chosen.all] == ["ReLU"]
    assert started.all == []
    press(page, Qt.Key.Key_Space)  # still starts everything
    assert len(started.all) == 1


def test_a_click_on_a_row_reviews_its_deck_alone(page: TodayPage) -> None:
    chosen = Heard(page.deck_asked)
    tree = part(page, DeckTree, "decks")
    last = tree.model().index(1, 0)
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=tree.visualRect(last).center())
    assert [deck.deck.title for deck in chosen.all] == ["2 · Rétropropagation"]


@pytest.mark.parametrize(
    ("situation", "is_startable"),
    [
        (Situation.LOADING, False),
        (Situation.WELCOME, True),
        (Situation.DUE, True),
        (Situation.WAITING, False),
        (Situation.DONE, False),
        (Situation.NOTHING_DUE, False),
        (Situation.FAILED, False),
    ],
)
def test_the_button_is_there_when_there_is_something_to_start(
    page: TodayPage, situation: Situation, is_startable: bool
) -> None:
    started = Heard(page.start_asked)
    page.show_state(DUE._replace(situation=situation))
    assert part(page, KeyButton, "start").isVisible() == is_startable
    press(page, Qt.Key.Key_Space)
    assert len(started.all) == is_startable


def test_an_empty_collection_offers_an_import(page: TodayPage) -> None:
    asked = Heard(page.import_asked)
    page.show_state(TodayState(Situation.EMPTY, TodayFacts(DAY)))
    assert part(page, KeyButton, "start").text() == "Import a file…"
    press(page, Qt.Key.Key_Space)
    assert len(asked.all) == 1


def test_a_first_start_explains_instead_of_counting(page: TodayPage) -> None:
    page.show_state(DUE._replace(situation=Situation.WELCOME))
    assert part(page, QWidget, "first-steps").isVisible()
    assert not part(page, QWidget, "heatmap").isVisible()


def test_while_loading_nothing_is_claimed(qtbot: QtBot, theme: Theme) -> None:
    page = TodayPage(theme)
    qtbot.addWidget(page)
    assert part(page, QLabel, "subtitle").text() == "Opening your collection…"
    assert part(page, QWidget, "forecast").accessibleDescription() == ""


def test_what_can_be_undone_is_offered_to_the_menu(page: TodayPage) -> None:
    asked = Heard(page.command_asked)
    assert page.commands() == frozenset()
    page.show_state(DUE._replace(can_undo=True))
    assert page.commands() == {Command.UNDO}
    page.run_command(Command.UNDO)
    assert asked.all == [Command.UNDO]


def test_unfolded_decks_stay_unfolded_when_the_facts_are_renewed(page: TodayPage) -> None:
    tree = part(page, DeckTree, "decks")
    assert not tree.isExpanded(tree.model().index(0, 0))
    tree.setFocus(Qt.FocusReason.TabFocusReason)
    press(page, Qt.Key.Key_Right)
    assert tree.isExpanded(tree.model().index(0, 0))
    page.show_state(DUE._replace(facts=FACTS._replace(counts=Counts(1, 1, 1))))
    assert tree.isExpanded(tree.model().index(0, 0))
    press(page, Qt.Key.Key_Left)
    assert not tree.isExpanded(tree.model().index(0, 0))


def test_many_unfolded_decks_scroll_with_the_page_and_nowhere_else(
    page: TodayPage, qtbot: QtBot
) -> None:
    children = [deck(10 + n, f"Section {n}", Counts(new=1), depth=1, parent=1) for n in range(40)]
    page.show_state(DUE._replace(facts=FACTS._replace(decks=(DECKS[0], *children, DECKS[4]))))
    tree = part(page, DeckTree, "decks")
    tree.expand(tree.model().index(0, 0))
    area = page.findChild(QuietScrollArea)
    assert area is not None
    bar = area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0, timeout=1000)
    last = tree.visualRect(tree.model().index(1, 0))
    assert last.bottom() < tree.viewport().height()
    assert tree.verticalScrollBar().maximum() == 0
    over = QPointF(tree.viewport().mapTo(page, QPoint(9, 90)))
    QTest.wheelEvent(page.windowHandle(), over, QPoint(0, -120))
    assert bar.value() > 0
    tree.setFocus(Qt.FocusReason.TabFocusReason)
    press(page, Qt.Key.Key_End)
    assert page.rect().contains(tree.viewport().mapTo(page, last.center()))


def test_coming_back_to_the_window_is_told(page: TodayPage, qtbot: QtBot) -> None:
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(other.isActiveWindow, timeout=2000)
    with qtbot.waitSignal(page.woken, timeout=2000):
        page.activateWindow()


@pytest.mark.parametrize(("width", "scale"), [(1000, 1.0), (560, 1.0), (400, 1.0), (560, 2.0)])
def test_nothing_is_cut_off_sideways(
    page: TodayPage, theme: Theme, width: int, scale: float
) -> None:
    theme.adopt(choice=ThemeChoice.DARK, text_scale=scale, is_motion_on=True)
    page.show_state(SOON)
    page.resize(width, 640)
    QApplication.processEvents()
    for child in page.findChildren(QLabel):
        if child.isVisible():
            right = child.mapTo(page, child.rect().topRight()).x()
            assert right <= page.width(), (child.objectName(), child.text())


def test_tags_lie_below_the_chapters_in_the_learner_s_words(page: TodayPage) -> None:
    chosen = Heard(page.deck_asked)
    pitfalls = replace(deck(-1, "piège", Counts(2, 0, 1)), tag="piège")
    page.show_state(DUE._replace(facts=FACTS._replace(tags=(pitfalls,))))
    tree = part(page, DeckTree, "cross-decks")
    assert tree.isVisible()
    assert tree.accessibleName() == "Decks across the chapters"
    assert tree.model().index(0, 0).data() == "Pitfalls"
    tree.setFocus(Qt.FocusReason.TabFocusReason)
    press(page, Qt.Key.Key_Return)
    assert [row.scope for row in chosen.all] == ["piège"]


def test_without_tags_there_is_no_room_for_them(page: TodayPage) -> None:
    assert not part(page, DeckTree, "cross-decks").isVisible()


def test_the_book_and_the_key_read_a_deck(page: TodayPage) -> None:
    asked, reviewed = Heard(page.read_asked), Heard(page.deck_asked)
    assert Command.READ not in page.commands()
    told = replace(DECKS[4], deck=DECKS[4].deck._replace(has_text=True))
    page.show_state(DUE._replace(facts=FACTS._replace(decks=(*DECKS[:4], told))))
    assert Command.READ in page.commands()
    page.run_command(Command.READ)
    tree = part(page, DeckTree, "decks")
    book = tree.visualRect(tree.model().index(1, Column.READ)).center()
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=book)
    assert [row.deck.title for row in asked.all] == ["2 · Rétropropagation"] * 2
    assert reviewed.all == []


def test_a_deck_without_cards_is_read(page: TodayPage) -> None:
    asked = Heard(page.read_asked)
    notes = replace(deck(3, "Notes", Counts()), cards=0)
    notes = replace(notes, deck=notes.deck._replace(has_text=True))
    page.show_state(DUE._replace(facts=FACTS._replace(decks=(notes,))))
    part(page, DeckTree, "decks").setFocus(Qt.FocusReason.TabFocusReason)
    press(page, Qt.Key.Key_Return)
    assert asked.all == [notes]
