"""Whether an answer that was kept can still be one to a question."""

from decks.questions.bodies import Body, Choice, Gaps, Match, Number, Open, Order, Short, Truth
from decks.questions.responses import (
    Filled,
    Judged,
    Matched,
    Ordered,
    Picked,
    Response,
    Typed,
)


def fits(response: Response, body: Body) -> bool:
    """Whether the kind, the length and the positions of an answer are those of a question."""
    match response, body:
        case Picked(options), Choice() as choice:
            return set(options) <= set(range(len(choice.options)))
        case (Judged(), Truth()) | (Typed(), Number() | Short() | Open()):
            return True
        case Filled(texts), Gaps(_, gaps):
            return len(texts) == len(gaps)
        case Ordered(items), Order() as order:
            return sorted(items) == list(range(len(order.items)))
        case Matched(rights), Match(pairs, strays):
            sides = set(range(len(pairs) + len(strays)))
            return len(rights) == len(pairs) and set(rights) - {None} <= sides
        case _:
            return False
