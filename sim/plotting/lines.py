"""Curves and paths: what moves along an axis, or about the plane."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from matplotlib.axes import Axes
from numpy.typing import NDArray

from sim.pictures import Curve, Path
from sim.plotting.style import Style, literal
from sim.words import Words, fill

BAND_OPACITY = 0.18
CROWD = 4
BARS_FILL, BAR_OPACITY = 0.8, 0.55
Array = NDArray[np.float64]
NOT_FINITE = Words("{label} ({share:%} non finis)", "{label} ({share:%} not finite)")


def draw_curves(axes: Axes, curves: Sequence[Curve], style: Style) -> None:
    """Each curve's mean in its band; a gap where no member is finite, a cross where it ends so."""
    opacity = BAND_OPACITY * min(1.0, CROWD / max(1, len(curves)))
    for curve, (colour, dash) in zip(curves, style.palette.lines(), strict=False):
        x, mean = np.array(curve.x), np.array(curve.mean)
        axes.plot(x, mean, dash, color=colour, linewidth=1.8, label=_legend(curve, style))
        if len(x) == 1:
            axes.plot(x, mean, "o", color=colour)
        if any(low != high for low, high in zip(curve.low, curve.high, strict=True)):
            axes.fill_between(x, curve.low, curve.high, color=colour, alpha=opacity, linewidth=0)
        _mark_the_end(axes, x, mean, colour)


def draw_bars(axes: Axes, curves: Sequence[Curve], style: Style) -> None:
    """Each curve's means as bars from 0, the cases side by side about each x, with their spread."""
    width = BARS_FILL / max(1, len(curves))
    for case, (curve, (colour, _)) in enumerate(zip(curves, style.palette.lines(), strict=False)):
        x = np.array(curve.x) + (case - (len(curves) - 1) / 2) * width
        mean, low, high = (np.array(values) for values in (curve.mean, curve.low, curve.high))
        axes.bar(x, mean, width, color=colour, alpha=BAR_OPACITY, label=_legend(curve, style))
        axes.vlines(x, low, high, color=colour, linewidth=1.8)


def _legend(curve: Curve, style: Style) -> str:
    diverged = 1 - curve.finite[-1] if curve.finite else 0.0
    label = curve.label.in_language(style.language)
    if diverged > 0:
        label = fill(NOT_FINITE, {"label": label, "share": diverged}, style.language)
    return literal(label)


def _mark_the_end(axes: Axes, x: Array, mean: Array, colour: str) -> None:
    finite = np.flatnonzero(np.isfinite(mean))
    if len(finite) and finite[-1] < len(mean) - 1:
        axes.plot(x[finite[-1]], mean[finite[-1]], "X", color=colour, markersize=8)


def draw_paths(axes: Axes, paths: Sequence[Path], style: Style, *, is_walk: bool) -> None:
    """Each path until it leaves the plane; a walk begins with a ring and ends with a disc.

    Limits stay as the field beneath has them: a walk that flies off is cut, not followed.
    """
    if not is_walk:
        _draw_lines(axes, paths, style)
        return
    limits = (axes.get_xlim(), axes.get_ylim()) if axes.collections else None
    for path, (colour, _) in zip(paths, style.palette.lines(), strict=False):
        x, y = _while_finite(path)
        axes.plot(x, y, "-", color=style.palette.surface, linewidth=3.2)
        axes.plot(
            x, y, ".-", label=style.say(path.label), linewidth=1.6, markersize=4, color=colour
        )
        axes.plot(x[:1], y[:1], "o", markersize=9, fillstyle="none", color=colour)
        axes.plot(
            x[-1:], y[-1:], "o", markersize=9, color=colour, markeredgecolor=style.palette.surface
        )
    if limits:
        axes.set(xlim=limits[0], ylim=limits[1])


def _draw_lines(axes: Axes, paths: Sequence[Path], style: Style) -> None:
    """Shapes of the plane, such as a function's graph."""
    limits = (axes.get_xlim(), axes.get_ylim()) if axes.images else None
    for path, (colour, dash) in zip(paths, style.palette.lines(), strict=False):
        x, y = _while_finite(path)
        axes.plot(x, y, dash, label=style.say(path.label), linewidth=1.8, color=colour)
    if limits:
        axes.set(xlim=limits[0], ylim=limits[1])


def _while_finite(path: Path) -> tuple[list[float], list[float]]:
    kept: list[tuple[float, float]] = []
    for x, y in zip(path.x, path.y, strict=True):
        if not (math.isfinite(x) and math.isfinite(y)):
            break
        kept.append((x, y))
    return [x for x, _ in kept], [y for _, y in kept]
