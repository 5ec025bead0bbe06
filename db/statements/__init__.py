"""The statements, written with SQLAlchemy; `python -m tools.statements` compiles them to `db/sql/`.

Only that tool, the tests and Alembic load this package. A module here is a module there, and a name
in capitals is a statement: every value is a parameter (`bindparam`), every constant is in the text
(`literal_column`: for the sake of partial indices, SQLite would plan a parameter each time).
"""
