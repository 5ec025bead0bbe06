"""How torch computes here: one thread, so that the learner's window keeps the other cores."""

from __future__ import annotations

import torch


def prepare() -> None:
    """Set torch up for small networks; safe to call before every run."""
    torch.set_num_threads(1)
    torch.set_flush_denormal(True)
