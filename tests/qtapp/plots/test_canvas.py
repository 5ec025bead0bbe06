"""Plots follow a run over a background that is kept."""

import pytest
from matplotlib.backend_bases import Event
from matplotlib.colors import to_hex
from pytestqt.qtbot import QtBot

from qtapp.plots.canvas import LivePlot
from qtapp.plots.style import PlotStyle
from qtapp.tokens import DARK, LIGHT
from sim.declaration import Axis, Plot
from sim.pictures import Curve, Grid, Picture, Points
from sim.words import Words, same

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
    axes = plot.views[0].axes
    assert axes.get_title(loc="left") == "Perte"
    assert axes.get_xlabel() == "pas"


def test_the_background_is_drawn_once_while_limits_hold(plot: LivePlot) -> None:
    plot.show_pictures([line("a", 1.0, 0.9)])
    drawings = Drawings(plot)
    for value in (0.8, 0.7, 0.6):
        plot.show_pictures([line("a", 1.0, value)])
    assert drawings.count == 0


def test_it_is_drawn_again_when_a_line_leaves_it(plot: LivePlot) -> None:
    plot.show_pictures([line("a", 1.0, 0.9)])
    drawings = Drawings(plot)
    plot.show_pictures([line("a", 1.0, 5.0)])
    assert drawings.count == 1
    assert plot.views[0].axes.get_ylim()[1] > 5


def test_a_new_case_gets_its_place_in_the_legend(plot: LivePlot) -> None:
    plot.show_pictures([line("a", 1.0), line("b", 2.0)])
    legend = plot.views[0].axes.get_legend()
    assert legend is not None
    assert [text.get_text() for text in legend.get_texts()] == ["a", "b"]


def test_a_moving_line_changes_what_is_seen(plot: LivePlot) -> None:
    plot.show_pictures([line("a", 1.0, 1.0)])
    before = plot.grab().toImage()
    plot.show_pictures([line("a", 1.0, 0.1)])
    assert plot.grab().toImage() != before


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
    assert set(plot.views[0].curves) == {"a"}
