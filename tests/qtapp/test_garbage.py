"""Reference cycles are collected in the window's thread, and only there."""

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from qtapp.garbage import Garbage


class Knot:
    """Something that only a collection ends; it notes the thread that did."""

    ended_in: threading.Thread | None = None

    def __init__(self) -> None:
        self.myself = self

    def __del__(self) -> None:
        Knot.ended_in = threading.current_thread()


@pytest.fixture
def garbage(qtbot: QtBot) -> Iterator[Garbage]:
    owner = QObject()
    made = Garbage(owner)
    yield made
    made.stop()


def litter() -> list[Knot]:
    """Enough new objects for Python to look for garbage, were it allowed to."""
    return [Knot() for _ in range(10 * gc.get_threshold()[0])]


def test_another_thread_collects_nothing(garbage: Garbage) -> None:
    gc.collect()
    Knot.ended_in = None
    Knot()
    thread = threading.Thread(target=litter)
    thread.start()
    thread.join()
    assert Knot.ended_in is None


def test_the_window_collects_before_it_waits(garbage: Garbage, qtbot: QtBot) -> None:
    gone = weakref.ref(Knot())
    litter()
    QTimer.singleShot(1, lambda: None)
    qtbot.waitUntil(lambda: gone() is None)
    assert Knot.ended_in is threading.main_thread()


def test_stopped_it_leaves_it_to_python(qtbot: QtBot) -> None:
    owner = QObject()
    Garbage(owner).stop()
    assert gc.isenabled()
