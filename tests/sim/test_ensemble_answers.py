"""What an ensemble answers to examples made on the spot, one after the other."""

import torch

from sim.nn.recipe import Recipe, mlp
from sim.problems.tasks import xor
from sim.randomness import Members
from sim.training.ensemble import Ensemble


def test_answers_belong_to_the_examples_asked_even_where_memory_is_reused() -> None:
    """A tensor let go gives its address to the next one, which is another question."""
    members = Members(70_000, 1)
    ensemble = Ensemble(
        [Recipe(network=mlp(3, 2), steps=1)], xor(members), members, torch.device("cpu")
    )
    for value in range(50):
        found = ensemble.outputs(torch.full((1, 4, 2), float(value)))
        with torch.no_grad():
            expected = ensemble.network(torch.full((1, 4, 2), float(value)))
        assert torch.equal(found, expected)
