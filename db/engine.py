"""How we talk to SQLite: durable commits, enforced keys, one kind of transaction for writing.

Python's driver starts transactions behind one's back; here it never does. `BEGIN` comes from us,
and a writer's is `BEGIN IMMEDIATE`, so that it waits at its start and cannot fail half way because
someone else wrote first.
"""

import sqlite3
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, QueuePool, create_engine, event
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.pool import ConnectionPoolEntry

from db.driver import execute, file_uri
from db.faults import fault_of, faults_told
from db.writer import Writer

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
        reader: `with store.reader.begin() as connection` sees one state of the file throughout.
        writer: `with store.writer.begin() as connection` is one durable transaction, and
            `with store.writer.glance() as connection` is for one SELECT.
    """

    path: Path
    reader: Engine
    writer: Writer

    def close(self) -> None:
        """Close every connection; the last one folds the WAL into the file."""
        self.writer.close()
        self.reader.dispose()


def connect(path: Path) -> Store:
    """A store on an existing file; nothing is read before the first transaction.

    Raises:
        CollectionError: From any use of the store, where the disk or the file is at fault.
    """
    engine = make_engine(path)
    return Store(path, engine.execution_options(**{_BEGIN: "BEGIN"}), Writer(engine))


def make_engine(path: Path, *, begin: str = "", enforce_keys: bool = True) -> Engine:
    """An engine whose errors are those of `db.errors`, where the disk or the file is at fault.

    Args:
        path: An existing file.
        begin: The statement that starts a transaction; none leaves each statement on its own.
        enforce_keys: Off only for migrations, which rebuild tables.
    """
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        creator=lambda: _open(path),
        poolclass=QueuePool,
        pool_size=4,
        max_overflow=-1,
        execution_options={_BEGIN: begin},
    )

    @event.listens_for(engine, "connect")
    def prepare(connection: sqlite3.Connection, _entry: ConnectionPoolEntry) -> None:
        with faults_told(path):
            for pragma in (*_PRAGMAS, f"foreign_keys = {'ON' if enforce_keys else 'OFF'}"):
                connection.execute(f"PRAGMA {pragma}").close()

    @event.listens_for(engine, "begin")
    def start(connection: Connection) -> None:
        if statement := connection.get_execution_options()[_BEGIN]:
            execute(connection, statement)

    @event.listens_for(engine, "handle_error")
    def explain(context: ExceptionContext) -> None:
        if fault := fault_of(path, context.original_exception):
            raise fault from context.original_exception

    return engine


def _open(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(file_uri(path), uri=True, isolation_level=None, check_same_thread=False)
