"""A curve drawn on a plot by mouse or touch, dashed over all, and those drawn before, faint."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from matplotlib.backend_bases import Event, MouseEvent
from matplotlib.lines import Line2D
from PySide6.QtCore import QObject, Signal

from qtapp.plots.canvas import LivePlot
from qtapp.plots.colors import line_style
from qtapp.plots.frame import PlotFrame
from qtapp.plots.marks import Named
from qtapp.plots.style import PlotStyle
from qtapp.sessions.drawn_curve import DrawnCurve

WIDTH_PX, HANDLE_PX, PAST_PX = 2.4, 9.0, 1.4
PAST_ALPHA = 0.4
_DASHES = (3.0, 1.6)
Share = tuple[float, float]
Line = Sequence[tuple[float, float]]


class Drawing(QObject):
    """What the learner draws on the first plot of a `LivePlot`.

    Signals:
        stroked: Where a stroke began and where it ended, each as a share along and up the frame.
    """

    stroked = Signal(object, object)

    def __init__(self, plot: LivePlot, frame: PlotFrame, style: PlotStyle) -> None:
        super().__init__(plot)
        self._plot = plot
        self._view = plot.views[0]
        self._frame = frame
        self._style = style
        self._from: Share | None = None
        self._is_open = True
        self._past: list[Line2D] = []
        self._view.hold(frame)
        self._line = self._made(Line2D([], [], linestyle=line_style(_DASHES)))
        self._line.set_linewidth(style.points(WIDTH_PX))
        self._handle = self._made(Line2D([], [], marker="o", linestyle=""))
        self._handle.set_markersize(style.points(HANDLE_PX))
        self._handle.set_clip_on(False)
        connect = plot.canvas.mpl_connect
        self._connections = (
            connect("button_press_event", self._press),
            connect("motion_notify_event", self._move),
            connect("button_release_event", self._release),
        )

    def _made(self, line: Line2D) -> Line2D:
        line.set_animated(True)
        line.set_transform(self._view.axes.transData)
        line.set_clip_box(self._view.axes.bbox)
        line.set_figure(self._view.axes.figure)
        self._view.above.append(line)
        return line

    def show_curve(self, curve: DrawnCurve, *, is_open: bool, label: str, hint: str) -> None:
        """Draw it as it is now.

        Args:
            curve: What was drawn so far.
            is_open: Whether more may be drawn.
            label: What the legend calls it.
            hint: How to draw, for as long as nothing is drawn.
        """
        tokens, frame = self._style.tokens, self._frame
        self._is_open = is_open
        color = tokens.val if is_open else tokens.muted
        last = len(curve.heights) - 1
        places = range(len(curve.heights))
        self._line.set_data(
            [frame.x_at(place / last) for place in places],
            [np.nan if up is None else frame.y_at(up) for up in curve.heights],
        )
        height = curve.heights[curve.cursor]
        self._handle.set_data(
            [frame.x_at(curve.cursor / last)], [frame.y_at(0.5 if height is None else height)]
        )
        for artist in (self._line, self._handle):
            artist.set_color(color)
        self._handle.set_visible(is_open)
        self._view.hint = hint if is_open and curve.is_empty else ""
        self._line.set_label(label)
        is_named = not curve.is_empty and not is_open
        self._view.named = (Named(self._line, _DASHES),) if is_named else ()
        self._plot.draw_moving_again()

    def show_past(self, lines: Sequence[Line]) -> None:
        """Draw the curves of earlier times faintly."""
        for old in self._past:
            self._view.above.remove(old)
        self._past = [self._faint(line) for line in lines]
        self._plot.draw_moving_again()

    def _faint(self, line: Line) -> Line2D:
        x, y = zip(*line, strict=True) if line else ((), ())
        faint = self._made(Line2D(x, y, color=self._style.tokens.muted, alpha=PAST_ALPHA))
        faint.set_linewidth(self._style.points(PAST_PX))
        return faint

    def end(self) -> None:
        """Listen no more."""
        for connection in self._connections:
            self._plot.canvas.mpl_disconnect(connection)

    def _share(self, event: MouseEvent) -> Share:
        x, y = self._view.axes.transData.inverted().transform((event.x, event.y))
        return self._frame.along(float(x)), self._frame.up(float(y))

    def _press(self, event: Event) -> None:
        assert isinstance(event, MouseEvent)
        if self._is_open and event.inaxes is self._view.axes and event.button == 1:
            self._from = self._share(event)
            self.stroked.emit(self._from, self._from)

    def _move(self, event: Event) -> None:
        assert isinstance(event, MouseEvent)
        if self._from is not None and self._is_open:
            here = self._share(event)
            self.stroked.emit(self._from, here)
            self._from = here

    def _release(self, _event: Event) -> None:
        self._from = None
