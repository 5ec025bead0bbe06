"""A year of reviews at a glance: one square a day, one column a week, darker for more."""

import math
from bisect import bisect_right
from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QEvent, QLocale, QPoint, QRectF, QSize, Qt, Slot
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QHelpEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from qtapp import formats
from qtapp.theme import Theme
from qtapp.widgets.colors import blend

WEEKS = 52
STRENGTHS = (0.0, 0.22, 0.45, 0.72, 1.0)  # of the accent, for levels 0 (none) to 4
_PITCH, _GAP, _LEAST_PITCH = 13, 2, 7
_STEPS = {
    Qt.Key.Key_Left: -7,
    Qt.Key.Key_Right: 7,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
}


def quartiles(counts: Mapping[int, int]) -> tuple[int, int, int]:
    """The counts that a quarter, half and three quarters of the days with reviews reach."""
    ordered = sorted(count for count in counts.values() if count > 0)
    if not ordered:
        return (1, 1, 1)
    first, second, third = (ordered[(len(ordered) * part) // 4] for part in (1, 2, 3))
    return (first, second, third)


def level(count: int, thresholds: tuple[int, int, int]) -> int:
    """Which of the five strengths a day has: 0 for none, 4 for the learner's busiest quarter."""
    return 0 if count <= 0 else 1 + bisect_right(thresholds, count)


def streaks(counts: Mapping[int, int]) -> tuple[int, int]:
    """Days with a review, and the longest run of them."""
    days = sorted(day for day, count in counts.items() if count > 0)
    longest = run = 0
    for before, day in zip([None, *days], days, strict=False):
        run = run + 1 if before is not None and day == before + 1 else 1
        longest = max(longest, run)
    return len(days), longest


class Heatmap(QWidget):
    """Reads by mouse (tooltips), by arrow keys (the day is named) and by its summary."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._today = 0
        self._counts: Mapping[int, int] = {}
        self._thresholds = (1, 1, 1)
        self._cursor: int | None = None
        self._colors: list[QColor] = []
        self.setObjectName("heatmap")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        theme.changed.connect(self._take_colors)
        self._take_colors()

    def show_days(self, today: int, counts: Mapping[int, int]) -> None:
        """Show the weeks up to today's.

        Args:
            today: The learner's day, a proleptic ordinal.
            counts: Day to number of reviews.
        """
        self._today = today
        self._counts = counts
        self._thresholds = quartiles(counts)
        self._cursor = None
        self._speak()
        self.update()

    def summary(self) -> str:
        """What a glance would tell, in words."""
        shown = {day: n for day, n in self._counts.items() if day >= self._first_day(WEEKS)}
        days, longest = streaks(shown)
        if not days:
            return self.tr("No reviews yet.")
        reviews = self.tr("%Ln review(s)", "", sum(shown.values()))
        on_days = self.tr("on %n day(s)", "", days)
        run = self.tr("longest run: %n day(s)", "", longest)
        return f"{reviews} {on_days}; {run}."

    def day_text(self, day: int) -> str:
        """« mardi 4 mars 2025 : 23 révisions »."""
        count = self._counts.get(day, 0)
        words = self.tr("%Ln review(s)", "", count) if count else self.tr("no reviews")
        return self.tr("%1: %2").replace("%1", formats.day_long(day)).replace("%2", words)

    # Geometry

    def sizeHint(self) -> QSize:
        """52 weeks of the sketch's squares, and the months above."""
        height = self._months_height() + 7 * self._theme.px(_PITCH)
        return QSize(WEEKS * self._theme.px(_PITCH), height)

    def minimumSizeHint(self) -> QSize:
        """Half a year."""
        return QSize(WEEKS // 2 * _LEAST_PITCH, self.sizeHint().height())

    def _pitch(self) -> float:
        """From one square to the next: smaller in a narrow window, so that the year stays."""
        return max(_LEAST_PITCH, min(self._theme.px(_PITCH), self.width() / WEEKS))

    def _months_height(self) -> int:
        return self._theme.px(17)

    def _weeks(self) -> int:
        return max(1, min(WEEKS, int(self.width() / self._pitch() + 0.01)))

    def _first_day(self, weeks: int) -> int:
        week_starts = QLocale().firstDayOfWeek().value
        weekday = date.fromordinal(max(1, self._today)).isoweekday()
        this_week = self._today - (weekday - week_starts) % 7
        return this_week - 7 * (weeks - 1)

    def _square(self, day: int, first: int) -> QRectF:
        pitch = self._pitch()
        week, row = divmod(day - first, 7)
        side = pitch * (1 - _GAP / _PITCH)
        return QRectF(week * pitch, self._months_height() + row * pitch, side, side)

    def _day_at(self, place: QPoint) -> int | None:
        row = math.floor((place.y() - self._months_height()) / self._pitch())
        week = math.floor(place.x() / self._pitch())
        day = self._first_day(self._weeks()) + 7 * week + row
        is_square = 0 <= row < 7 and 0 <= week < self._weeks()
        return day if is_square and day <= self._today else None

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Squares, months, and the day the arrow keys are on."""
        if not self._today:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        first = self._first_day(self._weeks())
        self._draw_months(painter, first)
        painter.setPen(Qt.PenStyle.NoPen)
        for day in range(first, self._today + 1):
            painter.setBrush(self._colors[level(self._counts.get(day, 0), self._thresholds)])
            painter.drawRoundedRect(self._square(day, first), 2.5, 2.5)
        if self.hasFocus() and self._cursor is not None:
            painter.setPen(QPen(QColor(self._theme.tokens.ink), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self._square(self._cursor, first), 2.5, 2.5)
        painter.end()

    def _draw_months(self, painter: QPainter, first: int) -> None:
        font = QFont(self.font())
        font.setPixelSize(self._theme.px(11))
        painter.setFont(font)
        painter.setPen(QColor(self._theme.tokens.muted))
        free_from = 0.0
        for day in range(first, self._today + 1, 7):
            starts_month = date.fromordinal(day).day <= 7
            left = self._square(day, first).left()
            name = formats.month_short(day)
            width = painter.fontMetrics().horizontalAdvance(name)
            if starts_month and left >= free_from and left + width <= self.width():
                painter.drawText(QPoint(int(left), painter.fontMetrics().ascent()), name)
                free_from = left + width + self._theme.px(8)

    @Slot()
    def _take_colors(self) -> None:
        tokens = self._theme.tokens
        none = blend(tokens.surface, tokens.line, 0.6)
        shades = [blend(tokens.surface, tokens.accent, strength) for strength in STRENGTHS[1:]]
        self._colors = [none, *shades]
        self.updateGeometry()
        self.update()

    # What the learner asks

    def event(self, event: QEvent) -> bool:
        """Name the day under the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            day = self._day_at(event.pos())
            QToolTip.showText(event.globalPos(), "" if day is None else self.day_text(day), self)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys go from day to day."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        here = self._today if self._cursor is None else self._cursor + step
        self._move_to(max(self._first_day(self._weeks()), min(self._today, here)))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """No day is named any more."""
        super().focusOutEvent(event)
        self._cursor = None
        QToolTip.hideText()
        self._speak()
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the other language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._speak()
            self.update()

    def _move_to(self, day: int) -> None:
        self._cursor = day
        square = self._square(day, self._first_day(self._weeks()))
        QToolTip.showText(self.mapToGlobal(square.bottomLeft().toPoint()), self.day_text(day), self)
        self._speak()
        self.update()

    def _speak(self) -> None:
        self.setAccessibleName(self.tr("Reviews of the last 52 weeks"))
        text = self.summary() if self._cursor is None else self.day_text(self._cursor)
        self.setAccessibleDescription(text)
