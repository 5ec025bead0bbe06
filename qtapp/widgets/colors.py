"""Colours between two colours."""

from PySide6.QtGui import QColor


def blend(below: str, above: str, share: float) -> QColor:
    """`share` (0 to 1) of `above` laid over `below`."""
    a, b = QColor(below), QColor(above)
    return QColor(
        round(a.red() + share * (b.red() - a.red())),
        round(a.green() + share * (b.green() - a.green())),
        round(a.blue() + share * (b.blue() - a.blue())),
    )
