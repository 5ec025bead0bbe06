"""The queues on the desk: all follow what is done, and others may be made elsewhere."""

from db.collection import Collection
from db.rows import Counts, Grade, Scale
from qtapp.sessions.desk import Desk
from tests.qtapp.course import Clock, facts_of, queue_on


def grade_next(desk: Desk) -> int:
    """Grade the next card Again; its id."""
    card = queue_on(desk).next(desk.now())
    assert card is not None
    collection, now = desk.collection, desk.now()
    desk.did(collection.grade(card, Grade.AGAIN, now, duration_ms=1, raw=1, scale=Scale.FOUR))
    return card.id


def next_id(desk: Desk) -> int:
    card = queue_on(desk).next(desk.now())
    assert card is not None
    return card.id


def test_the_queue_of_all_decks_follows_what_is_done_in_one(desk: Desk) -> None:
    overall = queue_on(desk)
    desk.choose_deck(facts_of(desk).decks[-1].deck.id)
    graded = grade_next(desk)
    assert desk.overall() is overall
    assert overall.counts() == Counts(new=5, learning=1)
    desk.choose_deck(None)
    assert queue_on(desk).counts() == Counts(new=5, learning=1)
    desk.undo()
    assert queue_on(desk).counts() == Counts(new=6)
    assert next_id(desk) == graded


def test_it_is_the_queue_that_the_collection_would_give(desk: Desk, collection: Collection) -> None:
    overall = queue_on(desk)
    desk.choose_deck(facts_of(desk).decks[-1].deck.id)
    grade_next(desk)
    anew = collection.day_queue(desk.now())
    assert overall.upcoming(9) == anew.upcoming(9)
    assert overall.todo() == anew.todo()


def test_an_undo_without_a_queue_brings_its_card_back_once(desk: Desk) -> None:
    graded = grade_next(desk)
    desk.forget_queue()
    desk.undo()
    assert next_id(desk) == graded
    assert queue_on(desk).counts() == Counts(new=6)


def test_what_is_done_again_without_a_queue_is_not_brought_back(desk: Desk) -> None:
    grade_next(desk)
    desk.forget_queue()
    desk.undo()
    second = collection_of_one_undone(desk)
    desk.redo()
    assert next_id(desk) == second


def collection_of_one_undone(desk: Desk) -> int:
    """The card after the one that was graded and taken back."""
    return desk.collection.day_queue(desk.now()).upcoming(2)[1]


def test_a_queue_made_elsewhere_is_used(desk: Desk, collection: Collection) -> None:
    made = collection.day_queue(desk.now())
    desk.adopt(made, None, version=desk.version)
    assert queue_on(desk) is made


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
    assert queue_on(desk) is not made


def test_a_new_queue_shows_what_was_undone_in_the_same_order(
    desk: Desk, collection: Collection
) -> None:
    first, second = grade_next(desk), grade_next(desk)
    desk.undo()
    desk.undo()
    desk.adopt(collection.day_queue(desk.now()), None, version=desk.version)
    assert queue_on(desk).upcoming(2) == [first, second]


def test_yesterdays_queue_of_all_decks_is_not_used(desk: Desk, clock: Clock) -> None:
    old = queue_on(desk)
    desk.choose_deck(facts_of(desk).decks[-1].deck.id)
    assert desk.todo() == old.todo()
    clock.pass_(days=1)
    assert desk.todo() is None
    assert desk.overall() is None
