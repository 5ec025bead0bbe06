"""What a run shows while it goes and at its end: plain numbers, ready to be drawn or saved.

A curve tells a mean and a spread over the members, never one network's luck.
"""

from __future__ import annotations

from dataclasses import dataclass

from sim.words import Words

Numbers = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Curve:
    """One line of a plot, with its band.

    Attributes:
        plot: Key of the `sim.declaration.Plot` it belongs to.
        key: Which case it is; the same in every frame of a run.
        label: As the legend says it.
        x: In the plot's units.
        mean: Over the members whose value is finite; NaN where none is.
        low: The members' 10 % quantile.
        high: Their 90 % quantile.
        finite: Share of members whose value is finite, from 0 to 1 (all others diverged).
    """

    plot: str
    key: str
    label: Words
    x: Numbers
    mean: Numbers
    low: Numbers
    high: Numbers
    finite: Numbers


@dataclass(frozen=True, slots=True)
class Points:
    """Examples in the plane.

    Attributes:
        plot: As of a curve.
        key: Which set they are.
        label: As the legend says it.
        x: First coordinates.
        y: Second coordinates.
        group: The class of each, from 0.
    """

    plot: str
    key: str
    label: Words
    x: Numbers
    y: Numbers
    group: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A field over a rectangle: a decision region, a loss surface, an image.

    Attributes:
        plot: As of a curve.
        key: Which field it is.
        label: What a value means.
        x: Left and right edge.
        y: Lower and upper edge.
        rows: Values, lowest row first; each row from left to right.
    """

    plot: str
    key: str
    label: Words
    x: tuple[float, float]
    y: tuple[float, float]
    rows: tuple[Numbers, ...]


@dataclass(frozen=True, slots=True)
class Path:
    """A walk in the plane, from its first point to where it is now."""

    plot: str
    key: str
    label: Words
    x: Numbers
    y: Numbers


@dataclass(frozen=True, slots=True)
class Weights:
    """One small network, drawn with its weights.

    Attributes:
        plot: As of a curve.
        key: Which network it is.
        label: As the legend says it.
        matrices: One a layer; a row holds the weights into one unit.
        biases: One vector a layer.
        units: Names of the units of each layer, inputs first; empty where they have none.
    """

    plot: str
    key: str
    label: Words
    matrices: tuple[tuple[Numbers, ...], ...]
    biases: tuple[Numbers, ...]
    units: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of words and numbers, such as every derivative of a worked example.

    Attributes:
        plot: As of a curve.
        key: Which table it is.
        label: Its title.
        columns: Their heads.
        rows: One cell a column; numbers stay numbers.
        marked: Indices of the rows that deserve a second look.
    """

    plot: str
    key: str
    label: Words
    columns: tuple[Words, ...]
    rows: tuple[tuple[Words | float, ...], ...]
    marked: tuple[int, ...] = ()


Picture = Curve | Points | Grid | Path | Weights | Table
