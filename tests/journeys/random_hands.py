"""Hands that press and click whatever is there, until the app reports a mistake of its own.

By hand: ``python -m tests.journeys.random_hands --seed 1 --seconds 180`` (offscreen; time of day
and chance are seeded, what the machine is busy with is not).
"""

import argparse
import os
import sys
import time
from collections import deque
from contextlib import suppress
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from unittest import mock

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QFileDialog,
    QMessageBox,
    QWidget,
)

from qtapp.languages import Language
from qtapp.start import make_application
from tests.journeys.clock import Clock
from tests.journeys.learner import EVENING, Learner, learner

_Key, _Modifier = Qt.Key, Qt.KeyboardModifier
_KEYS = (
    *(_Key(_Key.Key_A + place) for place in range(26)),
    *(_Key(_Key.Key_0 + place) for place in range(10)),
    *(_Key(_Key.Key_F1 + place) for place in range(10)),
    *(_Key.Key_Return, _Key.Key_Space, _Key.Key_Escape, _Key.Key_Tab) * 3,
    *(_Key.Key_Left, _Key.Key_Right, _Key.Key_Up, _Key.Key_Down, _Key.Key_Home, _Key.Key_End),
    *(_Key.Key_PageDown, _Key.Key_Delete, _Key.Key_Backspace, _Key.Key_Plus, _Key.Key_Minus),
)
_MODIFIERS = (
    *(_Modifier.NoModifier,) * 8,
    _Modifier.ControlModifier,
    _Modifier.ShiftModifier,
    _Modifier.AltModifier,
    _Modifier.ControlModifier | _Modifier.ShiftModifier,
)
_QUITS = ((_Key.Key_Q, _Modifier.ControlModifier), (_Key.Key_F4, _Modifier.AltModifier))
_WAITS_MS = (5, 50, 300)
_REMEMBERED = 20


class RandomHands:
    """One pair of hands at a window.

    Args:
        player: Whose app it is.
        chance: What to do next.

    Attributes:
        trail: What was done last, in words.
    """

    def __init__(self, player: Learner, chance: Random) -> None:
        self._player = player
        self._chance = chance
        self.trail: deque[str] = deque(maxlen=_REMEMBERED)

    def do_something(self) -> None:
        """Press, click, resize or wait.

        Raises:
            AssertionError: If the app has reported a mistake, with it and what led there.
        """
        kinds = (self._press, self._click_button, self._click_anywhere, self._resize, self._wait)
        (act,) = self._chance.choices(kinds, weights=(55, 30, 8, 2, 5))
        with suppress(RuntimeError):  # Qt's, of a widget that is gone by now
            act()
        self._player.settle()
        if self._player._mistakes:
            raise AssertionError("\n".join([*self.trail, self._player._mistakes[0]]))

    def _press(self) -> None:
        key, modifiers = self._chance.choice(_KEYS), self._chance.choice(_MODIFIERS)
        if not any(key is quits and modifiers & held for quits, held in _QUITS):
            self.trail.append(f"press {key.name} {modifiers.name}")
            self._player.press(key, modifiers)

    def _click_button(self) -> None:
        found = self._seen(QAbstractButton)
        if found:
            self._click(self._chance.choice(found))

    def _click_anywhere(self) -> None:
        found = [part for part in self._seen(QWidget) if min(part.width(), part.height()) > 1]
        if found:
            part = self._chance.choice(found)
            self._click(part, self._inside(part), is_right=self._chance.random() < 0.2)

    def _click(self, part: QWidget, at: QPoint | None = None, *, is_right: bool = False) -> None:
        self.trail.append(f"click {type(part).__name__} {part.objectName()!r} {at or ''}")
        button = Qt.MouseButton.RightButton if is_right else Qt.MouseButton.LeftButton
        QTest.mouseClick(part, button, pos=at or part.rect().center())

    def _seen(self, kind: type[QWidget]) -> list[QWidget]:
        front = QApplication.activePopupWidget() or self._player.in_front
        return [part for part in front.findChildren(kind) if part.isVisible() and part.isEnabled()]

    def _inside(self, part: QWidget) -> QPoint:
        chance = self._chance
        return QPoint(chance.randrange(part.width()), chance.randrange(part.height()))

    def _resize(self) -> None:
        width, height = self._chance.randrange(640, 1500), self._chance.randrange(480, 1000)
        self.trail.append(f"resize to {width} × {height}")
        self._player.window.resize(width, height)

    def _wait(self) -> None:
        QTest.qWait(self._chance.choice(_WAITS_MS))


def play(
    app: QApplication, home: Path, seed: int, *, seconds: float, most_steps: int = sys.maxsize
) -> int:
    """Let random hands at a fresh app; what the system would ask is answered by chance.

    Returns:
        How many things they did.

    Raises:
        AssertionError: As `RandomHands.do_something`.
    """
    chance = Random(seed)
    yes_or_no = (QMessageBox.StandardButton.Yes, QMessageBox.StandardButton.No)
    decided = mock.Mock(side_effect=lambda *_: chance.choice(yes_or_no))
    nothing = mock.Mock(return_value=([], ""))
    steps, end = 0, time.monotonic() + seconds
    with (
        mock.patch.object(QFileDialog, "getOpenFileNames", nothing),
        mock.patch.object(QFileDialog, "getSaveFileName", mock.Mock(return_value=("", ""))),
        mock.patch.object(QFileDialog, "getExistingDirectory", mock.Mock(return_value="")),
        mock.patch.object(QMessageBox, "question", decided),
        mock.patch.object(QDesktopServices, "openUrl", mock.Mock(return_value=True)),
        learner(app, home, Clock(EVENING), chance.choice(list(Language)[1:])) as player,
    ):
        player.wait_until_open()
        hands = RandomHands(player, chance)
        while steps < most_steps and time.monotonic() < end:
            hands.do_something()
            steps += 1
        for dialog in player.window.findChildren(QDialog):
            dialog.close()
    return steps


def main() -> None:
    """Play as the command line says, in a folder that is gone afterwards."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--seconds", type=float, default=60.0)
    options = asked.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with TemporaryDirectory() as home:
        steps = play(make_application(), Path(home), options.seed, seconds=options.seconds)
    print(f"seed {options.seed}: {steps} steps, no mistake")


if __name__ == "__main__":
    main()
