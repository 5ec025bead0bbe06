"""A quiz as the demo takes it: chosen, answered, read again, and what all of them say together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from decks.kinds import NoteKind
from decks.questions.bodies import Choice
from qtapp.sessions.quiz_state import QuizPhase

if TYPE_CHECKING:
    from qtapp.quizzes import Quizzes
    from tests.journeys.scenes import Stage

SEED = 11
ANSWERS = ((False, Qt.Key.Key_F4), (True, Qt.Key.Key_F4), (True, Qt.Key.Key_F2))
"""Whether each is right, and the key for how sure."""


def take_quiz(stage: Stage) -> None:
    """Three single choices: an error made with certainty, what was known, and a lucky guess."""
    player = stage.player
    player.window.place_asked.emit("quiz")
    quizzes = player.shell.the_quizzes(player.sitting)
    quizzes.setup._new_seed = lambda: SEED
    player.wait(lambda: quizzes.setup.state.pool is not None, "the questions")
    stage.picture("quiz-setup")
    quizzes.setup.toggle_kind(NoteKind.CHOICE)
    quizzes.setup.choose_number(len(ANSWERS))
    player.press(Qt.Key.Key_Return)
    _answer_all(stage, quizzes)
    assert quizzes.session.state.phase is QuizPhase.SUMMARY
    stage.picture("quiz-summary")
    quizzes.show_past()
    stage.picture("quiz-past")


def _answer_all(stage: Stage, quizzes: Quizzes) -> None:
    player = stage.player
    for place, (is_right, how_sure) in enumerate(ANSWERS):
        player.press(_letter(quizzes, is_right=is_right))
        player.press(how_sure)
        if place == 0:
            stage.picture("quiz-question")
        stage.clock.pass_time(seconds=15)
        player.press(Qt.Key.Key_Return)
        assert quizzes.session.state.question.is_answered
        if place == 0:
            stage.picture("quiz-told")
        player.press(Qt.Key.Key_Return)


def _letter(quizzes: Quizzes, *, is_right: bool) -> Qt.Key:
    """The key of the first option that is right, or wrong."""
    face = quizzes.session.state.question.face
    assert face is not None
    assert isinstance(face.body, Choice)
    options = face.body.options
    return next(
        Qt.Key(Qt.Key.Key_A + place)
        for place, option in enumerate(face.shown)
        if options[option].is_right == is_right
    )
