"""The settings of an experiment: declared once, checked here, drawn by whoever shows them.

An experiment's settings are a frozen dataclass whose fields are made by `real`, `whole`, `choice`
and `switch`; each carries its range and its label.
"""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from sim.errors import BadSettingError, UnknownSettingError
from sim.words import Words, number

Scalar = str | int | float | bool
S = TypeVar("S")
_KEY = "setting"


@dataclass(frozen=True, slots=True)
class Real:
    """A number within a range, both ends included."""

    label: Words
    low: float
    high: float
    is_log: bool = False

    @property
    def allowed(self) -> Words:
        """What it takes, in words."""
        low, high = self.low, self.high
        return Words(
            f"un nombre de {number(low)} à {number(high)}", f"a number from {low:g} to {high:g}"
        )

    def parse(self, value: object) -> float | None:
        """The value, or None where it is none of this setting's."""
        given = _number(value)
        return given if given is not None and self.low <= given <= self.high else None


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number within a range, both ends included."""

    label: Words
    low: int
    high: int
    is_log: bool = False

    @property
    def allowed(self) -> Words:
        """What it takes, in words."""
        low, high = self.low, self.high
        return Words(f"un nombre entier de {low} à {high}", f"a whole number from {low} to {high}")

    def parse(self, value: object) -> int | None:
        """As of `Real`."""
        given = _number(value)
        if given is None or given != int(given) or not self.low <= given <= self.high:
            return None
        return int(given)


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a few names."""

    label: Words
    options: tuple[tuple[str, Words], ...]

    @property
    def allowed(self) -> Words:
        """What it takes, in words."""
        names = ", ".join(name for name, _ in self.options)
        return Words(f"l’un de ceux-ci : {names}", f"one of {names}")

    def parse(self, value: object) -> str | None:
        """As of `Real`."""
        names = [name for name, _ in self.options]
        return value if isinstance(value, str) and value in names else None


@dataclass(frozen=True, slots=True)
class Switch:
    """Yes or no."""

    label: Words

    @property
    def allowed(self) -> Words:
        """What it takes, in words."""
        return Words("true ou false", "true or false")

    def parse(self, value: object) -> bool | None:
        """As of `Real`; the command line writes ``true`` and ``false``."""
        if isinstance(value, str):
            return {"true": True, "false": False}.get(value.lower())
        return value if isinstance(value, bool) else None


Setting = Real | Whole | Choice | Switch


def real(default: float, label: Words, *, low: float, high: float, is_log: bool = False) -> Any:
    """A field that holds a number from `low` to `high`; `is_log` for a logarithmic slider."""
    return field(default=default, metadata={_KEY: Real(label, low, high, is_log)})


def whole(default: int, label: Words, *, low: int, high: int, is_log: bool = False) -> Any:
    """A field that holds a whole number from `low` to `high`."""
    return field(default=default, metadata={_KEY: Whole(label, low, high, is_log)})


def choice(default: str, label: Words, options: Mapping[str, Words]) -> Any:
    """A field that holds one of the names in `options`."""
    return field(default=default, metadata={_KEY: Choice(label, tuple(options.items()))})


def switch(default: bool, label: Words) -> Any:
    """A field that holds yes or no."""
    return field(default=default, metadata={_KEY: Switch(label)})


def settings_of(kind: type) -> dict[str, Setting]:
    """What each field of a settings class takes, in the order declared."""
    return {item.name: item.metadata[_KEY] for item in dataclasses.fields(kind)}


def checked(
    known: Mapping[str, Setting], given: Mapping[str, object], of: str
) -> dict[str, Scalar]:
    """The values given, each turned into its setting's type.

    Args:
        known: The settings of the experiment.
        given: Values by name; numbers may come as text, as from a command line.
        of: The experiment's name, for errors.

    Raises:
        UnknownSettingError: If a name is none of the settings.
        BadSettingError: If a value is not one that its setting takes.
    """
    values: dict[str, Scalar] = {}
    for name, value in given.items():
        if name not in known:
            raise UnknownSettingError(of, name, tuple(known))
        parsed = known[name].parse(value)
        if parsed is None:
            raise BadSettingError(name, value, known[name].allowed)
        values[name] = parsed
    return values


def make(kind: type[S], given: Mapping[str, object], of: str) -> S:
    """A settings object: the values given, defaults elsewhere; raises as `checked` does."""
    return kind(**checked(settings_of(kind), given, of))


def _number(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        given = float(value)
    except (ValueError, OverflowError):
        return None
    return given if math.isfinite(given) else None
