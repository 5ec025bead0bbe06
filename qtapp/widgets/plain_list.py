"""A list to choose lines of, in the app's colours."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QListWidget, QWidget

from qtapp.theme import Theme


class PlainList(QListWidget):
    """Lines are as wide as the list: what is too long is cut, not scrolled to."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme.changed.connect(self._take_theme)
        self._take_theme()

    @Slot()
    def _take_theme(self) -> None:
        tokens, px = self._theme.tokens, self._theme.px
        self.setStyleSheet(
            f"QListWidget {{ background: {tokens.surface}; border: 1px solid {tokens.line};"
            f" border-radius: 8px; padding: {px(4)}px; outline: none; }}"
            f"QListWidget:focus {{ border: 2px solid {tokens.accent}; padding: {px(4) - 1}px; }}"
            f"QListWidget::item {{ padding: {px(7)}px {px(8)}px; border-radius: 5px; }}"
            f"QListWidget::item:selected {{ background: {tokens.accent_soft};"
            f" color: {tokens.accent}; }}"
        )
