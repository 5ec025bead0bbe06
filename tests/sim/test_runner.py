"""A request becomes a stream of events that ends in exactly one outcome."""

import math

import pytest
import torch

from sim.experiments import dead_relu
from sim.pictures import Curve
from sim.protocol import Event, Failed, FailureKind, Finished, Progress, RunRequest, Started
from sim.randomness import Members
from sim.result import RunResult, median
from sim.runner import Run, run
from sim.trial import Trial
from sim.words import fill
from tests.sim import odd


def events(request: RunRequest) -> list[Event]:
    return list(run(request, lookup=odd.experiment))


def result(request: RunRequest) -> RunResult:
    last = events(request)[-1]
    assert isinstance(last, Finished), last
    return last.result


def failure(request: RunRequest) -> Failed:
    (failed,) = events(request)
    assert isinstance(failed, Failed)
    return failed


@pytest.fixture(scope="module")
def dead() -> list[Event]:
    return list(run(RunRequest(7, "dead_relu", members=3, seed=11, device="cpu")))


def test_a_run_tells_its_start_its_progress_and_its_result(dead: list[Event]) -> None:
    assert isinstance(dead[0], Started)
    assert all(isinstance(event, Progress) for event in dead[1:-1])
    assert isinstance(dead[-1], Finished)
    assert {event.job_id for event in dead} == {7}  # type: ignore[union-attr]


def test_the_first_networks_are_shown_before_the_others_are_made(dead: list[Event]) -> None:
    """What is shown first is what a run of two networks shows first."""
    first, second = dead[1], dead[2]
    alone = next(
        event
        for event in run(RunRequest(7, "dead_relu", members=2, seed=11, device="cpu"))
        if isinstance(event, Progress)
    )
    assert first == alone
    assert isinstance(second, Progress)
    assert second.pictures != first.pictures


def test_a_run_with_nothing_to_be_seen_can_be_stopped_after_each_step() -> None:
    """Its first steps are taken once for the first two networks, and given up after a while."""
    ticks = iter(range(1000))
    request = RunRequest(1, "steady", {"steps": 5}, members=3)
    steps = list(Run(request, lookup=odd.experiment, clock=lambda: next(ticks) / 10).steps())
    glance = steps[1 : next(at for at, step in enumerate(steps) if isinstance(step, Progress))]
    assert glance == [None, None]
    assert isinstance(steps[-1], Finished)


def test_measures_are_those_that_the_experiment_returns(dead: list[Event]) -> None:
    course = dead_relu.run(dead_relu.Settings(), Trial(Members(11, 3), torch.device("cpu")))
    while True:
        try:
            next(course)
        except StopIteration as end:
            expected = end.value
            break
    found = dead[-1].result  # type: ignore[union-attr]
    assert found.measures == {name: tuple(values) for name, values in expected.items()}
    assert found.met == tuple(dead_relu.criterion(expected))


def test_a_result_names_every_setting_and_the_device(dead: list[Event]) -> None:
    found = dead[-1].result  # type: ignore[union-attr]
    assert found.settings == {"learning_rate": 2.0, "activation": "relu"}
    assert (found.members, found.seed, found.device.id) == (3, 11, "cpu")
    assert found.torch == torch.__version__


def test_the_last_pictures_are_in_the_result(dead: list[Event]) -> None:
    found = dead[-1].result  # type: ignore[union-attr]
    curves = [picture for picture in found.pictures if isinstance(picture, Curve)]
    chosen = next(curve for curve in curves if (curve.plot, curve.key) == ("dead", "chosen"))
    assert chosen.mean[-1] == pytest.approx(sum(found.measures["dead_chosen"]) / 3)


def test_values_fill_what_the_experiment_shows(dead: list[Event]) -> None:
    found = dead[-1].result  # type: ignore[union-attr]
    said = fill(dead_relu.EXPERIMENT.shows, found.values, "en")
    assert said.startswith("With η\u00a0=\u00a02, ")


def test_the_truth_of_each_guess_is_told() -> None:
    assert result(RunRequest(1, "steady", members=4, seed=2)).truths == (3.5, "big", None)


def test_settings_given_are_used() -> None:
    assert result(RunRequest(1, "steady", {"steps": 3})).settings == {"steps": 3}


def test_one_member_is_enough() -> None:
    assert result(RunRequest(1, "steady", members=1, seed=5)).measures == {"seed": (5.0,)}


def test_an_exact_computation_is_done_once() -> None:
    last = list(run(RunRequest(1, "steady", members=64), lookup=lambda _: odd.exact()))[-1]
    assert isinstance(last, Finished)
    assert (last.result.members, len(last.result.met)) == (1, 1)


def test_networks_that_diverge_are_counted_and_told() -> None:
    """Seeds 0 to 5: 1 and 4 are NaN, 2 and 5 infinite, which leaves 0 and 3."""
    found = result(RunRequest(1, "diverging", members=6))
    assert found.diverged == 4
    assert found.medians == {"seed": 1.5}
    assert found.met == (True, False, True, True, False, True)
    assert found.met_share == pytest.approx(4 / 6)
    assert found.truths[0] == 1.5


def test_what_never_happened_took_forever() -> None:
    """Steps to a goal are infinite in a network that never reaches it."""
    assert median((math.inf, math.inf)) == math.inf
    assert math.isnan(median((math.inf, math.nan)))
    assert median((math.inf, 3.0)) == 3.0


def test_a_run_in_which_all_diverge_has_no_median() -> None:
    found = result(RunRequest(1, "diverging", members=1, seed=1))
    assert math.isnan(found.medians["seed"])
    assert found.diverged == 1


@pytest.mark.parametrize(
    ("request_", "facts", "said"),
    [
        (RunRequest(1, "dead_rellu"), {"name": "dead_rellu"}, "dead_relu"),
        (RunRequest(1, "dead_relu", {"rate": 1.0}), {"name": "rate"}, "learning_rate"),
        (
            RunRequest(1, "dead_relu", {"learning_rate": 99.0}),
            {"value": 99.0},
            "a number from 0.01 to 10",
        ),
        (RunRequest(1, "dead_relu", {"learning_rate": math.nan}), {"name": "learning_rate"}, "nan"),
        (RunRequest(1, "dead_relu", {"learning_rate": "fast"}), {"value": "fast"}, "fast"),
        (RunRequest(1, "dead_relu", members=10**9), {"value": 10**9}, "from 1 to 10000"),
        (RunRequest(1, "dead_relu", members=0), {"name": "members"}, "from 1 to 10000"),
        (RunRequest(1, "dead_relu", seed=-1), {"name": "seed"}, "from 0 to"),
        (RunRequest(1, "dead_relu", device="tpu"), {"value": "tpu"}, "auto"),
    ],
)
def test_what_cannot_be_asked_is_refused_with_what_can(
    request_: RunRequest, facts: dict[str, object], said: str
) -> None:
    failed = failure(request_)
    assert failed.kind is FailureKind.REFUSED
    assert failed.facts.items() >= facts.items()
    assert said in failed.words.en
    assert failed.words.fr != failed.words.en


def test_too_much_memory_is_told_with_what_to_do() -> None:
    failed = events(RunRequest(1, "greedy", members=8, device="cpu"))[-1]
    assert isinstance(failed, Failed)
    assert failed.kind is FailureKind.MEMORY
    assert "ask for fewer" in failed.words.en


def test_an_experiments_mistake_is_a_report_not_a_crash() -> None:
    failed = events(RunRequest(1, "mistaken"))[-1]
    assert isinstance(failed, Failed)
    assert failed.kind is FailureKind.BUG
    assert "ZeroDivisionError" in failed.details


def test_closing_the_stream_stops_the_run() -> None:
    stream = run(RunRequest(1, "steady", {"steps": 100_000}), lookup=odd.experiment)
    next(stream)
    next(stream)
    stream.close()
    with pytest.raises(StopIteration):
        next(stream)
