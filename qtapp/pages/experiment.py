"""One experiment of the Lab: its settings, its plots as they come, and what it shows in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from qtapp.said import said
from qtapp.sessions.lab_state import LabState
from qtapp.sessions.run_state import RunPhase
from qtapp.theme import Theme, set_role
from qtapp.tokens import Role
from qtapp.widgets.bending_row import BendingRow
from qtapp.widgets.compared_runs import ComparedRuns
from qtapp.widgets.experiment_settings import ExperimentSettings
from qtapp.widgets.findings import FindingsCard, LimitsCard, label
from qtapp.widgets.key_button import KeyButton, key_name
from qtapp.widgets.menu_button import MenuButton
from qtapp.widgets.paper import Paper
from qtapp.widgets.plot_room import PlotRoom
from qtapp.widgets.quiet_scroll import BAR_WIDTH, QuietScrollArea
from qtapp.widgets.run_line import RunLine

if TYPE_CHECKING:
    from qtapp.plots.loading import PlotLoader

_NARROW = 900
_SETTINGS_WIDTH = 268
_NO_LIMIT = 16_777_215  # Qt's own


class ExperimentPage(QWidget):
    """Draws a `LabState` that has an experiment; `compared` lists its runs, to do one again.

    Signals:
        back_asked: To the list of experiments.
        run_asked: Run with the settings as they are.
        stop_asked: Stop the run.
        pause_asked: Hold the run, or let it go on.
        step_asked: Let a run that is held go on to what is seen next.
        speed_asked: Let runs go by at another speed.
        reset_asked: All settings as declared.
        clear_asked: Earlier runs need not be shown any more.
        edited: Name of a setting (or ``members``, ``seed``) and its new value.
        preset_asked: Number of a preset.
        export_asked: What to do with the run: ``png``, ``csv``, ``attach`` and so on.
    """

    back_asked = Signal()
    run_asked = Signal()
    stop_asked = Signal()
    pause_asked = Signal()
    step_asked = Signal()
    speed_asked = Signal()
    reset_asked = Signal()
    clear_asked = Signal()
    edited = Signal(str, object)
    preset_asked = Signal(object)
    export_asked = Signal(object)

    def __init__(self, theme: Theme, loader: PlotLoader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sizes = theme
        self._paper = Paper(theme)
        self._state = LabState()
        self._said = ""
        self.setObjectName("experiment")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._make_widgets(theme, loader)
        self._lay_out()
        self._connect()
        self._take_sizes()
        self._retranslate()

    def _make_widgets(self, theme: Theme, loader: PlotLoader) -> None:
        self._title, self._question = label("title", Role.TITLE), label("question", Role.MUTED)
        self._back, self._run = _button("back"), _button("run", Role.PRIMARY)
        self._presets, self._export = MenuButton("presets"), MenuButton("export")
        self._settings_title = label("settings-title", Role.SMALL)
        self._settings = ExperimentSettings()
        self._reset = _button("reset", Role.PLAIN)
        self.plots = PlotRoom(theme, loader)
        self._line, self.compared = RunLine(theme), ComparedRuns()
        self._findings, self._limits = FindingsCard(theme), LimitsCard(theme)

    def _lay_out(self) -> None:
        direction = QBoxLayout.Direction.LeftToRight
        texts = QVBoxLayout()
        texts.addWidget(self._title)
        texts.addWidget(self._question)
        named = QHBoxLayout()
        named.addWidget(self._back, 0, Qt.AlignmentFlag.AlignTop)
        named.addLayout(texts, 1)
        self._buttons = BendingRow(self._presets, self._export, self._run, spacing=10)
        self._head = QBoxLayout(direction)
        self._head.addLayout(named, 1)
        self._head.addWidget(self._buttons)
        self._settings_card, inside = _card()
        inside.addWidget(self._settings_title)
        inside.addWidget(self._settings, 1)
        inside.addWidget(self._reset, 0, Qt.AlignmentFlag.AlignLeft)
        self._plot_card, room = _card()
        room.addWidget(self.plots, 1)
        self.plots.put_below_moving(self.compared)
        self.plots.put_below_moving(self._line)
        self._insides = (inside, room)
        self._foot = QBoxLayout(direction)
        self._foot.addWidget(self._findings, 3)
        self._foot.addWidget(self._limits, 2)
        self._put_together(direction)

    def _put_together(self, direction: QBoxLayout.Direction) -> None:
        """Cards lie straight on the paper, which draws their shadows."""
        right = self._right = QVBoxLayout()
        right.addWidget(self._plot_card, 1)
        right.addLayout(self._foot)
        self._body = QBoxLayout(direction)
        self._body.addWidget(self._settings_card)
        self._body.addLayout(right, 1)
        self._whole = QVBoxLayout(self._paper)
        self._whole.addLayout(self._head)
        self._whole.addLayout(self._body, 1)
        self._area = QuietScrollArea(self._sizes, self)
        self._area.setWidget(self._paper)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self._area)

    def _connect(self) -> None:
        self._back.clicked.connect(self.back_asked)
        self._run.clicked.connect(self.run_asked)
        self._line.stop_asked.connect(self.stop_asked)
        self._line.pause_asked.connect(self.pause_asked)
        self._line.step_asked.connect(self.step_asked)
        self._line.clear_asked.connect(self.clear_asked)
        self._line.speed_asked.connect(self.speed_asked)
        self._reset.clicked.connect(self.reset_asked)
        self._settings.edited.connect(self.edited)
        self._presets.chosen.connect(self.preset_asked)
        self._export.chosen.connect(self.export_asked)
        self._sizes.changed.connect(self._take_sizes)

    @Slot()
    def _take_sizes(self) -> None:
        px = self._sizes.px
        side = max(BAR_WIDTH, min(px(36), self.width() // 30))
        self._whole.setContentsMargins(side, px(20), side - BAR_WIDTH, px(20))
        for layout in (self._whole, self._body, self._right, self._foot):
            layout.setSpacing(px(16))
        self._head.setSpacing(px(10))
        for inside in self._insides:
            inside.setContentsMargins(px(18), px(14), px(18), px(14))
        self._bend()

    def _bend(self) -> None:
        """In a narrow window all lies below each other, the settings last."""
        px, direction = self._sizes.px, QBoxLayout.Direction
        is_wide = self.width() >= px(_NARROW)
        self._body.setDirection(direction.LeftToRight if is_wide else direction.BottomToTop)
        for layout in (self._head, self._foot):
            layout.setDirection(direction.LeftToRight if is_wide else direction.TopToBottom)
        self._buttons.may_bend(not is_wide)
        widest = px(_SETTINGS_WIDTH) if is_wide else _NO_LIMIT
        self._settings_card.setMinimumWidth(widest if is_wide else 0)
        self._settings_card.setMaximumWidth(widest)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Less air, and things below each other, in a narrow window."""
        super().resizeEvent(event)
        self._take_sizes()

    # Drawing

    @Slot(object)
    def show_state(self, state: LabState) -> None:
        """Draw a state."""
        before, self._state = self._state, state
        if state.entry is None:
            return
        if before.entry != state.entry:
            self._show_entry()
            self._area.verticalScrollBar().setValue(0)
        self._settings.show_values(
            state.entry, state.values, members=state.members, seed=state.seed
        )
        self._reset.setEnabled(not state.is_as_declared)
        self._show_run()

    def _show_entry(self) -> None:
        entry = self._state.entry
        if entry is None:
            return
        self._title.setText(said(entry.title))
        self._question.setText(said(entry.question))
        self._limits.show_limits(entry)
        self._presets.offer([(said(p.label), n) for n, p in enumerate(entry.presets)])
        self.plots.show_plots(entry.plots)
        self._take_sizes()

    def _show_run(self) -> None:
        state, run, entry = self._state, self._state.run, self._state.entry
        if entry is None:
            return
        self._line.show_run(run, earlier=len(state.kept), speed=state.speed)
        self.compared.show_state(state)
        self._export.offer(self._exports() if run.result is not None else ())
        again = run.phase is not RunPhase.IDLE or bool(state.kept)
        self._run.set_caption(self.tr("Run again") if again else self.tr("Run"), key="R")
        self._findings.show_run(entry, run)
        if self._findings.text != self._said:
            self._said = self._findings.text
            QTimer.singleShot(0, self, self._settle)
        self.plots.show_run_soon(run, state.kept, entry)  # once all has its room

    @Slot()
    def _settle(self) -> None:
        """Lay out again once the words are shown: Qt keeps the height that hidden ones had."""
        self._whole.invalidate()
        self._whole.activate()
        if self._state.run.phase is RunPhase.FAILED:  # why stands below the plots
            self._area.ensureWidgetVisible(self._findings)

    def show_cards(self, questions: Sequence[str], count: int) -> None:
        """Name the cards that the experiment illustrates: some of so many."""
        self._limits.show_cards(questions, count)

    # Asking

    def _exports(self) -> list[tuple[str, object]]:
        return [
            (self.tr("Picture (PNG)…"), "png"),
            (self.tr("Drawing (SVG)…"), "svg"),
            (self.tr("Curves (CSV)…"), "csv"),
            (self.tr("The run (JSON)…"), "json"),
            (self.tr("A log for TensorBoard…"), "tensorboard"),
            (self.tr("Copy the command"), "command"),
            (self.tr("Put on a card…"), "attach"),
        ]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """R runs, P holds, N steps, V: speed; S and E open lists; Escape stops or goes back."""
        is_going = self._state.run.is_going
        if event.isAutoRepeat():
            return
        if event.key() in (Qt.Key.Key_R, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.run_asked.emit()
        elif event.key() == Qt.Key.Key_P and is_going:
            self.pause_asked.emit()
        elif event.key() == Qt.Key.Key_N and is_going:
            self.step_asked.emit()
        elif event.key() == Qt.Key.Key_V:
            self.speed_asked.emit()
        elif event.key() == Qt.Key.Key_S and self._presets.isVisible():
            self._presets.open()
        elif event.key() == Qt.Key.Key_E and self._export.isVisible():
            self._export.open()
        elif event.key() == Qt.Key.Key_Escape:
            (self.stop_asked if is_going else self.back_asked).emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the other language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Experiment"))
        self._back.set_caption("‹ " + self.tr("Lab"), key=key_name("Esc"))
        self._presets.name(self.tr("Presets"), key="S")
        self._export.name(self.tr("Export"), key="E")
        self._line.retranslate()
        self._reset.set_caption(self.tr("Reset"))
        self._settings_title.setText(self.tr("Settings"))
        self._show_entry()
        self._show_run()


def _button(name: str, role: Role | None = None) -> KeyButton:
    button = KeyButton(role)
    button.setObjectName(name)
    return button


def _card() -> tuple[QFrame, QVBoxLayout]:
    card = QFrame()
    set_role(card, Role.CARD)
    column = QVBoxLayout(card)
    column.setSpacing(10)
    return card, column
