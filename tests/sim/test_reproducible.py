"""A member's curves are the same bits, whoever trains beside it and wherever a run was cut."""

from dataclasses import replace

import numpy as np
import pytest
import torch

from sim.nn.products import product
from sim.nn.recipe import (
    Activation,
    BatchNorm,
    Dense,
    Init,
    InitKind,
    LayerNorm,
    Loss,
    Method,
    Network,
    Recipe,
    Recurrent,
    Residual,
    mlp,
)
from sim.randomness import Members
from sim.training.fleet import Array, Fleet
from sim.training.measures import Measure, train_loss
from tests.sim.networks import CPU, finished, fleet, noisy

LARGEST = 32
TORCH = Init(InitKind.TORCH)
PLAIN = Recipe(network=mlp(13, 6, 3, init=TORCH), epochs=3)
RECURRENT = Recipe(
    network=Network((Recurrent("rnn", 7, recurrent_scale=1.0), Dense(3))), batch_size=16, epochs=2
)
CASES: dict[str, tuple[Recipe, tuple[int, ...]]] = {
    "full batch": (PLAIN, (5,)),
    "mini-batches": (replace(PLAIN, batch_size=16), (5,)),
    "one example a step": (replace(PLAIN, batch_size=1, epochs=1), (5,)),
    "one output": (replace(PLAIN, network=mlp(30, 1), loss=Loss.BCE, batch_size=16), (30,)),
    "one unit": (replace(PLAIN, network=mlp(1, 3, activation="sigmoid"), batch_size=9), (5,)),
    "digits' sizes": (replace(PLAIN, network=mlp(128, 10), batch_size=32, epochs=1), (64,)),
    "momentum": (replace(PLAIN, method=Method.MOMENTUM, batch_size=16), (5,)),
    "rmsprop": (replace(PLAIN, method=Method.RMSPROP, batch_size=16), (5,)),
    "adam": (replace(PLAIN, method=Method.ADAM, learning_rate=0.01, batch_size=16), (5,)),
    "clipping and l1": (replace(PLAIN, clip_norm=0.1, l1=0.01, l2=0.01), (5,)),
    "batch norm": (replace(PLAIN, network=mlp(13, 3, norm=BatchNorm()), batch_size=16), (5,)),
    "layer norm": (replace(PLAIN, network=mlp(13, 3, norm=LayerNorm()), batch_size=16), (5,)),
    "dropout": (replace(PLAIN, network=mlp(13, 3, dropout=0.4), batch_size=16), (5,)),
    "residual": (
        replace(
            PLAIN,
            network=Network((Dense(9), Residual((Dense(9), Activation("tanh"))), Dense(3))),
        ),
        (5,),
    ),
    "rnn": (RECURRENT, (6, 2)),
    "lstm": (
        replace(RECURRENT, network=Network((Recurrent("lstm", 7), Dense(3))), clip_norm=1.0),
        (6, 2),
    ),
    **{
        name: (replace(PLAIN, network=mlp(13, 6, 3, activation=name), batch_size=16), (5,))
        for name in ("sigmoid", "tanh", "elu", "silu", "leaky_relu", "prelu", "softmax")
    },
}


def histories(
    recipe: Recipe, shape: tuple[int, ...], members: Members, others: int = 0
) -> dict[str, Array]:
    """Of the members under a recipe, trained beside `others` cases of another learning rate."""
    numbers = 1 if recipe.loss is Loss.BCE else None
    recipes = {
        **{f"other {k}": replace(recipe, learning_rate=0.02 * (k + 1)) for k in range(others)},
        "ours": recipe,
    }
    trained = finished(fleet(recipes, noisy(members, *shape, numbers=numbers), members))
    return {name: trained.history(name, "ours") for name in ("train", "validation")}


@pytest.mark.parametrize("name", CASES)
def test_company_changes_no_bit(name: str) -> None:
    recipe, shape = CASES[name]
    crowd = histories(recipe, shape, Members(0, LARGEST))
    assert np.isfinite(crowd["train"]).all()
    assert not np.array_equal(crowd["train"][0], crowd["train"][1])
    for first, count in ((0, 1), (0, 2), (0, 7), (25, 7), (31, 1)):
        for key, values in histories(recipe, shape, Members(first, count)).items():
            np.testing.assert_array_equal(values, crowd[key][first : first + count])
    for others in (1, 2):
        for key, values in histories(recipe, shape, Members(0, 5), others).items():
            np.testing.assert_array_equal(values, crowd[key][:5])


@pytest.mark.parametrize("sizes", [(28, 30, 1), (1, 30, 16), (8, 1, 128), (64, 64, 128), (3, 5, 7)])
def test_a_product_has_the_same_bits_alone_and_wherever_it_lies(sizes: tuple[int, ...]) -> None:
    rows, inner, columns = sizes
    generator = torch.Generator().manual_seed(0)
    a = torch.randn(LARGEST, rows, inner, generator=generator)
    b = torch.randn(LARGEST, inner, columns, generator=generator)
    together = product(a, b)
    for k in range(LARGEST):
        alone = product(a[k : k + 1].clone(), b[k : k + 1].clone())
        assert torch.equal(alone[0], together[k])


def cut(recipe: Recipe, shape: tuple[int, ...], after: int) -> tuple[Fleet, Fleet]:
    """A fleet that went through, and one that was saved after so many steps and went on anew."""
    members = Members(4, 3)
    numbers = 1 if recipe.loss is Loss.BCE else None
    data = noisy(members, *shape, numbers=numbers)
    through, first, second = (fleet({"a": recipe}, data, members) for _ in range(3))
    steps = first.train()
    for _ in range(after):
        next(steps)
    saved = first.state()
    for _ in steps:  # what goes on after the saving must not reach what was saved
        pass
    second.restore(saved)
    return finished(through), finished(second)


@pytest.mark.parametrize("name", CASES)
def test_a_run_that_was_saved_goes_on_bit_for_bit(name: str) -> None:
    recipe, shape = CASES[name]
    recipe = replace(recipe, patience=3)
    through, resumed = cut(recipe, shape, after=4)
    for key in ("train", "validation"):
        np.testing.assert_array_equal(resumed.history(key, "a"), through.history(key, "a"))
    ours, theirs = resumed.parameters("a"), through.parameters("a")
    assert all(torch.equal(ours[key], theirs[key]) for key in theirs)


def test_a_run_saved_in_the_middle_of_an_augmented_epoch_goes_on_bit_for_bit() -> None:
    recipe = replace(PLAIN, batch_size=7, augmentation="shift")
    through, resumed = cut(recipe, (16,), after=9)
    np.testing.assert_array_equal(resumed.history("train", "a"), through.history("train", "a"))


def test_measuring_changes_no_bit() -> None:
    members = Members(0, 2)
    recipe, shape = CASES["dropout"]
    data = noisy(members, *shape)
    often = finished(fleet({"a": recipe}, data, members, rounds=9))
    record: dict[str, Measure] = {"train": train_loss}
    seldom = finished(Fleet({"a": recipe}, data, members, record=record, rounds=1, device=CPU))
    assert np.array_equal(often.last("train", "a"), seldom.last("train", "a"))
