"""A line that tells how something typed stands to the right answer."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from qtapp.questions.words import Verdict, color, sign
from qtapp.theme import Theme


class VerdictLine(QLabel):
    """Hidden until it has something to tell."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName(name)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.hide()

    def tell(self, verdict: Verdict | None, word: str = "", more: str = "") -> None:
        """Say it: sign and word in their colour, then plain text; None takes it back."""
        self.setVisible(verdict is not None)
        if verdict is None:
            self.clear()
            return
        shade = color(verdict, self._theme.tokens)
        told = f'<b style="color: {shade}">{sign(verdict)} {escape(word)}</b>'
        self.setText(f"{told}&nbsp;&nbsp; {escape(more)}" if more else told)
