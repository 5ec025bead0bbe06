"""Mistakes of ours: logged with all that is known, told once, and the session goes on.

Known trouble does not come here; `qtapp.notify` tells it.
"""

import logging
import sys
import threading
import traceback
from types import TracebackType

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    QtMsgType,
    Signal,
    Slot,
    qInstallMessageHandler,
)

log = logging.getLogger("epoque")
qt_log = logging.getLogger("qt")

MOST_TOLD = 20  # different mistakes told in one sitting; the others are only logged


class Reporter(QObject):
    """Catches what nobody caught, in every thread.

    Signals:
        unexpected: The report (str) of a mistake not told before.
    """

    unexpected = Signal(str)
    _arrived = Signal(str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._told: set[str] = set()
        self._before = (sys.excepthook, sys.unraisablehook, threading.excepthook)
        self._arrived.connect(self._tell)  # queued when it comes from another thread

    def install(self) -> None:
        """Take over Python's hooks and Qt's messages."""
        self._before = (sys.excepthook, sys.unraisablehook, threading.excepthook)
        sys.excepthook = self._on_exception
        sys.unraisablehook = self._on_unraisable
        threading.excepthook = self._on_thread_exception
        qInstallMessageHandler(_log_qt_message)

    def uninstall(self) -> None:
        """Give the hooks back."""
        sys.excepthook, sys.unraisablehook, threading.excepthook = self._before
        qInstallMessageHandler(None)

    def report(self, error: BaseException) -> None:
        """Log an error that nobody expected, and tell of it if it is new."""
        if not isinstance(error, Exception):  # KeyboardInterrupt, SystemExit: no mistakes
            return
        text = "".join(traceback.format_exception(error))
        log.error("unexpected error\n%s", text)
        self._arrived.emit(_place(error), text)

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        self.report(error)

    def _on_thread_exception(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self.report(args.exc_value)

    def _on_unraisable(self, args: "sys.UnraisableHookArgs") -> None:
        if args.exc_value is not None:
            self.report(args.exc_value)

    @Slot(str, str)
    def _tell(self, place: str, text: str) -> None:
        if place in self._told or len(self._told) >= MOST_TOLD:
            return
        self._told.add(place)
        self.unexpected.emit(text)


def _place(error: Exception) -> str:
    """What makes two errors the same: their class and the line that raised them."""
    frames = traceback.extract_tb(error.__traceback__)
    where = f"{frames[-1].filename}:{frames[-1].lineno}" if frames else ""
    return f"{type(error).__name__} {where}"


_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def _log_qt_message(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    qt_log.log(_LEVELS.get(kind, logging.WARNING), "%s", text)
