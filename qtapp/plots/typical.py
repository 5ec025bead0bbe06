"""The axes a card shows before a run: as far as earlier runs reached (`make axes`)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from qtapp.plots.frame import PlotFrame
from qtapp.plots.limits import Limits
from sim.contents import Entry
from sim.declaration import CurveGuess, Plot
from sim.settings import Scalar

FILE = Path(__file__).parents[1] / "typical_axes.json"


@cache
def known() -> Mapping[str, Mapping[str, Mapping[str, tuple[float, float, float, float]]]]:
    """Left, right, bottom, top by experiment, by settings as `key` writes them, and by plot."""
    found: dict[str, dict[str, dict[str, tuple[float, float, float, float]]]]
    found = json.loads(FILE.read_text(encoding="utf-8"))
    return found


def key(settings: Mapping[str, Scalar]) -> str:
    """Settings as the file names them."""
    return json.dumps(dict(settings), sort_keys=True)


def typical(entry: Entry, settings: Mapping[str, Scalar], plot: Plot) -> PlotFrame | None:
    """Axes for a plot with these settings, else as declared; None where no curves are on it."""
    of_experiment = known()[entry.name]
    ends = (of_experiment.get(key(settings)) or of_experiment[key({})]).get(plot.key)
    if ends is None:
        return None
    left, right, bottom, top = ends
    return PlotFrame(Limits(left, right), Limits(bottom, top), plot.x.is_log, plot.y.is_log)


def asked_plots(entry: Entry) -> tuple[Plot, ...]:
    """All plots that cards show: those in which the truth of some guess is seen."""
    shown = [shown_plot(entry, number) for number in range(len(entry.guesses))]
    return tuple(plot for plot in entry.plots if plot in shown)


def shown_plot(entry: Entry, guess_number: int) -> Plot:
    """The plot in which the truth of a guess is seen: the one it names, or that of the curve."""
    named = entry.guesses[guess_number].plot
    return next((plot for plot in entry.plots if plot.key == named), drawn_plot(entry))


def drawn_plot(entry: Entry) -> Plot:
    """The plot whose curve may be drawn; every experiment asks for one curve."""
    guess = next(guess for guess in entry.guesses if isinstance(guess, CurveGuess))
    return next(plot for plot in entry.plots if plot.key == guess.plot)
