"""The demo is a journey too: its scenes check what they see, and save a picture of each state."""

import struct
import tempfile
from pathlib import Path

import pytest

from tests.journeys.demo import LOOKS, play_all

STATES = {
    *("loading", "today", "today-first", "today-reopened", "today-next-day", "today-done"),
    *("review-formula-question", "review-formula-answer", "review-five-steps", "review-undone"),
    *("review-code-question", "review-code-answer", "review-waiting", "review-finished"),
    *("review-flagged", "preferences", "keys", "about", "import", "edit-note", "aside"),
    *("in-use", "unexpectedError", "lab", "lab-experiment", "lab-history"),
    *("review-predict", "review-trained"),
    *("quiz-setup", "quiz-question", "quiz-told", "quiz-summary", "quiz-past"),
}


@pytest.mark.slow
def test_a_learner_plays_through_every_state_at_twice_the_text_size(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At home in a folder of its own: another check on this machine may play it, too."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path_factory.mktemp("demo")))
    play_all(tmp_path, ["dark-fr-200"])
    assert {path.stem.removesuffix("-dark-fr-200") for path in tmp_path.iterdir()} == STATES
    assert _size(tmp_path / "today-dark-fr-200.png") == (1280, 800)


def test_the_pictures_in_the_repository_are_those_of_the_demo() -> None:
    screens = Path(__file__).parents[2] / "docs" / "screens"
    expected = {f"{state}-{look}.png" for state in STATES for look in LOOKS}
    assert {path.name for path in screens.iterdir()} == expected


def _size(png: Path) -> tuple[int, int]:
    """Width and height, from the header (PNG specification, 11.2.2)."""
    width, height = struct.unpack(">II", png.read_bytes()[16:24])
    return width, height
