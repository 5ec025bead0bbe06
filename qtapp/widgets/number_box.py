"""Room before the number in a spin box, as in any other field."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractSpinBox

_BEFORE_PX = 6


def give_margin(box: QAbstractSpinBox) -> None:
    """Move the number away from the edge, which no style sheet does."""
    box.lineEdit().setTextMargins(_BEFORE_PX, 0, 0, 0)
