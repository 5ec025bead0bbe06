"""Fields to write in: one line, or several."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from qtapp.theme import Theme

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class WritingField(QPlainTextEdit):
    """Several lines; Enter begins another, Ctrl+Enter and Tab are left to the page.

    It grows with what is written, up to `most` lines.
    """

    def __init__(
        self, theme: Theme, *, least: int, most: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._least, self._most = theme, least, most
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        lines = max(self._least, min(self._most, int(self.document().size().height())))
        room = self.fontMetrics().lineSpacing() * lines + self._theme.px(22)
        if room != self.minimumHeight():
            self.setFixedHeight(room)

    def put(self, text: str) -> None:
        """Show a text; the same one leaves the cursor where it is."""
        if text != self.toPlainText():
            self.blockSignals(True)
            self.setPlainText(text)
            self.blockSignals(False)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter alone writes; with Ctrl it is the page's."""
        with_ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if (event.key() in _ENTER and with_ctrl) or (self.isReadOnly() and not with_ctrl):
            event.ignore()
        else:
            super().keyPressEvent(event)
