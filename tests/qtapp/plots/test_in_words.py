"""In a file Matplotlib writes the words that Qt writes on the screen."""

from pathlib import Path
from xml.etree import ElementTree

import matplotlib as mpl
from matplotlib.text import Text

from qtapp.plots.canvas import LivePlot
from qtapp.plots.in_words import in_words
from qtapp.plots.style import PlotStyle
from qtapp.tokens import LIGHT
from tests.qtapp.plots.conftest import line, seen


def texts(plot: LivePlot) -> set[str]:
    """All that Matplotlib would write."""
    plot.canvas.figure.draw_without_rendering()
    found = plot.canvas.figure.findobj(lambda a: isinstance(a, Text) and a.get_visible())
    return {text.get_text() for text in found}  # type: ignore[attr-defined]


def test_all_words_are_there(plot: LivePlot) -> None:
    plot.show_pictures([line("case a", 1.0, 0.5), line("case b", 0.5, 0.2)], is_final=True)
    seen(plot)
    with in_words(plot.views, PlotStyle(LIGHT)):
        assert texts(plot) >= {"Loss", "step", "L", "case a", "case b", "Gradient", "norm"}
        assert plot.views[0].axes.xaxis.get_visible()
    assert not plot.views[0].axes.xaxis.get_visible()
    assert "Loss" not in texts(plot)
    assert plot.views[0].axes.get_legend() is None


def test_a_drawing_has_its_words_as_text(plot: LivePlot, tmp_path: Path) -> None:
    plot.show_pictures([line("a", 1.0, 0.5), line("b", 0.5, 0.2)], is_final=True)
    with mpl.rc_context({"svg.fonttype": "none"}):
        plot.save(tmp_path / "run.svg", "svg", dpi=96)
    said = {element.text for element in ElementTree.parse(tmp_path / "run.svg").iter()}
    assert {"Loss", "step", "a", "b"} <= said


def test_the_screen_is_as_before(plot: LivePlot, tmp_path: Path) -> None:
    plot.show_pictures([line("a", 1.0, 0.5), line("b", 0.5, 0.2)], is_final=True)
    before = seen(plot)
    plot.save(tmp_path / "run.png", "png", dpi=192)
    assert seen(plot) == before
