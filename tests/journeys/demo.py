"""`make demo`: the real app, offscreen, plays a real session and saves what a learner sees.

    python -m tests.journeys.demo FOLDER

A first evening (ten cards, one taken back, preferences, close, reopen, the next day), then the
screens of someone who has studied for six weeks, in each language and theme. Time is the demo's own
and chance is seeded, so that a picture changes only when a screen does.
"""

import json
import os
import sys
import tempfile
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from db.rows import Counts, Scale
from qtapp.app_settings import AppSettings
from qtapp.languages import Language
from qtapp.sessions.review_state import Phase
from qtapp.start import make_application
from qtapp.theme import ThemeChoice
from tests.journeys.clock import Clock
from tests.journeys.history import study_for
from tests.journeys.player import Player

SCREEN = {"name": "demo", "x": 0, "y": 0, "width": 1280, "height": 800, "dpr": 1}
FIRST_EVENING = datetime(2026, 10, 5, 16, 30, tzinfo=UTC)
TEN_ANSWERS = (3, 3, 3, 1, 4, 3, 2, 3, 1, 3)
DIGITS = (Qt.Key.Key_0, Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_5)
WEEKS = 6


@dataclass(frozen=True)
class Look:
    """One way to see the app, and how its pictures are called."""

    language: Language
    theme: ThemeChoice
    text_scale: float = 1.0

    @property
    def settings(self) -> AppSettings:
        """As the preferences keep it."""
        return AppSettings(self.language, self.theme, self.text_scale, is_motion_on=False)

    @property
    def name(self) -> str:
        """Such as ``light-fr-200``."""
        large = "" if self.text_scale == 1 else f"-{self.text_scale * 100:g}"
        return f"{self.theme}-{self.language}{large}"


LOOKS = (
    Look(Language.FRENCH, ThemeChoice.LIGHT),
    Look(Language.FRENCH, ThemeChoice.DARK),
    Look(Language.ENGLISH, ThemeChoice.LIGHT),
    Look(Language.ENGLISH, ThemeChoice.DARK),
    Look(Language.FRENCH, ThemeChoice.LIGHT, text_scale=2.0),
)


@dataclass(frozen=True)
class Album:
    """Where the pictures of one look go."""

    folder: Path
    look: Look

    def path(self, state: str) -> Path:
        """Of the picture of a state of the app."""
        return self.folder / f"{state}-{self.look.name}.png"


def first_evening(app: QApplication, home: Path, album: Album) -> None:
    """Start, review ten cards, take one back, close, reopen, come back the next day."""
    clock = Clock(FIRST_EVENING)
    with Player(app, home, clock, album.look.settings) as player:
        player.picture(album.path("loading"))
        player.wait_until_open()
        player.picture(album.path("today-first"))
        player.press(Qt.Key.Key_Return)
        for raw in TEN_ANSWERS:
            _answer(player, clock, raw)
        player.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert player.wait_for_phase(Phase.QUESTION).done == len(TEN_ANSWERS) - 1
        player.picture(album.path("review-undone"))
        left = player.review.counts
    with Player(app, home, clock, album.look.settings) as player:
        player.wait_until_open()
        assert player.due == left, "what is due is what was left"
        player.picture(album.path("today-reopened"))
    clock.pass_time(days=1)
    with Player(app, home, clock, album.look.settings) as player:
        player.wait_until_open()
        assert player.due != left, "another day, other cards"
        player.picture(album.path("today-next-day"))


def _answer(player: Player, clock: Clock, raw: int) -> None:
    player.wait_for_phase(Phase.QUESTION)
    clock.pass_time(seconds=6)
    player.press(Qt.Key.Key_Space)
    player.wait_for_phase(Phase.ANSWER)
    clock.pass_time(seconds=4)
    player.press(DIGITS[raw])


def six_weeks_later(app: QApplication, home: Path, album: Album) -> None:
    """The screens of a learner who is used to it."""
    clock = Clock(FIRST_EVENING)
    study_for(WEEKS * 7, home / "data" / "collection.epoque", clock)
    with Player(app, home, clock, album.look.settings) as player:
        player.wait_until_open()
        player.picture(album.path("today"))
        _pictures_of_dialogs(player, album)
        player.press(Qt.Key.Key_Return)
        _pictures_of_cards(player, clock, album)
        _pictures_of_the_end(player, clock, album)
        _picture_of_a_second_window(app, home, clock, album)


def _pictures_of_dialogs(player: Player, album: Album) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    for name, key, modifiers in (
        ("preferences", Qt.Key.Key_Comma, control),
        ("keys", Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier),
    ):
        player.press(key, modifiers)
        player.picture(album.path(name), player.dialog(name))
        player.press(Qt.Key.Key_Escape)


def _pictures_of_cards(player: Player, clock: Clock, album: Album) -> None:
    player.wait_for_phase(Phase.QUESTION)
    player.picture(album.path("review-question"))
    player.press(Qt.Key.Key_Space)
    player.wait_for_phase(Phase.ANSWER)
    player.picture(album.path("review-answer"))
    player.press(DIGITS[3])
    study = player.sitting.desk.collection.settings()
    player.sitting.save_settings(replace(study, scale=Scale.FIVE))
    player.wait_for_phase(Phase.QUESTION)
    player.press(Qt.Key.Key_Space)
    player.wait_for_phase(Phase.ANSWER)
    player.picture(album.path("review-five-steps"))
    player.press(DIGITS[5])
    player.sitting.save_settings(replace(study, scale=Scale.FOUR))


def _pictures_of_the_end(player: Player, clock: Clock, album: Album) -> None:
    """Answer until nothing is left: wait for the cards in learning, then be done for today."""
    while (phase := player.wait_until_asked_or_at_rest()) is not Phase.FINISHED:
        if phase is Phase.WAITING:
            player.picture(album.path("review-waiting"))
            clock.pass_time(minutes=15)
            player.sitting.review.wake()
        else:
            _answer(player, clock, 3)
    player.picture(album.path("review-finished"))
    player.press(Qt.Key.Key_Return)
    player.picture(album.path("today-done"))
    assert player.due == Counts()


def _picture_of_a_second_window(app: QApplication, home: Path, clock: Clock, album: Album) -> None:
    with Player(app, home, clock, album.look.settings) as second:
        second.wait_for_trouble()
        second.picture(album.path("in-use"))


def play(folder: Path) -> None:
    """Play everything, once for each look."""
    with tempfile.TemporaryDirectory(prefix="epoque-demo-") as temporary:
        screen = Path(temporary) / "screen.json"
        screen.write_text(json.dumps({"screens": [SCREEN]}), encoding="utf-8")
        os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={screen}"
        app = make_application()
        for look in LOOKS:
            album = Album(folder, look)
            first_evening(app, Path(temporary) / look.name / "new", album)
            six_weeks_later(app, Path(temporary) / look.name / "used", album)
            print(f"{look.name}: played", flush=True)


if __name__ == "__main__":
    play(Path(sys.argv[1]))
