"""A curve is drawn with the mouse, on the axes that the run will use."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from qtapp.plots.canvas import LivePlot
from qtapp.plots.drawing import Drawing
from qtapp.plots.frame import PlotFrame
from qtapp.plots.limits import Limits
from qtapp.plots.style import PlotStyle
from qtapp.sessions.drawn_curve import DrawnCurve
from qtapp.tokens import LIGHT
from tests.qtapp.plots.test_canvas import PLOTS, line, names
from tests.qtapp.sessions.listening import Heard

STYLE = PlotStyle(LIGHT)
FRAME = PlotFrame(Limits(0, 100), Limits(0, 2))
LEFT = Qt.MouseButton.LeftButton
SLANT = DrawnCurve().stroked((0, 1), (1, 0))


@pytest.fixture
def plot(qtbot: QtBot) -> LivePlot:
    made = LivePlot(STYLE)
    qtbot.addWidget(made)
    made.resize(640, 320)
    made.show()
    made.show_plots(PLOTS[:1], "fr")
    made.canvas.draw()
    return made


@pytest.fixture
def drawing(plot: LivePlot) -> Drawing:
    return Drawing(plot, FRAME, STYLE)


def pixel(plot: LivePlot, x: float, y: float) -> QPoint:
    """Where a value lies on the canvas, in Qt's pixels, which count from the top."""
    at_x, at_y = plot.views[0].axes.transData.transform((x, y)) / plot.canvas.device_pixel_ratio
    return QPoint(round(at_x), round(plot.canvas.height() - at_y))


def show(drawing: Drawing, curve: DrawnCurve, *, is_open: bool = True) -> None:
    drawing.show_curve(curve, is_open=is_open, label="prediction", hint="draw")


def test_a_stroke_is_told_in_shares_of_the_axes(plot: LivePlot, drawing: Drawing) -> None:
    plot.canvas.draw()
    strokes: list[tuple[object, object]] = []
    drawing.stroked.connect(lambda start, end: strokes.append((start, end)))
    QTest.mousePress(plot.canvas, LEFT, pos=pixel(plot, 25, 0.5))
    QTest.mouseMove(plot.canvas, pixel(plot, 75, 1.5))
    QTest.mouseRelease(plot.canvas, LEFT, pos=pixel(plot, 75, 1.5))
    QTest.mouseMove(plot.canvas, pixel(plot, 90, 1.5))  # the button is up: nothing is drawn
    (pressed, _), (start, end) = strokes
    assert pressed == pytest.approx((0.25, 0.25), abs=0.01)
    assert start == pressed
    assert end == pytest.approx((0.75, 0.75), abs=0.01)


def test_nothing_is_drawn_once_the_prediction_stands(plot: LivePlot, drawing: Drawing) -> None:
    plot.canvas.draw()
    show(drawing, SLANT, is_open=False)
    strokes = Heard(drawing.stroked)
    QTest.mousePress(plot.canvas, LEFT, pos=pixel(plot, 25, 0.5))
    QTest.mouseRelease(plot.canvas, LEFT, pos=pixel(plot, 25, 0.5))
    assert strokes.all == []


def test_the_axes_it_was_drawn_on_stay(plot: LivePlot, drawing: Drawing) -> None:
    """A run that ends lower would otherwise have smaller axes."""
    show(drawing, SLANT, is_open=False)
    plot.show_pictures([line("a", 0.2, 0.1)], is_final=True)
    axes = plot.views[0].axes
    assert (axes.get_xlim(), axes.get_ylim()) == ((0, 100), (0, 2))


def test_the_legend_names_the_prediction_beside_the_truth(plot: LivePlot, drawing: Drawing) -> None:
    show(drawing, SLANT, is_open=False)
    plot.show_pictures([line("a", 0.2, 0.1)], is_final=True)
    assert names(plot) == ["a", "prediction"]


def test_it_is_drawn_in_the_plots_own_units(plot: LivePlot, drawing: Drawing) -> None:
    show(drawing, SLANT)
    (drawn,) = [a for a in plot.views[0].above if getattr(a, "get_label", str)() == "prediction"]
    x, y = drawn.get_data()  # type: ignore[attr-defined]
    assert (x[0], y[0], x[-1], y[-1]) == (0, 2, 100, 0)


def test_earlier_curves_lie_below_it(plot: LivePlot, drawing: Drawing) -> None:
    before = len(plot.views[0].above)
    drawing.show_past([((0, 1), (100, 1)), ((0, 0), (50, 2))])
    assert len(plot.views[0].above) == before + 2
    drawing.show_past([])
    assert len(plot.views[0].above) == before
