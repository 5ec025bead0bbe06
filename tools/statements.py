"""Compile the statements of `db/statements/` to the SQL in `db/sql/`: `make sql`.

A test compares: what the app runs is word for word what SQLAlchemy says today.
"""

import textwrap
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType

from sqlalchemy import (
    ClauseElement,
    Connection,
    Executable,
    MetaData,
    StaticPool,
    create_engine,
    event,
)
from sqlalchemy.dialects import sqlite
from sqlalchemy.sql.compiler import SQLCompiler

from db import tables
from db.statements import schema
from tools.environment import ROOT

FOLDER = ROOT / "db" / "sql"
MODULES = (
    *("cards", "course", "experiments", "limits"),
    *("memory", "queue", "quizzes", "review", "today"),
)
_WIDTH = 88
_LINE = 93  # what fits beside the quotes; all as ruff would format it


def compile_all() -> dict[str, str]:
    """The text of each file of `db/sql/`, by name."""
    files = {f"{name}.py": _module(name) for name in MODULES}
    return files | {"schema.py": _schema(), "columns.py": _columns()}


def parts_of(statement: Executable) -> tuple[str, tuple[str, ...]]:
    """A statement's SQL on one line, and the names of its parameters in their order.

    Raises:
        ValueError: If a value stands in it that is no parameter.
    """
    assert isinstance(statement, ClauseElement)
    compiled = statement.compile(dialect=sqlite.dialect())
    assert isinstance(compiled, SQLCompiler)
    given = [name for name, bind in compiled.binds.items() if not bind.required]
    if given:
        raise ValueError(f"values that are no parameters: {given}")
    return " ".join(str(compiled).split()), tuple(compiled.positiontup or ())


def _module(name: str) -> str:
    source = import_module(f"db.statements.{name}")
    return "\n".join([*_start(name), *_statements(source)]) + "\n"


def _start(name: str) -> tuple[str, ...]:
    return (_heading(name), "", "from db.statement import Statement", "")


def _heading(name: str) -> str:
    return f'"""Compiled from `db/statements/{name}.py` by `make sql`: change that, not this."""'


def _statements(source: ModuleType) -> Iterator[str]:
    for name, statement in vars(source).items():
        is_ours = name.isupper() and name[0] != "_" and name not in vars(tables)
        if is_ours and isinstance(statement, Executable):
            sql, names = parts_of(statement)
            yield from (f"{name} = Statement(", *_pieces(sql), *(f'    "{n}",' for n in names), ")")


def _schema() -> str:
    lines = [*_start("schema"), *_statements(schema), "", "CREATE = ("]
    for statement in _creation(*schema.MADE_OF):
        lines += _pieces(" ".join(statement.split()))
    return "\n".join([*lines, ")"]) + "\n"


def _columns() -> str:
    """The tables of ours and their columns."""
    lines = [_heading("schema"), "", "COLUMNS = {"]
    for table in schema.MADE_OF[0].sorted_tables:
        lines += [f'    "{table.name}": (', *(f'        "{c.name}",' for c in table.c), "    ),"]
    return "\n".join([*lines, "}"]) + "\n"


def _creation(*parts: MetaData) -> list[str]:
    """What SQLAlchemy runs to make these tables, their indices and triggers."""
    made: list[str] = []
    engine = create_engine("sqlite://", poolclass=StaticPool)

    @event.listens_for(engine, "before_cursor_execute")
    def note(_connection: Connection, _cursor: object, sql: str, *_: object) -> None:
        made.append(sql)

    for part in parts:
        part.create_all(engine, checkfirst=False)
    engine.dispose()
    return sorted(made, key=_order)


def _order(statement: str) -> tuple[int, str]:
    """Tables as they need each other, then indices by name: SQLAlchemy keeps those in a set."""
    what = statement.replace("UNIQUE ", "", 1).split()[1]
    kind = ("TABLE", "INDEX", "TRIGGER").index(what)
    return kind, statement if kind == 1 else ""


def _pieces(sql: str) -> Iterator[str]:
    """SQL as string literals side by side, the last one with a comma."""
    width = _LINE if len(sql) <= _LINE else _WIDTH
    words = textwrap.wrap(sql, width, break_long_words=False, break_on_hyphens=False)
    for piece in words[:-1]:
        yield f"    {_literal(piece + ' ')}"
    yield f"    {_literal(words[-1])},"


def _literal(piece: str) -> str:
    return repr(piece) if '"' in piece else f'"{piece}"'


def write(folder: Path = FOLDER) -> None:
    """Bring the files up to date."""
    for name, text in compile_all().items():
        (folder / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write()
