"""A push button that shows its key beside its caption, and a smaller line below.

Neither names `QStyle` nor asks for one: PySide makes its 17 enums at once, 6 ms of the first card.
"""

from __future__ import annotations

import sys
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSignalBlocker, QSize, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontInfo,
    QFontMetricsF,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QPushButton, QStyleOptionButton, QWidget

from qtapp.stylesheet import GRADE_EDGE
from qtapp.theme import set_role
from qtapp.tokens import Role

CAP_SIZE = 0.73  # of the caption's: 11 px where text is 15
DETAIL_SIZE = 0.84
_GRADES = (Role.AGAIN, Role.HARD, Role.GOOD, Role.EASY)


def key_name(key: QKeySequence | QKeySequence.StandardKey | Qt.Key | str) -> str:
    """A key as the learner's keyboard calls it: « Espace », « Ctrl Z »."""
    name = _native(QKeySequence(key)).replace("+", " ")
    if sys.platform == "darwin":  # symbols, which are right as they are
        return name
    enter, named_back = (_native(QKeySequence(k)) for k in (Qt.Key.Key_Enter, Qt.Key.Key_Return))
    return name.replace(named_back, enter)  # « Retour » would read as going back


def _native(keys: QKeySequence) -> str:
    return keys.toString(QKeySequence.SequenceFormat.NativeText)


class KeyButton(QPushButton):
    """Caption, keycap and detail; `text` stays the caption.

    It takes the focus by Tab only, so that clicking it leaves the page's keys alone.
    """

    def __init__(self, role: Role | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = ""
        self._detail = ""
        self._spoken_detail = ""
        self._sizes: _Sizes | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAutoDefault(False)  # or a dialog would press one that nobody chose
        if role is not None:
            set_role(self, role)

    def set_caption(self, text: str, *, key: str = "") -> None:
        """Say what it does, and by which key (a name, see `key_name`)."""
        text = text.replace("&", "&&")
        if (text, key) != (self.text(), self._key):  # or all of the page would be laid out again
            self.setText(text)
            self._key = key
            self._renew()

    def show_checked(self, is_checked: bool) -> None:
        """Stay down or not; only what a learner does is told by `toggled`.

        Listen to that, not to `clicked`: a screen reader's « toggle » clicks nothing.
        """
        with QSignalBlocker(self):
            self.setChecked(is_checked)

    def set_detail(self, text: str, *, spoken: str = "") -> None:
        """Say what follows from it; `spoken` is the same for a screen reader."""
        if (text, spoken) != (self._detail, self._spoken_detail):
            self._detail, self._spoken_detail = text, spoken
            self._renew()

    @property
    def detail(self) -> str:
        """The smaller line."""
        return self._detail

    @property
    def spoken_detail(self) -> str:
        """The same for a screen reader."""
        return self._spoken_detail or self._detail

    def _renew(self) -> None:
        self._sizes = None
        caption = self.text().replace("&&", "&")
        spoken = self.spoken_detail
        self.setAccessibleName(f"{caption}, {spoken}" if spoken else caption)
        self.setAccessibleDescription(self._key)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for all three texts."""
        self.ensurePolished()
        text = self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, self.text())
        frame = super().sizeHint() - text  # what the style adds to any text
        return self._measured().whole.toSize() + QSize(1, 1) + frame

    def minimumSizeHint(self) -> QSize:
        """The same: nothing is ever cut off."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Another font needs another size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._sizes = None
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The style's button, and the texts in its middle."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        below = GRADE_EDGE - 1 if self.property("role") in _GRADES else 0  # than above
        self._draw_content(painter, self.rect().adjusted(0, 0, 0, -below))
        painter.end()

    def initStyleOption(self, option: QStyleOptionButton) -> None:
        """The style draws no text: it is ours."""
        super().initStyleOption(option)
        option.text = ""

    def _draw_content(self, painter: QPainter, room: QRect) -> None:
        group = QPalette.ColorGroup.Normal if self.isEnabled() else QPalette.ColorGroup.Disabled
        ink = self.palette().color(group, QPalette.ColorRole.ButtonText)
        sizes = self._measured()
        first, middle = sizes.first, QRectF(room).center()
        top = middle.y() - sizes.whole.height() / 2
        over = max(0, self.sizeHint().width() - self.width())
        half = (first.width() - over) / 2
        left, right = middle.x() - half, middle.x() + half
        painter.setPen(ink)
        painter.setFont(sizes.caption)
        painter.drawText(QPointF(left, top + sizes.ascent), self._caption(painter, over))
        if self._key:
            self._draw_cap(painter, ink, sizes, right=right, middle=top + first.height() / 2)
        if self._detail:
            room_below = QRectF(room.x(), top, room.width(), sizes.whole.height())
            self._draw_detail(painter, ink, sizes, room_below)

    def _caption(self, painter: QPainter, over: int) -> str:
        """The words, without what is too much by so many pixels."""
        words = self.text().replace("&&", "&")
        if not over:
            return words
        metrics = QFontMetricsF(painter.font())
        room = metrics.horizontalAdvance(words) - over
        return metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)

    def _draw_cap(
        self, painter: QPainter, ink: QColor, sizes: _Sizes, *, right: float, middle: float
    ) -> None:
        size = sizes.cap
        cap = QRectF(right - size.width(), middle - size.height() / 2, size.width(), size.height())
        soft = QColor(ink)
        soft.setAlphaF(0.72)
        painter.setPen(QPen(soft, 1))
        painter.setFont(sizes.cap_font)
        painter.drawRoundedRect(cap.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self._key)

    def _draw_detail(self, painter: QPainter, ink: QColor, sizes: _Sizes, room: QRectF) -> None:
        soft = QColor(ink)
        soft.setAlphaF(0.78)
        painter.setPen(soft)
        painter.setFont(sizes.detail_font)
        bottom = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignHCenter
        painter.drawText(room, bottom, self._detail)

    def _measured(self) -> _Sizes:
        """Kept: layouts ask some five times for each painting, and each takes a third of a ms."""
        if self._sizes is None:
            self._sizes = _sizes(
                self.font(), self.text().replace("&&", "&"), self._key, self._detail
            )
        return self._sizes


class _Sizes(NamedTuple):
    """Fonts and rooms of a button's texts; `first` holds caption and keycap, `whole` all."""

    caption: QFont
    cap_font: QFont
    detail_font: QFont
    ascent: float
    cap: QSizeF
    first: QSizeF
    whole: QSizeF


def _sizes(font: QFont, caption: str, key: str, detail: str) -> _Sizes:
    caption_font = _sized(font, 1.0, QFont.Weight.DemiBold) if detail else QFont(font)
    cap_font = _sized(font, CAP_SIZE, QFont.Weight.Medium)
    detail_font = _sized(font, DETAIL_SIZE, QFont.Weight.Normal)
    metrics = QFontMetricsF(caption_font)
    cap = _cap_size(QFontMetricsF(cap_font), key) if key else QSizeF(0, 0)
    gap = metrics.horizontalAdvance("n") if key else 0.0
    width = metrics.horizontalAdvance(caption) + gap + cap.width()
    first = whole = QSizeF(width, max(metrics.height(), cap.height()))
    if detail:
        below = QFontMetricsF(detail_font)
        wide = max(first.width(), below.horizontalAdvance(detail))
        whole = QSizeF(wide, first.height() + 1 + below.height())
    return _Sizes(caption_font, cap_font, detail_font, metrics.ascent(), cap, first, whole)


def _cap_size(metrics: QFontMetricsF, key: str) -> QSizeF:
    padding = metrics.horizontalAdvance("n")
    return QSizeF(metrics.horizontalAdvance(key) + 1.6 * padding, metrics.height() + 3)


def _sized(font: QFont, size: float, weight: QFont.Weight) -> QFont:
    result = QFont(font)
    result.setPixelSize(max(1, round(QFontInfo(result).pixelSize() * size)))
    result.setWeight(weight)
    return result
