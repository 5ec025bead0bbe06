"""A run in a file: nothing is lost, and a file that is none is told from one that is newer."""

import json
import math
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim import runfile
from sim.errors import BadFileError
from sim.protocol import Finished, RunRequest
from sim.runfile import RunFile
from sim.runner import run
from tests.sim.test_wire import RESULT

RUN = RunFile(RunRequest(4, "dead_relu", {"learning_rate": 0.1}, 2, 3, "cuda"), RESULT)


def test_what_is_written_is_read(tmp_path: Path) -> None:
    runfile.write(tmp_path / "run.json", RUN)
    assert runfile.read(tmp_path / "run.json") == RUN


@given(st.lists(st.floats(allow_subnormal=False), min_size=1))
def test_every_number_keeps_every_bit(
    tmp_path_factory: pytest.TempPathFactory, values: list[float]
) -> None:
    path = tmp_path_factory.mktemp("run") / "run.json"
    result = replace(RESULT, measures={"loss": tuple(values)})
    runfile.write(path, replace(RUN, result=result))
    found = runfile.read(path).result.measures["loss"]
    assert list(map(_bits, found)) == list(map(_bits, values))


def _bits(value: float) -> str:
    return "nan" if math.isnan(value) else value.hex()


def test_the_file_is_json_that_other_languages_read() -> None:
    def refuse(name: str) -> None:
        raise AssertionError(f"{name} is not JSON")

    json.loads(runfile.text_of(RUN), parse_constant=refuse)


def test_a_file_replays_to_the_same_numbers(tmp_path: Path) -> None:
    path = tmp_path / "run.json"
    request = RunRequest(1, "dead_relu", {"learning_rate": 1.0}, members=2, seed=5, device="cpu")
    *_, first = run(request)
    assert isinstance(first, Finished)
    runfile.write(path, RunFile(request, first.result))
    *_, again = run(runfile.read(path).request)
    assert isinstance(again, Finished)
    assert replace(again.result, seconds=0) == replace(first.result, seconds=0)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "not JSON",
        "[1, 2]",
        '{"format": "something else"}',
        '{"format": "epoque-run", "version": 1}',
        '{"format": "epoque-run", "version": "one"}',
        '{"format": "epoque-run", "version": 1, "request": 3, "result": {}}',
        '{"format": "epoque-run", "version": 1, "request": {"nonsense": 3}, "result": {}}',
        "[" * 100_000,
        runfile.text_of(RUN)[:-100],
        runfile.text_of(RUN)
        .replace('"cuda"', '"teapot"', 1)
        .replace('"kind": "cuda"', '"kind": 7'),
    ],
)
def test_a_file_that_is_no_run_is_told(tmp_path: Path, text: str) -> None:
    path = tmp_path / "run.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BadFileError, match="not a saved run, or it is damaged") as told:
        runfile.read(path)
    assert str(path) in str(told.value)


def test_bytes_that_are_no_text_are_told(tmp_path: Path) -> None:
    (tmp_path / "run.json").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(BadFileError, match="damaged"):
        runfile.read(tmp_path / "run.json")


def test_a_file_of_a_newer_version_is_told(tmp_path: Path) -> None:
    path = tmp_path / "run.json"
    path.write_text(runfile.text_of(RUN).replace('"version": 1', '"version": 2', 1), "utf-8")
    with pytest.raises(BadFileError, match="newer version"):
        runfile.read(path)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(BadFileError, match="cannot be read"):
        runfile.read(tmp_path / "none.json")


def test_a_file_that_cannot_be_written_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(BadFileError, match="choose another folder"):
        runfile.write(tmp_path / "no such folder" / "run.json", RUN)
    (tmp_path / "taken").mkdir()
    with pytest.raises(BadFileError, match="cannot be written"):
        runfile.write(tmp_path / "taken", RUN)
    assert [path.name for path in tmp_path.iterdir()] == ["taken"]
