"""Keep what the learner predicted, the history of runs, and the experiment a learner gave a note.

Until now an update of the course would have put its own experiment in the place of the learner's;
what the course delivered is kept beside it, as the hash of its words is.
"""

from alembic import op

revision = "0003"
down_revision = "0002"

STATEMENTS = (
    """
    ALTER TABLE notes ADD COLUMN delivered_experiment TEXT DEFAULT '' NOT NULL
    """,
    """
    UPDATE notes SET delivered_experiment = experiment WHERE experiment <> ''
    """,
    """
    CREATE TABLE predictions (
        id INTEGER NOT NULL,
        card_id INTEGER NOT NULL,
        at INTEGER NOT NULL,
        experiment TEXT NOT NULL,
        settings TEXT NOT NULL,
        guess TEXT NOT NULL,
        answer TEXT NOT NULL,
        certainty TEXT NOT NULL,
        seed INTEGER NOT NULL,
        members INTEGER NOT NULL,
        truth TEXT NOT NULL,
        closeness TEXT,
        distance REAL,
        CONSTRAINT pk_predictions PRIMARY KEY (id),
        CONSTRAINT ck_predictions_certainty CHECK (certainty IN ('sure', 'likely', 'guess')),
        CONSTRAINT ck_predictions_members CHECK (members >= 1),
        CONSTRAINT ck_predictions_closeness CHECK (closeness IN ('right', 'near', 'wrong')),
        CONSTRAINT ck_predictions_distance CHECK (distance >= 0),
        CONSTRAINT fk_predictions_card_id_cards FOREIGN KEY(card_id) REFERENCES cards (id)
    ) STRICT
    """,
    """
    CREATE INDEX ix_predictions_card_id ON predictions (card_id)
    """,
    """
    CREATE TRIGGER tr_predictions_update BEFORE UPDATE ON predictions BEGIN SELECT
        RAISE(ABORT, 'predictions is append-only'); END
    """,
    """
    CREATE TRIGGER tr_predictions_delete BEFORE DELETE ON predictions BEGIN SELECT
        RAISE(ABORT, 'predictions is append-only'); END
    """,
    """
    CREATE TABLE runs (
        id INTEGER NOT NULL,
        card_id INTEGER,
        at INTEGER NOT NULL,
        experiment TEXT NOT NULL,
        settings TEXT NOT NULL,
        members INTEGER NOT NULL,
        seed INTEGER NOT NULL,
        met INTEGER NOT NULL,
        shown INTEGER NOT NULL,
        seconds REAL NOT NULL,
        device TEXT NOT NULL,
        note TEXT DEFAULT '' NOT NULL,
        result BLOB,
        CONSTRAINT pk_runs PRIMARY KEY (id),
        CONSTRAINT ck_runs_members CHECK (members >= 1),
        CONSTRAINT ck_runs_met CHECK (met BETWEEN 0 AND shown),
        CONSTRAINT ck_runs_seconds CHECK (seconds >= 0),
        CONSTRAINT fk_runs_card_id_cards FOREIGN KEY(card_id) REFERENCES cards (id)
    ) STRICT
    """,
    """
    CREATE INDEX ix_runs_experiment ON runs (experiment)
    """,
    """
    CREATE INDEX ix_runs_with_result ON runs (id) WHERE result IS NOT NULL
    """,
    """
    CREATE TRIGGER tr_runs_update BEFORE UPDATE OF id, card_id, at, experiment, settings,
        members, seed, met, shown, seconds, device ON runs BEGIN SELECT RAISE(ABORT,
        'runs stay what they were'); END
    """,
    """
    CREATE TRIGGER tr_runs_result BEFORE UPDATE OF result ON runs WHEN NEW.result IS NOT
        NULL BEGIN SELECT RAISE(ABORT, 'runs stay what they were'); END
    """,
)


def upgrade() -> None:
    """Add two tables and a column."""
    for statement in STATEMENTS:
        op.execute(statement)
