"""A run that is saved and goes on later computes the same bits as one that was never stopped."""

import io
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
import torch

from sim import wire
from sim.errors import BadFileError
from sim.protocol import Event, Failed, FailureKind, Finished, Progress, RunRequest, Started
from sim.result import Note, RunResult
from sim.runner import Run, run
from sim.training import checkpoint
from sim.training.checkpoint import Checkpoint

REQUEST = RunRequest(1, "dead_relu", {"learning_rate": 1.5}, members=2, seed=40, device="cpu")


def result(events: list[Event | None]) -> RunResult:
    last = events[-1]
    assert isinstance(last, Finished), last
    return replace(last.result, seconds=0.0)


@pytest.fixture(scope="module")
def uninterrupted() -> RunResult:
    return result(list(run(REQUEST)))


def saved_after(steps: int, path: Path) -> Path:
    stopped = Run(REQUEST)
    for _, _ in zip(range(steps), stopped.steps(), strict=False):
        pass
    stopped.checkpoint().save(path)
    return path


def resumed(path: Path) -> list[Event | None]:
    saved = checkpoint.load(path)
    return list(Run(saved.request, checkpoint=saved).steps())


@pytest.mark.parametrize("steps", [1, 2, 51, 180])
def test_a_run_goes_on_with_the_same_bits(
    steps: int, uninterrupted: RunResult, tmp_path: Path
) -> None:
    assert result(resumed(saved_after(steps, tmp_path / "run.pt"))) == uninterrupted


def test_it_goes_on_from_where_it_was(tmp_path: Path) -> None:
    first = next(e for e in resumed(saved_after(100, tmp_path / "run.pt")) if type(e) is Progress)
    assert first.progress > 0.5


@pytest.mark.slow
def test_it_goes_on_in_another_process_with_the_same_bits(
    uninterrupted: RunResult, tmp_path: Path
) -> None:
    path = saved_after(77, tmp_path / "run.pt")
    script = (
        "import pathlib, sys; from sim import wire; from sim.training import checkpoint;"
        "from sim.runner import Run;"
        "saved = checkpoint.load(pathlib.Path(sys.argv[1]));"
        "*_, last = Run(saved.request, checkpoint=saved).steps();"
        "wire.write(sys.stdout.buffer, last)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(path)], check=True, capture_output=True, timeout=300
    )
    last = wire.decode(done.stdout[4:])
    assert result([last]) == uninterrupted


def test_another_version_of_torch_is_told(tmp_path: Path) -> None:
    saved = checkpoint.load(saved_after(3, tmp_path / "run.pt"))
    *_, last = Run(saved.request, checkpoint=replace(saved, torch="1.0")).steps()
    assert isinstance(last, Finished)
    assert last.result.notes == (Note.OTHER_TORCH,)


def test_a_checkpoint_of_networks_of_another_shape_is_refused(tmp_path: Path) -> None:
    saved = checkpoint.load(saved_after(20, tmp_path / "run.pt"))
    other = replace(saved.request, members=3)
    *_, last = Run(other, checkpoint=saved).steps()
    assert isinstance(last, Failed)
    assert last.kind is FailureKind.REFUSED
    assert "has changed since" in last.words.en


def test_a_checkpoint_of_an_experiment_that_is_no_more_is_refused(tmp_path: Path) -> None:
    saved = checkpoint.load(saved_after(20, tmp_path / "run.pt"))
    (last,) = Run(replace(saved.request, experiment="gone"), checkpoint=saved).steps()
    assert isinstance(last, Failed)
    assert "no experiment is called 'gone'" in last.words.en


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\n",
        b"not a checkpoint",
        b"PK\x03\x04 of another app",
        b"epoque-checkpoint",
        b"epoque-checkpoint 3\nabc",
        b"epoque-checkpoint one 0\nabc",
        checkpoint.signed(b"not what torch writes"),
    ],
)
def test_a_file_that_is_no_checkpoint_is_told(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "run.pt"
    path.write_bytes(content)
    with pytest.raises(BadFileError, match="not a saved run, or it is damaged"):
        checkpoint.load(path)


@pytest.mark.parametrize("share", [0.001, 0.1, 0.5, 0.99])
def test_a_checkpoint_cut_short_is_told(share: float, tmp_path: Path) -> None:
    path = saved_after(3, tmp_path / "run.pt")
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * share)])
    with pytest.raises(BadFileError, match="damaged"):
        checkpoint.load(path)


def test_one_bit_that_changed_is_told(tmp_path: Path) -> None:
    path = saved_after(3, tmp_path / "run.pt")
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    with pytest.raises(BadFileError, match="damaged"):
        checkpoint.load(path)


@pytest.mark.parametrize(("version", "words"), [(b"4", "newer version"), (b"2", "older version")])
def test_a_checkpoint_of_another_version_is_told(
    tmp_path: Path, version: bytes, words: str
) -> None:
    path = saved_after(3, tmp_path / "run.pt")
    changed = b"checkpoint " + version + b" "
    path.write_bytes(path.read_bytes().replace(b"checkpoint 3 ", changed, 1))
    with pytest.raises(BadFileError, match=words):
        checkpoint.load(path)


@pytest.mark.parametrize(
    "content",
    [[1, 2], {"weights": torch.zeros(2)}, {"request": {"x": 1}, "trial": {}, "torch": "2"}],
)
def test_a_file_of_something_else_is_told(content: object, tmp_path: Path) -> None:
    (tmp_path / "run.pt").write_bytes(checkpoint.signed(as_torch_writes(content)))
    with pytest.raises(BadFileError, match="damaged"):
        checkpoint.load(tmp_path / "run.pt")


def test_a_checkpoint_that_would_run_code_is_not_loaded(tmp_path: Path) -> None:
    content = {"request": {}, "trial": subprocess.run, "torch": "2"}
    (tmp_path / "run.pt").write_bytes(checkpoint.signed(as_torch_writes(content)))
    with pytest.raises(BadFileError, match="damaged"):
        checkpoint.load(tmp_path / "run.pt")


def as_torch_writes(content: object) -> bytes:
    written = io.BytesIO()
    torch.save(content, written)
    return written.getvalue()


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(BadFileError, match="cannot be read"):
        checkpoint.load(tmp_path / "none.pt")


def test_a_checkpoint_that_cannot_be_written_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(BadFileError, match="choose another folder"):
        Checkpoint(REQUEST, {"fleets": []}, "2").save(tmp_path / "none" / "run.pt")
    assert list(tmp_path.iterdir()) == []


def test_a_run_that_has_not_begun_can_be_saved(tmp_path: Path, uninterrupted: RunResult) -> None:
    Run(REQUEST).checkpoint().save(tmp_path / "run.pt")
    events = resumed(tmp_path / "run.pt")
    assert isinstance(events[0], Started)
    assert result(events) == uninterrupted
