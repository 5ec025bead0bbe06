"""Experiments in the real window: the first point, the window's freedom, what plots cost a run."""

import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QEventLoop, QObject, Qt, QTimer
from PySide6.QtTest import QTest

from bench.measure import Line, Times
from db.collection import Collection
from decks.kinds import NoteKind
from decks.model import Chapter, ExperimentRef, Note, Section
from qtapp import folders
from qtapp.app_settings import AppSettings, SettingsFile
from qtapp.laboratory import Laboratory
from qtapp.sessions.review_state import Phase
from qtapp.sessions.run_state import GOING
from qtapp.sitting import Sitting
from qtapp.start import Start, Starter, make_application

EXPERIMENT = "dead_relu"
POINTS, RUNS, CARDS = 20, 5, 40
FIRST_POINT_MS, BLOCK_MS, BLOCK_P99_MS, SLOWED, AS_QUICK = 100, 50, 25, 1.15, 1.25
TICK_MS = 2
TITLE = "Live"


class Gaps(QObject):
    """How long the window's thread let a timer wait, each time.

    Attributes:
        ms: Too late by the clock.
        busy_ms: What the thread computed meanwhile: on a busy machine it also waits for its turn.
    """

    def __init__(self) -> None:
        super().__init__()
        self.ms: list[float] = []
        self.busy_ms: list[float] = []
        self._busy_since = 0.0
        self._since = QElapsedTimer()
        self._timer = QTimer(self, interval=TICK_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)

    def start(self) -> None:
        """Begin to look."""
        self._since.start()
        self._busy_since = time.thread_time()
        self._timer.start()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    def _tick(self) -> None:
        busy = time.thread_time()
        self.ms.append(max(0.0, self._since.nsecsElapsed() / 1e6 - TICK_MS))
        self.busy_ms.append((busy - self._busy_since) * 1000)
        self._busy_since = busy
        self._since.restart()


class Window:
    """The app on a collection of cards that carry an experiment, its worker warm."""

    def __init__(self, folder: Path) -> None:
        self.app = make_application()
        places = folders.under(folder)
        SettingsFile(places.settings_file).save(AppSettings(is_warm_up_on=False))
        places.collection.parent.mkdir(parents=True, exist_ok=True)
        _make_collection(places.collection)
        self.starter = Starter(self.app, Start(places, places.collection))
        self.starter.window.show()
        self.wait(lambda: self.starter.shell is not None)
        assert self.starter.shell is not None
        self.shell = self.starter.shell
        self.wait(lambda: self.shell.sitting is not None)
        self.lab.get_ready()
        self.wait(lambda: self.lab.loader.is_ready)
        self.lab.show()
        self.lab.open(EXPERIMENT)
        self.run_once()

    @property
    def lab(self) -> Laboratory:
        """The Lab."""
        return self.shell.the_laboratory()

    @property
    def sitting(self) -> Sitting:
        """The open collection."""
        assert self.shell.sitting is not None
        return self.shell.sitting

    def wait(self, is_done: Callable[[], bool]) -> None:
        """Let the app run."""
        limit = time.monotonic() + 120
        while not is_done():
            self.app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)
            if time.monotonic() > limit:
                raise TimeoutError("the window did not get there")

    def run_once(self) -> float:
        """Press R and wait for the end: milliseconds."""
        state = self.lab.lab
        begun = time.perf_counter()
        QTest.keyClick(self.lab.experiment_page, Qt.Key.Key_R)
        self.wait(lambda: state.state.run.phase not in GOING)
        return (time.perf_counter() - begun) * 1000

    def first_point(self) -> float:
        """Press R and wait until something of the run is painted: milliseconds."""
        session, plot = self.lab.lab, self.lab.experiment_page.plots.plot
        assert plot is not None
        drawn: list[bool] = []
        heard = plot.canvas.mpl_connect(
            "draw_event", lambda _event: drawn.append(bool(session.state.run.pictures))
        )
        begun = time.perf_counter()
        QTest.keyClick(self.lab.experiment_page, Qt.Key.Key_R)
        self.wait(lambda: any(drawn))
        self.app.processEvents()  # paints it
        ms = (time.perf_counter() - begun) * 1000
        plot.canvas.mpl_disconnect(heard)
        session.stop()
        self.wait(lambda: session.state.run.phase not in GOING)
        return ms

    def hidden_run(self) -> float:
        """The same run while another page is shown, and its plots with it: milliseconds."""
        lab, plots = self.lab.lab, self.lab.experiment_page
        lab.changed.disconnect(plots.show_state)
        try:
            return self.run_once()
        finally:
            lab.changed.connect(plots.show_state)

    def close(self) -> None:
        """End the app as its learner would."""
        self.starter.window.close()
        self.starter.end()


def measure() -> tuple[Line, ...]:
    """All of it, in one window."""
    with tempfile.TemporaryDirectory() as name, closing(Window(Path(name))) as window:
        first = Times(tuple(window.first_point() for _ in range(POINTS)))
        shown, hidden, gaps = _runs(window)
        plain, running = _grades(window)
    slowed = shown.median / hidden.median
    as_quick = running.median / plain.median
    blocks = Times(tuple(gaps.busy_ms))
    is_free = max(blocks.ms) <= BLOCK_MS and blocks.p99 <= BLOCK_P99_MS
    longest = f"longest {max(blocks.ms):.0f} ms of processor time, {max(gaps.ms):.0f} by the clock"
    return (
        Line("key to first point painted, warm worker", first, None, f"≤ {FIRST_POINT_MS} ms",
             first.median <= FIRST_POINT_MS),
        Line(f"window's thread busy while a run is drawn ({longest})", blocks, None,
             f"p99 ≤ {BLOCK_P99_MS} ms, none over {BLOCK_MS}", is_free),
        Line("a run that is drawn, beside the same undrawn", shown, hidden, f"≤ {SLOWED} ×",
             slowed <= SLOWED),
        Line("next card after a grade in mid-run, beside one without a run", running, plain,
             f"≤ {AS_QUICK} ×", as_quick <= AS_QUICK),
    )  # fmt: skip


def _runs(window: Window) -> tuple[Times, Times, Gaps]:
    """Runs with and without their plots, in turn."""
    gaps, shown, hidden = Gaps(), [], []
    for _ in range(RUNS):
        hidden.append(window.hidden_run())
        gaps.start()
        shown.append(window.run_once())
        gaps.stop()
    return Times(tuple(shown)), Times(tuple(hidden)), gaps


def _grades(window: Window) -> tuple[Times, Times]:
    """From the key that grades to the next card painted: at rest, and in mid-run, in turn."""
    sitting = window.sitting
    sitting.review.raise_limits(new=10 * CARDS)
    sitting.show_today()
    window.wait(lambda: sitting.today.state.facts is not None)
    assert sitting.today.state.facts is not None
    sitting.start_deck(next(r for r in sitting.today.state.facts.decks if TITLE in r.deck.title))
    window.wait(lambda: sitting.review.state.phase is Phase.QUESTION)
    session = sitting.experiments.session
    painted: list[int] = []
    sitting.review_page.question_painted.connect(lambda: painted.append(1))
    times: tuple[list[float], list[float]] = ([], [])
    for number in range(CARDS):
        window.wait(lambda: session.state.entry is not None)
        if number % 2:
            QTest.keyClick(sitting.review_page, Qt.Key.Key_Return)
            window.wait(lambda: session.state.run.progress > 0)
        QTest.keyClick(sitting.review_page, Qt.Key.Key_Space)
        window.app.processEvents()
        before, begun = len(painted), time.perf_counter()
        QTest.keyClick(sitting.review_page, Qt.Key.Key_4)
        window.wait(lambda before=before: len(painted) > before)  # type: ignore[misc]
        times[number % 2].append((time.perf_counter() - begun) * 1000)
    return Times(tuple(times[0])), Times(tuple(times[1]))


def _make_collection(path: Path) -> None:
    notes = tuple(
        Note(f"n{n}", NoteKind.BASIC, f"Question {n} ?", f"Réponse {n}.",
             experiment=ExperimentRef(EXPERIMENT))
        for n in range(2 * CARDS)
    )  # fmt: skip
    with closing(Collection.open(path)) as collection:
        section = Section("s", "Section", notes=notes)
        collection.apply_import(Chapter("live", TITLE, number=0, sections=(section,)))
