"""A few simulated days; the page that says what three hundred were like."""

from datetime import timedelta
from pathlib import Path

import pytest

from decks.kinds import NoteKind
from decks.model import Chapter, Note, Section
from tools.simulated_learner import Learner
from tools.study_simulation import BEGIN, Day, page, retention, simulate

CHAPTER = Chapter(
    "essai",
    "Essai",
    sections=(
        Section(
            "seule",
            "Seule",
            notes=tuple(Note(f"note-{n}", NoteKind.BASIC, f"{n} ?", "oui") for n in range(30)),
        ),
    ),
)


def days(path: Path, **options: float) -> list[Day]:
    return list(simulate([CHAPTER], path, days=12, seed=3, **options))


def test_the_same_learner_has_the_same_days(tmp_path: Path) -> None:
    found = days(tmp_path / "a", present=1.0)
    assert found == days(tmp_path / "b", present=1.0)
    assert [day.new for day in found] == [20, 10] + [0] * 10  # twenty a day, by default
    assert sum(day.reviews for day in found) >= 30
    assert all(day.recalled <= day.reviews for day in found)
    assert all(day.left == 0 for day in found)


def test_who_does_not_come_studies_nothing(tmp_path: Path) -> None:
    assert days(tmp_path / "a", present=0.0) == [Day(n, 0, 0, 0, 0.0, 0) for n in range(1, 13)]


def test_memories_fade() -> None:
    """Of many cards seen once, fewer are remembered after a year than after a day."""
    shares = []
    for delay in (1, 365):
        learner = Learner(1)
        for card_id in range(300):
            learner.grade(card_id, BEGIN)
        later = BEGIN + timedelta(days=delay)
        shares.append(sum(learner.grade(n, later)[0] > 1 for n in range(300)) / 300)
    assert shares[0] > shares[1] + 0.2


def test_retention_is_of_the_reviews_of_all_days() -> None:
    """By hand: 9 of 10 and 1 of 2 are 10 of 12."""
    found = [Day(1, 0, 10, 9, 1.0, 0), Day(2, 0, 2, 1, 1.0, 0)]
    assert retention(found) == pytest.approx(10 / 12)


def test_the_page_says_its_figures() -> None:
    found = [Day(n, 20 if n < 3 else 0, 10, 8, 5.0, 0) for n in range(1, 61)]
    said = page(found, target=0.9)
    assert "**40 cards** met, the last new one on day 2." in said
    assert "**80.0% recalled** of 600 reviews, where 90% was aimed at." in said
    assert "| 31–60 | 0 | 10 | 5 | 80.0% |" in said
