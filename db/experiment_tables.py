"""The tables of experiments: what the learner predicted, and the history of runs.

Both are logs (`db.ids`), so the order of ids is that of time. Of a run only the learner's note may
change, and its big result may be let go; the learner may clear runs, never predictions.
"""

from typing import Any

from sqlalchemy import (
    REAL,
    CheckConstraint,
    Column,
    Connection,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    Table,
    Text,
    event,
    text,
)

from db.tables import metadata, refuse_changes

HAS_RESULT = text("result IS NOT NULL")

predictions = Table(
    "predictions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("card_id", ForeignKey("cards.id"), nullable=False),
    Column("at", Integer, nullable=False),
    Column("experiment", Text, nullable=False),
    Column("settings", Text, nullable=False),  # JSON, sorted: those that differ from the defaults
    Column("guess", Text, nullable=False),  # what was to be guessed, as the app calls it
    Column("answer", Text, nullable=False),  # JSON
    Column("certainty", Text, nullable=False),
    Column("seed", Integer, nullable=False),
    Column("members", Integer, nullable=False),
    Column("truth", Text, nullable=False),  # JSON
    Column("closeness", Text),  # unknown when nothing could be judged
    Column("distance", REAL),
    CheckConstraint("certainty IN ('sure', 'likely', 'guess')", name="certainty"),
    CheckConstraint("members >= 1", name="members"),
    CheckConstraint("closeness IN ('right', 'near', 'wrong')", name="closeness"),
    CheckConstraint("distance >= 0", name="distance"),
    Index(None, "card_id"),
    sqlite_strict=True,
)

runs = Table(
    "runs",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("card_id", ForeignKey("cards.id")),  # the card it was launched on, if any
    Column("at", Integer, nullable=False),
    Column("experiment", Text, nullable=False),
    Column("settings", Text, nullable=False),  # as in a prediction
    Column("members", Integer, nullable=False),
    Column("seed", Integer, nullable=False),
    Column("met", Integer, nullable=False),  # networks in which the claim held…
    Column("shown", Integer, nullable=False),  # …of so many
    Column("seconds", REAL, nullable=False),
    Column("device", Text, nullable=False),
    Column("note", Text, nullable=False, server_default=text("''")),
    Column(
        "result", LargeBinary
    ),  # the run's file, deflated; last, so that others need not pass it
    CheckConstraint("members >= 1", name="members"),
    CheckConstraint("met BETWEEN 0 AND shown", name="met"),
    CheckConstraint("seconds >= 0", name="seconds"),
    Index(None, "experiment"),
    Index("ix_runs_with_result", "id", sqlite_where=HAS_RESULT),
    sqlite_strict=True,
)


def _keep_runs_as_they_were(_table: Table, connection: Connection, **_options: Any) -> None:
    fixed = ", ".join(column.name for column in runs.c if column.name not in ("note", "result"))
    for name, when in (
        ("update", f"UPDATE OF {fixed} ON runs"),
        ("result", "UPDATE OF result ON runs WHEN NEW.result IS NOT NULL"),
    ):
        connection.exec_driver_sql(
            f"CREATE TRIGGER tr_runs_{name} BEFORE {when}"
            " BEGIN SELECT RAISE(ABORT, 'runs stay what they were'); END"
        )


event.listen(predictions, "after_create", refuse_changes)
event.listen(runs, "after_create", _keep_runs_as_they_were)
