"""Run every experiment once, small, and keep its first picture for the Lab: `make thumbnails`.

Lines and fields are reduced to what a tile can show, as shares of their plot from 0 to 1.
"""

import json
import math
from collections.abc import Iterable, Sequence

import numpy as np

from sim import catalogue
from sim.declaration import Axis, Plot
from sim.pictures import Curve, Grid, Path, Picture
from sim.protocol import Finished, RunRequest
from sim.runner import run
from tools.environment import ROOT

FILE = ROOT / "qtapp" / "thumbnails.json"
MEMBERS, SEED = 8, 0
MOST_LINES, MOST_POINTS = 4, 32
COLUMNS, ROWS = 24, 10
Drawing = dict[str, list[list[list[float]]] | list[list[float]]]


def drawing(plots: Sequence[Plot], pictures: Sequence[Picture]) -> Drawing:
    """What a tile shows of a run: the lines or the field of its first plot that has some."""
    for plot in plots:
        of_plot = [picture for picture in pictures if picture.plot == plot.key]
        if lines := [p for p in of_plot if isinstance(p, Curve | Path)][:MOST_LINES]:
            return {"lines": _lines(plot, lines)}
        if fields := [p for p in of_plot if isinstance(p, Grid)]:
            return {"cells": _cells(fields[0])}
    return {}


def _lines(plot: Plot, lines: Sequence[Curve | Path]) -> list[list[list[float]]]:
    ys = [line.mean if isinstance(line, Curve) else line.y for line in lines]
    x_ends = _ends((x for line in lines for x in line.x), plot.x)
    y_ends = _ends((y for line in ys for y in line), plot.y)
    return [
        [
            [_share(x, x_ends, plot.x), _share(y, y_ends, plot.y)]
            for x, y in zip(_thin(line.x), _thin(of_line), strict=True)
            if math.isfinite(y)
        ]
        for line, of_line in zip(lines, ys, strict=True)
    ]


def _ends(values: Iterable[float], axis: Axis) -> tuple[float, float]:
    shown = [v for v in values if math.isfinite(v) and (v > 0 or not axis.is_log)]
    low = axis.low if axis.low is not None else min(shown)
    high = axis.high if axis.high is not None else max(shown)
    return low, high if high > low else low + 1


def _share(value: float, ends: tuple[float, float], axis: Axis) -> float:
    low, high = ends
    if axis.is_log:
        value, low, high = (math.log10(max(v, 1e-300)) for v in (value, low, high))
    return round(min(max((value - low) / (high - low), 0.0), 1.0), 3)


def _thin(values: Sequence[float]) -> list[float]:
    kept = np.unique(np.linspace(0, len(values) - 1, MOST_POINTS).round().astype(int))
    return [values[index] for index in kept]


def _cells(grid: Grid) -> list[list[float]]:
    values = np.asarray(grid.rows, dtype=float)
    rows = np.linspace(0, values.shape[0] - 1, min(ROWS, values.shape[0])).round().astype(int)
    columns = np.linspace(0, values.shape[1] - 1, min(COLUMNS, values.shape[1])).round().astype(int)
    some = values[np.ix_(rows, columns)]
    spread = some.max() - some.min() or 1.0
    return [[round(float(v), 2) for v in row] for row in (some - some.min()) / spread]


def make() -> dict[str, Drawing]:
    """The drawing of every experiment, by name."""
    made: dict[str, Drawing] = {}
    for name in catalogue.names():
        *_, last = run(RunRequest(0, name, members=MEMBERS, seed=SEED))
        assert isinstance(last, Finished), last
        made[name] = drawing(catalogue.experiment(name).plots, last.result.pictures)
    return made


if __name__ == "__main__":
    rows = (f'  "{name}": {json.dumps(found)}' for name, found in make().items())
    FILE.write_text("{\n" + ",\n".join(rows) + "\n}\n", encoding="utf-8")
