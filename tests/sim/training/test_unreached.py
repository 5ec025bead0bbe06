"""Units that no gradient reaches, counted in networks whose units were put to sleep by hand."""

import pytest
import torch

from sim.nn.recipe import Init, InitKind, Recipe, mlp
from sim.randomness import Members
from sim.training.signals import unreached_share
from tests.sim.networks import ensemble, noisy


@pytest.mark.parametrize(
    ("asleep", "share"),
    [
        ([], 0.0),
        ([("0.bias", 1)], 1 / 7),
        ([("0.bias", 2), ("2.bias", 1)], 3 / 7),
        ([("2.bias", 3)], 1.0),  # the whole second layer: nothing gets past it
    ],
)
def test_units_asleep_and_those_behind_them(asleep: list[tuple[str, int]], share: float) -> None:
    """Four units, then three, then the outputs: seven hidden ones."""
    members = Members(0, 2)
    recipe = Recipe(network=mlp(4, 3, 3, init=Init(InitKind.NORMAL)), steps=1)
    ours = ensemble(recipe, data=noisy(members, 5, examples=200))
    with torch.no_grad():
        ours.network.get_parameter("2.weight").abs_()  # awake with any unit before it
        for name, count in asleep:
            ours.network.get_parameter(name)[:, 0, :count] = -1e3
    assert unreached_share(ours).tolist() == pytest.approx([share] * 2)
