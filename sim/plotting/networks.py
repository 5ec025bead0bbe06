"""A small network with its weights: the width of a line is a weight's size, its colour the sign."""

from __future__ import annotations

import math

from matplotlib.axes import Axes
from matplotlib.collections import LineCollection

from sim.pictures import Weights
from sim.plotting.style import Style, literal
from sim.words import number

WIDEST = 6.0
THINNEST = 0.2
MOST_NUMBERS = 16
MOST_NAMES = 16
Place = tuple[float, float]


def draw_weights(axes: Axes, weights: Weights, style: Style) -> None:
    """Units in columns, inputs at the left; few weights are also written, and biases in units."""
    places = _places(weights)
    _draw_lines(axes, weights, places, style)
    _draw_units(axes, weights, places, style)
    if sum(len(row) for matrix in weights.matrices for row in matrix) <= MOST_NUMBERS:
        _write_numbers(axes, weights, places, style)
    axes.set(xlim=(-0.3, len(places) - 0.7), ylim=(-0.08, 1.08))
    axes.axis("off")


def _places(weights: Weights) -> list[list[Place]]:
    widths = [len(weights.matrices[0][0]), *(len(matrix) for matrix in weights.matrices)]
    return [
        [(layer, 1 - (unit + 0.5) / width) for unit in range(width)]
        for layer, width in enumerate(widths)
    ]


def _draw_lines(axes: Axes, weights: Weights, places: list[list[Place]], style: Style) -> None:
    every = [value for matrix in weights.matrices for row in matrix for value in row]
    most = max((abs(value) for value in every if math.isfinite(value)), default=0.0) or 1.0
    negative, positive = style.palette.signs
    for layer, matrix in enumerate(weights.matrices):
        found = [(u, i, w) for u, row in enumerate(matrix) for i, w in enumerate(row)]
        axes.add_collection(
            LineCollection(
                [[places[layer][i], places[layer + 1][u]] for u, i, _ in found],
                linewidths=[_width(w, most) for *_, w in found],
                colors=[positive if w > 0 else negative for *_, w in found],
                linestyles=["-" if math.isfinite(w) else ":" for *_, w in found],
                alpha=0.85,
                zorder=1,
            )
        )


def _width(weight: float, most: float) -> float:
    size = abs(weight) / most if math.isfinite(weight) else 1.0
    return max(THINNEST, WIDEST * size)


def _draw_units(axes: Axes, weights: Weights, places: list[list[Place]], style: Style) -> None:
    widest = max(map(len, places))
    size = min(900.0, 14000 / widest**1.6)
    for layer, column in enumerate(places):
        axes.scatter(
            [x for x, _ in column],
            [y for _, y in column],
            s=size,
            color=style.palette.surface,
            edgecolors=style.palette.ink,
            linewidths=1.2,
            zorder=2,
        )
        if len(column) <= MOST_NAMES:
            for unit, (x, y) in enumerate(column):
                axes.annotate(
                    _inside(weights, layer, unit, style),
                    (x, y),
                    ha="center",
                    va="center",
                    fontsize=8 if widest <= 8 else 6,
                    color=style.palette.ink,
                    zorder=3,
                )


def _inside(weights: Weights, layer: int, unit: int, style: Style) -> str:
    """A unit's name and its bias."""
    named = len(weights.units) > layer and len(weights.units[layer]) > unit
    name = literal(weights.units[layer][unit]) if named else ""
    biases = weights.biases[layer - 1] if 0 < layer <= len(weights.biases) else ()
    if unit >= len(biases):
        return name
    bias = number(biases[unit], ".2", style.language)
    return f"{name}\n{bias}" if name else bias


def _write_numbers(axes: Axes, weights: Weights, places: list[list[Place]], style: Style) -> None:
    """Each weight beside its line, a third of the way from where it ends: there lines part."""
    for layer, matrix in enumerate(weights.matrices):
        for unit, row in enumerate(matrix):
            for source, weight in enumerate(row):
                (x0, y0), (x1, y1) = places[layer][source], places[layer + 1][unit]
                axes.annotate(
                    number(weight, ".3", style.language),
                    (x0 + 0.3 * (x1 - x0), y0 + 0.3 * (y1 - y0)),
                    ha="center",
                    va="center",
                    fontsize=8,
                    color=style.palette.ink,
                    bbox={"boxstyle": "round,pad=0.15", "fc": style.palette.surface, "ec": "none"},
                    zorder=4,
                )
