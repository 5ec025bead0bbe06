"""Random hands find nothing in a few seconds; they are let at it for minutes by hand."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.journeys.random_hands import RandomHands, play

STEPS = 100


@pytest.mark.slow
@pytest.mark.qt_log_ignore("plugin does not support", extend=True)
@pytest.mark.usefixtures("in_paris")
def test_a_few_seconds_of_random_hands_find_no_mistake(tmp_path: Path, qapp: QApplication) -> None:
    assert play(qapp, tmp_path, seed=5, seconds=60.0, most_steps=STEPS) == STEPS


@pytest.mark.slow
@pytest.mark.qt_log_ignore("plugin does not support", extend=True)
@pytest.mark.usefixtures("in_paris")
def test_a_mistake_is_told_with_what_led_there(
    tmp_path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slip(hands: RandomHands) -> None:
        hands.trail.append("slip")
        hands._player.shell.reporter.unexpected.emit("Traceback: a mistake")

    monkeypatch.setattr(RandomHands, "_press", slip)
    with pytest.raises(AssertionError, match=r"(?s)slip.*Traceback: a mistake"):
        play(qapp, tmp_path, seed=5, seconds=60.0)
