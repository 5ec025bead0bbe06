"""What a session does when the collection fails it: tell, and go on from where it was."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import SignalInstance

from db.errors import CollectionError


@contextmanager
def told_by(trouble: SignalInstance) -> Iterator[None]:
    """Emit the `CollectionError` that ends the block, instead of raising it."""
    try:
        yield
    except CollectionError as error:
        trouble.emit(error)
