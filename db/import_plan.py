"""Compare what a chapter brings with what the collection holds, and decide; nothing is written."""

from collections import defaultdict
from dataclasses import dataclass, field, replace
from enum import Enum, auto

from db.delivery import DeliveredDeck, DeliveredNote, Delivery, Words
from db.driver import Connection
from db.sql import course as sql
from db.stored import StoredCard, StoredDeck, StoredNote

_UNNUMBERED_FROM = 1000
_CHAPTER_STRIDE = 1_000_000


class Fate(Enum):
    """What an import does to a note."""

    NEW = auto()
    UPDATED = auto()
    UNCHANGED = auto()
    KEPT_EDITED = auto()
    RETIRED = auto()


@dataclass(frozen=True, slots=True)
class DeckPlan:
    """What becomes of the chapter's decks.

    Attributes:
        new: To add, parents first.
        changed: To rename, to move or to give another study text, by id.
        ids: Of those stored, by uid.
        texts: How many get a study text that they had not.
    """

    new: tuple[DeliveredDeck, ...]
    changed: tuple[tuple[int, DeliveredDeck], ...]
    ids: dict[str, int]
    texts: int


@dataclass(frozen=True, slots=True)
class CardPlan:
    """A stored card that moves, is put aside, or comes back with the schedule it had."""

    id: int
    is_retired: bool


@dataclass(frozen=True, slots=True)
class NotePlan:
    """What becomes of one note.

    Attributes:
        fate: For the report.
        note: As delivered; None when the chapter has it no more.
        id: Of the stored note; None when new.
        position: Of its cards, in the whole collection.
        words: To store: the course's, or the learner's own where they edited them.
        experiment: To store, likewise; JSON.
        is_written: Whether the note's own row changes.
        cards_added: Ordinals.
        cards_changed: The rest of its cards stay as they are.
    """

    fate: Fate
    note: DeliveredNote | None
    id: int | None = None
    position: int = 0
    words: Words | None = None
    experiment: str = ""
    is_written: bool = True
    cards_added: tuple[int, ...] = ()
    cards_changed: tuple[CardPlan, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """All that an import will do."""

    decks: DeckPlan
    notes: tuple[NotePlan, ...]

    def count(self, fate: Fate) -> int:
        """How many notes meet it."""
        return sum(plan.fate is fate for plan in self.notes)


@dataclass(frozen=True, slots=True)
class _Stored:
    """What the collection holds of a chapter."""

    decks: dict[str, StoredDeck]
    notes: dict[str, StoredNote]
    cards: dict[int, list[StoredCard]] = field(default_factory=dict)


def plan_import(connection: Connection, delivery: Delivery, *, retire_missing: bool) -> ImportPlan:
    """Decide what a chapter changes.

    Args:
        connection: In a transaction; the plan holds as long as it lasts.
        delivery: The chapter.
        retire_missing: Whether notes that the chapter has no more are put aside; those that the
            learner made stay, as no course delivered them.
    """
    stored = _read(connection, delivery.uid)
    own = stored.decks.get(delivery.uid)
    rank = delivery.number or (own.position if own else _last_rank(connection) + 1)
    deck_plan = _plan_decks(delivery, stored, rank)
    plans = []
    for note in delivery.notes:
        position = rank * _CHAPTER_STRIDE + note.place
        row = stored.notes.get(note.uid)
        if row is None:
            plans.append(_new_note(note, position))
        else:
            plans.append(_known_note(note, position, row, stored, deck_plan.ids))
    if retire_missing:
        delivered = {note.uid for note in delivery.notes}
        plans += [
            _retired_note(row, stored.cards.get(row.id, []))
            for uid, row in stored.notes.items()
            if row.delivered_hash and uid not in delivered and not row.is_retired
        ]
    return ImportPlan(deck_plan, tuple(plans))


def _plan_decks(delivery: Delivery, stored: _Stored, rank: int) -> DeckPlan:
    new, changed = [], []
    for deck in delivery.decks:
        place = rank if deck.parent_uid is None else deck.position
        wanted = replace(deck, position=place)
        row = stored.decks.get(deck.uid)
        if row is None:
            new.append(wanted)
        elif (row.title, row.position, row.text) != (wanted.title, place, wanted.text):
            changed.append((row.id, wanted))
    ids = {uid: row.id for uid, row in stored.decks.items()}
    known = {row.text for row in stored.decks.values()}
    texts = sum(deck.text not in ("", *known) for deck in (*new, *(deck for _, deck in changed)))
    return DeckPlan(tuple(new), (*changed, *_without_text(delivery, stored)), ids, texts)


def _without_text(delivery: Delivery, stored: _Stored) -> list[tuple[int, DeliveredDeck]]:
    """Decks that the chapter has no more: their texts are the course's, not the learner's."""
    delivered = {deck.uid for deck in delivery.decks}
    return [
        (row.id, DeliveredDeck(uid, delivery.uid, row.title, row.position))
        for uid, row in stored.decks.items()
        if row.text and uid not in delivered
    ]


def _new_note(note: DeliveredNote, position: int) -> NotePlan:
    return NotePlan(
        Fate.NEW,
        note,
        position=position,
        words=note.words,
        experiment=note.experiment,
        cards_added=note.words.ordinals(),
    )


def _known_note(
    note: DeliveredNote, position: int, row: StoredNote, stored: _Stored, deck_ids: dict[str, int]
) -> NotePlan:
    words_fate, words = _whose_words(note.words, row)
    experiment_fate, experiment = _whose_experiment(note.experiment, row)
    deck_id = deck_ids.get(note.deck_uid)
    is_moved = (row.facts, row.is_retired, row.deck_id) != (note.facts, 0, deck_id)
    fates = (words_fate, experiment_fate, Fate.UPDATED if is_moved else Fate.UNCHANGED)
    fate = next(f for f in (Fate.KEPT_EDITED, Fate.UPDATED, Fate.UNCHANGED) if f in fates)
    own = stored.cards.get(row.id, [])
    wanted = words.ordinals()
    return NotePlan(
        fate,
        note,
        row.id,
        position,
        words,
        experiment,
        is_written=fate is not Fate.UNCHANGED,
        cards_added=tuple(sorted(set(wanted) - {card.ordinal for card in own})),
        cards_changed=tuple(
            CardPlan(card.id, card.ordinal not in wanted)
            for card in own
            if (card.deck_id, card.position, bool(card.is_question), bool(card.is_retired))
            != (deck_id, position, words.is_question, card.ordinal not in wanted)
        ),
    )


def _whose_words(delivered: Words, row: StoredNote) -> tuple[Fate, Words]:
    """The learner's own words win over the course's, also over its later corrections."""
    current = Words(row.kind, row.front, row.back, row.extra, row.tags)
    if delivered.hash() == row.delivered_hash:
        return Fate.UNCHANGED, current
    if current.hash() in (row.delivered_hash, delivered.hash()):
        return Fate.UPDATED, delivered
    return Fate.KEPT_EDITED, current


def _whose_experiment(delivered: str, row: StoredNote) -> tuple[Fate, str]:
    """So does an experiment that the learner gave the note."""
    if delivered == row.delivered_experiment:
        return Fate.UNCHANGED, row.experiment
    if row.experiment in (row.delivered_experiment, delivered):
        return Fate.UPDATED, delivered
    return Fate.KEPT_EDITED, row.experiment


def _retired_note(row: StoredNote, own: list[StoredCard]) -> NotePlan:
    gone = tuple(CardPlan(card.id, is_retired=True) for card in own if not card.is_retired)
    return NotePlan(Fate.RETIRED, None, row.id, cards_changed=gone)


def _read(connection: Connection, uid: str) -> _Stored:
    below = {"first": f"{uid}/", "last": f"{uid}0"}  # "0" is the character after "/"
    decks = map(StoredDeck._make, sql.STORED_DECKS.rows(connection, uid=uid, **below))
    notes = map(StoredNote._make, sql.STORED_NOTES.rows(connection, **below))
    own_cards: dict[int, list[StoredCard]] = defaultdict(list)
    for card in map(StoredCard._make, sql.STORED_CARDS.rows(connection, **below)):
        own_cards[card.note_id].append(card)
    return _Stored({row.uid: row for row in decks}, {row.uid: row for row in notes}, own_cards)


def _last_rank(connection: Connection) -> int:
    return max(sql.LAST_RANK.value(connection) or 0, _UNNUMBERED_FROM)
