"""A chapter of seven cards and a clock that stands still: enough for a review."""

from datetime import UTC, datetime, timedelta

from db.queue import DayQueue
from db.rows import TodayFacts
from decks.kinds import NoteKind
from decks.model import Chapter, Note, Section
from qtapp.sessions.desk import Desk

NINE_O_CLOCK = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
TODAY = 739941
"""`date(2026, 11, 21).toordinal()`."""

CARDS = 7


def facts_of(desk: Desk) -> TodayFacts:
    """What the Today page should tell now."""
    return desk.collection.today(desk.collection.day_queue(desk.now()).todo(), desk.now())


def queue_on(desk: Desk) -> DayQueue:
    """The queue of the deck chosen, made now if need be."""
    if desk.queue() is None:
        assert not isinstance(desk.deck_id, str)
        made = desk.collection.day_queue(desk.now(), deck_id=desk.deck_id)
        desk.adopt(made, desk.deck_id, version=desk.version)
    queue = desk.queue()
    assert queue is not None
    return queue


class Clock:
    """Says the time that a test gives it."""

    def __init__(self, moment: datetime = NINE_O_CLOCK) -> None:
        self.moment = moment

    def __call__(self) -> datetime:
        return self.moment

    def pass_(self, **amount: float) -> None:
        """Let time pass, in the words of `timedelta`."""
        self.moment += timedelta(**amount)


def chapter() -> Chapter:
    """Two sections: four basic cards, then a cloze note of two cards and a basic one."""
    basics = tuple(
        Note(f"basic-{n}", NoteKind.BASIC, f"Question {n} ?", f"Réponse **{n}**.", tags=("essai",))
        for n in range(4)
    )
    cloze = Note(
        "cloze",
        NoteKind.CLOZE,
        "Les trois moteurs",
        'Des [données](#1 "de quoi apprendre") et du [calcul](#2).',
        "Un complément.",
    )
    last = Note("last", NoteKind.BASIC, "Question 4 ?", "Réponse 4.")
    sections = (
        Section("premiers", "Premiers pas", notes=basics),
        Section("suite", "La suite", notes=(cloze, last)),
    )
    return Chapter("essai", "Chapitre d’essai", number=1, sections=sections)


def small_chapter() -> Chapter:
    """One card."""
    note = Note("seule", NoteKind.BASIC, "Seule ?", "Oui.")
    return Chapter("petit", "Petit", number=2, sections=(Section("s", "Une", notes=(note,)),))
