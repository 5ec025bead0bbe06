"""The ground that pages lie on: it paints the soft shadow of the cards placed upon it.

A `QGraphicsDropShadowEffect` would redraw each card into a picture at every change. Here the
ground paints one small blurred picture, made once a theme, around each card that is its child.
"""

from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import QEvent, QMargins, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QFrame, QWidget

from qtapp.theme import Theme
from qtapp.tokens import Role

BLUR = 20  # how far the shadow reaches, in pixels
DROP = 6  # how far it falls
RADIUS = 14  # of the cards, as in the style sheet


class Paper(QWidget):
    """A widget whose child cards (`Role.CARD`) cast a shadow on it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._places: list[QRect] = []
        theme.changed.connect(self.update)

    def event(self, event: QEvent) -> bool:
        """A card that moved leaves no shadow behind."""
        is_taken = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            places = [card.geometry() for card in self._cards()]
            if places != self._places:
                self._places = places
                self.update()
        return is_taken

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the shadows that touch what is to be painted."""
        tokens = self._theme.tokens
        picture = shadow(tokens.shadow, tokens.shadow_strength)
        painter = QPainter(self)
        for card in self._cards():
            place = card.geometry().translated(0, DROP)
            if place.marginsAdded(_REACH).intersects(event.rect()):
                _draw_around(painter, picture, place)
        painter.end()

    def _cards(self) -> Sequence[QFrame]:
        frames = self.findChildren(QFrame, options=Qt.FindChildOption.FindDirectChildrenOnly)
        return [f for f in frames if f.isVisible() and f.property("role") == Role.CARD.value]


_REACH = QMargins(BLUR, BLUR, BLUR, BLUR)
_CORNER = BLUR + RADIUS  # a corner's share of the picture: all that is not plain edge


@lru_cache(maxsize=4)
def shadow(color: str, strength: int) -> QPixmap:
    """The shadow of a small card: its four corners, and one pixel of each side between them.

    Round squares, each a pixel larger than the next and all but clear, lie upon each other.
    """
    size = 2 * _CORNER + 1
    picture = QPixmap(size, size)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    for reach, alpha in _layers(strength):
        veil = QColor(color)
        veil.setAlphaF(alpha)
        painter.setBrush(veil)
        square = QRectF(picture.rect()).adjusted(reach, reach, -reach, -reach)
        painter.drawRoundedRect(square, RADIUS + BLUR - reach, RADIUS + BLUR - reach)
    painter.end()
    return picture


def _layers(strength: int) -> list[tuple[float, float]]:
    """Distance from the outer edge and opacity of each veil, outermost first."""
    steps = [(x / BLUR) ** 2 for x in range(BLUR + 1)]
    return [(x, (steps[x + 1] - steps[x]) * strength / 255) for x in range(BLUR)]


def _draw_around(painter: QPainter, picture: QPixmap, place: QRect) -> None:
    c, last = _CORNER, _CORNER + 1
    outer = place.marginsAdded(_REACH)
    if outer.width() < 2 * c or outer.height() < 2 * c:
        return
    left, top = outer.left(), outer.top()
    right, bottom = outer.right() + 1 - c, outer.bottom() + 1 - c
    width, height = right - left - c, bottom - top - c
    for target_x, target_w, source_x, source_w in (
        (left, c, 0, c),
        (left + c, width, c, 1),
        (right, c, last, c),
    ):
        for target_y, target_h, source_y, source_h in (
            (top, c, 0, c),
            (top + c, height, c, 1),
            (bottom, c, last, c),
        ):
            if (source_w, source_h) == (1, 1):
                continue  # the middle lies below the card, and would take longest
            painter.drawPixmap(
                QRect(target_x, target_y, target_w, target_h),
                picture,
                QRect(source_x, source_y, source_w, source_h),
            )
