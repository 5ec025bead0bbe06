"""In a file Matplotlib writes the words that Qt writes on the screen."""

from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import matplotlib as mpl
import pytest
from matplotlib.text import Text
from PySide6.QtGui import QImage

from qtapp.plots.canvas import LivePlot
from qtapp.plots.in_words import in_words
from qtapp.plots.marks import BAND_ALPHA
from qtapp.plots.style import PlotStyle
from qtapp.tokens import LIGHT
from qtapp.widgets.colors import blend
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


def test_a_drawing_has_its_words_as_text(
    plot: LivePlot, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plot.show_pictures([line("a", 1.0, 0.5), line("b", 0.5, 0.2)], is_final=True)
    with mpl.rc_context({"svg.fonttype": "none"}):
        plot.save(tmp_path / "run.svg", "svg", dpi=96)
    assert capsys.readouterr().err == ""  # Matplotlib prints what went wrong, and goes on
    said = {element.text for element in ElementTree.parse(tmp_path / "run.svg").iter()}
    assert {"Loss", "step", "a", "b"} <= said


def test_the_screen_is_as_before(plot: LivePlot, tmp_path: Path) -> None:
    plot.show_pictures([line("a", 1.0, 0.5), line("b", 0.5, 0.2)], is_final=True)
    before = seen(plot)
    plot.save(tmp_path / "run.png", "png", dpi=192)
    assert seen(plot) == before


def test_a_file_draws_what_moves_once(plot: LivePlot, tmp_path: Path) -> None:
    """Drawn twice, a band of 16 % covers the sheet as one of 30 %: 1 − 0.84²."""
    banded = replace(line("a", 1.0, 1.0), low=(0.5, 0.5), high=(1.5, 1.5))
    plot.show_pictures([banded], is_final=True)
    seen(plot)
    plot.save(tmp_path / "run.png", "png", dpi=96)
    image = QImage(str(tmp_path / "run.png"))
    at = plot.views[0].axes.transData.transform((0.5, 0.75))
    share = 96 / plot.canvas.figure.dpi
    shown = image.pixelColor(round(at[0] * share), round(image.height() - at[1] * share))
    wanted = blend(LIGHT.surface, LIGHT.train, BAND_ALPHA)
    assert abs(shown.red() - wanted.red()) <= 2
