"""Where weights start, against the formulas of the course and against ``torch.nn``'s own."""

import math
from collections.abc import Callable

import pytest
import torch
from torch import Tensor, nn

from sim.nn.initialisation import deviation, draw, is_weight, orthogonal
from sim.nn.networks import Stack
from sim.nn.recipe import (
    BatchNorm,
    Dense,
    Init,
    InitKind,
    Network,
    Recurrent,
    Residual,
    mlp,
)
from sim.randomness import Members

IN, OUT, MEMBERS = 300, 100, 4


def weights(init: Init) -> Tensor:
    return draw(init, Members(0, MEMBERS).streams("weights"), OUT, IN)


def test_xavier_of_300_and_100_units_deviates_by_00707() -> None:
    """GRA-10 of the course: variance 2 / (300 + 100) = 0.005."""
    assert deviation(Init(InitKind.XAVIER), inputs=IN, outputs=OUT) == pytest.approx(
        0.0707, abs=5e-5
    )


def test_he_of_100_inputs_deviates_by_01414() -> None:
    """GRA-11 of the course."""
    assert deviation(Init(InitKind.HE), inputs=100, outputs=7) == pytest.approx(0.1414, abs=5e-5)


@pytest.mark.parametrize(
    ("init", "expected"),
    [
        (Init(InitKind.XAVIER), math.sqrt(2 / (IN + OUT))),
        (Init(InitKind.HE), math.sqrt(2 / IN)),
        (Init(InitKind.HE, 3.0), 3 * math.sqrt(2 / IN)),
        (Init(InitKind.NORMAL, 0.02), 0.02),
        (Init(InitKind.TORCH), 1 / math.sqrt(3 * IN)),  # U(−a, a) has variance a² / 3 (GRA-09)
    ],
)
def test_what_is_drawn_deviates_as_promised(init: Init, expected: float) -> None:
    """30,000 draws a member: a deviation is known to 0.4 %, so 2 % is five of its own."""
    for member in weights(init):
        assert member.std().item() == pytest.approx(expected, rel=0.02)
        assert abs(member.mean().item()) < 5 * expected / math.sqrt(IN * OUT)


def test_zero_and_constant_are_what_they_say() -> None:
    assert weights(Init(InitKind.ZERO)).count_nonzero() == 0
    assert (weights(Init(InitKind.CONSTANT, 0.5)) == 0.5).all()


def test_pytorchs_default_has_the_bounds_of_linear() -> None:
    """`torch.nn.Linear` draws weights and biases evenly from ±1/√n_in."""
    torch.manual_seed(0)
    theirs = nn.Linear(IN, 2000)
    ours = Stack([mlp(2000, init=Init(InitKind.TORCH))], IN, Members(0, 1))[0]
    for name in ("weight", "bias"):
        mine, bound = getattr(ours, name), getattr(theirs, name).abs().max().item()
        assert mine.abs().max().item() == pytest.approx(bound, rel=2e-3)
        assert mine.abs().max() <= 1 / math.sqrt(IN)


def test_biases_start_at_zero_otherwise() -> None:
    for kind in set(InitKind) - {InitKind.TORCH}:
        layer = Stack([mlp(5, init=Init(kind))], 3, Members(0, 2))[0]
        assert layer.bias.count_nonzero() == 0  # type: ignore[operator]


def test_orthogonal_matrices_turn_and_mirror_only() -> None:
    found = orthogonal(Members(0, 30).streams("weights"), 6)
    torch.testing.assert_close(found @ found.mT, torch.eye(6).expand(30, 6, 6), rtol=0, atol=1e-5)
    assert set(torch.linalg.det(found).round().tolist()) == {-1.0, 1.0}


def stack(layers: Network, members: Members, cases: int = 1) -> dict[str, Tensor]:
    return dict(Stack([layers] * cases, 4, members).named_parameters())


def test_members_differ_and_cases_start_alike() -> None:
    weight = stack(mlp(5, 3), Members(0, 2), cases=2)["0.weight"]
    assert torch.equal(weight[:2], weight[2:])
    assert not torch.equal(weight[0], weight[1])


def test_a_member_starts_the_same_in_any_company() -> None:
    network = Network((Recurrent("lstm", 5, recurrent_scale=1.0), Dense(3)))
    alone, crowd = stack(network, Members(7, 1)), stack(network, Members(0, 20))
    assert all(torch.equal(alone[name][0], crowd[name][7]) for name in alone)


def recurrent(spec: Recurrent) -> dict[str, Tensor]:
    return stack(Network((spec,), Init(InitKind.TORCH)), Members(0, 2))


def test_a_forget_gates_bias_is_the_second_of_four() -> None:
    """As in `torch.nn.LSTM`: input, forget, cell, output."""
    bias = recurrent(Recurrent("lstm", 5, forget_bias=4.0))["0.bias"]
    assert (bias[:, 0, 5:10] == 4).all()
    assert bias.count_nonzero() == 2 * 5


def test_every_gate_gets_an_orthogonal_matrix_of_its_own() -> None:
    matrix = recurrent(Recurrent("lstm", 5, recurrent_scale=2.0))["0.recurrent"]
    gates = matrix.view(2, 4, 5, 5)
    torch.testing.assert_close(
        gates @ gates.mT, 4 * torch.eye(5).expand(2, 4, 5, 5), rtol=0, atol=1e-5
    )
    assert not torch.equal(gates[:, 0], gates[:, 1])


def test_penalties_are_for_matrices_only() -> None:
    network = Network(
        (
            Recurrent("rnn", 5),
            BatchNorm(),
            Residual((Dense(5),)),
            *mlp(4, 3, activation="prelu").layers,
        )
    )
    named = Stack([network], 4, Members(0, 2)).named_parameters()
    assert {name for name, parameter in named if is_weight(name, parameter)} == {
        "0.weight",
        "0.recurrent",
        "2.0.weight",
        "3.weight",
        "5.weight",
    }


@pytest.mark.parametrize("start", [orthogonal, lambda s, n: s.normal(n, n)])
def test_no_draw_depends_on_torchs_own_generator(start: Callable[..., Tensor]) -> None:
    torch.manual_seed(1)
    before = start(Members(0, 2).streams("weights"), 4)
    torch.manual_seed(2)
    assert torch.equal(before, start(Members(0, 2).streams("weights"), 4))
