"""The broom of `tests/conftest.py` must see each kind of leftover, and nothing else."""

import subprocess
import sys
import threading

from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from tests import leftovers


def test_a_quiet_test_has_nothing_said_about_it() -> None:
    assert leftovers.complaints(leftovers.alive_now()) == []


def test_a_running_thread_is_named() -> None:
    before = leftovers.alive_now()
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait, name="reader of pipes")
    thread.start()
    (sentence,) = leftovers.complaints(before, grace_s=0)
    stop.set()
    thread.join()
    assert "'reader of pipes'" in sentence
    assert "join()" in sentence


def test_a_thread_that_is_just_ending_is_waited_for() -> None:
    before = leftovers.alive_now()
    started = threading.Event()
    thread = threading.Thread(target=lambda: started.wait() and None)
    thread.start()
    threading.Timer(0.05, started.set).start()
    assert leftovers.complaints(before) == []
    thread.join()


def test_a_child_process_is_named_by_its_pid() -> None:
    before = leftovers.alive_now()
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as child:
        said = leftovers.complaints(before, grace_s=0)
        child.terminate()
    assert [str(child.pid) in sentence for sentence in said] == [True]
    assert leftovers.complaints(before) == []


def test_a_window_is_named_and_its_dialogs_are_not_counted_twice(qtbot: QtBot) -> None:
    before = leftovers.alive_now()
    window = QWidget()
    window.setObjectName("main_window")
    QDialog(window)
    (sentence,) = leftovers.complaints(before)
    qtbot.addWidget(window)
    assert "QWidget 'main_window'" in sentence


def test_a_window_due_for_deletion_is_gone(qapp: QApplication) -> None:
    before = leftovers.alive_now()
    QWidget().deleteLater()
    assert leftovers.complaints(before) == []


def test_a_window_held_only_by_itself_is_gone(qapp: QApplication) -> None:
    before = leftovers.alive_now()
    window = QWidget()
    window.itself = window  # type: ignore[attr-defined]
    del window
    assert leftovers.complaints(before) == []
