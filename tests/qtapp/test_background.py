import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QObject, Slot
from pytestqt.qtbot import QtBot

from qtapp.background import Background, Task


class Diary(QObject):
    """Notes what it is told, and in which thread."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[Any] = []
        self.threads: set[threading.Thread] = set()

    @Slot(object)
    def note(self, what: object) -> None:
        self.told.append(what)
        self.threads.add(threading.current_thread())


@pytest.fixture
def background(qtbot: QtBot) -> Iterator[Background]:
    made = Background()
    yield made
    made.finish()


def submit(background: Background, diary: Diary, work: Callable[[], Any]) -> None:
    task = Task(work)
    task.succeeded.connect(diary.note)
    task.failed.connect(diary.note)
    background.submit(task)


def test_work_is_done_elsewhere_and_told_here(background: Background, qtbot: QtBot) -> None:
    diary = Diary()
    submit(background, diary, threading.current_thread)
    qtbot.waitUntil(lambda: len(diary.told) == 1)
    assert diary.told[0] is not threading.main_thread()
    assert diary.threads == {threading.main_thread()}


def test_work_is_done_in_the_order_asked(background: Background, qtbot: QtBot) -> None:
    diary = Diary()
    for number in range(50):
        submit(background, diary, lambda number=number: number)  # type: ignore[misc]
    qtbot.waitUntil(lambda: len(diary.told) == 50)
    assert diary.told == list(range(50))


def test_a_failure_is_told_and_the_next_work_is_done(background: Background, qtbot: QtBot) -> None:
    diary = Diary()
    error = OSError("disk")

    def fail() -> None:
        raise error

    submit(background, diary, fail)
    submit(background, diary, lambda: "next")
    qtbot.waitUntil(lambda: len(diary.told) == 2)
    assert diary.told == [error, "next"]


def test_finishing_waits_for_what_was_asked(qtbot: QtBot) -> None:
    done: list[int] = []
    gate = threading.Event()
    background = Background()
    background.submit(Task(gate.wait))
    background.submit(Task(lambda: done.append(1)))
    gate.set()
    background.finish()
    assert done == [1]


def test_it_may_start_again(qtbot: QtBot) -> None:
    background, diary = Background(), Diary()
    background.finish()
    submit(background, diary, lambda: 1)
    background.finish()
    submit(background, diary, lambda: 2)
    background.finish()
    qtbot.waitUntil(lambda: diary.told == [1, 2])


def test_nobody_who_asks_for_nothing_gets_a_thread(qtbot: QtBot) -> None:
    before = threading.active_count()
    Background()
    assert threading.active_count() == before
