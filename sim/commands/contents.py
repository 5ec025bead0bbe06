"""`contents`: the catalogue as plain data, made of the declarations (see `sim.contents`)."""

from __future__ import annotations

import argparse
import dataclasses
import json

from sim import catalogue
from sim.commands.console import DONE, Console
from sim.commands.outputs import write_text
from sim.contents import FILE, Entry, OptionsGuess, SettingEntry
from sim.declaration import ChoiceGuess, CurveGuess, Experiment, Guess, NumberGuess
from sim.plain import to_plain
from sim.words import Words


def text() -> str:
    """What ``catalogue.json`` must hold: sorted by name, one value a line."""
    plain = {name: to_plain(described(catalogue.experiment(name))) for name in catalogue.names()}
    return json.dumps(plain, ensure_ascii=False, indent=1) + "\n"


def described(experiment: Experiment) -> Entry:
    """A declaration without its functions."""
    copied = {
        field.name: getattr(experiment, field.name)
        for field in dataclasses.fields(Entry)
        if field.name not in ("guesses", "settings")
    }
    return Entry(
        **copied,
        guesses=tuple(_asked(guess) for guess in experiment.guesses),
        settings=_settings(experiment),
    )


def _asked(guess: Guess) -> CurveGuess | OptionsGuess | NumberGuess:
    if isinstance(guess, ChoiceGuess):
        return OptionsGuess(guess.question, guess.options, name=guess.name, plot=guess.plot)
    return guess


def _settings(experiment: Experiment) -> dict[str, SettingEntry]:
    defaults = experiment.settings()
    return {
        name: SettingEntry(takes, getattr(defaults, name))
        for name, takes in experiment.declared_settings.items()
    }


def run(asked: argparse.Namespace, console: Console) -> int:
    """Write the catalogue on stdout, or where the app reads it."""
    made = text()
    if not asked.write:
        console.write(made)
        return DONE
    write_text(FILE, made)
    words = Words("{file} : {count:d} en tout.", "{file}: {count:d} in all.")
    console.tell(words, {"count": len(catalogue.names()), "file": FILE.name})
    return DONE
