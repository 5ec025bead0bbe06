import numpy as np
import pytest
import torch

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
