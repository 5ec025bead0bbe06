"""How a deck's cells are drawn: its name, its mastery as a bar, and its counts."""

from PySide6.QtCore import (
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from db.rows import DeckToday
from qtapp.theme import Theme
from qtapp.widgets.book import draw_book
from qtapp.widgets.colors import blend
from qtapp.widgets.deck_model import ROW_ROLE, Column, due_count

YOUNG_STRENGTH = 0.62  # of the amber, softened as in the sketch


class DeckRowDelegate(QStyledItemDelegate):
    """Draws the cells of `DeckModel`.

    Attributes:
        is_narrow: There is no room for columns: mastery and counts go below the name.
    """

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.is_narrow = False

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Rows as high as the sketch's."""
        size = super().sizeHint(option, index)
        size.setHeight(self.height())
        return size

    def height(self) -> int:
        """Of every row."""
        return self._theme.px(58 if self.is_narrow else 42)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """One cell, and its part of the line below the row."""
        deck = index.data(ROW_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room: QRect = option.rect
        self._draw_line(painter, room)
        inner = room.adjusted(self._theme.px(12), 0, -self._theme.px(12), 0)
        if index.column() == Column.MASTERY:
            self._draw_mastery(painter, inner, deck)
        elif index.column() == Column.READ:
            if deck.deck.has_text:
                draw_book(painter, QRectF(room), self._theme)
        elif index.column() == Column.DECK:
            self._draw_name(painter, option, inner, deck)
            if self.is_narrow:
                self._draw_below(painter, inner, deck)
        else:
            self._draw_count(painter, option, inner, index)
        painter.restore()

    def _draw_line(self, painter: QPainter, room: QRect) -> None:
        painter.fillRect(line_below(room), QColor(self._theme.tokens.line))

    def _draw_name(
        self, painter: QPainter, option: QStyleOptionViewItem, room: QRect, deck: DeckToday
    ) -> None:
        metrics = option.fontMetrics
        name = metrics.elidedText(deck.deck.title, Qt.TextElideMode.ElideRight, room.width())
        painter.setPen(QColor(self._theme.tokens.ink))
        if self.is_narrow:
            room = room.adjusted(0, 0, 0, -self._theme.px(20))
        painter.drawText(room, _left(), name)

    def _draw_below(self, painter: QPainter, room: QRect, deck: DeckToday) -> None:
        line = room.adjusted(0, self._theme.px(28), 0, -self._theme.px(6))
        font = QFont(painter.font())
        font.setPixelSize(self._theme.px(12.5))
        painter.setFont(font)
        painter.setPen(QColor(self._theme.tokens.muted))
        painter.drawText(line, _left(), counts_text(deck))
        used = painter.fontMetrics().horizontalAdvance(counts_text(deck)) + self._theme.px(12)
        self._draw_mastery(painter, line.adjusted(used, 0, 0, 0), deck)

    def _draw_count(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        room: QRect,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        tokens = self._theme.tokens
        text = index.data(Qt.ItemDataRole.DisplayRole)
        is_due = index.column() == Column.DUE
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold if is_due else QFont.Weight.Normal)
        painter.setFont(font)
        color = tokens.muted if text == "0" else tokens.good if is_due else tokens.train
        painter.setPen(QColor(color))
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)

    def _draw_mastery(self, painter: QPainter, room: QRect, deck: DeckToday) -> None:
        tokens = self._theme.tokens
        height = self._theme.px(6)
        bar = QRectF(room.x(), room.center().y() - height / 2, room.width(), height)
        cards = max(1, deck.cards)
        known = bar.width() * deck.mature / cards
        seen = bar.width() * (deck.mature + deck.young) / cards
        painter.setPen(Qt.PenStyle.NoPen)
        young = blend(tokens.surface, tokens.warn, YOUNG_STRENGTH)
        for width, color in (
            (bar.width(), QColor(tokens.line)),
            (seen, young),
            (known, QColor(tokens.good)),
        ):
            painter.setClipRect(QRectF(bar.x(), bar.y(), width, height))
            painter.setBrush(color)
            painter.drawRoundedRect(bar, height / 2, height / 2)


def line_below(room: QRect) -> QRect:
    """The last row of pixels of a cell: a pen would blur it over two."""
    return QRect(room.left(), room.bottom(), room.width(), 1)


def counts_text(deck: DeckToday) -> str:
    """« 6 nouvelles · 4 à revoir »."""
    translate = QCoreApplication.translate
    new = translate("decks", "%Ln new", "cards", deck.counts.new)
    due = translate("decks", "%Ln to review", "cards", due_count(deck))
    return f"{new} · {due}"


def _left() -> Qt.AlignmentFlag:
    return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
