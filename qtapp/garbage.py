"""Garbage is collected in the window's thread alone.

Python collects reference cycles in whatever thread happens to make the next object. In the
background thread that would destroy widgets and timers of the window, and take the app down.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QAbstractEventDispatcher, QObject, Slot


class Garbage(QObject):
    """Looks, before the window waits for its next event, whether there is something to collect.

    At rest it does nothing: there is no timer, and no event means no look. Made once, with the
    application, in its thread; the parent's end is its own.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._thresholds = gc.get_threshold()
        QAbstractEventDispatcher.instance().aboutToBlock.connect(self.look)

    @Slot()
    def look(self) -> None:
        """Collect the oldest generation whose turn it is, as Python itself would."""
        for generation in (2, 1, 0):
            if gc.get_count()[generation] > self._thresholds[generation] > 0:
                gc.collect(generation)
                return

    def stop(self) -> None:
        """Leave it to Python again."""
        QAbstractEventDispatcher.instance().aboutToBlock.disconnect(self.look)
        gc.enable()
