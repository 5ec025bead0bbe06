"""Fields and points of the plane: decision regions, loss surfaces, images, examples."""

from __future__ import annotations

from collections.abc import Sequence

import matplotlib as mpl
import numpy as np
from matplotlib.axes import Axes
from matplotlib.cm import ScalarMappable
from matplotlib.colors import Colormap, ListedColormap, Normalize
from numpy.typing import NDArray

from sim.pictures import Grid, Points
from sim.plotting.style import MARKERS, Style

CONTOURS = 24
MOST_STRETCHED = 2.5
UNDER_EXAMPLES = 0.55
Array = NDArray[np.float64]


def draw_grid(axes: Axes, grid: Grid, style: Style, *, classes: int, is_walked: bool) -> None:
    """A field, with a bar that says what its colours mean.

    Args:
        axes: Where.
        grid: The field.
        style: Colours and language.
        classes: Of the examples drawn over it; 0 without any.
        is_walked: Whether paths go over it: then contours show its slope.
    """
    values = np.array(grid.rows, dtype=float)
    colours, norm = _look(values, style, classes)
    if is_walked:
        _draw_contours(axes, grid, values, style)
        return
    image = axes.imshow(
        values,
        origin="lower",
        extent=(*grid.x, *grid.y),
        aspect="equal" if _is_nearly_square(grid) else "auto",
        interpolation="nearest",
        cmap=colours,
        norm=norm,
        alpha=UNDER_EXAMPLES if classes else 1.0,
    )
    _add_bar(axes, image, grid, style)


def draw_image(axes: Axes, grid: Grid, style: Style) -> None:
    """A small picture among others: its pixels, and neither axes nor a bar."""
    values = np.array(grid.rows, dtype=float)
    colours, norm = _look(values, style, 0)
    axes.axis("off")
    axes.imshow(values, origin="lower", interpolation="nearest", cmap=colours, norm=norm)


def _look(values: Array, style: Style, classes: int) -> tuple[Colormap, Normalize]:
    """Colours of classes for a decision, from one side to the other for signed values."""
    low, high = _range(values)
    palette = style.palette
    if classes > 2 and high < classes and not np.any(np.nan_to_num(values) % 1):
        return ListedColormap(palette.series[:classes]), Normalize(-0.5, classes - 0.5)
    if classes and low >= 0 and high <= 1:
        return palette.diverging, Normalize(0, 1)
    if low < 0 < high:
        most = max(-low, high)
        return palette.diverging, Normalize(-most, most)
    return mpl.colormaps["cividis"], Normalize(low, high)


def _range(values: Array) -> tuple[float, float]:
    finite = values[np.isfinite(values)]
    return (float(finite.min()), float(finite.max())) if finite.size else (0.0, 1.0)


def _add_bar(axes: Axes, image: ScalarMappable, grid: Grid, style: Style) -> None:
    bar = axes.figure.colorbar(image, ax=axes, shrink=0.85)
    bar.outline.set_visible(False)
    style.dress(bar.ax)
    bar.set_label(style.say(grid.label), color=style.palette.muted)


def _draw_contours(axes: Axes, grid: Grid, values: Array, style: Style) -> None:
    """Lines of equal height, closer at the bottom: evenly spaced in the height's square root."""
    rows, columns = values.shape
    x = _centres(*grid.x, columns)
    y = _centres(*grid.y, rows)
    depth = np.sqrt(values - _range(values)[0])
    axes.contourf(x, y, depth, levels=CONTOURS, cmap="cividis", alpha=0.35)
    axes.contour(x, y, depth, levels=CONTOURS, colors=style.palette.muted, linewidths=0.6)
    axes.set(xlim=grid.x, ylim=grid.y)
    if _is_nearly_square(grid):
        axes.set_aspect("equal")


def _centres(low: float, high: float, count: int) -> Array:
    half = (high - low) / count / 2
    return np.linspace(low + half, high - half, count)


def _is_nearly_square(grid: Grid) -> bool:
    width, height = abs(grid.x[1] - grid.x[0]), abs(grid.y[1] - grid.y[0])
    return max(width, height) <= MOST_STRETCHED * min(width, height)


def draw_points(axes: Axes, many: Sequence[Points], style: Style) -> None:
    """Examples; colour and shape tell the class, so that either is enough."""
    for points in many:
        for group in sorted(set(points.group)):
            chosen = [i for i, of in enumerate(points.group) if of == group]
            axes.scatter(
                [points.x[i] for i in chosen],
                [points.y[i] for i in chosen],
                s=26,
                marker=MARKERS[group % len(MARKERS)],
                color=style.palette.series[group % len(style.palette.series)],
                edgecolors=style.palette.surface,
                linewidths=0.7,
                label=_legend(points, group, style),
                zorder=3,
            )


def _legend(points: Points, group: int, style: Style) -> str:
    label = style.say(points.label)
    return f"{label} ({group})" if len(set(points.group)) > 1 else label


def classes_of(many: Sequence[Points]) -> int:
    """How many classes the examples have, 0 without any."""
    return max((max(points.group, default=0) + 1 for points in many), default=0)
