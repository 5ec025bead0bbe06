"""The learner's day as a queue held in memory: updated by each action, never computed again."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from itertools import chain
from typing import NamedTuple

from db.calendar import LearnerCalendar
from db.lanes import Lanes
from db.offers import Offers, counts_of
from db.rows import CardRow, CardState, Change, ChangeKind, Counts, Todo
from db.settings import NewOrder, StudySettings

_CLOCK_JITTER = timedelta(minutes=1)
_LOW_WATER = 50
_BRINGS_ITS_CARD_BACK = (ChangeKind.GRADE, ChangeKind.SUSPEND, ChangeKind.BURY)


class Done(NamedTuple):
    """What counts against today's limits: first grades of new cards, and grades of reviews."""

    new: int = 0
    reviews: int = 0


class DayQueue:
    """Which card comes next, today.

    Cards being learnt come when they are due, before everything else; then reviews and new cards,
    each up to the day's limit; then, when there is nothing else, cards being learnt that are due
    within the learn-ahead time. Reviews due longest come first, shuffled within a day; new cards
    come in the order of the course.

    Cards that the learner asked for (`offer`) come before all that, due or not.

    The limits hold for the whole collection, even in a queue of some decks. An undone grade gives
    its place back. Of siblings only one is asked (see `Lanes`).

    Attributes:
        day: The learner's day it was made for.
    """

    def __init__(
        self,
        lanes: Lanes,
        *,
        day: int,
        now: datetime,
        calendar: LearnerCalendar,
        settings: StudySettings,
        done: Done,
    ) -> None:
        self.day = day
        self._lanes = lanes
        self._calendar = calendar
        self._settings = settings
        self._new_done, self._reviews_done = done.new, done.reviews
        self._starts_at = calendar.start_of(day)
        self._latest = now
        self._reverted: list[int] = []
        self._offers = Offers()

    def offer(self, rows: Iterable[CardRow]) -> None:
        """Ask these cards next, in this order, though they may not be due; grades count as ever."""
        self._offers.add(rows)

    def next(self, now: datetime) -> CardRow | None:
        """The card to show; None when there is none at the moment (see `waiting_until`)."""
        self._latest = max(self._latest, now)
        card_id = next(self._in_order(now), None)
        return None if card_id is None else self._get(card_id)

    def upcoming(self, n: int) -> list[int]:
        """The ids of the next `n` cards as things stand; a grade may bring others in between."""
        ids: dict[int, None] = {}
        for card_id in chain(self._in_order(self._latest), self._lanes.learning.ids()):
            if len(ids) == n:
                break
            ids[card_id] = None
        return list(ids)

    def waiting_until(self, now: datetime) -> datetime | None:
        """When a card being learnt will come, while there is none to show; else None."""
        first = self._lanes.learning.first()
        if first is None or self.next(now) is not None:
            return None
        return datetime.fromtimestamp(first[0], UTC) - self._learn_ahead

    def counts(self) -> Counts:
        """Cards still to do today, those offered with them."""
        offered = counts_of(self._offered_besides())
        return Counts(
            new=min(self._new_left, len(self._lanes.new)) + offered.new,
            learning=len(self._lanes.learning) + offered.learning,
            review=min(self._reviews_left, len(self._lanes.reviews)) + offered.review,
        )

    def todo(self) -> Todo:
        """What is left, as it is now: another thread may read it."""
        return Todo(self.counts(), self.counts_by_deck())

    def counts_by_deck(self) -> dict[int, Counts]:
        """The same, shared out to the decks of the cards themselves (not to their parents)."""
        by_deck: defaultdict[int, list[CardRow]] = defaultdict(list)
        rows = [row for row in map(self._lanes.get, self._counted()) if row is not None]
        for row in chain(rows, self._offered_besides()):
            by_deck[row.deck_id].append(row)
        return {deck_id: counts_of(rows) for deck_id, rows in by_deck.items()}

    def apply(self, change: Change, now: datetime) -> None:
        """The learner did `change`."""
        self._replace(change.cards_before, change.cards_after, now)
        self._offers.apply(change, self.day)
        self._count(change, 1)
        if change.kind is ChangeKind.GRADE:
            graded = change.cards_after[0].id
            self._reverted = [card_id for card_id in self._reverted if card_id != graded]

    def revert(self, change: Change, now: datetime) -> None:
        """The learner undid `change`; the card it was about is shown next."""
        self._replace(change.cards_after, change.cards_before, now)
        self._offers.revert(change)
        self._count(change, -1)
        self.bring_back(change)

    def bring_back(self, change: Change) -> None:
        """Show next the card of a `change` that was undone, in a queue made after that."""
        if change.kind in _BRINGS_ITS_CARD_BACK:
            self._reverted.extend(row.id for row in change.cards_before[:1])

    def is_stale(self, now: datetime) -> bool:
        """Whether it must be made anew.

        It must when the learner's day or time zone changed, when the clock was set back, and when
        more cards left it than were read beyond today's limits.
        """
        is_other_day = self._calendar.day_of(now) != self.day
        return is_other_day or self.has_other_clock(now) or self.lacks_cards()

    def has_other_clock(self, now: datetime) -> bool:
        """Whether the time zone changed since it was made, or the clock was set back."""
        has_other_zone = self._calendar.start_of(self.day) != self._starts_at
        return has_other_zone or now < self._latest - _CLOCK_JITTER

    def lacks_cards(self, spare: int = 0) -> bool:
        """Whether the limits, and some to spare, allow more cards than were read of those there."""
        lanes = self._lanes
        return lanes.reviews.lacks(self._reviews_left + spare) or lanes.new.lacks(
            self._new_left + spare
        )

    def runs_short(self) -> bool:
        """Whether it is time to make it anew, so that it never `lacks_cards`."""
        return self.lacks_cards(spare=_LOW_WATER)

    def go_on_from(self, old: "DayQueue") -> None:
        """Take the place of a queue of the same cards, with what was undone and offered there."""
        self._reverted = list(old._reverted)
        self._offers = old._offers
        self._latest = max(self._latest, old._latest)

    @property
    def _new_left(self) -> int:
        return max(0, self._settings.new_per_day - self._new_done)

    @property
    def _reviews_left(self) -> int:
        return max(0, self._settings.reviews_per_day - self._reviews_done)

    @property
    def _learn_ahead(self) -> timedelta:
        return timedelta(minutes=self._settings.learn_ahead_min)

    def _in_order(self, now: datetime) -> Iterator[int]:
        """The cards that can be shown now, by turn; some perhaps twice."""
        learning = self._lanes.learning
        return chain(
            (i for i in reversed(self._reverted) if self._get(i) is not None),
            self._offers.ids(),
            learning.ids_to(now),
            self._reviews_and_new(),
            learning.ids_to(now + self._learn_ahead),
        )

    def _reviews_and_new(self) -> Iterator[int]:
        reviews = self._lanes.reviews.ids(self._reviews_left)
        new = self._lanes.new.ids(self._new_left)
        if self._settings.new_order is NewOrder.AFTER_REVIEWS:
            yield from chain(reviews, new)
        elif self._settings.new_order is NewOrder.BEFORE_REVIEWS:
            yield from chain(new, reviews)
        else:
            yield from _mixed(list(reviews), list(new), self._reviews_done, self._new_done)

    def _get(self, card_id: int) -> CardRow | None:
        return self._lanes.get(card_id) or self._offers.get(card_id)

    def _counted(self) -> Iterator[int]:
        """The cards of the lanes that are still to do today."""
        return chain(
            self._lanes.new.ids(self._new_left),
            self._lanes.learning.ids(),
            self._lanes.reviews.ids(self._reviews_left),
        )

    def _offered_besides(self) -> list[CardRow]:
        """Cards offered that the lanes do not count."""
        return self._offers.besides(self._counted()) if self._offers else []

    def _replace(self, old: Sequence[CardRow], new: Sequence[CardRow], now: datetime) -> None:
        kept = {row.id for row in new}
        for row in old:
            if row.id not in kept:
                self._lanes.remove(row)
        for row in new:
            self._lanes.put(row, now)

    def _count(self, change: Change, times: int) -> None:
        """Take a grade's place in today's limits, or give it back."""
        if change.kind is not ChangeKind.GRADE or change.cards_after[0].memory.last_day != self.day:
            return
        state = change.cards_before[0].memory.state
        is_question = change.cards_before[0].is_question
        self._new_done += times * (state is CardState.NEW and not is_question)
        self._reviews_done += times * (state is CardState.REVIEW)


def _mixed(
    reviews: Sequence[int], new: Sequence[int], reviews_done: int, new_done: int
) -> Iterator[int]:
    """Spread new cards evenly among the day's reviews: whoever lags behind comes next."""
    all_reviews, all_new = reviews_done + len(reviews), new_done + len(new)
    r = n = 0
    while r < len(reviews) and n < len(new):
        if (new_done + n) * all_reviews < (reviews_done + r) * all_new:
            yield new[n]
            n += 1
        else:
            yield reviews[r]
            r += 1
    yield from reviews[r:]
    yield from new[n:]
