"""What a sweep computes, in parts whose size never depends on how many workers there are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product

from sim.pictures import Numbers
from sim.settings import Scalar
from sim.words import Words

CHUNK = 32
"""Members a task: long enough to be worth sending, short enough that losing one costs little."""


@dataclass(frozen=True, slots=True)
class Sweep:
    """One experiment, for every combination of some values of its settings.

    Attributes:
        experiment: Its name.
        settings: Those that stay, all others included.
        over: The values of those that change, by name.
        members: How many networks a case, for each combination.
        seed: Of the first member, in each combination.
    """

    experiment: str
    settings: Mapping[str, Scalar]
    over: Mapping[str, tuple[Scalar, ...]]
    members: int
    seed: int

    @property
    def points(self) -> list[dict[str, Scalar]]:
        """The combinations, the last setting changing fastest."""
        return [
            dict(zip(self.over, chosen, strict=True)) for chosen in product(*self.over.values())
        ]

    @property
    def tasks(self) -> list[Task]:
        """All parts, in order."""
        return [
            Task(place, self.experiment, {**self.settings, **point}, self.seed + first, count)
            for place, point in enumerate(self.points)
            for first, count in self._chunks
        ]

    @property
    def _chunks(self) -> list[tuple[int, int]]:
        starts = range(0, self.members, CHUNK)
        return [(start, min(CHUNK, self.members - start)) for start in starts]


@dataclass(frozen=True, slots=True)
class Task:
    """Some members of one combination.

    Attributes:
        point: Place of the combination among `Sweep.points`.
        experiment: Its name.
        settings: The value of each.
        seed: Of its first member.
        members: How many.
    """

    point: int
    experiment: str
    settings: Mapping[str, Scalar]
    seed: int
    members: int


@dataclass(frozen=True, slots=True)
class Part:
    """What came of a task: of each member, in order; or why nothing did."""

    task: Task
    measures: Mapping[str, Numbers]
    met: tuple[bool, ...]
    torch: str
    device: str
    trouble: Words | None = None
    details: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One combination with all its members.

    Attributes:
        point: The settings that change.
        measures: By name, one number a member.
        met: Whether the claim held in each.
    """

    point: Mapping[str, Scalar]
    measures: Mapping[str, Numbers]
    met: tuple[bool, ...]


def rows(sweep: Sweep, parts: list[Part]) -> list[Row]:
    """Every combination of which all parts are there, in order, whatever order they came in."""
    found = []
    for place, point in enumerate(sweep.points):
        mine = [part for part in parts if part.task.point == place]
        mine.sort(key=lambda part: part.task.seed)
        met = tuple(held for part in mine for held in part.met)
        if len(met) == sweep.members:
            names = mine[0].measures
            joined = {
                name: tuple(v for part in mine for v in part.measures[name]) for name in names
            }
            found.append(Row(point, joined, met))
    return found
