"""FSRS-6 against other implementations and against its formulas, worked out apart.

Golden values: `packages/fsrs/__tests__/FSRS-6.test.ts` of open-spaced-repetition/ts-fsrs (which
cites fsrs-rs' `src/inference.rs`), the same list as in py-fsrs' `tests/test_basic.py`.
Formulas: the FSRS-6 section of the fsrs4anki wiki, "The Algorithm".
"""

from datetime import UTC, datetime, timedelta
from math import exp
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.calendar import LearnerCalendar
from db.rows import CardRow, CardState, Grade, Memory, Outcome
from db.scheduling import previews, recall, review, seed_of
from db.settings import StudySettings

UTC_DAYS = LearnerCalendar(UTC, 0)
EXACT = StudySettings(fuzz=False)
FUZZY = StudySettings()
NOW = datetime(2022, 11, 29, 12, 30, tzinfo=UTC)
TODAY = NOW.toordinal()
AGAIN, HARD, GOOD, EASY = Grade

# The published FSRS-6 default parameters.
W = (
    *(0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796),
    *(1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542),
)


def grade(
    memory: Memory,
    grade: Grade,
    now: datetime = NOW,
    *,
    settings: StudySettings = EXACT,
    calendar: LearnerCalendar = UTC_DAYS,
    seed: int = 0,
) -> Outcome:
    return review(memory, grade, now, calendar=calendar, settings=settings, seed=seed)


def known(*, stability: float = 10.0, difficulty: float = 5.0, days_ago: int = 10) -> Memory:
    return Memory(CardState.REVIEW, None, stability, difficulty, TODAY - days_ago)


memories = st.one_of(
    st.just(Memory()),
    st.builds(
        Memory,
        st.just(CardState.LEARNING),
        st.integers(0, 1),
        st.floats(0.001, 100),
        st.floats(1, 10),
        st.integers(TODAY - 30, TODAY + 2),
    ),
    st.builds(
        Memory,
        st.just(CardState.REVIEW),
        st.none(),
        st.floats(0.001, 36500),
        st.floats(1, 10),
        st.integers(TODAY - 3000, TODAY + 400),
    ),
    st.builds(
        Memory,
        st.just(CardState.RELEARNING),
        st.just(0),
        st.floats(0.001, 1000),
        st.floats(1, 10),
        st.integers(TODAY - 30, TODAY + 2),
    ),
)


def test_intervals_are_those_of_the_other_implementations() -> None:
    memory, now, intervals = Memory(), NOW, []
    for g in [GOOD] * 6 + [AGAIN] * 2 + [GOOD] * 5:
        outcome = grade(memory, g, now)
        intervals.append(outcome.interval.days)
        memory, now = outcome.memory, now + outcome.interval
    assert intervals == [0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21]


def test_the_memory_state_is_that_of_the_other_implementations() -> None:
    memory, now = Memory(), NOW
    for g, days in zip([AGAIN] + [GOOD] * 5, [0, 0, 1, 3, 8, 21], strict=True):
        now += timedelta(days=days)
        memory = grade(memory, g, now).memory
    assert memory.stability == pytest.approx(53.62691, abs=1e-4)
    assert memory.difficulty == pytest.approx(6.3574867, abs=1e-4)


def test_a_first_grade_is_that_of_the_other_implementations() -> None:
    outcomes = previews(Memory(), NOW, calendar=UTC_DAYS, settings=EXACT, seed=0)
    memories = [o.memory for o in outcomes.values()]
    assert [m.stability for m in memories] == [0.212, 1.2931, 2.3065, 8.2956]
    assert [m.difficulty for m in memories] == pytest.approx([6.4133, 5.11217071, 2.11810397, 1])
    assert [o.interval.days for o in outcomes.values()] == [0, 0, 0, 8]


def test_recall_is_that_of_the_other_implementations() -> None:
    easy = grade(Memory(), EASY)
    assert easy.due_day is not None
    assert recall(easy.memory, easy.due_day) == pytest.approx(0.9024733, abs=1e-7)


def test_recall_is_ninety_percent_after_the_stability() -> None:
    assert recall(known(stability=10.0, days_ago=0), TODAY + 10) == pytest.approx(0.9)
    assert recall(Memory(), TODAY) is None


def test_recall_follows_the_forgetting_curve() -> None:
    factor = 0.9 ** (-1 / W[20]) - 1
    expected = (1 + factor * 25 / 10.0) ** -W[20]
    assert recall(known(stability=10.0, days_ago=0), TODAY + 25) == pytest.approx(expected)


@pytest.mark.parametrize(("g", "bonus"), [(HARD, W[15]), (GOOD, 1.0), (EASY, W[16])])
def test_stability_after_recall_follows_the_formula(g: Grade, bonus: float) -> None:
    s, d = 10.0, 5.0
    r = (1 + (0.9 ** (-1 / W[20]) - 1) * 20 / s) ** -W[20]
    growth = exp(W[8]) * (11 - d) * s ** -W[9] * (exp(W[10] * (1 - r)) - 1) * bonus
    assert grade(known(days_ago=20), g).memory.stability == pytest.approx(s * (1 + growth))


def test_stability_after_forgetting_follows_the_formula() -> None:
    s, d = 10.0, 5.0
    r = (1 + (0.9 ** (-1 / W[20]) - 1) * 20 / s) ** -W[20]
    long_term = W[11] * d ** -W[12] * ((s + 1) ** W[13] - 1) * exp(W[14] * (1 - r))
    expected = min(long_term, s / exp(W[17] * W[18]))
    assert grade(known(days_ago=20), AGAIN).memory.stability == pytest.approx(expected)


def test_stability_on_the_same_day_follows_the_formula() -> None:
    s = 0.212
    expected = s * exp(W[17] * (3 - 3 + W[18])) * s ** -W[19]
    assert grade(grade(Memory(), AGAIN).memory, GOOD).memory.stability == pytest.approx(expected)


def test_difficulty_follows_the_formula() -> None:
    d, easy = 5.0, W[4] - exp(3 * W[5]) + 1
    damped = d + 2 * W[6] * (10 - d) / 9  # Again: two grades below Good
    expected = W[7] * easy + (1 - W[7]) * damped
    assert grade(known(difficulty=d), AGAIN).memory.difficulty == pytest.approx(expected)


def test_the_steps_of_a_new_card() -> None:
    outcomes = previews(Memory(), NOW, calendar=UTC_DAYS, settings=EXACT, seed=0)
    minutes = [outcomes[g].interval / timedelta(minutes=1) for g in (AGAIN, HARD, GOOD)]
    assert minutes == [1, 5.5, 10]  # Hard: between the two steps
    assert outcomes[GOOD].due_at == NOW + timedelta(minutes=10)
    assert outcomes[GOOD].due_day is None
    assert outcomes[EASY].due_at is None
    assert outcomes[EASY].due_day == TODAY + 8


def test_a_step_ends_at_a_moment_that_can_be_stored() -> None:
    now = NOW.replace(microsecond=123_987)
    assert grade(Memory(), GOOD, now).due_at == NOW.replace(minute=40, microsecond=123_000)


def test_a_forgotten_card_takes_its_step_then_returns() -> None:
    lapse = grade(known(), AGAIN)
    assert (lapse.memory.state, lapse.due_at) == (CardState.RELEARNING, NOW + timedelta(minutes=10))
    back = grade(lapse.memory, GOOD)
    assert back.memory.state is CardState.REVIEW
    assert back.due_day is not None


def test_steps_come_from_the_settings() -> None:
    settings = EXACT._replace(learning_steps_min=(3.0,), relearning_steps_min=())
    assert grade(Memory(), AGAIN, settings=settings).interval == timedelta(minutes=3)
    assert grade(Memory(), GOOD, settings=settings).memory.state is CardState.REVIEW
    assert grade(known(), AGAIN, settings=settings).due_day is not None


@pytest.mark.parametrize("fuzz", [True, False])
def test_intervals_stop_at_the_longest(fuzz: bool) -> None:
    settings = FUZZY._replace(fuzz=fuzz, maximum_interval_days=30)
    for seed in range(50):
        outcome = grade(known(stability=500, days_ago=500), EASY, settings=settings, seed=seed)
        assert outcome.interval <= timedelta(days=30)


def test_a_higher_retention_asks_sooner() -> None:
    strict = EXACT._replace(desired_retention=0.97)
    assert grade(known(), GOOD, settings=strict).interval < grade(known(), GOOD).interval


def test_an_evening_and_the_next_morning_are_a_day_apart() -> None:
    # 23:00 in Paris, then 8:00: nine hours, yet one learner's day; the package alone counts none.
    calendar = LearnerCalendar(ZoneInfo("Europe/Paris"), 4)
    evening = datetime(2026, 1, 14, 22, tzinfo=UTC)
    learnt = grade(Memory(), EASY, evening, calendar=calendar).memory
    same = grade(learnt, GOOD, evening + timedelta(hours=1), calendar=calendar).memory
    morning = grade(learnt, GOOD, evening + timedelta(hours=9), calendar=calendar).memory
    assert morning.last_day == learnt.last_day + 1 if learnt.last_day else False
    assert morning.stability != same.stability


def test_a_clock_set_back_counts_as_no_time() -> None:
    a_year_ago = NOW - timedelta(days=365)
    memory = known(days_ago=0)
    outcome = grade(memory, GOOD, a_year_ago)
    assert outcome.memory.stability == grade(memory, GOOD).memory.stability
    assert outcome.memory.last_day == a_year_ago.toordinal()
    assert recall(memory, a_year_ago.toordinal()) == 1.0


@given(memories, st.integers(0, 2**40))
def test_a_better_grade_never_comes_back_sooner(memory: Memory, seed: int) -> None:
    outcomes = previews(memory, NOW, calendar=UTC_DAYS, settings=FUZZY, seed=seed)
    intervals = [outcomes[g].interval for g in Grade]
    assert intervals == sorted(intervals)


@given(memories, st.sampled_from(Grade), st.integers(0, 2**40))
def test_a_memory_stays_in_its_ranges(memory: Memory, g: Grade, seed: int) -> None:
    after = grade(memory, g, settings=FUZZY, seed=seed).memory
    assert after.difficulty is not None
    assert after.stability is not None
    assert 1 <= after.difficulty <= 10
    assert after.stability >= 0.001
    assert after.last_day == TODAY


@given(memories, st.sampled_from(Grade), st.integers(0, 2**40))
def test_a_button_promises_what_the_grade_does(memory: Memory, g: Grade, seed: int) -> None:
    promised = previews(memory, NOW, calendar=UTC_DAYS, settings=FUZZY, seed=seed)[g]
    assert grade(memory, g, settings=FUZZY, seed=seed) == promised
    assert (promised.due_day is None) != (promised.due_at is None)


def test_chance_differs_from_card_to_card_and_from_review_to_review() -> None:
    cards = [CardRow(i, 1, 1, 0, 0, reps=reps) for i in range(1, 50) for reps in range(50)]
    assert len({seed_of(card) for card in cards}) == len(cards)
    memory = known(stability=60, days_ago=60)
    days = {grade(memory, GOOD, settings=FUZZY, seed=seed_of(c)).due_day for c in cards}
    assert len(days) > 5
