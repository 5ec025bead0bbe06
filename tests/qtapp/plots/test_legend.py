"""A legend stands above its plot, where it hides nothing."""

from dataclasses import replace

import pytest
from matplotlib.legend import Legend
from PySide6.QtCore import QRect

from qtapp.plots import legend
from qtapp.plots.canvas import LivePlot
from qtapp.plots.heads import name
from qtapp.plots.in_words import in_words
from qtapp.plots.margins import TOP
from qtapp.plots.style import PlotStyle
from qtapp.tokens import LIGHT
from sim.pictures import Curve
from tests.qtapp.plots.conftest import LOSS, NORM, line, seen
from tests.qtapp.plots.test_wording import inked


def curves(*keys: str) -> list[Curve]:
    return [line(key, 1.0, 0.5, 0.2) for key in keys]


LONG = [f"a name of some length, number {n}" for n in range(4)]


def test_names_stand_in_the_titles_line_if_there_is_room(plot: LivePlot) -> None:
    before = seen(plot)
    high = plot.views[0].axes.bbox.y1
    plot.show_pictures(curves("a", "b"))
    after = seen(plot)
    assert plot.views[0].head.is_beside_title
    assert plot.views[0].axes.bbox.y1 == high
    right = QRect(250, 4, 130, round(TOP) - 8)  # inside the frame of what has the keyboard
    assert inked(before, right, LIGHT.surface) == 0
    assert inked(after, right, LIGHT.surface) > 40


def test_else_they_stand_between_title_and_axes(plot: LivePlot) -> None:
    """Over the curves nothing is written: where the legend was, only rules and curves are."""
    plot.show_pictures(curves(*LONG), is_final=True)
    image = seen(plot)
    view = plot.views[0]
    assert len(view.head.rows) > 1
    assert view.head.height == pytest.approx(400 - TOP - view.axes.bbox.y1, abs=1)
    above = QRect(10, round(TOP), 300, round(view.head.height) - 4)
    assert inked(image, above, LIGHT.surface) > 200


def test_axes_beside_each_other_begin_at_the_same_height(plot: LivePlot) -> None:
    plot.show_pictures(curves(*LONG))
    seen(plot)
    first, second = (view.axes.bbox for view in plot.views)
    assert first.y1 == second.y1


def test_axes_keep_their_place_from_run_to_run(plot: LivePlot) -> None:
    """A run begins without lines; a moment later they are there again."""
    plot.show_pictures(curves(*LONG), is_final=True)
    seen(plot)
    high = plot.views[0].axes.bbox.y1
    plot.show_plots((LOSS, NORM), "en")
    seen(plot)
    assert plot.views[0].legend == []
    assert plot.views[0].axes.bbox.y1 == high


def test_a_file_names_the_same_lines_above_the_axes(plot: LivePlot) -> None:
    plot.show_pictures(curves(*LONG), is_final=True)
    seen(plot)
    axes = plot.views[0].axes
    with in_words(plot.views, PlotStyle(LIGHT)):
        rows = [one for one in axes.get_children() if isinstance(one, Legend)]
        names = [text.get_text() for row in rows for text in row.get_texts()]
        boxes = [row.get_window_extent() for row in rows]
    assert names == LONG
    assert len(rows) == len(plot.views[0].head.rows)
    assert all(box.y0 > axes.bbox.y1 for box in boxes)
    assert not any(isinstance(one, Legend) for one in axes.get_children())


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
    assert [str(named.line.get_label()) for named in legend.shared(plot.views, 2)] == ["a", "b"]
    image = seen(plot)
    width, height = plot.canvas.width(), plot.canvas.height()
    free = QRect(width // 2, height // 2, width // 2 - 4, height // 2 - 4)
    assert inked(image, free, LIGHT.surface) > 40
    plot.show_plots((), "en")
    assert inked(seen(plot), free, LIGHT.surface) == 0


def test_three_plots_below_each_other_have_their_own(plot: LivePlot) -> None:
    plot.show_plots(THREE, "en")
    plot.resize(380, 900)
    plot.show_pictures(of_three("a", "b"), is_final=True)
    seen(plot)
    assert legend.columns_of(plot.views) == 1
    for view in plot.views:
        assert [name(named) for row in view.head.rows for named in row] == ["a", "b"]
        assert view.axes.bbox.width > 0.6 * plot.views[0].axes.figure.bbox.width
    plot.resize(760, 600)
    seen(plot)
    assert legend.columns_of(plot.views) == 2
    assert [view.head.rows for view in plot.views] == [()] * 3


def test_a_name_too_long_for_the_free_quarter_ends_in_dots(plot: LivePlot) -> None:
    """It was cut at the canvas's edge, in mid-letter."""
    plot.show_plots(THREE, "en")
    plot.show_pictures(of_three("a", "b" * 300), is_final=True)
    image = seen(plot)
    width, height = plot.canvas.width(), plot.canvas.height()
    edge = QRect(width - 8, height // 2 + 4, 6, height // 2 - 8)
    assert inked(image, edge, LIGHT.surface) == 0


def test_two_plots_have_their_own(plot: LivePlot) -> None:
    plot.show_pictures([line("a", 1.0), line("b", 2.0)])
    assert legend.shared(plot.views, 2) == []


def test_one_legend_never_says_two_things(plot: LivePlot) -> None:
    """The first line of a plot has the first colour: a is blue here and b is blue there."""
    plot.show_plots(THREE, "en")
    swapped = [line(key, 1.0, plot=NORM) for key in ("b", "a")]
    first = [line(key, 1.0, plot=LOSS) for key in ("a", "b")]
    plot.show_pictures([*first, *swapped])
    assert legend.shared(plot.views, 2) == []


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
