"""What an experiment is: a claim that can fail, the settings to try it with, what is shown."""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from sim.pictures import Picture
from sim.settings import Scalar, Setting, settings_of
from sim.words import Words

if TYPE_CHECKING:  # so that `sim.contents` is read without NumPy and torch
    import numpy as np
    from numpy.typing import NDArray

    from sim.trial import Trial

Measures: TypeAlias = "Mapping[str, NDArray[np.float64]]"
"""What a run measured in each of its networks: arrays of shape ``(members,)`` by name."""

Met: TypeAlias = "NDArray[np.bool_]"
"""Whether the claim held in each of them, shape ``(members,)``."""


class Theme(StrEnum):
    """Where the Lab shows an experiment."""

    NEURON = "neuron"
    ACTIVATIONS = "activations"
    LOSSES = "losses"
    BACKPROPAGATION = "backpropagation"
    OPTIMISATION = "optimisation"
    GENERALISATION = "generalisation"
    STABILITY = "stability"
    SEQUENCES = "sequences"


@dataclass(frozen=True, slots=True)
class Axis:
    """One axis of a plot; limits are None where they follow the data."""

    label: Words
    is_log: bool = False
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Plot:
    """Axes on which a run draws; its pictures name it by `key`.

    Attributes:
        key: Its name.
        title: Over it.
        x: The horizontal axis.
        y: The vertical one.
        is_bars: Whether its curves are bars from 0, one for each x: what each layer has.
        is_sheet: Whether it holds tables, networks or small images alone, which have no axes and
            are drawn once the run is over.
    """

    key: str
    title: Words
    x: Axis
    y: Axis
    is_bars: bool = False
    is_sheet: bool = False


@dataclass(frozen=True, slots=True)
class CurveGuess:
    """The learner draws a curve before the run does.

    Attributes:
        question: What to draw.
        plot: Key of the plot.
        curve: Key of the curve that will be the truth.
        name: Slug by which a card asks it; one with a name is asked by such cards alone.
    """

    question: Words
    plot: str
    curve: str
    name: str = field(default="", kw_only=True)


@dataclass(frozen=True, slots=True)
class ChoiceGuess:
    """The learner picks an outcome.

    Attributes:
        question: What happens?
        options: What may happen, by key.
        truth: The key of what did happen, from what was measured.
        name: Slug by which a card asks it; one with a name is asked by such cards alone.
        plot: Key of the plot in which it is seen; empty for that of the experiment's curve.
    """

    question: Words
    options: tuple[tuple[str, Words], ...]
    truth: Callable[[Measures], str]
    name: str = field(default="", kw_only=True)
    plot: str = field(default="", kw_only=True)


@dataclass(frozen=True, slots=True)
class NumberGuess:
    """The learner gives a number.

    Attributes:
        question: How much?
        measure: Name of the measure whose median over the members is the truth.
        low: Least value that makes sense.
        high: Greatest one.
        unit: After the number, such as ``%``; a share is asked in percent when it is ``%``.
        is_log: Whether a guess is judged by its ratio to the truth.
        name: Slug by which a card asks it; one with a name is asked by such cards alone.
        plot: As of a `ChoiceGuess`.
    """

    question: Words
    measure: str
    low: float
    high: float
    unit: str = ""
    is_log: bool = False
    name: str = field(default="", kw_only=True)
    plot: str = field(default="", kw_only=True)


Guess = CurveGuess | ChoiceGuess | NumberGuess


@dataclass(frozen=True, slots=True)
class Preset:
    """Settings worth a click of their own."""

    label: Words
    settings: Mapping[str, Scalar]


@dataclass(frozen=True, slots=True)
class Frame:
    """A moment of a run.

    Attributes:
        progress: From 0 to 1.
        draw: Makes the pictures of that moment; called only for frames that are shown.
    """

    progress: float
    draw: Callable[[], tuple[Picture, ...]] = tuple


Course = Generator[Frame, None, Measures]
"""A run in progress: frames, then what was measured."""


@dataclass(frozen=True, slots=True)
class Experiment:
    """A claim about networks, and how to try it.

    Attributes:
        name: As cards name it: ``a-z 0-9 _``.
        theme: Where it belongs.
        title: A few words.
        question: What it asks.
        guesses: What the learner may predict before it runs; the first one is asked by cards
            that name none.
        claim: The criterion in words; a claim that holds in fewer than 95 % of seeds is false.
        shows: What a run has shown, with its numbers: fields are the measures' medians, the
            settings by name, and ``met`` (the share of networks in which the claim held).
        limits: Where the slogan stops being true.
        plots: The axes it draws on.
        settings: A frozen dataclass, see `sim.settings`; its defaults are what `claim` is about.
        run: Trains and measures.
        criterion: Whether the claim held in each network, from what was measured.
        presets: Settings worth trying, the defaults left aside.
        facts: Ids of the course inventory that it shows.
        kind: ``"ensemble"`` where members are independent networks; ``"exact"`` where there is
            one computation without chance, done once.
    """

    name: str
    theme: Theme
    title: Words
    question: Words
    guesses: tuple[Guess, ...]
    claim: Words
    shows: Words
    limits: Words
    plots: tuple[Plot, ...]
    settings: type[Any]
    run: Callable[[Any, Trial], Course]
    criterion: Callable[[Measures], Met]
    presets: tuple[Preset, ...] = ()
    facts: tuple[str, ...] = ()
    kind: Literal["ensemble", "exact"] = "ensemble"
    members: int = field(default=32)

    def __post_init__(self) -> None:
        """See that every guess is seen in a plot that there is.

        Raises:
            ValueError: If one names another.
        """
        keys = [plot.key for plot in self.plots]
        for plot in (guess.plot for guess in self.guesses if guess.plot):
            if plot not in keys:
                raise ValueError(f"{self.name} has no plot {plot!r}; there are: {', '.join(keys)}")

    @property
    def declared_settings(self) -> dict[str, Setting]:
        """What each setting takes, in the order declared."""
        return settings_of(self.settings)
