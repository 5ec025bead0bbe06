"""Where an axis has its numbers and what they say: Matplotlib chooses both."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from matplotlib.axis import Axis
from matplotlib.ticker import NullLocator

_TIMES = "\N{THIN SPACE}×\N{THIN SPACE}"
_NEAR = 1e-10  # of an axis; Matplotlib's own tolerance
_POWER = re.compile(r"\$\\mathdefault\{(?P<before>.*?)(?:\^\{(?P<raised>.*?)\})?\}\$")


@dataclass(frozen=True, slots=True)
class Tick:
    """One number beside an axis.

    Attributes:
        value: Where, in the plot's units.
        share: Where, from 0 at the axis' lower end to 1 at its upper one.
        text: What it says; may be empty.
        raised: The exponent after it; may be empty.
        is_major: Whether a rule goes through the plot there.
    """

    value: float
    share: float
    text: str
    raised: str
    is_major: bool


def ticks(axis: Axis) -> tuple[Tick, ...]:
    """All ticks that are in sight."""
    values = axis.get_majorticklocs().tolist()
    texts = axis.get_major_formatter().format_ticks(values)
    found = tuple(_in_sight(axis, values, texts, is_major=True))
    if isinstance(axis.get_minor_locator(), NullLocator):
        return found
    values = [float(value) for value in axis.get_minorticklocs()]
    texts = axis.get_minor_formatter().format_ticks(values)
    return found + tuple(_in_sight(axis, values, texts, is_major=False))


def _in_sight(
    axis: Axis, values: Sequence[float], texts: Sequence[str], *, is_major: bool
) -> Iterator[Tick]:
    transform = axis.get_transform()
    low, high = transform.transform(np.asarray(axis.get_view_interval(), dtype=float))
    places = transform.transform(np.asarray(values, dtype=float))
    for value, place, text in zip(values, places, texts, strict=True):
        share = float((place - low) / (high - low))
        if -_NEAR <= share <= 1 + _NEAR:
            yield Tick(float(value), share, *plain(text), is_major)


def plain(text: str) -> tuple[str, str]:
    """What Matplotlib would typeset, as words and the exponent after them.

    Args:
        text: A formatter's, such as ``$\\mathdefault{2\\times10^{-3}}$`` or ``0,5``.
    """
    found = _POWER.fullmatch(text)
    if found is None:
        return text, ""
    before, raised = found["before"].replace(r"\times", _TIMES), found["raised"] or ""
    return before.replace("-", "−"), raised.replace("-", "−")


def multiplier(axis: Axis) -> str:
    """What all numbers of an axis are to be multiplied by, such as ``1e-5``; mostly nothing."""
    return axis.get_major_formatter().get_offset()
