"""Collect the interface's texts for the translators, and compile what they wrote: `make i18n`.

French translates every text. English is written in the code, so its file holds the plurals alone.
"""

import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from tools.environment import ROOT

FOLDER = ROOT / "qtapp" / "i18n"
OPTIONS = {"fr": (), "en": ("-pluralonly",)}


def sources(root: Path = ROOT) -> list[Path]:
    """Every file whose texts a learner sees."""
    return sorted((root / "qtapp").rglob("*.py"))


def collect(files: Iterable[Path], folder: Path) -> None:
    """Bring each language's .ts file up to date: new texts appear, those not in use any more go.

    Args:
        files: Python sources.
        folder: Holds the .ts files, or will.

    Raises:
        subprocess.CalledProcessError: If lupdate cannot read a source.
    """
    names = [str(path) for path in files]
    for language, options in OPTIONS.items():
        _run(
            *("lupdate", "-silent", "-no-obsolete", "-locations", "none", *options),
            *("-source-language", "en", "-target-language", language),
            *(*names, "-ts", str(_ts(folder, language))),
        )


def compile_all(folder: Path, into: Path) -> None:
    """Make the .qm file of each language, which the app loads."""
    for language in OPTIONS:
        qm = into / f"epoque_{language}.qm"
        _run("lrelease", "-silent", str(_ts(folder, language)), "-qm", str(qm))


def _ts(folder: Path, language: str) -> Path:
    return folder / f"epoque_{language}.ts"


def _run(tool: str, *words: str) -> None:
    program = Path(sys.executable).with_name(f"pyside6-{tool}")
    subprocess.run([str(program), *words], check=True)


if __name__ == "__main__":
    collect(sources(), FOLDER)
    compile_all(FOLDER, FOLDER)
