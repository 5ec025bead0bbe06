"""What a run has shown: its verdict, its numbers, what is to be seen, and where it was computed."""

from __future__ import annotations

import math
import statistics
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from sim.pictures import Numbers, Picture
from sim.settings import Scalar
from sim.words import Words


class DeviceKind(StrEnum):
    """Where networks can compute."""

    CPU = "cpu"
    CUDA = "cuda"
    MPS = "mps"


_DEVICES = {
    DeviceKind.CPU: Words("processeur", "CPU"),
    DeviceKind.CUDA: Words("carte graphique", "graphics card"),
    DeviceKind.MPS: Words("puce graphique d’Apple", "Apple graphics chip"),
}


@dataclass(frozen=True, slots=True)
class Device:
    """Where a run computes.

    Attributes:
        kind: What it is.
        id: As torch and `RunRequest.device` call it, such as ``cuda:0``.
        model: As its maker calls it; empty where the system does not tell.
    """

    kind: DeviceKind
    id: str
    model: str = ""

    @property
    def words(self) -> Words:
        """What the learner is told, such as « carte graphique (NVIDIA H100) »."""
        of = f" ({self.model})" if self.model else ""
        said = _DEVICES[self.kind]
        return Words(said.fr + of, said.en + of)


class Note(StrEnum):
    """What a learner should know beside a result."""

    DEVICE_MEMORY = "device_memory"
    DEVICE_TROUBLE = "device_trouble"
    OTHER_TORCH = "other_torch"

    @property
    def words(self) -> Words:
        """It, as a sentence."""
        return _NOTES[self]


_NOTES = {
    Note.DEVICE_MEMORY: Words(
        "La mémoire de la carte graphique n’a pas suffi : calculé sur le processeur.",
        "The graphics card had too little memory: computed on the processor.",
    ),
    Note.DEVICE_TROUBLE: Words(
        "La carte graphique n’a pas su faire ce calcul : calculé sur le processeur.",
        "The graphics card could not do this: computed on the processor.",
    ),
    Note.OTHER_TORCH: Words(
        "Commencé avec une autre version de PyTorch : les derniers chiffres peuvent différer.",
        "Begun with another version of PyTorch: last digits may differ.",
    ),
}


@dataclass(frozen=True, slots=True)
class RunResult:
    """What a run has shown.

    Attributes:
        experiment: Its name.
        settings: The value of each, defaults included.
        members: How many networks a case; 1 for an exact computation.
        seed: Of the first.
        device: Where it was computed.
        torch: The version that computed it.
        seconds: How long it took, pauses left out.
        measures: What was measured in each member, by name.
        met: Whether the claim held in each.
        truths: One for each guess of the experiment, in order: the key of what happened, the
            median of a number, None for a curve (it is among `pictures`).
        pictures: All that is to be seen at the end.
        notes: What else to know.
    """

    experiment: str
    settings: Mapping[str, Scalar]
    members: int
    seed: int
    device: Device
    torch: str
    seconds: float
    measures: Mapping[str, Numbers]
    met: tuple[bool, ...]
    truths: tuple[str | float | None, ...]
    pictures: tuple[Picture, ...]
    notes: tuple[Note, ...] = ()

    @property
    def met_share(self) -> float:
        """Share of members in which the claim held, from 0 to 1."""
        return sum(self.met) / len(self.met)

    @property
    def diverged(self) -> int:
        """How many members measured something that is not finite."""
        rows = zip(*self.measures.values(), strict=True)
        return sum(not all(map(math.isfinite, row)) for row in rows)

    @property
    def medians(self) -> dict[str, float]:
        """Of each measure, over its finite values; see `median` for where there are none."""
        return {name: median(values) for name, values in self.measures.items()}

    @property
    def values(self) -> dict[str, Scalar]:
        """What fills the fields of `sim.declaration.Experiment.shows`."""
        return {**self.medians, **self.settings, "met": self.met_share}


def different(before: RunResult, after: RunResult) -> list[str]:
    """Names of measures that differ in any bit; NaN is the same as NaN."""
    names = {**before.measures, **after.measures}
    return [
        name
        for name in names
        if not _same(before.measures.get(name, ()), after.measures.get(name, ()))
    ]


def _same(one: Numbers, other: Numbers) -> bool:
    return len(one) == len(other) and all(
        a == b or (math.isnan(a) and math.isnan(b)) for a, b in zip(one, other, strict=True)
    )


def median(values: Numbers) -> float:
    """Of the finite ones; where there is none, infinity if all are that, else NaN."""
    finite = [value for value in values if math.isfinite(value)]
    if finite:
        return statistics.median(finite)
    return math.inf if all(value == math.inf for value in values) else math.nan
