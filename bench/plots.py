"""A run's plots in a window: what one moment of it costs, and what all of them drawn anew do."""

import math
from collections.abc import Iterator

import numpy as np
from PySide6.QtCore import QCoreApplication

from bench.measure import Line, Times, timed
from qtapp.plots.canvas import LivePlot
from qtapp.plots.style import PlotStyle
from qtapp.start import make_application
from qtapp.tokens import LIGHT
from sim.declaration import Axis, Plot
from sim.pictures import Curve
from sim.words import same

POINTS, LINES, FRAMES, DRAWINGS = 500, 8, 300, 15
SIZE = (760, 420)  # of the Lab's plots in a window of 1280 by 800
FRAMES_PER_S = 20
_NAMES = ("train", "test")
_PLOTS = tuple(
    Plot(name, same(name), Axis(same("step"), low=0, high=POINTS), Axis(same("L"), low=0, high=4))
    for name in _NAMES
)


def measure() -> tuple[Line, ...]:
    """Two axes, eight lines with bands, as they grow to their last point and stay there."""
    app = make_application()
    plot = LivePlot(PlotStyle(LIGHT))
    plot.resize(*SIZE)
    plot.show()
    plot.show_plots(_PLOTS, "en")
    plot.show_pictures(_moment(POINTS))
    app.processEvents()
    growing = Times(tuple(_frame(plot, moment) for moment in _moments()))
    whole = Times(tuple(_frame(plot, _moment(POINTS)) for _ in range(FRAMES)))
    anew = Times(tuple(timed(plot.canvas.draw) for _ in range(DRAWINGS)))
    plot.deleteLater()
    return (
        _promise("a moment of a run, while its curves grow", growing),
        _promise(f"a moment of a run, {LINES} lines of {POINTS} points", whole),
        Line("the same with axes and words drawn anew", anew, None, "–", True),
    )


def _promise(what: str, times: Times) -> Line:
    most = 1000 / FRAMES_PER_S
    return Line(what, times, None, f"median ≤ {most:.0f} ms", times.median <= most)


def _frame(plot: LivePlot, moment: tuple[Curve, ...]) -> float:
    """Milliseconds until a moment is on the screen, with what Qt does after it."""

    def show() -> None:
        plot.show_pictures(moment)
        QCoreApplication.processEvents()

    return timed(show)


def _moments() -> Iterator[tuple[Curve, ...]]:
    for frame in range(1, FRAMES + 1):
        yield _moment(POINTS * frame // FRAMES)


def _moment(points: int) -> tuple[Curve, ...]:
    return tuple(_curve(number, points) for number in range(LINES))


def _curve(number: int, points: int) -> Curve:
    """A loss that falls and trembles: a line without a turn would be drawn too quickly."""
    x = np.arange(points, dtype=float)
    mean = 3 * np.exp(-x * (number + 1) / 800) + 0.05 * np.sin(x * math.e) + 0.1
    band = 0.2 + 0.05 * np.cos(x)
    low, high = tuple((mean - band).tolist()), tuple((mean + band).tolist())
    return Curve(
        _NAMES[number % len(_NAMES)], f"case {number}", same(f"case {number}"),
        tuple(x.tolist()), tuple(mean.tolist()), low, high, (1.0,) * points,
    )  # fmt: skip
