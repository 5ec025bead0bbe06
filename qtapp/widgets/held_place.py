"""What is read stays where it is on the screen while texts around it come and go."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QScrollBar, QWidget


class HeldPlace:
    """Moves a scroll bar such that one widget stays where it was.

    It lets go by itself when the learner has scrolled in the meantime.
    """

    def __init__(self, bar: QScrollBar) -> None:
        self._bar = bar
        self._widget: QWidget | None = None
        self._offset = 0
        self._value = 0

    def hold(self, widgets: Iterable[QWidget]) -> None:
        """Hold the first of some widgets that is not all above the view; in order from the top."""
        top = self._bar.value()
        below = (w for w in widgets if not w.isHidden() and w.geometry().bottom() >= top)
        self._widget = next(below, None)
        if self._widget is not None:
            self._offset, self._value = self._widget.y() - top, top

    def keep(self) -> None:
        """Bring it back to its place; as often as the layout or the bar's range changes."""
        if self._widget is None:
            return
        if self._bar.value() not in (self._value, self._bar.maximum()):  # Qt keeps it in the range
            self._widget = None
            return
        self._bar.setValue(self._widget.y() - self._offset)
        self._value = self._bar.value()

    def let_go(self) -> None:
        """Hold nothing any more."""
        self._widget = None
