"""A table of contents: a list beside the text, or a field above it where there is no room."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QWidget

from qtapp.sessions.reading import Entry
from qtapp.theme import Theme
from qtapp.widgets.long_combo import LongCombo

WIDTH_PX = 230
_INDENT = "\u2003"
_AT_ONCE = 50  # lines: more than a screen shows, 5 ms to measure


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
        self._measured = 0
        self._measuring = QTimer(self, singleShot=True, interval=0)
        self._measuring.timeout.connect(self._measure_next)
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
            item = QListWidgetItem(_line(entry))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, entry.title)
            self.addItem(item)
        self.blockSignals(False)
        self._take_heights()

    def _take_heights(self) -> None:
        """Of lines that wrap: Qt counts without the room around them."""
        one_line = self._room(QFontMetrics(self.font()).height())
        for row in range(self.count()):
            self.item(row).setSizeHint(one_line)  # or Qt would measure all of them
        self._measured = 0
        self._measure_next()

    def _room(self, height: int) -> QSize:
        return QSize(0, height + 2 * self._theme.px(4) + 2)

    @Slot()
    def _measure_next(self) -> None:
        """Some lines at a time: the three hundred of a handbook would hold the window for 30 ms."""
        px, metrics = self._theme.px, QFontMetrics(self.font())
        width = px(WIDTH_PX) - 2 * px(6) - px(18)
        end = min(self._measured + _AT_ONCE, len(self._entries))
        for row in range(self._measured, end):
            height = _height(metrics, _line(self._entries[row]), width)
            if height > metrics.height():
                self.item(row).setSizeHint(self._room(height))
        self._measured = end
        if end < len(self._entries):
            self._measuring.start()
        elif end > _AT_ONCE and (item := self.currentItem()) is not None:
            self.scrollToItem(item)  # lines above it have become higher

    def mark(self, entry: Entry) -> None:
        """Show which line is being read, without choosing it."""
        before, row = self.currentRow(), _row_of(self._entries, entry)
        self.blockSignals(True)
        self.setCurrentRow(row)
        self.blockSignals(False)
        for changed in (before, row):  # for the viewport, PySide would make 64 enums: 15 ms
            if (item := self.item(changed)) is not None:
                self.update(self.indexFromItem(item))

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


class ContentsField(LongCombo):
    """Above the text.

    Signals:
        chosen: An `Entry`.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: Sequence[Entry] = ()
        self.setObjectName("contents-field")
        self.activated.connect(self._choose)
        self._retranslate()

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show other contents."""
        self._entries = entries
        self.clear()
        self.addItems([_line(entry) for entry in entries])

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


def _line(entry: Entry) -> str:
    return _INDENT * entry.depth + entry.title


def _height(metrics: QFontMetrics, text: str, width: int) -> int:
    """Of a text that wraps; whether one line is enough is found out sooner."""
    if metrics.horizontalAdvance(text) <= width:
        return metrics.height()
    return metrics.boundingRect(QRect(0, 0, width, 9999), Qt.TextFlag.TextWordWrap, text).height()


def _row_of(entries: Sequence[Entry], wanted: Entry) -> int:
    """Its own, or the first of its part."""
    of_part = [(n, e.heading) for n, e in enumerate(entries) if e.part == wanted.part]
    own = next((n for n, heading in of_part if heading == wanted.heading), None)
    return own if own is not None else of_part[0][0] if of_part else -1
