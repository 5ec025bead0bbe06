"""What was answered to a question, in words; so far: each option, or what was given most often."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from db.quiz_rows import AskedQuestion
from decks.questions.bodies import Body, Choice, Match, Open, Order
from decks.questions.fitting import fits
from decks.questions.marking import mark
from decks.questions.read_body import BodyError, body
from decks.questions.response_text import ResponseTextError, read_response
from decks.questions.responses import Filled, Judged, Matched, Ordered, Picked, Response, Typed
from qtapp.cardtext.one_line import one_line

translate = QCoreApplication.translate

MOST = 8
_LONGEST = 120


class Given(NamedTuple):
    """An answer, whether it is right (None: only the learner can say), how often it was given."""

    words: str
    is_right: bool | None
    times: int


def given_to(asked: AskedQuestion) -> list[Given]:
    """Of a choice every option, as written; else the answers given most often, at most `MOST`.

    Answers to an earlier body of the question are left out.
    """
    try:
        held = body(asked.kind, asked.back)
    except BodyError:  # as an editor may leave it
        held = Open(asked.back)
    if isinstance(held, Choice):
        return [
            Given(one_line(option.text), option.is_right, asked.facts.picks.get(place, 0))
            for place, option in enumerate(held.options)
        ]
    found: Counter[tuple[str, bool | None]] = Counter()
    for text, times in asked.facts.responses.items():
        if (response := _read(text, held)) is not None:
            found[in_words(response, held), _is_right(response, held)] += times
    return [Given(words, is_right, n) for (words, is_right), n in found.most_common(MOST)]


def _read(text: str, held: Body) -> Response | None:
    try:
        response = read_response(text)
    except ResponseTextError:  # of a later version, or damaged
        return None
    return response if fits(response, held) else None


def _is_right(response: Response, held: Body) -> bool | None:
    score = mark(held, response).score
    return None if score is None else score == 1


def in_words(response: Response, held: Body) -> str:
    """An answer on one line, not too long; "" for none."""
    match response, held:
        case Picked(options), Choice(offered):
            said = "; ".join(one_line(offered[option].text).rstrip(".") for option in options)
        case Judged(is_true), _:
            said = translate("Question", "True") if is_true else translate("Question", "False")
        case Filled(texts), _:
            said = " · ".join(text or "…" for text in texts)
        case Ordered(items), Order(in_order):
            said = " → ".join(one_line(in_order[item]) for item in items)
        case Matched(rights), Match(pairs, strays):
            sides = [right for _, right in pairs] + list(strays)
            chosen = ["?" if place is None else sides[place] for place in rights]
            both = zip(pairs, chosen, strict=True)
            said = "; ".join(f"{one_line(left)} – {one_line(right)}" for (left, _), right in both)
        case Typed(text), _:
            said = " ".join(text.split())
        case _:
            said = ""
    return said if len(said) <= _LONGEST else said[: _LONGEST - 1] + "…"
