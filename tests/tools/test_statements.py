from pathlib import Path

import pytest
from sqlalchemy import bindparam, select

from db.tables import state
from tools.statements import FOLDER, compile_all, parts_of


@pytest.mark.parametrize("name", sorted(compile_all()))
def test_what_the_app_runs_is_what_sqlalchemy_says(name: str) -> None:
    assert (FOLDER / name).read_text(encoding="utf-8") == compile_all()[name]


def test_no_other_sql_lies_there() -> None:
    made = {"__init__.py", *compile_all()}
    assert {path.name for path in FOLDER.glob("*.py")} == made


def test_every_module_of_statements_is_compiled() -> None:
    written = {path.name for path in Path(FOLDER.parent / "statements").glob("*.py")}
    of_schema = {"columns.py"}  # beside its own file
    assert written - {"parts.py"} == {"__init__.py", *compile_all()} - of_schema


def test_values_are_named_in_the_order_of_their_marks() -> None:
    wanted = select(state.c.key).where(
        state.c.value == bindparam("b"), state.c.key > bindparam("a"), state.c.key < bindparam("b")
    )
    assert parts_of(wanted) == (
        'SELECT state."key" FROM state WHERE state.value = ? AND state."key" > ?'
        ' AND state."key" < ?',
        ("b", "a", "b"),
    )


def test_a_value_that_is_no_parameter_is_refused() -> None:
    with pytest.raises(ValueError, match="no parameters"):
        parts_of(select(state.c.key).where(state.c.key == "a"))
