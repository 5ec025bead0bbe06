"""What does not move: networks with their weights, tables, small images, drawn at the end.

The command line's own drawing does it (`sim.plotting`), in some 0.3 s: it is asked for in the
background thread, and gives an image.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from matplotlib.figure import Figure
from PySide6.QtGui import QImage

from qtapp.tokens import Tokens
from sim.declaration import Plot
from sim.pictures import Picture, Table, Weights
from sim.plotting import Sheet, figure
from sim.plotting.figure import LINE_INCHES, NOTHING, tables_width
from sim.words import Language

LEAST_DPI, MOST_DPI = 76, 95


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be on a sheet.

    Attributes:
        plots: In order.
        pictures: All that they show.
        language: Of all words.
        tokens: The theme's colours.
        width_px: Room for it, in Qt's pixels, which it fills; wider where a table needs that.
        ratio: Dots a pixel.
    """

    plots: tuple[Plot, ...]
    pictures: tuple[Picture, ...]
    language: Language
    tokens: Tokens
    width_px: int
    ratio: float


def still(plots: Sequence[Plot], pictures: Sequence[Picture]) -> tuple[Picture, ...]:
    """Those of the pictures that a `LivePlot` does not draw."""
    without_axes = {plot.key for plot in plots if plot.is_sheet}
    return tuple(
        picture
        for picture in pictures
        if picture.plot in without_axes or isinstance(picture, Table | Weights)
    )


def image(wanted: Wanted) -> QImage:
    """A sheet as high as its pictures need; any thread may draw one."""
    drawn = _figure(wanted)
    needed = tables_width(wanted.pictures, language=wanted.language)
    width_px = max(wanted.width_px, round(LEAST_DPI * needed))
    dpi = min(max(width_px / drawn.get_figwidth(), LEAST_DPI), MOST_DPI)
    spare = 2 * LINE_INCHES  # for a title that it has not
    drawn.set_size_inches(width_px / dpi, drawn.get_figheight() - spare)
    drawn.set_dpi(dpi * wanted.ratio)
    canvas = cast("Any", drawn.canvas)
    canvas.draw()
    dots = canvas.buffer_rgba()
    height, width, _ = dots.shape
    made = QImage(bytes(dots), width, height, QImage.Format.Format_RGBA8888).copy()
    made.setDevicePixelRatio(wanted.ratio)
    drawn.clear()
    return made


def save(wanted: Wanted, path: Path, kind: str, *, dpi: int) -> None:
    """Write a sheet into a picture file of a kind that Matplotlib knows.

    Raises:
        OSError: If it cannot be written.
    """
    _figure(wanted).savefig(path, format=kind, dpi=dpi)


def _figure(wanted: Wanted) -> Figure:
    whole = Sheet(NOTHING, wanted.plots, wanted.pictures)
    mode = "dark" if wanted.tokens.is_dark else "light"
    drawn = figure(whole, language=wanted.language, mode=mode)  # type: ignore[arg-type]
    drawn.suptitle("")
    drawn.set_facecolor(wanted.tokens.surface)
    return drawn
