"""constraints.txt pins all that any of our systems may install, at what is tested here."""

import re
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from PySide6.QtCore import QObject

from tests.tools.oldest_python import on_the_oldest_python
from tools import pins
from tools.environment import ROOT, requirements
from tools.requirements import applies, closure, refuse_another_python

ASKED = requirements(ROOT / "pyproject.toml", with_dev=True)


@on_the_oldest_python
def test_every_package_is_pinned_and_no_other() -> None:
    assert set(pins.read(ROOT / "constraints.txt")) == closure(ASKED)


@on_the_oldest_python
def test_the_installed_versions_are_the_pinned_ones() -> None:
    installed = {}
    for name in pins.read(ROOT / "constraints.txt"):
        try:
            installed[name] = version(name).partition("+")[0]  # torch's "+cpu" names a build
        except PackageNotFoundError:
            assert name == "colorama"  # pytest's need on Windows alone
    assert installed.items() <= pins.read(ROOT / "constraints.txt").items()


def test_every_pin_is_one_that_pyproject_allows() -> None:
    pinned = pins.read(ROOT / "constraints.txt")
    for line in ASKED:
        asked = Requirement(line)
        assert asked.specifier.contains(pinned[canonicalize_name(asked.name)]), line


DECISION = (ROOT / "docs" / "decisions" / "0002-libraries.md").read_text(encoding="utf-8")


def test_every_package_that_is_asked_for_has_its_reason() -> None:
    named = {canonicalize_name(word) for word in re.findall(r"\w[\w-]*", DECISION)}
    asked = {canonicalize_name(Requirement(line).name) for line in ASKED}
    assert asked - named == set()


def test_the_versions_beside_the_reasons_are_the_pinned_ones() -> None:
    cells = re.findall(r"^\| ([\w-]+ \d[^|]*?) \|", DECISION, re.MULTILINE)
    said = re.findall(r"([\w-]+) (\d[\d.]*)", "; ".join(cells))
    assert len(said) >= 15
    pinned = pins.read(ROOT / "constraints.txt")
    assert {canonicalize_name(name): version for name, version in said}.items() <= pinned.items()


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    pinned = {"colorama": "0.4.6", "types-pyyaml": "6.0.12.20261113"}
    pins.write(tmp_path / "constraints.txt", pinned)
    assert pins.read(tmp_path / "constraints.txt") == pinned


def test_another_systems_package_keeps_its_pin() -> None:
    assert pins.pins({"only-on-windows"}, {"only-on-windows": "1.2"}) == {"only-on-windows": "1.2"}


def test_a_need_of_any_system_counts() -> None:
    assert applies(Requirement('colorama; sys_platform == "win32"'))
    assert applies(Requirement('new; python_version >= "3.14"'))
    assert not applies(Requirement('tomli; python_version < "3.11"'))
    assert not applies(Requirement('torch; extra == "optimizer"'))


def test_what_a_build_with_cuda_brings_is_left_to_torch() -> None:
    assert "nvidia-cublas" not in closure(["nvidia-cublas==13.0", "torch"])


def test_a_qt_call_that_returns_nothing_loses_no_none() -> None:
    """PySide6 6.12.0 loses one a call under Python 3.11 and aborts (docs/decisions/0002)."""
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(1000):
        thing.setObjectName("")
    assert abs(sys.getrefcount(None) - before) < 100


def test_lists_are_not_made_where_packages_are_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 13, 0, "final", 0))
    with pytest.raises(SystemExit, match=r"made with Python 3\.11, and \.venv has 3\.13"):
        refuse_another_python()
