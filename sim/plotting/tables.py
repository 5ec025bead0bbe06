"""Tables of words and numbers; rows that deserve a second look are tinted."""

from __future__ import annotations

import textwrap

from matplotlib.axes import Axes
from matplotlib.colors import to_rgba
from matplotlib.table import Cell
from matplotlib.transforms import Bbox

from sim.pictures import Table
from sim.plotting.style import Style, literal
from sim.words import Words, number

WIDEST_CELL, WIDEST_HEAD = 34, 12
LINE_INCHES = 0.22
HEAD_INCHES = 0.5
LETTER_INCHES = 0.085


def lines_of(table: Table, style: Style) -> list[int]:
    """How many lines of text each row takes, its head first."""
    return [max(cell.count("\n") + 1 for cell in row) for row in _texts(table, style)]


def height_of(table: Table, style: Style) -> float:
    """In inches, with its title."""
    return HEAD_INCHES + LINE_INCHES * sum(lines + 0.5 for lines in lines_of(table, style))


def width_of(table: Table, style: Style) -> float:
    """In inches, as its words want it."""
    return LETTER_INCHES * sum(_letters(_texts(table, style)))


def draw_table(axes: Axes, table: Table, style: Style, *, inches: float) -> None:
    """The table, numbers to the right, at the top of axes that are `inches` high."""
    axes.axis("off")
    texts = _texts(table, style)
    height = min(1.0, (height_of(table, style) - HEAD_INCHES) / (inches - HEAD_INCHES))
    drawn = axes.table(
        texts, bbox=Bbox.from_bounds(0, 1 - height, 1, height), colWidths=_widths(texts), edges="B"
    )
    drawn.auto_set_font_size(False)
    drawn.set_fontsize(9)
    heights = lines_of(table, style)
    for (row, column), cell in drawn.get_celld().items():
        cell.set_height((heights[row] + 0.5) / sum(lines + 0.5 for lines in heights))
        _dress(cell, table, row, column, style)


def _texts(table: Table, style: Style) -> list[list[str]]:
    head = [_cell(words, style, WIDEST_HEAD) for words in table.columns]
    return [head, *([_cell(item, style) for item in row] for row in table.rows)]


def _cell(item: Words | float, style: Style, widest: int = WIDEST_CELL) -> str:
    if isinstance(item, Words):
        lines = textwrap.wrap(item.in_language(style.language), widest, break_long_words=False)
        return literal("\n".join(lines))
    return number(item, ".6", style.language)


def _letters(texts: list[list[str]]) -> list[int]:
    """Of each column's longest line, and two for the gap."""
    return [
        max(len(line) for row in texts for line in (row[column] or " ").split("\n")) + 2
        for column in range(len(texts[0]))
    ]


def _widths(texts: list[list[str]]) -> list[float]:
    letters = _letters(texts)
    return [count / sum(letters) for count in letters]


def _dress(cell: Cell, table: Table, row: int, column: int, style: Style) -> None:
    palette = style.palette
    is_number = any(not isinstance(cells[column], Words) for cells in table.rows)
    is_marked = row - 1 in table.marked
    cell.set_edgecolor(palette.rule)
    cell.set_facecolor(to_rgba(palette.bad, 0.12) if is_marked else palette.surface)
    cell.set_fill(is_marked)
    cell.set_text_props(
        ha="right" if is_number else "left",
        color=palette.muted if row == 0 else palette.bad if is_marked else palette.ink,
        weight="bold" if row == 0 else "normal",
    )
