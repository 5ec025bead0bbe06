"""Experiments through the real window, with networks that really train next door."""

import os
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from db.collection import Collection
from decks.kinds import NoteKind
from decks.model import Chapter, ExperimentRef, Note, Section
from qtapp import sim_client
from qtapp.laboratory import Laboratory
from qtapp.languages import Language
from qtapp.sessions.prediction import PredictionSession
from qtapp.sessions.review_state import Phase
from qtapp.sessions.run_state import GOING, RunPhase, RunState
from qtapp.sessions.speed import Speed
from qtapp.widgets.experiment_frame import ExperimentFrame
from sim.pictures import Curve
from sim.supervisor import Supervisor
from tests.journeys.clock import Clock
from tests.journeys.learner import Learner, learner

pytestmark = pytest.mark.alone

QUICK = ("gradient_noise", "divergence", "perceptron", "ravine")
RUNS = int(os.environ.get("EPOQUE_RUNS", "16"))
"""200 of them take ten minutes; what a run leaves behind shows in 16 as well."""
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def player(
    qapp: QApplication, home: Path, collection_path: Path, clock: Clock
) -> Iterator[Learner]:
    with started(qapp, home, collection_path, clock) as made:
        yield made


@contextmanager
def started(
    qapp: QApplication, home: Path, collection_path: Path, clock: Clock
) -> Iterator[Learner]:
    """At the first of three cards that name an experiment."""
    collection = Collection.open(collection_path, clock=clock)
    notes = tuple(
        Note(
            f"n{n}",
            NoteKind.BASIC,
            f"Que fait un taux de 2 ? ({n})",
            f"Des morts. ({n})",
            experiment=ExperimentRef("dead_relu", (("learning_rate", 2.0),), "curve"),
        )
        for n in range(3)
    )
    section = Section("s", "Section", notes=notes)
    collection.apply_import(Chapter("essai", "Essai", number=77, sections=(section,)))
    collection.close()
    with learner(qapp, home, clock, Language.FRENCH) as made:
        made.wait_until_open()
        today = made.sitting.today
        made.wait(lambda: today.state.facts is not None, "the decks")
        assert today.state.facts is not None
        made.sitting.start_deck(*(r for r in today.state.facts.decks if "Essai" in r.deck.title))
        made.wait_for_phase(Phase.QUESTION)
        made.wait(lambda: made.window.findChild(ExperimentFrame) is not None, "the experiment")
        yield made


def predictions(player: Learner) -> PredictionSession:
    return player.sitting.experiments.session


@pytest.fixture
def no_torch(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine on which the worker starts, and PyTorch does not load."""
    script = "import sys; sys.modules['torch'] = None; from sim import worker; worker.main()"
    command = (sys.executable, "-c", script)
    monkeypatch.setattr(sim_client, "Supervisor", lambda: Supervisor(command=command))


def laboratory(player: Learner) -> Laboratory:
    assert player.shell.laboratory is not None
    return player.shell.laboratory


def worker_pid(player: Learner) -> int:
    supervisor = laboratory(player).client._runner
    assert isinstance(supervisor, Supervisor)
    assert supervisor.pid is not None
    return supervisor.pid


def text(player: Learner, name: str) -> str:
    label = player.window.findChild(QLabel, name)
    assert label is not None
    return label.text() if label.isVisible() else ""


def draw(player: Learner) -> None:
    """Drag the mouse from the left of the axes to their right, rising."""
    room = player.window.findChild(ExperimentFrame)
    assert room is not None
    plots = room.room
    player.wait(lambda: plots.plot is not None, "Matplotlib")
    assert plots.plot is not None
    player.settle()
    canvas, axes = plots.plot.canvas, plots.plot.views[0].axes
    box = axes.get_window_extent()
    ratio, height = canvas.device_pixel_ratio, canvas.height()
    places = [
        QPoint(
            round((box.x0 + share * box.width) / ratio),
            round(height - (box.y0 + (0.1 + 0.8 * share**0.3) * box.height) / ratio),
        )
        for share in (0.0, 0.05, 0.1, 0.2, 0.4, 0.6, 0.8, 1.0)
    ]
    QTest.mousePress(canvas, LEFT, pos=places[0])
    for place in places[1:]:
        QTest.mouseMove(canvas, place)
        player.settle()
    QTest.mouseRelease(canvas, LEFT, pos=places[-1])


def test_predict_run_and_grade(player: Learner) -> None:
    session = predictions(player)
    draw(player)
    assert session.state.drawn.is_complete
    player.press(Qt.Key.Key_C)
    player.press(Qt.Key.Key_Return)
    player.wait(lambda: bool(session.state.run.pictures), "the first picture")
    player.wait(lambda: session.state.run.phase is RunPhase.FINISHED, "the result")
    assert session.state.judgement is not None
    assert "Note suggérée" in text(player, "run-judged")
    assert "32 réseaux sur 32" in text(player, "run-verdict")
    player.reveal()
    assert session.state.suggestion is not None
    asked = player.review.serial
    player.press(Qt.Key(Qt.Key.Key_0 + session.state.suggestion.value))
    player.wait_for_phase(Phase.QUESTION)
    assert player.review.serial == asked + 1
    assert session.state.run.phase is RunPhase.IDLE


def test_a_worker_killed_in_mid_run_is_told_and_the_next_run_works(player: Learner) -> None:
    session = predictions(player)
    player.press(Qt.Key.Key_Return)
    player.wait(lambda: session.state.run.progress > 0, "progress")
    os.kill(worker_pid(player), signal.SIGKILL)
    player.wait(lambda: session.state.run.phase is RunPhase.FAILED, "the failure")
    player.settle()
    assert "mémoire" in text(player, "run-shows")
    player.press(Qt.Key.Key_T)
    player.wait(lambda: session.state.run.phase is RunPhase.FINISHED, "the result")
    player.reveal()
    player.press(Qt.Key.Key_3)
    player.wait_for_phase(Phase.QUESTION)


@pytest.mark.usefixtures("no_torch")
def test_without_torch_one_is_told_what_to_do_and_reviews_as_ever(
    qapp: QApplication, home: Path, collection_path: Path, clock: Clock
) -> None:
    with started(qapp, home, collection_path, clock) as player:
        session = predictions(player)
        player.press(Qt.Key.Key_Return)
        player.wait(lambda: session.state.run.phase is RunPhase.FAILED, "the failure")
        player.settle()
        assert "make run" in text(player, "run-shows")
        asked = player.review.serial
        player.reveal()
        player.press(Qt.Key.Key_3)
        player.wait_for_phase(Phase.QUESTION)
        assert player.review.serial == asked + 1
        laboratory(player).show()
        laboratory(player).open("divergence")
        lab = laboratory(player).lab
        player.press(Qt.Key.Key_R)
        player.wait(lambda: lab.state.run.phase is RunPhase.FAILED, "the failure")
        player.settle()
        assert "make run" in text(player, "shows")


def test_grading_in_mid_run_waits_for_nothing_and_closing_leaves_nothing(player: Learner) -> None:
    """`tests.leftovers` names a process that is left."""
    session = predictions(player)
    player.press(Qt.Key.Key_Return)
    player.wait(lambda: session.state.run.progress > 0, "progress")
    player.reveal()
    assert session.state.run.is_going
    player.press(Qt.Key.Key_3)
    player.wait_for_phase(Phase.QUESTION)
    assert session.state.run.phase is RunPhase.IDLE
    player.press(Qt.Key.Key_Return)
    player.wait(lambda: session.state.run.progress > 0, "progress of the next")


def test_two_runs_are_compared_in_the_lab(player: Learner) -> None:
    session = predictions(player)
    player.press(Qt.Key.Key_Return)
    player.wait(lambda: session.state.run.phase is RunPhase.FINISHED, "the result")
    player.press(Qt.Key.Key_O)
    lab = laboratory(player).lab
    player.wait(lambda: player.window.page_key == "experiment", "the Lab")
    assert [kept.order.settings["learning_rate"] for kept in lab.state.kept] == [2.0]
    lab.change("learning_rate", 0.3)
    player.press(Qt.Key.Key_R)
    player.wait(lambda: lab.state.run.phase is RunPhase.FINISHED, "the second result")
    player.settle()
    plot = laboratory(player).experiment_page.plots.plot
    assert plot is not None
    names = [str(named.line.get_label()) for named in plot.views[0].legend]
    assert any("= 2" in name for name in names), names
    player.press(Qt.Key.Key_Escape)
    assert player.window.page_key == "lab"


def test_a_slow_run_can_be_followed(player: Learner) -> None:
    """At 2 moments a second, 0.9 s show at most 3 of them; at full speed the run then ends."""
    laboratory(player).show()
    laboratory(player).open("divergence")
    lab = laboratory(player).lab
    for _ in range(2):
        player.press(Qt.Key.Key_V)
    assert lab.state.speed is Speed.SLOW
    player.press(Qt.Key.Key_R)
    player.wait(lambda: lab.state.run.progress > 0, "the first step")
    seen = {_points(lab.state.run)}
    lab.changed.connect(lambda state: seen.add(_points(state.run)))
    until = time.monotonic() + 0.9
    player.wait(lambda: time.monotonic() > until, "a while")
    phase = lab.state.run.phase  # no state in the message of a failure: it is long
    assert phase is RunPhase.RUNNING
    assert 2 <= len(seen) <= 4, seen
    player.press(Qt.Key.Key_V)
    player.wait(lambda: lab.state.run.phase is RunPhase.FINISHED, "the result")


def test_many_runs_in_a_row_leave_nothing_behind(player: Learner) -> None:
    laboratory(player).show()
    lab = laboratory(player).lab
    sizes: list[tuple[int, int]] = []
    counts: list[tuple[int, int]] = []
    for number in range(RUNS):
        laboratory(player).open(QUICK[number % len(QUICK)])
        lab.choose_members(2)
        lab.choose_seed(number)
        lab.start()
        player.wait(lambda: lab.state.run.phase not in GOING, "a run")
        assert lab.state.run.phase is RunPhase.FINISHED, lab.state.run.trouble
        if number in (RUNS // 4 | 3, RUNS - 1):  # the same experiment, hence the same page
            pid = worker_pid(player)
            sizes.append((_memory(os.getpid()), _memory(pid)))
            counts.append((_children(), len(player.window.findChildren(QWidget))))
    (app, worker), (app_after, worker_after) = sizes
    assert counts[0] == counts[1]
    assert app_after < app + 40e6
    assert worker_after < worker + 40e6


def _points(run: RunState) -> int:
    """On the first curve."""
    first = run.pictures[0]
    assert isinstance(first, Curve)
    return len(first.x)


def _memory(pid: int) -> int:
    """Bytes in real memory."""
    status = Path(f"/proc/{pid}/status").read_text()
    return int(status.partition("VmRSS:")[2].split()[0]) * 1024


def _children() -> int:
    return len(list(Path("/proc/self/task").iterdir()))
