"""The Lab in the window: joins what trains, the sessions and the two pages.

It needs no collection, and nothing of it is loaded before the learner goes there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from qtapp import lab_export
from qtapp.background import Background
from qtapp.notify import Notifier
from qtapp.pages.experiment import ExperimentPage
from qtapp.pages.lab import LabPage
from qtapp.plots.loading import PlotLoader
from qtapp.said import language, said
from qtapp.sessions.lab import LabSession
from qtapp.sessions.lab_state import LabState
from qtapp.sessions.run import RunSession
from qtapp.sessions.run_state import RunOrder
from qtapp.sim_client import AUTO, Runner, SimClient
from qtapp.theme import Theme
from qtapp.widgets.experiment_settings import MEMBERS, SEED
from qtapp.window import MainWindow
from sim.protocol import Event, LogNotWritten, LogWritten, WriteLog
from sim.result import RunResult
from sim.settings import Scalar

LAB, EXPERIMENT = "lab", "experiment"
COMMAND, ATTACH, BOARD = "command", "attach", "tensorboard"
_PLACES = (LAB, EXPERIMENT, "history")
_PICTURES = ("png", "svg")


class Laboratory(QObject):
    """Where experiments are chosen and run.

    Signals:
        history_asked: The runs of before are wanted.
        attach_asked: The `RunOrder` of a run that is to be put on a card.

    Attributes:
        client: The process that trains; started when it is first needed.
        loader: Brings in what draws plots.
        has_history: Whether anything keeps the runs; set before the list is first shown.
        lab: What may be done.
    """

    history_asked = Signal()
    attach_asked = Signal(object)

    def __init__(
        self,
        window: MainWindow,
        theme: Theme,
        notifier: Notifier,
        background: Background,
        *,
        runner: Runner | None = None,
        device: Callable[[], str] = lambda: AUTO,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        self._notifier = notifier
        self.loader = PlotLoader(background, self)
        self.loader.failed.connect(self._notifier.report)
        self.client = SimClient(runner, self, device=device)
        self.has_history = False
        self.lab = LabSession(RunSession(self.client, self), self)
        self.lab.replayed.connect(self._tell_of_replay)
        self.client.reported.connect(self._tell_of_log)
        window.page_changed.connect(self._follow_window)

    @Slot()
    def show(self) -> None:
        """Go to the Lab: to the experiment that was left there, or to the list."""
        self.get_ready()
        _ = self.list_page, self.experiment_page
        self._window.show_page(EXPERIMENT if self.lab.state.entry is not None else LAB)

    def get_ready(self) -> None:
        """Load what draws and what trains, so that a run starts at once."""
        self.loader.load()
        self.client.warm()

    @cached_property
    def list_page(self) -> LabPage:
        """All experiments; made when first wanted."""
        page = LabPage(self._theme)
        page.experiment_asked.connect(self.open)
        page.history_asked.connect(self.history_asked)
        page.offer_history(is_there=self.has_history)
        self._window.add_page(LAB, page)
        return page

    @cached_property
    def experiment_page(self) -> ExperimentPage:
        """One of them; made when first wanted."""
        page, lab = ExperimentPage(self._theme, self.loader), self.lab
        lab.changed.connect(page.show_state)
        page.back_asked.connect(self.leave)
        page.run_asked.connect(lab.start)
        page.stop_asked.connect(lab.stop)
        page.pause_asked.connect(lab.toggle_pause)
        page.step_asked.connect(lab.step)
        page.speed_asked.connect(lab.change_speed)
        page.reset_asked.connect(lab.reset)
        page.clear_asked.connect(lab.clear)
        page.compared.replay_asked.connect(lab.replay)
        page.preset_asked.connect(lab.take_preset)
        page.edited.connect(self._change)
        page.export_asked.connect(self._export)
        page.show_state(lab.state)
        self._window.add_page(EXPERIMENT, page)
        return page

    @Slot(str)
    def open(self, name: str) -> None:
        """Look at an experiment."""
        self.lab.choose(name)
        self._window.show_page(EXPERIMENT)

    def open_run(
        self,
        name: str,
        settings: Mapping[str, Scalar],
        order: RunOrder | None = None,
        result: RunResult | None = None,
    ) -> None:
        """Go on with an experiment from elsewhere: its settings, and a run if it has ended.

        Raises:
            SimError: If there is no such experiment or setting any more.
        """
        self.get_ready()
        _ = self.list_page, self.experiment_page
        self.lab.choose(name, settings)
        if order is not None and result is not None:
            self.lab.take(order, result)
        self._window.show_page(EXPERIMENT)

    @Slot()
    def show_list(self) -> None:
        """To the list of experiments."""
        self._window.show_page(LAB)

    @Slot()
    def leave(self) -> None:
        """Back to the list; what runs is stopped."""
        self.lab.leave()
        self._window.show_page(LAB)

    @Slot(str, object)
    def _change(self, name: str, value: object) -> None:
        if name == MEMBERS:
            self.lab.choose_members(int(str(value)))
        elif name == SEED:
            self.lab.choose_seed(int(str(value)))
        else:
            self.lab.change(name, value)

    @Slot(str)
    def _follow_window(self, key: str) -> None:
        """Whoever leaves the Lab in mid-run leaves the run, too."""
        if key not in _PLACES:
            self.lab.stop()
        self._window.sidebar.set_current(LAB if key in _PLACES else key)

    @Slot(bool)
    def _tell_of_replay(self, is_same: bool) -> None:
        if is_same:
            self._notifier.info(self.tr("Replayed: the same numbers, bit for bit."))
        else:
            text = self.tr("Replayed: other numbers than before.")
            why = self.tr(
                "Another device or another version of PyTorch computes last digits otherwise."
            )
            self._notifier.warn(text, why)

    @Slot(object)
    def _export(self, kind: str) -> None:
        state = self.lab.state
        order, result = state.run.order, state.run.result
        if order is None or result is None:
            return
        if kind == ATTACH:
            self.attach_asked.emit(order)
            return
        if kind == COMMAND:
            QGuiApplication.clipboard().setText(lab_export.as_command(order))
            self._notifier.info(self.tr("The command is copied."))
            return
        if kind == BOARD:
            self._ask_for_log(result)
            return
        name = f"{order.experiment}.{kind}"
        path, _ = QFileDialog.getSaveFileName(self._window, self.tr("Export"), name)
        if path:
            self.write(Path(path), kind, state)

    def _ask_for_log(self, result: RunResult) -> None:
        folder = QFileDialog.getExistingDirectory(self._window, self.tr("Folder of the log"))
        if folder:
            self.client.write_log(WriteLog(folder, result, language()))

    @Slot(object)
    def _tell_of_log(self, event: Event) -> None:
        match event:
            case LogWritten(folder):
                text = self.tr("The log is in %1: tensorboard --logdir shows it.")
                self._notifier.info(text.replace("%1", folder))
            case LogNotWritten(words=words):
                self._notifier.warn(f"{said(words)}.")

    def write(self, path: Path, kind: str, state: LabState) -> None:
        """Write what a finished run has shown into a file; trouble is told."""
        order, result = state.run.order, state.run.result
        assert order is not None
        assert result is not None
        try:
            if kind in _PICTURES:
                self.experiment_page.plots.save(path, kind)
            elif kind == "csv":
                path.write_text(lab_export.as_csv(result.pictures), encoding="utf-8")
            else:
                path.write_text(lab_export.as_json(order, result), encoding="utf-8")
        except OSError as error:
            self._notifier.report(error)
        else:
            self._notifier.info(self.tr("Exported to %1.").replace("%1", str(path)))

    def close(self) -> None:
        """End the process at once, whatever it does."""
        self.client.close()
