import numpy as np
import pytest
import torch

from sim.problems.scalar_rnn import long_gradient, states
from sim.problems.sequences import recall
from sim.randomness import Members
from tests.sim.measured import measured, share_met

NAME = "rnn_vs_lstm"


def test_an_open_forget_gate_keeps_the_bit() -> None:
    assert share_met(NAME) == 1.0


def test_everyone_recalls_it_over_a_short_time() -> None:
    measures = measured(NAME, 4, length=6)
    assert all(measures[f"accuracy_{case}"].min() > 0.9 for case in ("rnn", "closed", "chosen"))
    assert share_met(NAME, 4, length=6) == 0.0


def test_a_gate_of_bias_zero_halves_the_trace_at_each_time() -> None:
    """The cell is multiplied by f = σ(0) = 0.5 at each time (course inventory SEQ-18).

    The gates see the state as well, so the trace need not halve exactly.
    """
    measures = measured(NAME, length=20)
    factor = np.median(measures["trace_closed"]) ** (1 / 19)
    assert factor == pytest.approx(0.5, abs=0.15)
    assert np.all(measures["trace_chosen"] > 1e3 * measures["trace_closed"])


def test_the_bit_is_shown_first_and_never_again() -> None:
    train = recall(Members(4, 2), train=50, validation=1, length=7).train
    assert torch.equal(train.x[:, :, 0, 0], 2.0 * train.y - 1)
    assert not train.x[:, :, 1:, 0].any()
    assert not train.x[:, :, 0, 1].any()


def test_the_rnn_of_one_number() -> None:
    """Course inventory SEQ-09, and by hand: put back to 0, only tanh(0.1) is left."""
    measures = measured(NAME, 4, length=6)
    found = [measures[f"state_{step}"][0] for step in (1, 2, 3)]
    assert found == pytest.approx([0.537, 0.485, 0.453], abs=5e-4)
    assert states(0.8, is_reset=True) == pytest.approx((np.tanh(0.6), np.tanh(0.1), np.tanh(0.1)))


@pytest.mark.parametrize(
    ("weight", "found"), [(0.9, 2.656e-5), (1.1, 13_781), (0.5, 2.0**-100), (0, 0)]
)
def test_a_hundred_steps_multiply_a_gradient(weight: float, found: float) -> None:
    """Course inventory SEQ-13, and half of it a hundred times."""
    assert long_gradient(weight) == pytest.approx(found, rel=1e-3)


def test_what_a_gru_keeps_it_cannot_write() -> None:
    """Course inventory ENT-03: its one gate shares out u and 1 − u, and σ(6) leaves 0.0025."""
    measures = measured(NAME, forget_bias=6.0)
    assert np.median(measures["trace_gru"]) > 0.1  # it forgets nothing
    assert np.median(measures["accuracy_gru"]) < 0.65  # but hardly hears the bit
    assert np.median(measures["accuracy_chosen"]) >= 0.95
    assert measured(NAME, 4, length=6, forget_bias=1.0)["accuracy_gru"].min() > 0.9
