"""The app speaks of runs without loading what they compute with."""

import subprocess
import sys

import pytest

HEAVY = ("torch", "numpy", "multiprocessing", "PySide6")


@pytest.mark.parametrize(
    "modules", ["sim.protocol, sim.supervisor, sim.contents, sim.runfile", "sim.worker"]
)
def test_neither_end_of_the_pipe_brings_torch(modules: str) -> None:
    script = f"import sys, {modules}; print(*(name for name in {HEAVY} if name in sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", script], check=True, capture_output=True, text=True, timeout=60
    )
    assert done.stdout.split() == []
