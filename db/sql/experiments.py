"""Compiled from `db/statements/experiments.py` by `make sql`: change that, not this."""

from db.statement import Statement

ADD_PREDICTION = Statement(
    "INSERT INTO predictions (id, card_id, at, experiment, settings, guess, answer, "
    "certainty, seed, members, truth, closeness, distance) VALUES (max(?, (SELECT "
    "coalesce(max(predictions.id), 0) AS coalesce_1 FROM predictions) + ?), ?, ?, ?, ?, ?, ?, "
    "?, ?, ?, ?, ?, ?)",
    "id_by_time",
    "gap",
    "card_id",
    "at",
    "experiment",
    "settings",
    "guess",
    "answer",
    "certainty",
    "seed",
    "members",
    "truth",
    "closeness",
    "distance",
)
PREDICTIONS = Statement(
    "SELECT predictions.id, predictions.card_id, predictions.at, predictions.experiment, "
    "predictions.settings, predictions.guess, predictions.answer, predictions.certainty, "
    "predictions.seed, predictions.members, predictions.truth, predictions.closeness, "
    "predictions.distance FROM predictions WHERE predictions.card_id = ? ORDER BY "
    "predictions.id DESC LIMIT ? OFFSET 0",
    "card_id",
    "limit",
)
NOTES = Statement(
    "SELECT notes.id, notes.uid, notes.kind, notes.front, notes.back, notes.extra, "
    "notes.tags, notes.facts, notes.experiment FROM notes WHERE notes.is_retired = 0 AND "
    "notes.id < ? ORDER BY notes.id DESC LIMIT ? OFFSET 0",
    "before",
    "limit",
)
NOTES_SHOWING = Statement(
    "SELECT notes.id, notes.uid, notes.kind, notes.front, notes.back, notes.extra, "
    "notes.tags, notes.facts, notes.experiment FROM notes WHERE notes.is_retired = 0 AND "
    "notes.id < ? AND notes.experiment LIKE ? ORDER BY notes.id DESC LIMIT ? OFFSET 0",
    "before",
    "named",
    "limit",
)
ADD_RUN = Statement(
    "INSERT INTO runs (id, card_id, at, experiment, settings, members, seed, met, shown, "
    "seconds, device, note, result) VALUES (max(?, (SELECT coalesce(max(runs.id), 0) AS "
    "coalesce_1 FROM runs) + ?), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    "id_by_time",
    "gap",
    "card_id",
    "at",
    "experiment",
    "settings",
    "members",
    "seed",
    "met",
    "shown",
    "seconds",
    "device",
    "note",
    "result",
)
RUNS = Statement(
    "SELECT runs.id, runs.card_id, runs.at, runs.experiment, runs.settings, runs.members, "
    "runs.seed, runs.met, runs.shown, runs.seconds, runs.device, runs.note, runs.result IS "
    "NOT NULL AS anon_1 FROM runs WHERE runs.id < ? ORDER BY runs.id DESC LIMIT ? OFFSET 0",
    "before",
    "limit",
)
RUNS_OF = Statement(
    "SELECT runs.id, runs.card_id, runs.at, runs.experiment, runs.settings, runs.members, "
    "runs.seed, runs.met, runs.shown, runs.seconds, runs.device, runs.note, runs.result IS "
    "NOT NULL AS anon_1 FROM runs WHERE runs.id < ? AND runs.experiment = ? ORDER BY runs.id "
    "DESC LIMIT ? OFFSET 0",
    "before",
    "experiment",
    "limit",
)
RESULT = Statement(
    "SELECT runs.result FROM runs WHERE runs.id = ?",
    "of",
)
SET_NOTE = Statement(
    "UPDATE runs SET note=? WHERE runs.id = ?",
    "note",
    "of",
)
DELETE_RUNS = Statement(
    "DELETE FROM runs WHERE runs.id IN (SELECT anon_1.value FROM json_each(?) AS anon_1)",
    "ids",
)
LET_RESULTS_GO = Statement(
    "UPDATE runs SET result = NULL WHERE result IS NOT NULL AND id <= (SELECT id FROM runs "
    "WHERE result IS NOT NULL ORDER BY id DESC LIMIT 1 OFFSET ?)",
    "kept",
)
