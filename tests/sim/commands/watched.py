"""`python -m sim …` as a real process whose talk goes to a terminal, so that its progress shows."""

import os
import pty
import select
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
LIMIT_S = 120.0


class Watched:
    """One process; what it told so far is in `told`."""

    def __init__(self, process: subprocess.Popen[bytes], terminal: int) -> None:
        self.process = process
        self.told = ""
        self._terminal = terminal

    def wait_for(self, words: str) -> None:
        """Read its talk until it says something."""
        deadline = time.monotonic() + LIMIT_S
        while words not in self.told:
            assert time.monotonic() < deadline, self.told
            assert self._read() or self.process.poll() is None, self.told

    def end(self) -> tuple[int, str]:
        """Its exit code and its data, once it has ended; `told` is whole then."""
        out, _ = self.process.communicate(timeout=LIMIT_S)
        while self._read():
            pass
        return self.process.returncode, out.decode()

    def _read(self) -> bool:
        if not select.select([self._terminal], [], [], 0.05)[0]:
            return False
        try:
            more = os.read(self._terminal, 65536)
        except OSError:  # nobody holds the other end any more
            return False
        self.told += more.decode(errors="replace")
        return bool(more)

    @property
    def worker_pids(self) -> list[int]:
        """Its children that Dask uses as workers."""
        listings = Path(f"/proc/{self.process.pid}/task").glob("*/children")
        pids = [int(pid) for listing in listings for pid in listing.read_text().split()]
        return [pid for pid in pids if b"spawn_main" in Path(f"/proc/{pid}/cmdline").read_bytes()]


@contextmanager
def watched(*arguments: object) -> Iterator[Watched]:
    """Start ``python -m sim`` in a process group of its own; it is gone at the end."""
    ours, its = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "sim", *map(str, arguments), "--language", "en"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=its,
        start_new_session=True,
    )
    os.close(its)
    try:
        yield Watched(process, ours)
    finally:
        process.kill()
        process.communicate()
        os.close(ours)
