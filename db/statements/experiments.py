"""Predictions and the history of runs: see `db.experiments`."""

from sqlalchemy import bindparam, delete, literal_column, select, text

from db.experiment_rows import PredictionRow, RunRow
from db.experiment_tables import predictions, runs
from db.statements.parts import NOTE, added, among, changed, first, fresh_id
from db.tables import notes

_PREDICTION = PredictionRow._fields
ADD_PREDICTION = added(predictions, *_PREDICTION[1:]).values(id=fresh_id(predictions))
PREDICTIONS = first(
    select(*(predictions.c[name] for name in _PREDICTION))
    .where(predictions.c.card_id == bindparam("card_id"))
    .order_by(predictions.c.id.desc())
)

_NOTES = (
    select(*NOTE)
    .where(notes.c.is_retired == literal_column("0"), notes.c.id < bindparam("before"))
    .order_by(notes.c.id.desc())
)
NOTES = first(_NOTES)
NOTES_SHOWING = first(_NOTES.where(notes.c.experiment.like(bindparam("named"))))

_RUN = [name for name in RunRow._fields if name != "has_result"]
ADD_RUN = added(runs, *_RUN[1:], "result").values(id=fresh_id(runs))


_HISTORY = (
    select(*(runs.c[name] for name in _RUN), runs.c.result.is_not(None))
    .where(runs.c.id < bindparam("before"))
    .order_by(runs.c.id.desc())
)
RUNS = first(_HISTORY)
RUNS_OF = first(_HISTORY.where(runs.c.experiment == bindparam("experiment")))
RESULT = select(runs.c.result).where(runs.c.id == bindparam("of"))
SET_NOTE = changed(runs, "note")
DELETE_RUNS = delete(runs).where(among(runs.c.id, "ids"))
LET_RESULTS_GO = text(
    "UPDATE runs SET result = NULL WHERE result IS NOT NULL AND id <= (SELECT id FROM runs"
    " WHERE result IS NOT NULL ORDER BY id DESC LIMIT 1 OFFSET :kept)"
)
