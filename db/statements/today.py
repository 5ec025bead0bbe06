"""The numbers of the Today page: see `db.today`."""

from sqlalchemy import text

_NOT_CANCELLED = "NOT EXISTS (SELECT 1 FROM review_cancellations c WHERE c.review_id = reviews.id)"

PER_DECK = text(  # a question counts from its first answer on: no day would ask it before
    "SELECT deck_id, count(*), total(stability >= :mature), total(stability < :mature)"
    " FROM cards WHERE is_retired = 0 AND (state > 0 OR is_question = 0) GROUP BY deck_id"
)
PER_TAG = text(  # likewise
    "SELECT count(*), total(stability >= :mature), total(stability < :mature) FROM tags"
    " CROSS JOIN note_tags ON tag_id = tags.id CROSS JOIN cards ON cards.note_id ="
    " note_tags.note_id WHERE name = :tag AND is_retired = 0 AND (state > 0 OR is_question = 0)"
)
PER_DAY = text("SELECT day, count(*) FROM reviews WHERE day BETWEEN :first AND :last GROUP BY day")
CANCELLED_PER_DAY = text(  # few: counted apart, they cost nothing to the many
    "SELECT day, count(*) FROM review_cancellations CROSS JOIN reviews ON id = review_id"
    " WHERE day BETWEEN :first AND :last GROUP BY day"
)
STREAK = text(
    "WITH RECURSIVE run(last) AS (VALUES (:day) UNION ALL SELECT last - 1 FROM run WHERE EXISTS"
    f" (SELECT 1 FROM reviews WHERE day = last AND {_NOT_CANCELLED}))"
    " SELECT :day - min(last) FROM run"
)
DONE = text(
    f"SELECT grade, state_before, duration_ms FROM reviews WHERE day = :day AND {_NOT_CANCELLED}"
)
PACE = text(  # by id, which starts with the time; no day introduces a question
    "SELECT state_before, duration_ms FROM reviews WHERE id > :since AND (state_before > 0 OR NOT"
    " EXISTS (SELECT 1 FROM cards WHERE cards.id = card_id AND is_question = 1))"
    " ORDER BY id DESC LIMIT :most"
)
CANCELLATIONS = text("SELECT count(*) FROM review_cancellations")
FORECAST = text(
    "SELECT due_day, count(*) FROM cards WHERE state = 2 AND is_suspended = 0 AND is_retired = 0"
    " AND due_day BETWEEN :first AND :last GROUP BY due_day"
)
