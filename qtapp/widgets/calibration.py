"""How often each certainty was right: a bar for each, and the number beside it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from db.quiz_rows import Tally
from decks.questions.responses import Certainty
from qtapp import formats
from qtapp.questions.words import certainty_name
from qtapp.theme import Theme

_LINE, _BAR, _GAP, _SHORTEST = 30, 10, 14, 40


class CalibrationChart(QWidget):
    """Three lines, the surest first; a line without answers says so."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tallies: dict[Certainty, Tally] = {}
        self.setObjectName("calibration")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._grow)

    def show_tallies(self, tallies: dict[Certainty, Tally]) -> None:
        """Draw how answers of each certainty turned out."""
        self._tallies = tallies
        self.setAccessibleName("; ".join(self._line(certainty) for certainty in self._order()))
        self.update()

    @staticmethod
    def _order() -> tuple[Certainty, ...]:
        return tuple(sorted(Certainty, reverse=True))

    def _line(self, certainty: Certainty) -> str:
        return f"{certainty_name(certainty)}: {self._words(certainty)}"

    def _words(self, certainty: Certainty) -> str:
        tally = self._tallies.get(certainty, Tally())
        if tally.share_right is None:
            return self.tr("no answer yet")
        text = self.tr("%1 right of %n answer(s)", "", tally.answers)
        return text.replace("%1", formats.percent(tally.share_right))

    @Slot()
    def _grow(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """A line for each certainty."""
        return QSize(self._theme.px(300), len(Certainty) * self._theme.px(_LINE))

    def minimumSizeHint(self) -> QSize:
        """Room for the words; the bars may be short."""
        return QSize(self._theme.px(260), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Names on the left, bars, and what they mean on the right."""
        px, metrics = self._theme.px, self.fontMetrics()
        names = max(metrics.horizontalAdvance(certainty_name(c)) for c in Certainty)
        words = max(metrics.horizontalAdvance(self._words(c)) for c in Certainty)
        left, gap = names + px(_GAP), px(_GAP)
        room = self.width() - left - words - gap
        room, gap = (room, gap) if room >= px(_SHORTEST) else (0, 0)  # words matter more than bars
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for row, certainty in enumerate(self._order()):
            middle = px(_LINE) * row + px(_LINE) / 2
            base = round(middle + (metrics.ascent() - metrics.descent()) / 2)
            painter.setPen(QColor(self._theme.tokens.ink))
            painter.drawText(0, base, certainty_name(certainty))
            if room:
                self._draw_bar(
                    painter, QRectF(left, middle - px(_BAR) / 2, room, px(_BAR)), certainty
                )
            painter.setPen(QColor(self._theme.tokens.muted))
            painter.drawText(left + room + gap, base, self._words(certainty))
        painter.end()

    def _draw_bar(self, painter: QPainter, line: QRectF, certainty: Certainty) -> None:
        share = self._tallies.get(certainty, Tally()).share_right
        painter.save()
        painter.setPen(QColor(self._theme.tokens.line))
        painter.setBrush(QColor(self._theme.tokens.ground))
        painter.drawRoundedRect(line, line.height() / 2, line.height() / 2)
        if share:
            line.setWidth(max(line.height(), share * line.width()))
            painter.setBrush(QColor(self._theme.tokens.accent))
            painter.drawRoundedRect(line, line.height() / 2, line.height() / 2)
        painter.restore()
