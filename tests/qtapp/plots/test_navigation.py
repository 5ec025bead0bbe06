"""Zoom and pan, with mouse, wheel and keys."""

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from qtapp.plots.canvas import LivePlot
from qtapp.plots.style import PlotStyle
from qtapp.tokens import DARK
from tests.qtapp.plots.conftest import LOSS, NORM, line, place, seen
from tests.qtapp.plots.test_canvas import Drawings

Key, Left = Qt.Key, Qt.MouseButton.LeftButton
Nothing, Shift, Ctrl = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)
CURVES = (line("a", 1.0, 0.8, 0.6, 0.5, 0.4), line("g", 1.0, 0.1, 0.01, plot=NORM))
Ends = tuple[float, float]


@pytest.fixture
def plot(plot: LivePlot) -> LivePlot:
    plot.show_pictures(CURVES)
    return plot


def limits(plot: LivePlot, view: int = 0) -> tuple[Ends, Ends]:
    axes = plot.views[view].axes
    return axes.get_xlim(), axes.get_ylim()


def drag(
    plot: LivePlot, start: QPoint, end: QPoint, modifier: Qt.KeyboardModifier = Nothing
) -> None:
    QTest.mousePress(plot.canvas, Left, modifier, start)
    QTest.mouseMove(plot.canvas, end)
    QTest.mouseRelease(plot.canvas, Left, modifier, end)


def turn(plot: LivePlot, at: QPoint, notches: int, modifiers: Qt.KeyboardModifier = Ctrl) -> bool:
    """Whether the plot took it."""
    event = QWheelEvent(
        QPointF(at), QPointF(plot.canvas.mapToGlobal(at)), QPoint(), QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton, modifiers, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QCoreApplication.sendEvent(plot.canvas, event)
    return event.isAccepted()


def test_a_rectangle_is_zoomed_into(plot: LivePlot) -> None:
    drag(plot, place(plot, 1, 0.9), place(plot, 3, 0.5))
    x, y = limits(plot)
    assert x == pytest.approx((1, 3), abs=0.05)
    assert y == pytest.approx((0.5, 0.9), abs=0.02)
    assert plot.views[1].window is None


def test_a_flat_rectangle_leaves_the_other_axis_alone(plot: LivePlot) -> None:
    before = limits(plot)[1]
    drag(plot, place(plot, 1, 0.5), place(plot, 3, 0.5))
    x, y = limits(plot)
    assert x == pytest.approx((1, 3), abs=0.05)
    assert y == pytest.approx(before)


def test_a_click_is_no_rectangle(plot: LivePlot) -> None:
    drag(plot, place(plot, 1, 0.5), place(plot, 1, 0.5) + QPoint(2, 2))
    assert plot.views[0].window is None


def test_a_logarithmic_axis_zooms_by_ratios(plot: LivePlot) -> None:
    """The middle half of 0.01 to 1, seen twice as large about its middle: √10 to either side."""
    (_, (low, high)) = limits(plot, 1)
    QTest.keyClick(plot, Key.Key_Plus)
    (_, (inner_low, inner_high)) = limits(plot, 1)
    ratio = high / low
    assert inner_high / inner_low == pytest.approx(ratio ** (1 / 1.5))
    assert inner_low * inner_high == pytest.approx(low * high)


def test_the_rectangle_is_seen_while_it_is_drawn(plot: LivePlot) -> None:
    start, end = place(plot, 1, 0.9), place(plot, 3, 0.5)
    QTest.mousePress(plot.canvas, Left, Nothing, start)
    QTest.mouseMove(plot.canvas, end)
    band = plot.handling.overlay.band
    assert band is not None
    assert (band.topLeft() - start).manhattanLength() <= 3
    QTest.keyClick(plot, Key.Key_Escape)
    assert plot.handling.overlay.band is None
    QTest.mouseRelease(plot.canvas, Left, Nothing, end)
    assert plot.views[0].window is None


def test_a_drag_with_shift_moves_what_is_seen(plot: LivePlot) -> None:
    drag(plot, place(plot, 1, 0.9), place(plot, 3, 0.5))
    drag(plot, place(plot, 2, 0.7), place(plot, 1.5, 0.7), Shift)
    x, y = limits(plot)
    assert x == pytest.approx((1.5, 3.5), abs=0.06)
    assert y == pytest.approx((0.5, 0.9), abs=0.02)


def test_another_run_may_begin_while_they_are_moved(plot: LivePlot) -> None:
    QTest.mousePress(plot.canvas, Left, Shift, place(plot, 2, 0.7))
    plot.show_plots((LOSS, NORM), "en")
    QTest.mouseRelease(plot.canvas, Left, Shift, QPoint(5, 5))
    assert plot.views[0].window is None


def test_a_double_click_shows_all_again(plot: LivePlot) -> None:
    before = limits(plot)
    drag(plot, place(plot, 1, 0.9), place(plot, 3, 0.5))
    QTest.mouseDClick(plot.canvas, Left, Nothing, place(plot, 2, 0.7))
    assert limits(plot) == before


def test_keys_zoom_and_show_all_again(plot: LivePlot) -> None:
    before = limits(plot)
    QTest.keyClick(plot, Key.Key_Plus)
    assert limits(plot)[0][1] - limits(plot)[0][0] < before[0][1] - before[0][0]
    QTest.keyClick(plot, Key.Key_0)
    assert limits(plot) == before


def test_zooming_out_as_far_as_in_is_all_again(plot: LivePlot) -> None:
    QTest.keyClick(plot, Key.Key_Plus)
    QTest.keyClick(plot, Key.Key_Minus)
    assert [view.window for view in plot.views] == [None, None]


def test_keys_zoom_about_the_point_that_is_read(plot: LivePlot) -> None:
    for key in (Key.Key_End, Key.Key_Plus, Key.Key_Plus, Key.Key_Plus):
        QTest.keyClick(plot, key)
    left, right = limits(plot)[0]
    assert left < 4 <= right
    assert plot.views[1].window is None


def test_what_is_read_is_brought_into_view(plot: LivePlot) -> None:
    for key in (Key.Key_End, *([Key.Key_Plus] * 4), Key.Key_Home):
        QTest.keyClick(plot, key)
    left, right = limits(plot)[0]
    assert left <= 0 < right < 4
    assert plot.views[0].axes.get_ylim()[1] > 1


def test_the_wheel_zooms_about_the_pointer(plot: LivePlot) -> None:
    at = place(plot, 1, 0.8)
    assert turn(plot, at, 2)
    assert (place(plot, 1, 0.8) - at).manhattanLength() <= 2
    assert limits(plot)[0][1] < 4


def test_with_shift_the_wheel_zooms_along_x_alone(plot: LivePlot) -> None:
    before = limits(plot)[1]
    turn(plot, place(plot, 1, 0.8), 2, Ctrl | Shift)
    assert limits(plot)[1] == pytest.approx(before)
    assert plot.views[0].window is not None


def test_the_wheel_scrolls_the_page_unless_the_plots_have_the_focus(
    plot: LivePlot, qtbot: QtBot
) -> None:
    at = place(plot, 1, 0.8)
    plot.clearFocus()
    assert not turn(plot, at, 1, Nothing)
    plot.activateWindow()
    plot.setFocus()
    qtbot.waitUntil(plot.hasFocus)
    assert turn(plot, at, 1, Nothing)
    assert plot.views[0].window is not None


def test_a_run_goes_on_in_the_part_that_is_seen(plot: LivePlot) -> None:
    drag(plot, place(plot, 1, 0.9), place(plot, 3, 0.5))
    before = limits(plot)
    seen(plot)
    drawings = Drawings(plot)
    plot.show_pictures([line("a", 1.0, 0.8, 0.6, 0.5, 0.4, 7.0), CURVES[1]])
    assert limits(plot) == before
    assert drawings.count == 0
    QTest.keyClick(plot, Key.Key_0)
    assert limits(plot)[1][1] > 7


def test_the_end_of_a_run_keeps_it_too(plot: LivePlot) -> None:
    drag(plot, place(plot, 1, 0.9), place(plot, 3, 0.5))
    before = limits(plot)
    plot.show_pictures(CURVES, is_final=True)
    assert limits(plot) == before


def test_no_moment_is_drawn_over_the_axes_of_before(plot: LivePlot) -> None:
    """The background is stale as soon as the learner zooms, not only once it is drawn."""
    drag(plot, place(plot, 1, 0.9), place(plot, 3, 0.5))
    drawings = Drawings(plot)
    plot.show_pictures(CURVES)
    seen(plot)
    assert drawings.count == 1


def test_another_theme_keeps_it(plot: LivePlot) -> None:
    drag(plot, place(plot, 1, 0.9), place(plot, 3, 0.5))
    before = limits(plot)
    plot.set_style(PlotStyle(DARK))
    assert limits(plot) == before


def test_another_run_begins_with_all(plot: LivePlot) -> None:
    QTest.keyClick(plot, Key.Key_Plus)
    plot.show_plots((LOSS, NORM), "en")
    assert [view.window for view in plot.views] == [None, None]


def test_who_draws_does_not_zoom(plot: LivePlot) -> None:
    plot.is_drawing = True
    drag(plot, place(plot, 1, 0.9), place(plot, 3, 0.5))
    assert not turn(plot, place(plot, 1, 0.9), 1)
    QTest.keyClick(plot, Key.Key_Plus)
    assert plot.views[0].window is None
    assert plot.handling.overlay.band is None
