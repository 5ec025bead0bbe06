"""Known trouble with a collection, as facts; `qtapp.notify` makes sentences of them."""

from pathlib import Path


class CollectionError(Exception):
    """The collection cannot be used as asked. Nothing was changed.

    Attributes:
        path: The collection's file.
    """

    def __init__(self, path: Path, detail: str = "") -> None:
        self.path = path
        self.detail = detail
        super().__init__(f"{type(self).__name__}: {path}" + (f": {detail}" if detail else ""))


class CollectionInUseError(CollectionError):
    """Another process has it open."""


class NotACollectionError(CollectionError):
    """The file is something else, or its schema is not one of ours."""


class CorruptedCollectionError(CollectionError):
    """SQLite finds the file damaged or cut short."""


class NewerCollectionError(CollectionError):
    """It was written by a later version of Époque."""


class UnwritableCollectionError(CollectionError):
    """The file or its folder cannot be written (rights, read-only disk, missing folder)."""


class DiskFullError(CollectionError):
    """No room left; the last action was not saved."""


class ImportCancelled(Exception):  # noqa: N818 - an outcome, not an error
    """The learner stopped an import. Nothing was changed."""


class NoCardsError(Exception):
    """A note's new words give no card: a cloze text without a deletion. Nothing was changed.

    Attributes:
        note_id: The note.
    """

    def __init__(self, note_id: int) -> None:
        self.note_id = note_id
        super().__init__(f"note {note_id} would have no card")
