"""The facts of the Today page: what is to do, how long it takes, and what was done before."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from statistics import median
from typing import NamedTuple

from sqlalchemy import Connection, text

from db.day_limits import held_back
from db.ids import first_id
from db.queries import deck_rows
from db.rows import CardState, Counts, DeckRow, DeckToday, Grade, TodayFacts, Todo
from db.settings import StudySettings

MATURE_DAYS = 21
"""From this stability on, a card counts as mature."""

_EPOCH_DAY = date(1970, 1, 1).toordinal()
_HISTORY_DAYS = 371
_PACE_DAYS = 30
_PACE_SAMPLE = 2000
_FORECAST_DAYS = 7
_DEFAULT_PACE_S = {CardState.NEW: 20.0}
_DEFAULT_REVIEW_S = 8.0

_NOT_CANCELLED = "NOT EXISTS (SELECT 1 FROM review_cancellations c WHERE c.review_id = reviews.id)"
_PER_DECK = text(
    "SELECT deck_id, count(*), total(stability >= :mature), total(stability < :mature)"
    " FROM cards WHERE is_retired = 0 GROUP BY deck_id"
)
_PER_DAY = text("SELECT day, count(*) FROM reviews WHERE day BETWEEN :first AND :last GROUP BY day")
_CANCELLED_PER_DAY = text(  # few: counted apart, they cost nothing to the many
    "SELECT day, count(*) FROM review_cancellations CROSS JOIN reviews ON id = review_id"
    " WHERE day BETWEEN :first AND :last GROUP BY day"
)
_STREAK = text(
    "WITH RECURSIVE run(last) AS (VALUES (:day) UNION ALL SELECT last - 1 FROM run WHERE EXISTS"
    f" (SELECT 1 FROM reviews WHERE day = last AND {_NOT_CANCELLED}))"
    " SELECT :day - min(last) FROM run"
)
_DONE = text(
    f"SELECT grade, state_before, duration_ms FROM reviews WHERE day = :day AND {_NOT_CANCELLED}"
)
_PACE = text(  # by id, which starts with the time
    "SELECT state_before, duration_ms FROM reviews WHERE id > :since"
    f" ORDER BY id DESC LIMIT {_PACE_SAMPLE}"
)
_CANCELLATIONS = text("SELECT count(*) FROM review_cancellations")
_FORECAST = text(
    "SELECT due_day, count(*) FROM cards WHERE state = 2 AND is_suspended = 0 AND is_retired = 0"
    " AND due_day BETWEEN :first AND :last GROUP BY due_day"
)


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
        key = (day, connection.execute(_CANCELLATIONS).scalar_one())
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
    done = connection.execute(_DONE, {"day": day}).all()
    known = [row.grade for row in done if row.state_before == CardState.REVIEW]
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
        seconds_today=sum(row.duration_ms for row in done) / 1000,
        remembered_today=remembered,
        forecast=_forecast(connection, day),
        held_back=held_back(connection, day, todo.counts, bury_siblings=settings.bury_siblings),
    )


def _reviews_per_day(connection: Connection, day: int) -> dict[int, int]:
    window = {"first": day - _HISTORY_DAYS + 1, "last": day - 1}
    cancelled: dict[int, int] = dict(connection.execute(_CANCELLED_PER_DAY, window).all())
    made = connection.execute(_PER_DAY, window)
    return {d: n - cancelled.get(d, 0) for d, n in made if n > cancelled.get(d, 0)}


def _tree(connection: Connection, counts_by_deck: Mapping[int, Counts]) -> Iterator[DeckToday]:
    """Decks that have cards, depth first; each with what it and the decks below it hold."""
    below: dict[int | None, list[DeckRow]] = defaultdict(list)
    for deck in deck_rows(connection):
        below[deck.parent_id].append(deck)
    own = {
        row[0]: Cards(row[1], int(row[2]), int(row[3]))
        for row in connection.execute(_PER_DECK, {"mature": MATURE_DAYS})
    }

    def lines(deck: DeckRow, depth: int) -> list[DeckToday]:
        children = [line for child in below[deck.id] for line in lines(child, depth + 1)]
        nearest = [line for line in children if line.depth == depth + 1]
        parts = [
            (counts_by_deck.get(deck.id, Counts()), own.get(deck.id, Cards())),
            *((line.counts, Cards(line.cards, line.mature, line.young)) for line in nearest),
        ]
        total = Cards(*(sum(column) for column in zip(*(held for _, held in parts), strict=True)))
        if not total.all:
            return []
        todo = _added([counts for counts, _ in parts])
        return [DeckToday(deck, depth, todo, total.all, total.mature, total.young), *children]

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
    for state, ms in connection.execute(_PACE, {"since": since}):
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
    today: int = connection.execute(_STREAK, {"day": day}).scalar_one()
    return today or connection.execute(_STREAK, {"day": day - 1}).scalar_one()


def _forecast(connection: Connection, day: int) -> tuple[int, ...]:
    days = range(day + 1, day + 1 + _FORECAST_DAYS)
    due = connection.execute(_FORECAST, {"first": days[0], "last": days[-1]})
    by_day: dict[int, int] = dict(due.all())
    return tuple(by_day.get(d, 0) for d in days)
