"""Zoom and pan: by wheel, by a rectangle drawn with the mouse, by keys.

The wheel belongs to the page, which scrolls, unless Ctrl is held (Matplotlib wants it, too) or the
plots have the focus. A drag draws a rectangle and a double click shows all again, as in
TensorBoard; with Shift, or with the middle button, a drag moves what is seen.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.backend_bases import MouseButton, MouseEvent
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent, QWheelEvent

from qtapp.plots.axes_view import AxesView
from qtapp.plots.spots import Spot
from qtapp.plots.zoom import WHOLE, Window, nearer, share_of

WHEEL_STEP, KEY_STEP = 1.25, 1.5
_NOTCH = 120  # Qt's unit of a wheel's turn
_MOST_NOTCHES = 4.0
LEAST_DRAG_PX = 8.0
KEYS = {Qt.Key.Key_Plus: KEY_STEP, Qt.Key.Key_Equal: KEY_STEP, Qt.Key.Key_Minus: 1 / KEY_STEP}
ALL_AGAIN = Qt.Key.Key_0

Place = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Drag:
    """A button that is held.

    Attributes:
        view: The plot it was pressed in.
        start: Where, in shares of its axes.
        window: What was seen then.
        is_pan: Whether it moves what is seen; else it draws a rectangle.
    """

    view: AxesView
    start: Place
    window: Window
    is_pan: bool


class Navigation(QObject):
    """Changes what part of each plot is seen.

    Signals:
        moved: Another part is seen; the plots have to be drawn anew.
        banded: Two corners of a rectangle in the canvas's pixels, or None when it is gone.

    Attributes:
        views: The plots.
        drag: What is going on with the mouse.
    """

    moved = Signal()
    banded = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.views: tuple[AxesView, ...] = ()
        self.drag: Drag | None = None

    # Asked by anyone

    def zoom(
        self, view: AxesView, factor: float, about: Place, *, is_x_alone: bool = False
    ) -> None:
        """Show a plot larger, or smaller where the factor is below 1; `about` stays in place."""
        x, y = nearer(factor, about[0]), nearer(factor, about[1])
        self._look(view, shown_of(view).part(view.plot, x, WHOLE if is_x_alone else y))

    def show_all(self, views: Sequence[AxesView]) -> None:
        """Let limits follow the data again."""
        zoomed = [view for view in views if view.window is not None]
        for view in zoomed:
            view.look_at(None)
        if zoomed:
            self.moved.emit()

    def press_key(self, key: Qt.Key, spot: Spot | None) -> bool:
        """Zoom about a point (about the middle of all plots without one), or show all again.

        Returns:
            Whether it was a key for that.
        """
        if key == ALL_AGAIN:
            self.show_all(self.views)
            return True
        if key not in KEYS:
            return False
        for view in self.views:
            if spot is None:
                self.zoom(view, KEYS[key], (0.5, 0.5))
            elif view.plot.key == spot.plot.key:
                self.zoom(view, KEYS[key], _clamped(_place_of(view, spot)))
        return True

    def bring(self, spot: Spot) -> None:
        """Move what is seen of a zoomed plot until a point is in it."""
        for view in self.views:
            if view.plot.key == spot.plot.key and view.window is not None:
                place = _place_of(view, spot)
                if place != _clamped(place) and all(map(math.isfinite, place)):
                    x, y = ((s - 0.5, s + 0.5) if s != c else WHOLE
                            for s, c in zip(place, _clamped(place), strict=True))  # fmt: skip
                    self._look(view, view.window.part(view.plot, x, y))

    def _look(self, view: AxesView, window: Window) -> None:
        view.look_at(None if window.holds(view.whole, view.plot) else window)
        self.moved.emit()

    # Asked by the mouse

    def turn_wheel(self, event: MouseEvent, *, is_focused: bool) -> None:
        """Zoom about the pointer, or leave the wheel to the page."""
        view, wheel = self._view_at(event), event.guiEvent
        assert isinstance(wheel, QWheelEvent)
        is_asked = is_focused or wheel.modifiers() & Qt.KeyboardModifier.ControlModifier
        if view is None or not is_asked:
            wheel.ignore()
            return
        turn = wheel.angleDelta().y() / _NOTCH
        factor = WHEEL_STEP ** max(-_MOST_NOTCHES, min(_MOST_NOTCHES, turn))
        is_x_alone = bool(wheel.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self.zoom(view, factor, _place(view, event), is_x_alone=is_x_alone)

    def press(self, event: MouseEvent) -> None:
        """Begin a drag; a double click shows all of the plot again."""
        view, mouse = self._view_at(event), event.guiEvent
        assert isinstance(mouse, QMouseEvent)
        if view is None or event.button not in (MouseButton.LEFT, MouseButton.MIDDLE):
            return
        if event.dblclick:
            self.show_all([view])
            return
        is_shifted = bool(mouse.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        is_pan = is_shifted or event.button == MouseButton.MIDDLE
        self.drag = Drag(view, _place(view, event), shown_of(view), is_pan)

    def move(self, event: MouseEvent) -> None:
        """Go on with a drag."""
        if self.drag is None:
            return
        view, start, end = self.drag.view, self.drag.start, _place(self.drag.view, event)
        if self.drag.is_pan:
            x, y = ((s - e, 1 + s - e) for s, e in zip(start, end, strict=True))
            self._look(view, self.drag.window.part(view.plot, x, y))
            return
        corners = view.axes.transAxes.transform(list(self._chosen(event)))
        self.banded.emit(corners.tolist())

    def release(self, event: MouseEvent) -> None:
        """End a drag: zoom into the rectangle."""
        drag = self.drag
        if drag is None:
            return
        if not drag.is_pan and self._is_long(event):
            (left, low), (right, high) = self._chosen(event)
            self._look(drag.view, drag.window.part(drag.view.plot, (left, right), (low, high)))
        self.give_up()

    def give_up(self) -> None:
        """Forget a drag."""
        self.drag = None
        self.banded.emit(None)

    def _chosen(self, event: MouseEvent) -> tuple[Place, Place]:
        """Lower left and upper right of the rectangle; a flat one takes all of the other axis."""
        assert self.drag is not None
        end = _clamped(_place(self.drag.view, event))
        x, y = (sorted(pair) for pair in zip(self.drag.start, end, strict=True))
        box = self.drag.view.axes.bbox
        least = LEAST_DRAG_PX * event.canvas.device_pixel_ratio
        is_flat = (y[1] - y[0]) * box.height < least
        is_thin = (x[1] - x[0]) * box.width < least
        (left, right), (low, high) = WHOLE if is_thin else x, WHOLE if is_flat else y
        return (left, low), (right, high)

    def _is_long(self, event: MouseEvent) -> bool:
        return self._chosen(event) != ((0.0, 0.0), (1.0, 1.0))

    def _view_at(self, event: MouseEvent) -> AxesView | None:
        return next((view for view in self.views if view.axes is event.inaxes), None)


def shown_of(view: AxesView) -> Window:
    """What part of a plot is seen."""
    return view.window or view.whole


def _place(view: AxesView, event: MouseEvent) -> Place:
    x, y = view.axes.transAxes.inverted().transform((event.x, event.y))
    return float(x), float(y)


def _place_of(view: AxesView, spot: Spot) -> Place:
    window = shown_of(view)
    return share_of(spot.x, window.x, view.plot.x), share_of(spot.y, window.y, view.plot.y)


def _clamped(place: Place) -> Place:
    x, y = (max(0.0, min(1.0, share)) for share in place)
    return x, y
