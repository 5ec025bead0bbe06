"""A learner in the Lab, through the real window, with networks that really train."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qtapp.laboratory import Laboratory
from qtapp.sessions.run_state import RunPhase
from qtapp.start import Starter
from tests.qtapp.test_shell import Run, places, run, shell_of

__all__ = ["places", "run"]
pytestmark = pytest.mark.usefixtures("first_chapter_alone")
LONG_MS = 120_000


def open_lab(run: Run, qtbot: QtBot, name: str) -> tuple[Starter, Laboratory]:
    """The app with an experiment open; few networks, so that it does not take long."""
    starter = run()
    shell = shell_of(starter)
    qtbot.waitUntil(lambda: shell.sitting is not None, timeout=LONG_MS)
    starter.window.sidebar.place_asked.emit("lab")
    assert shell.laboratory is not None
    shell.laboratory.open(name)
    shell.laboratory.lab.choose_members(2)
    return starter, shell.laboratory


@pytest.mark.slow
def test_an_experiment_trains_and_tells_what_it_shows(run: Run, qtbot: QtBot) -> None:
    starter, laboratory = open_lab(run, qtbot, "dead_relu")
    QTest.keyClick(QApplication.focusWidget() or laboratory.experiment_page, Qt.Key.Key_R)
    qtbot.waitUntil(lambda: laboratory.lab.state.run.phase is RunPhase.FINISHED, timeout=LONG_MS)
    result = laboratory.lab.state.run.result
    assert result is not None
    assert result.members == 2
    assert starter.window.page_key == "experiment"


@pytest.mark.slow
def test_closing_the_app_in_mid_run_leaves_no_process(run: Run, qtbot: QtBot) -> None:
    """`tests.leftovers` would name one."""
    _, laboratory = open_lab(run, qtbot, "batch_size_equal_epochs")
    laboratory.lab.start()
    qtbot.waitUntil(lambda: laboratory.lab.state.run.progress > 0, timeout=LONG_MS)
