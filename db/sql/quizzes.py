"""Compiled from `db/statements/quizzes.py` by `make sql`: change that, not this."""

from db.statement import Statement

QUESTIONS = Statement(
    "SELECT cards.id, cards.note_id, cards.deck_id, notes.kind, notes.tags, notes.facts, "
    "(SELECT quiz_answers.self_grade FROM quiz_answers WHERE quiz_answers.card_id = cards.id "
    "AND quiz_answers.self_grade IS NOT NULL AND (quiz_answers.attempt_id IS NOT NULL OR NOT "
    "(EXISTS (SELECT 1 FROM review_cancellations WHERE review_cancellations.review_id = "
    "quiz_answers.review_id))) ORDER BY quiz_answers.locked_at DESC, quiz_answers.id DESC "
    "LIMIT 1 OFFSET 0) AS anon_1 FROM cards JOIN notes ON notes.id = cards.note_id WHERE "
    "cards.is_question = 1 AND cards.is_suspended = 0 AND cards.is_retired = 0 ORDER BY "
    "cards.position, cards.ordinal, cards.id",
)
FOUND_QUESTIONS = Statement(
    "SELECT count(*) AS count_1 FROM cards WHERE cards.is_question = 1 AND cards.id IN "
    "(SELECT anon_1.value FROM json_each(?) AS anon_1)",
    "ids",
)
RELATED_CARDS = Statement(
    "SELECT cards.id, cards.note_id, cards.deck_id, cards.ordinal, cards.position, "
    "cards.state, cards.step, cards.stability, cards.difficulty, cards.last_day, "
    "cards.due_day, cards.due_at, cards.reps, cards.lapses, cards.is_suspended, "
    "cards.buried_until, cards.flag, cards.is_question FROM cards WHERE cards.note_id IN "
    "(SELECT note_facts.note_id FROM note_facts WHERE note_facts.fact IN (SELECT "
    "note_facts.fact FROM note_facts WHERE note_facts.note_id = (SELECT asked.note_id FROM "
    "cards AS asked WHERE asked.id = ?))) AND cards.is_question = 0 AND cards.is_suspended = "
    "0 AND cards.is_retired = 0 ORDER BY (SELECT count(*) AS count_1 FROM note_facts AS "
    "shared WHERE shared.note_id = cards.note_id AND shared.fact IN (SELECT note_facts.fact "
    "FROM note_facts WHERE note_facts.note_id = (SELECT asked.note_id FROM cards AS asked "
    "WHERE asked.id = ?))) DESC, abs(cards.position - (SELECT asked.position FROM cards AS "
    "asked WHERE asked.id = ?)), cards.position, cards.ordinal, cards.id",
    "of",
    "of",
    "of",
)
ADD_ATTEMPT = Statement(
    "INSERT INTO quiz_attempts (id, started_at, mode, time_limit_s, seed, chosen) VALUES "
    "(max(?, (SELECT coalesce(max(quiz_attempts.id), 0) AS coalesce_1 FROM quiz_attempts) + "
    "?), ?, ?, ?, ?, ?)",
    "id_by_time",
    "gap",
    "started_at",
    "mode",
    "time_limit_s",
    "seed",
    "chosen",
)
ADD_QUESTION = Statement(
    "INSERT INTO quiz_answers (id, attempt_id, place, card_id) VALUES (max(?, (SELECT "
    "coalesce(max(quiz_answers.id), 0) AS coalesce_1 FROM quiz_answers) + ?), ?, ?, ?)",
    "id_by_time",
    "gap",
    "attempt_id",
    "place",
    "card_id",
)
GO_TO = Statement(
    "UPDATE quiz_attempts SET place=? WHERE quiz_attempts.id = ?",
    "place",
    "of",
)
END_ATTEMPT = Statement(
    "UPDATE quiz_attempts SET ended_at=?, state=? WHERE quiz_attempts.id = ?",
    "ended_at",
    "state",
    "of",
)
ATTEMPT = Statement(
    "SELECT quiz_attempts.id, quiz_attempts.started_at, quiz_attempts.ended_at, "
    "quiz_attempts.mode, quiz_attempts.state, quiz_attempts.time_limit_s, quiz_attempts.seed, "
    "quiz_attempts.chosen, quiz_attempts.place FROM quiz_attempts WHERE quiz_attempts.id = ?",
    "of",
)
OPEN_ATTEMPT = Statement(
    "SELECT quiz_attempts.id, quiz_attempts.started_at, quiz_attempts.ended_at, "
    "quiz_attempts.mode, quiz_attempts.state, quiz_attempts.time_limit_s, quiz_attempts.seed, "
    "quiz_attempts.chosen, quiz_attempts.place FROM quiz_attempts WHERE quiz_attempts.state = "
    "'open'",
)
ATTEMPTS = Statement(
    "SELECT quiz_attempts.id, quiz_attempts.started_at, quiz_attempts.ended_at, "
    "quiz_attempts.mode, quiz_attempts.state, quiz_attempts.time_limit_s, quiz_attempts.seed, "
    "quiz_attempts.chosen, quiz_attempts.place FROM quiz_attempts WHERE quiz_attempts.id < ? "
    "ORDER BY quiz_attempts.id DESC LIMIT ? OFFSET 0",
    "before",
    "limit",
)
ANSWERS = Statement(
    "SELECT quiz_answers.id, quiz_answers.attempt_id, quiz_answers.place, "
    "quiz_answers.card_id, quiz_answers.body_hash, quiz_answers.response, "
    "quiz_answers.certainty, quiz_answers.score, quiz_answers.spent_ms, "
    "quiz_answers.is_flagged, quiz_answers.locked_at, quiz_answers.self_grade, "
    "quiz_answers.review_id FROM quiz_answers WHERE quiz_answers.attempt_id IN (SELECT "
    "anon_1.value FROM json_each(?) AS anon_1) ORDER BY quiz_answers.attempt_id, "
    "quiz_answers.place",
    "attempts",
)
ANSWER = Statement(
    "SELECT quiz_answers.id, quiz_answers.attempt_id, quiz_answers.place, "
    "quiz_answers.card_id, quiz_answers.body_hash, quiz_answers.response, "
    "quiz_answers.certainty, quiz_answers.score, quiz_answers.spent_ms, "
    "quiz_answers.is_flagged, quiz_answers.locked_at, quiz_answers.self_grade, "
    "quiz_answers.review_id FROM quiz_answers WHERE quiz_answers.attempt_id = ? AND "
    "quiz_answers.place = ?",
    "attempt",
    "place",
)
BODIES = Statement(
    "SELECT cards.id, notes.kind, notes.back FROM cards JOIN notes ON notes.id = "
    "cards.note_id WHERE cards.id IN (SELECT anon_1.value FROM json_each(?) AS anon_1)",
    "ids",
)
SAVE_ANSWER = Statement(
    "UPDATE quiz_answers SET body_hash=?, response=?, certainty=?, score=?, spent_ms=?, "
    "is_flagged=?, locked_at=? WHERE quiz_answers.id = ?",
    "body_hash",
    "response",
    "certainty",
    "score",
    "spent_ms",
    "is_flagged",
    "locked_at",
    "of",
)
LOCK_ANSWERS = Statement(
    "UPDATE quiz_answers SET locked_at=? WHERE quiz_answers.attempt_id = ? AND "
    "quiz_answers.locked_at IS NULL",
    "locked_at",
    "of",
)
GRADE_ANSWER = Statement(
    "UPDATE quiz_answers SET self_grade=?, review_id=? WHERE quiz_answers.id = ?",
    "self_grade",
    "review_id",
    "of",
)
ADD_DAY_S_ANSWER = Statement(
    "INSERT INTO quiz_answers (id, card_id, body_hash, response, certainty, score, spent_ms, "
    "locked_at, self_grade, review_id) VALUES (max(?, (SELECT coalesce(max(quiz_answers.id), "
    "0) AS coalesce_1 FROM quiz_answers) + ?), ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    "id_by_time",
    "gap",
    "card_id",
    "body_hash",
    "response",
    "certainty",
    "score",
    "spent_ms",
    "locked_at",
    "self_grade",
    "review_id",
)
REVIEW = Statement(
    "SELECT reviews.card_id, reviews.at, reviews.grade, reviews.state_before, "
    "reviews.step_before, reviews.stability_before, reviews.difficulty_before, "
    "reviews.last_day_before, reviews.due_day_before, reviews.due_at_before FROM reviews "
    "WHERE reviews.id = ?",
    "of",
)
LATER_REVIEWS = Statement(
    "SELECT count(*) AS count_1 FROM reviews WHERE reviews.card_id = ? AND reviews.id > ? AND "
    "(reviews.id NOT IN (SELECT review_cancellations.review_id FROM review_cancellations))",
    "card_id",
    "of",
)
IS_CANCELLED = Statement(
    "SELECT count(*) AS count_1 FROM review_cancellations WHERE review_cancellations.review_id = ?",
    "of",
)
GRADED_ANSWERS = Statement(
    "SELECT cards.deck_id, notes.facts, reviews.day, quiz_answers.certainty, "
    "quiz_answers.score, quiz_answers.self_grade FROM quiz_answers JOIN cards ON cards.id = "
    "quiz_answers.card_id JOIN notes ON cards.note_id = notes.id JOIN reviews ON "
    "quiz_answers.review_id = reviews.id WHERE quiz_answers.self_grade IS NOT NULL AND "
    "(quiz_answers.attempt_id IS NOT NULL OR NOT (EXISTS (SELECT 1 FROM review_cancellations "
    "WHERE review_cancellations.review_id = quiz_answers.review_id)))",
)
ANSWERS_BY_QUESTION = Statement(
    "SELECT quiz_answers.id, quiz_answers.attempt_id, quiz_answers.place, "
    "quiz_answers.card_id, quiz_answers.body_hash, quiz_answers.response, "
    "quiz_answers.certainty, quiz_answers.score, quiz_answers.spent_ms, "
    "quiz_answers.is_flagged, quiz_answers.locked_at, quiz_answers.self_grade, "
    "quiz_answers.review_id, notes.kind, notes.front, notes.back FROM quiz_answers JOIN cards "
    "ON cards.id = quiz_answers.card_id JOIN notes ON cards.note_id = notes.id WHERE "
    "quiz_answers.self_grade IS NOT NULL AND (quiz_answers.attempt_id IS NOT NULL OR NOT "
    "(EXISTS (SELECT 1 FROM review_cancellations WHERE review_cancellations.review_id = "
    "quiz_answers.review_id))) ORDER BY quiz_answers.card_id, quiz_answers.id",
)
EXPORT = Statement(
    "SELECT quiz_answers.id, quiz_answers.attempt_id, quiz_answers.place, "
    "quiz_answers.card_id, quiz_answers.body_hash, quiz_answers.response, "
    "quiz_answers.certainty, quiz_answers.score, quiz_answers.spent_ms, "
    "quiz_answers.is_flagged, quiz_answers.locked_at, quiz_answers.self_grade, "
    "quiz_answers.review_id, quiz_attempts.mode, notes.uid, notes.kind, notes.facts, "
    "cards.deck_id FROM quiz_answers JOIN cards ON cards.id = quiz_answers.card_id JOIN notes "
    "ON cards.note_id = notes.id LEFT OUTER JOIN quiz_attempts ON quiz_answers.attempt_id = "
    "quiz_attempts.id WHERE quiz_answers.locked_at IS NOT NULL AND (quiz_answers.attempt_id "
    "IS NOT NULL OR NOT (EXISTS (SELECT 1 FROM review_cancellations WHERE "
    "review_cancellations.review_id = quiz_answers.review_id))) ORDER BY quiz_answers.id",
)
