"""Runs in the test's own process set the processor up for small networks; tests put it back."""

import sys
from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True)
def denormals_kept() -> Iterator[None]:
    """Hypothesis, for one, refuses to make numbers where the smallest ones are flushed to zero."""
    yield
    if torch := sys.modules.get("torch"):
        torch.set_flush_denormal(False)
