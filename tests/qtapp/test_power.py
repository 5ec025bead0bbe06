"""Whether power is saved, as each system tells it."""

from pathlib import Path

import pytest

from qtapp import power


@pytest.mark.parametrize(
    ("profile", "is_saved"),
    [("low-power\n", True), ("quiet\n", True), ("balanced\n", False), ("performance\n", False)],
)
def test_linux_tells_by_its_platform_profile(tmp_path: Path, profile: str, is_saved: bool) -> None:
    """Values: Documentation/ABI/testing/sysfs-platform_profile of the kernel."""
    file = tmp_path / "platform_profile"
    file.write_text(profile)
    assert power._is_saved_on_linux(file) is is_saved


def test_a_linux_without_profiles_saves_nothing(tmp_path: Path) -> None:
    assert not power._is_saved_on_linux(tmp_path / "none")


def test_a_mac_tells_by_pmset() -> None:
    """As `pmset -g` prints it on macOS 12 and later."""
    told = "System-wide power settings:\nCurrently in use:\n standby  1\n lowpowermode  {}\n"
    assert power._mac_says_low_power(told.format(1))
    assert not power._mac_says_low_power(told.format(0))
    assert not power._mac_says_low_power("")


def test_here_it_can_be_asked() -> None:
    assert power.is_saved() in (True, False)
