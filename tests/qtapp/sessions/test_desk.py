"""The queues on the desk: all follow what is done, and others may be made elsewhere."""

from db.collection import Collection
from db.rows import Counts, Grade, Scale
from qtapp.sessions.desk import Desk, Renewal
from tests.qtapp.course import Clock, facts_of


def grade_next(desk: Desk) -> int:
    """Grade the next card Again; its id."""
    card = desk.queue().next(desk.now())
    assert card is not None
    collection, now = desk.collection, desk.now()
    desk.did(collection.grade(card, Grade.AGAIN, now, duration_ms=1, raw=1, scale=Scale.FOUR))
    return card.id


def next_id(desk: Desk) -> int:
    card = desk.queue().next(desk.now())
    assert card is not None
    return card.id


def test_the_queue_of_all_decks_follows_what_is_done_in_one(desk: Desk) -> None:
    section = facts_of(desk).decks[-1].deck.id
    desk.choose_deck(section)
    graded = grade_next(desk)
    assert desk.overall().counts() == Counts(new=5, learning=1)
    desk.choose_deck(None)
    assert desk.queue().counts() == Counts(new=5, learning=1)
    desk.undo()
    assert desk.queue().counts() == Counts(new=6)
    assert next_id(desk) == graded


def test_it_is_the_queue_that_the_collection_would_give(desk: Desk, collection: Collection) -> None:
    desk.overall()
    desk.choose_deck(facts_of(desk).decks[-1].deck.id)
    grade_next(desk)
    anew = collection.day_queue(desk.now())
    assert desk.overall().upcoming(9) == anew.upcoming(9)
    assert desk.overall().todo() == anew.todo()


def test_an_undo_without_a_queue_brings_its_card_back_once(desk: Desk) -> None:
    graded = grade_next(desk)
    desk.forget_queue()
    desk.undo()
    assert next_id(desk) == graded
    assert desk.queue().counts() == Counts(new=6)


def test_a_queue_made_elsewhere_is_used(desk: Desk, collection: Collection) -> None:
    made = collection.day_queue(desk.now())
    desk.adopt(made, None, version=desk.version)
    assert desk.queue() is made


def test_a_queue_of_before_an_action_is_refused(desk: Desk, collection: Collection) -> None:
    made, version = collection.day_queue(desk.now()), desk.version
    graded = grade_next(desk)
    desk.adopt(made, None, version=version)
    assert next_id(desk) != graded
    made, version = collection.day_queue(desk.now()), desk.version
    desk.undo()
    desk.adopt(made, None, version=version)
    assert next_id(desk) == graded


def test_a_queue_of_a_deck_left_meanwhile_is_refused(desk: Desk, collection: Collection) -> None:
    section = facts_of(desk).decks[-1].deck.id
    desk.choose_deck(section)
    made = collection.day_queue(desk.now(), deck_id=section)
    desk.choose_deck(None)
    desk.adopt(made, section, version=desk.version)
    desk.choose_deck(section)
    assert desk.queue() is not made


def test_a_new_queue_shows_what_was_undone_in_the_same_order(
    desk: Desk, collection: Collection
) -> None:
    first, second = grade_next(desk), grade_next(desk)
    desk.undo()
    desk.undo()
    desk.adopt(collection.day_queue(desk.now()), None, version=desk.version)
    assert desk.queue().upcoming(2) == [first, second]


def test_yesterdays_queue_of_all_decks_is_not_kept(desk: Desk, clock: Clock) -> None:
    desk.choose_deck(facts_of(desk).decks[-1].deck.id)
    old = desk.overall()
    assert desk.todo() is not None
    clock.pass_(days=1)
    assert desk.todo() is None
    assert desk.overall() is not old
    assert desk.queue()
    assert desk.renew_if_stale() in (None, Renewal.NEW_DAY)
