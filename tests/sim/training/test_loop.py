"""The training loop against a loop anyone would write, and its penalties and bounds one by one."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
import torch
from torch import Tensor, nn

from sim.nn.recipe import Init, InitKind, Loss, Method, Recipe, mlp
from sim.randomness import Members
from sim.training.datasets import Data, Split
from sim.training.ensemble import Ensemble
from sim.training.loop import clipped, penalised, shrink, train
from tests.sim.networks import ensemble, flat, noisy, plain

EXAMPLES, BATCH, EPOCHS = 45, 16, 4
RECIPE = Recipe(network=mlp(9, 4, 3, init=Init(InitKind.TORCH)), batch_size=BATCH, epochs=EPOCHS)
RATE = 0.0078125
WITNESSES: dict[Method, Callable[[Iterator[nn.Parameter]], torch.optim.Optimizer]] = {
    Method.SGD: lambda p: torch.optim.SGD(p, lr=RATE),
    Method.MOMENTUM: lambda p: torch.optim.SGD(p, lr=RATE, momentum=0.9),
    Method.RMSPROP: lambda p: torch.optim.RMSprop(p, lr=RATE, alpha=0.999),
    Method.ADAM: lambda p: torch.optim.Adam(p, lr=RATE),
    Method.ADAMW: lambda p: torch.optim.AdamW(p, lr=RATE, weight_decay=0.0),
}


def trained(ensemble: Ensemble) -> Ensemble:
    for _ in train(ensemble, ensemble.steps):
        pass
    return ensemble


def batches(member: int, split: Split) -> Iterator[tuple[Tensor, Tensor]]:
    """What a shuffling DataLoader would give, by the member's own chance; its last one is short."""
    streams = Members(member, 1).streams("batches")
    for _ in range(EPOCHS):
        order = streams.permutations(EXAMPLES)[0]
        for rows in order.split(BATCH):
            yield split.x[member][rows], split.y[member][rows]


def used(ensemble: Ensemble) -> Tensor:
    """The parameters without what fills the rows up, which stays zero."""
    end = max(columns.stop for columns in ensemble.columns.values())
    assert not ensemble.values[:, end:].any()
    return ensemble.values[:, :end]


@pytest.mark.parametrize("method", WITNESSES)
def test_a_member_is_trained_as_a_sequential_in_a_loop(method: Method) -> None:
    """Twelve steps; what differs is the order of sums."""
    data = noisy(Members(0, 3), 5, examples=EXAMPLES)
    ours = ensemble(replace(RECIPE, method=method, learning_rate=RATE), data=data)
    networks = [plain(ours, member) for member in range(3)]
    start = ours.values.clone()
    trained(ours)
    for member, network in enumerate(networks):
        optimiser = WITNESSES[method](network.parameters())
        for x, y in batches(member, data.train):
            optimiser.zero_grad()
            nn.functional.cross_entropy(network(x), y).backward()
            optimiser.step()
        torch.testing.assert_close(used(ours)[member], flat(network), rtol=1e-4, atol=1e-5)
    assert (ours.values - start).abs().amax(dim=1).min() > 0.003


def test_every_example_comes_once_an_epoch_in_an_order_of_each_members_own() -> None:
    members = Members(0, 2)
    x = torch.arange(EXAMPLES, dtype=torch.float32).view(1, -1, 1).expand(2, -1, 1)
    split = Split(x, torch.zeros(2, EXAMPLES, dtype=torch.int64))
    ours = Ensemble([RECIPE, RECIPE], Data(split, split), members, torch.device("cpu"))
    seen = []
    for step in range(3):
        ours.steps_done = step
        seen.append(ours.next_batch()[0].squeeze(-1))
    assert [part.shape[1] for part in seen] == [16, 16, 13]
    order = torch.cat(seen, dim=1)
    assert (order.sort(dim=1).values == torch.arange(EXAMPLES)).all()
    assert torch.equal(order[:2], order[2:])  # the same in both cases
    assert not torch.equal(order[0], order[1])


def test_each_penalty_is_the_derivative_of_what_it_adds() -> None:
    """Against autograd of ``λ₁ Σ|w| + λ₂ Σw²``, elastic net when both are there."""
    values = torch.tensor([[3.0, -2.0, 0.5], [1.0, -1.0, 4.0]], requires_grad=True)
    l1 = torch.tensor([[0.1, 0.1, 0.0], [0.3, 0.3, 0.0]])  # none on the bias, which comes last
    l2 = torch.tensor([[0.2, 0.2, 0.0], [0.0, 0.0, 0.0]])
    (slope,) = torch.autograd.grad((l1 * values.abs() + l2 * values.square()).sum(), values)
    gradient, now = torch.tensor([[1.0, 2.0, 3.0], [0.0, 0.0, 0.0]]), values.detach()
    torch.testing.assert_close(penalised(gradient, now, l1=l1, l2=l2), gradient + slope)
    assert torch.equal(penalised(gradient, now, l1=None, l2=None), gradient)


@pytest.mark.parametrize(
    ("recipe", "penalty"),
    [
        (replace(RECIPE, l1=0.25), lambda w: 0.25 * w.abs().sum()),
        (replace(RECIPE, l2=0.25), lambda w: 0.25 * w.square().sum()),
        (replace(RECIPE, l1=0.5, l2=0.25), lambda w: 0.5 * w.abs().sum() + 0.25 * (w**2).sum()),
    ],
)
def test_a_penalised_step_is_autograds_of_the_whole_loss(recipe: Recipe, penalty: object) -> None:
    assert callable(penalty)
    data = noisy(Members(0, 1), 5, examples=EXAMPLES)
    ours = ensemble(replace(recipe, batch_size=None, epochs=1), data=data)
    network = plain(ours, 0)
    loss = nn.functional.cross_entropy(network(data.train.x[0]), data.train.y[0])
    weights = [p for p in network.parameters() if p.ndim == 2]
    (loss + sum(penalty(w) for w in weights)).backward()
    torch.optim.SGD(network.parameters(), lr=0.1).step()
    torch.testing.assert_close(used(trained(ours))[0], flat(network), rtol=1e-5, atol=1e-6)


def test_soft_thresholding_makes_the_zero_of_the_course() -> None:
    """REG-10 of the course: t = 0.6 on (3; −2; 0.5) gives (2.4; −1.4; 0)."""
    values = torch.tensor([[3.0, -2.0, 0.5]])
    shrink(values, torch.tensor(0.6))
    torch.testing.assert_close(values, torch.tensor([[2.4, -1.4, 0.0]]))
    assert values[0, 2] == 0


def test_proximal_l1_shrinks_weights_by_the_rate_times_lambda_after_each_step() -> None:
    data = noisy(Members(0, 2), 5, examples=EXAMPLES)
    once = replace(RECIPE, batch_size=None, epochs=1)
    plain_step = trained(ensemble(once, data=data))
    ours = trained(ensemble(replace(once, l1=2.0, is_l1_proximal=True), data=data))
    for name, columns in ours.columns.items():
        before, after = plain_step.values[:, columns], ours.values[:, columns]
        if name.endswith("bias"):
            assert torch.equal(before, after)
        else:
            torch.testing.assert_close(after, nn.functional.softshrink(before, 0.2))
            assert (after == 0).any()


@pytest.mark.parametrize(
    ("bound", "expected"), [(1.0, (0.6, 0.8)), (2.0, (1.2, 1.6)), (10.0, (3.0, 4.0))]
)
def test_clipping_shortens_as_the_course_says(bound: float, expected: tuple[float, float]) -> None:
    """GRA-32 of the course: g = (3; 4)."""
    gradient = clipped(torch.tensor([[3.0, 4.0]]), torch.tensor([[bound]]))
    torch.testing.assert_close(gradient, torch.tensor([expected]), rtol=1e-5, atol=0)


def test_clipping_is_torchs_for_each_network_and_leaves_those_without_bound() -> None:
    gradient = torch.randn(4, 50, generator=torch.Generator().manual_seed(0))
    bounds = torch.tensor([[0.5], [3.0], [100.0], [torch.inf]])
    ours = clipped(gradient, bounds)
    for k, bound in enumerate(bounds.flatten().tolist()):
        parameter = nn.Parameter(torch.zeros(50))
        parameter.grad = gradient[k].clone()
        nn.utils.clip_grad_norm_([parameter], bound)
        torch.testing.assert_close(ours[k], parameter.grad)
    assert torch.equal(ours[3], gradient[3])


def test_a_loss_that_is_not_finite_stops_nothing_and_nobody_else() -> None:
    data = noisy(Members(0, 2), 5, examples=EXAMPLES, numbers=3)
    recipe = replace(RECIPE, loss=Loss.MSE, batch_size=None, epochs=60)
    wild = trained(ensemble(replace(recipe, learning_rate=1e6), recipe, data=data))
    tame = trained(ensemble(recipe, data=data))
    assert not used(wild)[:2].isfinite().all(dim=1).any()
    assert torch.equal(wild.values[2:], tame.values)


def test_fewer_examples_are_the_first_ones() -> None:
    data = noisy(Members(0, 2), 5, examples=EXAMPLES)
    fewer = Data(data.train.first(20), data.validation)
    ours = trained(ensemble(replace(RECIPE, examples=20), data=data))
    assert ours.steps == 4 * 2
    assert torch.equal(ours.values, trained(ensemble(RECIPE, data=fewer)).values)
