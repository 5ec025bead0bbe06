"""Many parts of one layout are shown at once: it is asked for its places once, not for each."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QLayout


@contextmanager
def held(layout: QLayout) -> Iterator[None]:
    """Let a layout wait until its parts are as they shall be.

    It is laid out once, when the block is left. Else, whenever a part is shown, Qt lays out at once
    all that is around it, up to the window: four options with their feedback took 10 ms of that.
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
        layout.activate()  # or Qt would paint once before it, and again after
