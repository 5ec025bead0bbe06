"""Where a sheet is shown: it is drawn away from the window, and again when its room has changed."""

from __future__ import annotations

import gc
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel

from qtapp.background import Task
from qtapp.widgets.quiet_scroll import BAR_WIDTH, QuietScrollArea

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from qtapp.plots.loading import PlotLoader
    from qtapp.plots.sheet import Wanted
    from qtapp.theme import Theme

SETTLED_MS = 150


class SheetRoom(QuietScrollArea):
    """Shows the sheet that was asked for last.

    Signals:
        shown: It is there.

    Attributes:
        wanted: What is on it, or will be; None for none.
        sheet: Carries the image.
        is_filled: Whether a sheet is as wide as its room, and at least as high; else it is as high
            as it has to be, and scrolls sideways where a table is wider.
    """

    shown = Signal()

    def __init__(self, theme: Theme, loader: PlotLoader, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._loader = loader
        self.wanted: Wanted | None = None
        self.is_filled = True
        self.sheet = QLabel()
        self.sheet.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        self.setWidget(self.sheet)
        self._settled = QTimer(self, singleShot=True, interval=SETTLED_MS)
        self._settled.timeout.connect(self._renew)

    @property
    def room(self) -> tuple[tuple[int, int], float]:
        """Width and height to fill, in Qt's pixels, and how many dots each of them has."""
        size, around = self.viewport().size(), self.parentWidget()
        if not self.isVisible() and around is not None:  # Qt lays out what is seen, no sooner
            size = around.size() - QSize(BAR_WIDTH, 0)
        height = size.height() if self.is_filled else 0
        return (size.width(), height), self.devicePixelRatioF()

    @property
    def height_px(self) -> int:
        """What shows the whole sheet, in Qt's pixels."""
        bar = self.horizontalScrollBar()
        is_wider = self.sheet.minimumWidth() > self.room[0][0]
        return self.sheet.minimumHeight() + (bar.sizeHint().height() if is_wider else 0)

    def ask(self, wanted: Wanted) -> None:
        """Draw that; `shown` follows unless something else is asked, or nothing, before."""
        from qtapp.plots.sheet import image  # late on purpose: Matplotlib is there by now

        self.wanted = wanted
        task = Task(partial(_drawn, image, wanted))
        task.succeeded.connect(self._take)
        self._loader.submit(task)

    def forget(self) -> None:
        """Show nothing, nor what is being drawn."""
        self.wanted = None
        self.sheet.clear()

    @Slot(object)
    def _take(self, drawn: tuple[Wanted, QImage]) -> None:
        gc.collect()  # a sheet leaves 20,000 objects that hold each other: now, while nothing runs
        wanted, image = drawn
        if wanted is self.wanted:
            self.sheet.setPixmap(QPixmap.fromImage(image))
            self.sheet.setMinimumHeight(round(image.height() / image.devicePixelRatio()))
            if not self.is_filled:
                self.sheet.setMinimumWidth(round(image.width() / image.devicePixelRatio()))
                self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
            self.shown.emit()

    @Slot()
    def _renew(self) -> None:
        if self.wanted is None:
            return
        size_px, ratio = self.room
        if (size_px, ratio) != (self.wanted.size_px, self.wanted.ratio):
            self.ask(replace(self.wanted, size_px=size_px, ratio=ratio))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw for the new width, once it is settled."""
        super().resizeEvent(event)
        self._settled.start()

    def changeEvent(self, event: QEvent) -> None:
        """Draw as sharply as another screen shows it."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._settled.start()


def _drawn(image: object, wanted: Wanted) -> tuple[Wanted, QImage]:
    assert callable(image)
    return wanted, image(wanted)
