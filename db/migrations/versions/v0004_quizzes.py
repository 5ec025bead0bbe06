"""Keep quizzes: questions among the notes, attempts at them, and what was answered.

Decks keep their study texts too; the next delivery of the course brings those.

`notes` is made anew, for its kinds are checked and SQLite changes no check. Keys refer to it by
its name, so they hold; `legacy_alter_table` keeps them from following the old table's new name.
"""

from alembic import op

revision = "0004"
down_revision = "0003"

STATEMENTS = (
    """
    PRAGMA legacy_alter_table = ON
    """,
    """
    ALTER TABLE notes RENAME TO notes_before
    """,
    """
    CREATE TABLE notes (
        id INTEGER NOT NULL,
        uid TEXT NOT NULL,
        deck_id INTEGER NOT NULL,
        kind TEXT NOT NULL,
        front TEXT NOT NULL,
        back TEXT NOT NULL,
        extra TEXT DEFAULT '' NOT NULL,
        tags TEXT DEFAULT '[]' NOT NULL,
        facts TEXT DEFAULT '[]' NOT NULL,
        experiment TEXT DEFAULT '' NOT NULL,
        delivered_hash TEXT DEFAULT '' NOT NULL,
        is_retired INTEGER DEFAULT 0 NOT NULL CONSTRAINT ck_notes_is_retired CHECK (is_retired IN
            (0, 1)),
        created_at INTEGER NOT NULL,
        modified_at INTEGER NOT NULL,
        delivered_experiment TEXT DEFAULT '' NOT NULL,
        CONSTRAINT pk_notes PRIMARY KEY (id),
        CONSTRAINT ck_notes_kind CHECK (kind IN ('basic', 'both', 'cloze', 'choice', 'choices',
            'truth', 'number', 'short', 'gaps', 'order', 'match', 'open')),
        CONSTRAINT uq_notes_uid UNIQUE (uid),
        CONSTRAINT fk_notes_deck_id_decks FOREIGN KEY(deck_id) REFERENCES decks (id)
    ) STRICT
    """,
    """
    INSERT INTO notes (id, uid, deck_id, kind, front, back, extra, tags, facts, experiment,
        delivered_hash, is_retired, created_at, modified_at, delivered_experiment) SELECT id, uid,
        deck_id, kind, front, back, extra, tags, facts, experiment, delivered_hash, is_retired,
        created_at, modified_at, delivered_experiment FROM notes_before
    """,
    """
    DROP TABLE notes_before
    """,
    """
    PRAGMA legacy_alter_table = OFF
    """,
    """
    CREATE INDEX ix_notes_deck_id ON notes (deck_id)
    """,
    """
    ALTER TABLE decks ADD COLUMN text TEXT DEFAULT '' NOT NULL
    """,
    """
    CREATE TABLE note_facts (
        fact TEXT NOT NULL,
        note_id INTEGER NOT NULL,
        CONSTRAINT pk_note_facts PRIMARY KEY (fact, note_id),
        CONSTRAINT fk_note_facts_note_id_notes FOREIGN KEY(note_id) REFERENCES notes (id)
    ) WITHOUT ROWID, STRICT
    """,
    """
    CREATE INDEX ix_note_facts_note_id ON note_facts (note_id)
    """,
    """
    INSERT OR IGNORE INTO note_facts (fact, note_id) SELECT f.value, notes.id FROM notes,
        json_each(CASE WHEN json_valid(notes.facts) THEN notes.facts ELSE '[]' END) f
    """,
    """
    ALTER TABLE cards ADD COLUMN is_question INTEGER DEFAULT 0 NOT NULL CONSTRAINT
        ck_cards_is_question CHECK (is_question IN (0, 1))
    """,
    """
    DROP INDEX ix_cards_new
    """,
    """
    CREATE INDEX ix_cards_new ON cards (position, ordinal, deck_id) WHERE state = 0 AND
        is_question = 0 AND is_suspended = 0 AND is_retired = 0
    """,
    """
    CREATE INDEX ix_cards_questions ON cards (position) WHERE is_question = 1 AND is_suspended =
        0 AND is_retired = 0
    """,
    """
    CREATE TABLE quiz_attempts (
        id INTEGER NOT NULL,
        started_at INTEGER NOT NULL,
        ended_at INTEGER,
        mode TEXT NOT NULL,
        state TEXT DEFAULT 'open' NOT NULL,
        time_limit_s INTEGER,
        seed INTEGER NOT NULL,
        chosen TEXT NOT NULL,
        place INTEGER DEFAULT 0 NOT NULL,
        CONSTRAINT pk_quiz_attempts PRIMARY KEY (id),
        CONSTRAINT ck_quiz_attempts_mode CHECK (mode IN ('practice', 'exam')),
        CONSTRAINT ck_quiz_attempts_state CHECK (state IN ('open', 'finished', 'abandoned')),
        CONSTRAINT ck_quiz_attempts_ended CHECK ((state = 'open') = (ended_at IS NULL)),
        CONSTRAINT ck_quiz_attempts_time_limit CHECK (time_limit_s > 0)
    ) STRICT
    """,
    """
    CREATE UNIQUE INDEX ix_quiz_attempts_open ON quiz_attempts (state) WHERE state = 'open'
    """,
    """
    CREATE TRIGGER tr_quiz_attempts_update BEFORE UPDATE OF id, started_at, ended_at, mode,
        state, time_limit_s, seed, chosen, place ON quiz_attempts WHEN OLD.state <> 'open' BEGIN
        SELECT RAISE(ABORT, 'quiz_attempts stay what they were'); END
    """,
    """
    CREATE TRIGGER tr_quiz_attempts_delete BEFORE DELETE ON quiz_attempts BEGIN SELECT
        RAISE(ABORT, 'quiz_attempts stay what they were'); END
    """,
    """
    CREATE TABLE quiz_answers (
        id INTEGER NOT NULL,
        attempt_id INTEGER,
        place INTEGER,
        card_id INTEGER NOT NULL,
        body_hash TEXT DEFAULT '' NOT NULL,
        response TEXT,
        certainty INTEGER,
        score REAL,
        spent_ms INTEGER DEFAULT 0 NOT NULL,
        is_flagged INTEGER DEFAULT 0 NOT NULL,
        locked_at INTEGER,
        self_grade INTEGER,
        review_id INTEGER,
        CONSTRAINT pk_quiz_answers PRIMARY KEY (id),
        CONSTRAINT ck_quiz_answers_place CHECK ((attempt_id IS NULL) = (place IS NULL)),
        CONSTRAINT ck_quiz_answers_certainty CHECK (certainty BETWEEN 1 AND 3),
        CONSTRAINT ck_quiz_answers_score CHECK (score BETWEEN 0 AND 1),
        CONSTRAINT ck_quiz_answers_spent CHECK (spent_ms >= 0),
        CONSTRAINT ck_quiz_answers_is_flagged CHECK (is_flagged IN (0, 1)),
        CONSTRAINT ck_quiz_answers_self_grade CHECK (self_grade BETWEEN 0 AND 2),
        CONSTRAINT ck_quiz_answers_review CHECK ((self_grade IS NULL) = (review_id IS NULL)),
        CONSTRAINT ck_quiz_answers_graded CHECK (locked_at IS NOT NULL OR self_grade IS NULL),
        CONSTRAINT ck_quiz_answers_locked CHECK (locked_at IS NOT NULL OR attempt_id IS NOT NULL),
        CONSTRAINT fk_quiz_answers_attempt_id_quiz_attempts FOREIGN KEY(attempt_id) REFERENCES
            quiz_attempts (id),
        CONSTRAINT fk_quiz_answers_card_id_cards FOREIGN KEY(card_id) REFERENCES cards (id),
        CONSTRAINT fk_quiz_answers_review_id_reviews FOREIGN KEY(review_id) REFERENCES reviews (id)
    ) STRICT
    """,
    """
    CREATE UNIQUE INDEX ix_quiz_answers_attempt_id_place ON quiz_answers (attempt_id, place)
    """,
    """
    CREATE INDEX ix_quiz_answers_card_id_locked_at ON quiz_answers (card_id, locked_at)
    """,
    """
    CREATE INDEX ix_quiz_answers_review_id ON quiz_answers (review_id) WHERE review_id IS NOT
        NULL
    """,
    """
    CREATE TRIGGER tr_quiz_answers_update BEFORE UPDATE OF id, attempt_id, place, card_id,
        body_hash, response, certainty, score, spent_ms, is_flagged, locked_at ON quiz_answers WHEN
        OLD.locked_at IS NOT NULL BEGIN SELECT RAISE(ABORT, 'quiz_answers stay what they were'); END
    """,
    """
    CREATE TRIGGER tr_quiz_answers_delete BEFORE DELETE ON quiz_answers BEGIN SELECT
        RAISE(ABORT, 'quiz_answers stay what they were'); END
    """,
)


def upgrade() -> None:
    """Widen `notes` and `decks`, mark the cards of questions, and add three tables."""
    for statement in STATEMENTS:
        op.execute(statement)
