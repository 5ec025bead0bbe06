"""Plots side by side where there is room for two, else below each other."""

import pytest

from qtapp.plots.grid import columns, least_height


@pytest.mark.parametrize(
    ("plots", "width", "scale", "expected"),
    [
        (1, 690, 1.0, 1),
        (2, 690, 1.0, 2),
        (3, 690, 1.0, 2),
        (3, 380, 1.0, 1),  # the smallest window, 640 pixels wide
        (2, 860, 2.0, 1),  # 1280 pixels at 200 %
        (2, 1200, 2.0, 2),
        (0, 690, 1.0, 1),
    ],
)
def test_two_plots_lie_side_by_side_where_both_can_be_read(
    plots: int, width: float, scale: float, expected: int
) -> None:
    assert columns(plots, width, scale) == expected


@pytest.mark.parametrize(
    ("plots", "width", "scale", "expected"),
    [(2, 690, 1.0, 300), (3, 690, 1.0, 420), (3, 380, 1.0, 630), (2, 860, 2.0, 840)],
)
def test_each_row_has_its_height(plots: int, width: float, scale: float, expected: int) -> None:
    assert least_height(plots, width, scale) == expected
