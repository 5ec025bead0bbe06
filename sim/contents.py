"""What the catalogue holds, readable at once: no torch, no NumPy, nothing but a JSON file.

``python -m sim contents --write`` makes that file of the declarations in `sim.experiments`; a test
compares the two. Whoever lists experiments or checks settings before a worker runs reads it here.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Literal

from sim.declaration import CurveGuess, NumberGuess, Plot, Preset, Theme
from sim.errors import UnknownExperimentError
from sim.plain import from_plain
from sim.settings import Choice, Real, Scalar, Switch, Whole, checked
from sim.words import Words

FILE = Path(__file__).with_name("catalogue.json")


@dataclass(frozen=True, slots=True)
class OptionsGuess:
    """A `sim.declaration.ChoiceGuess` as it is asked: only a run knows the truth."""

    question: Words
    options: tuple[tuple[str, Words], ...]
    name: str = field(default="", kw_only=True)
    plot: str = field(default="", kw_only=True)


@dataclass(frozen=True, slots=True)
class SettingEntry:
    """One setting: what it takes, and its value unless changed."""

    takes: Real | Whole | Choice | Switch
    default: Scalar


@dataclass(frozen=True, slots=True)
class Entry:
    """One experiment as its declaration tells it; see `sim.declaration.Experiment`."""

    name: str
    theme: Theme
    title: Words
    question: Words
    guesses: tuple[CurveGuess | OptionsGuess | NumberGuess, ...]
    claim: Words
    shows: Words
    limits: Words
    plots: tuple[Plot, ...]
    settings: Mapping[str, SettingEntry]
    presets: tuple[Preset, ...]
    facts: tuple[str, ...]
    kind: Literal["ensemble", "exact"]
    members: int

    @property
    def defaults(self) -> dict[str, Scalar]:
        """Every setting's value unless changed."""
        return {name: setting.default for name, setting in self.settings.items()}

    def checked(self, given: Mapping[str, object]) -> dict[str, Scalar]:
        """Values of all settings: those given, turned into their types, and defaults.

        Raises:
            UnknownSettingError: If a name is none of the settings.
            BadSettingError: If a value is not one that its setting takes.
        """
        known = {name: setting.takes for name, setting in self.settings.items()}
        return self.defaults | checked(known, given, self.name)


@cache
def entries() -> Mapping[str, Entry]:
    """Every experiment by name, in alphabetical order."""
    return read(FILE.read_text(encoding="utf-8"))


def read(text: str) -> dict[str, Entry]:
    """The entries that a file like ``catalogue.json`` holds."""
    return {name: from_plain(Entry, plain) for name, plain in json.loads(text).items()}


def entry(name: str) -> Entry:
    """The experiment of a name.

    Raises:
        UnknownExperimentError: If there is none.
    """
    if name not in entries():
        raise UnknownExperimentError(name, tuple(entries()))
    return entries()[name]
