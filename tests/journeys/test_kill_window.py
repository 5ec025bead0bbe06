"""No review that the window has moved past is lost when it is killed (`kill -9`)."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.journeys.kill_window import orphans

ROOT = Path(__file__).parents[2]


@pytest.mark.slow
def test_kills_at_any_moment_lose_nothing() -> None:
    kills = os.environ.get("EPOQUE_WINDOW_KILLS", "12")
    command = [sys.executable, "-m", "tests.journeys.kill_window", "--kills", kills]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    found = json.loads(done.stdout)
    assert found["kills"] == int(kills)
    assert found["announced"] > 3 * found["kills"]  # else it tried nothing
    assert found["unannounced"] > 0  # some kills came between the commit and the next question


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells what runs")
def test_a_process_left_behind_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.journeys.kill_window.wait_until", lambda *_, **__: None)
    sleep = [sys.executable, "-c", "print(flush=True); input()", str(tmp_path)]
    with subprocess.Popen(sleep, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()  # before, the kernel may not know its command line yet
        assert [str(tmp_path) in line for line in orphans(tmp_path)] == [True]
        process.communicate(b"\n")
    assert orphans(tmp_path) == []
