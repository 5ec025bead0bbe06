"""The legend lies where it hides least."""

import numpy as np
import pytest
from PySide6.QtCore import QRectF, QSizeF

from qtapp.plots import legend
from qtapp.plots.canvas import LivePlot
from tests.qtapp.plots.conftest import line, seen

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
