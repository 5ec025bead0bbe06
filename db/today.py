"""The facts of the Today page: what is to do, how long it takes, and what was done before."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from statistics import median
from typing import NamedTuple

from db.day_limits import held_back
from db.driver import Connection
from db.ids import first_id
from db.queries import deck_rows
from db.rows import CardState, Counts, DeckRow, DeckToday, Grade, TodayFacts, Todo
from db.settings import StudySettings
from db.sql import today as sql

MATURE_DAYS = 21
"""From this stability on, a card counts as mature."""

_EPOCH_DAY = date(1970, 1, 1).toordinal()
_HISTORY_DAYS = 371
_PACE_DAYS = 30
_PACE_SAMPLE = 2000
_FORECAST_DAYS = 7
_DEFAULT_PACE_S = {CardState.NEW: 20.0}
_DEFAULT_REVIEW_S = 8.0


class Cards(NamedTuple):
    """How many cards a deck has, and how well they are known; the rest is new."""

    all: int = 0
    mature: int = 0
    young: int = 0


class PastDays:
    """Reviews per day before today, remembered: counting a year of them takes 30 ms."""

    def __init__(self) -> None:
        self._known: tuple[tuple[int, int], dict[int, int]] | None = None

    def counts(self, connection: Connection, day: int) -> dict[int, int]:
        """Of the 370 days before `day`, without those undone; only days that have any."""
        key = (day, sql.CANCELLATIONS.value(connection))
        if self._known is None or self._known[0] != key:
            self._known = (key, _reviews_per_day(connection, day))
        return self._known[1]


def today_facts(
    connection: Connection,
    past: PastDays,
    *,
    day: int,
    todo: Todo,
    settings: StudySettings,
) -> TodayFacts:
    """Everything the Today page tells.

    Args:
        connection: In a transaction.
        past: What an earlier call counted.
        day: The learner's today.
        todo: What the day's queue still holds.
        settings: The learner's.
    """
    done = sql.DONE.rows(connection, day=day)
    known = [grade for grade, state_before, _ms in done if state_before == CardState.REVIEW]
    remembered = sum(grade != Grade.AGAIN for grade in known) / len(known) if known else None
    return TodayFacts(
        day=day,
        decks=tuple(_tree(connection, todo.by_deck)),
        counts=todo.counts,
        minutes_expected=_minutes(connection, day, todo.counts),
        desired_retention=settings.desired_retention,
        streak_days=_streak(connection, day),
        reviews_per_day=past.counts(connection, day) | ({day: len(done)} if done else {}),
        done_today=len(done),
        seconds_today=sum(ms for _grade, _state, ms in done) / 1000,
        remembered_today=remembered,
        forecast=_forecast(connection, day),
        held_back=held_back(connection, day, todo.counts, bury_siblings=settings.bury_siblings),
    )


def _reviews_per_day(connection: Connection, day: int) -> dict[int, int]:
    window = {"first": day - _HISTORY_DAYS + 1, "last": day - 1}
    cancelled: dict[int, int] = dict(sql.CANCELLED_PER_DAY.rows(connection, **window))
    made = sql.PER_DAY.rows(connection, **window)
    return {d: n - cancelled.get(d, 0) for d, n in made if n > cancelled.get(d, 0)}


def _tree(connection: Connection, counts_by_deck: Mapping[int, Counts]) -> Iterator[DeckToday]:
    """Decks, depth first; each with what it and the decks below it hold.

    A deck without cards is only there at the top, if there is something to read in it.
    """
    below: dict[int | None, list[DeckRow]] = defaultdict(list)
    for deck in deck_rows(connection):
        below[deck.parent_id].append(deck)
    own = {
        row[0]: Cards(row[1], int(row[2]), int(row[3]))
        for row in sql.PER_DECK.rows(connection, mature=MATURE_DAYS)
    }

    def has_text(deck: DeckRow) -> bool:
        return deck.has_text or any(map(has_text, below[deck.id]))

    def lines(deck: DeckRow, depth: int) -> list[DeckToday]:
        children = [line for child in below[deck.id] for line in lines(child, depth + 1)]
        nearest = [line for line in children if line.depth == depth + 1]
        parts = [
            (counts_by_deck.get(deck.id, Counts()), own.get(deck.id, Cards())),
            *((line.counts, Cards(line.cards, line.mature, line.young)) for line in nearest),
        ]
        total = Cards(*(sum(column) for column in zip(*(held for _, held in parts), strict=True)))
        if not total.all and not (depth == 0 and has_text(deck)):
            return []
        todo = _added([counts for counts, _ in parts])
        row = deck._replace(has_text=has_text(deck))
        return [DeckToday(row, depth, todo, total.all, total.mature, total.young), *children]

    for top in below[None]:
        yield from lines(top, 0)


def _added(counts: list[Counts]) -> Counts:
    return Counts(
        sum(c.new for c in counts), sum(c.learning for c in counts), sum(c.review for c in counts)
    )


def _minutes(connection: Connection, day: int, counts: Counts) -> float:
    """From the median time of the learner's latest answers, kind by kind."""
    times: dict[int, list[int]] = defaultdict(list)
    since = first_id(_midnight_ms(day - _PACE_DAYS))
    for state, ms in sql.PACE.rows(connection, since=since, most=_PACE_SAMPLE):
        times[CardState.LEARNING if state == CardState.RELEARNING else state].append(ms)

    def pace_s(state: CardState) -> float:
        known = times[state]
        return median(known) / 1000 if known else _DEFAULT_PACE_S.get(state, _DEFAULT_REVIEW_S)

    seconds = (
        counts.new * pace_s(CardState.NEW)
        + counts.learning * pace_s(CardState.LEARNING)
        + counts.review * pace_s(CardState.REVIEW)
    )
    return seconds / 60


def _midnight_ms(day: int) -> int:
    return (day - _EPOCH_DAY) * 86_400_000


def _streak(connection: Connection, day: int) -> int:
    """Days in a row with a review, the last of them today, or yesterday when none is made yet."""
    today: int = sql.STREAK.value(connection, day=day)
    return today or sql.STREAK.value(connection, day=day - 1)


def _forecast(connection: Connection, day: int) -> tuple[int, ...]:
    days = range(day + 1, day + 1 + _FORECAST_DAYS)
    due = sql.FORECAST.rows(connection, first=days[0], last=days[-1])
    by_day: dict[int, int] = dict(due)
    return tuple(by_day.get(d, 0) for d in days)
