"""The interface's font in the sizes of what lies below plots."""

from __future__ import annotations

from PySide6.QtGui import QFont, QGuiApplication

from qtapp.theme import Theme


def font(theme: Theme, size: float, *, is_bold: bool = False) -> QFont:
    """The font at a size in the design's pixels, as the theme scales it."""
    sized = QFont(QGuiApplication.font())
    sized.setPixelSize(theme.px(size))
    if is_bold:
        sized.setWeight(QFont.Weight.DemiBold)
    return sized
