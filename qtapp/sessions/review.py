"""The review: one card after the other, each answer saved before the next question shows."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from db.errors import CollectionError
from db.rows import CardRow, Change, ChangeKind, Grade, NoteRow, Scope, TodayFacts
from qtapp.sessions.acts import Act, How, same_card
from qtapp.sessions.alarm import Alarm, minutes_until, next_tick
from qtapp.sessions.day_facts import FactsReader
from qtapp.sessions.desk import Desk, Renewal
from qtapp.sessions.queue_reader import QueueReader
from qtapp.sessions.review_state import CardFace, Phase, ReviewState, choices_of, pile_of
from qtapp.sessions.shelf import Shelf
from qtapp.sessions.stopwatch import Stopwatch
from qtapp.sessions.told_trouble import told_by

if TYPE_CHECKING:
    from db.collection import Collection
    from db.queue import DayQueue

    Action = Callable[[Collection, CardRow, datetime], Change]

CARDS_AHEAD = 5


class ReviewSession(QObject):
    """What may be done in a review.

    Signals:
        changed: A `ReviewState`.
        acted: An `Act`, after it was saved.
        trouble: A `CollectionError`; the card is still there and nothing was lost.
        renewed: A `Renewal`: the queue is another, because the day or the clock is.
        upcoming: Tuple of Markdown texts of the cards that come next, to render ahead.
    """

    changed = Signal(object)
    acted = Signal(object)
    trouble = Signal(object)
    renewed = Signal(object)
    upcoming = Signal(object)

    def __init__(
        self, desk: Desk, parent: QObject | None = None, *, stopwatch: Stopwatch | None = None
    ) -> None:
        super().__init__(parent)
        self.state = ReviewState()
        self._desk = desk
        self._shelf = Shelf(desk.collection)
        self._stopwatch = stopwatch or Stopwatch()
        self._card: CardRow | None = None
        self._deck_id: Scope = None
        self._painted_serial = 0
        self._alarm = Alarm(self)
        self._alarm.rang.connect(self.proceed)
        self._queues = QueueReader(desk, self)
        self._queues.made.connect(self.proceed)
        self._queues.failed.connect(self._fail)
        self._reader = FactsReader(desk, self)
        self._reader.read.connect(self._take_facts)
        self._reader.failed.connect(self._fail_to_finish)

    # Moving on

    def start(self, deck_id: Scope = None, *, scope: str = "") -> None:
        """Begin, with all decks, or with one and its children or a tag, whose title is `scope`."""
        is_other = deck_id != self._deck_id
        self._deck_id = deck_id
        self._desk.choose_deck(deck_id)
        self.state = self.state._replace(scope=scope, done=0 if is_other else self.state.done)
        self.proceed()

    def renew(self) -> None:
        """Settings or texts were changed elsewhere: read everything again."""
        self._shelf.forget()
        self._desk.forget_queue()
        if self.state.phase is not Phase.IDLE:
            self.proceed()

    def raise_limits(self, *, new: int = 0, reviews: int = 0) -> None:
        """Let so many more cards come today, and go on with all decks."""
        with told_by(self.trouble):
            self._desk.collection.raise_limits(self._desk.now(), new=new, reviews=reviews)
            self._desk.forget_queue()
            self.start()

    @Slot()
    def proceed(self) -> None:
        """Show the next card, or that there is none; later, if the queue has to be made first."""
        if (why := self._desk.renew_if_stale()) is not None:
            done = 0 if why is Renewal.NEW_DAY else self.state.done
            self.state = self.state._replace(done=done)
            self.renewed.emit(why)
        queue = self._desk.queue()
        if queue is None:
            self._card = None
            self._become(self.state.without_card(Phase.LOADING))
            self._queues.ask()
            return
        card = queue.next(self._desk.now())
        try:
            self._rest(queue) if card is None else self._show(card)
        except CollectionError as error:
            self._fail(error)

    @Slot()
    def wake(self) -> None:
        """The learner is back: time may have passed."""
        is_resting = self.state.phase in (Phase.WAITING, Phase.FINISHED, Phase.TROUBLE)
        if is_resting or (self._card is not None and self._desk.is_stale()):
            self.proceed()

    @Slot(bool)
    def attend(self, is_attending: bool) -> None:
        """The learner looks at the page, or elsewhere."""
        self._stopwatch.attend(is_attending)

    @Slot()
    def question_painted(self) -> None:
        """The card is on the screen: time runs from here."""
        if self._card is None or self._painted_serial == self.state.serial:
            return
        self._painted_serial = self.state.serial
        self._stopwatch.restart()
        QTimer.singleShot(0, self, self._look_ahead)

    # Answering

    @Slot()
    def reveal(self) -> None:
        """Show the answer, and what each grade would lead to."""
        if self.state.phase is not Phase.QUESTION or self._card is None:
            return
        with told_by(self.trouble):
            scale = self._desk.collection.settings().scale
            outcomes = self._desk.collection.previews(self._card, self._desk.now())
            choices = choices_of(scale, outcomes)
            self._become(self.state._replace(phase=Phase.ANSWER, scale=scale, choices=choices))

    @Slot(int)
    def grade(self, raw: int) -> None:
        """Answer with a step of the scale, from 1; nothing if no such button is shown."""
        choice = next((c for c in self.state.choices if c.raw == raw), None)
        if choice is not None:
            self.do(
                lambda collection, card, now: collection.grade(
                    card,
                    choice.grade,
                    now,
                    duration_ms=self._stopwatch.elapsed_ms(),
                    raw=raw,
                    scale=self.state.scale,
                )
            )

    @Slot()
    def grade_good(self) -> None:
        """Answer Good, whatever the scale."""
        for choice in self.state.choices:
            if choice.grade is Grade.GOOD:
                self.grade(choice.raw)

    # The card itself, and taking back

    @property
    def card(self) -> CardRow | None:
        """The card shown."""
        return self._card

    def note(self) -> NoteRow | None:
        """The note of the card shown."""
        return None if self._card is None else self._shelf.note(self._card.id)

    def face_of(self, note: NoteRow) -> CardFace:
        """The card shown, as another version of its note would have it."""
        return self._shelf.face_with(self._card, note)

    def do(self, action: Action) -> bool:
        """Let the collection do something to the card shown; tell whether it was saved."""
        card = self._card
        if card is None:
            return False
        try:
            change = action(self._desk.collection, card, self._desk.now())
        except CollectionError as error:
            self.trouble.emit(error)
            return False
        self._desk.did(change)
        self.follow(Act(How.DONE, change))
        return True

    @Slot()
    def undo(self) -> None:
        """Take the newest action back, and show its card."""
        with told_by(self.trouble):
            if (change := self._desk.undo()) is not None:
                self.follow(Act(How.UNDONE, change))

    @Slot()
    def redo(self) -> None:
        """Do again what was taken back last."""
        with told_by(self.trouble):
            if (change := self._desk.redo()) is not None:
                self.follow(Act(How.REDONE, change))

    # Inside

    def follow(self, act: Act) -> None:
        """Something was saved, here or elsewhere: show what follows from it."""
        if act.change.kind is ChangeKind.EDIT:
            self._shelf.forget()
        if act.change.kind is ChangeKind.GRADE:
            step = -1 if act.how is How.UNDONE else 1
            self.state = self.state._replace(done=max(0, self.state.done + step))
        if (same := same_card(self._card, act)) is not None:
            self._card = same
            self._redraw(same)
        elif self.state.phase is not Phase.IDLE or act.change.kind is not ChangeKind.ADD:
            self.proceed()
        self.acted.emit(act)

    def _show(self, card: CardRow) -> None:
        """A card's question, as a new showing."""
        self._card = card
        self._alarm.set(None, self._desk.now())
        self._stopwatch.restart()
        self._become(self.state.with_card(self._shelf.face(card), pile_of(card.memory.state)))

    def _redraw(self, card: CardRow) -> None:
        """The card shown has another flag or other texts; the answer stays as visible as it was."""
        with told_by(self.trouble):
            self._become(self.state._replace(face=self._shelf.face(card)))

    def _rest(self, queue: DayQueue) -> None:
        """No card now: wait for those in learning, or be done for today."""
        now = self._desk.now()
        until = queue.waiting_until(now)
        self._card = None
        if until is None:
            self._alarm.set(self._desk.next_day(), now)
            facts = self.state.facts if self.state.phase is Phase.FINISHED else None
            state = self.state.without_card(Phase.FINISHED)
            self._become(state._replace(waiting_until=None, facts=facts))
            self._reader.ask()
            return
        self._alarm.set(next_tick(until, now), now)
        minutes = minutes_until(until, now)
        state = self.state.without_card(Phase.WAITING)
        at = until.astimezone(self._desk.collection.calendar().zone)
        self._become(state._replace(waiting_until=at, minutes_left=minutes, facts=None))

    @Slot(object)
    def _take_facts(self, facts: TodayFacts) -> None:
        if self.state.phase is Phase.FINISHED:
            self._become(self.state._replace(facts=facts))

    @Slot(object)
    def _fail_to_finish(self, error: CollectionError) -> None:
        if self.state.phase is Phase.FINISHED:
            self._fail(error)

    def _become(self, state: ReviewState) -> None:
        history, queue = self._desk.history, self._desk.queue()
        self.state = state._replace(
            counts=state.counts if queue is None else queue.counts(),
            undo=None if history.to_undo is None else history.to_undo.kind,
            redo=None if history.to_redo is None else history.to_redo.kind,
        )
        self.changed.emit(self.state)

    @Slot(object)
    def _fail(self, error: CollectionError) -> None:
        """What was done is saved, but the next card cannot be read: offer to try again."""
        self._card = None
        self.state = self.state.without_card(Phase.TROUBLE)
        self.changed.emit(self.state)
        self.trouble.emit(error)

    @Slot()
    def _look_ahead(self) -> None:
        """Read the cards that come next while the learner thinks about this one."""
        with told_by(self.trouble):
            self._queues.look()
            if (queue := self._desk.queue()) is not None:
                self.upcoming.emit(self._shelf.fetch(queue.upcoming(CARDS_AHEAD)))
