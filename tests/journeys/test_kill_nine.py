"""No review that the screen has moved past is lost when the process is killed (`kill -9`)."""

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC
from pathlib import Path

import pytest

from db.calendar import LearnerCalendar
from db.collection import Collection
from db.rows import Change, Grade, Scale
from tests.journeys.audit import Announcement, Auditor
from tests.journeys.kill_nine import FIRST_DAY, SETTINGS, make_collection

ROOT = Path(__file__).parents[2]


@pytest.mark.slow
def test_kills_at_any_moment_lose_nothing() -> None:
    kills = os.environ.get("EPOQUE_KILLS", "40")
    command = [sys.executable, "-m", "tests.journeys.kill_nine", "--kills", kills]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    found = json.loads(done.stdout)
    assert found["kills"] == int(kills)
    assert found["announced"] > found["kills"]  # else it tried nothing
    assert found["unannounced"] > 0  # some kills came between the commit and the announcement


# The rest makes sure that the audit would notice.


class Session:
    """A session that ends well, to be spoilt afterwards."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.auditor = Auditor(path, LearnerCalendar(UTC, SETTINGS.rollover_hour), SETTINGS)
        self.collection = Collection.open(path)
        self.queue = self.collection.day_queue(FIRST_DAY)

    def grade(self) -> Change:
        card = self.queue.next(FIRST_DAY)
        assert card is not None
        change = self.collection.grade(
            card, Grade.GOOD, FIRST_DAY, duration_ms=0, raw=3, scale=Scale.FOUR
        )
        self.queue.apply(change, FIRST_DAY)
        return change

    def spoil(self, sql: str) -> None:
        with closing(sqlite3.connect(self.path)) as connection, connection:
            connection.execute(sql)

    def complaints(self, *announced: Change) -> str:
        made = [Announcement(change.review_id or 0) for change in announced]
        return "\n".join(self.auditor.check(made))


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    path = tmp_path / "c.epoque"
    make_collection(path)
    session = Session(path)
    yield session
    session.collection.close()


def test_a_sound_collection_passes_the_audit(session: Session) -> None:
    first, second = session.grade(), session.grade()
    assert session.complaints(first, second) == ""
    session.collection.undo(second, FIRST_DAY)
    assert session.auditor.check([Announcement(second.review_id or 0, is_undone=True)]) == []
    assert session.auditor.check_file() == []


def test_an_action_that_could_not_be_announced_passes_once(session: Session) -> None:
    session.grade()
    assert session.complaints() == ""
    session.grade()
    session.grade()
    assert "0 actions were announced and 2" in session.complaints()


def test_a_lost_review_is_noticed(session: Session) -> None:
    change = session.grade()
    assert session.complaints(change) == ""
    session.spoil("DROP TRIGGER tr_reviews_delete")
    session.spoil("DELETE FROM reviews")
    assert f"review of {change.review_id}" in session.complaints()


def test_a_lost_undoing_is_noticed(session: Session) -> None:
    change = session.grade()
    undone = Announcement(change.review_id or 0, is_undone=True)
    made = Announcement(change.review_id or 0)
    assert "the undoing of" in "\n".join(session.auditor.check([made, undone]))


@pytest.mark.parametrize(
    "half",
    [
        "UPDATE cards SET stability = stability + 1 WHERE reps = 1",
        "UPDATE cards SET due_at = due_at + 1 WHERE reps = 1",
        "UPDATE cards SET reps = 2 WHERE reps = 1",
        "UPDATE cards SET buried_until = NULL",
    ],
)
def test_half_an_action_is_noticed(session: Session, half: str) -> None:
    change = session.grade()
    session.spoil(half)
    assert "card" in session.complaints(change)


@pytest.mark.parametrize(
    "half",
    [
        "UPDATE cards SET state = 2, stability = 1, due_day = 1, reps = 1 WHERE id = 9",
        "UPDATE cards SET buried_until = 739000 WHERE id = 9",
    ],
)
def test_a_card_changed_without_a_review_is_noticed(session: Session, half: str) -> None:
    assert session.complaints() == ""
    session.spoil(half)
    assert "card 9" in session.complaints()
