"""Workers that begin at once: children of a process that has loaded torch for all of them.

A test that loses its worker needs another, and each would load torch for two seconds of processor.
They are forked, so from the fork on each is a process like any other: with pipes, an end, a memory
of its own. ``python -m tests.sim.nursery`` is the process that they come from.
"""

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import IO, NoReturn

from sim.worker_process import ROOT, _started

CHILD = (sys.executable, "-m", "tests.sim.odd")
"""What a nursery starts; it leaves any other command to the system."""

_ONE_THREAD = {"OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
_LONGEST = 65536


class Child:
    """What `sim.worker_process` needs of a `subprocess.Popen`.

    Args:
        stdin: The end of its pipe to write to.
        stdout: The end of its pipe to read from.
        news: Tells its process id, and at its end its exit code, a line each.
    """

    def __init__(self, stdin: IO[bytes], stdout: IO[bytes], news: IO[str]) -> None:
        self.stdin, self.stdout = stdin, stdout
        self._news = news
        self.pid = int(news.readline())
        self._exit_code: int | None = None

    def kill(self) -> None:
        """End it, if it lives."""
        if self._exit_code is None:
            with suppress(ProcessLookupError):
                os.kill(self.pid, signal.SIGKILL)

    def wait(self) -> int:
        """Its exit code once it has ended; negative: the signal that ended it."""
        if self._exit_code is None:
            self._exit_code = int(self._news.readline())
            self._news.close()
        return self._exit_code


Started = Child | subprocess.Popen[bytes]


class Nursery:
    """Starts workers; in place of `sim.worker_process._started`."""

    def __init__(self) -> None:
        self._ours, its = socket.socketpair()
        with its:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "tests.sim.nursery", str(its.fileno())],
                cwd=ROOT,
                env=os.environ | _ONE_THREAD,
                pass_fds=[its.fileno()],
            )

    def started(self, command: Sequence[str], errors: IO[bytes]) -> Started:
        """A worker, or whatever else is asked for."""
        if tuple(command[: len(CHILD)]) != CHILD:
            return _started(command, errors)
        its_in, our_in = os.pipe()
        our_out, its_out = os.pipe()
        our_news, its_news = os.pipe()
        given = [its_in, its_out, errors.fileno(), its_news]
        arguments = json.dumps(command[len(CHILD) :]).encode()
        socket.send_fds(self._ours, [arguments], given)
        for end in (its_in, its_out, its_news):
            os.close(end)
        return Child(os.fdopen(our_in, "wb"), os.fdopen(our_out, "rb"), os.fdopen(our_news))

    def close(self) -> None:
        """End the process that they come from."""
        self._ours.close()
        self._process.wait()


def _serve(asked: socket.socket) -> None:
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # who minds a worker leaves nothing behind
    while True:
        arguments, given, _, _ = socket.recv_fds(asked, _LONGEST, 4)
        if not arguments:
            return
        if os.fork() == 0:
            asked.close()
            _mind(json.loads(arguments), *given)
        for end in given:
            os.close(end)


def _mind(arguments: list[str], its_in: int, its_out: int, errors: int, news: int) -> NoReturn:
    """Fork the worker, tell its process id, wait for its end and tell that."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    if (pid := os.fork()) == 0:
        os.close(news)
        _become_worker(arguments, its_in, its_out, errors)
    for end in (its_in, its_out, errors):
        os.close(end)
    with os.fdopen(news, "w") as told:
        print(pid, file=told, flush=True)
        _, status = os.waitpid(pid, 0)
        with suppress(BrokenPipeError):
            print(os.waitstatus_to_exitcode(status), file=told, flush=True)
    os._exit(0)


def _become_worker(arguments: list[str], its_in: int, its_out: int, errors: int) -> NoReturn:
    from sim import worker
    from tests.sim import odd

    for number, end in enumerate((its_in, its_out, errors)):
        os.dup2(end, number)
        os.close(end)
    sys.argv[1:] = arguments
    code: object = 0
    try:
        worker.main(odd.experiment)
    except SystemExit as end_of_it:
        code = end_of_it.code
    os._exit(code if isinstance(code, int) else 1)


def _load() -> None:
    """All that a worker imports; nothing is computed, so that no thread is there to be lost."""
    from sim import catalogue, warming
    from tests.sim import odd

    assert warming
    assert odd
    for name in catalogue.names():
        catalogue.experiment(name)


if __name__ == "__main__":
    _load()
    _serve(socket.socket(fileno=int(sys.argv[1])))
