"""Where the window gets drawings of formulas: from memory, from disk, or from a child process."""

import json
import logging
import sys
from base64 import b64decode
from collections import OrderedDict, deque
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QProcess, QTimer, Signal, Slot

from qtapp.cardtext.formula import Entry, Failure, Formula, decoded
from qtapp.cardtext.formula_cache import FormulaCache
from qtapp.cardtext.markdown import formulas

WORKER = (sys.executable, "-m", "qtapp.cardtext.formula_worker")
MAX_CRASHES = 3
_KEPT = 600
_log = logging.getLogger(__name__)
_ROOT = Path(__file__).parents[2]


class FormulaRenderer(QObject):
    """Answers at once with what it has, and has the rest drawn next door.

    The child process starts when a formula is in no cache, goes after ten idle seconds, and is
    ended with the application. A formula that makes it crash or hang counts as one that cannot be
    drawn, until the application is started again.

    Args:
        cache: Drawings on disk.
        parent: Owner.
        command: Starts the child process; the cache's folder is added.
        idle_ms: After so long without a request it is let go.
        patience_ms: A formula that takes longer is given up.

    Signals:
        ready: A formula, named by its key, has a drawing or a failure now.
    """

    ready = Signal(str)

    def __init__(
        self,
        cache: FormulaCache,
        parent: QObject | None = None,
        *,
        command: Sequence[str] = WORKER,
        idle_ms: int = 10_000,
        patience_ms: int = 15_000,
    ) -> None:
        super().__init__(parent)
        self._cache = cache
        self._command = command
        self._known: OrderedDict[str, Entry] = OrderedDict()
        self._urgent: deque[Formula] = deque()
        self._ahead: deque[Formula] = deque()
        self._texts: deque[str] = deque()
        self._asked: dict[str, Formula] = {}  # waiting or sent
        self._sent: Formula | None = None
        self._process: QProcess | None = None
        self._crashes = 0
        self._idle_gone = False
        self._is_closed = False
        self._idle = _timer(self, idle_ms, self._let_go)
        self._patience = _timer(self, patience_ms, self._give_up)
        self._reading = _timer(self, 0, self._read_ahead)
        if (app := QCoreApplication.instance()) is not None:
            app.aboutToQuit.connect(self.close)

    def drawing(self, formula: Formula) -> Entry | None:
        """The drawing, or why there is none; None while it is not made. Asks for nothing."""
        key = formula.key
        if key not in self._known:
            entry = self._cache.get(formula)
            if entry is None:
                return None
            self._keep(key, entry)
        self._known.move_to_end(key)
        return self._known[key]

    def request(self, formula: Formula) -> None:
        """Have a formula drawn soon, because it is on the screen."""
        if self.drawing(formula) is not None or self._is_closed:
            return
        if formula in self._ahead:
            self._ahead.remove(formula)
        elif formula.key in self._asked:
            return
        self._asked[formula.key] = formula
        self._urgent.append(formula)
        self._send()

    def prepare(self, texts: Iterable[str]) -> None:
        """Have the formulas of these Markdown texts drawn when nothing else is to do."""
        if not self._is_closed:
            self._texts.extend(text for text in texts if "$" in text)
            self._reading.start()

    @property
    def is_running(self) -> bool:
        """Whether there is a child process now."""
        return self._process is not None

    @Slot()
    def close(self) -> None:
        """End the child process; drawings known by now can still be had."""
        self._is_closed = True
        self._texts.clear()
        self._drop_all()
        if self._process is not None:
            process, self._process = self._process, None
            process.blockSignals(True)
            process.kill()  # safe at any moment: it writes whole files or none
            process.waitForFinished(2000)
            process.deleteLater()

    # -- rendering ahead ---------------------------------------------------------------------

    @Slot()
    def _read_ahead(self) -> None:
        """One text each time the event loop has nothing better to do."""
        if not self._texts:
            return
        for formula in formulas(self._texts.popleft()):
            key = formula.key
            if key not in self._known and key not in self._asked and not self._cache.holds(formula):
                self._asked[key] = formula
                self._ahead.append(formula)
        self._send()
        if self._texts:
            self._reading.start()

    # -- the child process -------------------------------------------------------------------

    def _send(self) -> None:
        """Give the child its next formula; one at a time, so that urgent ones come first."""
        if self._sent is not None or not (self._urgent or self._ahead):
            return
        if self._process is None:
            self._start()
        process = self._process
        if process is None or self._idle_gone:
            return
        self._idle.stop()
        self._sent = (self._urgent or self._ahead).popleft()
        self._patience.start()
        request = {
            "key": self._sent.key,
            "latex": self._sent.latex,
            "is_display": self._sent.is_display,
        }
        process.write(json.dumps(request).encode() + b"\n")

    def _start(self) -> None:
        process = QProcess(self)
        process.setWorkingDirectory(str(_ROOT))
        process.readyReadStandardOutput.connect(self._read)
        process.finished.connect(self._ended)
        process.errorOccurred.connect(self._failed)
        self._process, self._idle_gone = process, False
        folder = str(self._cache.folder.absolute())
        process.start(self._command[0], [*self._command[1:], folder])

    @Slot()
    def _read(self) -> None:
        process = self._process
        while process is not None and process.canReadLine():
            self._take(bytes(process.readLine().data()))

    def _take(self, line: bytes) -> None:
        """An answer; anything else on the line is passed over."""
        try:
            answer = json.loads(line)
            entry = decoded(b64decode(answer["entry"]))
            key = answer["key"]
        except (ValueError, TypeError, KeyError):
            return
        if self._sent is not None and key == self._sent.key:
            self._crashes = 0
            self._settle(self._sent, entry)
            self._next()

    def _next(self) -> None:
        self._send()
        if self._sent is None:
            self._idle.start()

    def _settle(self, formula: Formula, entry: Entry) -> None:
        self._patience.stop()
        self._sent = None
        self._asked.pop(formula.key, None)
        self._keep(formula.key, entry)
        self.ready.emit(formula.key)

    def _keep(self, key: str, entry: Entry) -> None:
        self._known[key] = entry
        if len(self._known) > _KEPT:
            self._known.popitem(last=False)

    @Slot()
    def _let_go(self) -> None:
        if self._process is not None and self._sent is None:
            self._idle_gone = True
            self._process.closeWriteChannel()

    @Slot()
    def _give_up(self) -> None:
        if self._process is not None:
            self._process.kill()

    @Slot()
    def _ended(self) -> None:
        """It was let go, or it died; go on with another if there is work."""
        said = ""
        if self._process is not None:
            said = self._process.readAllStandardError().toStdString()[-2000:]
            self._process.deleteLater()
            self._process = None
        self._idle.stop()
        if self._sent is not None:
            _log.warning("the formula process ended while drawing %r\n%s", self._sent.latex, said)
            self._crashes += 1
            self._settle(self._sent, Failure("drawing it ended the drawing process"))
        if self._crashes >= MAX_CRASHES:
            self._fail_all("the drawing process keeps ending")
        self._send()

    @Slot(QProcess.ProcessError)
    def _failed(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            if self._process is not None:
                self._process.deleteLater()
                self._process = None
            self._fail_all("the drawing process cannot be started")

    def _fail_all(self, reason: str) -> None:
        waiting = list(self._asked.values())
        self._drop_all()
        for formula in waiting:
            self._settle(formula, Failure(reason))

    def _drop_all(self) -> None:
        self._urgent.clear()
        self._ahead.clear()
        self._asked.clear()
        self._sent = None
        self._idle.stop()
        self._patience.stop()


def _timer(parent: FormulaRenderer, interval_ms: int, slot: Callable[[], None]) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(interval_ms)
    timer.timeout.connect(slot)
    return timer
