"""What a network answers over the plane, compared with the network itself."""

import math

import pytest
import torch

from sim.nn.recipe import Recipe, mlp
from sim.problems.tasks import xor
from sim.randomness import Members
from sim.training.fleet import Fleet
from sim.training.regions import SIDE, examples, region
from sim.words import same

X, Y = (-1.0, 1.0), (-1.0, 3.0)


@pytest.fixture(scope="module")
def fleet() -> Fleet:
    members = Members(70_000, 2)
    recipe = Recipe(network=mlp(3, 2), steps=1)
    cpu = torch.device("cpu")
    return Fleet({"net": recipe}, xor(members), members, record={}, rounds=1, device=cpu)


@pytest.mark.parametrize(("row", "column"), [(0, 0), (0, SIDE - 1), (SIDE - 1, 0)])
def test_rows_go_up_and_each_goes_right(fleet: Fleet, row: int, column: int) -> None:
    place = [-1 + 2 * (column + 0.5) / SIDE, -1 + 4 * (row + 0.5) / SIDE]
    first, second = fleet.outputs("net", torch.tensor([[place], [place]]))[0, 0].tolist()
    expected = 1 / (1 + math.exp(first - second))  # softmax of two logits
    found = region("plane", same("p"), fleet, "net", x=X, y=Y).rows[row][column]
    assert found == pytest.approx(expected, abs=1e-6)


def test_examples_keep_their_classes(fleet: Fleet) -> None:
    points = examples("plane", same("p"), fleet, "net")
    assert list(zip(points.x, points.y, points.group, strict=True)) == [
        (-1, -1, 0),
        (-1, 1, 1),
        (1, -1, 1),
        (1, 1, 0),
    ]
