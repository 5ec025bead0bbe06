"""How torch computes here: one thread, so that the learner's window keeps the other cores."""

from __future__ import annotations

import torch

from sim.memory import keep_freed


def prepare() -> None:
    """Set torch up for small networks; safe to call before every run."""
    torch.set_num_threads(1)
    keep_freed()
    torch.set_flush_denormal(True)
