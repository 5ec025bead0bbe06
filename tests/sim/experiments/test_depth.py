"""Deep without shortcuts and with them, on seeds that tuned nothing."""

from sim.experiments.depth import WIDTH, _with_shortcuts
from sim.nn.networks import Stack
from sim.nn.recipe import mlp
from sim.randomness import Members
from tests.sim.measured import share_met


def test_many_plain_layers_do_worse_on_what_they_learn_from() -> None:
    assert share_met("depth", 6, steps=80) >= 0.95


def test_the_claim_is_false_for_a_few_layers() -> None:
    assert share_met("depth", 4, depth=4, steps=80) == 0


def test_shortcuts_cost_no_parameter() -> None:
    members = Members(0, 1)
    plain, shortcuts = (
        sum(p.numel() for p in Stack([network], 64, members).parameters())
        for network in (mlp(*(WIDTH,) * 5, 10), _with_shortcuts(5))
    )
    assert plain == shortcuts == 64 * 24 + 24 + 4 * (24 * 24 + 24) + 24 * 10 + 10
