"""A quiz cut short by `kill -9` in the real window goes on at its question, with every answer."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from db.quiz_rows import QuizMode
from qtapp.languages import Language
from qtapp.quizzes import QUESTION
from tests.journeys.clock import Clock
from tests.journeys.learner import learner
from tests.journeys.quiz_course import ALT, quiz_collection
from tests.journeys.quiz_until_killed import ANSWERED, standing

ROOT = Path(__file__).parents[2]


def killed(home: Path, mode: QuizMode) -> dict[str, Any]:
    """Let a process take the quiz, kill it, and return what it saw last, as JSON says it."""
    command = [sys.executable, "-m", "tests.journeys.quiz_until_killed", str(home), mode.value]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        told = process.stdout.readline()
        assert process.poll() is None, told
        process.kill()
    found = json.loads(told)
    assert isinstance(found, dict)
    return found


@pytest.mark.slow
@pytest.mark.parametrize("mode", QuizMode)
def test_a_quiz_survives_two_kills_to_the_question(
    qapp: QApplication, home: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch, mode: QuizMode
) -> None:
    quiz_collection(home, clock, monkeypatch)
    first = killed(home, mode)
    last = killed(home, mode)
    assert first["place"] == ANSWERED
    assert last["place"] == 2 * ANSWERED
    assert last["order"] == first["order"]
    assert last["answers"][:ANSWERED] == first["answers"][:ANSWERED]
    with learner(qapp, home, clock, Language.FRENCH) as player:
        player.wait_until_open()
        assert "réponses sur 9" in player.wait_for_banner("Un quiz est en cours")
        player.click("bannerAction")
        assert player.window.page_key == QUESTION
        assert player.shell.quizzes is not None
        state = player.shell.quizzes.session.state
        assert json.loads(json.dumps(standing(state))) == last
        player.window.resize(1280, 800)
        player.settle()
        assert player.part(QLabel, "quiz-where").text() == "Question 7 sur 9"
        player.press(Qt.Key.Key_Left, ALT)
        earlier = player.shell.quizzes.session.state.question
        assert earlier.is_answered is (mode is QuizMode.PRACTICE)
        assert earlier.response is not None
