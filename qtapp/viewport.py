"""What a scroll area scrolls, made by us."""

from PySide6.QtWidgets import QAbstractScrollArea, QWidget


def give_viewport(area: QAbstractScrollArea) -> QWidget:
    """Let an area have a viewport without a ground of its own, and tell which.

    Asked for Qt's, PySide makes the classes and the 67 enums of all widgets to see what it is: 8 ms
    of the first card.
    """
    viewport = QWidget()
    area.setViewport(viewport)
    return viewport
