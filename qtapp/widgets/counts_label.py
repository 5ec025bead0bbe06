"""How many new, learning and review cards are left; the kind of the card shown is underlined."""

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtWidgets import QLabel, QWidget

from db.rows import Counts
from qtapp.formats import number
from qtapp.sessions.review_state import Pile
from qtapp.theme import Theme


class CountsLabel(QLabel):
    """« 4 · 2 · 20 »."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._counts = Counts()
        self._current: Pile | None = None
        self.setObjectName("counts")
        self.setTextFormat(Qt.TextFormat.RichText)
        theme.changed.connect(self._redraw)
        self._redraw()

    def show_counts(self, counts: Counts, current: Pile | None) -> None:
        """Show what is left; `current` is the pile of the card shown."""
        if (counts, current) != (self._counts, self._current):
            self._counts, self._current = counts, current
            self._redraw()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the other language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._redraw()

    @Slot()
    def _redraw(self) -> None:
        counts, tokens = self._counts, self._theme.tokens
        piles = (
            (Pile.NEW, counts.new, tokens.train),
            (Pile.LEARNING, counts.learning, tokens.bad),
            (Pile.REVIEW, counts.review, tokens.good),
        )
        self.setText("&nbsp;·&nbsp;".join(self._span(*pile) for pile in piles))
        words = ", ".join(
            (
                self.tr("%Ln new", "cards left", counts.new),
                self.tr("%Ln in learning", "cards left", counts.learning),
                self.tr("%Ln to review", "cards left", counts.review),
            )
        )
        self.setToolTip(words)
        self.setAccessibleName(words)

    def _span(self, pile: Pile, count: int, color: str) -> str:
        line = "underline" if pile is self._current else "none"
        style = f"color:{color}; font-weight:600; text-decoration:{line}"
        return f'<span style="{style}">{number(count)}</span>'
