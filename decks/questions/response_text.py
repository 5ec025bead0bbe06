"""Answers as text, for whoever keeps them: JSON with one name, the kind of answer."""

import json
from typing import Any

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


def response_text(response: Response) -> str:
    """An answer as JSON, such as ``{"picked": [0, 2]}``; `response_of` reads it back."""
    return json.dumps(_plain(response), ensure_ascii=False)


def _plain(response: Response) -> dict[str, Any]:
    match response:
        case Picked(options):
            return {"picked": options}
        case Judged(is_true, reason):
            return {"judged": is_true, "reason": reason}
        case Typed(text):
            return {"typed": text}
        case Filled(texts):
            return {"filled": texts}
        case Ordered(items):
            return {"ordered": items}
        case Matched(rights):
            return {"matched": rights}


def response_of(text: str) -> Response | None:
    """The answer that a text holds; None if it holds none that is known here."""
    try:
        found = json.loads(text)
    except ValueError:
        return None
    match found:
        case {"picked": [*options]}:
            return Picked(tuple(options))
        case {"judged": bool(is_true), "reason": str(reason)}:
            return Judged(is_true, reason)
        case {"typed": str(typed)}:
            return Typed(typed)
        case {"filled": [*texts]}:
            return Filled(tuple(texts))
        case {"ordered": [*items]}:
            return Ordered(tuple(items))
        case {"matched": [*rights]}:
            return Matched(tuple(rights))
        case _:
            return None


def fits(response: Response, body: Body) -> bool:
    """Whether an answer can be one to a question: its kind, its length and its positions."""
    match response, body:
        case Picked(options), Choice() as choice:
            return set(options) <= set(range(len(choice.options)))
        case (Judged(), Truth()) | (Typed(), Number() | Short() | Open()):
            return True
        case Filled(texts), Gaps(_, gaps):
            return len(texts) == len(gaps) and all(isinstance(text, str) for text in texts)
        case Ordered(items), Order() as order:
            return sorted(items) == list(range(len(order.items)))
        case Matched(rights), Match(pairs, strays):
            sides = set(range(len(pairs) + len(strays)))
            return len(rights) == len(pairs) and set(rights) - {None} <= sides
        case _:
            return False
