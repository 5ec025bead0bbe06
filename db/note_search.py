"""Notes found by their words, or by the experiment that they carry."""

import json
from collections.abc import Iterator
from itertools import islice

from db.checking import doubting
from db.driver import Connection
from db.engine import Store
from db.folding import search_for
from db.queries import note_of
from db.rows import NoteRow
from db.sql import experiments as sql
from decks.kinds import NoteKind

_PAGE = 500
_AFTER_ALL = 2**63 - 1


def find_notes(
    store: Store,
    words: str = "",
    experiment: str = "",
    limit: int = 50,
    *,
    with_questions: bool = True,
) -> tuple[NoteRow, ...]:
    """Notes in use, the newest first; a search through 100,000 takes a second or two.

    Args:
        store: The collection.
        words: Each must be in the note's question or answer, whatever the case and accents.
        experiment: Only notes that carry the experiment of this name, if given.
        limit: Not more than so many.
        with_questions: Quiz questions, too; else only flashcards.
    """
    is_found = search_for(words)
    with doubting(store), store.reader.begin() as connection:
        notes = (
            note
            for note in _newest_first(connection, experiment)
            if is_found(f"{note.front} {note.back}") and _carries(note, experiment)
            if with_questions or not NoteKind(note.kind).is_question
        )
        return tuple(islice(notes, limit))


def _newest_first(connection: Connection, experiment: str) -> Iterator[NoteRow]:
    wanted, before = sql.NOTES_SHOWING if experiment else sql.NOTES, _AFTER_ALL
    named = f"%{json.dumps(experiment)}%"
    while rows := wanted.rows(connection, named=named, before=before, limit=_PAGE):
        yield from map(note_of, rows)
        before = rows[-1][0]


def _carries(note: NoteRow, experiment: str) -> bool:
    return not experiment or json.loads(note.experiment)["name"] == experiment
