"""The Lab in the window: reached from the sidebar, run by a process next door, left at any time."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from qtapp.app_settings import SettingsFile
from qtapp.background import Background
from qtapp.laboratory import EXPERIMENT, LAB, Laboratory
from qtapp.look import Look
from qtapp.notify import Notifier
from qtapp.pages.loading import LoadingPage
from qtapp.sessions.run_state import RunPhase
from qtapp.widgets.key_button import KeyButton
from qtapp.window import MainWindow
from sim.protocol import Finished, LogNotWritten, LogWritten, Started
from sim.runfile import read
from sim.words import same
from tests.qtapp.fake_runner import FakeRunner
from tests.qtapp.pages.test_lab import RESULT
from tests.qtapp.sessions.listening import Heard


@pytest.fixture
def window(qtbot: QtBot, look: Look, settings_file: SettingsFile) -> MainWindow:
    window = MainWindow(look, settings_file, {"today": LoadingPage(look.theme)})
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def runner() -> FakeRunner:
    return FakeRunner()


@pytest.fixture
def laboratory(window: MainWindow, look: Look, runner: FakeRunner) -> Iterator[Laboratory]:
    background = Background(window)
    made = Laboratory(window, look.theme, Notifier(window), background, runner=runner)
    yield made
    made.close()
    background.finish()


def finish(qtbot: QtBot, laboratory: Laboratory, runner: FakeRunner) -> None:
    """Run what is chosen, to its end."""
    QTest.keyClick(laboratory.experiment_page, Qt.Key.Key_R)
    job = laboratory.lab.state.run.job_id
    with qtbot.waitSignals([laboratory.client.reported] * 2, timeout=30_000):
        runner.tell(Started(job, RESULT.device))
        runner.tell(Finished(job, RESULT))
    qtbot.waitUntil(lambda: laboratory.lab.state.run.phase is RunPhase.FINISHED)


def test_going_there_gets_the_process_ready(
    laboratory: Laboratory, window: MainWindow, runner: FakeRunner
) -> None:
    laboratory.show()
    assert window.page_key == LAB
    assert runner.said == [("warm", 0)]


def test_an_experiment_is_run_by_one_key(
    qtbot: QtBot, laboratory: Laboratory, window: MainWindow, runner: FakeRunner
) -> None:
    laboratory.show()
    laboratory.open("dead_relu")
    assert window.page_key == EXPERIMENT
    finish(qtbot, laboratory, runner)
    assert len(laboratory.lab.state.kept) == 1


def test_leaving_the_lab_stops_its_run(
    laboratory: Laboratory, window: MainWindow, runner: FakeRunner
) -> None:
    laboratory.show()
    laboratory.open("dead_relu")
    laboratory.lab.start()
    window.show_page("today")
    assert ("cancel", laboratory.lab.state.run.job_id) in runner.said


def test_coming_back_finds_the_experiment_that_was_left(
    laboratory: Laboratory, window: MainWindow
) -> None:
    laboratory.show()
    laboratory.open("dead_relu")
    window.show_page("today")
    laboratory.show()
    assert window.page_key == EXPERIMENT


def test_what_was_shown_is_written_out(
    qtbot: QtBot, laboratory: Laboratory, runner: FakeRunner, tmp_path: Path
) -> None:
    laboratory.show()
    laboratory.open("dead_relu")
    finish(qtbot, laboratory, runner)
    qtbot.waitUntil(lambda: laboratory.experiment_page.plots.plot is not None, timeout=60_000)
    told = Heard(laboratory._notifier.posted)
    for kind in ("json", "csv", "png", "svg"):
        laboratory.write(tmp_path / f"run.{kind}", kind, laboratory.lab.state)
        assert told.last.text == f"Exported to {tmp_path / f'run.{kind}'}."
    assert read(tmp_path / "run.json").result == RESULT
    assert (tmp_path / "run.csv").read_text().startswith("plot,curve,x,")
    assert (tmp_path / "run.png").read_bytes().startswith(b"\x89PNG")
    assert "<svg" in (tmp_path / "run.svg").read_text()


def test_the_command_is_copied(qtbot: QtBot, laboratory: Laboratory, runner: FakeRunner) -> None:
    laboratory.show()
    laboratory.open("dead_relu")
    finish(qtbot, laboratory, runner)
    laboratory.experiment_page.export_asked.emit("command")
    assert QGuiApplication.clipboard().text().startswith("python -m sim run dead_relu")


def test_a_run_is_logged_for_tensorboard(
    qtbot: QtBot,
    laboratory: Laboratory,
    runner: FakeRunner,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    laboratory.show()
    laboratory.open("dead_relu")
    finish(qtbot, laboratory, runner)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    told = Heard(laboratory._notifier.posted)
    laboratory.experiment_page.export_asked.emit("tensorboard")
    (asked,) = runner.logs
    assert (asked.folder, asked.result, asked.language) == (str(tmp_path), RESULT, "en")
    with qtbot.waitSignal(laboratory._notifier.posted):
        runner.tell(LogWritten(str(tmp_path)))
    assert str(tmp_path) in told.last.text
    with qtbot.waitSignal(laboratory._notifier.posted):
        runner.tell(LogNotWritten(str(tmp_path), same("it is not installed")))
    assert told.last.text == "it is not installed."


@pytest.mark.parametrize("is_same", [True, False])
def test_a_run_is_replayed_by_a_click_and_compared(
    qtbot: QtBot, laboratory: Laboratory, runner: FakeRunner, *, is_same: bool
) -> None:
    laboratory.show()
    laboratory.open("dead_relu")
    laboratory.lab.choose_seed(5)
    finish(qtbot, laboratory, runner)
    told = Heard(laboratory._notifier.posted)
    button = laboratory.experiment_page.findChild(KeyButton, "replay")
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert runner.asked[-1].seed == 5  # type: ignore[union-attr]
    by = 0.0 if is_same else 1e-9
    measures = {name: tuple(v + by for v in values) for name, values in RESULT.measures.items()}
    job = laboratory.lab.state.run.job_id
    with qtbot.waitSignal(laboratory.lab.replayed, timeout=30_000):
        runner.tell(Finished(job, replace(RESULT, measures=measures)))
    words = "the same numbers" if is_same else "other numbers"
    assert words in told.last.text
