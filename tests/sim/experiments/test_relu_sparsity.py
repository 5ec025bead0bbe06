import warnings

import pytest
import torch

from sim.problems.sparse_costs import break_even, held_bytes, matrix
from tests.sim.measured import measured, share_met

NAME = "relu_sparsity"


def test_half_of_fresh_relus_answer_zero() -> None:
    assert share_met(NAME, size=64) == 1.0


def test_a_bias_below_zero_silences_most() -> None:
    assert share_met(NAME, size=64, bias=-1.0) == 0.0


def test_tanh_never_answers_exactly_zero() -> None:
    assert not measured(NAME, size=64, activation="tanh")["zeros"].any()


def test_a_compressed_matrix_holds_what_a_hand_counts() -> None:
    """3 × 3 with 2 numbers: 2 floats of 4 bytes, 2 columns and 4 row starts of 8 bytes."""
    dense = torch.tensor([[0.0, 5.0, 0.0], [0.0, 0.0, 0.0], [7.0, 0.0, 0.0]])
    assert _compressed(dense) == 2 * 4 + 2 * 8 + 4 * 8


@pytest.mark.parametrize(("more", "is_heavier"), [(-0.02, False), (0.02, True)])
def test_sparse_is_heavier_from_a_third_of_numbers_on(more: float, is_heavier: bool) -> None:
    size = 100
    dense = matrix(size, break_even(size) + more, torch.Generator().manual_seed(1))
    assert (_compressed(dense) > 4 * size * size) == is_heavier


def test_a_matrix_has_exactly_the_density_asked() -> None:
    assert matrix(40, 0.25, torch.Generator().manual_seed(2)).count_nonzero() == 400


def _compressed(dense: torch.Tensor) -> int:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        return held_bytes(dense.to_sparse_csr())
