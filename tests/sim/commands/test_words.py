"""What the commands say, in both languages, set as each of them is."""

import ast
from pathlib import Path

import pytest

from tests.sim.test_catalogue import english_faults, fields_of, french_faults

SIM = Path(__file__).resolve().parents[3] / "sim"
FILES = sorted(path for folder in ("commands", "sweep") for path in (SIM / folder).glob("*.py"))


def texts(path: Path) -> list[tuple[str, str]]:
    """French and English of every ``Words(…)`` of two plain texts in a file."""
    calls = [node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if _is_words(node)]
    arguments = [node.args for node in calls if isinstance(node, ast.Call)]
    return [
        (fr.value, en.value)
        for fr, en in arguments
        if isinstance(fr, ast.Constant)
        and isinstance(en, ast.Constant)
        and isinstance(fr.value, str)
        and isinstance(en.value, str)
    ]


def _is_words(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Words"
    )


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_both_languages_are_set_as_they_should_be(path: Path) -> None:
    for french, english in texts(path):
        assert french_faults(french) == []
        assert english_faults(english) == []
        assert sorted(fields_of(french)) == sorted(fields_of(english))
