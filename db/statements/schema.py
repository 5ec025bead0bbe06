"""An empty collection of today's format, as the statements that make it."""

from sqlalchemy import Column, MetaData, PrimaryKeyConstraint, String, Table, select

from db.experiment_tables import runs
from db.quiz_tables import quiz_answers
from db.statements.parts import added

alembic_version = Table(  # as Alembic itself makes it
    "alembic_version",
    MetaData(),
    Column("version_num", String(32), nullable=False),
    PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),
)

FORMAT = select(alembic_version.c.version_num)
SET_FORMAT = added(alembic_version)
_OURS = {table.metadata for table in (runs, quiz_answers)}  # one: it has all tables of ours
MADE_OF = (*_OURS, alembic_version.metadata)
