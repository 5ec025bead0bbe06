"""What does not move: networks with their weights, tables, many small images, drawn at the end.

The command line's own drawing does it (`sim.plotting`); here it gets a widget to lie in.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from matplotlib.backends.backend_qtagg import FigureCanvasQTAgg

from qtapp.tokens import Tokens
from sim.declaration import Plot
from sim.pictures import Grid, Picture, Table, Weights
from sim.plotting import Sheet, figure
from sim.plotting.figure import NOTHING
from sim.words import Language

LEAST_DPI, MOST_DPI = 76, 110


def needs_sheet(pictures: Sequence[Picture]) -> bool:
    """Whether there is anything that a `LivePlot` does not draw."""
    fields = Counter(picture.plot for picture in pictures if isinstance(picture, Grid))
    return any(isinstance(picture, Table | Weights) for picture in pictures) or any(
        count > 1 for count in fields.values()
    )


def sheet(
    plots: Sequence[Plot],
    pictures: Sequence[Picture],
    *,
    language: Language,
    tokens: Tokens,
    width_px: int,
) -> FigureCanvasQTAgg:
    """All pictures on a canvas that is as high as they need at a width."""
    whole = Sheet(NOTHING, tuple(plots), tuple(pictures))
    drawn = figure(whole, language=language, mode="dark" if tokens.is_dark else "light")
    drawn.suptitle("")
    drawn.set_facecolor(tokens.surface)
    dpi = min(max(width_px / drawn.get_figwidth(), LEAST_DPI), MOST_DPI)
    drawn.set_dpi(dpi)
    canvas = FigureCanvasQTAgg(drawn)
    canvas.setMinimumHeight(round(drawn.get_figheight() * dpi))
    return canvas
