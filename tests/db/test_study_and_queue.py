"""A session of any actions: the queue held in memory and the collection never disagree."""

from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from db import study
from db.engine import Store
from db.queue import DayQueue
from db.queue_rows import load_queue
from db.rows import Change, Grade, Scale
from db.settings import NewOrder, StudySettings
from db.tables import review_cancellations, reviews
from db.undo import UndoStack
from tests.db.core import column
from tests.db.queue_maker import CALENDAR, NOON, TODAY, learning_card, new_card, review_card
from tests.db.store_maker import store_with, stored

ROWS = [
    *(new_card(i, note=1 + i // 2, deck=1 + i % 2) for i in range(1, 8)),
    *(review_card(i, note=1 + i // 3, due=TODAY - i % 3) for i in range(8, 16)),
    learning_card(16, NOON + timedelta(minutes=3), note=9),
]
study_settings = st.builds(
    StudySettings()._replace,  # of a named tuple, Hypothesis would fill in the rest, too
    new_per_day=st.integers(0, 4),
    reviews_per_day=st.integers(0, 5),
    bury_siblings=st.booleans(),
    new_order=st.sampled_from(NewOrder),
)
actions = st.lists(
    st.tuples(
        st.sampled_from(
            ["grade"] * 5 + ["suspend", "bury", "flag", "add", "undo", "undo", "redo", "wait"]
        ),
        st.integers(0, 10**6),
    ),
    max_size=25,
)


class Session:
    """What the review page does, without the page."""

    def __init__(self, store: Store, chosen: StudySettings) -> None:
        self.store, self.settings = store, chosen
        self.now = NOON
        self.stack = UndoStack()
        self.queue = self.loaded()

    def loaded(self) -> DayQueue:
        with self.store.reader.begin() as connection:
            return load_queue(connection, self.now, calendar=CALENDAR, settings=self.settings)

    def act(self, action: str, number: int) -> None:
        if action == "wait":
            self.now += timedelta(seconds=number % 900)
        elif action == "undo":
            self.undo()
        elif action == "redo" and self.stack.to_redo:
            redone = study.redo(self.store, self.stack.to_redo, self.now)
            self.queue.apply(redone, self.now)
            self.stack.redone(redone)
        elif action != "redo" and (change := self.change(action, number)):
            self.queue.apply(change, self.now)
            self.stack.did(change)

    def undo(self) -> None:
        if change := self.stack.to_undo:
            study.undo(self.store, change, self.now)
            self.queue.revert(change, self.now)
            self.stack.undone()

    def change(self, action: str, number: int) -> Change | None:
        if action == "add":
            words = {"front": "Q", "back": "[a](#1) [b](#2)", "extra": ""}
            return study.add_note(
                self.store, 1 + number % 2, self.now, kind="cloze", **words, tags=()
            )
        card = self.queue.next(self.now)
        if card is None:
            return None
        if action == "suspend":
            return study.suspend(self.store, [card.id])
        if action == "bury":
            return study.bury(self.store, [card.id], self.now, calendar=CALENDAR)
        if action == "flag":
            return study.set_flag(self.store, card.id, number % 8)
        return study.grade(
            self.store, card, Grade(1 + number % 4), self.now, calendar=CALENDAR,
            settings=self.settings, duration_ms=number, raw=1 + number % 4, scale=Scale.FOUR,
        )  # fmt: skip

    def undo_everything(self) -> None:
        while self.stack.to_undo:
            self.undo()


def reviews_kept(store: Store) -> int:
    with store.reader.begin() as connection:
        made = set(column(connection, select(reviews.c.id)))
        undone = set(column(connection, select(review_cancellations.c.review_id)))
    assert undone <= made
    return len(made - undone)


@settings(max_examples=25, deadline=None)
@given(study_settings, actions)
def test_the_queue_and_the_collection_agree(
    chosen: StudySettings, steps: list[tuple[str, int]]
) -> None:
    with TemporaryDirectory() as folder, store_with(Path(folder) / "c.epoque", ROWS) as store:
        session, before = Session(store, chosen), stored(store)
        for action, number in steps:
            session.act(action, number)
            card = session.queue.next(session.now)
            assert card is None or card == stored(store)[card.id]
            assert session.queue.counts() == session.loaded().counts()
            assert session.queue.counts_by_deck() == session.loaded().counts_by_deck()
        session.undo_everything()
        left = stored(store)
        assert {card_id: left[card_id] for card_id in before} == before
        assert reviews_kept(store) == 0
