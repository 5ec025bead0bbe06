"""What the Lab hands out is read back by what it is for."""

import csv
import io
from pathlib import Path

from qtapp.lab_export import as_command, as_csv, as_json
from qtapp.sessions.run_state import RunOrder
from sim.contents import entry
from sim.pictures import Curve
from sim.result import Device, DeviceKind, RunResult
from sim.runfile import read
from sim.words import same

CURVE = Curve("p", "c", same("c"), (0.0, 1.0), (2.0, 3.0), (1.0, 2.0), (3.0, 4.0), (1.0, 0.5))
RESULT = RunResult(
    *("dead_relu", {"learning_rate": 0.5}, 2, 7, Device(DeviceKind.CPU, "cpu"), "2.13.0", 1.5),
    {"dead": (0.1, 0.2)}, (True, False), (None,), (CURVE,),
)  # fmt: skip
ORDER = RunOrder("dead_relu", entry("dead_relu").defaults | {"learning_rate": 0.5}, 2, 7)


def test_the_table_has_a_row_for_each_point() -> None:
    rows = list(csv.DictReader(io.StringIO(as_csv(RESULT.pictures))))
    assert [row["mean"] for row in rows] == ["2.0", "3.0"]
    assert rows[1] | {"finite": "0.5"} == rows[1]


def test_the_run_is_one_that_the_command_line_reads(tmp_path: Path) -> None:
    file = tmp_path / "run.json"
    file.write_text(as_json(ORDER, RESULT), encoding="utf-8")
    assert read(file).result == RESULT


def test_the_command_names_what_differs() -> None:
    command = as_command(ORDER)
    assert command == ("python -m sim run dead_relu --set learning_rate=0.5 --members 2 --seed 7")


def test_a_computation_without_chance_has_neither_members_nor_seed() -> None:
    assert as_command(RunOrder("perceptron", entry("perceptron").defaults)) == (
        "python -m sim run perceptron"
    )
