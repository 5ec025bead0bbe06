"""The same hunt as `kill_nine`, through the real window: real keys, real drawing, real kills.

By hand: ``python -m tests.journeys.kill_window --kills 1000``.
"""

import argparse
import json
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict
from datetime import datetime
from functools import partial
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEventLoop, QObject, Qt, Slot
from PySide6.QtWidgets import QApplication

from db.rows import ChangeKind
from qtapp import opening
from qtapp.app_settings import AppSettings
from qtapp.languages import Language
from qtapp.sessions.acts import Act, How
from qtapp.sessions.review_state import Phase
from qtapp.start import make_application
from qtapp.theme import ThemeChoice
from tests.journeys.audit import Announcement
from tests.journeys.clock import Clock
from tests.journeys.kill_nine import Announce, Findings, Pace, hunt
from tests.journeys.player import Player
from tests.leftovers import wait_until

PACE = Pace(opening_s=0.6, reviewing_s=0.5)
DIGITS = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4)
CONTROL = Qt.KeyboardModifier.ControlModifier
_UNDONE = 1 / 8
_LOOK = AppSettings(Language.FRENCH, ThemeChoice.LIGHT, is_motion_on=False, is_warm_up_on=False)


def review_in_window(path: Path, announce: Announce, now: datetime, seed: int) -> None:
    """Review by real keys, as fast as the window draws; undo one review in eight.

    A review is announced once the next question is on the screen, or the page that says that the
    day is done; then comes the next day.
    """
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["LC_ALL"] = "C.UTF-8"
    opening.begin_course = lambda collection: ((), None)  # the cards are those of the hunt
    clock = Clock(now)
    with Player(make_application(), path.parents[1], clock, _LOOK) as player:
        player.wait_until_open()
        Hurry(player, clock, announce, Random(seed)).review_for_ever()


class Hurry(QObject):
    """Presses the next key as soon as the screen has moved on.

    Args:
        player: Its app is open, on the Today page.
        clock: Of the app.
        announce: Told of each review that the screen has moved past.
        chance: Of the answers.
    """

    def __init__(self, player: Player, clock: Clock, announce: Announce, chance: Random) -> None:
        super().__init__()
        self._player, self._clock = player, clock
        self._announce, self._chance = announce, chance
        self._painted = False
        self._pending: Announcement | None = None
        player.sitting.review.acted.connect(self._note_act)
        player.sitting.review_page.question_painted.connect(self._note_painted)

    def review_for_ever(self) -> None:
        """Until the process is killed."""
        self._player.press(Qt.Key.Key_Return)
        while True:
            self._until(lambda: self._painted or self._player.review.face is None)
            self._tell()
            if self._player.review.face is None:
                self._sleep()
            elif self._chance.random() < _UNDONE and self._player.review.undo is ChangeKind.GRADE:
                self._press(Qt.Key.Key_Z, CONTROL)
            else:
                self._answer()

    def _answer(self) -> None:
        self._press(Qt.Key.Key_Space)
        self._until(lambda: self._player.review.phase is Phase.ANSWER)
        self._clock.pass_time(seconds=self._chance.uniform(1, 20))
        self._press(self._chance.choice(DIGITS))

    def _sleep(self) -> None:
        """The day is done, and its page was drawn: go on tomorrow."""
        self._clock.pass_time(days=1)
        self._painted = False
        self._player.sitting.review.wake()

    def _tell(self) -> None:
        if self._player.review.face is None:
            self._player.settle()
        if self._pending is not None:
            self._announce(self._pending)
            self._pending = None

    def _press(
        self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        if key is not Qt.Key.Key_Space:
            self._painted = False
        self._player.press(key, modifiers)

    def _until(self, is_so: Callable[[], bool]) -> None:
        while not is_so():
            assert not self._player._mistakes, self._player._mistakes[0]
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)

    @Slot(object)
    def _note_act(self, act: Act) -> None:
        assert self._pending is None, "two actions and nothing was drawn in between"
        assert act.change.review_id is not None
        self._pending = Announcement(act.change.review_id, is_undone=act.how is How.UNDONE)

    @Slot()
    def _note_painted(self) -> None:
        self._painted = True


def hunt_in_window(folder: Path, *, kills: int, seed: int) -> Findings:
    """Start, kill and audit so many windows on a collection below a folder."""
    path = folder / "data" / "collection.epoque"
    return hunt(path, kills=kills, seed=seed, reviewer=review_in_window, pace=PACE)


def orphans(folder: Path) -> list[str]:
    """Complaints about processes that work in a folder still, a while after all were killed.

    A window starts one to draw its formulas. Only Linux tells.
    """
    left = partial(_processes_about, os.fsencode(folder))
    wait_until(lambda: not left(), limit_s=10)
    return [f"still there: {command}" for command in left()]


def _processes_about(word: bytes) -> list[str]:
    commands: list[bytes] = []
    for file in Path("/proc").glob("[0-9]*/cmdline"):
        with suppress(OSError):  # it has just ended
            commands.append(file.read_bytes().replace(b"\0", b" "))
    return [os.fsdecode(command) for command in commands if word in command]


def main(arguments: list[str] | None = None) -> int:
    """Hunt, print the findings as JSON, and return 1 if there is anything to complain about."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args(arguments)
    with TemporaryDirectory() as folder:
        found = hunt_in_window(Path(folder), kills=options.kills, seed=options.seed)
        found.complaints += orphans(Path(folder))
    print(json.dumps(asdict(found), indent=1))
    return 1 if found.complaints else 0


if __name__ == "__main__":
    sys.exit(main())
