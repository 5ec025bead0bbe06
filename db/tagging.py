"""Tags of notes, kept twice: in each note as written, and normalised to find notes by."""

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, bindparam, delete, insert, select

from db.tables import note_tags, tags


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
    connection.execute(
        delete(note_tags).where(note_tags.c.note_id == bindparam("of")),
        [{"of": note_id} for note_id in wanted],
    )
    links = [
        {"note_id": note_id, "tag_id": ids[name]}
        for note_id, names in wanted.items()
        for name in dict.fromkeys(names)
    ]
    if links:
        connection.execute(insert(note_tags), links)


def _tag_ids(connection: Connection, names: set[str]) -> dict[str, int]:
    stored = select(tags.c.name, tags.c.id)
    ids = dict(connection.execute(stored).all())
    if fresh := sorted(names - ids.keys()):
        connection.execute(insert(tags), [{"name": name} for name in fresh])
        return _tag_ids(connection, set())
    return ids
