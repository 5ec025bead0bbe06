"""Linear layers in a row, on seeds that tuned nothing."""

import torch

from sim.experiments.linear_collapse import one_matrix
from sim.pictures import Table
from tests.sim.measured import finished, share_met


def test_stacked_linear_layers_are_one_matrix() -> None:
    assert share_met("linear_collapse") >= 0.95


def test_the_claim_is_false_where_relu_has_no_room() -> None:
    assert share_met("linear_collapse", width=2, layers=1) == 0


def test_two_layers_by_hand() -> None:
    """W₂(W₁x + b₁) + b₂ with W₁ = (1 2; 3 4), b₁ = (1, −1), W₂ = (2 −1), b₂ = 5."""
    weight, bias = one_matrix(
        {
            "0.weight": torch.tensor([[[1.0, 2.0], [3.0, 4.0]]]),
            "0.bias": torch.tensor([[[1.0, -1.0]]]),
            "2.weight": torch.tensor([[[2.0, -1.0]]]),
            "2.bias": torch.tensor([[[5.0]]]),
        }
    )
    assert weight.tolist() == [[[-1, 0]]]  # 2·1 − 3, 2·2 − 4
    assert bias.tolist() == [[[8]]]  # 2·1 − (−1) + 5


def test_the_table_shows_the_same_scores_twice() -> None:
    _, pictures = finished("linear_collapse", 2)
    table = next(picture for picture in pictures if isinstance(picture, Table))
    for row in table.rows:
        numbers = torch.tensor([cell for cell in row if isinstance(cell, float)])
        torch.testing.assert_close(numbers[1:3], numbers[3:5], rtol=1e-4, atol=1e-4)
