from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

import pytest

from sim.plain import from_plain, to_plain


class Colour(StrEnum):
    RED = "red"


@dataclass(frozen=True)
class Circle:
    radius: float


@dataclass(frozen=True)
class Square:
    side: float


@dataclass(frozen=True)
class Sheet:
    shapes: tuple[Circle | Square, ...]
    first: Circle
    corner: tuple[float, int]
    colour: Colour
    mode: Literal["a", "b"]
    named: Mapping[str, Square | None]
    note: str | None = None


SHEET = Sheet(
    shapes=(Circle(1.5), Square(2.0)),
    first=Circle(0.1),
    corner=(0.5, 3),
    colour=Colour.RED,
    mode="b",
    named={"small": Square(1.0), "none": None},
)


def test_data_comes_back_from_json_as_it_went() -> None:
    assert from_plain(Sheet, json.loads(json.dumps(to_plain(SHEET)))) == SHEET


def test_only_what_a_union_holds_names_its_class() -> None:
    plain = to_plain(SHEET)
    assert plain["shapes"][0] == {"is": "Circle", "radius": 1.5}
    assert plain["first"] == {"radius": 0.1}


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"shapes": [{"is": "Star"}]}, KeyError),
        ({"wings": 2}, KeyError),
        ({"first": {}}, TypeError),
        ({"corner": [1]}, ValueError),
        ({"colour": "blue"}, ValueError),
        ({"first": {"radius": "wide"}}, TypeError),
        ({"first": {"radius": None}}, TypeError),
        ({"shapes": [3]}, TypeError),
    ],
)
def test_what_is_none_of_its_types_is_refused(
    change: dict[str, object], error: type[Exception]
) -> None:
    with pytest.raises(error):
        from_plain(Sheet, to_plain(SHEET) | change)
