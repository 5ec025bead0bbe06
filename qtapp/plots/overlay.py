"""What lies over the plots for a moment: the point that is read, a tip, a rectangle to zoom into.

Qt paints it over Matplotlib's picture, which stays as it is: a moving pointer draws nothing anew,
and a run goes on below.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from qtapp.plots.style import PlotStyle

_TEXT_PX, _DOT_PX, _AWAY_PX, _MARGINS_PX = 12.5, 4.5, 12.0, (9.0, 6.0)
_WIDEST_PX = 340.0
_BAND_ALPHA = 40
_WRAP = Qt.TextFlag.TextWordWrap


@dataclass(frozen=True, slots=True)
class Mark:
    """A point that is read, in pixels of the widget.

    Attributes:
        at: Where it is; None to say something of no point.
        color: Of its curve.
        words: Line by line.
        hint: How to go on; below the words.
    """

    words: tuple[str, ...]
    at: QPointF | None = None
    color: str = ""
    hint: str = ""


class Overlay(QWidget):
    """Lies on its parent, and is there only while it has something to show.

    Attributes:
        mark: What is read; None for nothing.
        band: The rectangle that is being drawn; None for none.
        is_focused: Whether keys go to the plots.
        style_: Of the app (`style` is Qt's).
    """

    def __init__(self, style: PlotStyle, parent: QWidget) -> None:
        super().__init__(parent)
        self._below = parent
        self.style_ = style
        self.mark: Mark | None = None
        self.band: QRect | None = None
        self.is_focused = False
        self.setObjectName("plot-overlay")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def renew(self) -> None:
        """Show what the attributes say now."""
        self.setGeometry(self._below.rect())
        is_wanted = self.mark is not None or self.band is not None or self.is_focused
        self.setVisible(is_wanted)
        self.update()

    def _px(self, size: float) -> float:
        return size * self.style_.scale

    def paintEvent(self, event: QPaintEvent) -> None:
        """Focus, rectangle, point and tip, the last above all."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.is_focused:
            self._draw_focus(painter)
        if self.band is not None:
            self._draw_band(painter, QRectF(self.band))
        if self.mark is not None:
            self._draw_dot(painter, self.mark)
            self._draw_tip(painter, self.mark)
        painter.end()

    def _draw_focus(self, painter: QPainter) -> None:
        painter.setPen(QPen(QColor(self.style_.tokens.accent), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)

    def _draw_band(self, painter: QPainter, band: QRectF) -> None:
        color = QColor(self.style_.tokens.accent)
        painter.setPen(QPen(color, 1))
        color.setAlpha(_BAND_ALPHA)
        painter.setBrush(color)
        painter.drawRect(band)

    def _draw_dot(self, painter: QPainter, mark: Mark) -> None:
        if mark.at is None:
            return
        painter.setPen(QPen(QColor(self.style_.tokens.surface), self._px(2)))
        painter.setBrush(QColor(mark.color))
        painter.drawEllipse(mark.at, self._px(_DOT_PX), self._px(_DOT_PX))

    def _draw_tip(self, painter: QPainter, mark: Mark) -> None:
        tokens, (across, down) = self.style_.tokens, map(self._px, _MARGINS_PX)
        font = self.tip_font()
        painter.setFont(font)
        text, hint = "\n".join(mark.words), mark.hint
        box = self.tip_box(mark)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.ink))
        painter.drawRoundedRect(box, self._px(5), self._px(5))
        inside = box.adjusted(across, down, -across, -down)
        ink = QColor(tokens.ground)
        painter.setPen(ink)
        painter.drawText(inside, int(_WRAP), text)
        ink.setAlphaF(0.75)
        painter.setPen(ink)
        painter.drawText(inside, int(_WRAP | Qt.AlignmentFlag.AlignBottom), hint)

    def tip_font(self) -> QFont:
        """Of the words."""
        font = QFont(self.font())
        font.setPixelSize(max(1, round(self._px(_TEXT_PX))))
        return font

    def tip_box(self, mark: Mark) -> QRectF:
        """Where the tip is: right above its point or where there is room; else beside titles."""
        across, down = map(self._px, _MARGINS_PX)
        size = self._text_size(mark)
        box = QRectF(0, 0, size.width() + 2 * across, size.height() + 2 * down)
        room, away = QRectF(self.rect()), self._px(_AWAY_PX)
        if mark.at is None:
            box.moveTopRight(room.topRight() + QPointF(-self._px(3), self._px(3)))
            return box
        box.moveBottomLeft(mark.at + QPointF(away, -away))
        if box.right() > room.right():
            box.moveRight(mark.at.x() - away)
        if box.top() < room.top():
            box.moveTop(mark.at.y() + away)
        box.moveLeft(max(room.left(), min(box.left(), room.right() - box.width())))
        box.moveTop(max(room.top(), min(box.top(), room.bottom() - box.height())))
        return box

    def _text_size(self, mark: Mark) -> QRect:
        widest = round(min(self._px(_WIDEST_PX), self.width() * 0.9))
        text = "\n".join((*mark.words, mark.hint) if mark.hint else mark.words)
        metrics = QFontMetrics(self.tip_font())
        return metrics.boundingRect(QRect(0, 0, widest, self.height()), int(_WRAP), text)
