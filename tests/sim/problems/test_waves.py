"""Points of a wave."""

import math

import pytest
import torch

from sim.problems.waves import noisy_wave
from sim.randomness import Members


def test_the_judges_are_the_truth() -> None:
    data = noisy_wave(Members(70_000, 2), train=3, validation=3, noise=0.5)
    assert data.validation.x[1, :, 0].tolist() == [-1, 0, 1]
    assert data.validation.y[1, 2, 0].item() == pytest.approx(math.sin(4))


def test_noise_has_the_deviation_asked_for() -> None:
    noisy, clean = (
        noisy_wave(Members(70_000, 4), train=2000, validation=2, noise=s) for s in (0.5, 0.0)
    )
    deviation = (noisy.train.y - clean.train.y).std().item()
    assert deviation == pytest.approx(0.5, rel=0.05)  # 8,000 draws: 0.8 % of standard error


def test_members_have_noise_of_their_own() -> None:
    data = noisy_wave(Members(70_000, 2), train=9, validation=2, noise=0.5)
    assert not torch.equal(data.train.y[0], data.train.y[1])
