"""One linear layer and two layers on house prices, on seeds that tuned nothing."""

import numpy as np

from tests.sim.measured import measured, share_met


def test_a_hidden_layer_catches_what_a_weighted_sum_cannot() -> None:
    assert share_met("house_price") >= 0.95


def test_the_claim_is_false_with_one_hidden_unit() -> None:
    assert share_met("house_price", hidden=1) == 0


def test_to_a_linear_layer_a_pool_is_worth_the_same_everywhere() -> None:
    found = measured("house_price", 4)
    np.testing.assert_allclose(found["pool_near_linear"], found["pool_far_linear"], atol=0.01)
    assert (found["pool_near_hidden"] > found["pool_far_hidden"] + 50).all()
