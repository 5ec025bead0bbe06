"""The plots of a moment in words, for whoever does not see them: from what, to what, and where."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication

from qtapp.placeholders import placed
from qtapp.plots.spots import Line, heights, seen
from qtapp.said import language, said
from sim.declaration import Plot
from sim.pictures import Curve, Grid, Path, Picture, Points, Table, Weights
from sim.words import Words, number

translate = QCoreApplication.translate


def summary(plots: Sequence[Plot], pictures: Sequence[Picture]) -> str:
    """One paragraph a plot: its title, its axes, and a sentence for each of its pictures.

    Args:
        plots: In the order shown; one without pictures is left out.
        pictures: Of this moment.

    Returns:
        In the interface's language; empty where nothing is shown.
    """
    paragraphs = []
    for plot in plots:
        mine = [picture for picture in pictures if picture.plot == plot.key]
        if mine:
            paragraphs.append(" ".join([_head(plot, mine), *(sentence(one, plot) for one in mine)]))
    return "\n".join(paragraphs)


def _head(plot: Plot, pictures: Sequence[Picture]) -> str:
    """Tables and networks lie on no axes."""
    if all(isinstance(picture, Table | Weights) for picture in pictures):
        return placed(translate("Summary", "%1."), said(plot.title))
    names = (said(words) for words in (plot.title, plot.y.label, plot.x.label))
    return placed(translate("Summary", "%1; vertical axis: %2; horizontal axis: %3."), *names)


def sentence(picture: Picture, plot: Plot) -> str:
    """What one picture of a plot shows."""
    match picture:
        case Curve():
            return _curve(picture, plot)
        case Path():
            return _path(picture)
        case Points():
            return _points(picture)
        case Grid():
            return _grid(picture)
        case Weights():
            return _weights(picture)
        case Table():
            return _table(picture)


# Curves and paths


def _curve(curve: Curve, plot: Plot) -> str:
    points = seen(curve)
    if not points:
        return placed(translate("Summary", "%1: no value is finite."), said(curve.label))
    least = min(points, key=lambda index: curve.mean[index])
    most = max(points, key=lambda index: curve.mean[index])
    text = translate("Summary", "%1: from %2 to %3; least %4, greatest %5; %6.")
    ends = (points[0], points[-1], least, most)
    told = (_value_at(curve, index, said(plot.x.label)) for index in ends)
    return placed(text, said(curve.label), *told, _finite(curve))


def _value_at(line: Line, index: int, axis: str) -> str:
    text = translate("Summary", "%1 (%2: %3)", "a value, and where: 0.12 (epoch: 40)")
    return placed(text, _told(heights(line)[index]), axis, _told(line.x[index], ".6"))


def _finite(curve: Curve) -> str:
    share = curve.finite[-1]
    if share == 1:
        return translate("Summary", "finite in all networks")
    if share == 0:
        return translate("Summary", "finite in no network at the end")
    text = translate("Summary", "finite in %1 of the networks at the end")
    return placed(text, number(share, "%", language()))


def _path(path: Path) -> str:
    points = seen(path)
    if not points:
        return placed(translate("Summary", "%1: no value is finite."), said(path.label))
    steps = translate("Summary", "%n step(s)", "", len(points) - 1)
    text = translate("Summary", "%1: a way of %2, from %3 to %4.")
    ends = (_pair(path.x[index], path.y[index]) for index in (points[0], points[-1]))
    return placed(text, said(path.label), steps, *ends)


def _pair(x: float, y: float) -> str:
    return placed(translate("Summary", "(%1, %2)", "a point"), _told(x), _told(y))


# What has no curve


def _points(points: Points) -> str:
    examples = translate("Summary", "%n example(s)", "", len(points.x))
    classes = translate("Summary", "%n class(es)", "", len(set(points.group)))
    return placed(translate("Summary", "%1: %2 in %3."), said(points.label), examples, classes)


def _grid(grid: Grid) -> str:
    values = [value for row in grid.rows for value in row]
    text = translate("Summary", "%1: a field of %2 × %3 values, from %4 to %5.")
    sizes = (str(len(grid.rows[0])) if grid.rows else "0", str(len(grid.rows)))
    return placed(text, said(grid.label), *sizes, *_range(values))


def _weights(network: Weights) -> str:
    first = len(network.matrices[0][0])
    layers = "–".join(str(units) for units in (first, *(len(m) for m in network.matrices)))
    weights = [weight for matrix in network.matrices for row in matrix for weight in row]
    text = translate("Summary", "%1: a network with layers of %2 units, weights from %3 to %4.")
    return placed(text, said(network.label), layers, *_range(weights))


def _table(table: Table) -> str:
    rows = translate("Summary", "%n row(s)", "", len(table.rows))
    columns = ", ".join(said(head) for head in table.columns)
    text = translate("Summary", "%1: a table of %2 with the columns %3.")
    told = placed(text, said(table.label), rows, columns)
    if not table.marked:
        return told
    marked = ", ".join(_first_cell(table.rows[index]) for index in table.marked)
    return told + " " + placed(translate("Summary", "Marked: %1."), marked)


def _first_cell(row: Sequence[Words | float]) -> str:
    return said(row[0]) if isinstance(row[0], Words) else _told(row[0])


def _range(values: Iterable[float]) -> tuple[str, str]:
    finite = [value for value in values if math.isfinite(value)]
    return (_told(min(finite)), _told(max(finite))) if finite else ("NaN", "NaN")


def _told(value: float, digits: str = "") -> str:
    return number(value, digits, language())
