"""Plain rows of experiments that come out of the collection, as those of `db.rows` do."""

from datetime import datetime
from enum import StrEnum
from typing import NamedTuple


class Certainty(StrEnum):
    """How sure the learner was of a prediction."""

    SURE = "sure"
    LIKELY = "likely"
    GUESS = "guess"


class Closeness(StrEnum):
    """How near a prediction came to what happened."""

    RIGHT = "right"
    NEAR = "near"
    WRONG = "wrong"


class PredictionRow(NamedTuple):
    """What the learner predicted on a card, and what happened.

    Attributes:
        id: Grows with time.
        card_id: The card.
        at: When it was recorded.
        experiment: Its name.
        settings: JSON with sorted keys: those that differ from the experiment's defaults.
        guess: What was to be guessed, as the app calls it: ``curve:PLOT/KEY``, ``choice:N``,
            ``number:MEASURE``.
        answer: What the learner said; JSON.
        certainty: How sure the learner was.
        seed: Of the first network.
        members: How many networks a case.
        truth: What happened; JSON.
        closeness: None if nothing could be judged.
        distance: From the truth, from 0, in what the app measures it; None if there is none.
    """

    id: int
    card_id: int
    at: datetime
    experiment: str
    settings: str
    guess: str
    answer: str
    certainty: Certainty
    seed: int
    members: int
    truth: str
    closeness: Closeness | None = None
    distance: float | None = None


class RunRow(NamedTuple):
    """A run in the history, without what it drew.

    Attributes:
        id: Grows with time.
        card_id: The card that it was launched on; None in the Lab.
        at: When it was recorded.
        experiment: Its name.
        settings: As of a prediction.
        members: How many networks a case.
        seed: Of the first network.
        met: In how many networks the claim held…
        shown: …of how many.
        seconds: How long it took.
        device: Where it was computed.
        note: The learner's.
        has_result: Whether `ExperimentLog.run_result` still has the run's file.
    """

    id: int
    card_id: int | None
    at: datetime
    experiment: str
    settings: str
    members: int
    seed: int
    met: int
    shown: int
    seconds: float
    device: str
    note: str = ""
    has_result: bool = True
