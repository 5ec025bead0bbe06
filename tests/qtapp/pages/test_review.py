"""Reviewing by real keys and clicks, on a real collection."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QProgressBar,
    QPushButton,
    QScrollBar,
    QStackedWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from db.collection import Collection
from db.errors import DiskFullError
from db.rows import Scale
from qtapp.cardtext.renderer import FormulaRenderer
from qtapp.cardtext.view import CardText
from qtapp.commands import Command
from qtapp.pages.review import ReviewPage
from qtapp.sessions.review_state import Phase
from qtapp.theme import Theme, ThemeChoice
from qtapp.widgets.counts_label import CountsLabel
from tests.qtapp.course import Clock
from tests.qtapp.pages.conftest import NO_KEYS, Table
from tests.qtapp.sessions.listening import Heard


def phase(table: Table) -> Phase:
    return table.session.state.phase


def test_space_shows_the_answer_and_space_again_is_good(table: Table) -> None:
    assert table.text("card-heading") == "Question 0 ?"
    assert table.text("card-answer") == ""
    table.press(Qt.Key.Key_Space)
    assert table.text("card-answer") == "Réponse 0."
    table.press(Qt.Key.Key_Space)
    assert table.text("card-heading") == "Question 1 ?"
    assert table.session.state.counts.learning == 1


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_does_as_space(table: Table, key: Qt.Key) -> None:
    table.press(key)
    assert phase(table) is Phase.ANSWER
    table.press(key)
    assert table.text("card-heading") == "Question 1 ?"


@pytest.mark.parametrize(("key", "raw"), [(Qt.Key.Key_1, 1), (Qt.Key.Key_4, 4)])
def test_digits_grade(table: Table, key: Qt.Key, raw: int) -> None:
    grades = Heard(table.page.grade_asked)
    table.press(key)  # not yet: the answer is hidden
    table.press(Qt.Key.Key_Space)
    table.press(key)
    assert grades.all == [raw]


def test_digits_of_the_number_pad_grade_too(table: Table) -> None:
    grades = Heard(table.page.grade_asked)
    table.press(Qt.Key.Key_Space)
    table.press(Qt.Key.Key_2, Qt.KeyboardModifier.KeypadModifier)
    assert grades.all == [2]


def test_ctrl_and_a_digit_is_no_grade(table: Table) -> None:
    grades = Heard(table.page.grade_asked)
    table.press(Qt.Key.Key_Space)
    table.press(Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert grades.all == []


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
@pytest.mark.parametrize("held", ["ControlModifier", "AltModifier", "MetaModifier"])
def test_ctrl_and_enter_does_nothing(table: Table, key: Qt.Key, held: str) -> None:
    """Pressed twice to save an edited card, it once graded the card as well."""
    modifier = Qt.KeyboardModifier[held]
    table.press(key, modifier)
    assert phase(table) is Phase.QUESTION
    table.press(Qt.Key.Key_Space)
    table.press(key, modifier)
    assert phase(table) is Phase.ANSWER
    assert table.text("card-heading") == "Question 0 ?"


def test_enter_on_the_number_pad_goes_on(table: Table) -> None:
    table.press(Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    assert phase(table) is Phase.ANSWER


def test_a_key_held_down_answers_once(table: Table) -> None:
    table.press(Qt.Key.Key_Space)
    for _ in range(5):
        held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Space, Qt.KeyboardModifier(0), " ", True)
        QApplication.sendEvent(table.page, held)
    assert phase(table) is Phase.ANSWER
    assert table.text("card-heading") == "Question 0 ?"


def test_buttons_do_as_keys(table: Table) -> None:
    table.click("reveal")
    assert phase(table) is Phase.ANSWER
    table.click("grade-4")
    assert table.text("card-heading") == "Question 1 ?"
    table.click("undo")
    assert table.text("card-heading") == "Question 0 ?"


def test_the_second_half_of_a_double_click_is_no_grade(table: Table) -> None:
    grades = Heard(table.page.grade_asked)
    table.click("reveal")
    grade = table.button("grade-3")
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    place = QPointF(grade.rect().center())
    for kind, held in (
        (QEvent.Type.MouseButtonDblClick, left),
        (QEvent.Type.MouseButtonRelease, none),
    ):
        event = QMouseEvent(kind, place, grade.mapToGlobal(place), left, held, NO_KEYS)
        QApplication.sendEvent(grade, event)
    assert grades.all == []
    table.click("grade-3")
    assert grades.all == [3]


def test_intervals_are_on_the_buttons_and_in_their_names(table: Table) -> None:
    table.press(Qt.Key.Key_Space)
    good = table.button("grade-3")
    assert good.text() == "Good"
    assert good.detail == "10 min"
    assert good.accessibleName() == "Good, 10 minute(s)"


def test_five_steps_have_five_buttons(table: Table, collection: Collection) -> None:
    collection.save_settings(collection.settings()._replace(scale=Scale.FIVE))
    table.press(Qt.Key.Key_Space)
    captions = [table.button(f"grade-{raw}").text() for raw in range(1, 6)]
    assert captions == ["Not at all", "A little", "Moderately", "Well", "Perfectly"]
    grades = Heard(table.page.grade_asked)
    table.press(Qt.Key.Key_5)
    assert grades.all == [5]


def test_question_and_buttons_keep_their_places(table: Table) -> None:
    def places() -> list[QPoint]:
        names = ("card-heading", "undo")
        parts = [table.part(QWidget, name) for name in names]
        return [part.mapTo(table.page, QPoint(0, 0)) for part in parts]

    def grade_places() -> list[QPoint]:
        buttons = [table.button(f"grade-{raw}") for raw in range(1, 5)]
        return [button.mapTo(table.page, QPoint(0, 0)) for button in buttons]

    before = places()
    table.press(Qt.Key.Key_Space)
    QApplication.processEvents()
    assert places() == before
    first = grade_places()
    table.press(Qt.Key.Key_4)  # the next card has a cloze text and other intervals
    table.press(Qt.Key.Key_Space)
    QApplication.processEvents()
    assert grade_places() == first


def test_undo_is_greyed_out_until_there_is_something_to_undo(table: Table) -> None:
    assert not table.button("undo").isEnabled()
    table.press(Qt.Key.Key_Space)
    table.press(Qt.Key.Key_3)
    assert table.button("undo").isEnabled()


def test_keys_stay_with_the_page_whatever_was_clicked(table: Table) -> None:
    table.press(Qt.Key.Key_Space)
    heading = table.part(CardText, "card-heading")
    QTest.mouseClick(heading.viewport(), Qt.MouseButton.LeftButton)
    table.press(Qt.Key.Key_3)
    assert table.text("card-heading") == "Question 1 ?"
    table.press(Qt.Key.Key_Space)
    assert phase(table) is Phase.ANSWER


def test_a_grade_button_reached_by_tab_leaves_the_keys_to_the_page(table: Table) -> None:
    table.press(Qt.Key.Key_Space)
    table.button("grade-1").setFocus(Qt.FocusReason.TabFocusReason)
    table.press(Qt.Key.Key_Space)  # presses the button that has the focus
    assert table.text("card-heading") == "Question 1 ?"
    assert table.page.hasFocus()
    assert table.session.state.counts.learning == 1


def test_enter_presses_the_button_that_has_the_focus(table: Table) -> None:
    table.press(Qt.Key.Key_Space)
    table.press(Qt.Key.Key_4)
    table.button("undo").setFocus(Qt.FocusReason.TabFocusReason)
    table.press(Qt.Key.Key_Return)
    assert table.text("card-heading") == "Question 0 ?"
    assert table.text("card-answer") == ""


def test_the_menu_may_ask_what_there_is_to_do(table: Table) -> None:
    of_day = {Command.UNDO, Command.REDO, Command.MORE_NEW, Command.MORE_REVIEWS}
    of_card = set(Command) - of_day
    assert table.page.commands() == of_card
    table.press(Qt.Key.Key_Space)
    table.press(Qt.Key.Key_4)
    assert table.page.commands() == of_card | {Command.UNDO}
    table.ask(Command.UNDO)
    assert table.page.commands() == of_card | {Command.REDO}


def test_the_window_hears_when_commands_change(table: Table) -> None:
    changed = Heard(table.page.commands_changed)
    table.press(Qt.Key.Key_Space)
    before = len(changed.all)
    table.press(Qt.Key.Key_4)
    assert len(changed.all) > before


def test_a_learner_reviews_ten_and_changes_their_mind(table: Table, clock: Clock) -> None:
    shown = []
    for _ in range(10):
        clock.pass_(minutes=2)
        shown.append(table.text("card-heading"))
        table.press(Qt.Key.Key_Space)
        table.press(Qt.Key.Key_3)
    assert table.session.state.done == 10
    table.click("undo")
    assert table.text("card-heading") == shown[-1]
    assert table.session.state.done == 9
    table.ask(Command.REDO)
    assert table.session.state.done == 10


def test_progress_and_counts_follow(table: Table) -> None:
    bar = table.part(QProgressBar, "progress")
    assert (bar.value(), bar.maximum()) == (0, 6)
    table.press(Qt.Key.Key_Space)
    table.press(Qt.Key.Key_4)
    assert (bar.value(), bar.maximum()) == (1, 6)
    counts = table.part(CountsLabel, "counts")
    assert counts.accessibleName() == "5 new, 0 in learning, 0 to review"
    assert counts.text().count("underline") == 1


def test_the_end_says_so_and_space_goes_back(table: Table) -> None:
    back = Heard(table.page.back_asked)
    for _ in range(6):
        table.press(Qt.Key.Key_Space)
        table.press(Qt.Key.Key_4)
    assert table.text("rest-title") == "Done for today."
    assert table.text("rest-text").startswith("6 review(s) · less than a minute")
    table.press(Qt.Key.Key_Space)
    assert len(back.all) == 1


def test_waiting_says_how_long(table: Table, collection: Collection) -> None:
    collection.save_settings(collection.settings()._replace(learn_ahead_min=0))
    table.session.renew()
    for _ in range(6):
        table.press(Qt.Key.Key_Space)
        table.press(Qt.Key.Key_3)
    assert table.text("rest-title") == "The next card comes in 10 minute(s)."


def test_the_clock_of_waiting_is_the_learners(table: Table, collection: Collection) -> None:
    """Half past two in Kolkata (UTC+5:30) when it is nine in Greenwich, and ten minutes more."""
    in_kolkata = collection.settings()._replace(learn_ahead_min=0, time_zone="Asia/Kolkata")
    collection.save_settings(in_kolkata)
    table.session.renew()
    for _ in range(6):
        table.press(Qt.Key.Key_Space)
        table.press(Qt.Key.Key_3)
    assert table.text("rest-text").startswith("It will appear here at 2:40")


def test_a_full_disk_leaves_the_card_and_its_buttons(
    table: Table, collection: Collection, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise DiskFullError(Path("c.epoque"))

    table.press(Qt.Key.Key_Space)
    monkeypatch.setattr(collection, "grade", fail)
    table.press(Qt.Key.Key_3)
    assert table.text("card-heading") == "Question 0 ?"
    assert table.button("grade-3").isVisible()


def test_a_card_that_cannot_be_read_can_be_tried_again(
    table: Table, collection: Collection, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise DiskFullError(Path("c.epoque"))

    monkeypatch.setattr(collection, "card_view", fail)
    table.press(Qt.Key.Key_Space)
    table.press(Qt.Key.Key_3)
    assert table.text("rest-title") == "The next card cannot be read."
    monkeypatch.undo()
    table.press(Qt.Key.Key_Space)
    assert table.text("card-heading") == "Question 1 ?"


def test_a_long_card_scrolls_by_keys_and_starts_at_its_top(
    table: Table, collection: Collection
) -> None:
    note = table.session.note()
    assert note is not None
    long = "\n\n".join(f"Ligne {n}." for n in range(80))
    assert table.actions.save_note(note._replace(back=long))
    table.press(Qt.Key.Key_Space)
    QApplication.processEvents()
    bar = next(b for b in table.page.findChildren(QScrollBar) if b.isVisible() and b.maximum() > 0)
    assert bar.value() == 0
    table.press(Qt.Key.Key_PageDown)
    assert bar.value() > 0
    table.press(Qt.Key.Key_End)
    assert bar.value() == bar.maximum()
    table.press(Qt.Key.Key_3)
    QApplication.processEvents()
    assert bar.value() == 0


def test_an_answer_below_a_long_question_is_brought_into_view(table: Table, qtbot: QtBot) -> None:
    note = table.session.note()
    assert note is not None
    long = "\n\n".join(f"Ligne {n}." for n in range(60))
    assert table.actions.save_note(note._replace(front=f"{note.front}\n\n{long}"))
    QApplication.processEvents()
    heading = table.part(CardText, "card-heading")
    before = heading.mapTo(table.page, QPoint(0, 0))
    table.press(Qt.Key.Key_Space)
    answer = table.part(CardText, "card-answer")
    qtbot.waitUntil(lambda: not answer.visibleRegion().isEmpty(), timeout=2000)
    assert heading.mapTo(table.page, QPoint(0, 0)) != before


def test_time_runs_while_the_page_is_looked_at(
    qtbot: QtBot, theme: Theme, renderer: FormulaRenderer
) -> None:
    stack, page = QStackedWidget(), ReviewPage(theme, renderer)
    qtbot.addWidget(stack)
    attention = Heard(page.attention_changed)
    stack.addWidget(page)
    stack.addWidget(QWidget())
    stack.show()
    stack.activateWindow()
    qtbot.waitUntil(lambda: attention.all == [True], timeout=2000)
    stack.setCurrentIndex(1)
    assert attention.all == [True, False]
    stack.setCurrentIndex(0)
    assert attention.all == [True, False, True]


def test_each_new_card_is_told_painted_once(table: Table, qtbot: QtBot) -> None:
    painted = Heard(table.page.question_painted)
    qtbot.waitUntil(lambda: len(painted.all) == 1, timeout=2000)
    table.page.repaint()
    table.press(Qt.Key.Key_Space)
    table.press(Qt.Key.Key_3)
    qtbot.waitUntil(lambda: len(painted.all) == 2, timeout=2000)


def test_another_theme_and_size_show_the_same_card(table: Table, theme: Theme) -> None:
    table.press(Qt.Key.Key_Space)
    theme.adopt(choice=ThemeChoice.DARK, text_scale=2.0, is_motion_on=False)
    assert table.text("card-answer") == "Réponse 0."
    assert table.button("grade-1").isVisible()


def test_every_control_has_a_name(table: Table) -> None:
    table.press(Qt.Key.Key_Space)
    for button in table.page.findChildren(QPushButton):
        assert button.accessibleName() or not button.isVisible(), button.objectName()
    assert table.page.accessibleName() == "Review"
