"""Which pictures of a run do not move, and what is told of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from qtapp.plots.summary import sentence
from qtapp.said import said
from sim.declaration import Plot
from sim.pictures import Grid, Picture, Table, Weights


@dataclass(frozen=True, slots=True)
class Still:
    """One thing below the plots: a table, a network, or all images of a plot.

    Attributes:
        plot: Where it belongs.
        pictures: A `Table` or a `Weights` alone, or as many `Grid` as the plot has.
    """

    plot: Plot
    pictures: tuple[Picture, ...]

    @property
    def title(self) -> str:
        """The plot's, and what is in it where that says more."""
        first = self.pictures[0]
        labels = [] if isinstance(first, Grid) else [first.label]
        return " · ".join(dict.fromkeys(said(words) for words in (self.plot.title, *labels)))

    @property
    def summary(self) -> str:
        """In a sentence each, for whoever does not see them."""
        return " ".join(sentence(picture, self.plot) for picture in self.pictures)


def stills(plots: Sequence[Plot], pictures: Sequence[Picture]) -> tuple[Still, ...]:
    """Those of the pictures that a `LivePlot` does not draw, in the order of plots."""
    found: list[Still] = []
    for plot in plots:
        mine = [picture for picture in pictures if picture.plot == plot.key]
        images = tuple(picture for picture in mine if isinstance(picture, Grid))
        if plot.is_sheet and images:
            found.append(Still(plot, images))
        found += [Still(plot, (one,)) for one in mine if isinstance(one, Table | Weights)]
    return tuple(found)
