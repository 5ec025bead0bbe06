"""What a network answers over the plane, compared with the network itself."""

import math

import pytest
import torch

from sim.fleet import Fleet
from sim.randomness import Members
from sim.recipe import Loss, Recipe, mlp
from sim.regions import SIDE, learnt_from, region
from sim.tasks import moons, xor

EDGES = ((-1.0, 1.0), (-1.0, 3.0))


def fleet(outputs: int, loss: Loss = Loss.CROSS_ENTROPY) -> Fleet:
    members = Members(70_000, 2)
    data = moons(members, train=6, validation=4, noise=0.1)
    recipe = Recipe(network=mlp(3, outputs), steps=1, loss=loss)
    cpu = torch.device("cpu")
    return Fleet({"net": recipe}, data, members, record={}, rounds=1, device=cpu)


@pytest.mark.parametrize(
    ("row", "column", "place"),
    [(0, 0, (-1.0, -1.0)), (0, SIDE - 1, (1.0, -1.0)), (SIDE - 1, 0, (-1.0, 3.0))],
)
def test_rows_go_up_and_each_goes_right(row: int, column: int, place: tuple[float, float]) -> None:
    trained = fleet(2)
    first, second = trained.outputs("net", torch.tensor([[place], [place]]))[0, 0].tolist()
    expected = 1 / (1 + math.exp(first - second))  # softmax of two logits
    found = region(trained, "net", "plane", EDGES).rows[row][column]
    assert found == pytest.approx(expected, abs=1e-6)


def test_one_logit_goes_through_the_sigmoid() -> None:
    trained = fleet(1, Loss.BCE)
    logit = trained.outputs("net", torch.full((2, 1, 2), -1.0))[0, 0].item()
    corner = region(trained, "net", "plane", EDGES).rows[0][0]
    assert corner == pytest.approx(1 / (1 + math.exp(-logit)), abs=1e-6)


def test_examples_keep_their_classes() -> None:
    members = Members(70_000, 2)
    cpu = torch.device("cpu")
    recipe = Recipe(network=mlp(2), steps=1)
    trained = Fleet({"net": recipe}, xor(members), members, record={}, rounds=1, device=cpu)
    points = learnt_from(trained, "net", "plane")
    assert list(zip(points.x, points.y, points.group, strict=True)) == [
        (-1, -1, 0),
        (-1, 1, 1),
        (1, -1, 1),
        (1, 1, 0),
    ]
