"""What each layer has, as bars."""

from dataclasses import replace

import numpy as np
import pytest

from qtapp.plots.bars import rectangles, whiskers
from qtapp.plots.canvas import LivePlot
from sim.declaration import Axis
from sim.pictures import Curve
from sim.words import same
from tests.qtapp.plots.conftest import LOSS, seen

LAYERS = replace(LOSS, x=Axis(same("layer"), low=0.5, high=2.5), is_bars=True)
OF_TWO = Curve(
    "loss", "a", same("a"), (1.0, 2.0), (0.5, 0.8), (0.4, 0.7), (0.6, 0.9), (1.0, 1.0)
)  # fmt: skip


def test_one_case_stands_on_its_layer() -> None:
    """0.8 of the room between two layers: from 0.6 to 1.4 and from 1.6 to 2.4."""
    corners = rectangles(OF_TWO, 0, 1)
    assert corners.shape == (2, 4, 2)
    assert corners[0].tolist() == pytest.approx(
        np.array([(0.6, 0), (0.6, 0.5), (1.4, 0.5), (1.4, 0)])
    )


def test_two_cases_stand_side_by_side() -> None:
    left, right = rectangles(OF_TWO, 0, 2), rectangles(OF_TWO, 1, 2)
    assert left[0, 2, 0] == pytest.approx(1.0)
    assert right[0, 0, 0] == pytest.approx(1.0)


def test_a_whisker_goes_over_the_spread_and_ends_there() -> None:
    x, y = whiskers(OF_TWO, 0, 1)
    assert x.tolist() == [1, 1, 1, 2, 2, 2]
    assert y.tolist() == pytest.approx([0.4, 0.6, np.nan, 0.7, 0.9, np.nan], nan_ok=True)


def test_a_layer_without_a_finite_network_has_no_bar() -> None:
    corners = rectangles(replace(OF_TWO, mean=(np.nan, 0.8)), 0, 1)
    assert corners[0, :, 1].tolist() == [0, 0, 0, 0]


def test_bars_move_over_when_another_case_comes(plot: LivePlot) -> None:
    plot.show_plots((LAYERS,), "en")
    plot.show_pictures([OF_TWO])
    alone = float(np.asarray(plot.views[0].marks.line("a").get_xdata())[0])
    plot.show_pictures([OF_TWO, replace(OF_TWO, key="b", label=same("b"))], is_final=True)
    beside = float(np.asarray(plot.views[0].marks.line("a").get_xdata())[0])
    assert (alone, beside) == pytest.approx((1.0, 0.8))


def test_a_layer_is_a_whole_number(plot: LivePlot) -> None:
    plot.show_plots((LAYERS,), "en")
    plot.show_pictures([OF_TWO], is_final=True)
    seen(plot)
    assert [tick.text for tick in plot.views[0].x_ticks] == ["1", "2"]
