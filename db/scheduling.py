"""When a card comes back: FSRS-6 as pure functions of (memory, grade, now).

The formulas are those of the `fsrs` package. It is handed whole learner's days, as midnights in
UTC, because it counts elapsed time in whole days of 24 hours: yesterday evening to this morning
would be zero days, and the stability up to 60 % off.
"""

from datetime import UTC, datetime, timedelta
from functools import lru_cache

from fsrs import Card, Rating, Scheduler, State

from db.calendar import LearnerCalendar
from db.fuzz import draw, fuzzed
from db.rows import CardRow, CardState, Grade, Memory, Outcome
from db.settings import StudySettings

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_EPOCH_DAY = _EPOCH.toordinal()
_DEFAULTS = Scheduler()


def review(
    memory: Memory,
    grade: Grade,
    now: datetime,
    *,
    calendar: LearnerCalendar,
    settings: StudySettings,
    seed: int,
) -> Outcome:
    """What `grade`, given `now`, does to a memory.

    After a clock was set back no time has elapsed, never less (the package sees to it).

    Args:
        memory: Before the grade.
        grade: One of the four.
        now: Aware.
        calendar: Says which learner's day `now` is.
        settings: Retention, steps, longest interval and whether to fuzz.
        seed: Chance of the fuzz, see `seed_of`; not used without fuzz.
    """
    day = calendar.day_of(now)
    return _outcome(memory, grade, now, day, settings, draw(seed))


def previews(
    memory: Memory,
    now: datetime,
    *,
    calendar: LearnerCalendar,
    settings: StudySettings,
    seed: int,
) -> dict[Grade, Outcome]:
    """What each grade would do: exactly what `review` does with the same arguments."""
    day, chance = calendar.day_of(now), draw(seed)
    return {grade: _outcome(memory, grade, now, day, settings, chance) for grade in Grade}


def recall(memory: Memory, day: int) -> float | None:
    """Probability, 0 to 1, that the card is remembered on a learner's day; None while new."""
    if memory.stability is None:
        return None
    return _DEFAULTS.get_card_retrievability(_fsrs_card(memory), _midnight(day))


def seed_of(card: CardRow) -> int:
    """The chance of a card's next interval: another at each review, the same when asked again."""
    return card.id << 20 | card.reps


def _outcome(
    memory: Memory, grade: Grade, now: datetime, day: int, settings: StudySettings, chance: float
) -> Outcome:
    after, interval = _reviewed(memory, grade, day, settings)
    if after.state is not CardState.REVIEW:
        return Outcome(after, interval, due_at=_in_milliseconds(now + interval))
    days = interval.days
    if settings.fuzz:
        days = fuzzed(days, chance, maximum_days=settings.maximum_interval_days)
    return Outcome(after, timedelta(days=days), due_day=day + days)


@lru_cache(maxsize=64)  # a grade was previewed a moment ago
def _reviewed(
    memory: Memory, grade: Grade, day: int, settings: StudySettings
) -> tuple[Memory, timedelta]:
    card, _ = _scheduler(settings).review_card(
        _fsrs_card(memory), Rating(int(grade)), _midnight(day)
    )
    after = Memory(CardState(card.state.value), card.step, card.stability, card.difficulty, day)
    return after, card.due - _midnight(day)


def _fsrs_card(memory: Memory) -> Card:
    """The package's own card; it knows no "new", which is learning without a stability.

    Giving it an id and a due date keeps its constructor from sleeping and reading the clock.
    """
    last = None if memory.last_day is None else _midnight(memory.last_day)
    state = State.Learning if memory.state is CardState.NEW else State(int(memory.state))
    return Card(
        0, state, memory.step, memory.stability, memory.difficulty, due=_EPOCH, last_review=last
    )


def _in_milliseconds(moment: datetime) -> datetime:
    """As the collection stores it."""
    return moment.replace(microsecond=moment.microsecond // 1000 * 1000)


def _midnight(day: int) -> datetime:
    return _EPOCH + timedelta(days=day - _EPOCH_DAY)


@lru_cache(maxsize=8)
def _scheduler(settings: StudySettings) -> Scheduler:
    return Scheduler(
        desired_retention=settings.desired_retention,
        learning_steps=[timedelta(minutes=m) for m in settings.learning_steps_min],
        relearning_steps=[timedelta(minutes=m) for m in settings.relearning_steps_min],
        maximum_interval=settings.maximum_interval_days,
        enable_fuzzing=False,
    )
