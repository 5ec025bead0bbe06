"""Print the figures that docs/bench.md shows: `make bench`, or `python -m bench [SECTION]`."""

import argparse
import os
import shutil
import tempfile
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path

from bench import day, live, painting, plots, quizzes, reviewing, start_up, training, worker
from bench.make_collection import make_collection
from bench.measure import Line, table

CARDS, REVIEWS = 100_000, 1_000_000


def main() -> None:
    """Measure what is asked for; everything by default."""
    parser = argparse.ArgumentParser(prog="python -m bench")
    parser.add_argument("section", nargs="?", choices=SECTIONS, help="all of them by default")
    given = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sections = [given.section] if given.section else list(SECTIONS)
    print(table([line for name in sections for line in SECTIONS[name]()]))


def _reviewing() -> list[Line]:
    """Of the daily review, on a collection made for today."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        file = folder / "collection.sqlite3"
        make_collection(file, cards=CARDS, reviews=REVIEWS, now=datetime.now(UTC))
        lines = [*reviewing.measure(file, folder), day.measure(file)]
        lines += start_up.measure(file, folder / "profile")
        lines.append(painting.measure(Path(shutil.copy(file, folder / "painted")), folder / "p"))
    return lines


SECTIONS: dict[str, Callable[[], Iterable[Line]]] = {
    "review": _reviewing,
    "training": training.measure,
    "worker": worker.measure,
    "plots": plots.measure,
    "live": live.measure,
    "quizzes": quizzes.measure,
}

if __name__ == "__main__":
    main()
