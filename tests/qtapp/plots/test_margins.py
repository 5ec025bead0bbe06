"""Plots lie side by side, with room for their words; reckoned by hand."""

from collections.abc import Sequence

import pytest
from matplotlib.figure import Figure

from qtapp.plots.margins import BOTTOM, LEFT, RIGHT, TOP, place

WIDTH, HEIGHT = 800.0, 400.0


def boxes(
    count: int, columns: int, scale: float = 1.0, heads: Sequence[float] | None = None
) -> list[tuple[float, float, float, float]]:
    """Left, bottom, width and height of each plot, in pixels."""
    figure = Figure()
    axes = [figure.add_axes((0, 0, 1, 1), label=str(n)) for n in range(count)]
    room = [0.0] * count if heads is None else heads
    place(axes, columns=columns, size=(WIDTH, HEIGHT), scale=scale, heads=room)
    return [
        (box.x0 * WIDTH, box.y0 * HEIGHT, box.width * WIDTH, box.height * HEIGHT)
        for box in (one.get_position() for one in axes)
    ]


def test_one_plot_has_all_but_its_margins() -> None:
    (box,) = boxes(1, 1)
    assert box == pytest.approx((LEFT, BOTTOM, WIDTH - LEFT - RIGHT, HEIGHT - TOP - BOTTOM))


def test_a_legend_above_it_takes_of_its_height() -> None:
    (box,) = boxes(1, 1, heads=[40.0])
    assert box == pytest.approx((LEFT, BOTTOM, WIDTH - LEFT - RIGHT, HEIGHT - TOP - BOTTOM - 40))


def test_two_lie_side_by_side() -> None:
    first, second = boxes(2, 2)
    assert second[0] - first[0] == pytest.approx(WIDTH / 2)
    assert first[1:] == pytest.approx(second[1:])


def test_a_third_lies_below() -> None:
    first, _, third = boxes(3, 2)
    assert third[0] == pytest.approx(first[0])
    assert first[1] - third[1] == pytest.approx(HEIGHT / 2)
    assert third[1] == pytest.approx(BOTTOM)


def test_larger_words_have_more_room() -> None:
    (box,) = boxes(1, 1, scale=2.0)
    assert box[:2] == pytest.approx((2 * LEFT, 2 * BOTTOM))


def test_a_canvas_without_plots_has_nothing_to_place() -> None:
    """It was once resized before its first plot, and divided by its no rows."""
    assert boxes(0, 1) == []


def test_a_place_too_small_still_has_axes() -> None:
    assert all(width > 0 and height > 0 for _, _, width, height in boxes(4, 2, scale=9.0))
