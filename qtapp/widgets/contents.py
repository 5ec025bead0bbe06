"""A table of contents: a list beside the text, or a field above it where there is no room."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QComboBox, QFrame, QListWidget, QListWidgetItem, QWidget

from qtapp.sessions.reading import Entry
from qtapp.theme import Theme

WIDTH_PX = 230
_INDENT = "\u2003"


class ContentsList(QListWidget):
    """Beside the text; the arrow keys leaf through the chapter.

    Signals:
        chosen: An `Entry`.
    """

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._entries: Sequence[Entry] = ()
        self.setObjectName("contents")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.currentRowChanged.connect(self._choose)
        self.itemClicked.connect(self._choose_again)
        theme.changed.connect(self._take_theme)
        self._take_theme()
        self._retranslate()

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show other contents."""
        self._entries = entries
        self.blockSignals(True)
        self.clear()
        for entry in entries:
            item = QListWidgetItem(_INDENT * entry.depth + entry.title)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, entry.title)
            self.addItem(item)
        self.blockSignals(False)
        self._take_heights()

    def _take_heights(self) -> None:
        """Of lines that wrap: Qt counts without the room around them."""
        px, metrics = self._theme.px, QFontMetrics(self.font())
        width = px(WIDTH_PX) - 2 * px(6) - px(18)
        for row in range(self.count()):
            item = self.item(row)
            wraps = Qt.TextFlag.TextWordWrap
            text = metrics.boundingRect(QRect(0, 0, width, 9999), wraps, item.text())
            item.setSizeHint(QSize(0, text.height() + 2 * px(4) + 2))

    def mark(self, entry: Entry) -> None:
        """Show which line is being read, without choosing it."""
        row = _row_of(self._entries, entry)
        self.blockSignals(True)
        self.setCurrentRow(row)
        self.blockSignals(False)
        self.viewport().update()

    def sizeHint(self) -> QSize:
        """A column."""
        return QSize(self._theme.px(WIDTH_PX), super().sizeHint().height())

    @Slot(int)
    def _choose(self, row: int) -> None:
        if 0 <= row < len(self._entries):
            self.chosen.emit(self._entries[row])

    @Slot(QListWidgetItem)
    def _choose_again(self, item: QListWidgetItem) -> None:
        self._choose(self.row(item))

    @Slot()
    def _take_theme(self) -> None:
        t, px = self._theme.tokens, self._theme.px
        self.setFixedWidth(px(WIDTH_PX))
        font = QFont(self.font())
        font.setPixelSize(px(13.5))
        self.setFont(font)
        self.setStyleSheet(
            f"QListWidget {{ background: transparent; border: 2px solid transparent;"
            f" border-radius: 8px; outline: none; color: {t.muted}; font-size: {px(13.5)}px; }}"
            f"QListWidget:focus {{ border-color: {t.accent}; }}"
            f"QListWidget::item {{ padding: {px(4)}px {px(6)}px; border-radius: 6px; }}"
            f"QListWidget::item:hover {{ background: {t.hover}; }}"
            f"QListWidget::item:selected {{ background: {t.accent_soft}; color: {t.accent}; }}"
        )
        self._take_heights()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the other language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Table of contents"))


class ContentsField(QComboBox):
    """Above the text.

    Signals:
        chosen: An `Entry`.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: Sequence[Entry] = ()
        self.setObjectName("contents-field")
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        self.activated.connect(self._choose)
        self._retranslate()

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show other contents."""
        self._entries = entries
        self.clear()
        self.addItems([_INDENT * entry.depth + entry.title for entry in entries])

    def mark(self, entry: Entry) -> None:
        """Show which line is being read."""
        self.setCurrentIndex(_row_of(self._entries, entry))

    @Slot(int)
    def _choose(self, row: int) -> None:
        self.chosen.emit(self._entries[row])

    def changeEvent(self, event: QEvent) -> None:
        """Speak the other language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Table of contents"))


def _row_of(entries: Sequence[Entry], wanted: Entry) -> int:
    """Its own, or the first of its part."""
    of_part = [(n, e.heading) for n, e in enumerate(entries) if e.part == wanted.part]
    own = next((n for n, heading in of_part if heading == wanted.heading), None)
    return own if own is not None else of_part[0][0] if of_part else -1
