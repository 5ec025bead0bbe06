"""Where a sheet is shown: it is drawn away from the window, and again for another width."""

from __future__ import annotations

import gc
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel

from qtapp.background import Task
from qtapp.theme import set_role
from qtapp.tokens import Role
from qtapp.widgets.quiet_scroll import BAR_WIDTH, QuietScrollArea

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from qtapp.plots.loading import PlotLoader
    from qtapp.plots.sheet import Wanted
    from qtapp.theme import Theme

SETTLED_MS = 150


class SheetRoom(QuietScrollArea):
    """Shows the sheet that was asked for last, as high as it has to be.

    A table that is wider than the room scrolls sideways.

    Signals:
        shown: It is there.

    Attributes:
        wanted: What is on it, or will be; None for none.
        sheet: Carries the image, or the words in its place.
    """

    shown = Signal()

    def __init__(self, theme: Theme, loader: PlotLoader, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._loader = loader
        self.wanted: Wanted | None = None
        self.sheet = QLabel()
        self.sheet.setAlignment(Qt.AlignmentFlag.AlignCenter)
        set_role(self.sheet, Role.MUTED)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setWidget(self.sheet)
        self._settled = QTimer(self, singleShot=True, interval=SETTLED_MS)
        self._settled.timeout.connect(self._renew)

    @property
    def room(self) -> tuple[int, float]:
        """Width to fill, in Qt's pixels, and how many dots each of them has."""
        around = self.parentWidget()
        if self.isVisible() or around is None:
            return self.viewport().width(), self.devicePixelRatioF()
        width = around.width() - BAR_WIDTH  # Qt lays out what is seen, no sooner
        return width, self.devicePixelRatioF()

    @property
    def height_px(self) -> int:
        """What shows the whole sheet, in Qt's pixels."""
        bar = self.horizontalScrollBar()
        is_wider = self.sheet.minimumWidth() > self.room[0]
        return self.sheet.minimumHeight() + (bar.sizeHint().height() if is_wider else 0)

    def ask(self, wanted: Wanted) -> None:
        """Draw that; `shown` follows unless something else is asked, or nothing, before."""
        from qtapp.plots.sheet import image  # late on purpose: Matplotlib is there by now

        self.wanted = wanted
        task = Task(partial(_drawn, image, wanted))
        task.succeeded.connect(self._take)
        self._loader.submit(task)

    def forget(self, awaited: str = "") -> None:
        """Show no sheet, nor what is being drawn, but these words."""
        self.wanted = None
        self.sheet.setMinimumSize(0, 0)
        self.sheet.clear()  # to be told no words takes no image away
        self.sheet.setText(awaited)

    @Slot(object)
    def _take(self, drawn: tuple[Wanted, QImage]) -> None:
        gc.collect()  # a sheet leaves 20,000 objects that hold each other: now, while nothing runs
        wanted, image = drawn
        if wanted is self.wanted:
            self.sheet.setPixmap(QPixmap.fromImage(image))
            self.sheet.setMinimumSize(image.deviceIndependentSize().toSize())
            self.shown.emit()

    @Slot()
    def _renew(self) -> None:
        if self.wanted is None:
            return
        width_px, ratio = self.room
        if (width_px, ratio) != (self.wanted.width_px, self.wanted.ratio):
            self.ask(replace(self.wanted, width_px=width_px, ratio=ratio))

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
