"""What a chapter says before its cards ask: read one chapter at a time."""

from db.checking import doubting
from db.driver import Connection
from db.engine import Store
from db.queries import deck_row
from db.rows import StudyText, TextPart
from db.sql import cards as sql


class StudyTexts:
    """What a `Collection` gives to read; may raise a `CollectionError`."""

    _store: Store

    def study_text(self, deck_id: int) -> StudyText:
        """The whole chapter that a deck belongs to.

        Raises:
            KeyError: If there is no such deck.
        """
        with doubting(self._store), self._store.reader.begin() as connection:
            return _chapter_text(connection, deck_id)


def _chapter_text(connection: Connection, deck_id: int) -> StudyText:
    deck = deck_row(connection, deck_id)
    while deck.parent_id is not None:
        deck = deck_row(connection, deck.parent_id)
    parts = tuple(TextPart(*row) for row in sql.TEXTS.rows(connection, of=deck.id))
    return StudyText(deck.uid, deck.title, parts)
