"""The table of decks: a tree to look at, to walk through by keys and to start a review from."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from db.rows import DeckToday
from qtapp.theme import Theme
from qtapp.widgets.colors import blend
from qtapp.widgets.deck_model import AnyIndex, Column, DeckModel
from qtapp.widgets.deck_row import DeckRowDelegate, line_below

_WIDTHS = {Column.MASTERY: 170, Column.NEW: 106, Column.DUE: 110, Column.READ: 46}
_WIDE, _NARROW = 760, 520


class DeckTree(QTreeView):
    """Decks of today, folded until the learner unfolds one: a chapter is a row.

    Signals:
        deck_chosen: A `DeckToday`, by Enter or by a click on its row.
        text_chosen: A `DeckToday`, by a click on its book; or it has no cards, only a text.
        moved: Another row is the current one.
    """

    deck_chosen = Signal(object)
    text_chosen = Signal(object)
    moved = Signal()

    def __init__(self, theme: Theme, name: str = "decks", parent: QWidget | None = None) -> None:
        """Make an empty tree.

        Args:
            theme: Of the app.
            name: "decks", or "cross-decks" for tags.
            parent: Of the widget.
        """
        super().__init__(parent)
        self._theme = theme
        self._is_of_tags = name == "cross-decks"
        self._decks = DeckModel(self, is_of_tags=self._is_of_tags)
        self._opened: set[int] = set()  # ids of decks whose children are shown
        self._is_filling = False
        self.setModel(self._decks)
        self._rows = DeckRowDelegate(theme, self)
        self.setItemDelegate(self._rows)
        self.setObjectName(name)
        self._behave()
        theme.changed.connect(self._take_theme)
        self.collapsed.connect(self._note_closed)
        self.expanded.connect(self._note_opened)
        self.clicked.connect(self._choose)
        self._take_theme()
        self._retranslate()

    def _behave(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformRowHeights(True)
        self.setMouseTracking(True)
        self.setAllColumnsShowFocus(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setExpandsOnDoubleClick(False)
        self.header().setSectionsMovable(False)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(Column.DECK, QHeaderView.ResizeMode.Stretch)

    def show_decks(self, decks: Sequence[DeckToday]) -> None:
        """Show the decks, depth first; what was unfolded stays so."""
        here = self._decks.deck_at(self.currentIndex())
        self._is_filling = True
        self._decks.show_decks(decks)
        self.setRootIsDecorated(self._decks.has_children_anywhere())
        for index in self._decks.indexes():
            deck = self._decks.deck_at(index)
            if deck is not None:
                self.setExpanded(index, deck.deck.id in self._opened)
                if here is not None and deck.deck.id == here.deck.id:
                    self.setCurrentIndex(index)
        self._is_filling = False
        self._take_widths()
        self.updateGeometry()

    def deck_to_read(self) -> DeckToday | None:
        """The row that the keys are on, or the first, whose deck has a text."""
        rows = [self.currentIndex(), *self._decks.indexes()]
        decks = [self._decks.deck_at(index) for index in rows]
        return next((deck for deck in decks if deck is not None and deck.deck.has_text), None)

    # Size

    def sizeHint(self) -> QSize:
        """High enough for every row: it is the page that scrolls."""
        return QSize(self._theme.px(560), self._height_of(max(1, self._rows_open())))

    def minimumSizeHint(self) -> QSize:
        """As high as it likes to be."""
        return QSize(self._theme.px(200), self.sizeHint().height())

    def _height_of(self, rows: int) -> int:
        return self.header().sizeHint().height() + rows * self._rows.height() + self._theme.px(2)

    def _rows_open(self) -> int:
        return sum(1 for index in self._decks.indexes() if self._is_open(index.parent()))

    def _is_open(self, index: QModelIndex) -> bool:
        while index.isValid():
            if not self.isExpanded(index):
                return False
            index = index.parent()
        return True

    # Drawing

    def drawRow(
        self,
        painter: QPainter,
        options: QStyleOptionViewItem,
        index: AnyIndex,
    ) -> None:
        """The ground of the row under the pointer, the row, and the frame of the current one."""
        room: QRect = options.rect
        tokens = self._theme.tokens
        if self._is_under_pointer(room):
            painter.fillRect(room, blend(tokens.surface, tokens.hover, 0.7))
        super().drawRow(painter, options, index)
        here = self.currentIndex()
        if self.hasFocus() and (index.row(), index.parent()) == (here.row(), here.parent()):
            painter.setPen(QPen(QColor(tokens.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(room.adjusted(1, 1, -2, -2), 6, 6)

    def _is_under_pointer(self, room: QRect) -> bool:
        pointer = self.viewport().mapFromGlobal(self.cursor().pos())
        return self.viewport().underMouse() and room.contains(pointer)

    def drawBranches(self, painter: QPainter, rect: QRect, index: AnyIndex) -> None:
        """A small triangle before a deck that holds others."""
        tokens = self._theme.tokens
        painter.fillRect(line_below(rect), QColor(tokens.line))
        if not self._decks.rowCount(index):
            return
        size = self._theme.px(4)
        x = rect.right() - self.indentation() / 2 + 1
        y = rect.center().y()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.muted))
        painter.drawPolygon(_triangle(x, y, size, is_down=self.isExpanded(self._decks.same(index))))

    @Slot()
    def _take_theme(self) -> None:
        tokens, px = self._theme.tokens, self._theme.px
        self.setIndentation(px(16))
        self.setStyleSheet(
            "QTreeView { background: transparent; border: none; outline: none; }"
            f"QHeaderView {{ background: transparent; }}"
            f"QHeaderView::section {{ background: transparent; color: {tokens.muted};"
            f" border: none; border-bottom: 1px solid {tokens.line}; font-size: {px(12)}px;"
            f" font-weight: 500; padding: {px(11)}px {px(12)}px {px(11)}px {px(12)}px; }}"
        )
        self._take_widths()
        self.updateGeometry()
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The deck's name has the room that the other columns leave."""
        super().resizeEvent(event)
        self._take_widths()

    def _take_widths(self) -> None:
        is_narrow = self.width() < self._theme.px(_NARROW)
        if is_narrow != self._rows.is_narrow:
            self._rows.is_narrow = is_narrow
            for column in _WIDTHS:
                self.setColumnHidden(column, is_narrow and column is not Column.READ)
            self.scheduleDelayedItemsLayout()
            self.updateGeometry()
        self.setColumnHidden(Column.READ, not self._decks.has_texts())
        for column, width in _WIDTHS.items():
            self.header().setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            is_wide = self.width() >= self._theme.px(_WIDE) or column is Column.READ
            share = 1.0 if is_wide else 0.72
            least = self.header().sectionSizeHint(column)
            self.header().resizeSection(column, max(least, round(share * self._theme.px(width))))

    # What the learner asks

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses the deck; Space is left to the page."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            if not event.isAutoRepeat():
                self._choose(self.currentIndex())
        elif event.key() == Qt.Key.Key_Space:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        """The row that the keys are on is to be seen."""
        super().currentChanged(current, previous)
        if self.hasFocus():
            self.moved.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """There is always a current row while the keys are here."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self._decks.index(0, 0))
        self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A hand over rows: they can be clicked."""
        super().mouseMoveEvent(event)
        is_row = self.indexAt(event.pos()).isValid()
        shape = Qt.CursorShape.PointingHandCursor if is_row else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)
        self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the other language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._take_widths()

    @Slot(QModelIndex)
    def _choose(self, index: QModelIndex) -> None:
        deck = self._decks.deck_at(index)
        if deck is None:
            return
        is_text = deck.deck.has_text and (index.column() == Column.READ or not deck.cards)
        (self.text_chosen if is_text else self.deck_chosen).emit(deck)

    @Slot(QModelIndex)
    def _note_closed(self, index: QModelIndex) -> None:
        deck = self._decks.deck_at(index)
        if deck is not None and not self._is_filling:
            self._opened.discard(deck.deck.id)
            self.updateGeometry()

    @Slot(QModelIndex)
    def _note_opened(self, index: QModelIndex) -> None:
        deck = self._decks.deck_at(index)
        if deck is not None and not self._is_filling:
            self._opened.add(deck.deck.id)
            self.updateGeometry()

    def _retranslate(self) -> None:
        self._decks.retranslate()
        of_tags = self.tr("Decks across the chapters")
        self.setAccessibleName(of_tags if self._is_of_tags else self.tr("Decks"))
        self.setAccessibleDescription(self.tr("Enter reviews the chosen deck only."))


def _triangle(x: float, y: float, size: float, *, is_down: bool) -> QPolygonF:
    tip, half = 0.75 * size, 0.5 * size
    corners = [(-half, -size), (-half, size), (tip, 0.0)]
    if is_down:
        corners = [(dy, dx) for dx, dy in corners]
    return QPolygonF([QPointF(x + dx, y + dy) for dx, dy in corners])
