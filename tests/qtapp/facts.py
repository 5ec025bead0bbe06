"""Facts of a Today page that no collection was needed for."""

from datetime import UTC, date, datetime

from db.rows import Counts, DeckRow, DeckToday, TodayFacts
from qtapp.sessions.today import Situation, TodayState

DAY = date(2026, 11, 21).toordinal()  # a Saturday


def deck(
    number: int, title: str, counts: Counts, *, depth: int = 0, parent: int | None = None
) -> DeckToday:
    """A deck of 40 cards: 20 mature, 10 young."""
    row = DeckRow(number, parent, f"deck-{number}", title, number)
    return DeckToday(row, depth, counts, cards=40, mature=20, young=10)


DECKS = (
    deck(1, "1 · Introduction", Counts(6, 2, 4)),
    deck(11, "ReLU", Counts(2, 0, 1), depth=1, parent=1),
    deck(12, "Softmax", Counts(4, 2, 3), depth=1, parent=1),
    deck(121, "Entropie", Counts(1, 0, 0), depth=2, parent=12),
    deck(2, "2 · Rétropropagation", Counts(0, 0, 9)),
)

FACTS = TodayFacts(
    day=DAY,
    decks=DECKS,
    counts=Counts(6, 2, 13),
    minutes_expected=8.6,
    desired_retention=0.9,
    streak_days=12,
    reviews_per_day={DAY - 2: 40, DAY - 1: 25, DAY: 3},
    done_today=3,
    seconds_today=130,
    remembered_today=0.934,
    forecast=(23, 12, 0, 31, 8, 4, 9),
)
DUE = TodayState(Situation.DUE, FACTS)
SOON = TodayState(
    Situation.WAITING, FACTS, datetime(2026, 11, 21, 9, 12, tzinfo=UTC), minutes_left=12
)
