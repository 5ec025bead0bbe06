"""How many cards fall due on each of the next seven days: small bars with their numbers."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from qtapp import formats
from qtapp.theme import Theme


class Forecast(QWidget):
    """One column a day, tomorrow first."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._today = 0
        self._due: Sequence[int] = ()
        self.setObjectName("forecast")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self.update)

    def show_days(self, today: int, due: Sequence[int]) -> None:
        """Cards due on the days after `today` (a proleptic ordinal)."""
        self._today, self._due = today, due
        self._speak()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for three digits a day."""
        return QSize(self._theme.px(7 * 29), self._theme.px(92))

    def minimumSizeHint(self) -> QSize:
        """Two digits a day: more is seldom, and the tooltip tells it."""
        return QSize(self._theme.px(7 * 21), self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        """Name the day under the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            index = event.pos().x() * len(self._due) // max(1, self.width())
            known = 0 <= index < len(self._due)
            QToolTip.showText(event.globalPos(), self._day_text(index) if known else "", self)
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the other language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._speak()
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Number, bar, day."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = QFont(self.font())
        font.setPixelSize(self._theme.px(11.5))
        painter.setFont(font)
        width = self.width() / max(1, len(self._due))
        for index in range(len(self._due)):
            self._draw_day(painter, index, QRectF(index * width, 0, width, self.height()))
        painter.end()

    def _draw_day(self, painter: QPainter, index: int, room: QRectF) -> None:
        tokens = self._theme.tokens
        line = painter.fontMetrics().height()
        top, center = Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignHCenter
        tallest = room.height() - 2 * line - self._theme.px(6)
        height = max(2.0, tallest * self._due[index] / max(1, *self._due))
        bar_width = min(float(self._theme.px(15)), room.width() * 0.6)
        bar = QRectF(room.center().x() - bar_width / 2, 0, bar_width, height)
        bar.moveBottom(room.bottom() - line - self._theme.px(3))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.accent if self._due[index] else tokens.line))
        painter.drawRoundedRect(bar, 2, 2)
        number = QRectF(room.x(), bar.top() - line - 1, room.width(), line)
        painter.setPen(QColor(tokens.ink))
        painter.drawText(number, center | top, formats.number(self._due[index]))
        painter.setPen(QColor(tokens.muted))
        name = formats.day_of_week_short(self._today + 1 + index).rstrip(".")
        painter.drawText(room, center | Qt.AlignmentFlag.AlignBottom, name)

    def _day_text(self, index: int) -> str:
        cards = self.tr("%Ln card(s)", "", self._due[index])
        day = self.tr("tomorrow") if index == 0 else formats.day_long(self._today + 1 + index)
        return self.tr("%1: %2").replace("%1", day).replace("%2", cards)

    def _speak(self) -> None:
        self.setAccessibleName(self.tr("Cards due on the next seven days"))
        texts = [self._day_text(index) for index in range(len(self._due))]
        self.setAccessibleDescription("; ".join(texts))
