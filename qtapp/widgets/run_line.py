"""Below the plots of a run: how far it is, how it ended, and what may be done with it now."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from qtapp import formats
from qtapp.pages.experiment_words import score, status
from qtapp.sessions.run_state import RunPhase, RunState
from qtapp.sessions.speed import Speed
from qtapp.theme import Theme, set_role
from qtapp.tokens import Role
from qtapp.widgets.key_button import KeyButton, key_name
from qtapp.widgets.progress_line import ProgressLine
from qtapp.widgets.short_label import ShortLabel

_STEPS = 1000
_ROOM_FOR_WORDS = 340
"""In the design's pixels: a progress bar and the longest of what is told beside it."""
_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class RunLine(QWidget):
    """Draws a `RunState` in one line, or in two where all buttons would leave the words no room.

    Signals:
        pause_asked: Hold the run, or let it go on.
        step_asked: Let a run that is held go on to what is seen next.
        stop_asked: Stop it.
        clear_asked: Earlier runs need not be shown any more.
        speed_asked: Let runs go by at another speed.
    """

    pause_asked = Signal()
    step_asked = Signal()
    stop_asked = Signal()
    clear_asked = Signal()
    speed_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._run, self._pace = RunState(), Speed.FULL
        self._progress, self._status = ProgressLine(theme), ShortLabel()
        self._status.setObjectName("status")
        set_role(self._status, Role.SMALL)
        self._progress.setRange(0, _STEPS)
        self._clear, self._speed = KeyButton(Role.PLAIN), KeyButton(Role.PLAIN)
        self._step = KeyButton()
        self._pause, self._stop = KeyButton(), KeyButton()
        told, buttons = QHBoxLayout(), QHBoxLayout()
        told.addWidget(self._progress, 1, Qt.AlignmentFlag.AlignVCenter)
        told.addWidget(self._status)
        buttons.addStretch(1)
        self._whole = QBoxLayout(_ACROSS, self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.addLayout(told, 1)
        self._whole.addLayout(buttons)
        for button, name, signal in (
            (self._clear, "clear", self.clear_asked),
            (self._speed, "speed", self.speed_asked),
            (self._step, "step", self.step_asked),
            (self._pause, "pause", self.pause_asked),
            (self._stop, "stop", self.stop_asked),
        ):
            button.setObjectName(name)
            button.clicked.connect(signal)
            buttons.addWidget(button)

    def show_run(self, run: RunState, *, earlier: int, speed: Speed = Speed.FULL) -> None:
        """Draw how a run goes at a speed, beside so many earlier ones."""
        self._run, self._pace = run, speed
        self._progress.setValue(round(run.progress * _STEPS))
        self._tell()
        self._step.setVisible(run.phase is RunPhase.PAUSED)
        self._pause.setVisible(run.phase in (RunPhase.RUNNING, RunPhase.PAUSED))
        self._stop.setVisible(run.is_going)
        self._clear.setVisible(earlier > 1 and not run.is_going)
        self._name_pause()
        self._name_speed()

    def _tell(self) -> None:
        """The score, too: the words below may be out of sight."""
        run = self._run
        if run.phase is RunPhase.FINISHED and run.result is not None:
            self._status.setText(f"{score(run.result)} · {status(run)}")
        else:
            self._status.setText(status(run))

    def _name_speed(self) -> None:
        rate = self.tr("Speed: %1 frames/s").replace("%1", formats.number(self._pace))
        self._speed.set_caption(rate if self._pace else self.tr("Speed: full"), key="V")

    def _name_pause(self) -> None:
        is_held = self._run.phase is RunPhase.PAUSED
        self._pause.set_caption(self.tr("Resume") if is_held else self.tr("Pause"), key="P")

    def retranslate(self) -> None:
        """Speak the language of now."""
        self._progress.setAccessibleName(self.tr("Progress of the run"))
        self._clear.set_caption(self.tr("Hide earlier runs"))
        self._step.set_caption(self.tr("One step"), key="N")
        self._stop.set_caption(self.tr("Stop"), key=key_name("Esc"))
        self._name_speed()
        self._tell()
        self._name_pause()
        self._bend()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One line or two."""
        super().resizeEvent(event)
        self._bend()

    def _bend(self) -> None:
        """It depends on all buttons, shown or not: plots keep their height when some come."""
        held = (self._speed, self._step, self._pause, self._stop)
        hints = [button.sizeHint() for button in held]
        gap, height = self._whole.spacing(), max(hint.height() for hint in hints)
        needed = sum(hint.width() + gap for hint in hints) + self._theme.px(_ROOM_FOR_WORDS)
        is_wide = self.width() >= needed
        self._whole.setDirection(_ACROSS if is_wide else _DOWN)
        above = 0 if is_wide else self._status.sizeHint().height() + gap
        self.setMinimumHeight(height + above)
