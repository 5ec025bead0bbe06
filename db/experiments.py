"""What the learner predicted, and the history of runs: two logs beside that of reviews.

What an experiment is, and what its settings, answers and results mean, is not known here: they are
JSON, written and read by others.
"""

import json
import zlib
from collections.abc import Collection, Iterator
from datetime import datetime
from itertools import islice
from typing import Any

from db.checking import doubting
from db.driver import Connection, Row
from db.engine import Store
from db.errors import CorruptedCollectionError
from db.experiment_rows import Certainty, Closeness, PredictionRow, RunRow
from db.folding import search_for
from db.ids import fresh
from db.json_text import canonical, sound
from db.records import from_ms, to_ms
from db.sql import experiments as sql
from db.statement import Statement

KEPT_RESULTS = 500
"""So many runs keep what they drew, 1 to 25 kB each; of older ones only the row stays."""

_FAST = 1  # zlib's level: 7 % more room than 6, in less than half the time
_AFTER_ALL = 2**63 - 1


class ExperimentLog:
    """Predictions and runs; any thread may use it, as the `Collection` that it belongs to.

    What is recorded is on the disk when the method returns. Every method may raise a
    `CollectionError`: nothing was changed then.

    Args:
        store: The collection.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    def record_prediction(
        self,
        card_id: int,
        now: datetime,
        *,
        experiment: str,
        settings: str,
        guess: str,
        answer: str,
        certainty: Certainty,
        seed: int,
        members: int,
        truth: str,
        closeness: Closeness | None = None,
        distance: float | None = None,
    ) -> PredictionRow:
        """Log what the learner predicted on a card, and what happened.

        Raises:
            ValueError: If `settings`, `answer` or `truth` is no JSON.
        """
        row = PredictionRow(
            0, card_id, _in_ms(now), experiment, canonical(settings), guess, sound(answer),
            certainty, seed, members, sound(truth), closeness, distance,
        )  # fmt: skip
        with doubting(self._store), self._store.writer.begin() as connection:
            return row._replace(id=_add(connection, sql.ADD_PREDICTION, now, row._asdict()))

    def predictions(self, card_id: int, limit: int = 20) -> tuple[PredictionRow, ...]:
        """The latest predictions on a card, newest first."""
        with doubting(self._store), self._store.writer.glance() as connection:
            found = sql.PREDICTIONS.rows(connection, card_id=card_id, limit=limit)
            return tuple(map(_prediction_of, found))

    def record_run(
        self,
        now: datetime,
        *,
        experiment: str,
        settings: str,
        members: int,
        seed: int,
        met: int,
        shown: int,
        seconds: float,
        device: str,
        result: str,
        card_id: int | None = None,
        note: str = "",
    ) -> RunRow:
        """Log a run that is over, and let go of what the oldest one beyond `KEPT_RESULTS` drew.

        Args:
            now: Aware.
            experiment: Its name.
            settings: JSON: those that differ from the experiment's defaults.
            members: How many networks a case, from 1.
            seed: Of the first network.
            met: In how many networks the claim held.
            shown: Of how many.
            seconds: How long it took.
            device: Where it was computed.
            result: The run's file.
            card_id: The card that it was launched on.
            note: The learner's.

        Raises:
            ValueError: If `settings` is no JSON.
        """
        row = RunRow(
            0, card_id, _in_ms(now), experiment, canonical(settings), members, seed,
            met, shown, seconds, device, note,
        )  # fmt: skip
        values = row._asdict() | {"result": zlib.compress(result.encode(), _FAST)}
        with doubting(self._store), self._store.writer.begin() as connection:
            run_id = _add(connection, sql.ADD_RUN, now, values)
            sql.LET_RESULTS_GO.run(connection, kept=KEPT_RESULTS)
        return row._replace(id=run_id)

    def runs(
        self, search: str = "", experiment: str = "", limit: int = 50, before: int | None = None
    ) -> tuple[RunRow, ...]:
        """A page of the history, newest first.

        Args:
            search: Words that the experiment's name, the settings or the note have in them,
                whatever the case and accents.
            experiment: Only its runs, if given.
            limit: Not more than so many.
            before: Only runs older than this one: the id of the last run of the page before.
        """
        is_found = search_for(search)
        last = _AFTER_ALL if before is None else before
        with doubting(self._store), self._store.reader.begin() as connection:
            found = (
                row
                for row in _history(connection, experiment, last, limit)
                if is_found(f"{row.experiment} {row.settings} {row.note}")
            )
            return tuple(islice(found, limit))

    def run_result(self, run_id: int) -> str:
        """The file of a run, as recorded; "" if it was let go.

        Raises:
            KeyError: If there is no such run.
        """
        with doubting(self._store), self._store.reader.begin() as connection:
            found = sql.RESULT.rows(connection, of=run_id)
        if not found:
            raise KeyError(run_id)
        try:
            return "" if found[0][0] is None else zlib.decompress(found[0][0]).decode()
        except (zlib.error, UnicodeDecodeError) as error:
            raise CorruptedCollectionError(self._store.path, f"run {run_id}: {error}") from error

    def note_run(self, run_id: int, text: str) -> None:
        """Write the learner's note on a run.

        Raises:
            KeyError: If there is no such run.
        """
        with doubting(self._store), self._store.writer.begin() as connection:
            count = sql.SET_NOTE.run(connection, of=run_id, note=text).rowcount
        if count != 1:
            raise KeyError(run_id)

    def delete_runs(self, run_ids: Collection[int]) -> None:
        """Clear runs from the history for good; those that are not there do no harm."""
        with doubting(self._store), self._store.writer.begin() as connection:
            sql.DELETE_RUNS.run(connection, ids=json.dumps(list(run_ids)))


def _add(connection: Connection, statement: Statement, now: datetime, row: dict[str, Any]) -> int:
    at = to_ms(now)
    return statement.run(connection, **row | {"at": at}, **fresh(at)).lastrowid or 0


def _history(connection: Connection, experiment: str, before: int, page: int) -> Iterator[RunRow]:
    """All runs, or those of an experiment, newest first; so many are read at once."""
    wanted = sql.RUNS_OF if experiment else sql.RUNS
    while rows := wanted.rows(connection, experiment=experiment, before=before, limit=page):
        yield from map(_run_of, rows)
        before = rows[-1][0]


def _prediction_of(row: Row) -> PredictionRow:
    found = PredictionRow._make(row)
    return found._replace(
        at=from_ms(row[2]),
        certainty=Certainty(found.certainty),
        closeness=None if found.closeness is None else Closeness(found.closeness),
    )


def _run_of(row: Row) -> RunRow:
    found = RunRow._make(row)
    return found._replace(at=from_ms(row[2]), has_result=bool(found.has_result))


def _in_ms(moment: datetime) -> datetime:
    return from_ms(to_ms(moment))
