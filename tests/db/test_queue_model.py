"""The queue, updated by each action, against one worked out from nothing every time."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from db.lanes import Shuffle
from db.queue import DayQueue, Done
from db.rows import CardRow, CardState, Change, ChangeKind, Counts, Grade
from db.scheduling import review
from db.settings import NewOrder, StudySettings
from db.undo import UndoStack
from tests.db.queue_maker import CALENDAR, NOON, TODAY, learning_card, new_card, queue, review_card


@dataclass
class Model:
    """Slow and plain: every question is answered from the cards alone."""

    cards: dict[int, CardRow]
    settings: StudySettings
    decks: frozenset[int] | None
    done: Counter[CardState] = field(default_factory=Counter)
    reverted: list[int] = field(default_factory=list)

    def could_be_asked(self) -> list[CardRow]:
        return [
            c
            for c in self.cards.values()
            if not c.is_suspended
            and (c.buried_until or 0) <= TODAY
            and (self.decks is None or c.deck_id in self.decks)
            and (c.due_day or 0) <= TODAY
        ]

    def rank(self, c: CardRow) -> tuple[int, float, int, int]:
        if c.memory.state is CardState.NEW:
            return (2, c.position, c.ordinal, c.id)
        if c.due_day is not None:
            return (1, c.due_day, Shuffle(TODAY)(c.id), c.id)
        assert c.due_at is not None
        return (0, c.due_at.timestamp(), 0, c.id)

    def asked(self) -> tuple[list[CardRow], list[CardRow], list[CardRow]]:
        ranked = sorted(self.could_be_asked(), key=self.rank)
        if self.settings.bury_siblings:
            notes: dict[int, CardRow] = {}
            for c in ranked:
                notes.setdefault(c.note_id, c)
            ranked = list(notes.values())
        lanes = [[c for c in ranked if self.rank(c)[0] == kind] for kind in range(3)]
        reviews = max(0, self.settings.reviews_per_day - self.done[CardState.REVIEW])
        new = max(0, self.settings.new_per_day - self.done[CardState.NEW])
        return lanes[0], lanes[1][:reviews], lanes[2][:new]

    def main(self) -> list[CardRow]:
        _, reviews, new = self.asked()
        if self.settings.new_order is NewOrder.BEFORE_REVIEWS:
            return new + reviews
        if self.settings.new_order is NewOrder.AFTER_REVIEWS:
            return reviews + new
        mixed = []
        r, n = self.done[CardState.REVIEW], self.done[CardState.NEW]
        while reviews or new:
            new_is_late = n * (r + len(reviews)) < r * (n + len(new))
            if new and (not reviews or new_is_late):
                mixed.append(new.pop(0))
                n += 1
            else:
                mixed.append(reviews.pop(0))
                r += 1
        return mixed

    def next(self, now: datetime) -> CardRow | None:
        possible = {c.id: c for c in self.could_be_asked()}
        back = [possible[i] for i in reversed(self.reverted) if i in possible]
        ahead = now + timedelta(minutes=self.settings.learn_ahead_min)
        learning = self.asked()[0]
        due = [c for c in learning if c.due_at and c.due_at <= now]
        soon = [c for c in learning if c.due_at and c.due_at <= ahead]
        return next(iter(back + due + self.main() + soon), None)

    def counts(self) -> Counts:
        learning, reviews, new = self.asked()
        return Counts(len(new), len(learning), len(reviews))

    def counts_by_deck(self) -> dict[int, Counts]:
        learning, reviews, new = (Counter(c.deck_id for c in lane) for lane in self.asked())
        return {d: Counts(new[d], learning[d], reviews[d]) for d in learning | reviews | new}

    def apply(self, change: Change) -> None:
        self.cards.update({c.id: c for c in change.cards_after})
        if change.kind is ChangeKind.GRADE:
            self.done[change.cards_before[0].memory.state] += 1
            self.reverted = [i for i in self.reverted if i != change.cards_after[0].id]

    def revert(self, change: Change) -> None:
        self.cards.update({c.id: c for c in change.cards_before})
        if change.kind is ChangeKind.GRADE:
            self.done[change.cards_before[0].memory.state] -= 1
        if change.kind is not ChangeKind.FLAG:
            self.reverted.append(change.cards_before[0].id)


card_makers = st.lists(
    st.tuples(
        st.sampled_from(["new", "review", "learning", "later"]),
        st.integers(1, 8),  # its note
        st.integers(1, 3),  # its deck
        st.integers(0, 2),  # how long it is due
    ),
    max_size=25,
)
study_settings = st.builds(
    StudySettings()._replace,  # of a named tuple, Hypothesis would fill in the rest, too
    new_per_day=st.integers(0, 6),
    reviews_per_day=st.integers(0, 6),
    learn_ahead_min=st.sampled_from([0, 5, 20]),
    bury_siblings=st.booleans(),
    new_order=st.sampled_from(NewOrder),
)
actions = st.lists(
    st.tuples(
        st.sampled_from(
            ["grade"] * 6 + ["suspend", "bury", "flag", "undo", "undo", "redo", "wait"]
        ),
        st.integers(0, 10**6),
    ),
    max_size=40,
)


def make(cards: list[tuple[str, int, int, int]]) -> dict[int, CardRow]:
    rows = {}
    for i, (kind, note, deck, late) in enumerate(cards, start=1):
        if kind == "new":
            row = new_card(i, note=note, deck=deck)
        elif kind == "learning":
            row = learning_card(i, NOON + timedelta(minutes=7 * late), note=note, deck=deck)
        else:
            due = TODAY + 1 if kind == "later" else TODAY - late
            row = review_card(i, note=note, deck=deck, due=due)
        rows[i] = row
    return rows


def grade_of(card: CardRow, model: Model, now: datetime, number: int) -> Change:
    """What `db.study` makes of a grade, without a collection."""
    outcome = review(
        card.memory,
        Grade(1 + number % 4),
        now,
        calendar=CALENDAR,
        settings=model.settings,
        seed=number,
    )
    after = card._replace(
        memory=outcome.memory, due_day=outcome.due_day, due_at=outcome.due_at, reps=9
    )
    siblings = [
        c
        for c in model.cards.values()
        if c.note_id == card.note_id and c.id != card.id and c.due_at is None
    ]
    if not model.settings.bury_siblings:
        siblings = []
    buried = [c._replace(buried_until=TODAY + 1) for c in siblings]
    return Change(ChangeKind.GRADE, (card, *siblings), (after, *buried))


def other_change(kind: str, number: int, model: Model) -> Change | None:
    if not model.cards:
        return None
    card = model.cards[1 + number % len(model.cards)]
    if kind == "suspend":
        after = card._replace(is_suspended=not card.is_suspended)
    elif kind == "bury":
        after = card._replace(buried_until=TODAY + 1)
    else:
        after = card._replace(flag=number % 8)
    return Change(ChangeKind(kind), (card,), (after,))


def check(q: DayQueue, model: Model, now: datetime) -> None:
    card = q.next(now)
    assert card == model.next(now)
    assert q.counts() == model.counts()
    assert q.counts_by_deck() == model.counts_by_deck()
    assert q.upcoming(1) == ([card.id] if card else q.upcoming(1))
    due = [c.due_at for c in model.asked()[0] if c.due_at]
    wait = min(due) - timedelta(minutes=model.settings.learn_ahead_min) if due else None
    assert q.waiting_until(now) == (None if card else wait)


def check_made_anew(q: DayQueue, model: Model, now: datetime) -> None:
    done = Done(model.done[CardState.NEW], model.done[CardState.REVIEW])
    anew = queue(model.cards.values(), model.settings, now=now, done=done, deck_ids=model.decks)
    assert anew.counts() == q.counts()
    if not model.reverted:
        assert anew.upcoming(99) == q.upcoming(99)


@settings(max_examples=300, deadline=None)
@given(
    card_makers,
    study_settings,
    st.sampled_from([None, frozenset({1}), frozenset({1, 2})]),
    actions,
)
def test_the_queue_is_what_the_cards_say(
    cards: list[tuple[str, int, int, int]],
    chosen: StudySettings,
    decks: frozenset[int] | None,
    steps: list[tuple[str, int]],
) -> None:
    rows = make(cards)
    q = queue(rows.values(), chosen, deck_ids=decks)
    model, stack, now = Model(rows, chosen, decks), UndoStack(), NOON
    for action, number in steps:
        check(q, model, now)
        change: Change | None = None
        if action == "wait":
            now += timedelta(seconds=number % 900)
        elif action == "undo" and stack.to_undo:
            q.revert(stack.to_undo, now)
            model.revert(stack.to_undo)
            stack.undone()
        elif action == "redo" and stack.to_redo:
            q.apply(stack.to_redo, now)
            model.apply(stack.to_redo)
            stack.redone(stack.to_redo)
        elif action == "grade" and (card := q.next(now)):
            change = grade_of(card, model, now, number)
        elif action in ("suspend", "bury", "flag"):
            change = other_change(action, number, model)
        if change:
            q.apply(change, now)
            model.apply(change)
            stack.did(change)
    check(q, model, now)
    check_made_anew(q, model, now)
