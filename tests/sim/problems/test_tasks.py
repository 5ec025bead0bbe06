"""The small problems lie where their descriptions say."""

import math
from collections.abc import Callable

import pytest
import torch

from sim.problems import tasks
from sim.problems.digits import digits
from sim.randomness import Members
from sim.training.datasets import Data, Split, shared, take

MEMBERS = Members(3, 2)
Task = Callable[..., Data]


def points(task: Task, noise: float = 0.0) -> Split:
    return task(MEMBERS, train=200, validation=50, noise=noise).train


@pytest.mark.parametrize("task", [tasks.moons, tasks.circles, tasks.spirals, tasks.clouds])
def test_classes_are_in_equal_parts_and_members_have_their_own(task: Task) -> None:
    train = points(task, 0.1)
    assert train.y.sum(dim=1).tolist() == [100, 100]
    assert not torch.equal(train.x[0], train.x[1])
    again = task(Members(4, 1), train=200, validation=50, noise=0.1).train
    assert torch.equal(again.x[0], train.x[1])


@pytest.mark.parametrize("task", [tasks.moons, tasks.circles, tasks.spirals, tasks.clouds])
def test_noise_has_its_deviation_on_each_coordinate(task: Task) -> None:
    added = points(task, 0.25).x - points(task).x
    assert added.std().item() == pytest.approx(0.25, rel=0.1)  # 800 draws: 2.5 % expected


def test_moons_are_two_half_circles_as_scikit_learn_draws_them() -> None:
    """Its ``make_moons``: (cos, sin) above, (1 − cos, ½ − sin) below."""
    train = points(tasks.moons)
    centre = torch.stack([train.y.float(), 0.5 * train.y], dim=-1)
    from_centre = train.x - centre
    torch.testing.assert_close(from_centre.norm(dim=-1), torch.ones(2, 200))
    assert (from_centre[..., 1] * (1 - 2 * train.y) >= -1e-6).all()


def test_circles_have_radius_a_half_and_one() -> None:
    train = points(tasks.circles)
    torch.testing.assert_close(train.x.norm(dim=-1), 0.5 + 0.5 * train.y)


def test_spirals_are_one_curve_and_the_same_turned_half_round() -> None:
    train = points(tasks.spirals)
    radius = train.x.norm(dim=-1)
    angle = 3 * math.pi * radius + math.pi * train.y
    expected = radius.unsqueeze(-1) * torch.stack([angle.cos(), angle.sin()], dim=-1)
    torch.testing.assert_close(train.x, expected, rtol=0, atol=1e-5)


def test_clouds_are_xor() -> None:
    train = points(tasks.clouds)
    assert (train.x.abs() == 1).all()
    assert torch.equal((train.x.prod(dim=-1) < 0).long(), train.y)
    corners = {tuple(corner.tolist()) for corner in train.x[0]}
    assert corners == set(tasks.XOR_INPUTS)


def test_xor_is_its_truth_table() -> None:
    train = tasks.xor(MEMBERS).train
    for x, y in zip(train.x[1], train.y[1], strict=True):
        assert y == int((x[0] > 0) != (x[1] > 0))


def test_wrong_labels_are_the_share_asked_for_and_always_wrong() -> None:
    y = torch.arange(40).remainder(4).expand(2, 40)
    wrong = tasks.with_wrong_labels(
        Split(torch.zeros(2, 40, 1), y), MEMBERS.streams("labels"), 0.3, 4
    )
    changed = wrong.y != y
    assert changed.sum(dim=1).tolist() == [12, 12]
    assert not torch.equal(changed[0], changed[1])
    assert wrong.y.min() >= 0
    assert wrong.y.max() < 4


def test_digits_are_never_learnt_from_and_judged_by() -> None:
    data = digits(MEMBERS, train=1000, validation=500)
    assert data.train.x.shape == (2, 1000, 64)
    assert data.train.x.min() >= 0
    assert data.train.x.max() == 1
    for member in range(2):
        learnt = {tuple(x.tolist()) for x in data.train.x[member]}
        assert not learnt & {tuple(x.tolist()) for x in data.validation.x[member]}


def test_each_member_takes_its_own_rows_also_of_what_is_shared() -> None:
    rows = torch.tensor([[2, 0], [1, 1]])
    own = torch.arange(6).view(2, 3)
    assert take(own, rows).tolist() == [[2, 0], [4, 4]]
    assert take(shared(own[0], 2), rows).tolist() == [[2, 0], [1, 1]]
    assert take(own.unsqueeze(-1).float(), rows).shape == (2, 2, 1)
