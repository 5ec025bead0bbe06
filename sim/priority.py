"""The app's window goes first."""

from __future__ import annotations

import os
import sys

NICER_BY = 10
BELOW_NORMAL = 0x4000


def lower_priority() -> None:
    """Let other processes go before this one."""
    if sys.platform == "win32":
        import ctypes

        kernel = ctypes.windll.kernel32
        kernel.SetPriorityClass(kernel.GetCurrentProcess(), BELOW_NORMAL)
    else:
        os.nice(NICER_BY)
