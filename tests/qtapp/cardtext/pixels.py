"""Where ink is in a painted widget."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage, QTextCursor
from PySide6.QtWidgets import QWidget

from qtapp.cardtext.view import CardText


def painted(widget: QWidget, ratio: float = 1.0, ground: str = "#FFFFFF") -> QImage:
    """The widget as a screen of that density shows it."""
    image = QImage(widget.size() * ratio, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(QColor(ground))
    widget.render(image, QPoint(), renderFlags=QWidget.RenderFlag.DrawChildren)
    return image


@dataclass(frozen=True)
class Ink:
    """Rows and columns of device pixels with ink, first and last."""

    top: int
    bottom: int
    left: int
    right: int


def ink_in(image: QImage, area: QRect, *, threshold: int = 110) -> Ink:
    """Bounds of what is clearly darker than a white ground inside an area of device pixels."""
    found = [
        (x, y)
        for y in range(max(0, area.top()), min(image.height(), area.bottom() + 1))
        for x in range(max(0, area.left()), min(image.width(), area.right() + 1))
        if QColor(image.pixel(x, y)).lightness() < 255 - threshold
    ]
    assert found, f"no ink in {area}"
    xs, ys = [x for x, _ in found], [y for _, y in found]
    return Ink(min(ys), max(ys), min(xs), max(xs))


def character_area(view: CardText, position: int, ratio: float) -> QRect:
    """Device pixels of one character: its columns, and its whole line."""
    cursor = QTextCursor(view.document())
    cursor.setPosition(position)
    start = view.cursorRect(cursor)
    cursor.setPosition(position + 1)
    end = view.cursorRect(cursor)
    left, right = round(start.left() * ratio), round(end.left() * ratio)
    top = round((min(start.top(), end.top()) - 12) * ratio)
    bottom = round((max(start.bottom(), end.bottom()) + 12) * ratio)
    return QRect(left, top, max(1, right - left), bottom - top)


def darkest(image: QImage) -> QColor:
    """The colour with the least light."""
    return min(
        (QColor(image.pixel(x, y)) for y in range(image.height()) for x in range(image.width())),
        key=lambda color: color.lightness(),
    )
