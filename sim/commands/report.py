"""What a run has shown, in words and numbers for a terminal."""

from __future__ import annotations

import math
import textwrap
from collections.abc import Sequence
from statistics import quantiles

from sim.commands.console import Console, table
from sim.contents import Entry
from sim.result import RunResult
from sim.words import Words

WIDTH = 96

_HEADS = (
    Words("mesure", "measure"),
    Words("médiane", "median"),
    Words("10 %", "10%"),
    Words("90 %", "90%"),
)
_VERDICT = Words(
    "Cela a tenu dans {met:%} des {members:d} réseaux.",
    "It held in {met:%} of {members:d} networks.",
)
_EXACT = (Words("Cela ne tient pas.", "It does not hold."), Words("Cela tient.", "It holds."))
_DIVERGED = Words(
    "{count:d} réseaux sur {members:d} ont divergé.", "{count:d} of {members:d} networks diverged."
)
_PLACE = Words(
    "{device}, PyTorch {torch}, {seconds:.2} s, graine {seed}.",
    "{device}, PyTorch {torch}, {seconds:.2} s, seed {seed}.",
)


def report(entry: Entry, result: RunResult, console: Console) -> str:
    """The claim, whether it held, what was seen, every measure, and where it was computed."""
    say = console.in_words
    parts = [
        f"{say(entry.title)}\n{_broken(say(entry.question))}",
        f"{_broken(say(entry.claim))}\n{verdict(entry, result, console)}",
        _broken(say(entry.shows, readable(result))),
        _measures(result, console),
        _footing(result, console),
    ]
    return "\n\n".join(part for part in parts if part)


def _broken(text: str) -> str:
    return textwrap.fill(text, WIDTH)


def readable(result: RunResult) -> dict[str, float | str]:
    """Every value that fills a text, a setting that is yes or no included."""
    return {name: str(v) if isinstance(v, bool) else v for name, v in result.values.items()}


def verdict(entry: Entry, result: RunResult, console: Console) -> str:
    """One sentence: in how many networks the claim held."""
    if entry.kind == "exact":
        return console.in_words(_EXACT[result.met[0]])
    values = {"met": result.met_share, "members": result.members}
    return console.in_words(_VERDICT, values)


def _measures(result: RunResult, console: Console) -> str:
    heads = [console.in_words(words) for words in _HEADS[: 4 if result.members > 1 else 2]]
    rows = [heads]
    for name, values in result.measures.items():
        low, high = spread(values)
        numbers = [result.medians[name], low, high][: len(heads) - 1]
        rows.append([name, *map(console.number, numbers)])
    return table(rows)


def spread(values: Sequence[float]) -> tuple[float, float]:
    """The 10 % and the 90 % quantile of the finite ones, as NumPy interpolates them."""
    finite = [value for value in values if math.isfinite(value)]
    if not finite:
        return math.nan, math.nan
    if len(finite) == 1:
        return finite[0], finite[0]
    tenths = quantiles(finite, n=10, method="inclusive")
    return tenths[0], tenths[-1]


def _footing(result: RunResult, console: Console) -> str:
    lines = []
    if result.diverged:
        values = {"count": result.diverged, "members": result.members}
        lines.append(console.in_words(_DIVERGED, values))
    place: dict[str, float | str] = {
        "device": console.in_words(result.device.words),
        "torch": result.torch,
        "seconds": result.seconds,
        "seed": str(result.seed),
    }
    lines.append(console.in_words(_PLACE, place))
    lines += [console.in_words(note.words) for note in result.notes]
    return "\n".join(lines)
