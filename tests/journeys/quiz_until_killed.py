"""A learner in mid-quiz, in a process of its own that is to be killed.

    python -m tests.journeys.quiz_until_killed HOME {practice,exam}

It begins a quiz, or goes on with the one that was cut short, answers three questions and half of a
fourth by real keys, announces on one line where it stands, and waits for its end.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from PySide6.QtCore import Qt

from db.quiz_rows import QuizMode
from decks.questions.response_text import response_text
from qtapp import opening
from qtapp.app_settings import AppSettings
from qtapp.languages import Language
from qtapp.quizzes import Quizzes
from qtapp.sessions.quiz_state import QuizState
from qtapp.start import make_application
from qtapp.theme import ThemeChoice
from tests.journeys.clock import Clock
from tests.journeys.learner import EVENING
from tests.journeys.player import Player
from tests.journeys.quiz_course import CTRL, QuizHand

ANSWERED = 3
LOOK = AppSettings(Language.FRENCH, ThemeChoice.LIGHT, is_motion_on=False, is_warm_up_on=False)


def take(home: Path, mode: QuizMode) -> None:
    """Never returns."""
    opening.begin_course = lambda collection: ((), None)  # the questions are those of the journey
    with Player(make_application(), home, Clock(EVENING), LOOK) as player:
        player.wait_until_open()
        quizzes = player.shell.the_quizzes(player.sitting)
        begin(player, quizzes, mode)
        for _ in range(ANSWERED):
            answer(player, quizzes)
        draft(player, quizzes)
        print(json.dumps(standing(quizzes.session.state)), flush=True)
        player.wait(lambda: False, "the end")


def begin(player: Player, quizzes: Quizzes, mode: QuizMode) -> None:
    """By the Quiz page, which offers the quiz left open if there is one."""
    player.window.place_asked.emit("quiz")
    player.wait(lambda: quizzes.setup.state.pool is not None, "the questions")
    quizzes.setup.choose_mode(mode)
    player.press(Qt.Key.Key_Return)


def answer(player: Player, quizzes: Quizzes) -> None:
    """Answer and go on; « partly » is said of each, so that a grade is the learner's own."""
    hand, question = QuizHand(player), quizzes.session.state.question
    assert question.face is not None
    if not question.is_answered:
        hand.answer(question.face.kind)
        hand.press(Qt.Key.Key_F4)
        hand.press(Qt.Key.Key_Return, CTRL)
    if not quizzes.session.state.is_exam:
        hand.press(Qt.Key.Key_2)


def draft(player: Player, quizzes: Quizzes) -> None:
    """Answer but do not send it off, and think for longer than a draft takes to be saved."""
    hand, session = QuizHand(player), quizzes.session
    assert session.state.question.face is not None
    hand.answer(session.state.question.face.kind)
    hand.press(Qt.Key.Key_F2)
    player.wait(lambda: not session._pause.isActive(), "the draft's pause")


def standing(state: QuizState) -> dict[str, object]:
    """What the learner sees of the quiz, as JSON can say it."""
    response = state.question.response
    return {
        "place": state.place,
        "question": state.headings[state.place],
        "draft": None if response is None else response_text(response),
        "certainty": state.question.certainty,
        "answers": [
            [given.answer.response, given.answer.certainty, given.self_grade, given.is_locked]
            for given in state.answers
        ],
        "order": state.order,
    }


if __name__ == "__main__":
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["LC_ALL"] = "C.UTF-8"
    take(Path(sys.argv[1]), QuizMode(sys.argv[2]))
