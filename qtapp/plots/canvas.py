"""Plots that follow a run: axes, legend and labels stay in the background, lines move over it.

Restoring the background and drawing lines and bands over it takes less than a frame. The background
is made anew only when limits, legend, size or colours change, and axes are kept from run to run and
from experiment to experiment: to make one takes Matplotlib longer than to draw all of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from matplotlib.axes import Axes
from matplotlib.backend_bases import Event
from matplotlib.backends.backend_qtagg import FigureCanvasQTAgg
from matplotlib.figure import Figure
from PySide6.QtCore import Slot
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from qtapp.plots.axes_view import AxesView
from qtapp.plots.handling import Handling
from qtapp.plots.in_words import in_words
from qtapp.plots.picture import PictureCanvas
from qtapp.plots.style import PlotStyle
from sim.declaration import Plot
from sim.pictures import Picture
from sim.words import Language


class LivePlot(QWidget):
    """The plots of one run, side by side.

    Attributes:
        canvas: Matplotlib's own widget, which fills this one.
        views: One a plot, in order.
        handling: Tooltips, keys, zoom, and what is said to screen readers.
    """

    def __init__(
        self, style: PlotStyle, parent: QWidget | None = None, *, figure: Figure | None = None
    ) -> None:
        """Begin without plots.

        Args:
            style: Of the app.
            parent: Of the widget.
            figure: Whose axes to use, made ahead; None to make them when they are wanted.
        """
        super().__init__(parent)
        self._picture = PictureCanvas(style, Figure() if figure is None else figure)
        self.canvas: FigureCanvasQTAgg = self._picture
        self._axes: list[Axes] = list(self.canvas.figure.axes)
        self.views: tuple[AxesView, ...] = ()
        self._style = style
        self._background: object | None = None
        self._pictures: tuple[Picture, ...] = ()
        self._earlier: tuple[Picture, ...] = ()
        self._plots: tuple[Plot, ...] = ()
        self._language: Language = "fr"
        self._is_final = False
        ignored = QSizePolicy.Policy.Ignored  # words need their room first; plots take the rest
        self.canvas.setSizePolicy(ignored, ignored)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self.canvas)
        self.canvas.mpl_connect("draw_event", self._keep_background)
        self.handling = Handling(self, self.canvas, style)
        self.handling.moved.connect(self.draw_anew)

    @property
    def is_drawing(self) -> bool:
        """Whether mouse and keys are left to a learner who draws a curve: no tips, no zoom."""
        return self.handling.is_off

    @is_drawing.setter
    def is_drawing(self, is_drawing: bool) -> None:
        self.handling.set_off(is_drawing)

    def show_plots(self, plots: Sequence[Plot], language: Language) -> None:
        """Begin with empty axes; those of the same plots are kept."""
        is_same = (tuple(plots), language) == (self._plots, self._language)
        self._plots, self._language = tuple(plots), language
        self._pictures, self._earlier, self._is_final = (), (), False
        if is_same:
            for view in self.views:
                view.begin()
            self.handling.begin(self.views)
        else:
            self._make_views()
        self.draw_anew()

    def set_style(self, style: PlotStyle) -> None:
        """Other colours or sizes: the same pictures in them."""
        self._style = self.handling.overlay.style_ = style
        self._picture.set_style(style)
        windows = [view.window for view in self.views]
        self._make_views()
        for view, window in zip(self.views, windows, strict=True):
            view.look_at(window)
        self._take()
        self.draw_anew()

    def show_pictures(
        self,
        pictures: Sequence[Picture],
        earlier: Sequence[Picture] = (),
        *,
        is_final: bool = False,
    ) -> None:
        """Draw a moment of the run: at once, or soon where the background is to be drawn again.

        Args:
            pictures: Of the run.
            earlier: Of other runs, which are over; the same ones every time, or all is drawn anew.
            is_final: Whether this is the end.
        """
        is_other = [*map(id, earlier)] != [*map(id, self._earlier)]
        self._earlier, self._is_final = tuple(earlier), is_final
        self._pictures = (*pictures, *earlier)
        if self._take() or is_other or self._background is None:
            self.draw_anew()
        else:
            self._draw_over()
            self.handling.follow(self._pictures)

    @Slot()
    def draw_anew(self) -> None:
        """Draw everything soon: something changed that the background shows, too."""
        self._background = None
        self.canvas.draw_idle()

    def save(self, path: Path, kind: str, *, dpi: int) -> None:
        """Write what is seen into a picture file of a kind that Matplotlib knows.

        Raises:
            OSError: If it cannot be written.
        """
        self._picture.place()
        with in_words(self.views, self._style):
            self.canvas.figure.savefig(path, format=kind, dpi=dpi)
        self.draw_anew()

    def _make_views(self) -> None:
        """One a plot, on axes that are there already, as far as they go."""
        for _ in range(len(self._axes), len(self._plots)):
            self._axes.append(self.canvas.figure.add_axes((0, 0, 1, 1)))
        for number, axes in enumerate(self._axes):
            axes.set_visible(number < len(self._plots))
        self.views = self._picture.views = tuple(
            AxesView(axes, plot, self._style, self._language)
            for axes, plot in zip(self._axes, self._plots, strict=False)
        )
        self._picture.place()
        self.handling.begin(self.views)

    def _take(self) -> bool:
        still = {picture.key for picture in self._earlier}
        stale = [
            view.take(
                [picture for picture in self._pictures if picture.plot == view.plot.key],
                still,
                is_final=self._is_final,
            )
            for view in self.views
        ]
        return any(stale)

    def _keep_background(self, _event: Event) -> None:
        if self.canvas.figure.canvas.is_saving():  # a file draws what moves by itself
            return
        self._background = self.canvas.copy_from_bbox(self.canvas.figure.bbox)
        self._draw_moving()
        self.handling.follow(self._pictures)

    def draw_moving_again(self) -> None:
        """What lies over the background has changed otherwise than by a run."""
        if self._background is None:
            self.canvas.draw_idle()
        else:
            self._draw_over()

    def _draw_over(self) -> None:
        self.canvas.restore_region(self._background)
        self._draw_moving()
        self.canvas.blit(self.canvas.figure.bbox)

    def _draw_moving(self) -> None:
        for view in self.views:
            for artist in view.moving():
                view.axes.draw_artist(artist)
