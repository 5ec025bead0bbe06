"""After a big run, its memory goes back to the system.

`sim.machine.prepare` has freed memory kept, which makes the next run start sooner; a process that
waits should not keep gigabytes for that.
"""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path

KEPT_BYTES = 500e6


def give_back(most: float = KEPT_BYTES) -> None:
    """Give freed memory back if this process has more than `most` bytes in real memory.

    Only Linux with glibc keeps it in the first place.
    """
    if sys.platform != "linux" or in_memory() <= most:
        return
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)  # musl has none
    if trim is not None:
        trim(0)


def in_memory() -> int:
    """Bytes of this process in real memory; Linux only."""
    pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[1]
    return int(pages) * os.sysconf("SC_PAGE_SIZE")
