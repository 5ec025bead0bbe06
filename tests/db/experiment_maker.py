"""Predictions and runs whose contents do not matter, unless given."""

from datetime import UTC, datetime
from typing import Any

from db.collection import Collection
from db.experiment_rows import Certainty, Closeness, PredictionRow, RunRow

NOW = datetime(2026, 3, 2, 9, 30, 15, 250_000, tzinfo=UTC)
RESULT = '{"format": "epoque-run", "é": [' + ", ".join(str(n / 7) for n in range(500)) + "]}\n"


def predict(collection: Collection, card_id: int = 1, **given: Any) -> PredictionRow:
    """Record a prediction."""
    usual: dict[str, Any] = {
        "now": NOW,
        "experiment": "dead_relu",
        "settings": '{"learning_rate": 0.3}',
        "guess": "choice:0",
        "answer": '"none"',
        "certainty": Certainty.LIKELY,
        "seed": 0,
        "members": 32,
        "truth": '"many"',
        "closeness": Closeness.WRONG,
    }
    return collection.experiments.record_prediction(card_id, **usual | given)


def run(collection: Collection, **given: Any) -> RunRow:
    """Record a run."""
    usual: dict[str, Any] = {
        "now": NOW,
        "experiment": "dead_relu",
        "settings": '{"learning_rate": 0.3}',
        "members": 32,
        "seed": 7,
        "met": 31,
        "shown": 32,
        "seconds": 1.25,
        "device": "cpu",
        "result": RESULT,
    }
    return collection.experiments.record_run(**usual | given)
