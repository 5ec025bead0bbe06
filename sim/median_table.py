"""A table of what a run measured and no curve shows: whoever predicted it sees what settles it."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from sim.declaration import Measures
from sim.pictures import Table
from sim.words import Words, number

MEDIAN = Words("médiane des réseaux", "median of the networks")


def median_table(
    plot: str,
    label: Words,
    rows: Mapping[str, Words],
    measures: Measures,
    *,
    spec: str = "",
) -> Table:
    """One row a measure, with its median over the networks.

    Args:
        plot: Key of the sheet that holds it.
        label: Its title.
        rows: What each measure is, by name, in order.
        measures: What was measured, among it those.
        spec: How numbers are written, as of `sim.words.number`.
    """
    heads = (Words("grandeur", "quantity"), MEDIAN)
    values = {name: float(np.median(measures[name])) for name in rows}
    cells = tuple((words, _cell(values[name], spec)) for name, words in rows.items())
    return Table(plot, "medians", label, heads, cells)


def _cell(value: float, spec: str) -> Words:
    return Words(number(value, spec, "fr"), number(value, spec, "en"))
