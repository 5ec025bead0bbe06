"""Tiles of the Lab show what real runs showed."""

from qtapp.widgets.thumbnail import drawings
from sim.contents import entries
from sim.declaration import Axis, Plot
from sim.pictures import Curve, Grid
from sim.words import same
from tools.thumbnails import drawing

PLOT = Plot("p", same("p"), Axis(same("x")), Axis(same("y"), is_log=True))


def test_every_experiment_has_one() -> None:
    assert set(drawings()) == set(entries())


def test_a_line_is_told_in_shares_of_its_plot() -> None:
    """On a logarithmic axis from 0.01 to 1, 0.1 is half way."""
    y = (1.0, 0.1, 0.01)
    curve = Curve("p", "c", same("c"), (0.0, 5.0, 10.0), y, y, y, (1.0, 1.0, 1.0))
    assert drawing([PLOT], [curve]) == {"lines": [[[0.0, 1.0], [0.5, 0.5], [1.0, 0.0]]]}


def test_a_field_is_told_by_its_cells() -> None:
    grid = Grid("p", "g", same("g"), (0, 1), (0, 1), ((2.0, 4.0), (3.0, 2.0)))
    assert drawing([PLOT], [grid]) == {"cells": [[0.0, 1.0], [0.5, 0.0]]}
