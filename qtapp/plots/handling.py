"""What a learner may do with plots: read them by pointer or by keys, zoom, pan; aloud, too."""

from __future__ import annotations

from collections.abc import Sequence

from matplotlib.backend_bases import LocationEvent, MouseEvent
from matplotlib.backends.backend_qtagg import FigureCanvasQTAgg
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPointF, QRect, Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from qtapp.plots import cursor, hints
from qtapp.plots.axes_view import AxesView
from qtapp.plots.hover import REACH_PX, spot_at
from qtapp.plots.navigation import Navigation
from qtapp.plots.overlay import Mark, Overlay
from qtapp.plots.spots import Spot, lines_of, renewed, words
from qtapp.plots.style import PlotStyle
from qtapp.said import said
from sim.pictures import Picture

translate = QCoreApplication.translate

_CTRL = Qt.KeyboardModifier.ControlModifier
_OTHERS = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_BY_TAB = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
_FOCUS = Qt.FocusPolicy.TabFocus | Qt.FocusPolicy.ClickFocus


class Handling(QObject):
    """Listens to a widget of plots and to the canvas in it.

    Signals:
        moved: Another part of a plot is seen; they have to be drawn anew.

    Attributes:
        overlay: Shows what is read.
        navigation: Zooms and pans.
        spot: The point that is read; None for none.
        is_off: Whether pointer and keys are left to others.
    """

    moved = Signal()

    def __init__(self, widget: QWidget, canvas: FigureCanvasQTAgg, style: PlotStyle) -> None:
        super().__init__(widget)
        self._widget, self._canvas = widget, canvas
        self.overlay = Overlay(style, canvas)
        self.navigation = Navigation(self)
        self.spot: Spot | None = None
        self.is_off = False
        self._pictures: tuple[Picture, ...] = ()
        self._pointer: tuple[float, float] | None = None
        self._is_by_keys = self._knows_zoom = self._is_hinted = False
        self._summary = ""
        widget.setFocusPolicy(_FOCUS)
        widget.installEventFilter(self)
        self._connect()
        self._speak()

    def _connect(self) -> None:
        self.navigation.moved.connect(self._take_move)
        self.navigation.banded.connect(self._show_band)
        listen = self._canvas.mpl_connect
        listen("motion_notify_event", self._point)
        listen("figure_leave_event", self._leave)
        listen("button_press_event", self._press)
        listen("button_release_event", self._release)
        listen("scroll_event", self._turn_wheel)

    # What the plots tell

    def begin(self, views: tuple[AxesView, ...]) -> None:
        """Other axes; they have nothing to read yet."""
        self._read(None)
        self.navigation.views, self._pictures = views, ()
        self.navigation.give_up()

    def follow(self, pictures: Sequence[Picture]) -> None:
        """Another moment, or the same one drawn elsewhere: what is read may have moved."""
        self._pictures = tuple(pictures)
        if self._is_by_keys and self.spot is not None:
            self.spot = renewed(self.spot, self._pictures)
        elif self._pointer is not None and self.navigation.drag is None:
            self.spot = self._spot_at(self._pointer)
        self._show()

    def set_summary(self, summary: str) -> None:
        """What screen readers say of the plots while no point is read."""
        if summary != self._summary:
            self._summary = summary
            self._speak()

    def set_off(self, is_off: bool) -> None:
        """Leave pointer and keys to others, or take them again."""
        self.is_off = is_off
        self.navigation.give_up()
        self._pointer = None
        self._read(None)

    # The pointer

    def _spot_at(self, pointer: tuple[float, float]) -> Spot | None:
        reach = REACH_PX * self.overlay.style_.scale * self._canvas.device_pixel_ratio
        return spot_at(self.navigation.views, self._pictures, pointer, reach=reach)

    def _point(self, event: MouseEvent) -> None:
        if self.is_off:
            return
        if self.navigation.drag is not None:
            self.navigation.move(event)
            return
        self._pointer = (event.x, event.y)
        spot = self._spot_at(self._pointer)
        if spot is not None or not self._is_by_keys:
            self._read(spot)

    def _leave(self, _event: LocationEvent) -> None:
        self._pointer = None
        if not self._is_by_keys:
            self._read(None)

    def _press(self, event: MouseEvent) -> None:
        if not self.is_off:
            self._is_hinted = False
            self.navigation.press(event)

    def _release(self, event: MouseEvent) -> None:
        self.navigation.release(event)

    def _turn_wheel(self, event: MouseEvent) -> None:
        if self.is_off:
            event.guiEvent.ignore()
        else:
            self.navigation.turn_wheel(event, is_focused=self._widget.hasFocus())

    # Keys and focus

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys for plots; all others go on to the page."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._press_key(event)
        if isinstance(event, QFocusEvent):
            self._take_focus(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._speak()
        return False

    def _press_key(self, event: QKeyEvent) -> bool:
        key, is_ctrl = Qt.Key(event.key()), bool(event.modifiers() & _CTRL)
        if self.is_off or event.modifiers() & _OTHERS:
            return False
        self._is_hinted = False
        if key == Qt.Key.Key_Escape and self.navigation.drag is not None:
            self.navigation.give_up()
            return True
        if key in cursor.KEYS:
            return self._step(key, is_leap=is_ctrl)
        return self.navigation.press_key(key, self.spot)

    def _step(self, key: Qt.Key, *, is_leap: bool) -> bool:
        plots = [view.plot for view in self.navigation.views]
        before, spot = self.spot, cursor.moved(
            self.spot, key, plots, self._pictures, is_leap=is_leap
        )  # fmt: skip
        if spot is None:
            return False
        self._read(spot, is_by_keys=True)
        self.navigation.bring(spot)
        facts = words(spot)
        if before is None or before.plot != spot.plot:
            facts = (said(spot.plot.title), *facts)
        self._announce(translate("Plots", "; ", "between facts").join(facts))
        return True

    def _take_focus(self, event: QFocusEvent) -> None:
        self.overlay.is_focused = event.gotFocus()
        self._is_hinted = event.gotFocus() and event.reason() in _BY_TAB
        if event.lostFocus() and self._is_by_keys:
            self._read(None)
        self._show()

    # Showing and saying

    def _read(self, spot: Spot | None, *, is_by_keys: bool = False) -> None:
        was_by_keys, self._is_by_keys = self._is_by_keys, is_by_keys
        self.spot = spot
        self._show()
        if was_by_keys and not is_by_keys:
            self._speak()

    @Slot()
    def _take_move(self) -> None:
        self._knows_zoom = True
        self.moved.emit()

    @Slot(object)
    def _show_band(self, corners: list[list[float]] | None) -> None:
        if corners is None:
            self.overlay.band = None
        else:
            low, high = (self._in_widget(*corner).toPoint() for corner in corners)
            self.overlay.band = QRect(low, high).normalized()
            self.spot = None
        self._show()

    def _show(self) -> None:
        self.overlay.mark = self._mark()
        self.overlay.renew()

    def _mark(self) -> Mark | None:
        spot = self.spot
        if spot is None:
            return Mark((), hint=hints.of_keys()) if self._is_hinted and self._has_lines() else None
        view = next(view for view in self.navigation.views if view.plot.key == spot.plot.key)
        place = view.axes.transData.transform((spot.x, spot.y))
        return Mark(
            words(spot),
            self._in_widget(*place) if view.axes.bbox.padded(1).contains(*place) else None,
            view.color_of(spot.line.key),
            hints.of_zoom(is_zoomed=view.window is not None, is_known=self._knows_zoom),
        )

    def _has_lines(self) -> bool:
        return any(lines_of(view.plot, self._pictures) for view in self.navigation.views)

    def _in_widget(self, x: float, y: float) -> QPointF:
        """A place on the canvas (its pixels, from its lower left) in Qt's pixels."""
        ratio = self._canvas.device_pixel_ratio
        return QPointF(x / ratio, self._canvas.height() - y / ratio)

    def _announce(self, text: str) -> None:
        self._widget.setAccessibleDescription(text)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._widget, text))

    def _speak(self) -> None:
        self._widget.setAccessibleName(translate("Plots", "Plots of the run"))
        self._widget.setAccessibleDescription(self._summary)
