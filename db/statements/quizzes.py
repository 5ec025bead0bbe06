"""Questions, attempts at quizzes and their answers: see `db.quizzes`."""

from sqlalchemy import ColumnElement, and_, bindparam, func, literal_column, or_, select, update

from db.quiz_stored import StoredAnswer, StoredAttempt
from db.quiz_tables import quiz_answers, quiz_attempts
from db.statements.parts import CARD, added, among, changed, first, fresh_id
from db.tables import (
    cards,
    note_facts,
    notes,
    review_cancellations,
    reviews,
)

_ONE: ColumnElement[int] = literal_column("1")
_ZERO: ColumnElement[int] = literal_column("0")
_IN_ORDER = (cards.c.position, cards.c.ordinal, cards.c.id)
_IS_ACTIVE = (cards.c.is_suspended == _ZERO, cards.c.is_retired == _ZERO)
_IS_UNDONE = (
    select(_ONE).where(review_cancellations.c.review_id == quiz_answers.c.review_id).exists()
)
# An answer among the day's cards is taken back with its review; one in a quiz stands.
_COUNTS = and_(
    quiz_answers.c.self_grade.is_not(None), or_(quiz_answers.c.attempt_id.is_not(None), ~_IS_UNDONE)
)

_LAST_GRADE = (
    select(quiz_answers.c.self_grade)
    .where(quiz_answers.c.card_id == cards.c.id, _COUNTS)
    .order_by(quiz_answers.c.locked_at.desc(), quiz_answers.c.id.desc())
    .limit(_ONE)
    .offset(_ZERO)
    .scalar_subquery()
)
QUESTIONS = (
    select(
        *(cards.c.id, cards.c.note_id, cards.c.deck_id),
        *(notes.c.kind, notes.c.tags, notes.c.facts, _LAST_GRADE),
    )
    .join_from(cards, notes)
    .where(cards.c.is_question == _ONE, *_IS_ACTIVE)
    .order_by(*_IN_ORDER)
)
FOUND_QUESTIONS = select(func.count()).where(cards.c.is_question == _ONE, among(cards.c.id, "ids"))

_asked = cards.alias("asked")
_OF_ASKED = _asked.c.id == bindparam("of")
_FACTS = select(note_facts.c.fact).where(
    note_facts.c.note_id == select(_asked.c.note_id).where(_OF_ASKED).scalar_subquery()
)
_RELATED = select(note_facts.c.note_id).where(note_facts.c.fact.in_(_FACTS))
_shared = note_facts.alias("shared")
_SHARED = (
    select(func.count())
    .where(_shared.c.note_id == cards.c.note_id, _shared.c.fact.in_(_FACTS))
    .correlate(cards)
    .scalar_subquery()
)
_AWAY = func.abs(cards.c.position - select(_asked.c.position).where(_OF_ASKED).scalar_subquery())
RELATED_CARDS = (
    select(*CARD)
    .where(
        cards.c.note_id.in_(_RELATED),
        cards.c.is_question == _ZERO,
        *_IS_ACTIVE,
    )
    .order_by(_SHARED.desc(), _AWAY, *_IN_ORDER)
)

_NEW_ATTEMPT = ("started_at", "mode", "time_limit_s", "seed", "chosen")
ADD_ATTEMPT = added(quiz_attempts, *_NEW_ATTEMPT).values(id=fresh_id(quiz_attempts))
ADD_QUESTION = added(quiz_answers, "attempt_id", "place", "card_id").values(
    id=fresh_id(quiz_answers)
)
GO_TO = changed(quiz_attempts, "place")
END_ATTEMPT = changed(quiz_attempts, "state", "ended_at")

_ATTEMPT = select(*(quiz_attempts.c[name] for name in StoredAttempt._fields))
ATTEMPT = _ATTEMPT.where(quiz_attempts.c.id == bindparam("of"))
OPEN_ATTEMPT = _ATTEMPT.where(quiz_attempts.c.state == literal_column("'open'"))
ATTEMPTS = first(
    _ATTEMPT.where(quiz_attempts.c.id < bindparam("before")).order_by(quiz_attempts.c.id.desc())
)

_ANSWER = select(*(quiz_answers.c[name] for name in StoredAnswer._fields))
ANSWERS = _ANSWER.where(among(quiz_answers.c.attempt_id, "attempts")).order_by(
    quiz_answers.c.attempt_id, quiz_answers.c.place
)
ANSWER = _ANSWER.where(
    quiz_answers.c.attempt_id == bindparam("attempt"), quiz_answers.c.place == bindparam("place")
)
BODIES = (
    select(cards.c.id, notes.c.kind, notes.c.back)
    .join_from(cards, notes)
    .where(among(cards.c.id, "ids"))
)

_GIVEN = ("body_hash", "response", "certainty", "score", "spent_ms")
SAVE_ANSWER = changed(quiz_answers, *_GIVEN, "is_flagged", "locked_at")
LOCK_ANSWERS = (
    update(quiz_answers)
    .where(quiz_answers.c.attempt_id == bindparam("of"), quiz_answers.c.locked_at.is_(None))
    .values(locked_at=bindparam("locked_at"))
)
GRADE_ANSWER = changed(quiz_answers, "self_grade", "review_id")
ADD_DAY_S_ANSWER = added(
    quiz_answers, "card_id", *_GIVEN, "locked_at", "self_grade", "review_id"
).values(id=fresh_id(quiz_answers))

_BEFORE = ("state", "step", "stability", "difficulty", "last_day", "due_day", "due_at")
REVIEW = select(
    *(reviews.c.card_id, reviews.c.at, reviews.c.grade),
    *(reviews.c[f"{name}_before"] for name in _BEFORE),
).where(reviews.c.id == bindparam("of"))
_CANCELLED = select(review_cancellations.c.review_id)
LATER_REVIEWS = select(func.count()).where(
    reviews.c.card_id == bindparam("card_id"),
    reviews.c.id > bindparam("of"),
    reviews.c.id.not_in(_CANCELLED),
)
IS_CANCELLED = select(func.count()).where(review_cancellations.c.review_id == bindparam("of"))

GRADED_ANSWERS = (
    select(
        *(cards.c.deck_id, notes.c.facts, reviews.c.day),
        *(quiz_answers.c.certainty, quiz_answers.c.score, quiz_answers.c.self_grade),
    )
    .join_from(quiz_answers, cards)
    .join(notes, cards.c.note_id == notes.c.id)
    .join(reviews, quiz_answers.c.review_id == reviews.c.id)
    .where(_COUNTS)
)
ANSWERS_BY_QUESTION = (
    select(
        *(quiz_answers.c[name] for name in StoredAnswer._fields),
        *(notes.c.kind, notes.c.front, notes.c.back),
    )
    .join_from(quiz_answers, cards)
    .join(notes, cards.c.note_id == notes.c.id)
    .where(_COUNTS)
    .order_by(quiz_answers.c.card_id, quiz_answers.c.id)
)
EXPORT = (
    select(
        *(quiz_answers.c[name] for name in StoredAnswer._fields),
        *(quiz_attempts.c.mode, notes.c.uid, notes.c.kind, notes.c.facts, cards.c.deck_id),
    )
    .join_from(quiz_answers, cards)
    .join(notes, cards.c.note_id == notes.c.id)
    .outerjoin(quiz_attempts, quiz_answers.c.attempt_id == quiz_attempts.c.id)
    .where(
        quiz_answers.c.locked_at.is_not(None),
        or_(quiz_answers.c.attempt_id.is_not(None), ~_IS_UNDONE),
    )
    .order_by(quiz_answers.c.id)
)
