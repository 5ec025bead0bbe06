"""Points of curves: which one is meant, by the pointer or by keys, and what it says."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from qtapp.placeholders import placed
from qtapp.said import language, said
from sim.declaration import Plot
from sim.pictures import Curve, Numbers, Path, Picture
from sim.words import number

translate = QCoreApplication.translate

Line = Curve | Path
_X_DIGITS, _Y_DIGITS = ".6", ".4"


@dataclass(frozen=True, slots=True)
class Spot:
    """One point.

    Attributes:
        plot: Where it is.
        line: The curve or path that it belongs to, as it is at this moment.
        index: Which of its points.
    """

    plot: Plot
    line: Line
    index: int

    @property
    def x(self) -> float:
        """In the plot's units."""
        return self.line.x[self.index]

    @property
    def y(self) -> float:
        """In the plot's units; of a curve, the mean."""
        return heights(self.line)[self.index]


def heights(line: Line) -> Numbers:
    """What is drawn over `line.x`."""
    return line.mean if isinstance(line, Curve) else line.y


def lines_of(plot: Plot, pictures: Sequence[Picture]) -> list[Line]:
    """The curves and paths of a plot that have anything to read, in the order drawn."""
    return [
        picture
        for picture in pictures
        if isinstance(picture, Curve | Path)
        and picture.plot == plot.key
        and next(_seen(picture), None) is not None
    ]


def seen(line: Line) -> list[int]:
    """Indices of the points that can be drawn."""
    return list(_seen(line))


def _seen(line: Line) -> Iterator[int]:
    pairs = enumerate(zip(line.x, heights(line), strict=True))
    return (index for index, (x, y) in pairs if math.isfinite(x) and math.isfinite(y))


def renewed(spot: Spot, pictures: Sequence[Picture]) -> Spot | None:
    """The same point a moment later; None where its line is no more."""
    for line in lines_of(spot.plot, pictures):
        if line.key == spot.line.key and spot.index < len(line.x):
            return Spot(spot.plot, line, spot.index)
    return None


def words(spot: Spot) -> tuple[str, ...]:
    """What a point says, line by line: its curve, both values, the band and who is left out."""
    facts = [
        said(spot.line.label),
        _named(said(spot.plot.x.label), spot.x, _X_DIGITS),
        _named(said(spot.plot.y.label), spot.y, _Y_DIGITS),
    ]
    if isinstance(spot.line, Curve):
        facts += _spread(spot.line, spot.index)
    return tuple(facts)


def _named(label: str, value: float, digits: str) -> str:
    return placed(translate("Plots", "%1: %2", "a value"), label, number(value, digits, language()))


def _spread(curve: Curve, index: int) -> list[str]:
    low, high, finite = curve.low[index], curve.high[index], curve.finite[index]
    facts = []
    if low < high:
        ends = (number(end, _Y_DIGITS, language()) for end in (low, high))
        facts.append(placed(translate("Plots", "10–90%: %1 – %2", "of networks"), *ends))
    if finite < 1:
        share = number(finite, "%", language())
        facts.append(placed(translate("Plots", "finite in %1 of the networks"), share))
    return facts
