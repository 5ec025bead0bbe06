"""A learner for the journeys: starts the real app, presses real keys, looks at the window."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from db.queue import DayQueue
from db.rows import Counts
from qtapp import folders
from qtapp.app_settings import AppSettings, SettingsFile
from qtapp.background import Task
from qtapp.cardtext.markdown import formulas
from qtapp.cardtext.view import CardText
from qtapp.pages.trouble import TroublePage
from qtapp.sessions.review_state import Phase, ReviewState
from qtapp.shell import Shell
from qtapp.sitting import Sitting
from qtapp.start import Start, Starter
from qtapp.window import MainWindow
from tests.journeys.clock import Clock

PATIENCE_S = 120.0
NO_KEYS = Qt.KeyboardModifier.NoModifier


class Player:
    """One start of the app, from its window's first showing to its closing.

    Use it in a `with` block; the window is closed at its end.
    """

    def __init__(self, app: QApplication, home: Path, clock: Clock, look: AppSettings) -> None:
        places = folders.under(home)
        SettingsFile(places.settings_file).save(look)
        self._app = app
        self._mistakes: list[str] = []
        self._starter = Starter(app, Start(places, places.collection, now=clock))

    def __enter__(self) -> Player:
        self.window.show()
        self.window.activateWindow()
        self.wait(self.window.isActiveWindow, "the keyboard")
        self.wait(lambda: self._starter.shell is not None, "the window's first drawing")
        self.shell.reporter.unexpected.connect(self._note_mistake)
        return self

    def __exit__(self, *_: object) -> None:
        """Close the window as its cross would, and let the app end."""
        self.window.close()
        self._starter.end()
        self.window.deleteLater()
        self._starter.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def _note_mistake(self, report: str) -> None:
        self._mistakes.append(report)

    @property
    def window(self) -> MainWindow:
        """The main window."""
        return self._starter.window

    @property
    def shell(self) -> Shell:
        """All of the app that is not the window."""
        assert self._starter.shell is not None
        return self._starter.shell

    @property
    def sitting(self) -> Sitting:
        """What the learner does with the open collection."""
        assert self.shell.sitting is not None
        return self.shell.sitting

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NO_KEYS) -> None:
        """Press and release a key, where the keyboard is."""
        self.settle()
        if QApplication.activeWindow() is None:  # a dialog closed, and there is no window manager
            self.window.activateWindow()
            self.settle()
        at = QApplication.activePopupWidget() or QApplication.focusWidget() or self.in_front
        QTest.keyClick(at, key, modifiers)
        self.settle()

    @property
    def in_front(self) -> QWidget:
        """The dialog that is open, or the window."""
        return QApplication.activeModalWidget() or self.window

    def dialog(self, name: str) -> QDialog:
        """Wait for a dialog of this object name."""
        self.wait(lambda: self._find(name) is not None, f"the dialog {name!r}")
        found = self._find(name)
        assert found is not None
        return found

    def _find(self, name: str) -> QDialog | None:
        found = self.window.findChild(QDialog, name)
        return found if found is not None and found.isVisible() else None

    def wait_for_phase(self, *phases: Phase) -> ReviewState:
        """Wait until the review is in one of these phases, and its page drawn."""
        self.wait(lambda: self.review.phase in phases, f"the review in {phases}")
        self.settle()
        return self.review

    def wait_until_asked_or_at_rest(self) -> Phase:
        """Wait until a card is asked, or none is for now."""
        asked_or_rest = (Phase.QUESTION, Phase.WAITING, Phase.FINISHED)
        return self.wait_for_phase(*asked_or_rest).phase

    def wait_for_formulas(self) -> None:
        """Wait until every formula of the card shown, and of all texts seen, is drawn."""
        face = self.review.face
        if face is not None:
            text = "\n\n".join((face.question, face.answer, face.extra))
            drawing = self.sitting.renderer.drawing
            wanted = formulas(text)
            self.wait(lambda: all(drawing(f) is not None for f in wanted), "the formulas")
        texts = [text for text in self.window.findChildren(CardText) if text.isVisible()]
        self.wait(lambda: not any(text.is_waiting for text in texts), "the formulas of all texts")

    def wait_for_trouble(self) -> None:
        """Wait for the page that says why there is no collection."""
        self.wait(lambda: self.window.findChild(TroublePage) is not None, "the page of trouble")

    @property
    def review(self) -> ReviewState:
        """What the review page shows."""
        return self.sitting.review.state

    @property
    def due(self) -> Counts:
        """What is still to do today."""
        return self.queue.counts()

    @property
    def queue(self) -> DayQueue:
        """The day's queue, once it is made."""
        desk = self.sitting.desk
        self.wait(lambda: desk.queue() is not None, "the day's queue")
        queue = desk.queue()
        assert queue is not None
        return queue

    def wait_until_read(self) -> None:
        """Wait until the background thread has done what was asked, and what that led to."""
        for _ in range(2):
            asked_last = Task(bool)  # it does nothing, but in its turn
            told: list[object] = []
            asked_last.succeeded.connect(told.append)
            self.shell.background.submit(asked_last)
            self.wait(lambda told=told: bool(told), "the background thread")  # type: ignore[misc]
            self.settle()

    def wait_until_open(self) -> None:
        """Wait for the collection, and for all of the course in a new one."""
        self.wait(lambda: self.shell.sitting is not None, "the open collection")
        arrival = self.shell.arrival
        self.wait(lambda: arrival is None or not arrival.is_going, "the whole course")
        self.settle()
        assert self.window.isActiveWindow(), "a window of its own took the keyboard away"

    def wait(self, is_so: Callable[[], bool], what: str) -> None:
        """Let the app run until something is so.

        Raises:
            AssertionError: If it is not within two minutes, with `what` was waited for; or if
                the app reports a mistake of its own, with that report.
        """
        deadline = time.monotonic() + PATIENCE_S
        while not is_so():
            assert not self._mistakes, self._mistakes[0]
            assert time.monotonic() < deadline, f"waited {PATIENCE_S:g} s for {what}"
            self._app.processEvents()
            QTest.qWait(2)

    def settle(self) -> None:
        """Let the app draw what it has to draw."""
        for _ in range(3):
            self._app.processEvents()

    def picture(self, path: Path, widget: QWidget | None = None) -> None:
        """Save what a widget shows; by default the window with what lies before it."""
        self.settle()
        path.parent.mkdir(parents=True, exist_ok=True)
        assert (widget or self.window).grab().save(str(path)), path
