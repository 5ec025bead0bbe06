"""Collect the interface's texts for the translators, and compile what they wrote: `make i18n`.

French translates every text. English is written in the code, so its file holds the plurals alone.
"""

import ast
import subprocess
import sys
import tempfile
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
    with tempfile.TemporaryDirectory() as copies:
        names = [str(_plain_copy(path, Path(copies), i)) for i, path in enumerate(files)]
        for language, options in OPTIONS.items():
            _run(
                *("lupdate", "-silent", "-no-obsolete", "-locations", "none", *options),
                *("-source-language", "en", "-target-language", language),
                *(*names, "-ts", str(_ts(folder, language))),
            )


def _plain_copy(path: Path, folder: Path, number: int) -> Path:
    """A copy that lupdate understands (see `_Counts`); the number keeps their order."""
    tree = _Counts().visit(ast.parse(path.read_text(encoding="utf-8")))
    copy = folder / f"{number:04}_{path.name}"
    copy.write_text(ast.unparse(tree), encoding="utf-8")
    return copy


class _Counts(ast.NodeTransformer):
    """Writes a 0 for every count in a text with a plural.

    lupdate takes the plural of ``translate(context, text, comment, n)`` for a plain text, and does
    not see the text at all when a call stands for ``n``; a number it takes for what it is.
    """

    def visit_Call(self, node: ast.Call) -> ast.Call:
        """A call of `translate` or `tr`, or what stands inside another."""
        self.generic_visit(node)
        count = _PLACE_OF_COUNT.get(_name(node.func))
        if count is not None and len(node.args) > count:
            node.args[count] = ast.Constant(0)
        return node


_PLACE_OF_COUNT = {"translate": 3, "tr": 2}


def _name(called: ast.expr) -> str:
    if isinstance(called, ast.Attribute):
        return called.attr
    return called.id if isinstance(called, ast.Name) else ""


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
