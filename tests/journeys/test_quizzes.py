"""Quizzes through the real window by keys alone: every kind of question, both modes."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QTableView

from db.quiz_rows import AttemptState, QuizMode
from decks.kinds import NoteKind
from decks.questions.responses import Certainty, SelfGrade
from qtapp.languages import Language
from qtapp.quizzes import OVERVIEW, QUESTION, SETUP
from qtapp.sessions.quiz_state import QuizState
from tests.journeys.clock import Clock
from tests.journeys.learner import Learner, learner
from tests.journeys.quiz_course import ALT, CTRL, QUESTIONS, QuizHand, quiz_collection

KINDS = {note.kind for note in QUESTIONS}
LIKELY, SURE = Qt.Key.Key_F3, Qt.Key.Key_F4


@pytest.fixture
def player(
    qapp: QApplication, home: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Learner]:
    """Before the choice of a quiz, where Tab has led."""
    quiz_collection(home, clock, monkeypatch)
    with learner(qapp, home, clock, Language.FRENCH) as made:
        made.wait_until_open()
        made.window.resize(1280, 800)
        QuizHand(made).tab_to("Aujourd’hui, ")  # the places: arrows lead from one to the next
        made.press(Qt.Key.Key_Down)
        made.press(Qt.Key.Key_Space)
        made.wait(lambda: made.window.page_key == SETUP, "the choice of a quiz")
        made.wait_until_read()
        yield made


def state(player: Learner) -> QuizState:
    assert player.shell.quizzes is not None
    return player.shell.quizzes.session.state


def kind(player: Learner) -> NoteKind:
    face = state(player).question.face
    assert face is not None
    return face.kind


def told(player: Learner, name: str) -> str:
    return player.part(QLabel, name).text()


def test_every_kind_is_practised_by_keys_alone(player: Learner) -> None:
    hand = QuizHand(player)
    player.press(Qt.Key.Key_Return)
    assert player.window.page_key == QUESTION
    met = set()
    for place in range(len(QUESTIONS)):
        assert told(player, "quiz-where") == f"Question {place + 1} sur 9"
        met.add(kind(player))
        hand.answer(kind(player))
        hand.press(SURE)
        hand.press(Qt.Key.Key_Return, CTRL)
        question = state(player).question
        assert question.is_answered, question  # told at once
        if kind(player) is NoteKind.OPEN:
            hand.press(Qt.Key.Key_2)  # only the learner can tell
        else:
            assert question.mark is not None
            assert question.mark.score == 1.0, question
            hand.press(Qt.Key.Key_Return)  # the grade suggested
    assert met == KINDS
    assert player.window.page_key == OVERVIEW
    assert told(player, "quiz-score") == "8,5 sur 9 · 94\u00a0%"
    # sure of all nine: 3 for each that is right, a half of that for the half (Moodle's rule)
    assert "+25,5 sur 27" in told(player, "quiz-line")


def test_every_kind_is_examined_by_keys_alone(player: Learner) -> None:
    hand = QuizHand(player)
    hand.tab_to("Examen")
    hand.press(Qt.Key.Key_Space)
    hand.tab_to("Minutes")
    hand.write("5")
    hand.press(Qt.Key.Key_Return)
    assert player.window.page_key == QUESTION
    assert told(player, "quiz-time") in ("05:00", "04:59")
    put_off = state(player).place
    hand.press(Qt.Key.Key_F5)
    hand.press(Qt.Key.Key_Right, ALT)
    met = {kind(player)}
    while player.window.page_key == QUESTION:
        met.add(kind(player))
        hand.answer(kind(player))
        hand.press(LIKELY)
        hand.press(Qt.Key.Key_Return, CTRL)
        assert not state(player).question.is_answered  # nothing is told yet
    assert "1 question sans réponse" in told(player, "quiz-line")
    assert "1 à revoir" in told(player, "quiz-line")
    _answer_what_was_put_off(player, put_off, met)
    assert met == KINDS
    attempt = state(player).attempt
    assert attempt is not None
    assert (attempt.mode, attempt.state) == (QuizMode.EXAM, AttemptState.FINISHED)
    assert told(player, "quiz-score") == "8 sur 9 · 89\u00a0%"  # the open one is not graded yet
    _regrade(player)


def _answer_what_was_put_off(player: Learner, place: int, met: set[NoteKind]) -> None:
    """Find the flagged row, go there, answer, come back and end the exam."""
    hand = QuizHand(player)
    hand.press(Qt.Key.Key_Home, CTRL)
    for _ in range(place):
        hand.press(Qt.Key.Key_Down)
    hand.press(Qt.Key.Key_Return)
    assert state(player).place == place
    met.add(kind(player))
    hand.answer(kind(player))
    hand.press(Qt.Key.Key_F5)
    hand.press(Qt.Key.Key_F6)
    assert told(player, "quiz-line") == "Toutes les questions ont une réponse"
    hand.press(Qt.Key.Key_Return, CTRL)


def _regrade(player: Learner) -> None:
    """In the review of the attempt the open answer gets its grade, and another loses its own."""
    hand, before = QuizHand(player), state(player)
    grades = [given.self_grade for given in before.answers]
    assert grades.count(None) == 1
    for place in range(len(before.order)):
        hand.press(Qt.Key.Key_Home, CTRL)
        for _ in range(before.order.index(place)):
            hand.press(Qt.Key.Key_Down)
        hand.press(Qt.Key.Key_Return)
        assert state(player).place == place
        if kind(player) is NoteKind.OPEN:
            hand.press(Qt.Key.Key_3)
        elif kind(player) is NoteKind.TRUTH:
            hand.press(Qt.Key.Key_2)  # the word was right, the reason was not
        if player.window.page_key != OVERVIEW:  # a grade of the last one leads back by itself
            hand.press(Qt.Key.Key_Escape)
    assert told(player, "quiz-score") == "8,5 sur 9 · 94\u00a0%"
    quizzes = player.sitting.desk.collection.quizzes
    attempt = quizzes.attempts(1)[0]
    kept = {a.self_grade for a in quizzes.attempt(attempt.id).answers}
    assert kept == {SelfGrade.RIGHT, SelfGrade.PARTLY}
    assert all(a.answer.certainty is Certainty.LIKELY for a in quizzes.attempt(attempt.id).answers)
    table = player.part(QTableView, "quiz-table")
    assert table.model().rowCount() == len(QUESTIONS)
