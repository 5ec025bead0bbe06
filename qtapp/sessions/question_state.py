"""A quiz question as the learner meets it, as plain data."""

from __future__ import annotations

from dataclasses import dataclass, replace

from decks.kinds import NoteKind
from decks.questions.bodies import Body, Choice, Match, Order, Truth
from decks.questions.marks import Mark
from decks.questions.responses import (
    Certainty,
    Filled,
    Matched,
    Ordered,
    Picked,
    Response,
    SelfGrade,
    Typed,
)


@dataclass(frozen=True, slots=True)
class QuestionFace:
    """One question, Markdown all its texts unless said otherwise.

    Attributes:
        note_uid: The note's stable name, such as ``introduction/relu``; its first part tells where
            the images lie that the texts name.
        kind: Tells which form is shown.
        heading: What is asked, in one paragraph.
        prompt: What stands below it: code, a figure, a table; "" for nothing.
        body: The answer, and what it is chosen from.
        positions: The order on the screen, as positions of the body: of the options, of the items
            to be put in order, of the right sides of a match; empty where nothing is shuffled.
        explanation: Told after answering; "" for nothing.
        source: Where in the course it comes from, in plain words.
        experiment: What settles it, as the note keeps it: JSON; "" for none.
    """

    note_uid: str
    kind: NoteKind
    heading: str
    body: Body
    prompt: str = ""
    positions: tuple[int, ...] = ()
    explanation: str = ""
    source: str = ""
    experiment: str = ""

    @property
    def shown(self) -> tuple[int, ...]:
        """`positions`, or the order written where they are empty."""
        return self.positions or tuple(range(size_of(self.body)))


@dataclass(frozen=True, slots=True)
class QuestionState:
    """Everything that is shown of a question.

    Attributes:
        serial: Another number for each showing of a question.
        face: The question; None while there is none.
        response: The answer so far; None while nothing is answered.
        certainty: How sure the learner is.
        is_certainty_asked: Whether that is asked at all.
        is_answered: Whether the answer stands, and is told to be right or wrong.
        mark: What the answer is worth; None before it stands.
        suggestion: The grade that follows from the mark; None where only the learner can tell.
        grade: The one that the learner gave; None before.
    """

    serial: int = 0
    face: QuestionFace | None = None
    response: Response | None = None
    certainty: Certainty = Certainty.LIKELY
    is_certainty_asked: bool = True
    is_answered: bool = False
    mark: Mark | None = None
    suggestion: SelfGrade | None = None
    grade: SelfGrade | None = None

    @property
    def is_answerable(self) -> bool:
        """Whether there is an answer that could stand."""
        return self.face is not None and not self.is_answered and self.response is not None

    def asking(self, face: QuestionFace, response: Response | None = None) -> QuestionState:
        """The next showing: a question, with what was answered to it before."""
        return replace(
            self,
            serial=self.serial + 1,
            face=face,
            response=first_response(face) if response is None else response,
            certainty=Certainty.LIKELY,
            is_answered=False,
            mark=None,
            suggestion=None,
            grade=None,
        )


def size_of(body: Body) -> int:
    """How many things of a body can be shuffled."""
    match body:
        case Choice(options):
            return len(options)
        case Order(items):
            return len(items)
        case Match(pairs, strays):
            return len(pairs) + len(strays)
        case _:
            return 0


def first_response(face: QuestionFace) -> Response | None:
    """The answer before any was given: an order is always some order, the rest is nothing."""
    return Ordered(face.shown) if isinstance(face.body, Order) else None


def blank_response(face: QuestionFace) -> Response | None:
    """The answer « I do not know »; None where there is no such answer: one of two is chosen."""
    match face.kind, face.body:
        case _, Choice():
            return Picked(())
        case _, Match(pairs):
            return Matched((None,) * len(pairs))
        case _, Order():
            return Ordered(face.shown)
        case _, Truth():
            return None
        case NoteKind.GAPS, body:
            return Filled(("",) * len(getattr(body, "gaps", ())))
        case _:
            return Typed("")
