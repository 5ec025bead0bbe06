"""Tags and facts of notes, kept twice: in each note as written, and apart to find notes by."""

from collections.abc import Mapping, Sequence

from db.driver import Connection
from db.sql import course as sql


def put_tags(connection: Connection, wanted: Mapping[int, Sequence[str]]) -> None:
    """Make the tags of some notes exactly these.

    The list inside the note (`notes.tags`) is the caller's to write.

    Args:
        connection: In a write transaction.
        wanted: Note id to its tags.
    """
    if not wanted:
        return
    ids = _tag_ids(connection, {name for names in wanted.values() for name in names})
    sql.UNTAG_NOTE.run_many(connection, [{"note_id": note_id} for note_id in wanted])
    links = [
        {"note_id": note_id, "tag_id": ids[name]}
        for note_id, names in wanted.items()
        for name in dict.fromkeys(names)
    ]
    sql.TAG_NOTE.run_many(connection, links)


def put_facts(connection: Connection, wanted: Mapping[int, Sequence[str]]) -> None:
    """Make the ids of the course inventory that some notes are found by exactly these.

    Args:
        connection: In a write transaction.
        wanted: Note id to its facts; `notes.facts` is the caller's to write.
    """
    sql.FORGET_FACTS.run_many(connection, [{"note_id": note_id} for note_id in wanted])
    links = [
        {"note_id": note_id, "fact": fact}
        for note_id, facts in wanted.items()
        for fact in dict.fromkeys(facts)
    ]
    sql.ADD_FACT.run_many(connection, links)


def _tag_ids(connection: Connection, names: set[str]) -> dict[str, int]:
    ids: dict[str, int] = dict(sql.TAGS.rows(connection))
    if fresh := sorted(names - ids.keys()):
        sql.ADD_TAG.run_many(connection, [{"name": name} for name in fresh])
        return _tag_ids(connection, set())
    return ids
