"""Where a run's plots are drawn; until Matplotlib is there, it says so.

What moves is above, and stays; tables and networks come below it once the run is over
(`qtapp.stills`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QStackedLayout, QVBoxLayout, QWidget

from qtapp.pages.experiment_words import name_of_run
from qtapp.plots import grid
from qtapp.plots.summary import summary
from qtapp.said import language, said
from qtapp.sessions.lab_state import KeptRun
from qtapp.sessions.run_state import RunPhase, RunState
from qtapp.stills.found import Still, stills
from qtapp.stills.room import StillRoom
from qtapp.theme import Theme, set_role
from qtapp.tokens import Role
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
        stills: Below it: what does not move.
    """

    least_still = 64
    """Height of the place below before anything is there, in the design's pixels."""

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
        self.stills = StillRoom(theme)
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
        self._column.addWidget(self.stills)
        self._retranslate()
        theme.changed.connect(self._take_theme)
        loader.ready.connect(self._make)
        if loader.is_ready:
            self._make()
        else:
            loader.load()

    def put_below_moving(self, line: QWidget) -> None:
        """Have this above what does not move, which may be higher than the window."""
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
        self._keep_height()
        self.stills.begin(self._awaited, least_px=self.least_still)
        self._begin()

    def _keep_height(self) -> None:
        """High enough for its plots, which lie below each other in a narrow place."""
        scale = self._theme.px(100) / 100
        self.moving.setMinimumHeight(grid.least_height(len(self._with_axes), self.width(), scale))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrower may be higher."""
        super().resizeEvent(event)
        self._keep_height()

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

    @property
    def _awaited(self) -> str:
        """What will be below at the end, in words."""
        names = " · ".join(said(plot.title) for plot in self._plots if plot.is_sheet)
        later = self.tr("Shown once the run is over")
        return f"<b>{names}</b><br>{later}" if names else ""

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
        self._show_stills()
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
        if self.plot is None:
            return
        self._stack.setCurrentWidget(self.plot)
        if self._last or self._earlier:
            self.plot.show_pictures(self._last, self._earlier, is_final=self._is_final)
        self._describing.start()

    def _show_stills(self) -> None:
        if found := self._stills:
            self.stills.give(found)
        else:
            self.stills.say(self._awaited)

    @property
    def _stills(self) -> tuple[Still, ...]:
        """What is there to be seen below, once the run is over."""
        return stills(self._plots, self._last) if self._is_final else ()

    @property
    def _all(self) -> tuple[Picture, ...]:
        return (*self._last, *self._earlier)

    @Slot()
    def _describe(self) -> None:
        """Tell screen readers what is seen at the end; numbers that change say nothing."""
        words = summary(self._plots, self._all) if self._is_final else ""
        if self.plot is not None:
            self.plot.handling.set_summary(words)

    def save(self, path: Path, kind: str) -> None:
        """Write what is seen into a picture file, ``"png"`` or ``"svg"``.

        Raises:
            OSError: If it cannot be written.
        """
        from qtapp.plots import sheet  # late, as above

        if self._stills:
            whole = sheet.Wanted(self._plots, self._all, language(), self._theme.tokens)
            sheet.save(whole, path, kind, dpi=PICTURE_DPI)
        elif self.plot is not None:
            self.plot.save(path, kind, dpi=PICTURE_DPI)

    @Slot()
    def _take_theme(self) -> None:
        self._keep_height()
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
            self._show_stills()

    def _retranslate(self) -> None:
        self._waiting.setText(self.tr("Getting ready…"))


def _earlier(
    run: RunState, now: KeptRun | None, kept: Sequence[KeptRun], entry: Entry
) -> Iterator[Curve]:
    """The curves of runs before this one, named by what was set otherwise."""
    for before in kept:
        if before is now or run.order is None:
            continue
        words = name_of_run(entry, before, now or KeptRun(0, run.order, before.result))
        for picture in before.result.pictures:
            if isinstance(picture, Curve):
                label = same(f"{said(picture.label)} · {words}")
                yield replace(picture, key=f"{before.number}:{picture.key}", label=label)
