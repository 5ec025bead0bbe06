"""Axes to draw on are known for every experiment and every card, and fit what runs show."""

from collections.abc import Mapping

import pytest

from qtapp.plots.frame import PlotFrame
from qtapp.plots.typical import drawn_plot, key, known, typical
from sim.contents import Entry, entries, entry
from sim.declaration import Axis, Plot
from sim.pictures import Curve
from sim.protocol import Finished, RunRequest
from sim.runner import run
from sim.settings import Scalar
from sim.words import same
from tests.the_course import the_course
from tools.typical_axes import on_axes, orders, reached

ORDERS = list(orders(the_course()))
PLAIN = Plot("p", same("p"), Axis(same("x")), Axis(same("y")))
LOG = Plot("p", same("p"), Axis(same("x")), Axis(same("y"), is_log=True))


def curve(*y: float) -> Curve:
    x = tuple(float(place) for place in range(len(y)))
    return Curve("p", "c", same("c"), x, y, y, y, (1.0,) * len(y))


@pytest.mark.parametrize(
    ("plot", "y", "ends"),
    [
        (PLAIN, (0.3, 0.87), [0, 1, 0, 1]),
        (PLAIN, (-0.23, 47.0), [0, 1, -0.25, 50]),
        (LOG, (0.003, 0.2), [0, 1, 0.001, 1]),
        (LOG, (0.5, 1e300), [0, 1, 0.1, 1e12]),
    ],
)
def test_axes_are_rounded_outwards(plot: Plot, y: tuple[float, ...], ends: list[float]) -> None:
    assert reached(plot, [curve(*y)]) == pytest.approx(ends)


def test_they_are_known_for_what_the_course_asks() -> None:
    faults = {f"{of.name}{key(settings)}": _unknown(of, settings) for of, settings in ORDERS}
    assert len(faults) > 200
    assert {order: plots for order, plots in faults.items() if plots} == {}, "make axes"


def test_axes_that_are_not_known_are_seen() -> None:
    assert _unknown(entry("dead_relu"), {"learning_rate": 0.123456})


def _unknown(of: Entry, settings: Mapping[str, Scalar]) -> list[str]:
    """Its plots that have no axes, or axes without a length; all where nothing is known."""
    plots = on_axes(of)
    if key(settings) not in known()[of.name]:
        return [of.name, *(plot.key for plot in plots)]
    return [plot.key for plot in plots if not _has_length(typical(of, settings, plot))]


def _has_length(frame: PlotFrame | None) -> bool:
    return frame is not None and frame.x.low < frame.x.high and frame.y.low < frame.y.high


def test_a_curve_can_be_drawn_in_every_experiment() -> None:
    assert [e for e in entries().values() if drawn_plot(e) not in on_axes(e)] == []


def test_tables_have_none() -> None:
    of = entry("backprop_by_hand")
    table = next(plot for plot in of.plots if plot.key == "derivatives")
    assert typical(of, {}, table) is None


def test_none_are_known_for_nothing() -> None:
    assert set(known()) == set(entries())


def test_other_networks_stay_within_them() -> None:
    asked = entry("dead_relu")
    *_, last = run(RunRequest(0, "dead_relu", members=4, seed=1234))
    assert isinstance(last, Finished)
    plot = drawn_plot(asked)
    frame = typical(asked, {}, plot)
    assert frame is not None
    for picture in last.result.pictures:
        if isinstance(picture, Curve) and picture.plot == plot.key:
            assert (frame.x.low, frame.x.high) == (picture.x[0], picture.x[-1])
            assert all(0 <= frame.up(y) <= 1 for y in picture.mean)
