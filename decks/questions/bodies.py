"""What each kind of question holds, read from the Markdown of its note's back.

All texts are Markdown of one or more blocks, unless said otherwise.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Option:
    """One possible answer of a choice.

    Attributes:
        text: What it says.
        is_right: Whether it belongs to the right answer.
        feedback: Why it is right or wrong, shown after answering; "" for nothing.
        is_pinned: Whether it stays at the end when options are shuffled, as « aucune de ces
            réponses » must: its text is one paragraph, wholly in italics.
    """

    text: str
    is_right: bool
    feedback: str = ""
    is_pinned: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """Of `choice` and `choices`: two options at least, no two alike, one right at least.

    Attributes:
        options: In the order written.
        is_single: Whether exactly one is right and one is picked.
    """

    options: tuple[Option, ...]
    is_single: bool


@dataclass(frozen=True, slots=True)
class Truth:
    """Of `truth`: the question is a statement."""

    is_true: bool


@dataclass(frozen=True, slots=True)
class Number:
    """Of `number`.

    Attributes:
        value: The right one, finite; it stands for its shortest decimal writing.
        tolerance: How far an answer may be from it, 0 or more; in the value's unit, or a share of
            the value where `is_relative`.
        is_relative: Whether the tolerance is a share.
        unit: Plain text asked beside the number, such as ``Mo``; "" for none.
    """

    value: float
    tolerance: float = 0.0
    is_relative: bool = False
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Short:
    """Of `short`: the plain texts that are right, the one to show first. At least one."""

    answers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Gap:
    """One gap of a text: the plain texts that fill it, the one to show first, and a hint or ""."""

    answers: tuple[str, ...]
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Gaps:
    """Of `gaps`: `texts` stand around `gaps`, so there is one text more than gaps; some are "".

    The texts are pieces of one Markdown text: they mean something only when put together.
    """

    texts: tuple[str, ...]
    gaps: tuple[Gap, ...]


@dataclass(frozen=True, slots=True)
class Order:
    """Of `order`: one-line texts in the right order, three at least, no two alike."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """Of `match`: one-line texts to be put together, no two of a side alike.

    Attributes:
        pairs: Left and right, two pairs at least.
        strays: Right sides that belong to none.
        titles: What stands above the left and the right sides; "" for nothing.
    """

    pairs: tuple[tuple[str, str], ...]
    strays: tuple[str, ...] = ()
    titles: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class Open:
    """Of `open`: the model answer, which the learner holds beside their own."""

    model: str


Body = Choice | Truth | Number | Short | Gaps | Order | Match | Open
