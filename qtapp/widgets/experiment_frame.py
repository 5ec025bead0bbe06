"""The experiment of a card, on the card: predict, watch it train, see the truth over the guess."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from db.rows import Scale
from qtapp.pages.experiment_words import status
from qtapp.pages.prediction_words import what_runs
from qtapp.plots.typical import typical
from qtapp.said import said
from qtapp.sessions.prediction_state import PredictionState
from qtapp.theme import Theme, set_role
from qtapp.tokens import Role
from qtapp.widgets.digit_keys import digit_of
from qtapp.widgets.drawing_room import DrawingRoom
from qtapp.widgets.findings import label
from qtapp.widgets.guess_panel import GuessPanel
from qtapp.widgets.key_button import KeyButton, key_name
from qtapp.widgets.progress_line import ProgressLine
from qtapp.widgets.run_words import RunWords

if TYPE_CHECKING:
    from qtapp.plots.loading import PlotLoader

_STEPS = 1000
_NARROW = 520
_NUDGE, _BIG_NUDGE = 0.02, 0.1


class ExperimentFrame(QFrame):
    """Draws a `PredictionState`.

    Signals:
        answered: What is predicted now.
        certainty_chosen: A `Certainty`.
        guess_chosen: Number of another guess to answer instead.
        launch_asked: Train.
        stop_asked: Stop training.
        lab_asked: Go on with this in the Lab.
        keys_released: What had the keyboard is about to hide; else Qt would choose who gets it.
    """

    answered = Signal(object)
    certainty_chosen = Signal(object)
    guess_chosen = Signal(int)
    launch_asked = Signal()
    stop_asked = Signal()
    lab_asked = Signal()
    keys_released = Signal()

    def __init__(self, theme: Theme, loader: PlotLoader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._state = PredictionState()
        self._is_answer_shown, self._scale = False, Scale.FOUR
        set_role(self, Role.INSET)
        self.setObjectName("experiment-frame")
        self._make_widgets(theme, loader)
        self._lay_out()
        self._connect()
        self._take_sizes()
        self._retranslate()

    def _make_widgets(self, theme: Theme, loader: PlotLoader) -> None:
        self._title, self._about = label("experiment-title"), label("run-about", Role.SMALL)
        self._launch = KeyButton()
        self._launch.setObjectName("launch")
        self._lab = KeyButton()
        self._lab.setObjectName("open-in-lab")
        self._own_words, self._predicted = "", label("predicted-in-words")
        self.guess = GuessPanel()
        self.room = DrawingRoom(theme, loader)
        self._progress, self._status = ProgressLine(theme), label("run-status", Role.SMALL)
        self._status.setWordWrap(False)
        self._stop = KeyButton()
        self._stop.setObjectName("stop-run")
        self._words = RunWords(theme)
        self._trouble = label("experiment-trouble", Role.MUTED)

    def _lay_out(self) -> None:
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        titles = QVBoxLayout()
        titles.addWidget(self._title)
        titles.addWidget(self._about)
        titles.addStretch(1)
        self._head.addLayout(titles, 1)
        for button in (self._launch, self._lab):
            self._head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        line = QHBoxLayout()
        line.addWidget(self._progress, 1, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self._status)
        line.addWidget(self._stop)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head)
        self._column.addWidget(self._predicted)
        self._column.addWidget(self.guess)
        self._column.addWidget(self.room, 1)
        self._column.addLayout(line)
        self._column.addWidget(self._words)
        self._trouble.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._column.addWidget(self._trouble)

    def _connect(self) -> None:
        self._launch.clicked.connect(self.launch_asked)
        self._stop.clicked.connect(self.stop_asked)
        self._lab.clicked.connect(self.lab_asked)
        self.guess.answered.connect(self.answered)
        self.guess.certainty_chosen.connect(self.certainty_chosen)
        self.guess.guess_chosen.connect(self.guess_chosen)
        self.guess.launch_asked.connect(self.launch_asked)
        self.room.stroked.connect(self._stroke)
        self._theme.changed.connect(self._take_sizes)

    @Slot()
    def _take_sizes(self) -> None:
        px = self._theme.px
        self._column.setContentsMargins(px(14), px(10), px(14), px(10))
        self._column.setSpacing(px(7))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow place the buttons lie below the title."""
        super().resizeEvent(event)
        direction = QBoxLayout.Direction
        is_wide = self.width() >= self._theme.px(_NARROW)
        self._head.setDirection(direction.LeftToRight if is_wide else direction.TopToBottom)

    # Drawing

    def show_own_words(self, words: str) -> None:
        """Set a prediction in the learner's words beside what comes; "" where there is none."""
        self._own_words = words
        self._predicted.setVisible(bool(words))
        self._predicted.setText(self.tr("Your prediction: %1").replace("%1", words))

    def show_state(self, state: PredictionState, *, is_answer_shown: bool, scale: Scale) -> None:
        """Draw a state; once the answer is shown, nothing is asked any more.

        Args:
            state: Of the card's experiment.
            is_answer_shown: Whether the card's answer is.
            scale: In whose words a grade is suggested.
        """
        before, self._state = self._state, state
        self._scale = scale
        was_answer_shown, self._is_answer_shown = self._is_answer_shown, is_answer_shown
        self._show_trouble()
        if state.entry is None:
            return
        if _met(before) != _met(state) or (before.is_locked and not state.is_locked):
            self._title.setText(f"<b>{said(state.entry.title)}</b>")
            self._open_plot()
        if before is not state or was_answer_shown != is_answer_shown:
            self._show_run()

    def _show_trouble(self) -> None:
        """Why the card's experiment cannot be run, instead of all else."""
        if (trouble := self._state.trouble) is not None:
            self._release_keys_of(self)
            self._make_room(is_plot_shown=False)
            direct = Qt.FindChildOption.FindDirectChildrenOnly
            for part in self.findChildren(QWidget, options=direct):
                part.hide()
            text = self.tr("The experiment of this card cannot be run: %1.")
            self._trouble.setText(text.replace("%1", said(trouble)))
        self._trouble.setVisible(trouble is not None)

    def _open_plot(self) -> None:
        state = self._state
        if state.entry is None or state.plot is None:
            return
        frame = typical(state.entry, state.settings, state.plot)
        self.room.open_plot(state.plot, frame, state.past if state.is_on_curves_plot else ())

    def _show_run(self) -> None:
        state, run, entry = self._state, self._state.run, self._state.entry
        if entry is None:
            return
        is_asking = not state.is_locked and not self._is_answer_shown
        is_plot_shown = is_asking or state.is_locked
        if not is_asking:
            self._release_keys_of(self.guess)
        if not is_plot_shown:
            self._release_keys_of(self.room)
        self.guess.setVisible(is_asking)
        self.guess.show_state(state)
        self._make_room(is_plot_shown=is_plot_shown)
        self.room.show_run(run, (), entry)
        drawn = state.drawn if state.is_curve_asked else None
        self.room.show_drawing(drawn, is_open=is_asking)
        self._title.show()
        self._lab.show()
        self._about.setText(what_runs(state))
        self._about.setVisible(bool(self._about.text()))
        self._progress.setVisible(state.is_locked)
        self._progress.setRange(0, _STEPS)
        self._progress.setValue(round(run.progress * _STEPS))
        self._status.setText(status(run))
        self._status.setVisible(bool(self._status.text()))
        self._stop.setVisible(run.is_going)
        self._launch.setVisible(not run.is_going and not is_asking)
        caption = self.tr("Train again") if state.is_locked else self.tr("Train the networks")
        self._launch.set_caption(caption, key="T")
        self._words.show_state(state, self._scale)

    def leave(self) -> None:
        """Hide on a card that has no experiment."""
        self._release_keys_of(self)
        self.hide()

    def _release_keys_of(self, part: QWidget) -> None:
        """Let the keys go before a part hides that has them."""
        focus = QApplication.focusWidget()
        if focus is not None and part.isAncestorOf(focus):
            self.keys_released.emit()

    def _make_room(self, *, is_plot_shown: bool) -> None:
        """The plot takes all the room there is; without it the frame is as small as its words."""
        self.room.setVisible(is_plot_shown)
        policy = QSizePolicy.Policy.Preferred if is_plot_shown else QSizePolicy.Policy.Maximum
        self.setSizePolicy(QSizePolicy.Policy.Preferred, policy)

    # Asking

    @Slot(object, object)
    def _stroke(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        self.answered.emit(self._state.drawn.stroked(start, end))

    def take_key(self, event: QKeyEvent) -> bool:
        """Do what a key asks of the experiment; tell whether it was one of its keys."""
        state, key = self._state, event.key()
        if state.entry is None or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        is_asking = not state.is_locked and not self._is_answer_shown
        if is_asking and (self._draw_by_key(event) or self.guess.choose(digit_of(event))):
            return True
        if event.isAutoRepeat():
            return False
        asks = {Qt.Key.Key_O: self.lab_asked.emit}
        if is_asking:
            asks |= {Qt.Key.Key_C: self.guess.be_surer, Qt.Key.Key_G: self.guess.ask_other}
        if state.run.is_going:
            asks[Qt.Key.Key_Escape] = self.stop_asked.emit
        else:
            asks[Qt.Key.Key_T] = self.launch_asked.emit
        ask = asks.get(Qt.Key(key))
        if ask is not None:
            ask()
        return ask is not None

    def _draw_by_key(self, event: QKeyEvent) -> bool:
        drawn = self._state.drawn
        big = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        nudge = _BIG_NUDGE if big else _NUDGE
        moves = {
            Qt.Key.Key_Left: lambda: drawn.moved(-1),
            Qt.Key.Key_Right: lambda: drawn.moved(1),
            Qt.Key.Key_Up: lambda: drawn.raised(nudge),
            Qt.Key.Key_Down: lambda: drawn.raised(-nudge),
        }
        move = moves.get(Qt.Key(event.key())) if self._state.is_curve_asked else None
        if move is not None:
            self.answered.emit(move())
        return move is not None

    def changeEvent(self, event: QEvent) -> None:
        """Speak the other language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Experiment"))
        self._stop.set_caption(self.tr("Stop"), key=key_name("Esc"))
        self._lab.set_caption(self.tr("Open in the Lab"), key="O")
        self._progress.setAccessibleName(self.tr("Progress of the run"))
        self.guess.retranslate()
        self.show_own_words(self._own_words)
        self._show_trouble()
        if self._state.entry is not None:
            self._title.setText(f"<b>{said(self._state.entry.title)}</b>")
            self._show_run()


def _met(state: PredictionState) -> tuple[object, ...]:
    """What is shown before anything is answered: another one, and the plot is begun anew."""
    return state.entry, state.settings, state.plot, state.past
