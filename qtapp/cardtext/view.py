"""The widget that shows a card's text: as high as its content, readable by mouse, keys and ears."""

from math import ceil
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QRectF, QSize, Qt, QTimer, Slot
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

from qtapp.cardtext.decorations import paint_decorations
from qtapp.cardtext.document import CardDocument
from qtapp.cardtext.formats import Formats
from qtapp.cardtext.markdown import plain_text
from qtapp.cardtext.renderer import FormulaRenderer
from qtapp.cardtext.selection import paint_selected_formulas
from qtapp.cardtext.style import TextStyle
from qtapp.cardtext.writer import write_markdown
from qtapp.viewport import give_viewport

_MOVES = frozenset(
    getattr(Qt.Key, f"Key_{name}") for name in ("Left", "Right", "Up", "Down", "Home", "End")
)
_BY_KEYS = {
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
}
_PASSING = {Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason}
GATHER_MS = 60
"""Formulas that arrive within this time are put in together."""


class CardText(QTextEdit):
    """Markdown with formulas, read-only, on whatever stands behind it.

    Its height follows its width, so it belongs in a layout or a scroll area and has no vertical
    scroll bar. Colours and sizes come from the style alone. Keys that neither move nor copy are
    left to the page.
    """

    def __init__(self, renderer: FormulaRenderer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._renderer = renderer
        self._text, self._plain = "", ""
        self._style: TextStyle | None = None
        self._formats: Formats | None = None
        self._media: Path | None = None
        self._missing: set[str] = set()
        self._is_focus_seen = False
        self.card_document = CardDocument(self)
        self.setDocument(self.card_document)
        self._gather = QTimer(self, singleShot=True, interval=GATHER_MS)
        self._gather.timeout.connect(self._write)
        self._set_up()
        self.card_document.documentLayout().documentSizeChanged.connect(self._fit)
        renderer.ready.connect(self._take_formula)

    def _set_up(self) -> None:
        give_viewport(self).setCursor(Qt.CursorShape.IBeamCursor)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._show_caret(is_shown=False)

    def _show_caret(self, *, is_shown: bool) -> None:
        """A caret blinks, and wakes the processor: only while the keyboard moves it."""
        flags = Qt.TextInteractionFlag.TextSelectableByMouse
        if is_shown:
            flags |= Qt.TextInteractionFlag.TextSelectableByKeyboard
        self.setTextInteractionFlags(flags)
        self.setCursorWidth(int(is_shown))

    def show_markdown(self, text: str, *, style: TextStyle, media: Path | None = None) -> None:
        """Show a text; formulas that are not drawn yet come in when they are.

        Args:
            text: Markdown as `docs/course-format.md` tells.
            style: Colours and sizes.
            media: Folder that its images may come from.
        """
        asked = (text, style, media)
        is_same = asked == (self._text, self._style, self._media) and not self._missing
        if is_same and "![" not in text:  # an image may have changed in its file
            return
        if style != self._style:
            self._apply(style)
        self._text, self._media, self._plain = text, media, plain_text(text)
        self.setAccessibleDescription(self._plain)
        self._write()

    def plain(self) -> str:
        """What it says, without markup."""
        return self._plain

    @property
    def is_waiting(self) -> bool:
        """Whether a formula of it is still to be drawn."""
        return bool(self._missing)

    def first_baseline(self) -> float:
        """How far below the top the first line of text stands, in pixels."""
        block = self.card_document.firstBlock()
        line = block.layout().lineAt(0)
        if not line.isValid():
            return 0.0
        top = self.card_document.documentLayout().blockBoundingRect(block).y()
        return top + line.y() + line.ascent()

    def heading_tops(self) -> list[int]:
        """How far below the top each heading stands, in order, in pixels."""
        layout, tops = self.card_document.documentLayout(), []
        block = self.card_document.firstBlock()
        while block.isValid():
            if block.blockFormat().headingLevel():
                tops.append(int(layout.blockBoundingRect(block).y()))
            block = block.next()
        return tops

    def headings_to(self, position: int) -> int:
        """How many headings begin at or before a position."""
        count = 0
        block = self.card_document.firstBlock()
        while block.isValid() and block.position() <= position:
            count += bool(block.blockFormat().headingLevel())
            block = block.next()
        return count

    def _apply(self, style: TextStyle) -> None:
        self._style, self._formats = style, Formats(style)
        # A type selector of its own: the application's sheet frames every QTextEdit.
        self.setStyleSheet(
            "CardText, CardText:focus { background: transparent; border: none; padding: 0;"
            f" color: {style.ink}; selection-background-color: {style.accent};"
            f" selection-color: {style.on_accent}; }}"
        )

    @Slot()
    def _write(self) -> None:
        if self._style is None:
            return
        self._gather.stop()
        missing = write_markdown(
            self.card_document,
            self._text,
            style=self._style,
            source=self._renderer,
            media=self._media,
        )
        self._missing = {formula.key for formula in missing}
        for formula in missing:
            self._renderer.request(formula)
        self._fit()
        self.viewport().update()

    @Slot(str)
    def _take_formula(self, key: str) -> None:
        if key in self._missing:
            self._missing.discard(key)
            self._gather.start(0 if not self._missing else GATHER_MS)

    # -- size --------------------------------------------------------------------------------

    @Slot()
    def _fit(self) -> None:
        height = ceil(self.card_document.size().height())
        if (bar := self.horizontalScrollBar()).maximum() > 0:
            height += bar.sizeHint().height()
        if height != self.height() or self.minimumHeight() != height:
            self.setFixedHeight(height)

    def sizeHint(self) -> QSize:
        """As high as the text at its present width."""
        return QSize(super().sizeHint().width(), ceil(self.card_document.size().height()))

    def minimumSizeHint(self) -> QSize:
        """As high as the text; any width."""
        return QSize(120, ceil(self.card_document.size().height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the height right for the new width."""
        super().resizeEvent(event)
        self._fit()

    # -- painting ----------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Grounds first, then text, then the focus ring."""
        if self._formats is not None:
            painter = QPainter(self.viewport())
            painter.translate(-self.horizontalScrollBar().value(), 0)
            paint_decorations(painter, self.card_document, self._formats)
            painter.end()
        super().paintEvent(event)
        if self._style is not None and self.textCursor().hasSelection():
            painter = QPainter(self.viewport())
            painter.translate(-self.horizontalScrollBar().value(), 0)
            paint_selected_formulas(painter, self.card_document, self.textCursor(), self._style)
            painter.end()
        if self._style is not None and self._is_focus_seen and self.hasFocus():
            self._paint_focus(self._style)

    def _paint_focus(self, style: TextStyle) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(style.accent), 2))
        painter.drawRoundedRect(QRectF(self.viewport().rect()).adjusted(1, 1, -1, -1), 4, 4)
        painter.end()

    # -- keys, wheel, clipboard --------------------------------------------------------------

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is, when it came by the keyboard."""
        super().focusInEvent(event)
        if event.reason() not in _PASSING:
            self._is_focus_seen = event.reason() in _BY_KEYS
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the caret and the ring."""
        super().focusOutEvent(event)
        self._show_caret(is_shown=False)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move and copy; every other key is the page's."""
        if event.key() in _MOVES:
            self._show_caret(is_shown=True)
            super().keyPressEvent(event)
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.selectAll()
        else:
            event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the page around it, not itself, unless sideways."""
        if event.angleDelta().x() and self.horizontalScrollBar().maximum() > 0:
            super().wheelEvent(event)
        else:
            event.ignore()

    def createMimeDataFromSelection(self) -> QMimeData:
        """Plain text, with formulas as they are written."""
        cursor = self.textCursor()
        data = QMimeData()
        data.setText(
            self.card_document.text_between(cursor.selectionStart(), cursor.selectionEnd())
        )
        return data

    def viewportEvent(self, event: QEvent) -> bool:
        """Draw formulas anew on a screen of another density."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self.viewport().update()
        return super().viewportEvent(event)
