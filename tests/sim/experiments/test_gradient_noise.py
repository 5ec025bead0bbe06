"""The mean of B independent draws has 1/B of their variance; without replacement, of n things,
(n − B)/(n − 1) of that again (Cochran, Sampling Techniques, 1977, section 2.6).
"""

import numpy as np
import pytest
import torch

from sim.nn.recipe import Recipe, mlp
from sim.problems.digits import digits
from sim.randomness import Members
from sim.training.ensemble import Ensemble
from sim.training.example_gradients import batch_gradients, example_gradients, spread
from tests.sim.measured import measured, median, met

MEMBERS = Members(70_000, 2)


def test_the_variance_falls_as_one_over_the_batch() -> None:
    measures = measured("gradient_noise", members=8)

    assert met("gradient_noise", measures).all()
    assert median(measures, "fourfold") == pytest.approx(4, rel=0.2)


def test_noise_falls_faster_where_no_example_is_drawn_twice() -> None:
    measures = measured("gradient_noise", members=4, is_replaced=False)

    assert (measures["slope"] < -1.05).all()


def test_the_claim_is_false_of_noise_that_falls_as_the_root() -> None:
    assert not met("gradient_noise", {"slope": np.array([-0.5])}).any()


def test_examples_average_to_the_gradient_of_the_whole_set() -> None:
    data = digits(MEMBERS, train=20, validation=1)
    ensemble = Ensemble([Recipe(network=mlp(5, 10), steps=1)], data, MEMBERS, torch.device("cpu"))
    whole_set = ensemble.gradient(ensemble.loss(ensemble.network(data.train.x), data.train.y))

    torch.testing.assert_close(example_gradients(ensemble).mean(dim=1), whole_set)


def test_a_batch_of_everything_has_no_noise() -> None:
    gradients = MEMBERS.streams("test").normal(6, 3)
    drawn = batch_gradients(gradients, 6, 4, MEMBERS.streams("draws"), is_replaced=False)

    assert spread(drawn, gradients.mean(dim=1)) == pytest.approx(torch.zeros(2), abs=1e-12)


def test_without_replacement_the_correction_is_cochrans() -> None:
    gradients = MEMBERS.streams("test").normal(6, 3)
    mean = gradients.mean(dim=1)
    drawn = batch_gradients(gradients, 3, 4000, MEMBERS.streams("draws"), is_replaced=False)

    expected = spread(gradients, mean) / 3 * (6 - 3) / (6 - 1)
    assert spread(drawn, mean) == pytest.approx(expected, rel=0.05)
