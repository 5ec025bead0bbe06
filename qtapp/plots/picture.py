"""Matplotlib's picture as a widget, with the words of its plots over it."""

from __future__ import annotations

from matplotlib.backend_bases import Event
from matplotlib.backends.backend_qtagg import FigureCanvasQTAgg
from matplotlib.figure import Figure
from PySide6.QtCore import QSize, QTimer, Slot
from PySide6.QtGui import QPainter, QPaintEvent

from qtapp.plots import grid, margins
from qtapp.plots.axes_view import AxesView
from qtapp.plots.style import PlotStyle
from qtapp.plots.wording import Wording

MOST_AXES = 4  # of any experiment


def blank() -> Figure:
    """A figure with axes for any experiment, none of them seen; any thread may make one."""
    figure = Figure()
    for _ in range(MOST_AXES):
        figure.add_axes((0, 0, 1, 1)).set_visible(False)
    return figure


class PictureCanvas(FigureCanvasQTAgg):
    """Draws rules and curves by Matplotlib and words by Qt.

    Attributes:
        views: The plots on it.
    """

    def __init__(self, style: PlotStyle, figure: Figure) -> None:
        super().__init__(figure)  # type: ignore[no-untyped-call]
        self.views: tuple[AxesView, ...] = ()
        self._drawn = QSize()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._draw_now)
        self.set_style(style)
        self.mpl_connect("resize_event", self.place)

    def set_style(self, style: PlotStyle) -> None:
        """Write in other colours or sizes from the next drawing on."""
        self._style = style
        self._wording = Wording(self.font(), style)
        self.figure.set_facecolor(style.tokens.surface)

    def draw_idle(self) -> None:
        """Draw everything anew once the window has done what is at hand.

        Matplotlib would post an event. Qt does all that are posted before it looks at anything
        else, so that the end of a run, its layout, drawing and painting would be one block.
        """
        if not self._is_drawing:
            self._soon.start()

    @Slot()
    def _draw_now(self) -> None:
        if self.width() > 0 and self.height() > 0:
            self.draw()

    def draw(self) -> None:
        """Draw everything anew."""
        self._soon.stop()
        self._find_ticks()
        if self.place():  # a legend came or went, and with it the room for numbers
            self._find_ticks()
        super().draw()  # type: ignore[no-untyped-call]
        self._drawn = self.size()
        ratio, height = self.device_pixel_ratio, float(self.height())
        self._wording.lay_out(self.views, ratio=ratio, height=height)

    def _find_ticks(self) -> None:
        for view in self.views:
            view.put_rules()

    def place(self, _event: Event | None = None) -> bool:
        """Give each plot its place on the canvas as it is now, below its title and its legend.

        Returns:
            Whether any of them lies elsewhere now.
        """
        columns = grid.columns(len(self.views), self.width(), self._style.scale)
        size = (float(self.width()), float(self.height()))
        self._wording.give_heads(self.views, size=size, columns=columns)
        return margins.place(
            [view.axes for view in self.views],
            columns=columns,
            size=size,
            scale=self._style.scale,
            heads=[view.head.height for view in self.views],
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Matplotlib's picture, perhaps that of before for once more, and the words over it."""
        if self._soon.isActive() and self._drawn != self.size():
            self.draw()
        super().paintEvent(event)  # type: ignore[no-untyped-call]
        painter = QPainter(self)
        self._wording.paint(painter)
        painter.end()
