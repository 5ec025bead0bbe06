"""A quiz killed at any moment: what was acknowledged is there, and the quiz goes on from there."""

import json
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from db.calendar import LearnerCalendar
from db.collection import Collection
from db.quiz_rows import Attempt
from tests.db.quiz_maker import NOW, SETTINGS, opened
from tests.journeys.audit import Auditor

ROOT = Path(__file__).parents[2]
Told = tuple[int, int, str, int | None]
"""Attempt, place, response, and the grade if it is locked."""


def killed_session(path: Path, seed: int, seconds: float) -> list[Told]:
    """Let a process take quizzes and kill it so long after its first answer."""
    command = [sys.executable, "-m", "tests.db.quiz_taker", str(path), str(seed)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        first = process.stdout.readline()
        time.sleep(seconds)
        assert process.poll() is None
        process.kill()
        lines = (first + process.stdout.read()).splitlines(keepends=True)
    return [tuple(json.loads(line)) for line in lines if line.endswith("\n")]


def complaints(attempts: dict[int, Attempt], told: list[Told]) -> list[str]:
    """Announced answers that are not there; only the very last may have gone on unannounced."""
    latest = {(attempt, place): (text, grade) for attempt, place, text, grade in told}
    *_, last = latest
    found = []
    for (attempt_id, place), (text, grade) in latest.items():
        answer = attempts[attempt_id].answers[place]
        stored = (answer.answer.response, answer.self_grade)
        if stored != (text, grade) and ((attempt_id, place) != last or grade is not None):
            found.append(f"{attempt_id}/{place}: told {(text, grade)}, found {stored}")
    return found


@pytest.mark.slow
def test_no_acknowledged_answer_is_lost(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite3"
    with opened(path):
        auditor = Auditor(path, LearnerCalendar(NOW.tzinfo, 4), SETTINGS)
    chance = Random(5)
    resumed = 0
    for seed in range(1, 13):
        told = killed_session(path, seed, chance.uniform(0, 0.2))
        with closing(Collection.open(path)) as collection:
            collection.check()
            rows = collection.quizzes.attempts(1000)
            attempts = {row.id: collection.quizzes.attempt(row.id) for row in rows}
            current = collection.quizzes.current()
        assert complaints(attempts, told) == []
        if current is not None:
            resumed += 1
            assert current.row.id == max(attempts)
            assert current.row.place >= sum(a.is_locked for a in current.answers) - 1
    assert resumed > 0
    assert [line for line in auditor.check([]) if line.startswith("card")] == []
    with closing(sqlite3.connect(path)) as database:
        unlinked = "self_grade IS NOT NULL AND review_id NOT IN (SELECT id FROM reviews)"
        assert database.execute(
            f"SELECT count(*) FROM quiz_answers WHERE {unlinked}"
        ).fetchone() == (0,)
        graded = "SELECT count(*) FROM quiz_answers WHERE self_grade IS NOT NULL"
        reviews = "SELECT count(*) FROM reviews"
        assert database.execute(graded).fetchone() == database.execute(reviews).fetchone()
