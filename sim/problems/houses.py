"""Made-up houses for the course's running example: what they have, and what they cost.

Nobody sold them. Each price follows a rule written here, plus noise; the rule holds what a weighted
sum cannot say: that a pool is worth more near the ocean.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor

from sim.randomness import Members
from sim.training.datasets import Data, Split

FEATURES = ("bedrooms", "age", "distance", "pool")
MOST_BEDROOMS = 6
OLDEST_YEARS = 60.0
FARTHEST_KM = 40.0
REACH_KM = 10.0
"""Over which distance the ocean's charm falls to 37 %, 1/e."""
UNIT = 100.0
"""Networks count prices in hundreds of thousands of euros, this many k€."""
_CENTRE = torch.tensor([3.5, 30.0, 20.0, 0.5])
_SPREAD = torch.tensor([1.7, 17.3, 11.5, 0.5])


@dataclass(frozen=True, slots=True)
class Market:
    """What makes a price, in thousands of euros (k€).

    Attributes:
        base: Of any house.
        bedroom: Each bedroom adds this much.
        year: Each year of age takes this much off.
        ocean: At the ocean, a house is worth this much more than far inland.
        pool: What a pool adds far inland.
        ocean_pool: What a pool adds on top of that at the ocean.
    """

    base: float = 120.0
    bedroom: float = 45.0
    year: float = 1.5
    ocean: float = 100.0
    pool: float = 10.0
    ocean_pool: float = 120.0

    def price(self, house: Tensor) -> Tensor:
        """Prices in k€, ``(…, 1)``, of houses ``(…, 4)`` in the order of `FEATURES`."""
        bedrooms, age, distance, pool = house.unbind(-1)
        nearness = (-distance / REACH_KM).exp()
        worth = self.base + self.bedroom * bedrooms - self.year * age + self.ocean * nearness
        return (worth + pool * (self.pool + self.ocean_pool * nearness)).unsqueeze(-1)


def standardised(house: Tensor) -> Tensor:
    """Features about 0 and of spread 1, as networks like them; ``(…, 4)`` to the same."""
    return (house - _CENTRE) / _SPREAD


def houses(members: Members, market: Market, *, train: int, validation: int, noise: float) -> Data:
    """Each member's own houses: features standardised, prices in units of `UNIT` k€.

    Args:
        members: The seeds.
        market: The rule of prices.
        train: Houses to learn from.
        validation: Houses to judge by.
        noise: Standard deviation of what else moves a price, in k€.
    """
    streams = members.streams("houses")

    def split(examples: int) -> Split:
        house = torch.stack(
            [
                1.0 + streams.integers(MOST_BEDROOMS, examples),
                streams.uniform(examples, high=OLDEST_YEARS),
                streams.uniform(examples, high=FARTHEST_KM),
                streams.integers(2, examples).float(),
            ],
            dim=-1,
        )
        price = market.price(house) + noise * streams.normal(examples, 1)
        return Split(standardised(house), price / UNIT)

    return Data(split(train), split(validation))
