"""What is said on a card once its run is over: guess and truth, what was seen, in how many."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from db.rows import Scale
from qtapp.pages.experiment_words import shown
from qtapp.pages.prediction_words import judged
from qtapp.said import said
from qtapp.sessions.prediction_state import PredictionState
from qtapp.sessions.run_state import RunPhase
from qtapp.theme import Theme
from qtapp.tokens import Role
from qtapp.widgets.findings import label


class RunWords(QWidget):
    """The end of a `PredictionState`'s run in words; hidden as long as there are none."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._judged, self._shows = label("run-judged"), label("run-shows")
        self._verdict, self._limits = label("run-verdict"), label("run-limits", Role.MUTED)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for text in (self._judged, self._shows, self._verdict, self._limits):
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._column.addWidget(text)
        theme.changed.connect(self._take_sizes)
        self._take_sizes()

    @Slot()
    def _take_sizes(self) -> None:
        self._column.setSpacing(self._theme.px(7))

    def show_state(self, state: PredictionState, scale: Scale) -> None:
        """Say what there is to say.

        Args:
            state: Of the card's experiment, which it has.
            scale: In whose words a grade is suggested.
        """
        run, entry = state.run, state.entry
        assert entry is not None
        result = run.result if run.phase is RunPhase.FINISHED else None
        verdict, shows = "", ""
        if result is not None:
            words, tokens = shown(entry, result), self._theme.tokens
            color, mark = (tokens.good, "✓ ") if words.is_met else (tokens.warn, "")
            verdict = f'{said(entry.claim)} <b style="color: {color}">{mark}{words.verdict}</b>'
            shows = words.text
        elif run.trouble is not None:
            shows = f"{said(run.trouble)}."
        told = judged(state, scale)
        lines = (
            (self._judged, f"<b>{told}</b>" if told else ""),
            (self._shows, shows),
            (self._verdict, verdict),
            (self._limits, said(entry.limits) if result is not None else ""),
        )
        for text, said_there in lines:
            text.setText(said_there)
            text.setVisible(bool(said_there))
        self.setVisible(any(said_there for _, said_there in lines))
