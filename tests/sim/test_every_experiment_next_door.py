"""Every experiment runs in the worker: what it tells is plain, and a file keeps it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from sim import runfile
from sim.catalogue import names
from sim.protocol import Finished, Progress, Ready, RunRequest
from sim.runfile import RunFile
from sim.supervisor import Supervisor

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def supervisor() -> Iterator[Supervisor]:
    with Supervisor(silence_s=60.0) as shared:
        shared.warm()
        while not isinstance(shared.receive(), Ready):
            pass
        yield shared


@pytest.mark.parametrize("job_id", range(len(names())), ids=names())
def test_it_runs_next_door_and_a_file_keeps_it(
    supervisor: Supervisor, job_id: int, tmp_path: Path
) -> None:
    request = RunRequest(job_id, names()[job_id], members=1, seed=3, device="cpu")
    supervisor.start(request)
    _, *shown, last = supervisor.events(job_id)
    assert shown
    assert all(isinstance(event, Progress) for event in shown)
    assert isinstance(last, Finished), last
    runfile.write(tmp_path / "run.json", RunFile(request, last.result))
    kept = runfile.read(tmp_path / "run.json")
    assert runfile.text_of(kept) == (tmp_path / "run.json").read_text("utf-8")
