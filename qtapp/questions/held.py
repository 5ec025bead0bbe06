"""Many parts of one layout are shown at once: it is asked for its places once, not for each."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QLayout


@contextmanager
def held(layout: QLayout) -> Iterator[None]:
    """Let a layout wait until its parts are as they shall be.

    Whenever a part is shown, Qt lays out all that is around it at once, up to the window: four
    options with their feedback took 10 ms of it.
    """
    if not layout.isEnabled():  # held already
        yield
        return
    layout.setEnabled(False)
    try:
        yield
    finally:
        layout.setEnabled(True)
        layout.invalidate()
