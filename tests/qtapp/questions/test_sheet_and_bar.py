"""The sheet and the bar below it: nothing jumps, everything has its key and its name."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget

from decks.kinds import NoteKind
from decks.questions.marks import Mark
from decks.questions.responses import Certainty, Filled, Picked, SelfGrade, Typed
from qtapp.cardtext.view import CardText
from qtapp.questions.option import OptionButton
from qtapp.questions.sheet import FORMS
from qtapp.sessions.question_state import QuestionFace, blank_response
from qtapp.theme import Theme, ThemeChoice
from qtapp.widgets.key_button import KeyButton
from tests.qtapp.questions.conftest import Desk
from tests.qtapp.questions.samples import CHOICE, CHOICES, EVERY, GAPS, MATCH, OPEN, TRUTH


def place_of(desk: Desk, name: str) -> QPoint:
    return desk.part(QWidget, name).mapTo(desk, QPoint(0, 0))


def test_every_kind_of_question_has_its_form() -> None:
    assert set(FORMS) == {kind for kind in NoteKind if kind.is_question}
    assert {face.kind for face in EVERY} == set(FORMS)


def answer(desk: Desk, face: QuestionFace) -> None:
    response = blank_response(face)
    assert response is not None
    desk.tell(response, Mark(0.0, (False, False)), SelfGrade.WRONG)


@pytest.mark.parametrize("face", [f for f in EVERY if f is not TRUTH], ids=lambda f: f.kind.value)
def test_the_question_stays_where_it_is_when_it_is_told(desk: Desk, face: QuestionFace) -> None:
    desk.ask(face)
    before = place_of(desk, "question-heading"), desk.sheet.geometry(), desk.bar.geometry()
    answer(desk, face)
    after = place_of(desk, "question-heading"), desk.sheet.geometry(), desk.bar.geometry()
    assert after == before


def test_the_explanation_and_the_source_come_with_the_answer(desk: Desk) -> None:
    desk.ask(CHOICES)
    assert desk.said("question-explanation") == desk.said("question-source") == []
    answer(desk, CHOICES)
    assert desk.said("question-explanation")[0].startswith("Un neurone mort")
    assert desk.said("question-source") == ["Fonctions d’activation › ReLU"]


def test_how_sure_is_told_by_a_key_even_while_writing(desk: Desk) -> None:
    desk.ask(OPEN)
    desk.write("car")
    desk.press(Qt.Key.Key_F4)
    assert desk.part(KeyButton, "certainty-sure").isChecked()
    desk.press(Qt.Key.Key_F2)
    assert desk.state.certainty is Certainty.GUESS
    assert desk.state.response == Typed("car")


def test_how_sure_is_told_by_a_key_in_a_list_too(desk: Desk) -> None:
    desk.ask(MATCH)
    desk.press(Qt.Key.Key_F4)
    assert desk.state.certainty is Certainty.SURE


def test_certainty_may_be_left_out(desk: Desk) -> None:
    from dataclasses import replace

    desk.state = replace(desk.state, is_certainty_asked=False)
    desk.ask(CHOICE)
    assert not desk.part(KeyButton, "certainty-sure").isVisible()
    desk.press(Qt.Key.Key_F4)
    assert desk.state.certainty is Certainty.LIKELY


def test_nothing_answered_nothing_stands(desk: Desk) -> None:
    desk.ask(CHOICE)
    assert not desk.part(KeyButton, "answer").isEnabled()
    desk.press(Qt.Key.Key_Return)
    assert desk.asked == []
    desk.press(Qt.Key.Key_A)
    desk.press(Qt.Key.Key_Return)
    assert desk.asked == ["answer"]


def test_one_may_not_know(desk: Desk) -> None:
    desk.ask(GAPS)
    desk.part(KeyButton, "do-not-know").click()
    assert desk.asked == ["blank"]
    assert blank_response(GAPS) == Filled(("", ""))
    desk.ask(TRUTH)
    assert not desk.part(KeyButton, "do-not-know").isVisible()


@pytest.mark.parametrize(
    ("key", "grade"),
    [
        (Qt.Key.Key_1, SelfGrade.WRONG),
        (Qt.Key.Key_2, SelfGrade.PARTLY),
        (Qt.Key.Key_3, SelfGrade.RIGHT),
        (Qt.Key.Key_Return, SelfGrade.PARTLY),  # the one suggested
        (Qt.Key.Key_Space, SelfGrade.PARTLY),
    ],
)
def test_the_learner_grades_by_key(desk: Desk, key: Qt.Key, grade: SelfGrade) -> None:
    desk.ask(CHOICES)
    desk.tell(Picked((0,)), Mark(1 / 3), SelfGrade.PARTLY)
    desk.setFocus()
    desk.press(key)
    assert desk.asked == [grade]


def test_where_only_the_learner_can_tell_enter_gives_no_grade(desk: Desk) -> None:
    desk.ask(OPEN)
    desk.tell(Typed("car"), Mark(None), None)
    desk.setFocus()
    desk.press(Qt.Key.Key_Return)
    assert desk.asked == []
    assert desk.said("worth") == ["Likely How do you grade yourself?"]


def test_the_grade_suggested_is_marked_for_eyes_and_ears(desk: Desk) -> None:
    desk.ask(CHOICES)
    desk.tell(Picked((0, 2)), Mark(2 / 3, (True, True, True, False)), SelfGrade.PARTLY)
    assert desk.part(KeyButton, "self-grade-partly").property("suggested")
    assert not desk.part(KeyButton, "self-grade-right").property("suggested")
    assert desk.part(KeyButton, "self-grade-partly").accessibleName() == "Partly, suggested"
    assert desk.said("worth") == ["3 of 4 right · 67% · Likely How do you grade yourself?"]


def test_the_experiment_is_offered_where_there_is_one(desk: Desk) -> None:
    desk.ask(CHOICES)
    desk.press(Qt.Key.Key_E)  # too early, and no option
    desk.tell(Picked((0,)), Mark(1 / 3), SelfGrade.PARTLY)
    desk.setFocus()
    desk.press(Qt.Key.Key_E)
    assert desk.asked == ["experiment"]
    desk.ask(CHOICE)
    desk.tell(Picked((0,)), Mark(1.0), SelfGrade.RIGHT)
    assert not desk.part(KeyButton, "check-by-experiment").isVisible()


def test_a_narrow_place_has_two_rows_and_nothing_moves(desk: Desk) -> None:
    desk.resize(560, 700)
    desk.ask(CHOICES)
    QApplication.processEvents()
    before = desk.bar.geometry()
    assert place_of(desk, "answer").y() > place_of(desk, "certainty-sure").y()
    answer(desk, CHOICES)
    assert desk.bar.geometry() == before


@pytest.mark.parametrize("face", EVERY, ids=lambda f: f.kind.value)
def test_everything_that_takes_the_keyboard_has_a_name(desk: Desk, face: QuestionFace) -> None:
    desk.ask(face)
    nameless = [
        part.objectName() or type(part).__name__
        for part in desk.findChildren(QWidget)
        if part.isVisible()
        and part.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not (part.accessibleName() or isinstance(part, CardText))
    ]
    assert nameless == []


def test_another_theme_keeps_what_is_answered(desk: Desk, theme: Theme) -> None:
    desk.ask(GAPS)
    desk.write("max")
    theme.adopt(choice=ThemeChoice.DARK, text_scale=1.5, is_motion_on=True)
    assert desk.state.response == Filled(("max", ""))
    assert "(1) max" in desk.said("gaps-text")[0]


@pytest.mark.parametrize("face", EVERY, ids=lambda f: f.kind.value)
def test_another_language_asks_anew_and_keeps_the_answer(desk: Desk, face: QuestionFace) -> None:
    desk.ask(face)
    before = desk.state.response
    QApplication.sendEvent(desk.sheet, QEvent(QEvent.Type.LanguageChange))
    QApplication.sendEvent(desk.bar, QEvent(QEvent.Type.LanguageChange))
    assert desk.state.response == before


@pytest.mark.usefixtures("french")
@pytest.mark.parametrize("face", [CHOICE, OPEN], ids=lambda f: f.kind.value)
def test_words_are_whole_where_they_leave_no_room_for_a_key(
    desk: Desk, theme: Theme, face: QuestionFace
) -> None:
    """« Répon… Entrée » stood on a card in a window of 1024 pixels at 200 %."""
    theme.adopt(choice=ThemeChoice.LIGHT, text_scale=2.0, is_motion_on=False)
    QApplication.sendEvent(desk.bar, QEvent(QEvent.Type.LanguageChange))
    desk.resize(520, 700)
    desk.ask(face)
    button = desk.part(KeyButton, "answer")
    assert button.width() >= button.sizeHint().width()
    assert button.text() == "Répondre"
    assert "Entrée" in button.accessibleDescription()
    assert "Entrée" in button.toolTip()
    desk.resize(1400, 700)
    assert button.toolTip() == ""
    assert button.width() >= button.sizeHint().width()


@pytest.mark.parametrize("face", [CHOICE, CHOICES, MATCH, OPEN], ids=lambda f: f.kind.value)
def test_nothing_moves_in_a_narrow_window_with_large_text(
    desk: Desk, theme: Theme, face: QuestionFace
) -> None:
    theme.adopt(choice=ThemeChoice.LIGHT, text_scale=2.0, is_motion_on=False)
    desk.resize(500, 700)
    desk.ask(face)
    before = desk.sheet.geometry(), desk.bar.geometry()
    answer(desk, face)
    assert (desk.sheet.geometry(), desk.bar.geometry()) == before
    for part in desk.bar.findChildren(KeyButton):
        if part.isVisible():
            assert part.width() >= part.sizeHint().width(), part.text()
            assert desk.bar.rect().contains(part.mapTo(desk.bar, part.rect().bottomRight()))
    for option in desk.findChildren(OptionButton):
        assert not option.isVisible() or option.width() < desk.sheet.width()


def test_a_verdict_stands_on_the_line_of_its_feedback(desk: Desk) -> None:
    desk.ask(CHOICE)
    answer(desk, CHOICE)
    option = desk.part(OptionButton, "option-B")
    word, feedback = option._word, option._feedback
    line = word.contentsRect().top() + word.fontMetrics().ascent()
    on_word = word.mapTo(option, QPoint(0, line)).y()
    on_feedback = feedback.mapTo(option, QPoint(0, 0)).y() + feedback.first_baseline()
    assert on_word == pytest.approx(on_feedback, abs=1)
