"""Finds the test images of `tests.decks.pictures` in what a widget draws."""

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

RED, BLUE = 0xFFFF0000, 0xFF0000FF
WHOLE = 24 * 24
"""Pixels of an image that is drawn once, as it is."""


def pixels_of(widget: QWidget, color: int) -> int:
    """How many pixels have exactly this colour (as a `QRgb`)."""
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    return memoryview(bytes(image.constBits())).cast("I").tolist().count(color)
