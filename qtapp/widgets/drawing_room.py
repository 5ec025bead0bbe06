"""One plot of a card: on a curve's own one can draw before the run, and compares with it after."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from qtapp.plots.frame import PlotFrame
from qtapp.sessions.drawn_curve import DrawnCurve
from qtapp.sessions.prediction_state import Line
from qtapp.theme import Theme
from qtapp.widgets.plot_room import PlotRoom
from sim.declaration import Plot

if TYPE_CHECKING:
    from qtapp.plots.drawing import Drawing
    from qtapp.plots.loading import PlotLoader


LEAST_HEIGHT = 210


class DrawingRoom(PlotRoom):
    """A `PlotRoom` with a curve of the learner's over it.

    Signals:
        stroked: As of `qtapp.plots.drawing.Drawing`.
    """

    least_still = LEAST_HEIGHT
    stroked = Signal(object, object)

    def __init__(self, theme: Theme, loader: PlotLoader, parent: QWidget | None = None) -> None:
        self._frame: PlotFrame | None = None
        self._past: Sequence[Line] = ()
        self._curve: DrawnCurve | None = None
        self._is_open = False
        self._drawing: Drawing | None = None
        super().__init__(theme, loader, parent)
        self._keep_height()

    def open_plot(self, plot: Plot, frame: PlotFrame | None, past: Sequence[Line]) -> None:
        """Begin with an empty plot.

        Args:
            plot: Which one.
            frame: How far its axes reach at least; None where only a run tells.
            past: Curves drawn on them in earlier times, to be seen faintly.
        """
        self._frame, self._past = frame, past
        self.show_plots([plot])

    def _keep_height(self) -> None:
        self.moving.setMinimumHeight(self._theme.px(self.least_still))

    def show_drawing(self, curve: DrawnCurve | None, *, is_open: bool) -> None:
        """Show what is drawn; None where something else is asked than a curve."""
        self._curve, self._is_open = curve, is_open
        self._draw_curve()

    def take_axes(self) -> None:
        """Draw on the new axes."""
        from qtapp.plots.drawing import Drawing  # late on purpose: Matplotlib is there by now

        if self._drawing is not None:
            self._drawing.end()
            self._drawing.deleteLater()
            self._drawing = None
        if self.plot is None or self._frame is None:
            return
        self._drawing = Drawing(self.plot, self._frame, self._style())
        self._drawing.stroked.connect(self.stroked)
        self._drawing.show_past(self._past)
        self._draw_curve()

    def _draw_curve(self) -> None:
        if self.plot is None:
            return
        is_open = self._is_open and self._curve is not None and self._drawing is not None
        self.plot.is_drawing = is_open
        if self._drawing is None:
            return
        self._drawing.show_curve(
            self._curve or DrawnCurve(),
            is_open=is_open,
            label=self.tr("your prediction"),
            hint=self.tr("Draw here with the mouse, or with the arrow keys"),
        )
