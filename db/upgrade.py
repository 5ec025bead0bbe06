"""Bring the schema of an old collection to today, in one transaction.

The only module of the app that imports SQLAlchemy and Alembic (0.3 s): when a collection is behind.
"""

from pathlib import Path

import sqlalchemy
from alembic import command
from alembic.config import Config
from sqlalchemy import Engine, StaticPool, create_engine, event
from sqlalchemy.engine import ExceptionContext

from db.driver import Connection
from db.errors import CorruptedCollectionError
from db.faults import fault_of

MIGRATIONS = Path(__file__).with_name("migrations")


def upgrade(path: Path, *, target: str = "head", migrations: Path = MIGRATIONS) -> None:
    """Run the migrations that a collection lacks: all of them, or none if one fails.

    Args:
        path: An existing collection, or an empty file.
        target: Revision to stop at.
        migrations: Folder with `env.py` and `versions/`.

    Raises:
        CollectionError: If the disk is full or the file damaged.
    """
    config = Config()
    config.set_main_option("script_location", str(migrations).replace("%", "%%"))
    # A table is rebuilt by dropping the old one, which keys would forbid.
    engine = _engine_on(Connection(path, enforce_keys=False))
    try:
        with engine.begin() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, target)
            if orphans := connection.exec_driver_sql("PRAGMA foreign_key_check").all():
                raise CorruptedCollectionError(path, f"rows that refer to nothing: {orphans[:3]}")
    finally:
        engine.dispose()


def _engine_on(opened: Connection) -> Engine:
    """SQLAlchemy's way of using a connection; it closes it, too."""
    engine = create_engine("sqlite://", creator=lambda: opened.driver, poolclass=StaticPool)

    @event.listens_for(engine, "begin")
    def start(_connection: sqlalchemy.Connection) -> None:
        opened.execute("BEGIN IMMEDIATE")

    @event.listens_for(engine, "handle_error")
    def explain(context: ExceptionContext) -> None:
        if fault := fault_of(opened.path, context.original_exception):
            raise fault from context.original_exception

    return engine
