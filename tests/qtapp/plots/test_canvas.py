"""Plots follow a run over a background that is kept."""

import numpy as np
import pytest
from matplotlib.backend_bases import Event
from matplotlib.colors import to_hex
from matplotlib.lines import Line2D
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from qtapp.plots.canvas import LivePlot
from qtapp.plots.style import PlotStyle
from qtapp.tokens import DARK, LIGHT
from sim.declaration import Axis, Plot
from sim.pictures import Curve, Grid, Picture, Points
from sim.words import Words, same
from tests.qtapp.plots.conftest import seen

PLOTS = (
    Plot("loss", Words("Perte", "Loss"), Axis(Words("pas", "step")), Axis(same("L"), low=0)),
    Plot("plane", Words("Plan", "Plane"), Axis(same("x")), Axis(same("y"))),
)


class Drawings:
    """Counts how often all of a plot was drawn, background and all."""

    def __init__(self, plot: LivePlot) -> None:
        self.count = 0
        plot.canvas.mpl_connect("draw_event", self._add)

    def _add(self, _event: Event) -> None:
        self.count += 1


def names(plot: LivePlot) -> list[str]:
    """What the first plot's legend says."""
    return [str(named.line.get_label()) for named in plot.views[0].legend]


def line(key: str, *y: float) -> Curve:
    x = tuple(float(n) for n in range(len(y)))
    return Curve("loss", key, same(key), x, y, y, y, (1.0,) * len(y))


@pytest.fixture
def plot(qtbot: QtBot) -> LivePlot:
    made = LivePlot(PlotStyle(LIGHT))
    qtbot.addWidget(made)
    made.resize(640, 320)
    made.show()
    made.show_plots(PLOTS, "fr")
    return made


def test_titles_and_labels_are_in_the_language(plot: LivePlot) -> None:
    view = plot.views[0]
    assert (view.title, view.x_label, view.y_label) == ("Perte", "pas", "L")


def test_the_background_is_drawn_once_while_limits_hold(plot: LivePlot) -> None:
    plot.show_pictures([line("a", 1.0, 0.9)])
    seen(plot)
    drawings = Drawings(plot)
    for value in (0.8, 0.7, 0.6):
        plot.show_pictures([line("a", 1.0, value)])
    assert drawings.count == 0


def test_it_is_drawn_again_when_a_line_leaves_it(plot: LivePlot) -> None:
    plot.show_pictures([line("a", 1.0, 0.9)])
    seen(plot)
    drawings = Drawings(plot)
    plot.show_pictures([line("a", 1.0, 5.0)])
    seen(plot)
    assert drawings.count == 1
    assert plot.views[0].axes.get_ylim()[1] > 5


def test_a_new_case_gets_its_place_in_the_legend(plot: LivePlot) -> None:
    plot.show_pictures([line("a", 1.0), line("b", 2.0)])
    assert names(plot) == ["a", "b"]


def test_a_moving_line_changes_what_is_seen(plot: LivePlot) -> None:
    plot.show_pictures([line("a", 1.0, 1.0)])
    before = seen(plot)
    plot.show_pictures([line("a", 1.0, 0.1)])
    assert seen(plot) != before


def test_another_run_of_the_same_plots_makes_no_axes_and_no_lines(plot: LivePlot) -> None:
    plot.show_pictures([line("a", 1.0, 0.9)])
    before = set(plot.canvas.figure.findobj())
    plot.show_plots(PLOTS, "fr")
    assert names(plot) == []
    plot.show_pictures([line("a", 1.0, 0.3)])
    assert set(plot.canvas.figure.findobj()) == before


def test_other_plots_lie_on_the_same_axes(plot: LivePlot) -> None:
    before = [view.axes for view in plot.views]
    plot.show_pictures([line("a", 1.0, 0.9)])
    log = Axis(same("n"), is_log=True)
    plot.show_plots([Plot("norm", same("Norm"), Axis(same("t")), log)], "en")
    (view,) = plot.views
    assert view.axes is before[0]
    assert view.axes.get_yscale() == "log"
    assert view.marks.lines == []
    assert [axes.get_visible() for axes in before] == [True, False]


def test_earlier_runs_are_part_of_the_background(plot: LivePlot) -> None:
    earlier = (line("1:a", 0.5, 0.4),)
    plot.show_pictures([line("a", 1.0)], earlier)
    seen(plot)
    drawings = Drawings(plot)
    plot.show_pictures([line("a", 1.0, 0.9)], earlier)
    seen(plot)
    assert drawings.count == 0
    assert [a.get_label() for a in plot.views[0].moving() if isinstance(a, Line2D)] == ["a"]


def test_a_run_keeps_its_colour_when_earlier_ones_come_beside_it(plot: LivePlot) -> None:
    plot.show_pictures([line("a", 1.0)], is_final=True)
    color = plot.views[0].color_of("a")
    plot.show_plots(PLOTS, "fr")
    plot.show_pictures([], [line("1:a", 1.0)])
    plot.show_pictures([line("a", 1.0)], [line("1:a", 1.0)])
    assert plot.views[0].color_of("a") == color != plot.views[0].color_of("1:a")


def test_what_is_compared_no_more_leaves_nothing(plot: LivePlot) -> None:
    for number in range(3):
        plot.show_pictures([line("a", 1.0)], [line(f"{number}:a", 0.5)], is_final=True)
    assert names(plot) == ["a", "2:a"]
    assert len(plot.views[0].axes.lines) == 2 + 1  # and the rules
    assert len(plot.views[0].axes.collections) == 1  # a band for what is not compared with


def test_a_band_ends_where_networks_diverge(plot: LivePlot) -> None:
    inf = float("inf")
    x, mean = (0.0, 1.0, 2.0), (1.0, 0.9, inf)
    plot.show_pictures([Curve("loss", "a", same("a"), x, mean, mean, mean, (1.0, 1.0, 0.0))])
    seen(plot)
    (band,) = plot.views[0].axes.collections
    assert [np.asarray(path.vertices)[:, 0].max() for path in band.get_paths()] == [1.0]


def test_fields_and_points_lie_on_their_plane(plot: LivePlot) -> None:
    pictures: list[Picture] = [
        Grid("plane", "g", same("g"), (-1, 1), (-1, 1), ((0.0, 1.0), (1.0, 0.0))),
        Points("plane", "p", same("p"), (-0.5, 0.5), (0.5, -0.5), (0, 1)),
    ]
    plot.show_pictures(pictures, is_final=True)
    left, right = plot.views[1].axes.get_xlim()
    assert left <= -1
    assert right >= 1


def test_another_theme_draws_the_same_in_other_colours(plot: LivePlot) -> None:
    plot.show_pictures([line("a", 1.0, 0.5)])
    plot.set_style(PlotStyle(DARK))
    assert to_hex(plot.canvas.figure.get_facecolor()) == DARK.surface.lower()
    plot.canvas.draw()
    (name,) = [named.line.get_label() for named in plot.views[0].marks.lines]
    assert name == "a"


def test_drawing_is_no_part_of_what_else_the_window_does_at_once(plot: LivePlot) -> None:
    """Qt sends all posted events in one go; one more of them would make that go longer."""
    seen(plot)
    drawings = Drawings(plot)
    plot.draw_anew()
    QCoreApplication.sendPostedEvents()
    assert drawings.count == 0
    seen(plot)
    assert drawings.count == 1


def test_another_size_is_never_painted_with_the_picture_of_before(plot: LivePlot) -> None:
    seen(plot)
    drawings = Drawings(plot)
    plot.resize(700, 420)
    plot.grab()
    assert drawings.count == 1
