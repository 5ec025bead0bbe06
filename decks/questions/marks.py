"""What an answer is worth, before its learner decides."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mark:
    """What an answer is worth by the question's rule.

    Attributes:
        score: 0 to 1; None where only the learner can tell (an open answer).
        parts: Whether each part is right: of each option whether it was rightly picked or left, of
            each gap, each neighbour of an order, each pair; empty where there are no parts.
        is_unit_missing: Whether a number is right and only its unit is not.
    """

    score: float | None
    parts: tuple[bool, ...] = ()
    is_unit_missing: bool = False
