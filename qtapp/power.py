"""Whether the learner asked the computer to save power: then nothing is made ready unasked.

Qt does not tell, nor does psutil, which knows batteries but not the saver's switch.
"""

from __future__ import annotations

import ctypes
import subprocess
import sys
from pathlib import Path

LINUX_PROFILE = Path("/sys/firmware/acpi/platform_profile")
_SAVING_PROFILES = ("low-power", "quiet")
_PMSET = ("pmset", "-g")
_PATIENCE_S = 2.0


def is_saved() -> bool:
    """Whether a battery saver is on; False where the system does not tell."""
    if sys.platform == "win32":
        return _is_saved_on_windows()
    if sys.platform == "darwin":
        return _is_saved_on_mac()
    return _is_saved_on_linux(LINUX_PROFILE)


def _is_saved_on_linux(profile: Path) -> bool:
    """By the kernel's platform profile, which power-profiles-daemon and TLP set."""
    try:
        return profile.read_text(encoding="ascii").strip() in _SAVING_PROFILES
    except (OSError, UnicodeDecodeError):
        return False


def _is_saved_on_mac() -> bool:
    try:
        told = subprocess.run(
            _PMSET, capture_output=True, text=True, timeout=_PATIENCE_S, check=False
        )
    except (OSError, subprocess.SubprocessError):
        return False
    return _mac_says_low_power(told.stdout)


def _mac_says_low_power(told: str) -> bool:
    """Whether ``pmset -g`` has a line such as ``lowpowermode 1``."""
    return any(line.split() == ["lowpowermode", "1"] for line in told.splitlines())


class _SystemPowerStatus(ctypes.Structure):
    """Source: Microsoft, winbase.h, SYSTEM_POWER_STATUS."""

    _fields_ = (
        ("ac_line_status", ctypes.c_ubyte),
        ("battery_flag", ctypes.c_ubyte),
        ("battery_life_percent", ctypes.c_ubyte),
        ("system_status_flag", ctypes.c_ubyte),
        ("battery_life_time", ctypes.c_ulong),
        ("battery_full_life_time", ctypes.c_ulong),
    )


def _is_saved_on_windows() -> bool:
    status = _SystemPowerStatus()
    windll = getattr(ctypes, "windll", None)
    if windll is None or not windll.kernel32.GetSystemPowerStatus(ctypes.byref(status)):
        return False
    return bool(status.system_status_flag == 1)
