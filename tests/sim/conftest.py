"""Simulations compute in tests as they do in the worker; other tests keep their tiny numbers."""

from collections.abc import Iterator

import pytest
import torch

from sim.machine import prepare

prepare()
torch.set_flush_denormal(False)  # of the whole process: Hypothesis refuses to work without them


@pytest.fixture(autouse=True)
def no_denormals() -> Iterator[None]:
    """As the worker has it, for the length of a test."""
    torch.set_flush_denormal(True)
    yield
    torch.set_flush_denormal(False)
