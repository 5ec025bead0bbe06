"""The point that the pointer means."""

import math

import numpy as np
import pytest

from qtapp.plots.canvas import LivePlot
from qtapp.plots.hover import distance_to, spot_at
from qtapp.plots.limits import Limits
from qtapp.plots.zoom import Window
from sim.pictures import Path
from sim.words import same
from tests.qtapp.plots.conftest import NORM, line


def distance(places: list[tuple[float, float]], at: tuple[float, float]) -> float:
    return distance_to(np.array(places), np.array(at))


def on(plot: LivePlot, x: float, y: float, *, view: int = 0) -> tuple[float, float]:
    across, up = plot.views[view].axes.transData.transform((x, y))
    return float(across), float(up)


def test_a_curve_is_as_near_as_the_nearest_place_on_it() -> None:
    """3-4-5: the foot of the perpendicular lies between two points."""
    assert distance([(0, 0), (100, 0)], (50, 5)) == pytest.approx(5)
    assert distance([(0, 0), (100, 0)], (103, 4)) == pytest.approx(5)


def test_a_single_point_is_a_curve_too() -> None:
    assert distance([(0, 0)], (3, 4)) == pytest.approx(5)


def test_a_gap_is_no_part_of_a_curve() -> None:
    places = [(0.0, 0.0), (50.0, math.nan), (100.0, 0.0)]
    assert distance(places, (50, 0)) == pytest.approx(50)


def test_points_in_one_place_are_no_trouble() -> None:
    assert distance([(0, 0), (0, 0)], (0, 7)) == pytest.approx(7)


def test_nothing_drawn_is_nowhere() -> None:
    assert distance([(math.nan, math.nan)], (0, 0)) == math.inf


def test_the_nearest_point_of_the_nearest_curve_is_meant(plot: LivePlot) -> None:
    pictures = [line("a", 1.0, 1.0, 1.0), line("b", 0.5, 0.5, 0.5)]
    plot.show_pictures(pictures)
    spot = spot_at(plot.views, pictures, on(plot, 1.4, 0.55), reach=20)
    assert spot is not None
    assert (spot.line.key, spot.index) == ("b", 1)


def test_no_point_is_meant_far_from_every_curve(plot: LivePlot) -> None:
    pictures = [line("a", 1.0, 1.0, 1.0)]
    plot.show_pictures(pictures)
    assert spot_at(plot.views, pictures, on(plot, 1, 0.2), reach=20) is None


def test_a_logarithmic_axis_is_read_as_drawn(plot: LivePlot) -> None:
    pictures = [line("a", 1.0, 0.1, 0.0, plot=NORM)]
    plot.show_pictures(pictures)
    spot = spot_at(plot.views, pictures, on(plot, 1, 0.1, view=1), reach=20)
    assert spot is not None
    assert spot.y == 0.1


def test_a_walk_is_read_too(plot: LivePlot) -> None:
    walk = Path("loss", "w", same("w"), (0.0, 1.0, 0.0), (0.0, 1.0, 1.0))
    plot.show_pictures([walk])
    spot = spot_at(plot.views, [walk], on(plot, 1, 1), reach=20)
    assert spot is not None
    assert spot.index == 1


def test_only_points_in_view_are_meant(plot: LivePlot) -> None:
    """A curve that crosses a part without a point of its own there says nothing."""
    pictures = [line("a", 1.0, 1.0)]
    plot.show_pictures(pictures)
    plot.views[0].look_at(Window(Limits(0.4, 0.6), Limits(0.9, 1.1)))
    assert spot_at(plot.views, pictures, on(plot, 0.5, 1), reach=20) is None
