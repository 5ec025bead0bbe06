"""Plots are read by pointer and by keys, and heard."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from qtapp.plots.canvas import LivePlot
from qtapp.plots.style import PlotStyle
from qtapp.tokens import LIGHT
from tests.qtapp.plots.conftest import LOSS, NORM, line, place, seen
from tests.qtapp.plots.test_canvas import Drawings

Key = Qt.Key
CURVES = (line("a", 1.0, 0.9, 0.8), line("b", 0.5, 0.4, 0.3))


class Page(QWidget):
    """Remembers the keys that come to it."""

    def __init__(self) -> None:
        super().__init__()
        self.keys: list[int] = []
        self.plot = LivePlot(PlotStyle(LIGHT))
        self.before = QPushButton("before")
        column = QVBoxLayout(self)
        column.addWidget(self.before)
        column.addWidget(self.plot, 1)
        self.resize(800, 400)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        self.keys.append(event.key())


@pytest.fixture
def plot(plot: LivePlot) -> LivePlot:
    plot.show_pictures(CURVES)
    seen(plot)  # drawn in its final size before the pointer comes
    return plot


def hover(plot: LivePlot, at: QPoint) -> None:
    """From elsewhere: Qt tells nothing of a pointer that is where the last test left it."""
    QTest.mouseMove(plot.canvas, QPoint(1, 1))
    QTest.mouseMove(plot.canvas, at)


def tip(plot: LivePlot) -> tuple[str, ...]:
    mark = plot.handling.overlay.mark
    return () if mark is None else mark.words


def test_hovering_shows_exact_values(plot: LivePlot) -> None:
    hover(plot, place(plot, 1, 0.9))
    assert tip(plot) == ("a", "step: 1", "L: 0.9")
    assert plot.handling.overlay.isVisible()


def test_hovering_draws_nothing_of_the_plot_anew(plot: LivePlot) -> None:
    drawings = Drawings(plot)
    hover(plot, place(plot, 1, 0.9))
    seen(plot)
    assert drawings.count == 0


def test_the_tip_lies_inside_of_the_plot(plot: LivePlot) -> None:
    for x, y in ((0, 1.0), (2, 0.3)):
        hover(plot, place(plot, x, y))
        overlay = plot.handling.overlay
        assert overlay.mark is not None
        assert overlay.rect().contains(overlay.tip_box(overlay.mark).toRect())


def test_the_dot_is_on_the_point(plot: LivePlot) -> None:
    hover(plot, place(plot, 1, 0.88))
    mark = plot.handling.overlay.mark
    assert mark is not None
    assert mark.at is not None
    assert (mark.at.toPoint() - place(plot, 1, 0.9)).manhattanLength() <= 1


def test_away_from_curves_there_is_no_tip(plot: LivePlot) -> None:
    hover(plot, place(plot, 1, 0.9))
    hover(plot, place(plot, 1, 0.05))
    assert tip(plot) == ()


def test_no_tip_stays_when_the_pointer_is_gone(plot: LivePlot) -> None:
    hover(plot, place(plot, 1, 0.9))
    QCoreApplication.sendEvent(plot.canvas, QEvent(QEvent.Type.Leave))
    assert tip(plot) == ()


def test_a_tip_follows_the_run(plot: LivePlot) -> None:
    hover(plot, place(plot, 1, 0.9))
    plot.show_pictures([line("a", 1.0, 0.88, 0.7), CURVES[1]])
    assert tip(plot) == ("a", "step: 1", "L: 0.88")


def test_a_new_run_begins_without_a_tip(plot: LivePlot) -> None:
    hover(plot, place(plot, 1, 0.9))
    plot.show_plots((LOSS, NORM), "en")
    assert tip(plot) == ()


def test_nothing_is_read_between_two_runs(plot: LivePlot) -> None:
    """The curves of the one before are no more, though the pointer still moves."""
    at = place(plot, 1, 0.9)
    plot.show_plots((LOSS,), "en")
    hover(plot, at)
    assert tip(plot) == ()


def test_arrow_keys_read_point_after_point_aloud(plot: LivePlot) -> None:
    QTest.keyClick(plot, Key.Key_Right)
    assert plot.accessibleDescription() == "Loss; a; step: 0; L: 1"
    QTest.keyClick(plot, Key.Key_Right)
    assert plot.accessibleDescription() == "a; step: 1; L: 0.9"
    QTest.keyClick(plot, Key.Key_Down)
    assert plot.accessibleDescription() == "b; step: 1; L: 0.4"
    QTest.keyClick(plot, Key.Key_End)
    assert tip(plot) == ("b", "step: 2", "L: 0.3")


def test_without_a_point_the_plots_are_summed_up(plot: LivePlot) -> None:
    plot.handling.set_summary("Everything falls.")
    assert plot.accessibleName() == "Plots of the run"
    assert plot.accessibleDescription() == "Everything falls."


def test_a_pointer_that_finds_nothing_leaves_the_keys_their_point(plot: LivePlot) -> None:
    QTest.keyClick(plot, Key.Key_Right)
    hover(plot, place(plot, 1, 0.05))
    assert tip(plot) == ("a", "step: 0", "L: 1")


@pytest.fixture
def page(qtbot: QtBot) -> Page:
    """With curves on its plots, and the focus on them, by Tab."""
    made = Page()
    qtbot.addWidget(made)
    made.show()
    made.plot.show_plots((LOSS, NORM), "en")
    made.plot.show_pictures(CURVES)
    made.activateWindow()
    made.before.setFocus()
    qtbot.waitUntil(made.before.hasFocus)
    QTest.keyClick(made.before, Key.Key_Tab)
    assert made.plot.hasFocus()
    return made


def test_who_comes_by_tab_is_told_the_keys(page: Page) -> None:
    plot = page.plot
    mark = plot.handling.overlay.mark
    assert mark is not None
    assert "← →" in mark.hint
    QTest.keyClick(plot, Key.Key_Right)
    assert tip(plot) == ("a", "step: 0", "L: 1")
    page.before.setFocus()
    assert tip(plot) == ()
    assert page.keys == []


def test_leaving_the_plots_leaves_their_summary(page: Page) -> None:
    plot = page.plot
    plot.handling.set_summary("Everything falls.")
    QTest.keyClick(plot, Key.Key_Right)
    page.before.setFocus()
    assert plot.accessibleDescription() == "Everything falls."


def test_other_keys_go_on_to_the_page(page: Page) -> None:
    for key in (Key.Key_R, Key.Key_Escape, Key.Key_PageDown, Key.Key_3, Key.Key_Left):
        QTest.keyClick(page.plot, key)
    assert page.keys == [Key.Key_R, Key.Key_Escape, Key.Key_PageDown, Key.Key_3]


def test_without_curves_arrow_keys_are_the_pages(page: Page) -> None:
    page.plot.show_plots((LOSS,), "en")
    QTest.keyClick(page.plot, Key.Key_Right)
    assert page.keys == [Key.Key_Right]


def test_the_focus_comes_by_tab_or_by_click_and_not_by_wheel(plot: LivePlot) -> None:
    policy = plot.focusPolicy()
    assert policy & Qt.FocusPolicy.TabFocus
    assert policy & Qt.FocusPolicy.ClickFocus
    assert policy != Qt.FocusPolicy.StrongFocus
    assert plot.canvas.focusPolicy() == Qt.FocusPolicy.NoFocus


def test_who_draws_has_pointer_and_keys_to_themselves(page: Page) -> None:
    plot = page.plot
    plot.is_drawing = True
    hover(plot, place(plot, 1, 0.9))
    QTest.keyClick(plot, Key.Key_Right)
    assert tip(plot) == ()
    assert page.keys == [Key.Key_Right]


@pytest.mark.usefixtures("french")
def test_plots_are_named_in_the_language_of_the_moment(plot: LivePlot) -> None:
    QCoreApplication.sendEvent(plot, QEvent(QEvent.Type.LanguageChange))
    assert plot.accessibleName() == "Graphiques de l’essai"
