"""Weeks of study in a second: a collection as a learner has it after a while, always the same."""

import random
from pathlib import Path

from db.collection import Collection
from db.rows import Grade, Scale
from tests.journeys.clock import Clock
from tests.the_course import the_course

GRADES = (Grade.AGAIN, Grade.HARD, Grade.GOOD, Grade.EASY)
HABITS = (8, 10, 70, 12)  # in a hundred answers
SECONDS_A_CARD = (4, 25)
NEW_PER_DAY = 4
DAYS_OFF = frozenset({9, 10, 23})


def study_for(days: int, path: Path, clock: Clock, *, seed: int = 0) -> None:
    """Review all that is due on each of `days` days, and leave the clock on the next one.

    Args:
        days: How many, some of them without study.
        path: The collection, made if missing.
        clock: Moves on; start it in the evening.
        seed: Of the answers.
    """
    chance = random.Random(seed)
    collection = Collection.open(path, clock=clock)
    try:
        for chapter in the_course():
            collection.apply_import(chapter, retire_missing=True)
        usual = collection.settings()
        collection.save_settings(usual._replace(new_per_day=NEW_PER_DAY))
        for day in range(days):
            begun = clock()
            if day not in DAYS_OFF:
                _sit(collection, clock, chance)
            clock.set(begun)
            clock.pass_time(days=1)
        collection.save_settings(usual)
    finally:
        collection.close()


def _sit(collection: Collection, clock: Clock, chance: random.Random) -> None:
    queue = collection.day_queue(clock())
    while (card := queue.next(clock())) is not None or queue.waiting_until(clock()) is not None:
        seconds = chance.randint(*SECONDS_A_CARD)
        clock.pass_time(seconds=seconds)
        if card is not None:
            (grade,) = chance.choices(GRADES, HABITS)
            change = collection.grade(
                card,
                grade,
                clock(),
                duration_ms=seconds * 1000,
                raw=int(grade),
                scale=Scale.FOUR,
            )
            queue.apply(change, clock())
