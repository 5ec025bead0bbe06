"""A learner to try schedules on, whose memory is not the scheduler's.

Each card has a true memory, by FSRS-6's formulas too but with other parameters: the learner's own,
scattered around the published ones, and a difficulty of the card's. The app sees only the grades.
"""

from __future__ import annotations

import math
import random
from datetime import datetime, timedelta

from fsrs import Card, Rating, Scheduler
from fsrs.scheduler import (
    DEFAULT_PARAMETERS,
    LOWER_BOUNDS_PARAMETERS,
    UPPER_BOUNDS_PARAMETERS,
)

PARAMETER_SCATTER = 0.15
"""Standard deviation of the logarithm of each parameter, about what the public benchmark's learners
differ by; set by eye, as is all below."""

CARD_SCATTER = 0.35
"""The same of the days that a card of a given stability really lasts."""

SLIPS = 0.02
"""Share of reviews that fail whatever the memory: a moment's inattention."""

FIRST_GRADES = {Rating.Again: 0.25, Rating.Hard: 0.15, Rating.Good: 0.5, Rating.Easy: 0.1}
RECALLED_GRADES = {Rating.Hard: 0.12, Rating.Good: 0.78, Rating.Easy: 0.1}
SECONDS = {Rating.Again: 14.0, Rating.Hard: 11.0, Rating.Good: 7.0, Rating.Easy: 4.0}
"""How long a review takes; a new card takes `NEW_SECONDS`, to be read and understood."""
NEW_SECONDS = 25.0


class Learner:
    """Grades cards as their true memory has it.

    Args:
        seed: Another one is another learner, with other luck.
    """

    def __init__(self, seed: int) -> None:
        self._rng = random.Random(seed)
        parameters = [
            min(max(w * math.exp(self._rng.gauss(0, PARAMETER_SCATTER)), low), high)
            for w, low, high in zip(
                DEFAULT_PARAMETERS, LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS, strict=True
            )
        ]
        self._mind = Scheduler(parameters=parameters, enable_fuzzing=False)
        self._cards: dict[int, Card] = {}
        self._speeds: dict[int, float] = {}

    def grade(self, card_id: int, now: datetime) -> tuple[Rating, float]:
        """What the learner says of a card, and the seconds it took.

        Args:
            card_id: Of the collection.
            now: Aware.
        """
        card = self._cards.get(card_id)
        if card is None:
            rating, seconds = self._drawn(FIRST_GRADES), NEW_SECONDS
            card = Card(card_id, due=now)
            self._speeds[card_id] = math.exp(self._rng.gauss(0, CARD_SCATTER))
        else:
            rating = self._remembered(card, now)
            seconds = SECONDS[rating]
        self._cards[card_id], _ = self._mind.review_card(card, rating, now)
        return rating, seconds

    def _remembered(self, card: Card, now: datetime) -> Rating:
        assert card.last_review is not None
        felt = (now - card.last_review) / self._speeds[card.card_id]
        recall = self._mind.get_card_retrievability(card, card.last_review + _whole(felt))
        if self._rng.random() > recall * (1 - SLIPS):
            return Rating.Again
        return self._drawn(RECALLED_GRADES)

    def comes(self, share: float) -> bool:
        """Whether the learner studies today, on that share of days."""
        return self._rng.random() < share

    def _drawn(self, shares: dict[Rating, float]) -> Rating:
        (found,) = self._rng.choices(list(shares), weights=list(shares.values()))
        return found


def _whole(time: timedelta) -> timedelta:
    """The package counts whole days."""
    return timedelta(days=round(time / timedelta(days=1)))
