"""One item of an order: it can be dragged, or moved by its keys and its two buttons."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFocusEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from qtapp.questions.means import Means
from qtapp.questions.verdict_line import VerdictLine
from qtapp.questions.words import Verdict, color
from qtapp.theme import set_role
from qtapp.tokens import Role
from qtapp.widgets.key_button import KeyButton

_RADIUS = 10


class OrderRow(QWidget):
    """A place of the order; what stands in it changes.

    Signals:
        move_asked: The item is to go so many places down; up where negative.
        dragged: The pointer holds the item at a height, in the row's own pixels.
    """

    move_asked = Signal(int)
    dragged = Signal(int)

    def __init__(self, means: Means, place: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._means = means
        self._verdict: Verdict | None = None
        self._press: QPoint | None = None
        self.setObjectName(f"item-{place + 1}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._number = QLabel(f"{place + 1}.")
        self._text = means.text("item-text")
        self._up, self._down = KeyButton(Role.PLAIN), KeyButton(Role.PLAIN)
        self._told = VerdictLine(means.theme, f"item-{place + 1}-verdict")
        self._told.setWordWrap(False)
        set_role(self._number, Role.MUTED)
        for part in (self._number, self._text, self._told):
            part.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._lay_out()

    def _lay_out(self) -> None:
        px = self._means.theme.px
        row = QHBoxLayout(self)
        row.setContentsMargins(px(14), px(4), px(8), px(4))
        row.setSpacing(px(8))
        row.addWidget(self._number)
        row.addWidget(self._text, 1)
        row.addWidget(self._told)
        for button, caption, name in ((self._up, "▲", "move-up"), (self._down, "▼", "move-down")):
            button.set_caption(caption)
            button.setObjectName(name)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the row has the keys for it
            row.addWidget(button)
        self._up.clicked.connect(self._ask_up)
        self._down.clicked.connect(self._ask_down)

    def show_item(self, text: str, note_uid: str) -> None:
        """Hold an item (Markdown)."""
        self._means.put(self._text, text, self._means.text_style, note_uid)
        self._retell()

    def tell(self, verdict: Verdict | None, word: str = "") -> None:
        """Say how it stands to the right order; None takes that back."""
        self._verdict = verdict
        self._told.tell(verdict, word)
        self._up.setVisible(verdict is None)
        self._down.setVisible(verdict is None)
        self.setCursor(
            Qt.CursorShape.OpenHandCursor if verdict is None else Qt.CursorShape.ArrowCursor
        )
        self.setAccessibleDescription(word)
        self.update()

    def _retell(self) -> None:
        self.setAccessibleName(f"{self._number.text()} {self._text.plain()}")
        self._up.setAccessibleName(self.tr("Move up: %1").replace("%1", self._text.plain()))
        self._down.setAccessibleName(self.tr("Move down: %1").replace("%1", self._text.plain()))

    @Slot()
    def _ask_up(self) -> None:
        self.move_asked.emit(-1)

    @Slot()
    def _ask_down(self) -> None:
        self.move_asked.emit(1)

    # Qt's side

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the item up."""
        if self._verdict is None and event.button() is Qt.MouseButton.LeftButton:
            self._press = event.position().toPoint()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Carry it."""
        if self._press is not None:
            self.dragged.emit(round(event.position().y()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Put it down."""
        if self._press is not None:
            self._press = None
            self.setCursor(Qt.CursorShape.OpenHandCursor)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that it has gone."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The frame in its colour."""
        tokens, painter = self._means.theme.tokens, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = tokens.line if self._verdict is None else color(self._verdict, tokens)
        width = 2.0 if self.hasFocus() else 1.0
        painter.setPen(QPen(QColor(tokens.accent if self.hasFocus() else edge), width))
        painter.setBrush(QColor(tokens.surface))
        box = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        painter.drawRoundedRect(box, _RADIUS, _RADIUS)
        painter.end()
