"""Which point the pointer means: the nearest one of the nearest curve, if that is near."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from qtapp.plots.axes_view import AxesView
from qtapp.plots.spots import Line, Spot, heights, lines_of
from sim.pictures import Picture

REACH_PX = 20.0

Places = NDArray[np.float64]
"""On the canvas, in its own pixels from its lower left: shape ``(points, 2)``."""


def spot_at(
    views: Sequence[AxesView],
    pictures: Sequence[Picture],
    at: tuple[float, float],
    *,
    reach: float,
) -> Spot | None:
    """The point that is meant.

    Args:
        views: The plots, as drawn.
        pictures: Of this moment.
        at: Where the pointer is, in the canvas's pixels from its lower left.
        reach: How far a curve may be from there, in the same pixels.
    """
    pointer = np.array(at)
    near = [view for view in views if view.axes.bbox.padded(reach).contains(*at)]
    found = (_nearest(view, pictures, pointer, reach) for view in near)
    return next((spot for spot in found if spot is not None), None)


def _nearest(
    view: AxesView, pictures: Sequence[Picture], pointer: Places, reach: float
) -> Spot | None:
    best: Spot | None = None
    for line in lines_of(view.plot, pictures):
        places = on_canvas(view, line)
        distance = distance_to(places, pointer)
        index = _point_in_view(view, places, pointer)
        if distance <= reach and index is not None:
            best, reach = Spot(view.plot, line, index), distance
    return best


def on_canvas(view: AxesView, line: Line) -> Places:
    """Where each point of a line is drawn; not finite where it is not."""
    places: Places = view.axes.transData.transform(np.column_stack([line.x, heights(line)]))
    return places


def distance_to(places: Places, pointer: Places) -> float:
    """How far a broken line through `places` is from a pointer; points that are not finite part it.

    Returns:
        Infinite where nothing of the line is drawn.
    """
    to_points = np.hypot(*(places - pointer).T)
    start, way = places[:-1], np.diff(places, axis=0)
    length = (way**2).sum(axis=1)
    with np.errstate(invalid="ignore", divide="ignore"):
        along = np.clip(((pointer - start) * way).sum(axis=1) / length, 0, 1)
        to_ways = np.hypot(*(start + along[:, None] * way - pointer).T)
    known = np.concatenate([to_points, to_ways])
    known = known[np.isfinite(known)]
    return float(known.min()) if known.size else np.inf


def _point_in_view(view: AxesView, places: Places, pointer: Places) -> int | None:
    """The nearest point that is inside of the axes, for when the learner has zoomed."""
    box = view.axes.bbox.padded(1)
    with np.errstate(invalid="ignore"):
        is_in = ((places >= box.min) & (places <= box.max)).all(axis=1)
    if not is_in.any():
        return None
    distances = np.where(is_in, np.hypot(*(places - pointer).T), np.inf)
    return int(distances.argmin())
