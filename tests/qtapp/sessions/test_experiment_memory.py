"""Predictions and runs are kept in the collection, and come back."""

import json

import pytest
from pytestqt.qtbot import QtBot

from db.collection import Collection
from db.errors import DiskFullError
from db.experiment_rows import Closeness
from qtapp.background import Task
from qtapp.sessions.drawn_curve import DrawnCurve
from qtapp.sessions.experiment_memory import MOST_PAST, ExperimentMemory, differing
from qtapp.sessions.judging import Judgement
from qtapp.sessions.prediction import _met
from qtapp.sessions.prediction_state import Answer, PredictionState
from qtapp.sessions.run_state import RunOrder, RunPhase, RunState
from tests.qtapp.course import Clock
from tests.qtapp.sessions.listening import Heard
from tests.qtapp.sessions.test_prediction import CARD, LEVEL, RESULT

ORDER = RunOrder("dead_relu", {"learning_rate": 2.0}, members=1, seed=70)
CARD_ID = 1


@pytest.fixture
def memory(qtbot: QtBot, collection: Collection, clock: Clock) -> ExperimentMemory:
    return ExperimentMemory(collection, now=clock, submit=Task.run)


def settled(answer: Answer, guess_number: int = 2) -> PredictionState:
    run = RunState(phase=RunPhase.FINISHED, order=ORDER, result=RESULT)
    met = _met(CARD)
    return PredictionState(
        entry=met.entry,
        settings=met.settings,
        frame=met.frame,
        guess_number=guess_number,
        answer=answer,
        run=run,
        judgement=Judgement(Closeness.NEAR, 0.125),
    )


def test_a_curve_comes_back_as_it_was_drawn(memory: ExperimentMemory) -> None:
    memory.keep_prediction(CARD_ID, settled(LEVEL))
    (line,) = memory.past(CARD_ID, "dead_relu")
    assert (line[0], line[-1]) == ((0.0, 0.45), (120.0, 0.45))
    assert len(line) == len(LEVEL.heights)


def test_the_latest_curves_come_oldest_first(memory: ExperimentMemory) -> None:
    for tenth in range(8):
        flat = DrawnCurve().stroked((0, tenth / 10), (1, tenth / 10))
        memory.keep_prediction(CARD_ID, settled(flat))
    assert [line[0][1] for line in memory.past(CARD_ID, "dead_relu")] == pytest.approx(
        [0.3, 0.4, 0.5, 0.6, 0.7]
    )
    assert len(memory.past(CARD_ID, "dead_relu")) == MOST_PAST


def test_only_curves_of_that_experiment_and_card_come_back(memory: ExperimentMemory) -> None:
    memory.keep_prediction(CARD_ID, settled("many", 0))
    memory.keep_prediction(CARD_ID, settled(0.5, 1))
    memory.keep_prediction(CARD_ID, settled(LEVEL))
    assert len(memory.past(CARD_ID, "dead_relu")) == 1
    assert memory.past(CARD_ID, "xor") == ()
    assert memory.past(CARD_ID + 1, "dead_relu") == ()


@pytest.mark.parametrize(
    ("answer", "number", "guess", "truth"),
    [(LEVEL, 2, "curve:dead/chosen", None), ("many", 0, "choice:0", "many"),
     (0.5, 1, "number:dead_chosen", 0.5)],
)  # fmt: skip
def test_every_kind_of_guess_is_named(
    memory: ExperimentMemory,
    collection: Collection,
    answer: Answer,
    number: int,
    guess: str,
    truth: object,
) -> None:
    memory.keep_prediction(CARD_ID, settled(answer, number))
    (row,) = collection.experiments.predictions(CARD_ID)
    assert (row.guess, json.loads(row.truth)) == (guess, truth)
    assert (row.closeness, row.distance, row.seed) == (Closeness.NEAR, 0.125, 70)


def test_a_run_comes_back_whole(memory: ExperimentMemory) -> None:
    kept = Heard(memory.kept)
    memory.keep_run(ORDER, RESULT, CARD_ID)
    (row,) = kept.all
    assert (row.experiment, row.met, row.shown, row.card_id) == ("dead_relu", 1, 1, CARD_ID)
    run = memory.run(row)
    assert run is not None
    assert run.result == RESULT
    assert (run.request.experiment, run.request.seed) == ("dead_relu", 70)


def test_only_settings_of_its_own_are_named() -> None:
    """`dead_relu` declares 2.0 itself."""
    order = RunOrder("dead_relu", {"learning_rate": 2.0, "activation": "elu"})
    assert differing(order) == {"activation": "elu"}


def test_what_cannot_be_kept_is_told(
    memory: ExperimentMemory, collection: Collection, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise DiskFullError(collection.path)

    monkeypatch.setattr(type(collection.experiments), "record_run", full)
    monkeypatch.setattr(type(collection.experiments), "record_prediction", full)
    trouble, kept = Heard(memory.trouble), Heard(memory.kept)
    memory.keep_run(ORDER, RESULT)
    memory.keep_prediction(CARD_ID, settled(LEVEL))
    assert [type(error) for error in trouble.all] == [DiskFullError] * 2
    assert kept.all == []
