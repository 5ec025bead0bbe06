"""A quiz as the demo takes it: chosen, answered, read again, and what all of them say together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from decks.kinds import NoteKind
from qtapp.sessions.quiz_state import QuizPhase

if TYPE_CHECKING:
    from qtapp.quizzes import Quizzes
    from tests.journeys.scenes import Stage

SEED = 11
LETTERS = (Qt.Key.Key_A, Qt.Key.Key_B, Qt.Key.Key_C)
HOW_SURE = (Qt.Key.Key_F4, Qt.Key.Key_F3, Qt.Key.Key_F2)
COUNT = 3


def take_quiz(stage: Stage) -> None:
    """Three single choices, answered A, B and C, sure, less so, and by guess."""
    player = stage.player
    player.window.place_asked.emit("quiz")
    quizzes = player.shell.the_quizzes(player.sitting)
    quizzes.setup._new_seed = lambda: SEED
    player.wait(lambda: quizzes.setup.state.pool is not None, "the questions")
    stage.picture("quiz-setup")
    quizzes.setup.toggle_kind(NoteKind.CHOICE)
    quizzes.setup.choose_number(COUNT)
    player.press(Qt.Key.Key_Return)
    _answer_all(stage, quizzes)
    assert quizzes.session.state.phase is QuizPhase.SUMMARY
    stage.picture("quiz-summary")
    quizzes.show_past()
    stage.picture("quiz-past")


def _answer_all(stage: Stage, quizzes: Quizzes) -> None:
    player = stage.player
    for place, (letter, how_sure) in enumerate(zip(LETTERS, HOW_SURE, strict=True)):
        player.wait(lambda: quizzes.session.state.question.face is not None, "a question")
        player.press(letter)
        player.press(how_sure)
        if place == 0:
            stage.picture("quiz-question")
        stage.clock.pass_time(seconds=15)
        player.press(Qt.Key.Key_Return)
        assert quizzes.session.state.question.is_answered
        if place == 0:
            stage.picture("quiz-told")
        player.press(Qt.Key.Key_Return)
