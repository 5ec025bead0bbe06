"""Kill a process that reviews, at any moment, again and again, and look for what is missing.

By hand: ``python -m tests.journeys.kill_nine --kills 1000``. Another way of reviewing, such as one
through the window, takes the place of `review_at_full_speed` with ``--reviewer module:function``.
"""

import argparse
import json
import multiprocessing
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime, timedelta
from importlib import import_module
from itertools import count
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from db.calendar import LearnerCalendar
from db.collection import Collection
from db.rows import Change, Grade, Scale
from db.settings import StudySettings
from decks.kinds import NoteKind
from decks.model import Chapter, Note, Section
from tests.journeys.audit import Announcement, Auditor

Announce = Callable[[Announcement], None]
Reviewer = Callable[[Path, Announce, datetime, int], None]
"""Reviews the collection at a path until it is killed, announcing each review once the screen has
moved past it. It is given what time it is at its start, and a seed for its answers."""

SETTINGS = StudySettings(time_zone="UTC", new_per_day=40, reviews_per_day=9999)
FIRST_DAY = datetime(2026, 1, 5, 12, tzinfo=UTC)
_NOTES = 2000
_WITH_FORMULA = 10  # one note in so many
_KILLED_WHILE_OPENING = 0.15
_GIVE_UP_S = 30.0
_ONE_DAY = timedelta(days=1)

if sys.platform == "linux":
    # Forked: the parent has imported everything, has one thread and nothing open.
    _PROCESSES = multiprocessing.get_context("fork")
    _KILLED = -signal.SIGKILL
else:
    _PROCESSES = multiprocessing.get_context("spawn")
    _KILLED = -signal.SIGTERM if sys.platform == "win32" else -signal.SIGKILL


def review_at_full_speed(path: Path, announce: Announce, now: datetime, seed: int) -> None:
    """Grade whatever comes, undo one review in eight, and go on to the next day when done."""
    chance = Random(seed)
    collection = Collection.open(path)
    for day in count():
        at = now + day * _ONE_DAY
        queue = collection.day_queue(at)
        while (card := queue.next(at)) is not None:
            at += timedelta(seconds=chance.uniform(1, 20))
            change = collection.grade(
                card,
                chance.choice(list(Grade)),
                at,
                duration_ms=chance.randrange(20_000),
                raw=3,
                scale=Scale.FOUR,
            )
            queue.apply(change, at)
            announce(_made(change))
            if chance.random() < 1 / 8:
                collection.undo(change, at)
                queue.revert(change, at)
                announce(_undone(change))


def _made(change: Change) -> Announcement:
    assert change.review_id is not None
    return Announcement(change.review_id)


def _undone(change: Change) -> Announcement:
    assert change.review_id is not None
    return Announcement(change.review_id, is_undone=True)


@dataclass(frozen=True)
class Pace:
    """How long a session may last until it is killed: at most so many seconds, chosen by chance.

    Attributes:
        opening_s: Of a session that is killed before its first review, if it is slow.
        reviewing_s: Of any other, from its first review.
    """

    opening_s: float = 0.03
    reviewing_s: float = 0.12


@dataclass
class Findings:
    """What a hunt found."""

    kills: int = 0
    killed_while_opening: int = 0
    announced: int = 0
    unannounced: int = 0
    seconds: float = 0.0
    complaints: list[str] = field(default_factory=list)


def hunt(path: Path, *, kills: int, seed: int, reviewer: Reviewer, pace: Pace = Pace()) -> Findings:
    """Start, kill and audit so many sessions on a collection at `path`; stop at a complaint."""
    started = time.monotonic()
    make_collection(path)
    auditor = Auditor(path, LearnerCalendar(UTC, SETTINGS.rollover_hour), SETTINGS)
    findings, chance = Findings(), Random(seed)
    while findings.kills < kills and not findings.complaints:
        now = FIRST_DAY + findings.kills * _ONE_DAY
        announced, crash = _session(path, reviewer, now, chance, pace)
        Collection.open(path).close()  # raises unless the lock is free and the file is sound
        before = auditor.actions
        findings.complaints += [*crash, *auditor.check(announced)]
        findings.kills += 1
        findings.killed_while_opening += not announced
        findings.announced += len(announced)
        findings.unannounced += auditor.actions - before - len(announced)
    findings.complaints += auditor.check_file()
    findings.seconds = round(time.monotonic() - started, 1)
    return findings


def make_collection(path: Path) -> None:
    """A collection of two-way notes, so that every first grade buries a sibling."""
    notes = tuple(Note(f"n{i}", NoteKind.BOTH, _front(i), f"B{i}") for i in range(_NOTES))
    collection = Collection.open(path)
    collection.save_settings(SETTINGS)
    collection.apply_import(Chapter("c", "C", sections=(Section("s", "S", notes=notes),)))
    collection.close()


def _front(number: int) -> str:
    return f"F{number}" if number % _WITH_FORMULA else f"F{number}, $x_{{{number}}}$"


def _session(
    path: Path, reviewer: Reviewer, now: datetime, chance: Random, pace: Pace
) -> tuple[list[Announcement], list[str]]:
    """Let a process review, kill it, and return what it announced and whether it died before."""
    receive, send = _PROCESSES.Pipe(duplex=False)
    args = (reviewer, path, send, now, chance.randrange(2**32))
    process = _PROCESSES.Process(target=_review_in_child, args=args, daemon=True)
    process.start()
    send.close()
    announced: list[Announcement] = []
    if chance.random() < _KILLED_WHILE_OPENING:
        _listen(receive, announced, chance.uniform(0, pace.opening_s))
    elif receive.poll(_GIVE_UP_S):
        _listen(receive, announced, chance.uniform(0, pace.reviewing_s))
    process.kill()
    process.join()
    _listen(receive, announced, _GIVE_UP_S)  # what was still in the pipe
    crash = [] if process.exitcode == _KILLED else [f"the process ended by {process.exitcode}"]
    process.close()
    receive.close()
    return announced, crash


def _review_in_child(
    reviewer: Reviewer, path: Path, send: Connection, now: datetime, seed: int
) -> None:
    reviewer(path, send.send, now, seed)


def _listen(receive: Connection, announced: list[Announcement], seconds: float) -> None:
    """Take announcements for some time, or until there can be no more."""
    deadline = time.monotonic() + seconds
    try:
        while receive.poll(max(0.0, deadline - time.monotonic())):
            announced.append(receive.recv())
    except (EOFError, OSError):
        return


def _named(name: str) -> Reviewer:
    module, _, function = name.partition(":")
    reviewer: Reviewer = getattr(import_module(module), function)
    return reviewer


def main(arguments: list[str] | None = None) -> int:
    """Hunt, print the findings as JSON, and return 1 if there is anything to complain about."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--reviewer", type=_named, default=review_at_full_speed)
    options = parser.parse_args(arguments)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "collection.epoque"
        found = hunt(path, kills=options.kills, seed=options.seed, reviewer=options.reviewer)
    print(json.dumps(asdict(found), indent=1))
    return 1 if found.complaints else 0


if __name__ == "__main__":
    sys.exit(main())
