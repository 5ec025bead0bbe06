"""How the learner wants to study: declared once here, labelled and drawn by `qtapp.settings`."""

from enum import StrEnum
from typing import NamedTuple

from db.rows import Scale


class NewOrder(StrEnum):
    """When new cards come."""

    AFTER_REVIEWS = "after"
    BEFORE_REVIEWS = "before"
    MIXED = "mixed"


class StudySettings(NamedTuple):
    """Kept in the collection.

    Attributes:
        desired_retention: Recall probability at which a card comes back.
        new_per_day: Most new cards a day, over the whole collection.
        reviews_per_day: Most reviews a day, over the whole collection.
        learning_steps_min: Minutes between the first steps of a new card.
        relearning_steps_min: Minutes between the steps of a forgotten card.
        maximum_interval_days: No interval is longer.
        rollover_hour: Hour of the learner's clock at which the day changes.
        time_zone: IANA name, or "" for the computer's.
        learn_ahead_min: Learning cards due within this many minutes come when nothing else does.
        bury_siblings: Cards of the same note wait until tomorrow.
        new_order: When new cards come.
        fuzz: Spread intervals a little, so that cards learnt together part.
        scale: Four grades, or the five confidence steps.
    """

    desired_retention: float = 0.90
    new_per_day: int = 20
    reviews_per_day: int = 200
    learning_steps_min: tuple[float, ...] = (1.0, 10.0)
    relearning_steps_min: tuple[float, ...] = (10.0,)
    maximum_interval_days: int = 36500
    rollover_hour: int = 4
    time_zone: str = ""
    learn_ahead_min: int = 20
    bury_siblings: bool = True
    new_order: NewOrder = NewOrder.AFTER_REVIEWS
    fuzz: bool = True
    scale: Scale = Scale.FOUR


RANGES: dict[str, tuple[float, float]] = {
    "desired_retention": (0.70, 0.99),
    "new_per_day": (0, 9999),
    "reviews_per_day": (0, 9999),
    "maximum_interval_days": (1, 36500),
    "rollover_hour": (0, 23),
    "learn_ahead_min": (0, 1440),
}
"""The smallest and largest value of each number."""
