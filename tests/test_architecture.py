"""Rules of the house that neither ruff nor import-linter can see; each says why it is one."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
APP = ("decks", "sim", "db", "qtapp")
CLOCKS_AND_DICE = (
    *("datetime.now", "datetime.datetime.now", "date.today", "time.time", "time.time_ns"),
    *("random.random", "random.randint", "random.choice", "random.shuffle"),
)


@dataclass(frozen=True)
class Source:
    """One Python file, parsed once."""

    path: Path

    def __str__(self) -> str:
        return self.path.relative_to(ROOT).as_posix()

    @cached_property
    def text(self) -> str:
        return self.path.read_text(encoding="utf-8")

    @property
    def lines(self) -> int:
        return self.text.count("\n")

    @cached_property
    def nodes(self) -> list[ast.AST]:
        return list(ast.walk(ast.parse(self.text)))

    def imports(self) -> set[str]:
        """Dotted names imported, those of `from a import b` as ``a`` and ``a.b``."""
        names: set[str] = set()
        for node in self.nodes:
            if isinstance(node, ast.Import):
                names |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
        return names

    def functions(self) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
        return (n for n in self.nodes if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef))


def _sources(*folders: str) -> list[Source]:
    files = [path for folder in folders for path in sorted((ROOT / folder).rglob("*.py"))]
    return [Source(path) for path in files]


APP_SOURCES = [*_sources(*APP), *(Source(path) for path in sorted(ROOT.glob("*.py")))]


def test_a_module_holds_one_idea() -> None:
    """Past 300 lines, look for the second idea hiding inside."""
    assert [f"{source}: {source.lines} lines" for source in APP_SOURCES if source.lines > 300] == []


def test_functions_are_short_nearly_everywhere() -> None:
    lengths = [
        (function.end_lineno or 0) - function.lineno + 1
        for source in APP_SOURCES
        for function in source.functions()
    ]
    short = sum(length < 40 for length in lengths)
    assert short >= 0.95 * len(lengths)


def test_the_app_needs_neither_its_tests_nor_its_tools() -> None:
    ours = ("tests", "tools", "bench", "pytest")
    assert _importers(APP_SOURCES, *ours) == []


def test_the_orm_stays_out() -> None:
    """It costs four to eight times as much a review as Core does (docs/decisions/0002)."""
    assert _importers(_sources("db"), "sqlalchemy.orm") == []


def test_the_app_does_without_sqlalchemy() -> None:
    """It takes 150 ms to load: statements are compiled beforehand (docs/decisions/0007)."""
    names = ("tables", "experiment_tables", "quiz_tables")
    tables = (Source(ROOT / "db" / f"{name}.py") for name in names)
    written = [*_sources("db/statements", "db/migrations"), *tables]
    assert _importers(
        [source for source in APP_SOURCES if source.path not in {s.path for s in written}],
        *("sqlalchemy", "alembic", "db.statements", *(f"db.{name}" for name in names)),
    ) == [
        "db/upgrade.py imports alembic",
        "db/upgrade.py imports alembic.command",
        "db/upgrade.py imports alembic.config",
        "db/upgrade.py imports alembic.config.Config",
        "db/upgrade.py imports sqlalchemy",
        "db/upgrade.py imports sqlalchemy.Engine",
        "db/upgrade.py imports sqlalchemy.StaticPool",
        "db/upgrade.py imports sqlalchemy.create_engine",
        "db/upgrade.py imports sqlalchemy.engine",
        "db/upgrade.py imports sqlalchemy.engine.ExceptionContext",
        "db/upgrade.py imports sqlalchemy.event",
    ]


def test_a_session_never_sees_a_widget() -> None:
    """So that every rule of a page is tested without one."""
    unseen = ("PySide6.QtWidgets", "qtapp.pages", "qtapp.widgets", "qtapp.dialogs", "qtapp.window")
    assert _importers(_sources("qtapp/sessions"), *unseen) == []


def _importers(sources: list[Source], *modules: str) -> list[str]:
    return [
        f"{source} imports {name}"
        for source in sources
        for name in sorted(source.imports())
        if any(name == module or name.startswith(module + ".") for module in modules)
    ]


def test_no_signal_is_connected_to_a_lambda_that_holds_its_page() -> None:
    """PySide6 keeps the lambda, the lambda keeps `self`: a discarded page would live on."""
    assert [
        f"{source}:{line}"
        for source in _sources("qtapp")
        for line in _connections_that_hold_self(source)
    ] == []


def _connections_that_hold_self(source: Source) -> Iterator[int]:
    for node in source.nodes:
        if isinstance(node, ast.Call) and _is_connect(node.func):
            for lambda_ in (arg for arg in node.args if isinstance(arg, ast.Lambda)):
                if any(isinstance(n, ast.Name) and n.id == "self" for n in ast.walk(lambda_)):
                    yield node.lineno


def _is_connect(function: ast.expr) -> bool:
    return isinstance(function, ast.Attribute) and function.attr == "connect"


def test_time_and_chance_are_arguments() -> None:
    """Only `utc_now` reads the clock, and it is passed in: tests choose the day."""
    assert [
        f"{source}:{node.lineno}: {ast.unparse(node)}"
        for source in _sources("decks", "db")
        for function in source.functions()
        if function.name != "utc_now"
        for node in ast.walk(function)
        if isinstance(node, ast.Call) and ast.unparse(node.func) in CLOCKS_AND_DICE
    ] == []


def test_nothing_is_left_for_later() -> None:
    words = ("TO" + "DO", "FIX" + "ME", "XX" + "X", "NotImplemented" + "Error")
    sources = [*APP_SOURCES, *_sources("bench", "tools", "tests")]
    assert [f"{s}: {word}" for s in sources for word in words if word in s.text] == []
