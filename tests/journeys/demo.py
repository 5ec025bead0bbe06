"""`make demo`: the real app, offscreen, plays a real session and saves what a learner sees.

    python -m tests.journeys.demo FOLDER [LOOK …]

A first evening (ten cards, one taken back, close, reopen, the next day), then the screens of
someone who has studied for six weeks, in each language and theme. Time is the demo's own and chance
is seeded, so that a picture changes only when a screen does.
"""

import shutil
import sys
import tempfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from tests.journeys.clock import Clock
from tests.journeys.history import study_for
from tests.journeys.scenes import FIRST_EVENING, WEEKS, play

LOOKS = ("light-fr", "dark-fr", "light-en", "dark-en", "light-fr-200")


def play_all(folder: Path, looks: Sequence[str] = LOOKS) -> None:
    """Play everything once for each look, two at a time.

    Args:
        folder: Where the pictures go, as ``STATE-LOOK.png``.
        looks: Names that `tests.journeys.scenes.Look.named` knows.
    """
    home = Path(tempfile.gettempdir()) / "epoque-demo"  # always the same: it is seen in a picture
    shutil.rmtree(home, ignore_errors=True)
    try:
        with ThreadPoolExecutor(max_workers=2) as pool:
            list(pool.map(partial(_play_look, folder=folder, home=home), looks))
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _play_look(look: str, *, folder: Path, home: Path) -> None:
    for scene in ("first_evening", "reopened", "next_day"):
        play(scene, look, home / look / "new", folder)
    used = home / look
    study_for(WEEKS * 7, used / "data" / "collection.epoque", Clock(FIRST_EVENING))
    play("six_weeks_later", look, used, folder)
    print(f"{look}: played", flush=True)


if __name__ == "__main__":
    play_all(Path(sys.argv[1]), sys.argv[2:] or LOOKS)
