"""Pictures through a poor scanner."""

import pytest
import torch

from sim.problems.scans import poor_scans
from sim.randomness import Members
from sim.training.datasets import Split

WHITE_AND_BLACK = Split(torch.tensor([[[0.0, 1.0]]]), torch.tensor([[3]]))


def test_black_and_white_turn_grey() -> None:
    scanned = poor_scans(WHITE_AND_BLACK, Members(1, 1).streams("scanner"), 0.0)
    assert scanned.x.flatten().tolist() == pytest.approx([0.2, 0.8])
    assert scanned.y.tolist() == [[3]]


def test_grain_has_the_deviation_asked_for() -> None:
    grey = Split(torch.full((2, 50, 64), 0.5), torch.zeros(2, 50, dtype=torch.int64))
    scanned = poor_scans(grey, Members(1, 2).streams("scanner"), 0.2)
    assert scanned.x.std().item() == pytest.approx(0.2, rel=0.05)  # 6,400 draws
