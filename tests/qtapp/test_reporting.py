"""A mistake of ours: logged, told once, and the session goes on."""

import logging
import sys
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer, qWarning
from PySide6.QtWidgets import QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from qtapp.dialogs.unexpected import UnexpectedErrorDialog
from qtapp.reporting import MOST_TOLD, Reporter


@pytest.fixture
def reporter(qtbot: QtBot) -> Iterator[Reporter]:
    made = Reporter()
    made.install()
    yield made
    made.uninstall()


def raise_a(kind: type[Exception], text: str = "a mistake") -> None:
    try:
        raise kind(text)
    except kind:
        sys.excepthook(*sys.exc_info())


def test_a_mistake_is_told_with_its_traceback(reporter: Reporter, qtbot: QtBot) -> None:
    with qtbot.waitSignal(reporter.unexpected) as told:
        raise_a(ZeroDivisionError)
    assert "raise_a" in told.args[0]
    assert told.args[0].endswith("ZeroDivisionError: a mistake\n")


def test_a_mistake_is_logged(reporter: Reporter, caplog: pytest.LogCaptureFixture) -> None:
    raise_a(ZeroDivisionError)
    assert "ZeroDivisionError: a mistake" in caplog.text
    assert caplog.records[0].levelno == logging.ERROR


def test_the_same_mistake_is_told_once_and_logged_each_time(
    reporter: Reporter, caplog: pytest.LogCaptureFixture
) -> None:
    told: list[str] = []
    reporter.unexpected.connect(told.append)
    for _ in range(5):
        raise_a(ZeroDivisionError)
    assert (len(told), len(caplog.records)) == (1, 5)


def test_another_mistake_is_told_as_well(reporter: Reporter) -> None:
    told: list[str] = []
    reporter.unexpected.connect(told.append)
    raise_a(ZeroDivisionError)
    raise_a(KeyError)
    assert len(told) == 2


def test_there_is_an_end_to_telling(reporter: Reporter) -> None:
    told: list[str] = []
    reporter.unexpected.connect(told.append)
    for number in range(2 * MOST_TOLD):
        raise_a(type(f"Error{number}", (Exception,), {}))
    assert len(told) == MOST_TOLD


def test_a_mistake_in_a_slot_keeps_the_session(reporter: Reporter, qtbot: QtBot) -> None:
    """PySide hands what a slot raised to the hook; the event loop goes on.

    pytest-qt has a hook of its own for that; here ours is the one in place.
    """
    went_on: list[int] = []
    with qtbot.capture_exceptions():
        reporter.install()
        with qtbot.waitSignal(reporter.unexpected):
            QTimer.singleShot(0, lambda: 1 // 0)
        QTimer.singleShot(0, lambda: went_on.append(1))
        qtbot.waitUntil(lambda: went_on == [1])


def test_a_mistake_in_a_thread_is_told_in_the_window_s(reporter: Reporter, qtbot: QtBot) -> None:
    threads: list[threading.Thread] = []

    def note(report: str) -> None:
        threads.append(threading.current_thread())

    reporter.unexpected.connect(note)
    thread = threading.Thread(target=lambda: 1 // 0)
    with qtbot.waitSignal(reporter.unexpected):
        thread.start()
    thread.join()
    assert threads == [threading.main_thread()]


@pytest.mark.parametrize("kind", [KeyboardInterrupt, SystemExit])
def test_being_asked_to_end_is_no_mistake(
    reporter: Reporter, qtbot: QtBot, kind: type[BaseException]
) -> None:
    with qtbot.assertNotEmitted(reporter.unexpected):
        reporter.report(kind())


def test_qt_s_words_go_to_the_log(
    reporter: Reporter, caplog: pytest.LogCaptureFixture, qtbot: QtBot
) -> None:
    qWarning("something about a widget")
    assert ("qt", logging.WARNING, "something about a widget") in caplog.record_tuples


def test_the_hooks_are_given_back(qtbot: QtBot) -> None:
    before = (sys.excepthook, sys.unraisablehook, threading.excepthook)
    reporter = Reporter()
    reporter.install()
    assert sys.excepthook is not before[0]
    reporter.uninstall()
    assert (sys.excepthook, sys.unraisablehook, threading.excepthook) == before


def test_the_dialog_collects_reports_and_hands_them_over(qtbot: QtBot) -> None:
    dialog = UnexpectedErrorDialog(None)
    qtbot.addWidget(dialog)
    dialog.add("first traceback")
    dialog.add("second traceback")
    copy = dialog.findChild(QPushButton, "copyReport")
    assert copy is not None
    copy.click()
    details = dialog.findChild(QPlainTextEdit, "report")
    assert details is not None
    report = details.toPlainText()
    assert "Python 3." in report
    assert report.index("first traceback") < report.index("second traceback")


def test_what_was_copied_can_be_pasted(qtbot: QtBot) -> None:
    dialog = UnexpectedErrorDialog(None)
    qtbot.addWidget(dialog)
    dialog.add("a traceback")
    copy = dialog.findChild(QPushButton, "copyReport")
    assert copy is not None
    copy.click()
    field = QPlainTextEdit()
    qtbot.addWidget(field)
    field.paste()
    assert "a traceback" in field.toPlainText()
