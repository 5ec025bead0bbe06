"""Course inventory ENT-03: a GRU's one gate shares out u and 1 − u, and σ(6) leaves 0.0025."""

import numpy as np

from tests.sim.measured import measured, outcome, share_met

NAME = "gru_vs_lstm"


def test_the_claim_holds() -> None:
    assert share_met(NAME) == 1.0


def test_what_a_gru_keeps_it_cannot_write() -> None:
    measures = measured(NAME)
    assert np.median(measures["trace_gru"]) > 0.1  # it forgets nothing
    assert outcome(NAME, measures) == "lost"  # but hardly hears the bit


def test_with_a_gate_half_open_a_gru_recalls_a_short_sequence() -> None:
    measures = measured(NAME, 4, length=6, bias=1.0)
    assert measures["accuracy_gru"].min() > 0.9
    assert share_met(NAME, 4, length=6, bias=1.0) == 0.0
