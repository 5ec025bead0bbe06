"""Cases of a comparison train side by side, whatever makes them differ."""

from dataclasses import replace

import numpy as np
import pytest
import torch

from sim.nn.recipe import Init, InitKind, Method, Recipe, mlp
from sim.randomness import Members
from sim.training.ensemble import grouped
from sim.training.fleet import Fleet
from tests.sim.networks import RECORD, ensemble, finished, fleet, noisy

EXAMPLES = 40
BASE = Recipe(network=mlp(6, 3), batch_size=10, epochs=6)
MEMBERS = Members(0, 3)
DATA = noisy(MEMBERS, 5, examples=EXAMPLES)


def test_numbers_that_stack_train_in_one_pass() -> None:
    recipes = {
        "base": BASE,
        "rate": replace(BASE, learning_rate=1.0),
        "penalties": replace(BASE, l1=0.1, l2=0.2, decay=0.1, clip_norm=1.0, patience=3),
        "start": replace(BASE, network=mlp(6, 3, init=Init(InitKind.TORCH))),
    }
    assert grouped(recipes) == [recipes]


def test_what_changes_the_shapes_or_the_rule_trains_in_a_pass_of_its_own() -> None:
    recipes = {
        "base": BASE,
        "wider": replace(BASE, network=mlp(7, 3)),
        "again": replace(BASE, learning_rate=0.2),
        "batch": replace(BASE, batch_size=20),
        "examples": replace(BASE, examples=20),
        "adam": replace(BASE, method=Method.ADAM),
    }
    assert [list(group) for group in grouped(recipes)] == [
        ["base", "again"],
        ["wider"],
        ["batch"],
        ["examples"],
        ["adam"],
    ]


RAGGED = {
    "base": BASE,
    "wide": replace(BASE, network=mlp(20, 20, 3)),
    "big batches": replace(BASE, batch_size=30),
    "all at once": replace(BASE, batch_size=None),
    "few examples": replace(BASE, examples=7, batch_size=5),
    "by steps": replace(BASE, epochs=None, steps=9),
    "faster": replace(BASE, learning_rate=0.3),
}
STEPS = {
    "base": 24,
    "wide": 24,
    "big batches": 12,  # 30 and 10 examples an epoch
    "all at once": 6,
    "few examples": 12,
    "by steps": 9,
    "faster": 24,
}


@pytest.fixture(scope="module")
def ragged() -> Fleet:
    return finished(fleet(RAGGED, DATA, MEMBERS, rounds=6))


def test_ragged_cases_are_grouped(ragged: Fleet) -> None:
    assert len(ragged.ensembles) == len(RAGGED) - 1


@pytest.mark.parametrize("case", RAGGED)
def test_a_case_in_a_ragged_fleet_is_what_it_is_alone(ragged: Fleet, case: str) -> None:
    alone = finished(fleet({case: RAGGED[case]}, DATA, MEMBERS, rounds=6))
    for name in RECORD:
        np.testing.assert_array_equal(ragged.history(name, case), alone.history(name, case))


@pytest.mark.parametrize("case", RAGGED)
def test_axes_tell_steps_and_epochs(ragged: Fleet, case: str) -> None:
    steps, epochs = ragged.steps(case), ragged.epochs(case)
    assert len(steps) == len(epochs) == ragged.history("train", case).shape[1] == 7
    assert (steps[0], steps[-1]) == (0, STEPS[case])
    assert epochs[-1] == (9 / 4 if case == "by steps" else 6)
    assert (np.diff(steps) > 0).all()


def test_cases_advance_in_lockstep() -> None:
    """At no moment is a case more than a round ahead, and what rounding to whole steps adds."""
    running = fleet(RAGGED, DATA, MEMBERS, rounds=6)
    progress = []
    for _ in running.train():
        shares = [each.steps_done / each.steps for each in running.ensembles]
        assert max(shares) - min(shares) < 2 / 6
        progress.append(running.progress)
    assert progress == sorted(progress)
    assert progress[-1] == 1
    assert all(each.steps_done == each.steps for each in running.ensembles)


def test_a_fleet_of_few_steps_has_fewer_rounds() -> None:
    short = finished(fleet({"a": replace(BASE, epochs=None, steps=3)}, DATA, MEMBERS, rounds=50))
    assert short.steps("a").tolist() == [0, 1, 2, 3]


def test_what_is_asked_of_a_case_is_its_own() -> None:
    trained = finished(fleet({"base": BASE, "faster": RAGGED["faster"]}, DATA, MEMBERS))
    (whole,) = trained.ensembles
    x = DATA.validation.x
    assert torch.equal(trained.outputs("faster", x), whole.outputs(x)[3:])
    first = next(whole.network.parameters())
    assert torch.equal(trained.parameters("faster")["0.weight"], first[3:])
    np.testing.assert_array_equal(
        trained.measure(RECORD["validation"], "faster"), trained.last("validation", "faster")
    )


def test_a_case_takes_over_the_parameters_of_another() -> None:
    trained = finished(fleet({"base": BASE, "faster": RAGGED["faster"]}, DATA, MEMBERS))
    x, before = DATA.validation.x, trained.outputs("base", DATA.validation.x).clone()
    assert not torch.equal(trained.outputs("faster", x), before)
    trained.hand_over("faster", trained.parameters("base"))
    assert torch.equal(trained.outputs("faster", x), before)
    assert torch.equal(trained.outputs("base", x), before)


def test_a_fleet_tells_what_each_case_learns_from(ragged: Fleet) -> None:
    assert torch.equal(ragged.examples_of("few examples").x, DATA.train.x[:, :7])
    assert torch.equal(ragged.examples_of("base").y, DATA.train.y)


def test_measures_of_one_moment_share_their_forward_pass() -> None:
    ours = ensemble(BASE, data=DATA)
    assert ours.outputs(DATA.train.x) is ours.outputs(DATA.train.x)
    assert not torch.equal(ours.outputs(DATA.train.x[:, :5]), ours.outputs(DATA.train.x)[:, 5:10])


@pytest.mark.parametrize("method", Method)
def test_a_step_makes_what_was_measured_forgotten(method: Method) -> None:
    ours = ensemble(replace(BASE, method=method), data=DATA)
    before = ours.outputs(DATA.validation.x)
    ours.optimiser.step(torch.ones_like(ours.values))
    assert not torch.equal(ours.outputs(DATA.validation.x), before)
