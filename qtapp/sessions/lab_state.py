"""What the Lab shows, as plain data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from qtapp.sessions.run_state import RunOrder, RunState
from qtapp.sessions.speed import Speed
from sim.contents import Entry
from sim.result import RunResult
from sim.settings import Scalar

MOST_KEPT = 4


@dataclass(frozen=True, slots=True)
class KeptRun:
    """A finished run that stays to be compared with.

    Attributes:
        number: The how-manieth of its experiment in this sitting, from 1.
        order: What was asked, every setting named.
        result: What it has shown.
    """

    number: int
    order: RunOrder
    result: RunResult


@dataclass(frozen=True, slots=True)
class LabState:
    """Everything that the Lab's pages show.

    Attributes:
        entry: The experiment looked at; None for the list of all.
        values: Of its settings, every one.
        members: Networks a case.
        seed: Of the first.
        run: How it runs now.
        kept: Earlier runs of the experiment, oldest first.
        speed: At which runs go by.
    """

    entry: Entry | None = None
    values: Mapping[str, Scalar] = field(default_factory=dict)
    members: int = 32
    seed: int = 0
    run: RunState = field(default_factory=RunState)
    kept: tuple[KeptRun, ...] = ()
    speed: Speed = Speed.FULL

    @property
    def order(self) -> RunOrder:
        """What would be run now."""
        assert self.entry is not None
        return RunOrder(self.entry.name, dict(self.values), self.members, self.seed)

    @property
    def is_as_declared(self) -> bool:
        """Whether nothing was changed."""
        entry = self.entry
        return entry is None or (dict(self.values), self.members, self.seed) == (
            entry.defaults,
            entry.members,
            0,
        )


def differences(order: RunOrder, other: RunOrder) -> dict[str, Scalar]:
    """What one run was asked otherwise than another: the first one's values by name."""
    asked, else_asked = _all(order), _all(other)
    return {name: value for name, value in asked.items() if else_asked.get(name) != value}


def _all(order: RunOrder) -> dict[str, Scalar]:
    return {**order.settings, "members": order.members, "seed": order.seed}
