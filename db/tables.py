"""The tables, and only the tables; `db.experiment_tables` and `db.quiz_tables` have more.

Times are whole milliseconds since 1970 in UTC (`at`, `…_at`); days are proleptic ordinals of the
learner's day (`day`, `…_day`). Rows that two copies of a collection may share are known by a stable
name (`uid`; a review by its id), so that copies can be merged. Partial indices only serve a query
that repeats their condition word for word: use the conditions named here, never bound parameters.
"""

from typing import Any

from sqlalchemy import (
    REAL,
    CheckConstraint,
    Column,
    Connection,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    event,
    text,
)

from decks.kinds import NoteKind

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

IS_PRESENT = text("is_retired = 0")
IS_ACTIVE = text("is_suspended = 0 AND is_retired = 0")
IS_DUE_REVIEW = text("state = 2 AND is_suspended = 0 AND is_retired = 0")
IS_DUE_LEARNING = text("state IN (1, 3) AND is_suspended = 0 AND is_retired = 0")
IS_NEW = text("state = 0 AND is_question = 0 AND is_suspended = 0 AND is_retired = 0")
IS_QUESTION = text("is_question = 1 AND is_suspended = 0 AND is_retired = 0")
IS_SUSPENDED = text("is_suspended = 1 AND is_retired = 0")
IS_FLAGGED = text("flag > 0 AND is_retired = 0")
_KINDS = ", ".join(f"'{kind}'" for kind in NoteKind)


def _truth(name: str) -> Column[int]:
    return Column(
        name,
        Integer,
        CheckConstraint(f"{name} IN (0, 1)", name=name),
        nullable=False,
        server_default=text("0"),
    )


def _word(name: str) -> Column[str]:
    return Column(name, Text, nullable=False, server_default=text("''"))


def _count(name: str) -> Column[int]:
    return Column(name, Integer, nullable=False, server_default=text("0"))


decks = Table(
    "decks",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("uid", Text, nullable=False, unique=True),  # chapter, or chapter/section
    Column("parent_id", ForeignKey("decks.id")),
    Column("title", Text, nullable=False),
    Column("position", Integer, nullable=False),  # among its sisters
    _word("text"),  # to study before the cards: Markdown, as the course delivered it last
    sqlite_strict=True,
)

notes = Table(
    "notes",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("uid", Text, nullable=False, unique=True),  # chapter/note
    Column("deck_id", ForeignKey("decks.id"), nullable=False),
    Column("kind", Text, nullable=False),
    Column("front", Text, nullable=False),
    Column("back", Text, nullable=False),
    _word("extra"),
    Column("tags", Text, nullable=False, server_default=text("'[]'")),  # JSON, as written
    Column("facts", Text, nullable=False, server_default=text("'[]'")),  # JSON
    _word("experiment"),  # JSON, or nothing
    _word("delivered_hash"),  # of the words the course gave: tells the learner's own edits
    _truth("is_retired"),
    Column("created_at", Integer, nullable=False),
    Column("modified_at", Integer, nullable=False),
    _word("delivered_experiment"),  # likewise tells an experiment that the learner chose
    CheckConstraint(f"kind IN ({_KINDS})", name="kind"),
    Index(None, "deck_id"),
    sqlite_strict=True,
)

tags = Table(
    "tags",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    sqlite_strict=True,
)

note_tags = Table(
    "note_tags",
    metadata,
    Column("tag_id", ForeignKey("tags.id"), primary_key=True),
    Column("note_id", ForeignKey("notes.id"), primary_key=True),
    Index(None, "note_id"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

note_facts = Table(  # those of `notes.facts`, to find notes by
    "note_facts",
    metadata,
    Column("fact", Text, primary_key=True),
    Column("note_id", ForeignKey("notes.id"), primary_key=True),
    Index(None, "note_id"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

cards = Table(
    "cards",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("uid", Text, nullable=False, unique=True),  # chapter/note#ordinal
    Column("note_id", ForeignKey("notes.id"), nullable=False),
    Column("deck_id", ForeignKey("decks.id"), nullable=False),  # its note's
    Column("ordinal", Integer, nullable=False),
    Column("position", Integer, nullable=False),  # teaching order in the whole collection
    _count("state"),
    Column("step", Integer),
    Column("stability", REAL),
    Column("difficulty", REAL),
    Column("last_day", Integer),
    Column("due_day", Integer),
    Column("due_at", Integer),
    _count("reps"),
    _count("lapses"),
    _truth("is_suspended"),
    _truth("is_retired"),  # its note no longer gives it; kept for its reviews and its return
    Column("buried_until", Integer),  # the day it comes back
    _count("flag"),
    _truth("is_question"),  # its note's kind: while new it is asked by quizzes only
    CheckConstraint("state IN (0, 1, 2, 3)", name="state"),
    CheckConstraint("(state = 0) = (stability IS NULL)", name="stability"),
    CheckConstraint(
        "CASE state WHEN 0 THEN due_day IS NULL AND due_at IS NULL"
        " WHEN 2 THEN due_day IS NOT NULL AND due_at IS NULL"
        " ELSE due_day IS NULL AND due_at IS NOT NULL END",
        name="due",
    ),
    CheckConstraint("flag BETWEEN 0 AND 7", name="flag"),
    Index(None, "note_id"),
    Index("ix_cards_due_review", "due_day", "deck_id", sqlite_where=IS_DUE_REVIEW),
    Index("ix_cards_due_learning", "due_at", sqlite_where=IS_DUE_LEARNING),
    Index("ix_cards_new", "position", "ordinal", "deck_id", sqlite_where=IS_NEW),
    Index("ix_cards_questions", "position", sqlite_where=IS_QUESTION),
    Index("ix_cards_suspended", "position", sqlite_where=IS_SUSPENDED),
    Index("ix_cards_flagged", "position", "flag", sqlite_where=IS_FLAGGED),
    sqlite_strict=True,
)

reviews = Table(
    "reviews",
    metadata,
    Column("id", Integer, primary_key=True),  # see db.ids: the same in every copy
    Column("card_id", ForeignKey("cards.id"), nullable=False),
    Column("at", Integer, nullable=False),
    Column("day", Integer, nullable=False),
    Column("zone_offset_min", Integer, nullable=False),  # of the learner's clock to UTC
    Column("grade", Integer, nullable=False),
    Column("raw", Integer, nullable=False),  # the button pressed, on its own scale
    Column("scale", Text, nullable=False),
    Column("duration_ms", Integer, nullable=False),
    Column("recall", REAL),  # predicted just before, 0 to 1; unknown for a new card
    Column("state_before", Integer, nullable=False),
    Column("step_before", Integer),
    Column("stability_before", REAL),
    Column("difficulty_before", REAL),
    Column("last_day_before", Integer),
    Column("due_day_before", Integer),
    Column("due_at_before", Integer),
    Column("state_after", Integer, nullable=False),
    Column("step_after", Integer),
    Column("stability_after", REAL, nullable=False),
    Column("difficulty_after", REAL, nullable=False),
    Column("due_day_after", Integer),
    Column("due_at_after", Integer),
    CheckConstraint("grade BETWEEN 1 AND 4", name="grade"),
    CheckConstraint("scale IN ('four', 'five')", name="scale"),
    CheckConstraint("duration_ms >= 0", name="duration"),
    CheckConstraint("recall BETWEEN 0 AND 1", name="recall"),
    CheckConstraint("state_before IN (0, 1, 2, 3)", name="state_before"),
    CheckConstraint("state_after IN (1, 2, 3)", name="state_after"),
    CheckConstraint("(due_day_after IS NULL) <> (due_at_after IS NULL)", name="due_after"),
    Index(None, "card_id"),
    Index(None, "day"),
    sqlite_strict=True,
)

review_cancellations = Table(  # a review that was undone; doing it again adds a new review
    "review_cancellations",
    metadata,
    Column("review_id", ForeignKey("reviews.id"), primary_key=True, autoincrement=False),
    Column("at", Integer, nullable=False),
    sqlite_strict=True,
)

settings = Table(
    "settings",
    metadata,
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),  # JSON
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

state = Table(  # what the app remembers for itself
    "state",
    metadata,
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

media = Table(
    "media",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("path", Text, nullable=False, unique=True),  # inside the media folder, with "/"
    Column("sha256", Text, nullable=False),
    Column("size", Integer, nullable=False),  # bytes
    Column("added_at", Integer, nullable=False),
    sqlite_strict=True,
)


def refuse_changes(table: Table, connection: Connection, **_options: Any) -> None:
    """Make a table a log, once it is created: rows are added, never changed or deleted."""
    for verb in ("update", "delete"):
        connection.exec_driver_sql(
            f"CREATE TRIGGER tr_{table.name}_{verb} BEFORE {verb.upper()} ON {table.name}"
            f" BEGIN SELECT RAISE(ABORT, '{table.name} is append-only'); END"
        )


for _log in (reviews, review_cancellations):
    event.listen(_log, "after_create", refuse_changes)
