"""An answer to a question as a prediction of the experiment that settles it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from decks.questions.bodies import Body, Choice
from decks.questions.numbers import split_number
from decks.questions.responses import Picked, Response, Typed
from qtapp.cardtext.markdown import plain_text
from sim.contents import Entry, OptionsGuess
from sim.declaration import NumberGuess

_PERCENT = 100


class Predicted(NamedTuple):
    """Which of the experiment's guesses an answer makes, and what it says."""

    guess_number: int
    answer: str | float


def predicted(
    entry: Entry,
    body: Body,
    response: Response | None,
    *,
    offered: Sequence[int],
    asked: int | None,
) -> Predicted | None:
    """The prediction that an answer makes; None where it makes none.

    An option picked predicts the outcome of the same words, in either language. A number typed
    predicts the number that the question says it is about.

    Args:
        entry: The experiment.
        body: Of the question.
        response: The answer.
        offered: Which of the experiment's guesses may be answered.
        asked: The one that the question names; None for none.
    """
    found = (
        Predicted(n, said)
        for n, said in _said(entry, body, response)
        if n in offered
        if n == asked or isinstance(said, str)
    )
    return next(found, None)


def _said(entry: Entry, body: Body, response: Response | None) -> Iterator[tuple[int, str | float]]:
    for number, guess in enumerate(entry.guesses):
        match guess, response, body:
            case OptionsGuess(), Picked((position,)), Choice(options):
                if (key := _outcome(guess, options[position].text)) is not None:
                    yield number, key
            case NumberGuess(), Typed(text), _:
                if (value := _number(guess, text)) is not None:
                    yield number, value


def _outcome(guess: OptionsGuess, option: str) -> str | None:
    wanted = _bare(plain_text(option))
    found = (key for key, words in guess.options if wanted in (_bare(words.fr), _bare(words.en)))
    return next(found, None)


def _bare(text: str) -> str:
    """Without what differs between two writings of the same words."""
    return " ".join(text.casefold().replace("'", "’").split()).strip(" .")


def _number(guess: NumberGuess, text: str) -> float | None:
    leading = split_number(text)
    if leading is None:
        return None
    value = float(leading.value) / (_PERCENT if guess.unit == "%" else 1)
    return value if guess.low <= value <= guess.high else None
