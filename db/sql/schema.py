"""Compiled from `db/statements/schema.py` by `make sql`: change that, not this."""

from db.statement import Statement

FORMAT = Statement(
    "SELECT alembic_version.version_num FROM alembic_version",
)
SET_FORMAT = Statement(
    "INSERT INTO alembic_version (version_num) VALUES (?)",
    "version_num",
)

CREATE = (
    "CREATE TABLE decks ( id INTEGER NOT NULL, uid TEXT NOT NULL, parent_id INTEGER, title "
    "TEXT NOT NULL, position INTEGER NOT NULL, text TEXT DEFAULT '' NOT NULL, CONSTRAINT "
    "pk_decks PRIMARY KEY (id), CONSTRAINT uq_decks_uid UNIQUE (uid), CONSTRAINT "
    "fk_decks_parent_id_decks FOREIGN KEY(parent_id) REFERENCES decks (id) ) STRICT",
    "CREATE TABLE tags ( id INTEGER NOT NULL, name TEXT NOT NULL, CONSTRAINT pk_tags PRIMARY "
    "KEY (id), CONSTRAINT uq_tags_name UNIQUE (name) ) STRICT",
    'CREATE TABLE settings ( "key" TEXT NOT NULL, value TEXT NOT NULL, CONSTRAINT pk_settings '
    'PRIMARY KEY ("key") ) WITHOUT ROWID, STRICT',
    'CREATE TABLE state ( "key" TEXT NOT NULL, value TEXT NOT NULL, CONSTRAINT pk_state '
    'PRIMARY KEY ("key") ) WITHOUT ROWID, STRICT',
    "CREATE TABLE media ( id INTEGER NOT NULL, path TEXT NOT NULL, sha256 TEXT NOT NULL, size "
    "INTEGER NOT NULL, added_at INTEGER NOT NULL, CONSTRAINT pk_media PRIMARY KEY (id), "
    "CONSTRAINT uq_media_path UNIQUE (path) ) STRICT",
    "CREATE TABLE quiz_attempts ( id INTEGER NOT NULL, started_at INTEGER NOT NULL, ended_at "
    "INTEGER, mode TEXT NOT NULL, state TEXT DEFAULT 'open' NOT NULL, time_limit_s INTEGER, "
    "seed INTEGER NOT NULL, chosen TEXT NOT NULL, place INTEGER DEFAULT 0 NOT NULL, "
    "CONSTRAINT pk_quiz_attempts PRIMARY KEY (id), CONSTRAINT ck_quiz_attempts_mode CHECK "
    "(mode IN ('practice', 'exam')), CONSTRAINT ck_quiz_attempts_state CHECK (state IN "
    "('open', 'finished', 'abandoned')), CONSTRAINT ck_quiz_attempts_ended CHECK ((state = "
    "'open') = (ended_at IS NULL)), CONSTRAINT ck_quiz_attempts_time_limit CHECK "
    "(time_limit_s > 0) ) STRICT",
    "CREATE TABLE notes ( id INTEGER NOT NULL, uid TEXT NOT NULL, deck_id INTEGER NOT NULL, "
    "kind TEXT NOT NULL, front TEXT NOT NULL, back TEXT NOT NULL, extra TEXT DEFAULT '' NOT "
    "NULL, tags TEXT DEFAULT '[]' NOT NULL, facts TEXT DEFAULT '[]' NOT NULL, experiment TEXT "
    "DEFAULT '' NOT NULL, delivered_hash TEXT DEFAULT '' NOT NULL, is_retired INTEGER DEFAULT "
    "0 NOT NULL CONSTRAINT ck_notes_is_retired CHECK (is_retired IN (0, 1)), created_at "
    "INTEGER NOT NULL, modified_at INTEGER NOT NULL, delivered_experiment TEXT DEFAULT '' NOT "
    "NULL, CONSTRAINT pk_notes PRIMARY KEY (id), CONSTRAINT ck_notes_kind CHECK (kind IN "
    "('basic', 'both', 'cloze', 'choice', 'choices', 'truth', 'number', 'short', 'gaps', "
    "'order', 'match', 'open')), CONSTRAINT uq_notes_uid UNIQUE (uid), CONSTRAINT "
    "fk_notes_deck_id_decks FOREIGN KEY(deck_id) REFERENCES decks (id) ) STRICT",
    "CREATE TABLE note_tags ( tag_id INTEGER NOT NULL, note_id INTEGER NOT NULL, CONSTRAINT "
    "pk_note_tags PRIMARY KEY (tag_id, note_id), CONSTRAINT fk_note_tags_tag_id_tags FOREIGN "
    "KEY(tag_id) REFERENCES tags (id), CONSTRAINT fk_note_tags_note_id_notes FOREIGN "
    "KEY(note_id) REFERENCES notes (id) ) WITHOUT ROWID, STRICT",
    "CREATE TABLE note_facts ( fact TEXT NOT NULL, note_id INTEGER NOT NULL, CONSTRAINT "
    "pk_note_facts PRIMARY KEY (fact, note_id), CONSTRAINT fk_note_facts_note_id_notes "
    "FOREIGN KEY(note_id) REFERENCES notes (id) ) WITHOUT ROWID, STRICT",
    "CREATE TABLE cards ( id INTEGER NOT NULL, uid TEXT NOT NULL, note_id INTEGER NOT NULL, "
    "deck_id INTEGER NOT NULL, ordinal INTEGER NOT NULL, position INTEGER NOT NULL, state "
    "INTEGER DEFAULT 0 NOT NULL, step INTEGER, stability REAL, difficulty REAL, last_day "
    "INTEGER, due_day INTEGER, due_at INTEGER, reps INTEGER DEFAULT 0 NOT NULL, lapses "
    "INTEGER DEFAULT 0 NOT NULL, is_suspended INTEGER DEFAULT 0 NOT NULL CONSTRAINT "
    "ck_cards_is_suspended CHECK (is_suspended IN (0, 1)), is_retired INTEGER DEFAULT 0 NOT "
    "NULL CONSTRAINT ck_cards_is_retired CHECK (is_retired IN (0, 1)), buried_until INTEGER, "
    "flag INTEGER DEFAULT 0 NOT NULL, is_question INTEGER DEFAULT 0 NOT NULL CONSTRAINT "
    "ck_cards_is_question CHECK (is_question IN (0, 1)), CONSTRAINT pk_cards PRIMARY KEY "
    "(id), CONSTRAINT ck_cards_state CHECK (state IN (0, 1, 2, 3)), CONSTRAINT "
    "ck_cards_stability CHECK ((state = 0) = (stability IS NULL)), CONSTRAINT ck_cards_due "
    "CHECK (CASE state WHEN 0 THEN due_day IS NULL AND due_at IS NULL WHEN 2 THEN due_day IS "
    "NOT NULL AND due_at IS NULL ELSE due_day IS NULL AND due_at IS NOT NULL END), CONSTRAINT "
    "ck_cards_flag CHECK (flag BETWEEN 0 AND 7), CONSTRAINT uq_cards_uid UNIQUE (uid), "
    "CONSTRAINT fk_cards_note_id_notes FOREIGN KEY(note_id) REFERENCES notes (id), CONSTRAINT "
    "fk_cards_deck_id_decks FOREIGN KEY(deck_id) REFERENCES decks (id) ) STRICT",
    "CREATE TABLE reviews ( id INTEGER NOT NULL, card_id INTEGER NOT NULL, at INTEGER NOT "
    "NULL, day INTEGER NOT NULL, zone_offset_min INTEGER NOT NULL, grade INTEGER NOT NULL, "
    "raw INTEGER NOT NULL, scale TEXT NOT NULL, duration_ms INTEGER NOT NULL, recall REAL, "
    "state_before INTEGER NOT NULL, step_before INTEGER, stability_before REAL, "
    "difficulty_before REAL, last_day_before INTEGER, due_day_before INTEGER, due_at_before "
    "INTEGER, state_after INTEGER NOT NULL, step_after INTEGER, stability_after REAL NOT "
    "NULL, difficulty_after REAL NOT NULL, due_day_after INTEGER, due_at_after INTEGER, "
    "CONSTRAINT pk_reviews PRIMARY KEY (id), CONSTRAINT ck_reviews_grade CHECK (grade BETWEEN "
    "1 AND 4), CONSTRAINT ck_reviews_scale CHECK (scale IN ('four', 'five')), CONSTRAINT "
    "ck_reviews_duration CHECK (duration_ms >= 0), CONSTRAINT ck_reviews_recall CHECK (recall "
    "BETWEEN 0 AND 1), CONSTRAINT ck_reviews_state_before CHECK (state_before IN (0, 1, 2, "
    "3)), CONSTRAINT ck_reviews_state_after CHECK (state_after IN (1, 2, 3)), CONSTRAINT "
    "ck_reviews_due_after CHECK ((due_day_after IS NULL) <> (due_at_after IS NULL)), "
    "CONSTRAINT fk_reviews_card_id_cards FOREIGN KEY(card_id) REFERENCES cards (id) ) STRICT",
    "CREATE TABLE predictions ( id INTEGER NOT NULL, card_id INTEGER NOT NULL, at INTEGER NOT "
    "NULL, experiment TEXT NOT NULL, settings TEXT NOT NULL, guess TEXT NOT NULL, answer TEXT "
    "NOT NULL, certainty TEXT NOT NULL, seed INTEGER NOT NULL, members INTEGER NOT NULL, "
    "truth TEXT NOT NULL, closeness TEXT, distance REAL, CONSTRAINT pk_predictions PRIMARY "
    "KEY (id), CONSTRAINT ck_predictions_certainty CHECK (certainty IN ('sure', 'likely', "
    "'guess')), CONSTRAINT ck_predictions_members CHECK (members >= 1), CONSTRAINT "
    "ck_predictions_closeness CHECK (closeness IN ('right', 'near', 'wrong')), CONSTRAINT "
    "ck_predictions_distance CHECK (distance >= 0), CONSTRAINT fk_predictions_card_id_cards "
    "FOREIGN KEY(card_id) REFERENCES cards (id) ) STRICT",
    "CREATE TABLE runs ( id INTEGER NOT NULL, card_id INTEGER, at INTEGER NOT NULL, "
    "experiment TEXT NOT NULL, settings TEXT NOT NULL, members INTEGER NOT NULL, seed INTEGER "
    "NOT NULL, met INTEGER NOT NULL, shown INTEGER NOT NULL, seconds REAL NOT NULL, device "
    "TEXT NOT NULL, note TEXT DEFAULT '' NOT NULL, result BLOB, CONSTRAINT pk_runs PRIMARY "
    "KEY (id), CONSTRAINT ck_runs_members CHECK (members >= 1), CONSTRAINT ck_runs_met CHECK "
    "(met BETWEEN 0 AND shown), CONSTRAINT ck_runs_seconds CHECK (seconds >= 0), CONSTRAINT "
    "fk_runs_card_id_cards FOREIGN KEY(card_id) REFERENCES cards (id) ) STRICT",
    "CREATE TABLE review_cancellations ( review_id INTEGER NOT NULL, at INTEGER NOT NULL, "
    "CONSTRAINT pk_review_cancellations PRIMARY KEY (review_id), CONSTRAINT "
    "fk_review_cancellations_review_id_reviews FOREIGN KEY(review_id) REFERENCES reviews (id) "
    ") STRICT",
    "CREATE TABLE quiz_answers ( id INTEGER NOT NULL, attempt_id INTEGER, place INTEGER, "
    "card_id INTEGER NOT NULL, body_hash TEXT DEFAULT '' NOT NULL, response TEXT, certainty "
    "INTEGER, score REAL, spent_ms INTEGER DEFAULT 0 NOT NULL, is_flagged INTEGER DEFAULT 0 "
    "NOT NULL, locked_at INTEGER, self_grade INTEGER, review_id INTEGER, CONSTRAINT "
    "pk_quiz_answers PRIMARY KEY (id), CONSTRAINT ck_quiz_answers_place CHECK ((attempt_id IS "
    "NULL) = (place IS NULL)), CONSTRAINT ck_quiz_answers_certainty CHECK (certainty BETWEEN "
    "1 AND 3), CONSTRAINT ck_quiz_answers_score CHECK (score BETWEEN 0 AND 1), CONSTRAINT "
    "ck_quiz_answers_spent CHECK (spent_ms >= 0), CONSTRAINT ck_quiz_answers_is_flagged CHECK "
    "(is_flagged IN (0, 1)), CONSTRAINT ck_quiz_answers_self_grade CHECK (self_grade BETWEEN "
    "0 AND 2), CONSTRAINT ck_quiz_answers_review CHECK ((self_grade IS NULL) = (review_id IS "
    "NULL)), CONSTRAINT ck_quiz_answers_graded CHECK (locked_at IS NOT NULL OR self_grade IS "
    "NULL), CONSTRAINT ck_quiz_answers_locked CHECK (locked_at IS NOT NULL OR attempt_id IS "
    "NOT NULL), CONSTRAINT fk_quiz_answers_attempt_id_quiz_attempts FOREIGN KEY(attempt_id) "
    "REFERENCES quiz_attempts (id), CONSTRAINT fk_quiz_answers_card_id_cards FOREIGN "
    "KEY(card_id) REFERENCES cards (id), CONSTRAINT fk_quiz_answers_review_id_reviews FOREIGN "
    "KEY(review_id) REFERENCES reviews (id) ) STRICT",
    "CREATE TABLE alembic_version ( version_num VARCHAR(32) NOT NULL, CONSTRAINT "
    "alembic_version_pkc PRIMARY KEY (version_num) )",
    "CREATE INDEX ix_cards_due_learning ON cards (due_at) WHERE state IN (1, 3) AND "
    "is_suspended = 0 AND is_retired = 0",
    "CREATE INDEX ix_cards_due_review ON cards (due_day, deck_id) WHERE state = 2 AND "
    "is_suspended = 0 AND is_retired = 0",
    "CREATE INDEX ix_cards_flagged ON cards (position, flag) WHERE flag > 0 AND is_retired = 0",
    "CREATE INDEX ix_cards_new ON cards (position, ordinal, deck_id) WHERE state = 0 AND "
    "is_question = 0 AND is_suspended = 0 AND is_retired = 0",
    "CREATE INDEX ix_cards_note_id ON cards (note_id)",
    "CREATE INDEX ix_cards_questions ON cards (position) WHERE is_question = 1 AND "
    "is_suspended = 0 AND is_retired = 0",
    "CREATE INDEX ix_cards_suspended ON cards (position) WHERE is_suspended = 1 AND is_retired = 0",
    "CREATE INDEX ix_note_facts_note_id ON note_facts (note_id)",
    "CREATE INDEX ix_note_tags_note_id ON note_tags (note_id)",
    "CREATE INDEX ix_notes_deck_id ON notes (deck_id)",
    "CREATE INDEX ix_predictions_card_id ON predictions (card_id)",
    "CREATE INDEX ix_quiz_answers_card_id_locked_at ON quiz_answers (card_id, locked_at)",
    "CREATE INDEX ix_quiz_answers_review_id ON quiz_answers (review_id) WHERE review_id IS "
    "NOT NULL",
    "CREATE INDEX ix_reviews_card_id ON reviews (card_id)",
    "CREATE INDEX ix_reviews_day ON reviews (day)",
    "CREATE INDEX ix_runs_experiment ON runs (experiment)",
    "CREATE INDEX ix_runs_with_result ON runs (id) WHERE result IS NOT NULL",
    "CREATE UNIQUE INDEX ix_quiz_answers_attempt_id_place ON quiz_answers (attempt_id, place)",
    "CREATE UNIQUE INDEX ix_quiz_attempts_open ON quiz_attempts (state) WHERE state = 'open'",
    "CREATE TRIGGER tr_quiz_attempts_update BEFORE UPDATE OF id, started_at, ended_at, mode, "
    "state, time_limit_s, seed, chosen, place ON quiz_attempts WHEN OLD.state <> 'open' BEGIN "
    "SELECT RAISE(ABORT, 'quiz_attempts stay what they were'); END",
    "CREATE TRIGGER tr_quiz_attempts_delete BEFORE DELETE ON quiz_attempts BEGIN SELECT "
    "RAISE(ABORT, 'quiz_attempts stay what they were'); END",
    "CREATE TRIGGER tr_reviews_update BEFORE UPDATE ON reviews BEGIN SELECT RAISE(ABORT, "
    "'reviews is append-only'); END",
    "CREATE TRIGGER tr_reviews_delete BEFORE DELETE ON reviews BEGIN SELECT RAISE(ABORT, "
    "'reviews is append-only'); END",
    "CREATE TRIGGER tr_predictions_update BEFORE UPDATE ON predictions BEGIN SELECT "
    "RAISE(ABORT, 'predictions is append-only'); END",
    "CREATE TRIGGER tr_predictions_delete BEFORE DELETE ON predictions BEGIN SELECT "
    "RAISE(ABORT, 'predictions is append-only'); END",
    "CREATE TRIGGER tr_runs_update BEFORE UPDATE OF id, card_id, at, experiment, settings, "
    "members, seed, met, shown, seconds, device ON runs BEGIN SELECT RAISE(ABORT, 'runs stay "
    "what they were'); END",
    "CREATE TRIGGER tr_runs_result BEFORE UPDATE OF result ON runs WHEN NEW.result IS NOT "
    "NULL BEGIN SELECT RAISE(ABORT, 'runs stay what they were'); END",
    "CREATE TRIGGER tr_review_cancellations_update BEFORE UPDATE ON review_cancellations "
    "BEGIN SELECT RAISE(ABORT, 'review_cancellations is append-only'); END",
    "CREATE TRIGGER tr_review_cancellations_delete BEFORE DELETE ON review_cancellations "
    "BEGIN SELECT RAISE(ABORT, 'review_cancellations is append-only'); END",
    "CREATE TRIGGER tr_quiz_answers_update BEFORE UPDATE OF id, attempt_id, place, card_id, "
    "body_hash, response, certainty, score, spent_ms, is_flagged, locked_at ON quiz_answers "
    "WHEN OLD.locked_at IS NOT NULL BEGIN SELECT RAISE(ABORT, 'quiz_answers stay what they "
    "were'); END",
    "CREATE TRIGGER tr_quiz_answers_delete BEFORE DELETE ON quiz_answers BEGIN SELECT "
    "RAISE(ABORT, 'quiz_answers stay what they were'); END",
)
