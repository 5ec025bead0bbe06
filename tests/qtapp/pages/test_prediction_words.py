"""How near a number came, in words: a median is only spoken of where there are several networks."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from db.experiment_rows import Closeness
from db.rows import Scale
from qtapp.pages.prediction_words import judged, what_runs
from qtapp.sessions.judging import Judgement
from qtapp.sessions.prediction_state import PredictionState
from qtapp.sessions.run_state import RunOrder, RunState
from sim.contents import entry
from sim.declaration import NumberGuess
from sim.result import Device, DeviceKind, RunResult

ENTRY = entry("backprop_by_hand")
NUMBER = next(n for n, g in enumerate(ENTRY.guesses) if isinstance(g, NumberGuess) and not g.unit)


def state(*, networks: int) -> PredictionState:
    result = RunResult(
        ENTRY.name,
        settings={},
        members=networks,
        seed=0,
        device=Device(DeviceKind.CPU, "cpu"),
        torch="2.13.0",
        seconds=1.0,
        measures={},
        met=(True,) * networks,
        truths=(0.25,) * len(ENTRY.guesses),
        pictures=(),
    )
    return replace(
        PredictionState(),
        entry=ENTRY,
        guess_number=NUMBER,
        run=replace(RunState(), result=result),
        judgement=Judgement(Closeness.NEAR, 0.1),
    )


@pytest.mark.parametrize(
    ("networks", "words"),
    [
        (1, "The computation gives 0.25: you were close."),
        (32, "The networks’ median is 0.25: you were close."),
    ],
)
def test_a_number_is_told(qtbot: QtBot, networks: int, words: str) -> None:
    assert judged(state(networks=networks), Scale.FOUR) == words


def test_a_wrong_sign_is_named(qtbot: QtBot) -> None:
    wrong = Judgement(Closeness.WRONG, 0.1, is_sign_wrong=True)
    told = judged(replace(state(networks=1), judgement=wrong), Scale.FOUR)
    assert told == "The computation gives 0.25: the other sign."


@pytest.mark.parametrize(
    ("name", "words"),
    [("xor", "32 network(s) · seed 7"), ("scalar_rnn", "")],  # which leaves nothing to chance
)
def test_networks_and_seed_are_told_where_there_are_any(
    qtbot: QtBot, name: str, words: str
) -> None:
    order = RunOrder(name, members=32, seed=7)
    begun = replace(state(networks=1), entry=entry(name), run=RunState(order=order))
    assert what_runs(begun) == words
