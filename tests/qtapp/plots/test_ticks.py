"""Numbers beside an axis are those that Matplotlib would write."""

import pytest

from qtapp.plots.canvas import LivePlot
from qtapp.plots.ticks import plain, ticks
from tests.qtapp.plots.conftest import NORM, line


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("0,5", ("0,5", "")),
        ("", ("", "")),
        (r"$\mathdefault{10^{-3}}$", ("10", "−3")),
        (r"$\mathdefault{-10^{2}}$", ("−10", "2")),
        (r"$\mathdefault{2\times10^{-1}}$", ("2\N{THIN SPACE}×\N{THIN SPACE}10", "−1")),
        (r"$\mathdefault{0}$", ("0", "")),
    ],
)
def test_what_matplotlib_would_typeset_is_told_in_words(text: str, told: tuple[str, str]) -> None:
    """The forms are those of Matplotlib's `LogFormatterSciNotation`."""
    assert plain(text) == told


def test_they_are_where_matplotlib_puts_them(plot: LivePlot) -> None:
    """Its own ticks, made for this test, are the witness."""
    plot.show_pictures([line("g", 1.0, 0.1, 0.003, plot=NORM)])
    axis = plot.views[1].axes.yaxis
    low, high = axis.get_view_interval()
    own = [tick.get_loc() for tick in axis._update_ticks()]  # type: ignore[attr-defined]
    found = ticks(axis)
    assert sorted(tick.value for tick in found) == pytest.approx(
        sorted(value for value in own if low <= value <= high)
    )
    major = {tick.raised: tick.share for tick in found if tick.is_major}
    assert major == pytest.approx({"−3": 0.0, "−2": 1 / 3, "−1": 2 / 3, "0": 1.0})
