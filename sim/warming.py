"""What the first run would otherwise wait for."""

from __future__ import annotations

import gc
from contextlib import suppress
from itertools import islice

import torch

from sim import catalogue
from sim.device import available
from sim.machine import prepare
from sim.protocol import RunRequest
from sim.result import Device
from sim.runner import run

REHEARSED, STEPS = "dead_relu", 3


def warm_up(device: str = "auto") -> tuple[Device, str]:
    """Import every experiment, then take a few steps of one on the device of the next run.

    Returns:
        What ``auto`` means here, and torch's version.
    """
    prepare()
    for name in catalogue.names():
        with suppress(Exception):  # a broken one is told when it is asked for; others run
            catalogue.experiment(name)
    rehearsal = RunRequest(0, REHEARSED, members=2, device=device)
    for _ in islice(run(rehearsal), STEPS):
        pass
    gc.collect()
    gc.freeze()  # libraries stay for good: looking through them took 0.13 s, in mid-run
    return available()[0], str(torch.__version__)
