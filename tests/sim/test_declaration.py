"""What a declaration refuses: a guess that is seen in no plot of its experiment."""

from dataclasses import replace

import pytest

from sim import catalogue
from sim.commands.contents import described
from sim.declaration import ChoiceGuess, CurveGuess, Guess, NumberGuess
from sim.words import same

DEAD_RELU = catalogue.experiment("dead_relu")


def guesses(plot: str) -> tuple[Guess, ...]:
    """One of each kind, seen in a plot."""
    options = (("a", same("a")), ("b", same("b")))
    return (
        ChoiceGuess(same("?"), options, lambda measures: "a", plot=plot),
        NumberGuess(same("?"), "dead_chosen", low=0, high=1, plot=plot),
        CurveGuess(same("?"), plot, "chosen"),
    )


def test_guesses_may_name_any_plot_of_the_experiment() -> None:
    made = replace(DEAD_RELU, guesses=guesses("layers"))
    assert [guess.plot for guess in described(made).guesses] == ["layers"] * 3


def test_guesses_need_not_name_one() -> None:
    assert described(replace(DEAD_RELU, guesses=guesses("")[:2])).guesses[0].plot == ""


@pytest.mark.parametrize("guess", guesses("elsewhere"), ids=lambda guess: type(guess).__name__)
def test_a_plot_that_is_not_there_is_refused(guess: Guess) -> None:
    with pytest.raises(ValueError, match="dead_relu has no plot 'elsewhere'; there are: dead, acc"):
        replace(DEAD_RELU, guesses=(guess,))
