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
from sim.plotting.panels import Panel, draw_panel, panels
from sim.plotting.style import INCHES_WIDE, PALETTES, Mode, Style
from sim.words import Language, Words

SMALL = 0.7
MANY = 6
MOST_BIG_COLUMNS = 3
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
    rows, columns = arranged(panels(sheet.plots, sheet.pictures), style)
    scale = SMALL if columns > MOST_BIG_COLUMNS else 1.0
    heights = [scale * max(panel.height(style) for panel in row) for row in rows] or [1.0]
    width = scale * INCHES_WIDE * columns
    head = _head(sheet, style, width)
    drawn = Figure(
        figsize=(width, sum(heights) + LINE_INCHES * (head.count("\n") + 2)),
        dpi=DPI,
        layout="constrained",
        facecolor=style.palette.background,
    )
    FigureCanvasAgg(drawn)
    drawn.suptitle(head, x=0.012, ha="left", fontsize=12, color=style.palette.ink)
    places = drawn.add_gridspec(len(heights), columns, height_ratios=heights)
    for place, row in enumerate(rows):
        for column, panel in enumerate(row):
            across = slice(0, columns) if panel.is_wide(style) else column
            axes = drawn.add_subplot(places[place, across])
            draw_panel(axes, panel, style, inches=heights[place])
    return drawn


def arranged(found: list[Panel], style: Style) -> tuple[list[list[Panel]], int]:
    """The panels in rows, in order, and how many columns there are; a wide one has a row."""
    wide = [panel for panel in found if panel.is_wide(style)]
    columns = max(_columns(len(found) - len(wide)), 2 if wide else 1)
    rows: list[list[Panel]] = []
    for panel in found:
        is_full = not rows or len(rows[-1]) == columns or rows[-1][0] in wide
        if is_full or panel in wide:
            rows.append([panel])
        else:
            rows[-1].append(panel)
    return rows, columns


def _columns(count: int) -> int:
    if count in (2, 4):
        return 2
    return min(count, 4 if count > MANY else 3)


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
