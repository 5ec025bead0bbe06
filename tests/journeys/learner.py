"""A learner who meets trouble in the real window, and reads what is said about it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton, QWidget

from qtapp import folders
from qtapp.app_settings import AppSettings
from qtapp.dialogs.unexpected import UnexpectedErrorDialog
from qtapp.languages import Language
from qtapp.notify import Level
from qtapp.pages.trouble import TroublePage
from qtapp.sessions.review_state import Phase
from qtapp.theme import ThemeChoice
from qtapp.widgets.banner import Banner
from tests.journeys.clock import Clock
from tests.journeys.player import Player

EVENING = datetime(2026, 10, 5, 16, 30, tzinfo=UTC)
GOOD = Qt.Key.Key_3
CONTROL = Qt.KeyboardModifier.ControlModifier
T = TypeVar("T", bound=QWidget)


@dataclass(frozen=True)
class Told:
    """What stands on the screen about a trouble."""

    what: str
    where: str
    remedy: str


class Learner(Player):
    """A player who meets trouble, and reads what is said about it."""

    def part(self, kind: type[T], name: str) -> T:
        """A visible part of the window."""
        found = [p for p in self.window.findChildren(kind, name) if p.isVisible()]
        assert found, name
        return found[0]

    def told_at_start(self) -> Told:
        """Wait for the page that tells of trouble, and read it."""
        self.wait_for_trouble()
        self.settle()
        labels = [self.part(QLabel, name).text() for name in ("what", "where", "remedy")]
        return Told(*labels)

    def retry_in_vain(self) -> None:
        """Try again, and hear the same."""
        before = self.part(TroublePage, "trouble")
        self.click("retry")
        self.wait(
            lambda: any(p is not before for p in self.window.findChildren(TroublePage)), "an answer"
        )

    def click(self, name: str) -> None:
        """Click a button by its name."""
        self.part(QPushButton, name).click()

    @property
    def banner(self) -> str:
        """The text of the message shown, with its sign and detail; "" when there is none."""
        banner = self.window.findChild(Banner)
        assert banner is not None
        if banner.message is None or not banner.isVisible():
            return ""
        labels = (self.part(QLabel, "bannerText"), banner.findChild(QLabel, "bannerDetail"))
        return "\n".join(label.text() for label in labels if label is not None and label.text())

    @property
    def level(self) -> Level | None:
        """How much the message shown matters."""
        banner = self.window.findChild(Banner)
        assert banner is not None
        return None if banner.message is None else banner.message.level

    def wait_for_banner(self, words: str) -> str:
        """Wait until a message with these words is shown; return all of it."""
        self.wait(lambda: words in self.banner, f"{words!r}; shown is {self.banner!r}")
        return self.banner

    def start_review(self) -> None:
        """From Today to the first question."""
        self.wait_until_open()
        self.press(Qt.Key.Key_Return)
        self.wait_for_phase(Phase.QUESTION)

    def come_back(self) -> None:
        """Leave the window for another one, and return to it."""
        other = QWidget()
        other.show()
        other.activateWindow()
        self.wait(lambda: not self.window.isActiveWindow(), "the other window")
        other.close()
        self.window.activateWindow()
        self.wait(self.window.isActiveWindow, "the keyboard")

    def reveal(self) -> None:
        """Look at the answer."""
        self.wait_for_phase(Phase.QUESTION)
        self.press(Qt.Key.Key_Space)
        self.wait_for_phase(Phase.ANSWER)

    def drop(self, *paths: Path) -> None:
        """Drop files on the window."""
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
        none = Qt.KeyboardModifier.NoModifier
        at = QPointF(200, 200)
        enter = QDragEnterEvent(at.toPoint(), copy, data, left, none)
        QApplication.sendEvent(self.window, enter)
        assert enter.isAccepted(), "the window does not take the file"
        QApplication.sendEvent(self.window, QDropEvent(at, copy, data, left, none))

    def wait_for_preview(self) -> None:
        """Until what an import would change is shown."""
        button = self.dialog("import").findChild(QPushButton, "import-apply")
        assert button is not None
        self.wait(button.isVisible, "the preview")

    def choose_in_menu(self, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """File → Import, and this file in the system's dialog."""

        def answer(*_: object) -> tuple[list[str], str]:
            return [str(path)], ""

        monkeypatch.setattr(QFileDialog, "getOpenFileNames", answer)
        self.press(Qt.Key.Key_O, CONTROL)

    def assert_no_mistake(self) -> None:
        """No dialog tells of a mistake of ours, now or before."""
        self.settle()
        assert not self._mistakes, self._mistakes[0]
        assert self.window.findChild(UnexpectedErrorDialog) is None


def answer(player: Learner, clock: Clock) -> None:
    """Answer the card shown, and see the next."""
    player.reveal()
    clock.pass_time(seconds=7)
    player.press(GOOD)
    player.wait_until_asked_or_at_rest()


@contextmanager
def learner(app: QApplication, home: Path, clock: Clock, language: Language) -> Iterator[Learner]:
    """Start the app and close it; nothing of it stays, and no mistake of ours was told."""
    font, palette, locale = app.font(), app.palette(), QLocale()
    look = AppSettings(language, ThemeChoice.LIGHT, is_motion_on=False, is_warm_up_on=False)
    player = Learner(app, home, clock, look)
    used = player._starter.look
    try:
        with player:
            yield player
            player.assert_no_mistake()
        assert "Traceback" not in log_of(home)
    finally:
        for part in (used.languages, used.theme, used):
            part.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        QLocale.setDefault(locale)
        app.setStyleSheet("")
        app.setFont(font)
        app.setPalette(palette)
        app.styleHints().setColorScheme(Qt.ColorScheme.Unknown)


def log_of(home: Path) -> str:
    """The log of the app that was played under `home`."""
    log = folders.under(home).log / "epoque.log"
    return log.read_text(encoding="utf-8") if log.exists() else ""
