"""Bring the schema of an old collection to today, in one transaction.

The only module that imports Alembic (0.2 s): it is imported only when a collection is behind.
"""

from pathlib import Path

from alembic import command
from alembic.config import Config

from db.engine import make_engine
from db.errors import CorruptedCollectionError

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
    engine = make_engine(path, begin="BEGIN IMMEDIATE", enforce_keys=False)
    try:
        with engine.begin() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, target)
            if orphans := connection.exec_driver_sql("PRAGMA foreign_key_check").all():
                raise CorruptedCollectionError(path, f"rows that refer to nothing: {orphans[:3]}")
    finally:
        engine.dispose()
