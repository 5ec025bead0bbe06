"""Made-up houses and the rule of their prices."""

import math

import pytest
import torch

from sim.problems.houses import UNIT, Market, houses, standardised
from sim.randomness import Members


def test_prices_by_hand() -> None:
    """3 bedrooms, 10 years, at the ocean, a pool: 120 + 135 − 15 + 100 + 10 + 120 = 470 k€."""
    at_the_ocean = torch.tensor([3.0, 10.0, 0.0, 1.0])
    assert Market().price(at_the_ocean).item() == pytest.approx(470)


def test_a_pool_is_worth_less_away_from_the_ocean() -> None:
    """At 10 km: 10 + 120/e."""
    with_pool, without = (torch.tensor([3.0, 10.0, 10.0, pool]) for pool in (1.0, 0.0))
    worth = (Market().price(with_pool) - Market().price(without)).item()
    assert worth == pytest.approx(10 + 120 / math.e, abs=1e-3)


def test_features_are_about_zero_with_a_spread_of_one() -> None:
    x = houses(Members(70_000, 4), Market(), train=2000, validation=2, noise=0.0).train.x
    assert x.mean(dim=(0, 1)).abs().max() < 0.05
    assert (x.std(dim=(0, 1)) - 1).abs().max() < 0.05


def test_prices_without_noise_are_the_rule() -> None:
    market = Market()
    data = houses(Members(70_000, 1), market, train=5, validation=5, noise=0.0)
    centre, spread = -standardised(torch.zeros(4)), standardised(torch.ones(4))
    scale = 1 / (spread + centre)
    house = (data.train.x + centre) * scale
    torch.testing.assert_close(data.train.y * UNIT, market.price(house), rtol=1e-4, atol=1e-2)
