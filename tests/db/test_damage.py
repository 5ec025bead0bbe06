"""A damaged file is told as such, whatever SQLite, its driver or our own code stumble over."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import pytest

from db.collection import Collection
from db.engine import connect
from db.errors import CollectionError, CorruptedCollectionError
from db.faults import fault_of
from db.rows import Grade, Scale
from tests.db.chapters import chapter_of, note
from tests.db.experiment_maker import predict, run

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
CHAPTER = chapter_of(*(note(f"n{n}", back="é" * 300, tags=("très", "bon")) for n in range(60)))
PAGE_BYTES = 4096


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a collection with notes and reviews is, closed."""
    path = tmp_path / "a.sqlite3"
    with closing(opened(path)) as collection:
        collection.apply_import(CHAPTER)
        for _ in range(5):
            grade_next(collection)
            predict(collection)
            run(collection)
    return path


def opened(path: Path) -> Collection:
    return Collection.open(path, clock=lambda: NOW)


def grade_next(collection: Collection) -> None:
    card = collection.day_queue(NOW).next(NOW)
    assert card is not None
    collection.grade(card, Grade.GOOD, NOW, duration_ms=1, raw=3, scale=Scale.FOUR)


def use(path: Path) -> None:
    """Everything that a sitting does."""
    with closing(opened(path)) as collection:
        collection.today(collection.day_queue(NOW).todo(), NOW)
        for view in collection.find_cards():
            collection.card_view(view.card.id)
        grade_next(collection)
        collection.preview_import(CHAPTER)
        collection.experiments.predictions(1)
        for row in collection.experiments.runs("relu"):
            collection.experiments.run_result(row.id)


def spoil(path: Path, sql: str) -> None:
    """Write what no constraint allows, as a flipped bit would."""
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("PRAGMA ignore_check_constraints = ON")
        database.execute("PRAGMA writable_schema = ON")
        database.execute(sql)


PREDICTION = "(1, 1, 1, {}, '[]', 'g', '1', '{}', 1, 1, '1', NULL, NULL)"
NOT_TEXT = "CAST(x'C3' AS TEXT)"  # half a letter in UTF-8


@pytest.mark.parametrize(
    "damage",
    [
        f"UPDATE notes SET front = {NOT_TEXT}",
        f"UPDATE notes SET tags = {NOT_TEXT}",
        f"UPDATE decks SET title = {NOT_TEXT}",
        f"INSERT INTO settings VALUES ('scale', {NOT_TEXT})",
        "UPDATE notes SET tags = '[\"cut'",
        "UPDATE notes SET kind = 'baric'",
        "UPDATE cards SET state = 200 WHERE reps = 0",
        f"INSERT INTO predictions VALUES {PREDICTION.format(NOT_TEXT, 'sure')}",
        f"INSERT INTO predictions VALUES {PREDICTION.format('1', 'surf')}",
        f"UPDATE runs SET note = {NOT_TEXT}",
        "UPDATE sqlite_master SET sql = replace(sql, 'duration_ms', 'duration_mt')",
        "UPDATE sqlite_master SET sql = replace(sql, 'front', 'fromt') WHERE name = 'notes'",
    ],
)
def test_what_makes_no_sense_is_damage(path: Path, damage: str) -> None:
    spoil(path, damage)
    with pytest.raises(CorruptedCollectionError):
        use(path)


def test_a_message_of_sqlite_that_is_no_text_is_damage(path: Path) -> None:
    """It quotes the schema; `UPDATE` cannot make this one, for SQLite reads what it writes."""
    whole = path.read_bytes()
    assert whole.count(b"CREATE TABLE notes") == 1
    path.write_bytes(whole.replace(b"CREATE TABLE notes", b"CREATE\xc3TABLE notes"))
    with pytest.raises(CorruptedCollectionError):
        opened(path)


def test_an_error_on_a_sound_file_stays_our_own(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def wrong(*_: object) -> None:
        raise ValueError("a mistake")

    monkeypatch.setattr("db.queries.card_of", wrong)
    with closing(opened(path)) as collection, pytest.raises(ValueError, match="a mistake"):
        collection.find_cards()


def test_what_the_driver_cannot_decode_is_damage(path: Path) -> None:
    with closing(sqlite3.connect(path)) as database, pytest.raises(sqlite3.Error) as caught:
        database.execute(f"SELECT {NOT_TEXT}").fetchall()
    assert type(fault_of(path, caught.value)) is CorruptedCollectionError


def test_a_transaction_on_a_damaged_file_ends(path: Path) -> None:
    spoil(path, f"UPDATE notes SET front = {NOT_TEXT}")
    with closing(connect(path)) as store:
        with pytest.raises(CorruptedCollectionError), store.writer.begin() as connection:
            connection.rows("SELECT front FROM notes")
        with store.writer.begin() as connection:
            assert connection.rows("SELECT count(*) FROM notes")[0][0] == 60


def flip_bits(whole: bytearray, chance: Random) -> None:
    for _ in range(chance.choice((1, 8, 100))):
        whole[chance.randrange(100, len(whole))] ^= 1 << chance.randrange(8)


def write_noise(whole: bytearray, chance: Random) -> None:
    at = chance.randrange(100, len(whole) - 200)
    whole[at : at + 200] = chance.randbytes(200)


def blank_a_page(whole: bytearray, chance: Random) -> None:
    at = chance.randrange(1, len(whole) // PAGE_BYTES) * PAGE_BYTES
    whole[at : at + PAGE_BYTES] = chance.choice((b"\0", b"\xff")) * PAGE_BYTES


@pytest.mark.slow
@pytest.mark.parametrize("damage", [flip_bits, write_noise, blank_a_page])
def test_any_damage_is_told_or_does_no_harm(
    path: Path, damage: Callable[[bytearray, Random], None]
) -> None:
    whole, chance = path.read_bytes(), Random(1)
    refused = 0
    for _ in range(100):
        spoilt = bytearray(whole)
        damage(spoilt, chance)
        path.write_bytes(spoilt)
        try:
            use(path)
        except CollectionError:
            refused += 1
        path.unlink()
    assert refused > 20
