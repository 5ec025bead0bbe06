"""Compiled from `db/statements/review.py` by `make sql`: change that, not this."""

from db.statement import Statement

SET_CARD = Statement(
    "UPDATE cards SET state=?, step=?, stability=?, difficulty=?, last_day=?, due_day=?, "
    "due_at=?, reps=?, lapses=?, is_suspended=?, buried_until=?, flag=? WHERE cards.id = ?",
    "state",
    "step",
    "stability",
    "difficulty",
    "last_day",
    "due_day",
    "due_at",
    "reps",
    "lapses",
    "is_suspended",
    "buried_until",
    "flag",
    "of",
)
SET_GRADED_CARD = Statement(
    "UPDATE cards SET state=?, step=?, stability=?, difficulty=?, last_day=?, due_day=?, "
    "due_at=?, reps=?, lapses=? WHERE cards.id = ? AND cards.reps = ?",
    "state",
    "step",
    "stability",
    "difficulty",
    "last_day",
    "due_day",
    "due_at",
    "reps",
    "lapses",
    "of",
    "reps_read",
)
CARDS = Statement(
    "SELECT cards.id, cards.note_id, cards.deck_id, cards.ordinal, cards.position, "
    "cards.state, cards.step, cards.stability, cards.difficulty, cards.last_day, "
    "cards.due_day, cards.due_at, cards.reps, cards.lapses, cards.is_suspended, "
    "cards.buried_until, cards.flag, cards.is_question FROM cards WHERE cards.id IN (SELECT "
    "anon_1.value FROM json_each(?) AS anon_1)",
    "ids",
)
SIBLINGS_TODAY = Statement(
    "SELECT cards.id, cards.note_id, cards.deck_id, cards.ordinal, cards.position, "
    "cards.state, cards.step, cards.stability, cards.difficulty, cards.last_day, "
    "cards.due_day, cards.due_at, cards.reps, cards.lapses, cards.is_suspended, "
    "cards.buried_until, cards.flag, cards.is_question FROM cards WHERE is_suspended = 0 AND "
    "is_retired = 0 AND cards.note_id = ? AND cards.id != ? AND (cards.state = 0 OR "
    "cards.due_day <= ?) AND (cards.buried_until IS NULL OR cards.buried_until <= ?)",
    "note",
    "besides",
    "day",
    "day",
)
ADD_REVIEW = Statement(
    "INSERT INTO reviews (id, card_id, at, day, zone_offset_min, grade, raw, scale, "
    "duration_ms, recall, state_before, step_before, stability_before, difficulty_before, "
    "last_day_before, due_day_before, due_at_before, state_after, step_after, "
    "stability_after, difficulty_after, due_day_after, due_at_after) VALUES (max(?, (SELECT "
    "coalesce(max(reviews.id), 0) AS coalesce_1 FROM reviews) + ?), ?, ?, ?, ?, ?, ?, ?, ?, "
    "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    "id_by_time",
    "gap",
    "card_id",
    "at",
    "day",
    "zone_offset_min",
    "grade",
    "raw",
    "scale",
    "duration_ms",
    "recall",
    "state_before",
    "step_before",
    "stability_before",
    "difficulty_before",
    "last_day_before",
    "due_day_before",
    "due_at_before",
    "state_after",
    "step_after",
    "stability_after",
    "difficulty_after",
    "due_day_after",
    "due_at_after",
)
ADD_REVIEW_AGAIN = Statement(
    "INSERT INTO reviews (id, card_id, at, day, zone_offset_min, grade, raw, scale, "
    "duration_ms, recall, state_before, step_before, stability_before, difficulty_before, "
    "last_day_before, due_day_before, due_at_before, state_after, step_after, "
    "stability_after, difficulty_after, due_day_after, due_at_after) SELECT max(?, (SELECT "
    "coalesce(max(reviews.id), 0) AS coalesce_1 FROM reviews) + ?) AS max_1, reviews.card_id, "
    "reviews.at, reviews.day, reviews.zone_offset_min, reviews.grade, reviews.raw, "
    "reviews.scale, reviews.duration_ms, reviews.recall, reviews.state_before, "
    "reviews.step_before, reviews.stability_before, reviews.difficulty_before, "
    "reviews.last_day_before, reviews.due_day_before, reviews.due_at_before, "
    "reviews.state_after, reviews.step_after, reviews.stability_after, "
    "reviews.difficulty_after, reviews.due_day_after, reviews.due_at_after FROM reviews WHERE "
    "reviews.id = ?",
    "id_by_time",
    "gap",
    "again",
)
MOVE_ANSWER = Statement(
    "UPDATE quiz_answers SET review_id=? WHERE quiz_answers.review_id = ?",
    "again",
    "undone",
)
CANCEL_REVIEW = Statement(
    "INSERT INTO review_cancellations (review_id, at) VALUES (?, ?)",
    "review_id",
    "at",
)
