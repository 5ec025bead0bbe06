"""One child process as its parent sees it: a pipe in, a pipe out, and how it ended."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO

from sim import wire
from sim.protocol import VERSION, Command, Event

ROOT = Path(__file__).resolve().parent.parent
COMMAND = (sys.executable, "-m", "sim.worker")
LAST_WORDS = 4000
_ONE_THREAD = {"OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}


class WorkerProcess:
    """A worker from its start to its end.

    `subprocess` rather than `multiprocessing`: a spawned child of the latter imports the app's main
    module again, and leaves a process of its own (the resource tracker) behind.

    Args:
        report: Called with this process and each event, then with None at its end, by a thread
            of its own.
        silence_s: Seconds that a step may take.
        start_s: Seconds that loading torch may take.
        command: What to start.

    Raises:
        OSError: If it cannot be started.
    """

    def __init__(
        self,
        report: Callable[[WorkerProcess, Event | None], None],
        *,
        silence_s: float,
        start_s: float,
        command: Sequence[str] = COMMAND,
    ) -> None:
        self._report = report
        limits = ("--silence", str(silence_s), "--start", str(start_s))
        self._errors = tempfile.TemporaryFile()  # noqa: SIM115  # closed by `end`
        try:
            self._child = _started([*command, "--protocol", str(VERSION), *limits], self._errors)
        except OSError:
            self._errors.close()
            raise
        self._reader = threading.Thread(target=self._read, name="worker reader", daemon=True)
        self._reader.start()

    @property
    def pid(self) -> int:
        """Its process id."""
        return self._child.pid

    def send(self, command: Command) -> None:
        """Give it a command; if it is dead, its end is reported, not raised."""
        assert self._child.stdin is not None
        try:
            wire.write(self._child.stdin, command)
        except (OSError, ValueError):  # ValueError: `end` closed the pipe
            return

    def _read(self) -> None:
        assert self._child.stdout is not None
        try:
            while True:
                self._report(self, wire.read(self._child.stdout))
        except (EOFError, OSError, ValueError, wire.NotPlainError):
            self._report(self, None)

    def kill(self) -> None:
        """Stop it at once; `end` is still to be called, after its end is reported."""
        self._child.kill()

    def end(self) -> tuple[int, str]:
        """Kill it if it lives, and wait until nothing is left of it.

        Returns:
            Its exit code (negative: the signal that ended it) and the end of what it printed.
        """
        self._child.kill()
        exit_code = self._child.wait()
        if threading.current_thread() is not self._reader:
            self._reader.join()
        for pipe in (self._child.stdin, self._child.stdout):
            assert pipe is not None
            _close(pipe)
        return exit_code, self._last_words()

    def _last_words(self) -> str:
        if self._errors.closed:
            return ""
        with self._errors as file:
            file.seek(0)
            return file.read().decode(errors="replace")[-LAST_WORDS:].strip()


def _started(command: Sequence[str], errors: IO[bytes]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=errors,
        cwd=ROOT,
        env=os.environ | _ONE_THREAD,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),  # Windows
    )


def _close(pipe: IO[bytes]) -> None:
    """Close a pipe; what was not sent yet is lost, as its reader is dead."""
    with suppress(OSError):
        pipe.close()
