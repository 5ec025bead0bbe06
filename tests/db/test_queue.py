"""The rules of the day's queue, one by one; `test_queue_model.py` checks them together."""

from collections import Counter
from datetime import datetime, timedelta
from itertools import pairwise

import pytest

from db.calendar import LearnerCalendar
from db.queue import DayQueue, Done
from db.rows import Change, ChangeKind, Counts, Todo
from db.settings import NewOrder, StudySettings
from tests.db.queue_maker import (
    NOON,
    TODAY,
    graded,
    learning_card,
    minutes,
    new_card,
    queue,
    review_card,
    shown,
)

ALL_DAY = range(1, 6)


def suspension(*cards: int) -> Change:
    before = tuple(new_card(i) for i in cards)
    return Change(
        ChangeKind.SUSPEND, before, tuple(row._replace(is_suspended=True) for row in before)
    )


def test_an_empty_queue_shows_nothing() -> None:
    q = queue([])
    assert (q.next(NOON), q.waiting_until(NOON), q.counts()) == (None, None, Counts())


def test_due_cards_come_before_new_ones() -> None:
    assert queue([new_card(1), review_card(2)]).upcoming(9) == [2, 1]


def test_new_cards_can_come_first() -> None:
    settings = StudySettings(new_order=NewOrder.BEFORE_REVIEWS)
    assert queue([new_card(1), review_card(2)], settings).upcoming(9) == [1, 2]


def test_new_cards_can_be_mixed_in_evenly() -> None:
    rows = [new_card(i) for i in (1, 2)] + [review_card(i) for i in range(10, 18)]
    order = queue(rows, StudySettings(new_order=NewOrder.MIXED)).upcoming(99)
    assert [i for i, card in enumerate(order) if card < 10] == [1, 6]  # a fifth, spread out


def test_mixing_stays_even_when_the_queue_is_made_anew() -> None:
    # Half of the reviews are done and no new card yet: a new one is late.
    rows = [new_card(1), *(review_card(i) for i in range(10, 14))]
    settings = StudySettings(new_order=NewOrder.MIXED)
    assert shown(queue(rows, settings, done=Done(reviews=4))) == 1


def test_a_card_being_learnt_comes_first_when_it_is_due() -> None:
    rows = [review_card(1), learning_card(2, NOON + minutes(1))]
    q = queue(rows)
    assert shown(q) == 1
    assert shown(q, NOON + minutes(1)) == 2


def test_cards_being_learnt_come_by_due_time() -> None:
    rows = [learning_card(1, NOON - minutes(1)), learning_card(2, NOON - minutes(2))]
    assert queue(rows).upcoming(9) == [2, 1]


def test_reviews_due_longest_come_first() -> None:
    rows = [review_card(i, due=TODAY - i) for i in ALL_DAY]
    assert queue(rows).upcoming(9) == [5, 4, 3, 2, 1]


def test_reviews_of_a_day_are_shuffled_the_same_way_all_day() -> None:
    rows = [review_card(i) for i in range(1, 51)]
    first = queue(rows).upcoming(99)
    assert first == queue(reversed(rows), now=NOON + timedelta(hours=9)).upcoming(99)
    assert sorted(first) == list(range(1, 51))
    steps = Counter(b - a for a, b in pairwise(first))
    assert max(steps.values()) <= 6  # no visible pattern: a shuffled deck has few equal steps


def test_another_day_has_another_order() -> None:
    rows = [review_card(i, due=TODAY) for i in range(1, 51)]
    tomorrow = queue(rows, now=NOON + timedelta(days=1)).upcoming(99)
    assert tomorrow != queue(rows).upcoming(99)


def test_new_cards_come_in_the_order_of_the_course() -> None:
    assert queue([new_card(i) for i in (3, 1, 2)]).upcoming(9) == [1, 2, 3]


def test_the_limits_of_the_day() -> None:
    rows = [new_card(i) for i in range(1, 50)] + [review_card(i) for i in range(100, 400)]
    q = queue(rows)
    assert q.counts() == Counts(new=20, review=200)
    assert len(q.upcoming(999)) == 220


def test_what_was_done_today_counts_against_the_limits() -> None:
    rows = [new_card(i) for i in range(1, 50)] + [review_card(i) for i in range(100, 400)]
    assert queue(rows, done=Done(new=5, reviews=190)).counts() == Counts(new=15, review=10)
    assert queue(rows, done=Done(new=99, reviews=999)).counts() == Counts()


def test_cards_being_learnt_have_no_limit() -> None:
    settings = StudySettings(new_per_day=0, reviews_per_day=0)
    assert shown(queue([learning_card(1, NOON)], settings)) == 1


def test_a_graded_card_makes_way_for_the_next() -> None:
    q = queue([new_card(1), new_card(2)])
    q.apply(graded(new_card(1), learning_card(1, NOON + minutes(10))), NOON)
    assert shown(q) == 2
    assert q.counts() == Counts(new=1, learning=1)


def test_a_grade_uses_a_place_of_the_day() -> None:
    q = queue([new_card(i) for i in ALL_DAY], StudySettings(new_per_day=2))
    q.apply(graded(new_card(1), review_card(1, due=TODAY + 4)), NOON)
    assert q.counts() == Counts(new=2)  # the helper's card was last reviewed on another day
    learnt = learning_card(2, NOON + minutes(10))
    q.apply(graded(new_card(2), learnt), NOON)
    assert q.counts() == Counts(new=1, learning=1)


def test_an_undone_new_card_gives_its_place_back_and_is_shown_next() -> None:
    q = queue([new_card(i) for i in ALL_DAY], StudySettings(new_per_day=3))
    changes = [graded(new_card(i), learning_card(i, NOON + minutes(10))) for i in (1, 2)]
    for change in changes:
        q.apply(change, NOON)
    q.revert(changes[1], NOON)
    assert (shown(q), q.counts()) == (2, Counts(new=2, learning=1))
    q.revert(changes[0], NOON)
    assert (shown(q), q.counts()) == (1, Counts(new=3))


def test_an_undone_review_gives_its_place_back() -> None:
    rows = [review_card(i) for i in ALL_DAY]
    q = queue(rows, StudySettings(reviews_per_day=2))
    card = q.next(NOON)
    assert card is not None
    memory = card.memory._replace(last_day=TODAY)
    change = graded(card, card._replace(memory=memory, due_day=TODAY + 20))
    q.apply(change, NOON)
    assert q.counts().review == 1
    q.revert(change, NOON)
    assert (q.counts().review, shown(q)) == (2, card.id)


def test_undoing_twice_shows_the_cards_again_in_their_first_order() -> None:
    rows = {i: review_card(i) for i in ALL_DAY}
    q = queue(rows.values())
    first, second = q.upcoming(2)
    changes = [graded(rows[i], learning_card(i, NOON + minutes(5)), *()) for i in (first, second)]
    for change in changes:
        q.apply(change, NOON)
    for change in reversed(changes):
        q.revert(change, NOON)
    assert q.upcoming(2) == [first, second]
    q.apply(changes[0], NOON)
    assert shown(q) == second


def test_redoing_puts_the_card_away_again() -> None:
    q = queue([new_card(1), new_card(2)])
    change = graded(new_card(1), learning_card(1, NOON + minutes(10)))
    for step in (q.apply, q.revert, q.apply):
        step(change, NOON)
    assert (shown(q), q.counts()) == (2, Counts(new=1, learning=1))


def test_a_suspended_card_leaves_and_its_place_goes_to_another() -> None:
    q = queue([new_card(i) for i in ALL_DAY], StudySettings(new_per_day=2))
    q.apply(suspension(1), NOON)
    assert q.upcoming(9) == [2, 3]
    q.revert(suspension(1), NOON)
    assert q.upcoming(9) == [1, 2]


@pytest.mark.parametrize(
    "hidden",
    [
        new_card(1)._replace(is_suspended=True),
        new_card(1)._replace(buried_until=TODAY + 1),
        review_card(1)._replace(due_day=TODAY + 1),
    ],
)
def test_cards_that_are_put_away_are_not_asked(hidden: object) -> None:
    assert shown(queue([hidden])) is None  # type: ignore[list-item]


def test_a_buried_card_comes_back_on_its_day() -> None:
    buried = new_card(1)._replace(buried_until=TODAY + 1)
    assert shown(queue([buried], now=NOON + timedelta(days=1)), NOON + timedelta(days=1)) == 1


def test_a_flag_changes_the_card_that_is_shown() -> None:
    q = queue([new_card(1)])
    flagged = new_card(1)._replace(flag=3)
    q.apply(Change(ChangeKind.FLAG, (new_card(1),), (flagged,)), NOON)
    assert q.next(NOON) == flagged


def test_undoing_a_flag_moves_no_card() -> None:
    q = queue([new_card(1), new_card(2)])
    change = Change(ChangeKind.FLAG, (new_card(2),), (new_card(2)._replace(flag=3),))
    q.apply(change, NOON)
    q.revert(change, NOON)
    assert q.upcoming(9) == [1, 2]


def test_an_edit_can_bring_and_take_cards() -> None:
    q = queue([new_card(1, note=5)])
    change = Change(ChangeKind.EDIT, (new_card(1, note=5),), (new_card(2, note=5),))
    q.apply(change, NOON)
    assert q.upcoming(9) == [2]
    q.revert(change, NOON)
    assert q.upcoming(9) == [1]


def test_only_one_card_of_a_note_is_asked() -> None:
    q = queue([new_card(1, note=7), new_card(2, note=7), new_card(3)])
    assert q.upcoming(9) == [1, 3]
    assert q.counts() == Counts(new=2)


def test_of_siblings_the_one_being_learnt_comes_first_then_the_review() -> None:
    rows = [new_card(1, note=7), review_card(2, note=7), learning_card(3, NOON, note=7)]
    assert queue(rows).upcoming(9) == [3]
    assert queue(rows[:2]).upcoming(9) == [2]


def test_a_sibling_takes_the_place_of_a_suspended_card() -> None:
    q = queue([new_card(1, note=7), new_card(2, note=7)])
    before = new_card(1, note=7)
    q.apply(Change(ChangeKind.SUSPEND, (before,), (before._replace(is_suspended=True),)), NOON)
    assert shown(q) == 2


def test_siblings_can_come_on_one_day() -> None:
    settings = StudySettings(bury_siblings=False)
    rows = [new_card(1, note=7), review_card(2, note=7)]
    assert queue(rows, settings).upcoming(9) == [2, 1]


def test_siblings_buried_by_a_grade_come_back_when_it_is_undone() -> None:
    first, second = new_card(1, note=7), new_card(2, note=7)
    q = queue([first, second])
    change = graded(first, learning_card(1, NOON + minutes(30), note=7), second)
    q.apply(change, NOON)
    assert shown(q) is None
    q.revert(change, NOON)
    assert q.upcoming(9) == [1]


def test_learning_ahead_only_when_there_is_nothing_else() -> None:
    rows = [learning_card(1, NOON + minutes(5)), review_card(2)]
    q = queue(rows)
    assert q.upcoming(9) == [2, 1]


def test_learning_ahead_reaches_exactly_as_far_as_set() -> None:
    q = queue([learning_card(1, NOON + minutes(20))])
    assert shown(q, NOON - timedelta(milliseconds=1)) is None
    assert shown(q, NOON) == 1


def test_waiting_for_a_card_that_is_being_learnt() -> None:
    settings = StudySettings(learn_ahead_min=0)
    q = queue([learning_card(1, NOON + minutes(10))], settings)
    assert shown(q) is None
    assert q.waiting_until(NOON) == NOON + minutes(10)
    assert q.waiting_until(NOON + minutes(10)) is None
    assert shown(q, NOON + minutes(10)) == 1


def test_no_waiting_while_there_is_a_card() -> None:
    assert queue([learning_card(1, NOON + minutes(10))]).waiting_until(NOON) is None


def test_a_step_that_ends_after_the_rollover_can_be_learnt_ahead() -> None:
    late = datetime(2026, 3, 11, 3, 55, tzinfo=NOON.tzinfo)  # the learner's 10 March, still
    q = queue([learning_card(1, late + minutes(10))], now=late)
    assert shown(q, late) == 1


def test_a_step_of_days_is_for_its_day() -> None:
    settings = StudySettings(learning_steps_min=(1.0, 2880.0))
    q = queue([learning_card(1, NOON + timedelta(days=2))], settings)
    assert (shown(q), q.waiting_until(NOON), q.counts()) == (None, None, Counts())


def test_a_step_set_before_the_clock_was_set_back_is_due() -> None:
    # Left alone, the card would wait for a year.
    assert shown(queue([learning_card(1, NOON + timedelta(days=365))])) == 1


def test_a_grade_late_in_the_session_still_waits_for_its_step() -> None:
    q = queue([new_card(1), new_card(2)])
    later = NOON + timedelta(hours=3)
    q.apply(graded(new_card(1), learning_card(1, later + minutes(10))), later)
    assert shown(q, later) == 2


def test_a_queue_of_some_decks() -> None:
    rows = [new_card(1, deck=1), new_card(2, deck=2), review_card(3, deck=3)]
    q = queue(rows, deck_ids=frozenset({2, 3}))
    assert q.upcoming(9) == [3, 2]
    q.apply(graded(new_card(1, deck=1), learning_card(1, NOON, deck=1)), NOON)
    assert q.upcoming(9) == [3, 2]


def test_counts_by_deck_add_up_to_the_limits() -> None:
    rows = [
        *(new_card(i, deck=1 + i % 2) for i in range(1, 31)),
        learning_card(40, NOON, deck=2),
        review_card(41, deck=3),
    ]
    assert queue(rows).counts_by_deck() == {
        1: Counts(new=10),
        2: Counts(new=10, learning=1),
        3: Counts(review=1),
    }


def test_it_is_stale_on_another_day() -> None:
    q = queue([])
    assert not q.is_stale(NOON + timedelta(hours=15, minutes=59))
    assert q.is_stale(NOON + timedelta(hours=16))  # 4:00
    assert not q.has_other_clock(NOON + timedelta(hours=16))


def test_it_is_stale_when_the_clock_was_set_back() -> None:
    q = queue([])
    q.next(NOON + timedelta(hours=3))
    assert q.is_stale(NOON + timedelta(hours=2))
    assert q.has_other_clock(NOON + timedelta(hours=2))
    assert q.has_other_clock(NOON - timedelta(days=365))
    assert not q.is_stale(NOON + timedelta(hours=3) - timedelta(seconds=1))


def test_it_is_stale_when_the_zone_changed_even_on_the_same_day(
    computer_zone: pytest.MonkeyPatch,
) -> None:
    computer_zone.setenv("TZ", "Europe/Paris")
    q = queue([], calendar=LearnerCalendar(None, 4))
    assert not q.is_stale(NOON)
    computer_zone.setenv("TZ", "Europe/Athens")  # 14:00 instead of 13:00, on the same day
    assert q.is_stale(NOON)
    assert q.has_other_clock(NOON)


def test_it_is_stale_when_too_many_of_the_cards_read_have_left() -> None:
    settings = StudySettings(new_per_day=2)
    q: DayQueue = queue([new_card(i) for i in (1, 2, 3)], settings, new_known_to=(3, 0, 3))
    assert not q.is_stale(NOON)
    q.apply(suspension(1), NOON)
    assert not q.is_stale(NOON)
    q.apply(suspension(2), NOON)
    assert q.is_stale(NOON)


def test_it_runs_short_before_it_lacks_cards() -> None:
    """Twenty a day, and fewer than fifty to spare."""
    rows = [new_card(i) for i in range(1, 71)]
    q = queue(rows, new_known_to=(70, 0, 70))
    assert not q.runs_short()
    q.apply(suspension(1), NOON)
    assert q.runs_short()
    assert not q.lacks_cards()


def test_a_queue_that_knows_all_cards_never_runs_short() -> None:
    assert not queue([new_card(1)]).runs_short()


def test_what_is_to_do_stays_as_it_was_told() -> None:
    rows = [new_card(1), new_card(2, deck=2)]
    q = queue(rows)
    todo = q.todo()
    q.apply(suspension(1), NOON)
    assert todo == Todo(Counts(new=2), {1: Counts(new=1), 2: Counts(new=1)})
    assert q.todo() == Todo(Counts(new=1), {2: Counts(new=1)})
