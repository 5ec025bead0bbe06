"""Write docs/licences.md: under which licence each package comes, and whether we may use it.

make pins        writes it anew, with constraints.txt
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.metadata import PackageMetadata, PackageNotFoundError, metadata
from pathlib import Path

from tools.environment import ROOT, requirements
from tools.pins import read as read_pins
from tools.requirements import closure, refuse_another_python

# What an MIT application may depend on. PySide6 is loaded as a shared library, as the LGPL asks.
ALLOWED = frozenset(
    {
        *("MIT", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "PSF-2.0", "ISC", "0BSD"),
        *("LGPL-3.0-only", "LGPL-2.1-or-later", "MPL-2.0", "MIT-CMU", "Zlib", "CC0-1.0", "BSL-1.0"),
        "Apache-2.0 WITH LLVM-exception",
    }
)
# Names that packages use in place of SPDX's.
SPDX = {
    "MIT License": "MIT",
    "BSD 2-Clause License": "BSD-2-Clause",
    "Apache 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
    "3-Clause BSD License": "BSD-3-Clause",
    # chunspell: its own code, and the hunspell that it brings under a choice of three.
    "MIT + MPL 1.1/GPL 2.0/LGPL 2.1": "MIT AND LGPL-2.1-or-later",
    # So call it contourpy, cycler, Jinja2, kiwisolver, mpmath, partd, SymPy and zict; their texts
    # have three clauses.
    "BSD License": "BSD-3-Clause",
    "BSD": "BSD-3-Clause",
}
ELSEWHERE = {"colorama": "BSD-3-Clause"}  # Windows alone installs it; read from its own LICENSE.txt

HEADER = """\
# Licences

Époque is under the MIT licence (`LICENSE`). It stands on the packages below; none of them comes
with the repository: pip installs them. `make pins` writes this page from the packages' own
metadata, and a test keeps it true and every licence on the list of those we may use
(`tools/licences.py`).

- **Qt and PySide6** are used under the LGPL 3, as shared libraries that pip installs unchanged:
  whoever wants another build of Qt installs it in `.venv`.
- **Fonts inside packages**: ziamath brings STIX Two Math (SIL Open Font License 1.1), with which
  formulas are drawn; ziafont brings DejaVu Sans (Bitstream Vera licence).
- **PyTorch on Linux**: the build that PyPI serves brings NVIDIA's CUDA libraries, under NVIDIA's
  own licence, which pip installs beside it; a CPU build of the same version does as well.
- **Digits** (`sim/data/`) come from the UCI Machine Learning Repository under CC BY 4.0.
- **A French dictionary** (`tests/data/french/`), by which tests check the course's spelling, is
  Grammalecte's, under the MPL 2.0.
- **The course's texts** (`decks/content/`) are our own words, under the MIT licence as well.
"""


@dataclass(frozen=True)
class Package:
    """A package and the licences it offers a choice of; each may be several joined by ``AND``."""

    name: str
    version: str
    licences: tuple[str, ...]

    @property
    def is_allowed(self) -> bool:
        """Whether one of its licences is on our list."""
        return any(ALLOWED.issuperset(choice.split(" AND ")) for choice in self.licences)


def offered(about: PackageMetadata) -> tuple[str, ...]:
    """The licences a package names, most explicit place first.

    Those are the SPDX expression, a one-line `License` field, then its classifiers.
    """
    places = [name for name in ("License-Expression", "License") if name in about]
    expression = about[places[0]] if places else ""
    lines = expression.strip().splitlines()
    if len(lines) == 1:
        return tuple(SPDX.get(name, name) for name in re.split(r"\s+OR\s+", lines[0].strip("() ")))
    named = [line.rpartition(" :: ")[2] for line in about.get_all("Classifier") or []]
    return tuple(SPDX[name] for name in named if name in SPDX)


def packages(names: Iterable[str], pinned: dict[str, str]) -> list[Package]:
    """Each with what its metadata says, by name."""
    return [Package(name, pinned[name], _licences_of(name)) for name in sorted(names)]


def _licences_of(name: str) -> tuple[str, ...]:
    try:
        return offered(metadata(name))
    except PackageNotFoundError:
        return (ELSEWHERE[name],)


def page(shipped: list[Package], development: list[Package]) -> str:
    """The whole of docs/licences.md."""
    return (
        f"{HEADER}\n## To run\n\n{_table(shipped)}\n## To develop\n\nNever needed to run.\n\n"
        f"{_table(development)}"
    )


def _table(rows: list[Package]) -> str:
    lines = [f"| {row.name} | {row.version} | {' or '.join(row.licences)} |\n" for row in rows]
    return "| package | version | licence |\n|---|---|---|\n" + "".join(lines)


def current_page(root: Path = ROOT) -> str:
    """The page as it should stand now."""
    pinned = read_pins(root / "constraints.txt")
    to_run = closure(requirements(root / "pyproject.toml", with_dev=False))
    to_develop = closure(requirements(root / "pyproject.toml", with_dev=True)) - to_run
    return page(packages(to_run, pinned), packages(to_develop, pinned))


if __name__ == "__main__":
    refuse_another_python()
    (ROOT / "docs" / "licences.md").write_text(current_page(), encoding="utf-8")
