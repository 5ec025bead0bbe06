"""Write constraints.txt: one exact version for each package, direct or not, on every system.

    make pins        after a change to pyproject.toml's dependencies, or a pip install --upgrade

Versions are those in the environment; a package that only another system needs keeps its pin.
"""

import re
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from tools.environment import ROOT, requirements
from tools.requirements import closure, refuse_another_python

HEADER = """\
# One exact version for each package, direct or not, on Linux, macOS and Windows.
# Written by `make pins`; pip reads it with --constraint, so a line installs nothing by itself.
"""


def read(path: Path) -> dict[str, str]:
    """The versions pinned in a constraints file, by canonical name."""
    lines = path.read_text(encoding="utf-8") if path.exists() else ""
    return dict(re.findall(r"^([a-z0-9-]+)==(\S+)$", lines, flags=re.MULTILINE))


def pins(names: set[str], old: dict[str, str]) -> dict[str, str]:
    """What to pin.

    Raises:
        KeyError: If a package is neither installed nor pinned so far.
    """
    return {name: _installed(name) or old[name] for name in sorted(names)}


def write(path: Path, pinned: dict[str, str]) -> None:
    """Write them down, one a line."""
    lines = "".join(f"{name}=={version}\n" for name, version in pinned.items())
    path.write_text(HEADER + lines, encoding="utf-8")


def _installed(name: str) -> str | None:
    try:
        return version(name).partition("+")[0]  # "+cpu" names a build, which an index may not have
    except PackageNotFoundError:
        return None


if __name__ == "__main__":
    refuse_another_python()
    file = ROOT / "constraints.txt"
    wanted = closure(requirements(ROOT / "pyproject.toml", with_dev=True))
    write(file, pins(wanted, read(file)))
