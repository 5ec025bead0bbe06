"""Which answers are predictions, and of what."""

import pytest

from decks.questions.bodies import Body, Choice, Number, Option, Short
from decks.questions.responses import Picked, Response, Typed
from qtapp.sessions.answer_guess import Predicted, predicted
from sim.contents import Entry, OptionsGuess, entries
from sim.declaration import NumberGuess


def with_guess(kind: type) -> tuple[Entry, int]:
    """The first experiment that asks for such a guess, and which of its guesses that is."""
    return next(
        (entry, number)
        for entry in entries().values()
        for number, guess in enumerate(entry.guesses)
        if isinstance(guess, kind)
    )


def said(
    entry: Entry, body: Body, response: Response | None, *, asked: int | None = None
) -> Predicted | None:
    """What an answer predicts where any guess of the experiment may be answered."""
    every = range(len(entry.guesses))
    return predicted(entry, body, response, offered=every, asked=asked)


def test_an_option_predicts_the_outcome_of_the_same_words() -> None:
    entry, number = with_guess(OptionsGuess)
    guess = entry.guesses[number]
    assert isinstance(guess, OptionsGuess)
    key, words = guess.options[1]
    shouting = f"**{words.fr.upper()}.**"
    for text in (words.fr, words.en, shouting):
        body = Choice((Option("Autre chose", False), Option(text, True)), is_single=True)
        assert said(entry, body, Picked((1,))) == Predicted(number, key)
        assert said(entry, body, Picked((0,))) is None


def test_an_option_predicts_nothing_that_is_not_offered() -> None:
    entry, number = with_guess(OptionsGuess)
    guess = entry.guesses[number]
    assert isinstance(guess, OptionsGuess)
    body = Choice((Option(guess.options[0][1].fr, True),), is_single=True)
    others = [other for other in range(len(entry.guesses)) if other != number]
    assert predicted(entry, body, Picked((0,)), offered=others, asked=None) is None


def test_a_number_predicts_what_the_question_names_and_nothing_else() -> None:
    entry, number = with_guess(NumberGuess)
    guess = entry.guesses[number]
    assert isinstance(guess, NumberGuess)
    middle = (guess.low + guess.high) / 2
    typed = Typed(f"{100 * middle} %" if guess.unit == "%" else f"{middle}")
    found = said(entry, Number(1.0), typed, asked=number)
    assert found is not None
    assert found.answer == pytest.approx(middle)
    assert said(entry, Number(1.0), typed) is None


@pytest.mark.parametrize(
    ("body", "response"),
    [
        (Number(1.0), Typed("beaucoup")),
        (Number(1.0), Typed("1e300")),  # beyond what makes sense
        (Short(("a",)), None),
        (Choice((Option("a", True), Option("b", True)), is_single=False), Picked((0, 1))),
    ],
)
def test_what_makes_no_sense_predicts_nothing(body: Body, response: Response | None) -> None:
    entry, number = with_guess(NumberGuess)
    assert said(entry, body, response, asked=number) is None
