"""Shows the window; everything else is loaded once it is on the screen (`qtapp.shell`)."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication

from qtapp.app_settings import SettingsFile
from qtapp.first_paint import FirstPaint
from qtapp.folders import Folders
from qtapp.languages import Language
from qtapp.look import Look
from qtapp.pages.loading import LoadingPage
from qtapp.theme import ThemeChoice
from qtapp.version import VERSION
from qtapp.widgets.sidebar import TODAY
from qtapp.window import MainWindow

if TYPE_CHECKING:
    from datetime import datetime

    from qtapp.shell import Shell


class Start(NamedTuple):
    """What the app starts with.

    Attributes:
        folders: Where its files go.
        collection: The file to open.
        language: Of the interface in this sitting ("fr", "en"); None for the learner's choice.
        theme: In this sitting ("light", "dark", "system"); None for the learner's choice.
        is_review_asked: Go to the review as soon as the collection is open.
        now: The clock (UTC, aware); None for the computer's.
    """

    folders: Folders
    collection: Path
    language: str | None = None
    theme: str | None = None
    is_review_asked: bool = False
    now: Callable[[], datetime] | None = None


def start(how: Start) -> int:
    """Run the app until its window is closed.

    Returns:
        The process's exit code.
    """
    app = make_application()
    starter = Starter(app, how)
    starter.window.show()
    try:
        return app.exec()
    finally:
        starter.end()


def make_application() -> QApplication:
    """The one application object, in Fusion: the style sheet leaves to it what it does not draw.

    Asked for by an argument, for `setStyle` loads Python's side of `QStyle` (5 ms).
    """
    app = QApplication([*sys.argv[:1], "-style", "fusion"])
    app.setApplicationName("Epoque")
    app.setApplicationDisplayName("Époque")
    app.setApplicationVersion(VERSION)
    return app


class Starter(QObject):
    """Makes the window, and the rest of the app after its first drawing.

    Attributes:
        window: The main window; its first page says that the collection is being opened.
        look: How the app looks.
        shell: The rest; None until the window was drawn.
    """

    def __init__(self, app: QApplication, how: Start) -> None:
        super().__init__(app)
        self._how = how
        file = SettingsFile(how.folders.settings_file)
        self.look = Look(file, app, **_look(how))
        self.window = MainWindow(self.look, file, {TODAY.key: LoadingPage(self.look.theme)})
        self.shell: Shell | None = None
        FirstPaint(self.window).done.connect(self._go_on)

    @Slot()
    def _go_on(self) -> None:
        from qtapp.shell import Shell  # late on purpose: the window is shown without it

        self.shell = Shell(self.window, self.look, self._how)
        self.shell.open()

    def end(self) -> None:
        """The window is closed: nothing of the app stays behind."""
        if self.shell is not None:
            self.shell.end()


def _look(how: Start) -> dict[str, Any]:
    look: dict[str, Any] = {}
    if how.language is not None:
        look["language"] = Language(how.language)
    if how.theme is not None:
        look["theme"] = ThemeChoice(how.theme)
    return look
