"""Qt writes the words of plots over Matplotlib's picture."""

from dataclasses import replace

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage

from qtapp.plots.canvas import LivePlot
from qtapp.plots.margins import BOTTOM, LEFT, TOP
from qtapp.plots.style import PlotStyle
from qtapp.tokens import DARK, LIGHT
from sim.words import Words
from tests.qtapp.plots.conftest import LOSS, NORM, line, seen


def inked(image: QImage, place: QRect, ground: str) -> int:
    """How many dots of a place have another colour than the ground."""
    plain = QColor(ground).rgb()
    xs, ys = range(place.left(), place.right()), range(place.top(), place.bottom())
    return sum(image.pixel(x, y) != plain for x in xs for y in ys)


def margins(plot: LivePlot) -> dict[str, QRect]:
    """Where the words of a plot alone on its canvas are."""
    width, height = plot.canvas.width(), plot.canvas.height()
    return {
        "title": QRect(0, 0, width // 2, round(TOP) - 6),
        "numbers and label": QRect(0, 0, round(LEFT) - 2, height),
        "below": QRect(round(LEFT), height - round(BOTTOM) + 3, width - 100, round(BOTTOM) - 4),
    }


def test_title_labels_and_numbers_are_on_the_screen(plot: LivePlot) -> None:
    plot.show_plots((LOSS,), "en")
    plot.show_pictures([line("a", 1.0, 0.5)])
    image = seen(plot)
    for name, place in margins(plot).items():
        assert inked(image, place, LIGHT.surface) > 40, name


def test_they_are_in_the_themes_colours(plot: LivePlot) -> None:
    plot.show_plots((LOSS,), "en")
    plot.set_style(PlotStyle(DARK))
    image, place = seen(plot), margins(plot)["title"]
    found = {
        image.pixelColor(x, y).name()
        for x in range(place.left(), place.right())
        for y in range(place.top(), place.bottom())
    }
    assert DARK.ink.lower() in found


def test_a_hint_is_seen_in_the_middle_until_it_is_taken_away(plot: LivePlot) -> None:
    plot.show_plots((LOSS,), "en")
    empty = seen(plot)
    plot.views[0].hint = "Draw here"
    assert seen(plot) != empty
    plot.views[0].hint = ""
    assert seen(plot) == empty


def test_a_hint_has_its_lines_within_the_axes(plot: LivePlot) -> None:
    """On a narrow card it was one line, cut at both ends and over the point to draw with."""
    plot.show_plots((LOSS,), "en")
    plot.resize(260, 400)
    empty = seen(plot)
    plot.views[0].hint = "Draw here with the mouse, or with the arrow keys"
    image = seen(plot)
    middle = image.width() // 2
    lit = [
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixel(x, y) != empty.pixel(x, y)
    ]
    left, right = min(lit)[0], max(lit)[0]
    assert left > LEFT + 10
    assert right < image.width() - 10
    heights = sorted({y for _, y in lit})
    assert heights[-1] - heights[0] > 20, "it has more than one line"
    assert left < middle < right


def test_a_long_title_is_cut_where_its_plot_ends(plot: LivePlot) -> None:
    """Nothing runs into the title of the next one."""
    long = Words("", "What a very long title says of all networks that there have ever been")
    plot.show_plots((replace(LOSS, title=long), NORM), "en")
    image = seen(plot)
    gap = QRect(plot.canvas.width() // 2 - 3, 5, 6, round(TOP) - 11)
    assert inked(image, gap, LIGHT.surface) == 0
