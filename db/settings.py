"""How the learner wants to study: declared once here, labelled and drawn by `qtapp.settings`."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from db.rows import Scale


class NewOrder(StrEnum):
    """When new cards come."""

    AFTER_REVIEWS = "after"
    BEFORE_REVIEWS = "before"
    MIXED = "mixed"


def _ranged(default: Any, low: float, high: float) -> Any:
    return field(default=default, metadata={"range": (low, high)})


@dataclass(frozen=True, slots=True)
class StudySettings:
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

    desired_retention: float = _ranged(0.90, 0.70, 0.99)
    new_per_day: int = _ranged(20, 0, 9999)
    reviews_per_day: int = _ranged(200, 0, 9999)
    learning_steps_min: tuple[float, ...] = (1.0, 10.0)
    relearning_steps_min: tuple[float, ...] = (10.0,)
    maximum_interval_days: int = _ranged(36500, 1, 36500)
    rollover_hour: int = _ranged(4, 0, 23)
    time_zone: str = ""
    learn_ahead_min: int = _ranged(20, 0, 1440)
    bury_siblings: bool = True
    new_order: NewOrder = NewOrder.AFTER_REVIEWS
    fuzz: bool = True
    scale: Scale = Scale.FOUR
