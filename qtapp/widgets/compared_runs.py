"""The runs that lie on the plots: how each was set, how it came out, and « Replay »."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from qtapp.pages.experiment_words import difference, score
from qtapp.sessions.lab_state import MOST_KEPT, KeptRun, LabState
from qtapp.tokens import Role
from qtapp.widgets.findings import label
from qtapp.widgets.key_button import KeyButton


class ComparedRuns(QWidget):
    """One line for each kept run of a `LabState`; legends have no room for what they were asked.

    Signals:
        replay_asked: Number of a kept run that is to be done again.
    """

    replay_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = LabState()
        self._lines = [_Line() for _ in range(MOST_KEPT)]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for line in self._lines:
            column.addWidget(line)
            line.replay.clicked.connect(self._ask)
        self._draw()

    def show_state(self, state: LabState) -> None:
        """Name the runs."""
        before, self._state = self._state, state
        was, now = before.run, state.run
        if (before.kept, was.order, was.result) != (state.kept, now.order, now.result):
            self._draw()

    def _draw(self) -> None:
        state = self._state
        places = dict(enumerate(state.kept))
        for place, line in enumerate(self._lines):
            kept = places.get(place)
            line.number = kept.number if kept is not None else 0
            line.setVisible(kept is not None)
            if kept is not None:
                line.words.setText(self._words(kept))
                line.replay.set_caption(self.tr("Replay"))
                named = self.tr("Replay run %1").replace("%1", str(kept.number))
                line.replay.setAccessibleName(named)
                line.replay.setToolTip(
                    self.tr("The same networks again, from the weights they began with")
                )
        self.setVisible(bool(state.kept))

    def _words(self, kept: KeptRun) -> str:
        """« Essai 1 : η = 0,3 · ✓ 32/32 », by what it was asked otherwise than the last one."""
        state = self._state
        if state.entry is None or state.run.order is None or kept.result is state.run.result:
            how = self.tr("the one shown")
        else:
            now = KeptRun(0, state.run.order, kept.result)
            how = difference(state.entry, kept, now)
        text = self.tr("Run %1: %2")
        return text.replace("%1", str(kept.number)).replace("%2", f"{how} · {score(kept.result)}")

    @Slot()
    def _ask(self) -> None:
        for line in self._lines:
            if line.replay is self.sender():
                self.replay_asked.emit(line.number)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the other language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._draw()


class _Line(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.number = 0
        self.words = label("kept-run", Role.SMALL)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.replay = KeyButton(Role.PLAIN)
        self.replay.setObjectName("replay")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.words, 1)
        row.addWidget(self.replay)
