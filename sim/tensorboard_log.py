"""A run as a log for TensorBoard, through torch's own writer.

Only what has TensorBoard installed imports this module: it is an optional package.
"""

from __future__ import annotations

from pathlib import Path

from torch.utils.tensorboard import SummaryWriter

from sim.contents import Entry
from sim.pictures import Curve
from sim.result import RunResult
from sim.words import Language, fill


def log(folder: Path, entry: Entry, result: RunResult, language: Language) -> None:
    """Write a run's curves and verdict into a folder of its own within `folder`.

    Scalars are named ``plot/case/mean``, ``…/low`` and ``…/high``; steps are those of the curve
    where they are whole numbers, else the place in it.

    Args:
        folder: What ``tensorboard --logdir`` is told; it exists.
        entry: The experiment.
        result: What came of it.
        language: Of the texts.
    """
    name = f"{result.experiment}-seed{result.seed}-members{result.members}"
    with SummaryWriter(str(folder / name)) as writer:
        for curve in result.pictures:
            if isinstance(curve, Curve):
                _add_curve(writer, curve)
        for tag, text in _texts(entry, result, language).items():
            writer.add_text(tag, text)


def _add_curve(writer: SummaryWriter, curve: Curve) -> None:
    for line in ("mean", "low", "high"):
        values = getattr(curve, line)
        for step, value in zip(steps(curve), values, strict=True):
            writer.add_scalar(f"{curve.plot}/{curve.key}/{line}", value, step)


def steps(curve: Curve) -> list[int]:
    """The whole numbers that TensorBoard wants at the foot of a curve."""
    if all(x == int(x) for x in curve.x):
        return [int(x) for x in curve.x]
    return list(range(len(curve.x)))


def _texts(entry: Entry, result: RunResult, language: Language) -> dict[str, str]:
    settings = "\n".join(f"- {name}: {value}" for name, value in result.settings.items())
    values = {name: str(v) if isinstance(v, bool) else v for name, v in result.values.items()}
    return {
        "claim": entry.claim.in_language(language),
        "verdict": f"{100 * result.met_share:.0f} % · {fill(entry.shows, values, language)}",
        "settings": settings or "-",
    }
