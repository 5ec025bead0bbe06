"""Cards put at the front of the day's queue because the learner wants to see them now."""

from datetime import timedelta

from db.rows import CardRow, CardState, Change, ChangeKind, Counts, Memory
from db.settings import StudySettings
from tests.db.queue_maker import (
    NOON,
    TODAY,
    graded,
    learning_card,
    new_card,
    queue,
    review_card,
    shown,
)

LATER = review_card(20, due=TODAY + 30)
DUE = review_card(1)


def known(card: CardRow, due_in: int) -> CardRow:
    """A card after a review today."""
    memory = Memory(CardState.REVIEW, None, 20.0, 5.0, TODAY)
    return card._replace(memory=memory, due_day=TODAY + due_in, due_at=None, reps=card.reps + 1)


def test_offered_cards_come_first_in_their_order_due_or_not() -> None:
    day = queue([DUE, learning_card(2, NOON)])
    day.offer([LATER, new_card(30), DUE])
    assert day.upcoming(9) == [20, 30, 1, 2]
    assert shown(day) == 20


def test_each_is_asked_once_and_the_day_goes_on() -> None:
    day = queue([DUE])
    day.offer([LATER])
    day.apply(graded(LATER, known(LATER, 40)), NOON)
    assert shown(day) == 1
    assert day.counts() == Counts(review=1)


def test_one_that_is_forgotten_comes_again_as_any_card() -> None:
    day = queue([])
    day.offer([LATER])
    again = learning_card(20, NOON + timedelta(minutes=10), note=LATER.note_id)
    day.apply(graded(LATER, again), NOON)
    assert shown(day, NOON + timedelta(minutes=10)) == 20


def test_they_are_counted_once() -> None:
    day = queue([DUE, review_card(3, deck=2)])
    day.offer([DUE, LATER, new_card(30, deck=2)])
    assert day.counts() == Counts(new=1, review=3)
    assert day.counts_by_deck() == {1: Counts(review=2), 2: Counts(new=1, review=1)}
    assert day.todo().counts.total == 4


def test_one_that_the_limit_keeps_back_is_asked_and_counted() -> None:
    day = queue([DUE], StudySettings(reviews_per_day=0))
    assert shown(day) is None
    day.offer([DUE])
    assert shown(day) == 1
    assert day.counts() == Counts(review=1)


def test_a_graded_one_counts_against_the_limit() -> None:
    day = queue([DUE, review_card(2)], StudySettings(reviews_per_day=2))
    day.offer([LATER])
    day.apply(graded(LATER, known(LATER, 40)), NOON)
    assert day.counts().review == 1


def test_undoing_brings_it_back_first() -> None:
    day = queue([DUE])
    other = review_card(21, due=TODAY + 3)
    day.offer([LATER, other])
    change = graded(LATER, known(LATER, 40))
    day.apply(change, NOON)
    assert shown(day) == 21
    day.revert(change, NOON)
    assert shown(day) == 20
    assert day.next(NOON) == LATER
    assert day.upcoming(9) == [20, 21, 1]


def test_one_that_is_put_aside_is_not_asked() -> None:
    day = queue([])
    other = review_card(21, due=TODAY + 3)
    day.offer([LATER, other])
    aside = LATER._replace(is_suspended=True)
    suspension = Change(ChangeKind.SUSPEND, (LATER,), (aside,))
    day.apply(suspension, NOON)
    assert shown(day) == 21
    day.revert(suspension, NOON)
    assert shown(day) == 20


def test_a_sibling_buried_by_a_grade_is_not_asked() -> None:
    sibling = review_card(22, note=LATER.note_id, due=TODAY + 3)
    day = queue([])
    day.offer([LATER, sibling])
    day.apply(graded(LATER, known(LATER, 40), sibling), NOON)
    assert shown(day) is None
    assert day.counts() == Counts()


def test_another_change_of_the_card_is_seen() -> None:
    day = queue([])
    day.offer([LATER])
    day.apply(Change(ChangeKind.FLAG, (LATER,), (LATER._replace(flag=2),)), NOON)
    card = day.next(NOON)
    assert card is not None
    assert card.flag == 2


def test_offering_twice_asks_once() -> None:
    day = queue([])
    day.offer([LATER])
    day.offer([LATER])
    assert day.upcoming(9) == [20]
    day.apply(graded(LATER, known(LATER, 40)), NOON)
    assert shown(day) is None


def test_a_queue_made_anew_goes_on_with_them() -> None:
    day = queue([DUE])
    day.offer([LATER])
    fresh = queue([DUE])
    fresh.go_on_from(day)
    assert shown(fresh) == 20
