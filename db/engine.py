"""How we talk to SQLite: durable commits, enforced keys, one kind of transaction for writing.

Python's driver starts transactions behind one's back; here it never does. `BEGIN` comes from us,
and a writer's is `BEGIN IMMEDIATE`, so that it waits at its start and cannot fail half way because
someone else wrote first.
"""

import sqlite3
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.pool import ConnectionPoolEntry

from db.faults import fault_of

_BEGIN = "epoque_begin"
# No mmap_size: a file cut short under a mapping kills the process instead of raising.
_PRAGMAS = (
    "busy_timeout = 10000",
    "journal_mode = WAL",
    "synchronous = FULL",
    "recursive_triggers = ON",  # else REPLACE deletes without asking the log's triggers
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "cache_size = -32768",  # 32 MiB a connection
    "journal_size_limit = 67108864",
    "temp_store = MEMORY",
)


@dataclass(frozen=True, slots=True)
class Store:
    """One SQLite file, open.

    Attributes:
        path: The file.
        single: `with store.single.begin() as conn` for one SELECT, on its own.
        reader: `with store.reader.begin() as conn` sees one state of the file throughout.
        writer: `with store.writer.begin() as conn` is one durable transaction.
    """

    path: Path
    single: Engine
    reader: Engine
    writer: Engine

    def close(self) -> None:
        """Close every connection; the last one folds the WAL into the file."""
        self.single.dispose()


def connect(path: Path, *, enforce_keys: bool = True) -> Store:
    """A store on an existing file; nothing is read before the first transaction.

    Args:
        path: The file.
        enforce_keys: Off only for migrations, which rebuild tables.

    Raises:
        CollectionError: From any use of the store, where the disk or the file is at fault.
    """
    engine = create_engine(
        f"sqlite:///{path}",
        creator=lambda: _open(path),
        poolclass=QueuePool,
        pool_size=4,
        max_overflow=-1,
    )

    @event.listens_for(engine, "connect")
    def prepare(connection: sqlite3.Connection, _entry: ConnectionPoolEntry) -> None:
        for pragma in (*_PRAGMAS, f"foreign_keys = {'ON' if enforce_keys else 'OFF'}"):
            connection.execute(f"PRAGMA {pragma}").close()

    event.listen(engine, "begin", _begin)

    @event.listens_for(engine, "handle_error")
    def explain(context: ExceptionContext) -> None:
        if fault := fault_of(path, context.original_exception):
            raise fault from context.original_exception

    return Store(
        path,
        single=engine,
        reader=engine.execution_options(**{_BEGIN: "BEGIN"}),
        writer=engine.execution_options(**{_BEGIN: "BEGIN IMMEDIATE"}),
    )


def _open(path: Path) -> sqlite3.Connection:
    uri = f"{path.as_uri()}?mode=rw"  # never make a file by the way
    return sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False)


def _begin(connection: Connection) -> None:
    if statement := connection.get_execution_options().get(_BEGIN):
        connection.exec_driver_sql(statement)
