"""All of a run in one picture file, with what does not move: tables, networks, small images.

The command line's own drawing does it (`sim.plotting`), in some 0.3 s.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from qtapp.tokens import Tokens
from sim.declaration import Plot
from sim.pictures import Picture
from sim.plotting import Sheet, figure
from sim.plotting.figure import NOTHING
from sim.words import Language


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be on a sheet.

    Attributes:
        plots: In order.
        pictures: All that they show.
        language: Of all words.
        tokens: The theme's colours.
    """

    plots: tuple[Plot, ...]
    pictures: tuple[Picture, ...]
    language: Language
    tokens: Tokens


def save(wanted: Wanted, path: Path, kind: str, *, dpi: int) -> None:
    """Write a sheet into a picture file of a kind that Matplotlib knows.

    Raises:
        OSError: If it cannot be written.
    """
    whole = Sheet(NOTHING, wanted.plots, wanted.pictures)
    mode = "dark" if wanted.tokens.is_dark else "light"
    drawn = figure(whole, language=wanted.language, mode=mode)  # type: ignore[arg-type]
    drawn.suptitle("")
    drawn.set_facecolor(wanted.tokens.surface)
    drawn.savefig(path, format=kind, dpi=dpi)
