"""Where a run's plots are drawn; until Matplotlib is there, it says so.

What moves is above, and stays; tables and networks come below it once the run is over.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Slot
from PySide6.QtWidgets import QLabel, QStackedLayout, QVBoxLayout, QWidget

from qtapp.pages.experiment_words import difference
from qtapp.plots.summary import summary
from qtapp.said import language, said
from qtapp.sessions.lab_state import KeptRun
from qtapp.sessions.run_state import RunPhase, RunState
from qtapp.theme import Theme, set_role
from qtapp.tokens import Role
from qtapp.widgets.sheet_room import SheetRoom
from sim.contents import Entry
from sim.declaration import Plot
from sim.pictures import Curve, Picture
from sim.words import same

if TYPE_CHECKING:
    from qtapp.plots.canvas import LivePlot
    from qtapp.plots.loading import PlotLoader
    from qtapp.plots.style import PlotStyle


PICTURE_DPI = 192  # twice a screen's


class PlotRoom(QWidget):
    """Shows one run, and the curves of earlier ones faintly behind it.

    Attributes:
        plot: What draws; None until it is loaded.
        moving: Where it is.
    """

    least_sheet = 64
    """Height of a sheet's place before it is there, in the design's pixels."""

    def __init__(self, theme: Theme, loader: PlotLoader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._loader = loader
        self.plot: LivePlot | None = None
        self._plots: tuple[Plot, ...] = ()
        self._last: tuple[Picture, ...] = ()
        self._earlier: tuple[Curve, ...] = ()
        self._compared: tuple[object, ...] = ()
        self._is_final = False
        self._waiting = QLabel()
        self._waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        set_role(self._waiting, Role.MUTED)
        self._sheet = SheetRoom(theme, loader)
        self._sheet.shown.connect(self._fit_sheet)
        self._due: tuple[RunState, Sequence[KeptRun], Entry] | None = None
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._show_due)
        self._describing = QTimer(self, singleShot=True, interval=0)  # once all is drawn
        self._describing.timeout.connect(self._describe)
        self.moving = QWidget()
        self._stack = QStackedLayout(self.moving)
        self._stack.addWidget(self._waiting)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.moving, 1)
        self._column.addWidget(self._sheet)
        self._retranslate()
        theme.changed.connect(self._take_theme)
        loader.ready.connect(self._make)
        if loader.is_ready:
            self._make()
        else:
            loader.load()

    def put_below_moving(self, line: QWidget) -> None:
        """Have this between what moves and the sheet, which may be higher than the window."""
        self._column.insertWidget(1, line)

    @Slot()
    def _make(self) -> None:
        from qtapp.plots.canvas import LivePlot  # late on purpose: loaded by now, in no hurry

        self.plot = LivePlot(self._style(), figure=self._loader.figure())
        self._stack.addWidget(self.plot)
        self._stack.setCurrentWidget(self.plot)
        self._begin()

    def _style(self) -> PlotStyle:
        from qtapp.plots.style import PlotStyle, known_families  # late, as above

        families = known_families([self.font().family(), *self.font().families()])
        return PlotStyle(self._theme.tokens, self._theme.px(100) / 100, families)

    def show_plots(self, plots: Sequence[Plot]) -> None:
        """Begin with the empty axes of an experiment."""
        self._plots = tuple(plots)
        self._last, self._earlier, self._compared = (), (), ()
        self._is_final, self._due = False, None
        self.moving.setVisible(bool(self._with_axes))
        self._put_sheet_off()
        self._begin()

    def _begin(self) -> None:
        if self.plot is not None and self._plots:
            self._renew_axes()
            self._draw()

    def _renew_axes(self) -> None:
        if self.plot is not None:
            self.plot.show_plots(self._with_axes, language())
            self.take_axes()

    @property
    def _with_axes(self) -> list[Plot]:
        return [plot for plot in self._plots if not plot.is_sheet]

    def _put_sheet_off(self) -> None:
        """Say what will be there at the end, in as much room as words need."""
        names = [said(plot.title) for plot in self._plots if plot.is_sheet]
        self._sheet.setVisible(bool(names))
        self._sheet.setFixedHeight(self._theme.px(self.least_sheet))
        self._forget_sheet()

    def _forget_sheet(self) -> None:
        """No sheet; but its room stays while the next run goes on, lest all below it jumps."""
        names = " · ".join(said(plot.title) for plot in self._plots if plot.is_sheet)
        later = self.tr("Shown once the run is over")
        self._sheet.forget(f"<b>{names}</b><br>{later}" if names else "")

    def take_axes(self) -> None:
        """The plots' axes are other ones now: what lies on them has to be made anew."""

    def show_run_soon(self, run: RunState, kept: Sequence[KeptRun], entry: Entry) -> None:
        """As `show_run`, in a turn of its own.

        Where a run begins and ends, several moments come in one turn; the last is drawn.
        """
        self._due = run, kept, entry
        self._soon.start()

    @Slot()
    def _show_due(self) -> None:
        if self._due is not None:
            due, self._due = self._due, None
            self.show_run(*due)

    def show_run(self, run: RunState, kept: Sequence[KeptRun], entry: Entry) -> None:
        """Draw a moment of a run."""
        keys = {plot.key for plot in self._plots}
        pictures = tuple(picture for picture in run.pictures if picture.plot in keys)
        is_final = run.phase is RunPhase.FINISHED
        is_compared = self._compare(run, kept, entry)
        if (pictures, is_final) == (self._last, self._is_final) and not is_compared:
            return
        is_anew = bool(self._last) and not run.pictures
        self._last, self._is_final = pictures, is_final
        if self.plot is None:
            return
        if is_anew:
            self._renew_axes()
        self._draw()

    def _compare(self, run: RunState, kept: Sequence[KeptRun], entry: Entry) -> bool:
        """Find the curves of earlier runs; whether they are others than before."""
        now = next((k for k in kept if k.result is run.result), None)
        compared = (language(), run.order, now, *kept)
        if compared == self._compared:
            return False
        self._compared = compared
        earlier = tuple(_earlier(run, now, kept, entry))
        if earlier == self._earlier:
            return False
        self._earlier = earlier
        return True

    def _draw(self) -> None:
        from qtapp.plots.sheet import still  # late, as above

        if self.plot is None:
            return
        self._stack.setCurrentWidget(self.plot)
        if self._last or self._earlier:
            self.plot.show_pictures(self._last, self._earlier, is_final=self._is_final)
        if not self._is_final:
            self._forget_sheet()
        elif pictures := still(self._plots, self._last):
            self._ask_sheet(pictures)
        self._describing.start()

    @property
    def _all(self) -> tuple[Picture, ...]:
        return (*self._last, *self._earlier)

    def _ask_sheet(self, pictures: tuple[Picture, ...]) -> None:
        from qtapp.plots.sheet import Wanted  # late, as above

        width_px, ratio = self._sheet.room
        tokens = self._theme.tokens
        self._sheet.ask(Wanted(self._plots, pictures, language(), tokens, width_px, ratio))

    @Slot()
    def _fit_sheet(self) -> None:
        self._sheet.setFixedHeight(self._height_of_sheet(self._sheet.height_px))
        self._sheet.show()

    def _height_of_sheet(self, wished_px: int) -> int:
        """How much of the height that it wishes a sheet is given."""
        return wished_px

    @Slot()
    def _describe(self) -> None:
        """Tell screen readers what is seen at the end; numbers that change say nothing."""
        words = summary(self._plots, self._all) if self._is_final else ""
        if self.plot is not None:
            self.plot.handling.set_summary(words)
        self._sheet.sheet.setAccessibleName(self.plot.accessibleName() if self.plot else "")
        self._sheet.sheet.setAccessibleDescription(words)

    def save(self, path: Path, kind: str) -> None:
        """Write what is seen into a picture file, ``"png"`` or ``"svg"``.

        Raises:
            OSError: If it cannot be written.
        """
        from qtapp.plots import sheet  # late, as above

        if self._sheet.wanted is not None:
            whole = replace(self._sheet.wanted, pictures=self._all)
            sheet.save(whole, path, kind, dpi=PICTURE_DPI)
        elif self.plot is not None:
            self.plot.save(path, kind, dpi=PICTURE_DPI)

    @Slot()
    def _take_theme(self) -> None:
        if self.plot is not None:
            self.plot.set_style(self._style())
            self.take_axes()
            self._draw()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the other language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._begin()

    def _retranslate(self) -> None:
        self._waiting.setText(self.tr("Getting ready…"))


def _earlier(
    run: RunState, now: KeptRun | None, kept: Sequence[KeptRun], entry: Entry
) -> Iterator[Curve]:
    """The curves of runs before this one, named by what was set otherwise."""
    for before in kept:
        if before is now or run.order is None:
            continue
        words = difference(entry, before, now or KeptRun(0, run.order, before.result))
        for picture in before.result.pictures:
            if isinstance(picture, Curve):
                label = same(f"{said(picture.label)} · {words}")
                yield replace(picture, key=f"{before.number}:{picture.key}", label=label)
