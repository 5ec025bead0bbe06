"""A push button that shows its key beside its caption, and a smaller line below.

Neither names `QStyle` nor asks for one: PySide makes its 17 enums at once, 6 ms of the first card.
"""

import sys

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
        return self._content_size().toSize() + QSize(1, 1) + frame

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
        size = self._content_size()
        first = self._first_line()
        middle = QRectF(room).center()
        top = middle.y() - size.height() / 2
        left, right = middle.x() - first.width() / 2, middle.x() + first.width() / 2
        caption = QFontMetricsF(self._caption_font())
        painter.setPen(ink)
        painter.setFont(self._caption_font())
        painter.drawText(QPointF(left, top + caption.ascent()), self.text().replace("&&", "&"))
        if self._key:
            self._draw_cap(painter, ink, right=right, middle=top + first.height() / 2)
        if self._detail:
            self._draw_detail(painter, ink, QRectF(room.x(), top, room.width(), size.height()))

    def _draw_cap(self, painter: QPainter, ink: QColor, *, right: float, middle: float) -> None:
        size = self._cap_size()
        cap = QRectF(right - size.width(), middle - size.height() / 2, size.width(), size.height())
        soft = QColor(ink)
        soft.setAlphaF(0.72)
        painter.setPen(QPen(soft, 1))
        painter.setFont(self._cap_font())
        painter.drawRoundedRect(cap.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self._key)

    def _draw_detail(self, painter: QPainter, ink: QColor, room: QRectF) -> None:
        soft = QColor(ink)
        soft.setAlphaF(0.78)
        painter.setPen(soft)
        painter.setFont(self._detail_font())
        bottom = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignHCenter
        painter.drawText(room, bottom, self._detail)

    def _first_line(self) -> QSizeF:
        metrics = QFontMetricsF(self._caption_font())
        width = metrics.horizontalAdvance(self.text().replace("&&", "&"))
        cap = self._cap_size()
        gap = metrics.horizontalAdvance("n") if self._key else 0.0
        return QSizeF(width + gap + cap.width(), max(metrics.height(), cap.height()))

    def _content_size(self) -> QSizeF:
        line = self._first_line()
        if not self._detail:
            return line
        metrics = QFontMetricsF(self._detail_font())
        width = max(line.width(), metrics.horizontalAdvance(self._detail))
        return QSizeF(width, line.height() + 1 + metrics.height())

    def _cap_size(self) -> QSizeF:
        if not self._key:
            return QSizeF(0, 0)
        metrics = QFontMetricsF(self._cap_font())
        padding = metrics.horizontalAdvance("n")
        return QSizeF(metrics.horizontalAdvance(self._key) + 1.6 * padding, metrics.height() + 3)

    def _caption_font(self) -> QFont:
        if not self._detail:
            return self.font()
        return self._sized_font(1.0, QFont.Weight.DemiBold)

    def _cap_font(self) -> QFont:
        return self._sized_font(CAP_SIZE, QFont.Weight.Medium)

    def _detail_font(self) -> QFont:
        return self._sized_font(DETAIL_SIZE, QFont.Weight.Normal)

    def _sized_font(self, size: float, weight: QFont.Weight) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(max(1, round(QFontInfo(font).pixelSize() * size)))
        font.setWeight(weight)
        return font
