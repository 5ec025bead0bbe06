"""Run every experiment small, and keep how far its axes reached: `make axes`.

A learner draws a prediction before there is any run, on axes that must fit what will come. They are
known for each experiment as declared, and for the settings that the course's cards give it.
"""

import json
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence

from decks.bundled import bundled_course
from decks.model import Chapter
from decks.read import read_course
from qtapp.plots.limits import Limits, declared, extent
from qtapp.plots.typical import FILE, asked_plots, drawn_plot, key
from sim import contents
from sim.contents import Entry
from sim.declaration import Axis, Plot
from sim.pictures import Curve, Picture
from sim.protocol import Finished, RunRequest
from sim.runner import run
from sim.settings import Scalar

MEMBERS, SEED = 8, 0
FURTHEST = 1e12
"""Where a diverging loss is cut off, above and, inverted, below."""

Ends = dict[str, list[float]]
"""Left, right, bottom and top, by plot."""

_ROUND = (1.0, 1.2, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0)


def reached(plot: Plot, pictures: Sequence[Picture]) -> list[float]:
    """Left, right, bottom and top of axes that show a plot's mean curves, rounded outwards."""
    curves = [p for p in pictures if isinstance(p, Curve) and p.plot == plot.key]
    x = extent((x for curve in curves for x in curve.x), plot.x)
    y = extent(_within(y for curve in curves for y in curve.mean), plot.y)
    assert x is not None
    assert y is not None
    x, y = declared(x, plot.x), declared(_rounded(y, plot.y), plot.y)
    return [x.low, x.high, y.low, y.high]


def _within(values: Iterable[float]) -> Iterator[float]:
    return (min(max(v, -FURTHEST), FURTHEST) for v in values if abs(v) > 1 / FURTHEST or v == 0)


def _rounded(data: Limits, axis: Axis) -> Limits:
    if axis.is_log:
        low, high = math.floor(math.log10(data.low)), math.ceil(math.log10(data.high))
        return Limits(10.0**low, 10.0 ** max(high, low + 1))
    bottom = 0.0 if data.low >= 0 else -_round_up(-data.low)
    return Limits(bottom, _round_up(data.high) if data.high > 0 else 0.0)


def _round_up(value: float) -> float:
    power: float = 10.0 ** math.floor(math.log10(value))
    step = next(step for step in _ROUND if step * power >= value * (1 - 1e-9))
    return float(f"{step * power:.3g}")  # and not 0.30000000000000004


def orders(course: Iterable[Chapter]) -> Iterator[tuple[Entry, Mapping[str, Scalar]]]:
    """Every experiment as declared, then with what each card of a course gives it."""
    for entry in contents.entries().values():
        yield entry, {}
    for chapter in course:
        for note in chapter.notes():
            if note.experiment is not None and note.experiment.settings:
                entry = contents.entry(note.experiment.name)
                entry.checked(dict(note.experiment.settings))
                yield entry, dict(note.experiment.settings)


def make(known: Mapping[str, Mapping[str, Ends]]) -> dict[str, dict[str, Ends]]:
    """The axes of all of them, by experiment and settings; those known are not run again."""
    made: dict[str, dict[str, Ends]] = {}
    for entry, settings in orders(read_course(bundled_course())):
        of_experiment = made.setdefault(entry.name, {})
        asked = key(settings)
        if asked not in of_experiment:
            old = known.get(entry.name, {}).get(asked)
            is_whole = old is not None and set(old) == {plot.key for plot in on_axes(entry)}
            of_experiment[asked] = old if old and is_whole else _measured(entry, settings)
    return made


def on_axes(entry: Entry) -> list[Plot]:
    """Those of the plots that cards show whose axes follow what a run draws."""
    drawn = drawn_plot(entry)
    return [
        plot
        for plot in asked_plots(entry)
        if plot == drawn or not (plot.is_sheet or _is_declared(plot))
    ]


def _is_declared(plot: Plot) -> bool:
    return None not in (plot.x.low, plot.x.high, plot.y.low, plot.y.high)


def _measured(entry: Entry, settings: Mapping[str, Scalar]) -> Ends:
    *_, last = run(RunRequest(0, entry.name, settings, members=MEMBERS, seed=SEED))
    assert isinstance(last, Finished), last
    return {plot.key: reached(plot, last.result.pictures) for plot in on_axes(entry)}


if __name__ == "__main__":
    old = json.loads(FILE.read_text(encoding="utf-8")) if FILE.exists() else {}
    text = json.dumps(make(old), indent=1, sort_keys=True)
    FILE.write_text(text + "\n", encoding="utf-8")
