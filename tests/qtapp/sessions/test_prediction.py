"""A card's experiment: predicted, locked, run, judged, and a grade suggested."""

import json
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from db.experiment_rows import Certainty, Closeness
from db.rows import Grade
from qtapp.sessions import prediction
from qtapp.sessions.drawn_curve import DrawnCurve
from qtapp.sessions.prediction import PredictionSession
from qtapp.sessions.prediction_state import line_of
from qtapp.sessions.run import RunSession
from qtapp.sessions.run_state import RunPhase
from qtapp.sim_client import SimClient
from sim.contents import entry
from sim.declaration import NumberGuess
from sim.pictures import Curve
from sim.protocol import Finished, RunRequest
from sim.result import Device, DeviceKind, RunResult
from sim.words import same
from tests.qtapp.fake_runner import FakeRunner
from tests.qtapp.sessions.listening import Heard

CARD = '{"name": "dead_relu", "settings": {"learning_rate": 2.0}, "guess": "curve"}'
CHOICE, NUMBER, CURVE = 0, 1, 2  # in the order that `dead_relu` declares
HALF = (0.5,) * 2
TRUTH = Curve("dead", "chosen", same("chosen"), (0.0, 120.0), HALF, HALF, HALF, (1.0, 1.0))
RESULT = RunResult(
    "dead_relu",
    settings={"learning_rate": 2.0, "activation": "relu"},
    members=1,
    seed=0,
    device=Device(DeviceKind.CPU, "cpu"),
    torch="2.13.0",
    seconds=1.0,
    measures={
        f"{what}_{case}": (0.5,) for what in ("dead", "accuracy") for case in ("chosen", "gentle")
    },
    met=(True,),
    truths=("many", 0.5, None),
    pictures=(TRUTH,),
)
LEVEL = DrawnCurve().stroked((0, 0.45), (1, 0.45))


@pytest.fixture
def session(client: SimClient) -> PredictionSession:
    seeds = iter(range(70, 90))
    session = PredictionSession(RunSession(client), new_seed=lambda: next(seeds))
    session.meet(CARD)
    return session


def finish(qtbot: QtBot, session: PredictionSession, runner: FakeRunner) -> None:
    session.launch()
    with qtbot.waitSignal(session.changed, check_params_cb=lambda state: bool(state.run.result)):
        runner.tell(Finished(session.state.run.job_id, RESULT))


def test_a_card_asks_for_the_guess_that_it_names(session: PredictionSession) -> None:
    assert session.state.entry is not None
    assert session.state.entry.name == "dead_relu"
    assert session.state.is_curve_asked
    assert not session.state.is_locked


@pytest.mark.parametrize(
    ("named", "number"), [("", CHOICE), ("outcome", CHOICE), ("number", NUMBER), ("odd", CHOICE)]
)
def test_a_card_that_names_none_asks_what_the_experiment_asks_first(
    session: PredictionSession, named: str, number: int
) -> None:
    session.meet(json.dumps({"name": "dead_relu", "guess": named}))
    assert session.state.guess_number == number


@pytest.fixture
def special(monkeypatch: pytest.MonkeyPatch) -> int:
    """Number of a guess that `dead_relu` keeps for cards that name it."""
    known = entry("dead_relu")
    kept = NumberGuess(same("?"), "dead_gentle", low=0, high=1, name="gentle")
    more = replace(known, guesses=(*known.guesses, kept))
    monkeypatch.setattr(prediction, "entry", lambda name: more)
    return len(known.guesses)


def test_a_card_may_name_a_guess_that_no_other_card_is_asked(
    session: PredictionSession, special: int
) -> None:
    session.meet('{"name": "dead_relu", "guess": "gentle"}')
    assert session.state.guess_number == special
    assert session.state.offered == (special, CHOICE, NUMBER, CURVE)
    for other in ("", "number"):
        session.meet(json.dumps({"name": "dead_relu", "guess": other}))
        assert special not in session.state.offered


def test_a_run_has_the_settings_of_the_card_and_new_networks(
    session: PredictionSession, runner: FakeRunner
) -> None:
    session.launch()
    session.stop()
    session.launch()
    first, second = runner.asked
    assert isinstance(first, RunRequest)
    assert isinstance(second, RunRequest)
    assert (first.experiment, first.settings) == ("dead_relu", {"learning_rate": 2.0})
    assert (first.members, first.seed, second.seed) == (32, 70, 71)


def test_a_launch_locks_the_prediction(session: PredictionSession) -> None:
    session.answer(LEVEL)
    session.be(Certainty.SURE)
    session.launch()
    session.answer(DrawnCurve())
    session.be(Certainty.GUESS)
    session.ask(CHOICE)
    state = session.state
    assert (state.answer, state.certainty, state.guess_number) == (LEVEL, Certainty.SURE, CURVE)


@pytest.mark.parametrize(
    ("guess", "answer", "closeness", "grade"),
    [
        (CURVE, LEVEL, Closeness.RIGHT, Grade.GOOD),  # 5 % of the height of axes from 0 to 1
        (CURVE, DrawnCurve().stroked((0, 0.4), (1, 0.3)), Closeness.NEAR, Grade.HARD),  # 15 %
        (CURVE, DrawnCurve().stroked((0, 0), (1, 1)), Closeness.WRONG, Grade.AGAIN),  # 25 %
        (CHOICE, "many", Closeness.RIGHT, Grade.GOOD),
        (CHOICE, "fewer", Closeness.WRONG, Grade.AGAIN),
        (NUMBER, 0.3, Closeness.NEAR, Grade.HARD),
    ],
)
def test_a_prediction_is_judged_by_the_run(
    qtbot: QtBot,
    session: PredictionSession,
    runner: FakeRunner,
    guess: int,
    answer: DrawnCurve | str | float,
    closeness: Closeness,
    grade: Grade,
) -> None:
    settled = Heard(session.settled)
    session.ask(guess)
    session.answer(answer)
    finish(qtbot, session, runner)
    assert session.state.judgement is not None
    assert session.state.judgement.closeness is closeness
    assert session.state.suggestion is grade
    assert settled.all == [session.state]


def test_a_second_run_settles_nothing_anew(
    qtbot: QtBot, session: PredictionSession, runner: FakeRunner
) -> None:
    session.answer(LEVEL)
    finish(qtbot, session, runner)
    settled = Heard(session.settled)
    finish(qtbot, session, runner)
    assert session.state.run.phase is RunPhase.FINISHED
    assert settled.all == []


def test_who_predicted_nothing_is_not_judged(
    qtbot: QtBot, session: PredictionSession, runner: FakeRunner
) -> None:
    settled = Heard(session.settled)
    finish(qtbot, session, runner)
    assert session.state.judgement is None
    assert session.state.suggestion is None
    assert settled.all == []


def test_leaving_the_card_stops_its_run(session: PredictionSession, runner: FakeRunner) -> None:
    session.launch()
    job = session.state.run.job_id
    session.meet("")
    assert runner.said[-1] == ("cancel", job)
    assert session.state.entry is None


def test_cards_without_experiments_change_nothing(session: PredictionSession) -> None:
    session.meet("")
    changes = Heard(session.changed)
    session.meet("")
    assert changes.all == []


@pytest.mark.parametrize("card", ['{"name": "nope"}', '{"name": "xor", "settings": {"width": -1}}'])
def test_an_experiment_that_cannot_be_is_told(session: PredictionSession, card: str) -> None:
    session.meet(card)
    assert session.state.entry is None
    assert session.state.trouble is not None
    assert session.state.trouble.fr != session.state.trouble.en
    session.launch()
    assert session.state.run.phase is RunPhase.IDLE


def test_earlier_curves_come_with_the_card(session: PredictionSession) -> None:
    assert session.state.frame is not None
    line = line_of(LEVEL, session.state.frame)
    assert (line[0], line[-1]) == ((0.0, 0.45), (120.0, 0.45))
    session.meet(CARD, lambda name: [line] if name == "dead_relu" else [])
    assert session.state.past == (line,)
