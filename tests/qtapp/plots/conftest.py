"""Plots in a window, and curves to put on them."""

import pytest
from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from qtapp.plots.canvas import LivePlot
from qtapp.plots.style import PlotStyle
from qtapp.tokens import LIGHT
from sim.declaration import Axis, Plot
from sim.pictures import Curve
from sim.words import Words, same

LOSS = Plot("loss", Words("Perte", "Loss"), Axis(Words("pas", "step")), Axis(same("L"), low=0))
NORM = Plot(
    "norm", Words("Gradient", "Gradient"), Axis(Words("pas", "step")),
    Axis(Words("norme", "norm"), is_log=True),
)  # fmt: skip


def line(key: str, *y: float, plot: Plot = LOSS) -> Curve:
    """One value a step, the same in all networks."""
    x = tuple(float(n) for n in range(len(y)))
    return Curve(plot.key, key, same(key), x, y, y, y, (1.0,) * len(y))


def place(plot: LivePlot, x: float, y: float, *, view: int = 0) -> QPoint:
    """Where a point of a plot is on its canvas, for the mouse."""
    axes = plot.views[view].axes
    across, up = axes.transData.transform((x, y))
    ratio = plot.canvas.device_pixel_ratio
    return QPoint(round(across / ratio), round(plot.canvas.height() - up / ratio))


def seen(plot: LivePlot) -> QImage:
    """What is on the screen once all that was asked for is drawn."""
    QCoreApplication.processEvents()
    return plot.grab().toImage()


@pytest.fixture
def plot(qtbot: QtBot) -> LivePlot:
    """Two axes in English, the second one logarithmic; nothing on them."""
    made = LivePlot(PlotStyle(LIGHT))
    qtbot.addWidget(made)
    made.resize(800, 400)
    made.show()
    made.show_plots((LOSS, NORM), "en")
    return made
