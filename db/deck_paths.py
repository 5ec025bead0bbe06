"""Where each deck stands in the tree, kept until an import changes it."""

from db.engine import Store
from db.queries import DeckPaths, deck_paths


class PathsKept:
    """Reads them when first asked; any thread may ask."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._paths: DeckPaths | None = None

    def read(self) -> DeckPaths:
        """Titles from the top of the tree, by the deck's id."""
        if self._paths is None:
            with self._store.writer.glance() as connection:
                self._paths = deck_paths(connection)
        return self._paths

    def forget(self) -> None:
        """Decks were changed: read them again when asked next."""
        self._paths = None
