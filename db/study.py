"""What a learner does: one function, one durable transaction, one action, one `Change`.

Every function raises a `CollectionError` when the disk or the file is at fault, and then nothing
is changed. Of a `Change` that concerns several cards, the one the learner acted on comes first.
"""

import json
from collections.abc import Callable, Collection
from datetime import datetime

from db.calendar import LearnerCalendar
from db.checking import doubting
from db.driver import Connection
from db.engine import Store
from db.grading import grade_in, set_cards
from db.json_text import sound
from db.note_adding import add_note as add_note_in
from db.note_adding import put_aside
from db.note_editing import put_note, read_note
from db.records import card_of
from db.review_log import add_review_again, cancel_review
from db.rows import CardRow, Change, ChangeKind, Grade, NoteRow, Scale
from db.settings import StudySettings
from db.sql import review as sql
from decks.kinds import NoteKind


def grade(
    store: Store,
    card: CardRow,
    grade: Grade,
    now: datetime,
    *,
    calendar: LearnerCalendar,
    settings: StudySettings,
    duration_ms: int,
    raw: int,
    scale: Scale,
) -> Change:
    """Grade a card: `db.grading.grade_in`, which tells of the arguments, as a transaction.

    Raises:
        ValueError: If the card was graded since it was read.
    """
    with doubting(store), store.writer.begin() as connection:
        return grade_in(
            connection,
            card,
            grade,
            now,
            calendar=calendar,
            settings=settings,
            duration_ms=duration_ms,
            raw=raw,
            scale=scale,
        )


def suspend(store: Store, card_ids: Collection[int]) -> Change:
    """Put cards aside until they are called back."""
    return _change(store, ChangeKind.SUSPEND, card_ids, lambda c: c._replace(is_suspended=True))


def unsuspend(store: Store, card_ids: Collection[int]) -> Change:
    """Call suspended cards back."""
    return _change(store, ChangeKind.SUSPEND, card_ids, lambda c: c._replace(is_suspended=False))


def bury(
    store: Store, card_ids: Collection[int], now: datetime, *, calendar: LearnerCalendar
) -> Change:
    """Put cards aside until tomorrow."""
    tomorrow = calendar.day_of(now) + 1
    return _change(store, ChangeKind.BURY, card_ids, lambda c: c._replace(buried_until=tomorrow))


def set_flag(store: Store, card_id: int, flag: int) -> Change:
    """Flag a card, 1 to 7; 0 takes the flag away."""
    return _change(store, ChangeKind.FLAG, (card_id,), lambda c: c._replace(flag=flag))


def edit_note(
    store: Store,
    note_id: int,
    now: datetime,
    *,
    front: str,
    back: str,
    extra: str,
    tags: tuple[str, ...],
) -> Change:
    """Change the words of a note; its cards keep their schedules.

    Raises:
        KeyError: If there is no such note.
        NoCardsError: If its words would give no card; nothing is changed.
    """
    return _edit(
        store,
        note_id,
        now,
        lambda note: note._replace(front=front, back=back, extra=extra, tags=tags),
    )


def add_note(
    store: Store,
    deck_id: int,
    now: datetime,
    *,
    kind: str,
    front: str,
    back: str,
    extra: str,
    tags: tuple[str, ...],
) -> Change:
    """Add a note of the learner's own; see `db.note_adding`.

    Raises:
        KeyError: If there is no such deck.
        NoCardsError: If its words give no card; nothing is added.
    """
    words = {"front": front, "back": back, "extra": extra}
    with doubting(store), store.writer.begin() as connection:
        note, cards = add_note_in(
            connection, deck_id, kind=NoteKind(kind), **words, tags=tags, now=now
        )
    return Change(ChangeKind.ADD, (), cards, None, note)


def attach_experiment(store: Store, note_id: int, experiment: str, now: datetime) -> Change:
    """Give a note an experiment, as JSON, or take it away ("").

    Raises:
        KeyError: If there is no such note.
        ValueError: If `experiment` is no JSON.
    """
    text = experiment and sound(experiment)
    return _edit(store, note_id, now, lambda note: note._replace(experiment=text))


def undo(store: Store, change: Change, now: datetime) -> None:
    """Put everything back as it was before `change`, the latest that is not undone."""
    with doubting(store), store.writer.begin() as connection:
        if change.kind is ChangeKind.ADD and change.note_after is not None:
            put_aside(connection, change.note_after.id, is_retired=True)
        elif change.note_before is not None:
            put_note(connection, change.note_before, now)
        else:
            set_cards(connection, change.cards_before)
        if change.review_id is not None:
            cancel_review(connection, change.review_id, now)


def redo(store: Store, change: Change, now: datetime) -> Change:
    """Do again what `undo` took back, just as it was; returns the change to undo next.

    A grade is logged as a new review, with the time and answer of the first.
    """
    review_id = change.review_id
    with doubting(store), store.writer.begin() as connection:
        if change.kind is ChangeKind.ADD and change.note_after is not None:
            put_aside(connection, change.note_after.id, is_retired=False)
        elif change.note_after is not None:
            put_note(connection, change.note_after, now)
        else:
            set_cards(connection, change.cards_after)
        if review_id is not None:
            review_id = add_review_again(connection, review_id, now)
    return change._replace(review_id=review_id)


def _change(
    store: Store, kind: ChangeKind, card_ids: Collection[int], change: Callable[[CardRow], CardRow]
) -> Change:
    """Change cards, in the order given; those that are as they should be already are left out."""
    with doubting(store), store.writer.begin() as connection:
        before = [row for row in _read_cards(connection, card_ids) if change(row) != row]
        after = [change(row) for row in before]
        set_cards(connection, after)
    return Change(kind, tuple(before), tuple(after))


def _edit(store: Store, note_id: int, now: datetime, edit: Callable[[NoteRow], NoteRow]) -> Change:
    with doubting(store), store.writer.begin() as connection:
        before = read_note(connection, note_id)
        after = edit(before)
        cards_before, cards_after = put_note(connection, after, now)
    return Change(ChangeKind.EDIT, cards_before, cards_after, before, after)


def _read_cards(connection: Connection, card_ids: Collection[int]) -> list[CardRow]:
    found = sql.CARDS.rows(connection, ids=json.dumps(list(card_ids)))
    rows = {row[0]: card_of(row) for row in found}
    return [rows[card_id] for card_id in card_ids if card_id in rows]
