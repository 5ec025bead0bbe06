"""What a process that trains asks of its machine; called before the first computation."""

from __future__ import annotations

import ctypes
import os
import sys

import torch

_TRIM_THRESHOLD, _TOP_PAD, _MMAP_THRESHOLD = -1, -2, -3  # as <malloc.h> numbers them
_MIB = 1 << 20


def prepare() -> None:
    """One thread, no denormals, the same bits for all, gradients, and memory that is kept.

    It must come before the first computation of the process: MKL then reads its settings. One
    thread, because two beside a live window made training 20 to 60 times slower. Denormals, because
    weights that fade to nothing would slow every product. Gradients, because a run that was broken
    off on its way out of `torch.no_grad` leaves them off.
    """
    # MKL takes another path through a matrix that is not aligned to 64 bytes, and where a member's
    # matrices lie depends on how many others there are. AUTO asks for one result wherever they lie.
    os.environ.setdefault("MKL_CBWR", "AUTO")
    torch.set_num_threads(1)
    torch.set_flush_denormal(True)
    torch.set_grad_enabled(True)
    if sys.platform == "linux":
        _keep_memory()


def _keep_memory() -> None:
    """Reuse freed memory at once: glibc hands big blocks back to the system, which must then clear
    them anew for every step (46 to 74 page faults each, on digits)."""
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    if mallopt is None:  # a system without glibc
        return
    mallopt(_MMAP_THRESHOLD, 1024 * _MIB)
    mallopt(_TRIM_THRESHOLD, 2047 * _MIB)
    mallopt(_TOP_PAD, 16 * _MIB)
