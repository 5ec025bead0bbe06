"""Which cards could be asked today, in what order, and one card of each note at a time."""

from bisect import bisect_left, bisect_right, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from enum import IntEnum
from itertools import islice, takewhile
from random import Random
from typing import NamedTuple

from db.rows import CardRow, CardState

Key = tuple[float, int, int]
"""Where a card stands in its lane; the last number is its id."""


class Lane:
    """Cards in order: a sorted list, whose places are found in O(log n).

    Attributes:
        known_to: The last key that was loaded when the collection holds more of them, else None.
    """

    def __init__(self, known_to: Key | None = None) -> None:
        self.known_to = known_to
        self._keys: list[Key] = []

    def __len__(self) -> int:
        return len(self._keys)

    def add(self, key: Key) -> None:
        """Put a card in its place."""
        insort(self._keys, key)

    def remove(self, key: Key) -> None:
        """Take a card out."""
        del self._keys[bisect_left(self._keys, key)]

    def first(self) -> Key | None:
        """Whose turn it is."""
        return self._keys[0] if self._keys else None

    def ids(self, limit: int | None = None) -> Iterator[int]:
        """The first cards, in order."""
        return (key[2] for key in islice(self._keys, limit))

    def ids_to(self, moment: datetime) -> Iterator[int]:
        """The cards of a lane kept by time, up to and with `moment`."""
        last = moment.timestamp()
        return (key[2] for key in takewhile(lambda key: key[0] <= last, self._keys))

    def lacks(self, wanted: int) -> bool:
        """Whether fewer than `wanted` cards are here though the collection holds more."""
        return self.known_to is not None and bisect_right(self._keys, self.known_to) < wanted


class Shuffle:
    """An order of reviews that looks random and stays the same all day.

    A formula rather than a generator, so that SQLite can sort by it too (`db.queue_rows`).
    """

    PRIME = 2**31 - 1

    def __init__(self, day: int) -> None:
        chance = Random(day)
        self.factor, self.shift = chance.randrange(1, self.PRIME), chance.randrange(self.PRIME)

    def __call__(self, card_id: int) -> int:
        """A card's place: a square, because neighbours on a line would stay evenly spaced."""
        x = (card_id % self.PRIME * self.factor + self.shift) % self.PRIME
        return x * x % self.PRIME


class _Kind(IntEnum):
    """The lanes; of two siblings, the one in the lower lane is asked."""

    LEARNING = 0
    REVIEW = 1
    NEW = 2


_Place = tuple[_Kind, Key]


class Horizon(NamedTuple):
    """What "today" means to the lanes.

    Attributes:
        day: The learner's day.
        learning_before: Learning steps due from then on are for another day.
        longest_wait: No step lasts longer. One that is further away was set by a clock that has
            since been set back, and counts as due.
        deck_ids: The decks studied; None for all.
        note_ids: The notes studied; None for all.
    """

    day: int
    learning_before: datetime
    longest_wait: timedelta
    deck_ids: frozenset[int] | None = None
    note_ids: frozenset[int] | None = None


class Lanes:
    """The cards that could be asked today, in three lanes.

    With `one_a_note`, siblings wait for one another: the one being learnt comes before the one to
    review, and that one before a new one.
    """

    def __init__(
        self,
        rows: Iterable[CardRow],
        *,
        now: datetime,
        horizon: Horizon,
        one_a_note: bool,
        reviews_known_to: Key | None = None,
        new_known_to: Key | None = None,
    ) -> None:
        self.learning, self.reviews, self.new = Lane(), Lane(reviews_known_to), Lane(new_known_to)
        self._lanes = (self.learning, self.reviews, self.new)
        self._horizon = horizon
        self._one_a_note = one_a_note
        self._shuffle = Shuffle(horizon.day)
        self._rows: dict[int, CardRow] = {}
        self._candidates: defaultdict[int, dict[int, _Place]] = defaultdict(dict)
        self._asked: dict[int, set[_Place]] = {}
        for row in rows:
            self._place(row, now)
        for note_id in tuple(self._candidates):
            self._choose(note_id)

    def get(self, card_id: int) -> CardRow | None:
        """A card that could be asked today, even one that waits for a sibling."""
        return self._rows.get(card_id)

    def put(self, row: CardRow, now: datetime) -> None:
        """A card is now as `row` says; it may enter, leave or change lanes."""
        self._place(row, now)
        self._choose(row.note_id)

    def remove(self, row: CardRow) -> None:
        """A card is gone."""
        self._forget(row)
        self._choose(row.note_id)

    def _place(self, row: CardRow, now: datetime) -> None:
        place = self._place_of(row, now)
        if place is None:
            self._forget(row)
        else:
            self._rows[row.id] = row
            self._candidates[row.note_id][row.id] = place

    def _forget(self, row: CardRow) -> None:
        self._rows.pop(row.id, None)
        self._candidates[row.note_id].pop(row.id, None)

    def _place_of(self, row: CardRow, now: datetime) -> _Place | None:
        if self._is_out(row):
            return None
        if row.memory.state is CardState.NEW:
            if row.is_question:  # quizzes introduce them
                return None
            return _Kind.NEW, (row.position, row.ordinal, row.id)
        if row.memory.state is CardState.REVIEW:
            return self._review_place(row)
        due_at = (
            row.due_at if row.due_at and row.due_at <= now + self._horizon.longest_wait else now
        )
        if due_at >= self._horizon.learning_before:
            return None
        return _Kind.LEARNING, (due_at.timestamp(), 0, row.id)

    def _review_place(self, row: CardRow) -> _Place | None:
        if row.due_day is None or row.due_day > self._horizon.day:
            return None
        return _Kind.REVIEW, (row.due_day, self._shuffle(row.id), row.id)

    def _is_out(self, row: CardRow) -> bool:
        decks, notes = self._horizon.deck_ids, self._horizon.note_ids
        is_elsewhere = (decks is not None and row.deck_id not in decks) or (
            notes is not None and row.note_id not in notes
        )
        is_buried = row.buried_until is not None and row.buried_until > self._horizon.day
        return row.is_suspended or is_buried or is_elsewhere

    def _choose(self, note_id: int) -> None:
        """Ask the right cards of a note, and only those."""
        wanted = set(self._candidates[note_id].values())
        if self._one_a_note and wanted:
            wanted = {min(wanted)}
        asked = self._asked.pop(note_id, set())
        for kind, key in asked - wanted:
            self._lanes[kind].remove(key)
        for kind, key in wanted - asked:
            self._lanes[kind].add(key)
        if wanted:
            self._asked[note_id] = wanted
        else:
            del self._candidates[note_id]
