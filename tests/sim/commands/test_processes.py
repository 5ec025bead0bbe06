"""What only real processes can show: Ctrl-C, a lost worker, a scheduler, none."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from sim.commands.asking import run_request
from sim.commands.console import DONE, FAILED, INTERRUPTED, WRONG_USE
from sim.sweep.files import json_text
from sim.sweep.plan import Sweep, rows
from sim.sweep.work import work
from tests.sim.commands.watched import LIMIT_S, ROOT, watched

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks into /proc"),
]

SWEEP = ("sweep", "dead_relu", "--over", "learning_rate=0.1,2", "--members", 34, "--seed", 7)
"""Two values, each in a task of 32 networks and one of 2."""


def test_ctrl_c_ends_a_run_in_good_order(tmp_path: Path) -> None:
    long = ("run", "dead_relu", "--members", 200)
    with watched(*long, "--save", tmp_path / "x.json", "--plot", tmp_path / "x.png") as command:
        command.wait_for("0%")
        os.killpg(command.process.pid, signal.SIGINT)
        code, out = command.end()
    assert (code, out) == (INTERRUPTED, "")
    assert "nothing was written." in command.told
    assert "Traceback" not in command.told
    assert list(tmp_path.iterdir()) == []


def test_ctrl_c_while_libraries_load_ends_in_good_order() -> None:
    with watched("run", "dead_relu") as command:
        wait_for_torch(command.process.pid)
        os.killpg(command.process.pid, signal.SIGINT)
        code, out = command.end()
    assert (code, out) == (INTERRUPTED, "")
    assert "Traceback" not in command.told


def test_a_reader_that_has_seen_enough_is_no_trouble() -> None:
    command = f"{sys.executable} -m sim list --json | head -1"
    ended = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command], cwd=ROOT, capture_output=True, check=False
    )
    assert (ended.returncode, ended.stdout, ended.stderr) == (DONE, b"{\n", b"")


@pytest.fixture(scope="module")
def alone() -> bytes:
    """The sweep without Dask: its tasks one after the other, in this process."""
    request = run_request("dead_relu", settings=[], members="34", seed="7")
    kept = {name: of for name, of in request.settings.items() if name != "learning_rate"}
    sweep = Sweep("dead_relu", kept, {"learning_rate": (0.1, 2.0)}, 34, 7)
    parts = [work(task) for task in sweep.tasks]
    return json_text(sweep, rows(sweep, parts), torch=parts[0].torch).encode()


def test_two_workers_of_which_one_is_killed_find_the_same(alone: bytes, tmp_path: Path) -> None:
    """Once the first of four tasks is done, each of the two has one in hand."""
    with watched(*SWEEP, "--workers", 2, "--save", tmp_path / "sweep.json") as command:
        command.wait_for("1 of 4 tasks")
        victim = command.worker_pids[0]
        os.kill(victim, signal.SIGKILL)
        code, out = command.end()
    assert code == DONE, command.told
    assert [line.split()[:2] for line in out.splitlines()] == [
        ["learning_rate", "held"],
        ["0.1", "0.0%"],
        ["2", "100.0%"],
    ]
    assert (tmp_path / "sweep.json").read_bytes() == alone
    assert "Traceback" not in command.told
    assert "distributed" not in command.told


def test_ctrl_c_ends_a_sweep_and_its_workers(tmp_path: Path) -> None:
    with watched(*SWEEP, "--workers", 1, "--save", tmp_path / "sweep.csv") as command:
        command.wait_for("1 of 4 tasks")
        workers = command.worker_pids
        os.killpg(command.process.pid, signal.SIGINT)
        code, out = command.end()
    assert code == INTERRUPTED, command.told
    assert out.startswith("learning_rate")
    assert "nothing was written" in command.told
    assert "Traceback" not in command.told
    assert [pid for pid in workers if Path(f"/proc/{pid}/exe").exists()] == []
    assert list(tmp_path.iterdir()) == []


def wait_for_torch(pid: int) -> None:
    """Until its largest library is being mapped: it is being imported."""
    deadline = time.monotonic() + LIMIT_S
    while "libtorch_cpu" not in Path(f"/proc/{pid}/maps").read_text():
        assert time.monotonic() < deadline
        time.sleep(0.01)


@contextmanager
def dask(*arguments: object, clone: Path | None = ROOT) -> Iterator["subprocess.Popen[bytes]"]:
    """Part of a cluster, as its administrator starts it, who may not know of the clone."""
    around = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    process = subprocess.Popen(
        [sys.executable, "-P", "-m", "dask", *map(str, arguments)],
        cwd=ROOT,
        env=around if clone is None else {**around, "PYTHONPATH": str(clone)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield process
    finally:
        process.terminate()
        process.wait(timeout=LIMIT_S)


@pytest.fixture(scope="module")
def cluster(
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[tuple["subprocess.Popen[bytes]", str]]:
    """A scheduler with its address, and one worker; the last test that wants it kills it."""
    folder = tmp_path_factory.mktemp("cluster")
    found = folder / "scheduler.json"
    worker = dask(
        *("worker", "--scheduler-file", found, "--no-dashboard", "--nthreads", 1),
        *("--local-directory", folder),
    )
    with (
        dask("scheduler", "--port", 0, "--no-dashboard", "--scheduler-file", found) as scheduler,
        worker,
    ):
        yield scheduler, address_in(found)


def test_the_workers_of_a_scheduler_find_the_same(
    alone: bytes, cluster: tuple["subprocess.Popen[bytes]", str], tmp_path: Path
) -> None:
    saved = tmp_path / "sweep.json"
    with watched(*SWEEP, "--scheduler", cluster[1], "--save", saved) as command:
        code, _ = command.end()
    assert code == DONE, command.told
    assert saved.read_bytes() == alone
    for row in json.loads(alone)["rows"]:
        share = f"{sum(row['met']) / 34:.1%} of 34 networks"
        assert (
            f"learning_rate = {row['settings']['learning_rate']:.4g}: held in {share}"
            in command.told
        )


def test_a_scheduler_that_is_killed_is_told_in_a_sentence(
    cluster: tuple["subprocess.Popen[bytes]", str],
) -> None:
    scheduler, address = cluster
    with watched(*SWEEP, "--scheduler", address) as command:
        command.wait_for("1 of 4 tasks")
        scheduler.kill()
        code, out = command.end()
    assert (code, out) == (FAILED, "")
    assert "the scheduler or its workers were lost" in command.told
    assert "Traceback" not in command.told


def test_a_scheduler_that_does_not_know_the_code_is_told_in_a_sentence(tmp_path: Path) -> None:
    found = tmp_path / "scheduler.json"
    alone = ("scheduler", "--port", 0, "--no-dashboard", "--scheduler-file", found)
    with dask(*alone, clone=None), watched(*SWEEP, "--scheduler", address_in(found)) as command:
        code, out = command.end()
    assert (code, out) == (FAILED, "")
    assert "the scheduler cannot take this work" in command.told
    assert "PYTHONPATH" in command.told
    assert "Traceback" not in command.told


def address_in(file: Path) -> str:
    deadline = time.monotonic() + LIMIT_S
    while time.monotonic() < deadline:
        try:
            return str(json.loads(file.read_text())["address"])
        except (OSError, ValueError):  # not there, or not whole yet
            time.sleep(0.1)
    raise AssertionError("the scheduler did not start")


def test_where_no_scheduler_answers_a_sentence_says_so() -> None:
    """Nobody listens at port 9 of this machine; the one who listens at the other says nothing."""
    with socket.create_server(("127.0.0.1", 0)) as mute:
        for port in (9, mute.getsockname()[1]):
            assert_refused(f"tcp://127.0.0.1:{port}")


def test_what_is_no_address_is_answered_by_one() -> None:
    assert_refused("nowhere")


def assert_refused(address: str) -> None:
    begun = time.monotonic()
    with watched(*SWEEP, "--scheduler", address) as command:
        code, out = command.end()
    assert (code, out) == (WRONG_USE, "")
    assert f"no Dask scheduler answers at {address};" in command.told
    assert command.told.count("\n") == 1, command.told
    assert time.monotonic() - begun < LIMIT_S / 4
