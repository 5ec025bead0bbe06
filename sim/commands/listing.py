"""`list`: the experiments, by theme, without loading torch."""

from __future__ import annotations

import argparse
import json

from sim import contents
from sim.commands.console import DONE, Console, table
from sim.contents import Entry
from sim.declaration import Theme
from sim.plain import to_plain
from sim.words import Words

THEMES = {
    Theme.NEURON: Words("Le neurone", "The neuron"),
    Theme.ACTIVATIONS: Words("Fonctions d’activation", "Activations"),
    Theme.LOSSES: Words("Fonctions de coût", "Losses"),
    Theme.BACKPROPAGATION: Words("Rétropropagation", "Backpropagation"),
    Theme.OPTIMISATION: Words("Optimisation", "Optimisation"),
    Theme.GENERALISATION: Words("Généralisation", "Generalisation"),
    Theme.STABILITY: Words("Stabilité", "Stability"),
    Theme.SEQUENCES: Words("Séquences", "Sequences"),
}


def run(asked: argparse.Namespace, console: Console) -> int:
    """Write the list; a line an experiment, or everything known of each as JSON."""
    entries = contents.entries()
    if asked.json:
        plain = {name: to_plain(entry) for name, entry in entries.items()}
        console.write(json.dumps(plain, ensure_ascii=False, indent=1))
        return DONE
    for theme in Theme:
        mine = [entry for entry in entries.values() if entry.theme is theme]
        if mine:
            console.write(console.in_words(THEMES[theme]))
            console.write(_lines(mine, console) + "\n")
    return DONE


def _lines(entries: list[Entry], console: Console) -> str:
    rows = [(f"  {entry.name}", console.in_words(entry.title)) for entry in entries]
    settings = [_settings(entry) for entry in entries]
    return table([(*row, given) for row, given in zip(rows, settings, strict=True)], numbers_from=3)


def _settings(entry: Entry) -> str:
    return " ".join(f"{name}={value}" for name, value in entry.defaults.items())
