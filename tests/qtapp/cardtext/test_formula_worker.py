"""The child process, in this process: requests in, answers out."""

import io
import json
import subprocess
import sys
from base64 import b64decode
from pathlib import Path

import pytest

from qtapp.cardtext.formula import Drawing, Entry, Failure, Formula, decoded
from qtapp.cardtext.formula_cache import FormulaCache
from qtapp.cardtext.formula_worker import serve

ROOT = Path(__file__).parents[3]


def request(formula: Formula) -> str:
    fields = {"key": formula.key, "latex": formula.latex, "is_display": formula.is_display}
    return json.dumps(fields) + "\n"


def answers(output: str) -> dict[str, Entry]:
    lines = [json.loads(line) for line in output.splitlines()]
    return {line["key"]: decoded(b64decode(line["entry"])) for line in lines}


def test_every_request_is_answered_and_kept(cache: FormulaCache) -> None:
    asked = [Formula("x"), Formula(r"\sum_i x_i", is_display=True)]
    out = io.StringIO()
    serve(map(request, asked), out, cache)
    found = answers(out.getvalue())
    assert all(isinstance(found[formula.key], Drawing) for formula in asked)
    assert [cache.get(formula) for formula in asked] == [found[f.key] for f in asked]


def test_bad_latex_is_answered_with_a_reason(cache: FormulaCache) -> None:
    bad, out = Formula(r"\foo{x}"), io.StringIO()
    serve([request(bad)], out, cache)
    entry = answers(out.getvalue())[bad.key]
    assert isinstance(entry, Failure)
    assert r"\foo" in entry.reason
    assert cache.get(bad) == entry


@pytest.mark.parametrize(
    "line",
    [
        "\n",
        "{",
        "[]",
        "7",
        '{"key": "a"}',
        '{"key": "../../x", "latex": "x", "is_display": false}',
        '{"key": "a", "latex": 7, "is_display": false}',
    ],
)
def test_lines_that_are_no_request_are_passed_over(cache: FormulaCache, line: str) -> None:
    out = io.StringIO()
    serve([line, request(Formula("x"))], out, cache)
    assert list(answers(out.getvalue())) == [Formula("x").key]
    assert [path.stem for path in cache.folder.iterdir()] == [Formula("x").key]


def test_a_cache_that_cannot_be_written_still_gives_answers(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    out = io.StringIO()
    serve([request(Formula("x"))], out, FormulaCache(tmp_path / "file" / "below"))
    assert isinstance(answers(out.getvalue())[Formula("x").key], Drawing)


@pytest.mark.slow
def test_the_process_answers_and_ends_with_its_input(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "qtapp.cardtext.formula_worker", str(tmp_path)]
    asked = [Formula("x"), Formula(r"\frac12")]
    done = subprocess.run(
        command,
        input="".join(map(request, asked)),
        capture_output=True,
        text=True,
        cwd=ROOT,
        timeout=60,
        check=True,
    )
    assert list(answers(done.stdout)) == [formula.key for formula in asked]
    assert done.stderr == ""


@pytest.mark.slow
def test_the_process_loads_neither_qt_nor_the_database() -> None:
    code = (
        "import sys, qtapp.cardtext.typeset, qtapp.cardtext.formula_worker;"
        "print([m for m in ('PySide6', 'sqlalchemy', 'markdown_it') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        cwd=ROOT,
        timeout=60,
        check=True,
    )
    assert done.stdout.strip() == "[]"
