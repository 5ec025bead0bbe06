"""From the command to the window and to the first due card, against a bare window's process."""

import os
import subprocess
import sys
import time
from pathlib import Path

from bench.measure import Line, Times
from db.collection import Collection
from qtapp.opening import bring_course_to_date

TIMES = 12
_NO_BYTECODE = "PYTHONDONTWRITEBYTECODE"


def _environment() -> dict[str, str]:
    """Ours, with compiled modules kept from one start to the next, as on any learner's machine."""
    kept = {name: value for name, value in os.environ.items() if name != _NO_BYTECODE}
    return {"QT_QPA_PLATFORM": "offscreen"} | kept


def _run(what: str, *arguments: str) -> float:
    """Start a probe; its figure."""
    done = subprocess.run(
        [sys.executable, "-m", "bench.probe", what, *arguments],
        check=True,
        capture_output=True,
        text=True,
        timeout=60,
        env=_environment(),
    )
    return float(done.stdout.split()[-1])


def _ms_to(what: str, *arguments: str) -> float:
    start = time.monotonic()
    return (_run(what, *arguments) - start) * 1000


def _bring_course(collection_file: Path) -> None:
    """What the first start of all does."""
    collection = Collection.open(collection_file)
    bring_course_to_date(collection)
    collection.close()


def measure(collection_file: Path, profile: Path) -> tuple[Line, Line, Line]:
    """Bare window, our window and our first card in turn; then how busy the idle app is."""
    place = (str(collection_file), str(profile))
    _bring_course(collection_file)
    for what in ("bare", "window", "card"):
        _ms_to(what, *place)  # the first one reads the disk
    bare, window, card = [], [], []
    for _ in range(TIMES):
        bare.append(_ms_to("bare"))
        window.append(_ms_to("window", *place))
        card.append(_ms_to("card", *place))
    floor, first, due = Times(tuple(bare)), Times(tuple(window)), Times(tuple(card))
    idle = Times((_run("idle", *place) * 1000,))
    return (
        Line("first window", first, floor, "≤ 1.5 × floor", first.median <= 1.5 * floor.median),
        Line("first due card", due, floor, "≤ 3 × floor", due.median <= 3 * floor.median),
        Line("CPU a second, idle", idle, None, "none (< 1 ms)", idle.median < 1),
    )
