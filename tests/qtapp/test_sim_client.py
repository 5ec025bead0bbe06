"""What a worker says comes to the window in order, and never late news that newer ones replace."""

import time

from pytestqt.qtbot import QtBot

from qtapp.sim_client import SimClient, without_stale
from sim.protocol import Cancelled, Event, Paused, Progress, RunRequest, Started
from sim.result import Device, DeviceKind
from tests.qtapp.fake_runner import FakeRunner

BEGUN = Started(1, Device(DeviceKind.CPU, "cpu", "Some"))


def moment(progress: float, job_id: int = 1) -> Progress:
    return Progress(job_id, progress, ())


def test_moments_that_the_next_one_shows_too_are_left_out() -> None:
    assert without_stale([BEGUN, moment(0.1), moment(0.2), moment(0.3)]) == [BEGUN, moment(0.3)]


def test_a_moment_before_a_pause_or_a_stop_is_what_stays_to_be_seen() -> None:
    events: list[Event] = [moment(0.1), Paused(1), moment(0.2), Cancelled(1)]
    assert without_stale(events) == events


def test_a_run_says_nothing_of_another() -> None:
    events: list[Event] = [moment(0.9), moment(0.1, job_id=2)]
    assert without_stale(events) == events


def test_a_window_that_has_fallen_behind_is_told_the_newest(qtbot: QtBot) -> None:
    runner = FakeRunner()
    client = SimClient(runner)
    told: list[Event] = []
    client.reported.connect(told.append)
    client.warm()
    news: list[Event] = [BEGUN, *(moment(n / 10) for n in range(10))]
    for event in news:
        runner.tell(event)
    while len(client._heard) < len(news):  # the window's thread does nothing else meanwhile
        time.sleep(0.001)
    qtbot.waitUntil(lambda: len(told) == 2)
    assert told == [BEGUN, moment(0.9)]
    client.close()


def test_networks_train_where_the_learner_wants_them_from_the_next_run_on(qtbot: QtBot) -> None:
    runner, wanted = FakeRunner(), ["cpu"]
    client = SimClient(runner, device=lambda: wanted[0])
    client.warm()
    client.start(RunRequest(1, "xor"))
    wanted[0] = "auto"
    client.start(RunRequest(2, "xor"))
    client.close()
    assert runner.warmed_on == "cpu"
    assert [asked.device for asked in runner.asked if isinstance(asked, RunRequest)] == [
        "cpu",
        "auto",
    ]
