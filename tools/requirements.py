"""What the project asks for, followed down to the last package, on every system it runs on."""

import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError
from importlib.metadata import requires as requires_of

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

SYSTEMS = tuple(
    {
        "sys_platform": sys_platform,
        "platform_system": system,
        "os_name": os_name,
        "python_version": python,
        "python_full_version": f"{python}.0",
        "platform_machine": "x86_64",
        "platform_python_implementation": "CPython",
        "implementation_name": "cpython",
        "extra": "",
    }
    for sys_platform, system, os_name in (
        ("linux", "Linux", "posix"),
        ("darwin", "Darwin", "posix"),
        ("win32", "Windows", "nt"),
    )
    for python in ("3.11", "3.12", "3.13", "3.14")
)

OLDEST = (3, 11)
"""The Python whose environment has what newer ones do without: lists of packages are made there."""


# Brought by torch on Linux, or not, as the build has CUDA: neither ours to pin nor to list.
OF_CUDA = ("nvidia-", "cuda-", "triton")


def applies(requirement: Requirement) -> bool:
    """Whether any of the systems and Pythons we support needs it."""
    marker = requirement.marker
    return marker is None or any(marker.evaluate(dict(system)) for system in SYSTEMS)


def closure(asked: list[str]) -> set[str]:
    """Canonical names of all packages that `asked` brings, itself included.

    A package that is not installed here (another system's) is in it, what it asks for is not.
    """
    found: set[str] = set()
    waiting = [Requirement(line) for line in asked]
    while waiting:
        requirement = waiting.pop()
        name = canonicalize_name(requirement.name)
        if name not in found and applies(requirement) and not name.startswith(OF_CUDA):
            found.add(name)
            waiting += list(_asks(name))
    return found


def _asks(name: str) -> Iterator[Requirement]:
    try:
        lines = requires_of(name) or []
    except PackageNotFoundError:
        return
    yield from map(Requirement, lines)


def refuse_another_python() -> None:
    """End with a sentence where lists of packages would lack some."""
    if sys.version_info[:2] != OLDEST:
        asked, found = (".".join(map(str, v)) for v in (OLDEST, sys.version_info[:2]))
        raise SystemExit(
            f"Lists of packages are made with Python {asked}, and .venv has {found}: "
            f"make clean, then make PYTHON=python{asked} pins"
        )
