"""A whole figure: a panel for each plot, side by side, in the app's colours."""

from __future__ import annotations

import io
import textwrap
from dataclasses import dataclass
from pathlib import Path

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from sim.declaration import Plot
from sim.file_troubles import unwritable
from sim.files import write_whole
from sim.pictures import Picture
from sim.plotting.panels import draw_panel, panels
from sim.plotting.style import PALETTES, Mode, Style
from sim.words import Language, Words

PANEL_INCHES_WIDE = 6.2
LINE_INCHES = 0.24
LETTERS_AN_INCH = 10
DPI = 110
NOTHING = Words("", "")


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is to be drawn.

    Attributes:
        title: Above all panels.
        plots: The axes, in order; one without pictures is left out.
        pictures: What they show.
        note: Beneath the title; may be empty.
    """

    title: Words
    plots: tuple[Plot, ...]
    pictures: tuple[Picture, ...]
    note: Words = NOTHING


def figure(sheet: Sheet, *, language: Language = "fr", mode: Mode = "light") -> Figure:
    """Draw everything on a new figure, which belongs to no window."""
    style = Style(PALETTES[mode], language)
    found = panels(sheet.plots, sheet.pictures)
    columns = _columns(len(found))
    rows = [found[start : start + columns] for start in range(0, len(found), columns)]
    heights = [max(panel.height(style) for panel in row) for row in rows] or [1.0]
    width = PANEL_INCHES_WIDE * columns
    head = _head(sheet, style, width)
    high = sum(heights) + LINE_INCHES * (head.count("\n") + 2)
    drawn = Figure(
        figsize=(width, high),
        dpi=DPI,
        layout="constrained",
        facecolor=style.palette.background,
    )
    FigureCanvasAgg(drawn)
    drawn.suptitle(head, x=0.012, ha="left", fontsize=12, color=style.palette.ink)
    places = drawn.add_gridspec(len(heights), columns, height_ratios=heights)
    for index, panel in enumerate(found):
        row, column = divmod(index, columns)
        draw_panel(drawn.add_subplot(places[row, column]), panel, style, inches=heights[row])
    return drawn


def _columns(count: int) -> int:
    return max(1, min(count, 2 if count in (2, 4) else 3))


def _head(sheet: Sheet, style: Style, width: float) -> str:
    """Title and note, broken to the figure's width."""
    most = int(width * LETTERS_AN_INCH)
    lines = [style.say(sheet.title), *style.say(sheet.note).splitlines()]
    return "\n".join(textwrap.fill(line, most) for line in lines)


def save(drawn: Figure, path: Path) -> None:
    """Write a figure whole, as its file's ending says: ``.png``, ``.svg`` or ``.pdf``.

    Raises:
        BadFileError: If it cannot be written.
    """
    image = io.BytesIO()
    drawn.savefig(image, format=path.suffix[1:].lower(), facecolor=drawn.get_facecolor())
    try:
        write_whole(path, image.getvalue())
    except OSError as error:
        raise unwritable(path, error) from error
