"""Where networks compute: the best device there is, or the one asked for by name."""

from __future__ import annotations

import platform
import re
from functools import cache
from pathlib import Path

import torch

from sim.errors import BadSettingError
from sim.result import Device, DeviceKind
from sim.words import Words

AUTO = "auto"


def chosen(wanted: str = AUTO) -> Device:
    """The device that a request names.

    Args:
        wanted: ``auto`` for the first of CUDA, MPS, CPU that works here; ``cuda`` for the first
            such card; or an id of `available`.

    Raises:
        BadSettingError: If there is no such device here.
    """
    for device in available():
        if wanted in (AUTO, device.kind, device.id):
            return device
    names = ", ".join((AUTO, *(device.id for device in available())))
    raise BadSettingError("device", wanted, Words(f"l’un de ceux-ci : {names}", f"one of {names}"))


@cache
def available() -> tuple[Device, ...]:
    """Every device that computes here, the fastest kind first; the processor is always there."""
    cards = range(torch.cuda.device_count()) if torch.cuda.is_available() else ()
    found = [
        Device(DeviceKind.CUDA, f"cuda:{card}", torch.cuda.get_device_name(card)) for card in cards
    ]
    if torch.backends.mps.is_available():
        found.append(Device(DeviceKind.MPS, "mps"))
    return (*filter(_computes, found), processor())


@cache
def processor() -> Device:
    """The CPU."""
    return Device(DeviceKind.CPU, "cpu", _processor_model())


def _computes(device: Device) -> bool:
    """Whether it can add: an old driver shows a card that cannot be used."""
    try:
        return bool(torch.ones(2, device=device.id).sum().item() == 2)
    except RuntimeError:
        return False


def _processor_model() -> str:
    try:
        listing = Path("/proc/cpuinfo").read_text(encoding="utf-8")
    except OSError:
        return platform.processor()
    found = re.search(r"^model name\s*:\s*(.+)$", listing, re.MULTILINE)
    return found[1].strip() if found else platform.machine()
