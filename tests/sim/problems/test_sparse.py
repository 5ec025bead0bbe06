"""Regression where few inputs matter."""

import torch

from sim.problems.sparse import INPUTS, LARGEST, SMALLEST, sparse
from sim.randomness import Members


def test_least_squares_finds_the_true_weights_where_there_is_no_noise() -> None:
    """An independent witness: `torch.linalg.lstsq`."""
    data = sparse(Members(70_000, 3), train=60, validation=5, useful=4, noise=0.0)
    found = torch.linalg.lstsq(data.train.x, data.train.y).solution[..., 0]
    assert found[:, 4:].abs().max() < 1e-5
    assert found[:, :4].abs().min() >= SMALLEST - 1e-4
    assert found[:, :4].abs().max() <= LARGEST + 1e-4


def test_a_member_s_examples_do_not_depend_on_company() -> None:
    alone = sparse(Members(70_001, 1), train=6, validation=5, useful=4, noise=1.0)
    among = sparse(Members(70_000, 3), train=6, validation=5, useful=4, noise=1.0)
    assert alone.train.x.shape == (1, 6, INPUTS)
    assert torch.equal(alone.train.y[0], among.train.y[1])
