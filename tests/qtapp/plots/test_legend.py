"""The legend lies where it hides least."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QRect, QRectF, QSizeF

from qtapp.plots import legend
from qtapp.plots.canvas import LivePlot
from qtapp.plots.in_words import in_words
from qtapp.plots.style import PlotStyle
from qtapp.tokens import LIGHT
from sim.pictures import Curve
from tests.qtapp.plots.conftest import LOSS, NORM, line, seen
from tests.qtapp.plots.test_wording import inked

AXES, TAKEN, EM = QRectF(0, 0, 300, 200), QSizeF(80, 40), 10.0


@pytest.mark.parametrize("corner", legend.CORNERS)
def test_every_corner_is_within_the_axes(corner: str) -> None:
    assert AXES.contains(legend.at_corner(corner, AXES, TAKEN, EM))


def test_where_nothing_is_drawn_it_is_at_the_upper_right() -> None:
    assert legend.best_corner(np.empty((0, 2)), AXES, TAKEN, EM) == "upper right"


def test_it_avoids_what_is_drawn() -> None:
    above = np.column_stack([np.linspace(0, 300, 50), np.full(50, 20.0)])
    assert legend.best_corner(above, AXES, TAKEN, EM) == "lower left"


def test_a_file_has_it_in_the_same_corner_as_the_screen(plot: LivePlot) -> None:
    rising = [line("a", *range(9)), line("b", *(n * 0.9 for n in range(9)))]
    plot.show_pictures(rising)
    seen(plot)
    assert plot.views[0].corner == "upper right"
    plot.show_pictures(rising, is_final=True)
    seen(plot)
    assert plot.views[0].corner == "upper left"


def test_a_line_keeps_its_stroke_and_colour_in_it(plot: LivePlot) -> None:
    plot.show_pictures([line("a", 1.0), line("b", 2.0)])
    whole, broken = map(legend.entry, plot.views[0].legend)
    assert (whole.name, broken.name) == ("a", "b")
    assert whole.pen.dashPattern() == []
    assert broken.pen.dashPattern() == [6, 2]
    assert broken.pen.color().name() == plot.views[0].color_of("b").lower()


THREE = (LOSS, NORM, replace(LOSS, key="third"))


def of_three(*keys: str) -> list[Curve]:
    return [line(key, 1.0, 0.5, plot=plot) for plot in THREE for key in keys]


def test_three_plots_have_one_legend_in_the_quarter_that_is_free(plot: LivePlot) -> None:
    plot.show_plots(THREE, "en")
    plot.show_pictures(of_three("a", "b"), is_final=True)
    assert [str(named.line.get_label()) for named in legend.shared(plot.views)] == ["a", "b"]
    image = seen(plot)
    width, height = plot.canvas.width(), plot.canvas.height()
    free = QRect(width // 2, height // 2, width // 2 - 4, height // 2 - 4)
    assert inked(image, free, LIGHT.surface) > 40
    plot.show_plots((), "en")
    assert inked(seen(plot), free, LIGHT.surface) == 0


def test_two_plots_have_their_own(plot: LivePlot) -> None:
    plot.show_pictures([line("a", 1.0), line("b", 2.0)])
    assert legend.shared(plot.views) == []


def test_one_legend_never_says_two_things(plot: LivePlot) -> None:
    """The first line of a plot has the first colour: a is blue here and b is blue there."""
    plot.show_plots(THREE, "en")
    swapped = [line(key, 1.0, plot=NORM) for key in ("b", "a")]
    first = [line(key, 1.0, plot=LOSS) for key in ("a", "b")]
    plot.show_pictures([*first, *swapped])
    assert legend.shared(plot.views) == []


def test_a_file_has_it_in_the_free_quarter_too(plot: LivePlot) -> None:
    plot.show_plots(THREE, "en")
    plot.show_pictures(of_three("case a", "case b"), is_final=True)
    seen(plot)
    with in_words(plot.views, PlotStyle(LIGHT)):
        (written,) = plot.canvas.figure.legends
        assert [text.get_text() for text in written.get_texts()] == ["case a", "case b"]
        box = written.get_window_extent()
        assert box.x0 > plot.views[0].axes.bbox.x1
        assert box.y1 < plot.views[1].axes.bbox.y0
    assert plot.canvas.figure.legends == []
