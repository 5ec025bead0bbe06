"""Tables of the worked 2-2-2 network: each derivative with its paths, its check, and the slides."""

from __future__ import annotations

from collections.abc import Mapping

from sim.pictures import Table
from sim.problems.two_layers import Batch, Parameters
from sim.problems.two_layers_measures import UNITS, of_units
from sim.words import Words, same

SLIDES = {
    "w1": (0.000438568, 0.149780716),
    "w2": (None, 0.199561430),
    "w3": (None, 0.249751140),
    "w4": (None, 0.299502290),
    "w5": (0.082167041, 0.358916480),
    "w6": (None, 0.408666186),
    "w7": (None, 0.511301270),
    "w8": (None, 0.561370121),
    "b1": (-0.00116084, 0.350580420),
    "b2": (-0.005276551, 0.602638275),
}
"""The derivative, where they print one, and the new value that slides 44 to 55 print."""

PATHS = {
    "w1": "δh₁ · x₁",
    "w2": "δh₁ · x₂",
    "w3": "δh₂ · x₁",
    "w4": "δh₂ · x₂",
    "w5": "δo₁ · a(h₁)",
    "w6": "δo₁ · a(h₂)",
    "w7": "δo₂ · a(h₁)",
    "w8": "δo₂ · a(h₂)",
    "b1": "δh₁ + δh₂",
    "b2": "δo₁ + δo₂",
}
PLAIN = Words("chemins", "paths")
FROM_SLIDES = (
    Words("diapos : ∂E/∂θ", "slides: ∂E/∂θ"),
    Words("diapos : après", "slides: after"),
)
LATER = Words("∂E/∂θ, un pas plus tard", "∂E/∂θ, a step later")
PRINTED_WITHIN = 1e-7
Printed = Mapping[str, tuple[float | None, float]]


NAMES = dict(zip(UNITS, ("h₁", "h₂", "o₁", "o₂"), strict=True))


def derivatives(
    start: Parameters,
    gradient: Parameters,
    checked: Parameters,
    after: Parameters,
    following: Parameters,
    *,
    is_mean: bool,
    beside: Printed,
) -> Table:
    """One row a parameter; those whose printed number is wrong are marked.

    What slides print stands beside their own numbers; of others, the derivatives a step later.

    Args:
        start: Values before the step.
        gradient: What was derived.
        checked: Central differences.
        after: Values after a full step.
        following: The derivatives where the chosen step leads; told if nothing is beside.
        is_mean: Whether each derivative is the mean of those of several examples.
        beside: What is printed elsewhere; empty for nothing.
    """
    columns = (
        Words("paramètre", "parameter"),
        Words("valeur", "value"),
        Words("chemins (moyenne du lot)", "paths (mean of the batch)") if is_mean else PLAIN,
        same("∂E/∂θ"),
        Words("différence centrée", "central difference"),
        Words("après un pas complet", "after a full step"),
        *(FROM_SLIDES if beside else (LATER,)),
    )
    rows = []
    marked = []
    for place, (name, value) in enumerate(start.items()):
        slope, new = beside.get(name, (None, None))
        found = (value, same(PATHS[name]), gradient[name], checked[name], after[name])
        last = (_cell(slope), _cell(new)) if beside else (following[name],)
        rows.append((same(name), *found, *last))
        if new is not None and abs(new - after[name]) > PRINTED_WITHIN:
            marked.append(place)
    label = Words("Les dix dérivées", "The ten derivatives")
    return Table("derivatives", "derivatives", label, columns, tuple(rows), tuple(marked))


def _cell(printed: float | None) -> Words | float:
    return same("—") if printed is None else printed


def forward_pass(start: Parameters, batch: Batch) -> Table:
    """One row a unit: its sum, its activation, what reaches it from above, its error signal.

    Each example of a batch has its own four rows.
    """
    columns = (
        Words("unité", "unit"),
        same("z"),
        same("a = g(z)"),
        same("∂E/∂a"),
        same("g′(z)"),
        same("δ = ∂E/∂z"),
    )
    rows: tuple[tuple[Words | float, ...], ...] = tuple(
        (_unit(unit, number, of=len(batch.examples)), *values.values())
        for number, (f, back) in enumerate(batch.passes(start), start=1)
        for unit, values in of_units(f, back).items()
    )
    label = Words("Passe avant et signaux d’erreur", "Forward pass and error signals")
    return Table("forward", "forward", label, columns, rows)


def _unit(unit: str, example: int, *, of: int) -> Words:
    name = NAMES[unit]
    if of == 1:
        return same(name)
    return Words(f"{name}, exemple {example}", f"{name}, example {example}")
