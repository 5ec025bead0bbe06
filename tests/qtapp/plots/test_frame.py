"""Values become places and come back."""

import math

import pytest

from qtapp.plots.frame import PlotFrame
from qtapp.plots.limits import Limits

PLAIN = PlotFrame(Limits(0, 200), Limits(-1, 1))
LOG = PlotFrame(Limits(1, 1000), Limits(0.01, 1), is_x_log=True, is_y_log=True)


def test_a_plain_axis_is_divided_evenly() -> None:
    assert (PLAIN.along(50), PLAIN.up(0)) == (0.25, 0.5)
    assert (PLAIN.along(-20), PLAIN.along(220)) == (-0.1, 1.1)


def test_a_logarithmic_axis_is_divided_by_powers() -> None:
    assert LOG.along(10) == pytest.approx(1 / 3)
    assert LOG.up(0.1) == pytest.approx(0.5)
    assert LOG.up(0) == -math.inf


@pytest.mark.parametrize("frame", [PLAIN, LOG])
@pytest.mark.parametrize("share", [0.0, 0.3, 1.0])
def test_a_place_gives_its_value_back(frame: PlotFrame, share: float) -> None:
    assert frame.along(frame.x_at(share)) == pytest.approx(share)
    assert frame.up(frame.y_at(share)) == pytest.approx(share)
