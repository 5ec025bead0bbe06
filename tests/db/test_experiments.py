import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from db import experiments
from db.collection import Collection
from db.driver import Connection
from db.errors import CorruptedCollectionError
from db.experiment_rows import Certainty, Closeness, PredictionRow, RunRow
from tests.db.chapters import chapter_of, note
from tests.db.experiment_maker import NOW, RESULT, predict, run

HOUR = timedelta(hours=1)


def opened(path: Path) -> Collection:
    return Collection.open(path, clock=lambda: NOW)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a.sqlite3"


@pytest.fixture
def collection(path: Path) -> Iterator[Collection]:
    """With cards 1 and 2."""
    with closing(opened(path)) as collection:
        collection.apply_import(chapter_of(note("a"), note("b")))
        yield collection


def test_a_prediction_is_there_when_the_collection_is_opened_again(path: Path) -> None:
    with closing(opened(path)) as collection:
        collection.apply_import(chapter_of(note("a")))
        made = predict(
            collection,
            settings='{"width": 8, "activation": "relu"}',
            guess="curve:loss/train",
            answer="[[0, 1.5], [1, 0.5]]",
            certainty=Certainty.SURE,
            truth="[[0, 1.4], [1, 0.2]]",
            closeness=Closeness.NEAR,
            distance=0.25,
        )
    with closing(opened(path)) as collection:
        (found,) = collection.experiments.predictions(1)
    assert found == made
    assert found == PredictionRow(
        made.id, 1, NOW, "dead_relu", '{"activation": "relu", "width": 8}', "curve:loss/train",
        "[[0, 1.5], [1, 0.5]]", Certainty.SURE, 0, 32, "[[0, 1.4], [1, 0.2]]", Closeness.NEAR, 0.25,
    )  # fmt: skip
    assert isinstance(found.certainty, Certainty)
    assert isinstance(found.closeness, Closeness)


def test_what_could_not_be_judged_stays_so(collection: Collection) -> None:
    predict(collection, truth="null", closeness=None)
    (found,) = collection.experiments.predictions(1)
    assert (found.truth, found.closeness, found.distance) == ("null", None, None)


def test_predictions_of_a_card_come_newest_first(collection: Collection) -> None:
    made = [predict(collection, now=NOW + n * HOUR) for n in range(4)]
    predict(collection, 2)
    assert collection.experiments.predictions(1) == tuple(made[::-1])
    assert collection.experiments.predictions(1, 2) == (made[3], made[2])
    assert len(collection.experiments.predictions(2)) == 1
    assert collection.experiments.predictions(99) == ()


def test_the_order_survives_a_clock_set_back(collection: Collection) -> None:
    first = predict(collection, now=NOW)
    second = predict(collection, now=NOW - 24 * HOUR)
    assert collection.experiments.predictions(1) == (second, first)
    late, early = run(collection, now=NOW), run(collection, now=NOW - 24 * HOUR)
    assert collection.experiments.runs() == (early, late)


@pytest.mark.parametrize("name", ["settings", "answer", "truth"])
@pytest.mark.parametrize("text", ["", "{", "[NaN]", "-Infinity"])
def test_what_is_no_json_is_refused(collection: Collection, name: str, text: str) -> None:
    given: dict[str, Any] = {name: text}
    with pytest.raises(ValueError):  # noqa: PT011 - json's own words
        predict(collection, **given)
    assert collection.experiments.predictions(1) == ()


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE predictions SET closeness = 'right'",
        "DELETE FROM predictions",
        "UPDATE runs SET met = 32",
        "UPDATE runs SET at = 0, note = 'x'",
        "UPDATE runs SET result = x'00'",
        "INSERT OR REPLACE INTO predictions SELECT * FROM predictions",
    ],
)
def test_what_is_logged_stays_what_it_was(collection: Collection, change: str) -> None:
    predict(collection)
    run(collection)
    with (
        pytest.raises(sqlite3.IntegrityError, match=r"append-only|stay what they were"),
        collection._store.writer.begin() as connection,
    ):
        connection.execute(change)


@pytest.mark.parametrize(
    ("record", "given"),
    [
        (predict, {"certainty": "perhaps"}),
        (predict, {"closeness": "far"}),
        (predict, {"distance": -1.0}),
        (predict, {"members": 0}),
        (predict, {"card_id": 99}),
        (run, {"met": 33}),
        (run, {"met": -1}),
        (run, {"seconds": -1.0}),
        (run, {"members": 0}),
        (run, {"card_id": 99}),
    ],
)
def test_what_can_never_be_is_refused(
    collection: Collection, record: Any, given: dict[str, Any]
) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        record(collection, **given)
    collection.check()


def test_a_run_is_there_when_the_collection_is_opened_again(path: Path) -> None:
    with closing(opened(path)) as collection:
        collection.apply_import(chapter_of(note("a")))
        made = run(collection, card_id=1, note="À revoir")
    with closing(opened(path)) as collection:
        (found,) = collection.experiments.runs()
        assert collection.experiments.run_result(found.id) == RESULT
    assert found == made
    assert found == RunRow(
        made.id, 1, NOW, "dead_relu", '{"learning_rate": 0.3}', 32, 7, 31, 32, 1.25, "cpu",
        "À revoir", has_result=True,
    )  # fmt: skip


def test_results_take_less_room_than_their_text(collection: Collection) -> None:
    run(collection)
    with collection._store.reader.begin() as connection:
        (bytes_kept,) = connection.rows("SELECT length(result) FROM runs")[0]
    assert bytes_kept < len(RESULT.encode()) / 2


def test_the_history_is_read_page_by_page(collection: Collection) -> None:
    made = [run(collection, now=NOW + n * HOUR) for n in range(7)]
    log = collection.experiments
    pages, last = [], None
    while page := log.runs(limit=3, before=last):
        pages.append(page)
        last = page[-1].id
    assert [len(page) for page in pages] == [3, 3, 1]
    assert [row for page in pages for row in page] == made[::-1]


def test_runs_are_found_by_words_whatever_their_case_and_accents(collection: Collection) -> None:
    relu = run(collection, note="Époque décisive : cœur du sujet", now=NOW)
    xor = run(collection, experiment="xor", settings='{"activation": "tanh"}', now=NOW + HOUR)
    found = collection.experiments.runs
    assert found("epoque") == found("ÉPOQUE") == found("De\u0301cisive") == (relu,)
    assert found("coeur") == found("cœur") == (relu,)
    assert found("TANH") == found("xor") == (xor,)
    assert found("learning_rate 0.3") == found("0.3 dead") == (relu,)
    assert found("r") == (xor, relu)
    assert found("tanh relu") == found("%") == ()


def test_runs_of_one_experiment_are_found(collection: Collection) -> None:
    relu, xor = run(collection), run(collection, experiment="xor", note="un mot")
    found = collection.experiments.runs
    assert found(experiment="xor") == (xor,)
    assert found(experiment="xo") == ()
    assert found("mot", "xor") == (xor,)
    assert found("mot", "dead_relu") == ()
    assert found(experiment="dead_relu", before=xor.id) == (relu,)


def test_only_the_newest_results_are_kept(
    collection: Collection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(experiments, "KEPT_RESULTS", 3)
    made = [run(collection, now=NOW + n * HOUR, note=str(n)) for n in range(5)]
    log = collection.experiments
    assert [row.has_result for row in log.runs()] == [True, True, True, False, False]
    assert [row._replace(has_result=True) for row in log.runs()] == made[::-1]
    assert [log.run_result(row.id) == RESULT for row in made] == [False, False, True, True, True]
    assert log.run_result(made[0].id) == ""


def test_the_learner_s_note_can_change(collection: Collection) -> None:
    first, second = run(collection), run(collection)
    collection.experiments.note_run(first.id, "À montrer")
    assert collection.experiments.runs() == (second, first._replace(note="À montrer"))
    assert collection.experiments.runs("montrer") == (first._replace(note="À montrer"),)
    assert collection.experiments.run_result(first.id) == RESULT


def test_runs_can_be_cleared(collection: Collection) -> None:
    made = [run(collection) for _ in range(4)]
    predict(collection)
    collection.experiments.delete_runs([made[0].id, made[3].id, 12])
    assert collection.experiments.runs() == (made[2], made[1])
    assert len(collection.experiments.predictions(1)) == 1
    collection.check()


def test_there_is_no_such_run(collection: Collection) -> None:
    with pytest.raises(KeyError):
        collection.experiments.run_result(1)
    with pytest.raises(KeyError):
        collection.experiments.note_run(1, "x")


@pytest.mark.parametrize("damage", ["x'00'", "substr(result, 1, 60)", "x'789c030000000002'"])
def test_a_damaged_result_is_told(path: Path, damage: str) -> None:
    """The checksum of zlib sees what SQLite does not; the last one is whole, but for its sum."""
    with closing(opened(path)) as collection:
        run_id = run(collection).id
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("DROP TRIGGER tr_runs_result")
        database.execute(f"UPDATE runs SET result = {damage}")
    with closing(opened(path)) as collection:
        with pytest.raises(CorruptedCollectionError):
            collection.experiments.run_result(run_id)
        assert len(collection.experiments.runs()) == 1


@pytest.mark.parametrize(
    ("table", "column"),
    [("predictions", "truth"), ("predictions", "settings"), ("runs", "settings")],
)
def test_the_full_check_sees_what_is_no_json(path: Path, table: str, column: str) -> None:
    with closing(opened(path)) as collection:
        collection.apply_import(chapter_of(note("a")))
        predict(collection)
        run(collection)
        collection.check()
    with closing(sqlite3.connect(path)) as database, database:
        database.execute(f"DROP TRIGGER tr_{table}_update")
        database.execute(f"UPDATE {table} SET {column} = '[cut'")
    with closing(opened(path)) as collection, pytest.raises(CorruptedCollectionError, match=table):
        collection.check()


@pytest.mark.parametrize(
    ("query", "index"),
    [
        ("SELECT * FROM predictions WHERE card_id = 5 ORDER BY id DESC LIMIT 5",
         "ix_predictions_card_id"),
        ("SELECT * FROM runs WHERE experiment = 'x' AND id < 9 ORDER BY id DESC LIMIT 5",
         "ix_runs_experiment"),
        ("SELECT id FROM runs WHERE result IS NOT NULL ORDER BY id DESC LIMIT 1 OFFSET 500",
         "ix_runs_with_result"),
    ],
)  # fmt: skip
def test_frequent_questions_have_an_index(collection: Collection, query: str, index: str) -> None:
    with collection._store.reader.begin() as connection:
        plan = str(connection.rows(f"EXPLAIN QUERY PLAN {query}"))
    assert index in plan
    assert "TEMP B-TREE" not in plan


def test_a_record_is_committed_before_it_is_acknowledged(
    collection: Collection, path: Path
) -> None:
    """Another connection sees it at once, and the disk was asked to keep it."""
    predict(collection)
    run(collection)
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as database:
        counts = "SELECT (SELECT count(*) FROM predictions), (SELECT count(*) FROM runs)"
        assert database.execute(counts).fetchone() == (1, 1)
    assert _synchronous(collection) == 2  # FULL: https://www.sqlite.org/pragma.html


def _synchronous(collection: Collection) -> int:
    with collection._store.writer.glance() as connection:
        assert isinstance(connection, Connection)
        value: int = connection.rows("PRAGMA synchronous")[0][0]
        return value
