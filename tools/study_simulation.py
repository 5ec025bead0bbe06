"""Write docs/study-simulation.md: 300 days of a simulated learner on the whole course.

make study         some two minutes; after a change to the course or to scheduling
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from typing import NamedTuple

from db.collection import Collection
from db.rows import CardState, Grade, Scale
from db.settings import StudySettings
from decks.bundled import bundled_course
from decks.model import Chapter
from decks.read import read_course
from tools.environment import ROOT
from tools.simulated_learner import SLIPS, Learner

PAGE = ROOT / "docs" / "study-simulation.md"
PLOT = ROOT / "docs" / "study-simulation.png"
BEGIN = datetime(2026, 9, 1, 18, tzinfo=UTC)
DAYS, PRESENT, SEED, WINDOW = 300, 0.93, 7, 30


class Day(NamedTuple):
    """What one day was like.

    Attributes:
        number: From 1.
        new: Cards seen for the first time.
        reviews: Of cards that were in review, that day's first of each.
        recalled: How many of those were remembered.
        minutes: Spent in all, repetitions within the day included.
        left: Cards that were due and not seen.
    """

    number: int
    new: int
    reviews: int
    recalled: int
    minutes: float
    left: int


def simulate(
    chapters: Sequence[Chapter],
    path: Path,
    *,
    days: int = DAYS,
    present: float = PRESENT,
    seed: int = SEED,
) -> Iterator[Day]:
    """Study a course day by day, in a real collection with its default settings.

    Args:
        chapters: The course.
        path: Of the collection, where no file is yet.
        days: How many.
        present: Share of days on which the learner comes.
        seed: Of the learner.
    """
    learner, now = Learner(seed), BEGIN
    with closing(Collection.open(path, clock=lambda: BEGIN)) as collection:
        collection.save_settings(collection.settings()._replace(time_zone="UTC"))
        for chapter in chapters:
            collection.apply_import(chapter, retire_missing=False)
        for number in range(1, days + 1):
            yield _day(collection, learner, number, now, is_present=learner.comes(present))
            now += timedelta(days=1)


def _day(
    collection: Collection, learner: Learner, number: int, now: datetime, *, is_present: bool
) -> Day:
    queue = collection.day_queue(now)
    new = reviews = recalled = 0
    seconds = 0.0
    while is_present and (card := queue.next(now)) is not None:
        rating, took = learner.grade(card.id, now)
        new += card.memory.state is CardState.NEW
        if card.memory.state is CardState.REVIEW:
            reviews, recalled = reviews + 1, recalled + (rating > 1)
        grade = Grade(int(rating))
        change = collection.grade(
            card, grade, now, duration_ms=round(took * 1000), raw=grade.value, scale=Scale.FOUR
        )
        seconds += took
        now += timedelta(seconds=took)
        queue.apply(change, now)
    return Day(number, new, reviews, recalled, seconds / 60, queue.counts().review)


def retention(days: Sequence[Day]) -> float:
    """Share of the reviews of these days that were remembered, 0 to 1."""
    reviews = sum(day.reviews for day in days)
    return sum(day.recalled for day in days) / reviews if reviews else float("nan")


def page(days: Sequence[Day], *, target: float) -> str:
    """The whole of docs/study-simulation.md."""
    minutes = [day.minutes for day in days if day.minutes]
    last_new = max(day.number for day in days if day.new)
    rows = "\n".join(_row(days[first : first + WINDOW]) for first in range(0, len(days), WINDOW))
    return f"""\
# {len(days)} days of study, simulated

Written by `make study`. A learner whose memory is not the scheduler's (`tools/simulated_learner.py`:
other parameters, cards that last longer or shorter than they should, {SLIPS:.0%} of slips, {1 - PRESENT:.0%} of days
missed) studies the whole course in a real collection with its default settings, by the app's own calls.

![Load and retention by day](study-simulation.png)

- **{_new(days)} cards** met, the last new one on day {last_new}.
- **{median(minutes):.0f} minutes** on the median day, {max(minutes):.0f} on the longest, and
  {median(minutes[-WINDOW:]):.0f} at the end.
- **{retention(days):.1%} recalled** of {sum(day.reviews for day in days)} reviews, where {target:.0%} was aimed at.

| Days | New cards | Reviews a day | Minutes a day | Recalled |
|---|---|---|---|---|
{rows}

What it cannot say: how real learners grade, and how well they understand. The scatter of this one
was set by eye.
"""  # noqa: E501


def _row(days: Sequence[Day]) -> str:
    cells = (
        f"{days[0].number}–{days[-1].number}",
        f"{_new(days)}",
        f"{sum(day.reviews for day in days) / len(days):.0f}",
        f"{sum(day.minutes for day in days) / len(days):.0f}",
        f"{retention(days):.1%}",
    )
    return f"| {' | '.join(cells)} |"


def _new(days: Sequence[Day]) -> int:
    return sum(day.new for day in days)


def draw(days: Sequence[Day], path: Path, *, target: float) -> None:
    """Load above, retention below, in the colours that every eye tells apart (Okabe and Ito)."""
    from matplotlib.figure import Figure

    figure = Figure(figsize=(9, 5.4), dpi=120, layout="constrained")
    load, kept = figure.subplots(2, 1, sharex=True)
    numbers = [day.number for day in days]
    load.bar(numbers, [day.reviews for day in days], width=1, color="#0072b2", label="reviews")
    bottom = [day.reviews for day in days]
    load.bar(numbers, [day.new for day in days], 1, bottom, color="#e69f00", label="new cards")
    load.set_ylabel("cards a day")
    load.legend(frameon=False)
    ends = range(WINDOW, len(days) + 1)
    kept.plot(ends, [retention(days[end - WINDOW : end]) for end in ends], color="#0072b2")
    kept.axhline(target, color="#666666", linestyle="--", linewidth=1)
    kept.annotate("aimed at", (1, target), va="bottom", color="#666666")
    kept.set(ylabel=f"recalled, {WINDOW} days", xlabel="day", ylim=(0.7, 1.0))
    for axes in (load, kept):
        axes.spines[["top", "right"]].set_visible(False)
    figure.savefig(path)


def main() -> None:
    """Simulate, write the page and draw the plot."""
    with tempfile.TemporaryDirectory() as folder:
        days = list(simulate(read_course(bundled_course()), Path(folder) / "study.epoque"))
    target = StudySettings().desired_retention
    PAGE.write_text(page(days, target=target), encoding="utf-8")
    draw(days, PLOT, target=target)


if __name__ == "__main__":
    main()
