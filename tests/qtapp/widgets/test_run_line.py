"""Below the plots: what may be done with a run now."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from qtapp.sessions.run_state import RunOrder, RunPhase, RunState
from qtapp.sessions.speed import Speed
from qtapp.theme import Theme
from qtapp.widgets.key_button import KeyButton
from qtapp.widgets.run_line import RunLine
from sim.pictures import Curve
from sim.result import Device, DeviceKind, RunResult
from sim.words import same
from tests.qtapp.sessions.listening import Heard


@pytest.fixture
def line(qtbot: QtBot, theme: Theme) -> RunLine:
    made = RunLine(theme)
    made.retranslate()
    qtbot.addWidget(made)
    made.show()
    return made


def offered(line: RunLine) -> set[str]:
    return {b.objectName() for b in line.findChildren(KeyButton) if b.isVisible()}


@pytest.mark.parametrize(
    ("phase", "earlier", "buttons"),
    [
        (RunPhase.IDLE, 0, set()),
        (RunPhase.PREPARING, 3, {"stop"}),
        (RunPhase.RUNNING, 3, {"pause", "stop"}),
        (RunPhase.PAUSED, 3, {"step", "pause", "stop"}),
        (RunPhase.FINISHED, 1, set()),
        (RunPhase.FINISHED, 2, {"clear"}),
    ],
)
def test_only_what_can_be_done_is_offered(
    line: RunLine, phase: RunPhase, earlier: int, buttons: set[str]
) -> None:
    line.show_run(RunState(phase=phase), earlier=earlier)
    assert offered(line) == buttons | {"speed"}


def test_buttons_say_what_was_asked(line: RunLine) -> None:
    line.show_run(RunState(phase=RunPhase.PAUSED), earlier=0)
    heard = [Heard(signal) for signal in (line.step_asked, line.pause_asked, line.stop_asked)]
    for name in ("step", "pause", "stop"):
        button = line.findChild(KeyButton, name)
        assert button is not None
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert [len(each.all) for each in heard] == [1, 1, 1]


def test_a_run_that_is_held_can_go_on(line: RunLine) -> None:
    button = line.findChild(KeyButton, "pause")
    assert button is not None
    line.show_run(RunState(phase=RunPhase.RUNNING), earlier=0)
    assert button.text() == "Pause"
    line.show_run(RunState(phase=RunPhase.PAUSED), earlier=0)
    assert button.text() == "Resume"


def test_the_speed_is_told(line: RunLine) -> None:
    button = line.findChild(KeyButton, "speed")
    assert button is not None
    assert button.text() == "Speed: full"
    line.show_run(RunState(phase=RunPhase.RUNNING), earlier=0, speed=Speed.SLOW)
    assert button.text() == "Speed: 2 frames/s"
    heard = Heard(line.speed_asked)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert len(heard.all) == 1


@pytest.mark.parametrize(
    ("met", "score"), [((True,) * 20, "✓ 20/20"), ((True,) * 7 + (False,), "7/8"), ((False,), "✗")]
)
def test_the_score_is_told_at_its_end(line: RunLine, met: tuple[bool, ...], score: str) -> None:
    device = Device(DeviceKind.CPU, "cpu")
    result = RunResult(
        "xor", {}, len(met), 0, device, "2.13.0", 1.5, {}, met, (None,) * len(met), ()
    )
    line.show_run(RunState(RunPhase.FINISHED, result=result), earlier=1)
    told = line.findChild(QLabel, "status")
    assert told is not None
    assert told.text().split(" · ")[0] == score


def curve(plot: str, *x: float) -> Curve:
    """A curve that has come so far."""
    return Curve(plot, "a", same("a"), x, x, x, x, tuple(1.0 for _ in x))


@pytest.mark.parametrize(
    ("experiment", "pictures", "told"),
    [
        ("overfitting", (curve("loss", 0, 72, 144), curve("loss", 0, 72)), "24% · epoch 144"),
        ("dead_relu", (curve("dead", 0, 54), curve("layers", 1, 2)), "24% · step 54"),
        ("dead_relu", (curve("layers", 1, 2),), "24%"),
        ("dead_relu", (), "24%"),
    ],
)
def test_epochs_or_steps_tick(
    line: RunLine, experiment: str, pictures: tuple[Curve, ...], told: str
) -> None:
    run = RunState(RunPhase.RUNNING, 1, RunOrder(experiment), 0.24, pictures)
    status = line.findChild(QLabel, "status")
    assert status is not None
    line.show_run(run, earlier=0)
    assert status.text().replace("\N{NO-BREAK SPACE}", " ") == told
    line.show_run(replace(run, phase=RunPhase.PAUSED), earlier=0)
    assert status.text().replace("\N{NO-BREAK SPACE}", " ") == f"Paused at {told}"


@pytest.mark.parametrize("width", [540, 680, 1000])
def test_what_is_told_of_a_held_run_is_whole(line: RunLine, width: int) -> None:
    order = RunOrder("overfitting")
    run = RunState(RunPhase.PAUSED, 1, order, 0.24, (curve("loss", 0, 144),))
    line.setFixedWidth(width)
    line.show_run(RunState(), earlier=0, speed=Speed.SLOW)
    QCoreApplication.processEvents()
    height = line.sizeHint().expandedTo(line.minimumSize()).height()
    line.show_run(run, earlier=0, speed=Speed.SLOW)
    QCoreApplication.processEvents()
    status = line.findChild(QLabel, "status")
    assert status is not None
    assert status.width() >= status.sizeHint().width()
    assert line.sizeHint().expandedTo(line.minimumSize()).height() == height, "plots keep theirs"


def test_it_is_as_narrow_as_its_buttons_however_much_it_tells(line: RunLine) -> None:
    before = line.minimumSizeHint().width()
    told = line.findChild(QLabel, "status")
    assert told is not None
    told.setText("✓ 10,000/10,000 · 12.3 s on the graphics card (some long name)")
    QCoreApplication.processEvents()
    assert line.minimumSizeHint().width() == before
