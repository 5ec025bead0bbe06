"""`run` from its first word to its last file, on a small ensemble."""

import io
import json
import signal
from functools import partial
from pathlib import Path

import pytest
from tensorboard.backend.event_processing.event_accumulator import EventAccumulator

from sim import runfile
from sim.commands import console, driving
from sim.commands.console import DONE, FAILED, INTERRUPTED, Console
from sim.commands.driving import Drive, Ended
from sim.commands.interruption import Interruption
from sim.pictures import Curve
from sim.protocol import Finished, RunRequest
from sim.runfile import RunFile
from sim.runner import Run, run
from sim.words import same
from tests.sim import odd
from tests.sim.commands.conftest import After, Ask

REQUEST = RunRequest(1, "dead_relu", {"learning_rate": 0.3, "activation": "relu"}, 2, 7)
ASKED = ("run", "dead_relu", "--set", "learning_rate=0.3", "--members", "2", "--seed", "7")


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The run, kept in a file, made past the command."""
    *_, end = run(REQUEST)
    assert isinstance(end, Finished)
    path = tmp_path_factory.mktemp("kept") / "run.json"
    runfile.write(path, RunFile(REQUEST, end.result))
    return path


def test_a_run_is_told_drawn_kept_and_logged(ask: Ask, tmp_path: Path, kept: Path) -> None:
    said = ask(
        *ASKED,
        *("--plot", tmp_path / "run.png", "--save", tmp_path / "run.json"),
        *("--tensorboard", tmp_path / "log", "--checkpoint", tmp_path / "half"),
    )
    assert said.code == DONE
    assert "Dead ReLUs" in said.out
    assert "dead_chosen" in said.out
    assert "It held in 0% of 2 networks." in said.out
    assert said.err.count("Written: ") == 3
    assert (tmp_path / "run.png").read_bytes().startswith(b"\x89PNG")
    assert not (tmp_path / "half").exists()
    ours, theirs = runfile.read(tmp_path / "run.json"), runfile.read(kept)
    assert ours.request == REQUEST
    assert ours.result.measures == theirs.result.measures
    assert_logged(tmp_path / "log" / "dead_relu-seed7-members2", ours)


def assert_logged(folder: Path, run: RunFile) -> None:
    """TensorBoard's own reader finds every curve, and the words."""
    log = EventAccumulator(str(folder), size_guidance={"scalars": 0, "tensors": 0})
    log.Reload()
    curves = [picture for picture in run.result.pictures if isinstance(picture, Curve)]
    lines = {f"{c.plot}/{c.key}/{line}" for c in curves for line in ("mean", "low", "high")}
    assert set(log.Tags()["scalars"]) == lines
    first = curves[0]
    scalars = log.Scalars(f"{first.plot}/{first.key}/mean")
    assert [scalar.step for scalar in scalars] == list(first.x)
    assert [scalar.value for scalar in scalars] == pytest.approx(first.mean, abs=1e-6)
    (claim,) = log.Tensors("claim/text_summary")
    assert "η\u00a0=\u00a02, the share" in claim.tensor_proto.string_val[0].decode()
    (verdict,) = log.Tensors("verdict/text_summary")
    assert verdict.tensor_proto.string_val[0].decode().startswith("0 % · With η\u00a0=\u00a00.3")


def test_a_replay_has_the_same_numbers(ask: Ask, kept: Path) -> None:
    said = ask("run", "--replay", kept, "--json")
    assert said.code == DONE
    assert "same numbers, bit for bit" in said.err
    replayed = json.loads(said.out)["result"]["measures"]
    assert replayed == json.loads(kept.read_text())["result"]["measures"]


def test_a_replay_with_other_numbers_names_them(ask: Ask, kept: Path, tmp_path: Path) -> None:
    changed = json.loads(kept.read_text())
    changed["result"]["measures"]["dead_gentle"][1] += 1e-9
    (tmp_path / "changed.json").write_text(json.dumps(changed))
    said = ask("run", "--replay", tmp_path / "changed.json", "--language", "fr")
    assert said.code == FAILED
    assert "Rejoué\u00a0: d’autres nombres pour dead_gentle\u00a0;" in said.err


def test_an_interrupted_run_goes_on_with_the_same_bits(
    ask: Ask, kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl-C comes after 60 of 240 steps."""
    half = tmp_path / "half"
    monkeypatch.setattr(console, "Interruption", lambda: After(60))
    said = ask(*ASKED, "--checkpoint", half)
    assert said.code == INTERRUPTED
    assert f"to go on: --resume {half}" in said.err
    assert said.out == ""
    monkeypatch.undo()
    resumed = ask("run", "--resume", half, "--json")
    assert resumed.code == DONE
    whole = json.loads(kept.read_text())["result"]["measures"]
    assert json.loads(resumed.out)["result"]["measures"] == whole


def test_an_interrupted_run_writes_nothing(
    ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(console, "Interruption", lambda: After(60))
    said = ask(*ASKED, "--plot", tmp_path / "x.png", "--save", tmp_path / "x.json")
    assert (said.code, said.out) == (INTERRUPTED, "")
    assert "nothing was written" in said.err
    assert list(tmp_path.iterdir()) == []


def test_ctrl_c_raises_and_is_remembered() -> None:
    before = signal.getsignal(signal.SIGINT)  # in the background of a shell: none
    with Interruption() as interruption:
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)
        assert interruption.is_asked
    assert signal.getsignal(signal.SIGINT) is before


def test_between_steps_the_first_ctrl_c_is_noted_and_the_second_raises() -> None:
    with Interruption() as interruption, interruption.gently():
        signal.raise_signal(signal.SIGINT)
        assert interruption.is_asked
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)


def test_a_device_that_is_not_there_is_answered_by_those_that_are(ask: Ask) -> None:
    said = ask("run", "dead_relu", "--device", "tpu")
    assert (said.code, said.out) == (2, "")
    assert "it takes one of auto, " in said.err


def test_a_file_that_holds_no_half_run_is_refused(ask: Ask, kept: Path, tmp_path: Path) -> None:
    for path in (kept, tmp_path / "absent"):
        said = ask("run", "--resume", path)
        assert (said.code, said.out) == (2, "")
        assert said.err.startswith(f"sim: {path}: ")
        assert said.err.count("\n") == 1


def test_a_bug_is_told_with_its_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(driving, "Run", partial(Run, lookup=odd.experiment))
    told = io.StringIO()
    speaker = Console("en", out=io.StringIO(), err=told)
    with pytest.raises(Ended) as ended:
        Drive(speaker).result(RunRequest(1, "mistaken"))
    assert ended.value.code == FAILED
    assert "ZeroDivisionError" in told.getvalue()


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_progress_is_drawn_where_someone_watches_and_wiped_before_words() -> None:
    told = Terminal()
    speaker = Console("fr", out=io.StringIO(), err=told)
    speaker.progress(0.5, "essai")
    speaker.tell(same("fini"))
    bar = "█" * 12 + "░" * 12 + "  50\u00a0%  essai"
    assert told.getvalue() == f"\r{bar}\r{' ' * len(bar)}\rfini\n"


def test_progress_is_silent_where_nobody_watches() -> None:
    told = io.StringIO()
    Console("fr", out=io.StringIO(), err=told).progress(0.5, "essai")
    assert told.getvalue() == ""
