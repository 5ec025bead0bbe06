"""A sweep in a file: JSON with every member's measures, or CSV with a line a member."""

from __future__ import annotations

import csv
import io
import json
import math
from collections.abc import Sequence

from sim.sweep.plan import Row, Sweep

FORMAT = "epoque-sweep"
VERSION = 1


def json_text(sweep: Sweep, rows: Sequence[Row], *, torch: str) -> str:
    """Strict JSON; a number that is not finite, of a network that diverged, is ``null``."""
    content = {
        "format": FORMAT,
        "version": VERSION,
        "experiment": sweep.experiment,
        "settings": dict(sweep.settings),
        "over": {name: list(values) for name, values in sweep.over.items()},
        "members": sweep.members,
        "seed": sweep.seed,
        "torch": torch,
        "rows": [_plain(row) for row in rows],
    }
    return json.dumps(content, ensure_ascii=False, allow_nan=False) + "\n"


def _plain(row: Row) -> dict[str, object]:
    measures = {name: [_finite(v) for v in values] for name, values in row.measures.items()}
    return {"settings": dict(row.point), "met": list(row.met), "measures": measures}


def _finite(value: float) -> float | None:
    return value if math.isfinite(value) else None


def csv_text(sweep: Sweep, rows: Sequence[Row]) -> str:
    """A head, then a line a member; what is not finite is ``nan``, ``inf`` or ``-inf``."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    measures = list(rows[0].measures) if rows else []
    writer.writerow([*sweep.over, "seed", "met", *measures])
    for row in rows:
        for member, met in enumerate(row.met):
            numbers = [repr(row.measures[name][member]) for name in measures]
            writer.writerow([*row.point.values(), sweep.seed + member, int(met), *numbers])
    return text.getvalue()
