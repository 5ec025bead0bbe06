"""What does not move: networks with their weights, tables, many small images, drawn at the end.

The command line's own drawing does it (`sim.plotting`), in some 0.3 s: it is asked for in the
background thread, and gives an image.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from matplotlib.figure import Figure
from PySide6.QtGui import QImage

from qtapp.tokens import Tokens
from sim.declaration import Plot
from sim.pictures import Grid, Picture, Table, Weights
from sim.plotting import Sheet, figure
from sim.plotting.figure import LINE_INCHES, NOTHING, tables_width
from sim.words import Language

LEAST_DPI, CLOSE_DPI, MOST_DPI = 76, 95, 110


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be on a sheet.

    Attributes:
        plots: In order.
        pictures: All that they show.
        language: Of all words.
        tokens: The theme's colours.
        size_px: Room for it, in Qt's pixels: it fills all of its width, and at least its height;
            with a height of 0 it is set closely, in letters no larger than a plot's, and is as
            wide as its tables need.
        ratio: Dots a pixel.
    """

    plots: tuple[Plot, ...]
    pictures: tuple[Picture, ...]
    language: Language
    tokens: Tokens
    size_px: tuple[int, int]
    ratio: float


def needs_sheet(pictures: Sequence[Picture]) -> bool:
    """Whether there is anything that a `LivePlot` does not draw."""
    fields = Counter(picture.plot for picture in pictures if isinstance(picture, Grid))
    return any(isinstance(picture, Table | Weights) for picture in pictures) or any(
        count > 1 for count in fields.values()
    )


def image(wanted: Wanted) -> QImage:
    """A sheet at least as high as its pictures need; any thread may draw one."""
    drawn = _figure(wanted)
    width_px, height_px = wanted.size_px
    if is_close := height_px == 0:
        needed = tables_width(wanted.pictures, language=wanted.language)
        width_px = max(width_px, round(LEAST_DPI * needed))
    most_dpi, spare = (CLOSE_DPI, 2 * LINE_INCHES) if is_close else (MOST_DPI, 0.0)  # for no title
    dpi = min(max(width_px / drawn.get_figwidth(), LEAST_DPI), most_dpi)
    drawn.set_size_inches(width_px / dpi, max(drawn.get_figheight() - spare, height_px / dpi))
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
