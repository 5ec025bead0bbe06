import csv
import io
import json
import math

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sim.errors import BadSettingError
from sim.settings import Choice, Real, Switch, Whole
from sim.sweep.files import csv_text, json_text
from sim.sweep.plan import CHUNK, Part, Sweep, Task, rows
from sim.sweep.ranges import values
from sim.words import same

REAL = Real(same("rate"), 1e-6, 100)
WHOLE = Whole(same("width"), 1, 1000)
CHOICE = Choice(same("activation"), (("relu", same("ReLU")), ("tanh", same("tanh"))))
SWEEP = Sweep(
    "dead_relu", {"activation": "relu"}, {"rate": (0.1, 2.0), "width": (4, 8)}, 2 * CHUNK + 2, 7
)


# Ranges


def test_a_log_range_has_its_ends_and_equal_ratios() -> None:
    """1e-4 to 10 by factors of 10: numpy.logspace(-4, 1, 6)."""
    expected = (1e-4, 1e-3, 1e-2, 1e-1, 1.0, 10.0)
    found = values("rate", "1e-4:10:log6", REAL)
    assert found == pytest.approx(expected)
    assert (found[0], found[-1]) == (1e-4, 10.0)


def test_a_linear_range_has_its_ends_and_equal_steps() -> None:
    assert values("rate", "1:2:lin5", REAL) == (1.0, 1.25, 1.5, 1.75, 2.0)


def test_a_list_keeps_its_order_and_loses_its_repeats() -> None:
    assert values("rate", "3, 1,3,2", REAL) == (3.0, 1.0, 2.0)
    assert values("activation", "tanh,relu", CHOICE) == ("tanh", "relu")
    assert values("bias", "true,false", Switch(same("bias"))) == (True, False)


def test_whole_numbers_of_a_range_are_rounded_and_told_once() -> None:
    assert values("width", "1:8:log7", WHOLE) == (1, 2, 3, 4, 6, 8)


@pytest.mark.parametrize("text", ["1:2:cube3", "1:2", "a:2:lin3", "1:2:lin", "0:1:log3", "", "nan"])
def test_what_is_no_range_is_refused(text: str) -> None:
    with pytest.raises(BadSettingError):
        values("rate", text, REAL)


@example(low=49.99999999999999, high=50.0, count=4)  # 50.00000000000001 once came between
@given(low=st.floats(1e-6, 50), high=st.floats(50, 100), count=st.integers(2, 60))
def test_every_value_of_a_range_lies_within_it(low: float, high: float, count: int) -> None:
    for kind in ("log", "lin"):
        found = values("rate", f"{low!r}:{high!r}:{kind}{count}", REAL)
        assert all(low <= float(value) <= high for value in found)
        assert list(found) == sorted(found, key=float)


# Tasks


def test_tasks_are_of_one_size_whoever_computes_them() -> None:
    tasks = SWEEP.tasks
    assert [(task.point, task.seed, task.members) for task in tasks[:4]] == [
        (0, 7, CHUNK),
        (0, 7 + CHUNK, CHUNK),
        (0, 7 + 2 * CHUNK, 2),
        (1, 7, CHUNK),
    ]
    assert tasks[3].settings == {"activation": "relu", "rate": 0.1, "width": 8}
    assert sum(task.members for task in tasks) == 4 * SWEEP.members


def part(task: Task) -> Part:
    """What a worker would answer that measures seeds."""
    seeds = range(task.seed, task.seed + task.members)
    measured = tuple(math.inf if seed == 8 else float(seed) for seed in seeds)
    return Part(task, {"value": measured}, tuple(seed % 2 == 0 for seed in seeds), "2", "cpu")


def test_parts_become_rows_whatever_order_they_come_in() -> None:
    parts = [part(task) for task in SWEEP.tasks]
    assert rows(SWEEP, parts[::-1]) == rows(SWEEP, parts)
    first = rows(SWEEP, parts)[0]
    assert first.point == {"rate": 0.1, "width": 4}
    assert first.measures["value"][:3] == (7.0, math.inf, 9.0)
    assert len(first.met) == SWEEP.members


def test_a_combination_that_lacks_a_part_is_no_row() -> None:
    parts = [part(task) for task in SWEEP.tasks[1:]]
    assert [row.point["width"] for row in rows(SWEEP, parts)] == [8, 4, 8]


# Files


def test_json_is_strict_and_holds_every_member() -> None:
    found = rows(SWEEP, [part(task) for task in SWEEP.tasks])
    text = json_text(SWEEP, found, torch="2")
    content = json.loads(text, parse_constant=lambda name: pytest.fail(name))
    assert content["over"] == {"rate": [0.1, 2.0], "width": [4, 8]}
    assert content["rows"][0]["measures"]["value"][:3] == [7.0, None, 9.0]
    assert content["rows"][3]["settings"] == {"rate": 2.0, "width": 8}
    assert len(content["rows"][0]["met"]) == SWEEP.members


def test_csv_has_a_line_a_member() -> None:
    found = rows(SWEEP, [part(task) for task in SWEEP.tasks])
    lines = list(csv.DictReader(io.StringIO(csv_text(SWEEP, found))))
    assert len(lines) == 4 * SWEEP.members
    expected = {"rate": "0.1", "width": "4", "seed": "8", "met": "1", "value": "inf"}
    assert lines[1] == expected
