"""Alembic's way in: it runs on the connection, and in the transaction, of `db.upgrade`."""

from alembic import context

context.configure(connection=context.config.attributes["connection"])
context.run_migrations()
