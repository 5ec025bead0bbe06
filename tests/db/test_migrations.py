import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from shutil import copy, copytree

import pytest
from alembic.script import ScriptDirectory

from db import upgrade as upgrading
from db.collection import Collection
from db.creation import REVISION, create_collection
from db.errors import DiskFullError
from db.rows import CardState, Grade, Notice, NoticeKind, Scale
from db.upgrade import MIGRATIONS, upgrade

NOW = datetime(2026, 3, 3, 9, tzinfo=UTC)
DATA = Path(__file__).parents[1] / "data"
RELEASED = sorted(DATA.glob("collection-*.sqlite3"))
OLDEST = RELEASED[0]
FAILING = """
from alembic import op
revision = "9000"
down_revision = "{head}"
def upgrade():
    op.execute("CREATE TABLE half_way (id INTEGER)")
    op.execute("DELETE FROM settings")
    op.execute("INSERT INTO nowhere VALUES (1)")
"""
DANGLING = FAILING.replace("INSERT INTO nowhere VALUES (1)", "UPDATE cards SET note_id = 999")


def schema(path: Path) -> set[tuple[str, str, str]]:
    """Everything in the schema; the SQL without its line breaks."""
    with closing(sqlite3.connect(path)) as database:
        rows = database.execute("SELECT type, name, coalesce(sql, '') FROM sqlite_master")
        return {(kind, name, " ".join(sql.split())) for kind, name, sql in rows}


def rows_of(path: Path) -> dict[str, list[tuple[object, ...]]]:
    with closing(sqlite3.connect(path)) as database:
        names = [
            row[0] for row in database.execute("SELECT name FROM sqlite_master WHERE type='table'")
        ]
        return {name: sorted(database.execute(f"SELECT * FROM {name}"), key=repr) for name in names}


@pytest.fixture
def old(tmp_path: Path) -> Path:
    return Path(copy(OLDEST, tmp_path / "mine.sqlite3"))


def test_migrations_and_tables_say_the_same(tmp_path: Path) -> None:
    create_collection(tmp_path / "made.sqlite3")
    (tmp_path / "migrated.sqlite3").touch()
    upgrade(tmp_path / "migrated.sqlite3")
    assert schema(tmp_path / "migrated.sqlite3") == schema(tmp_path / "made.sqlite3")


def test_new_collections_have_the_latest_format() -> None:
    assert ScriptDirectory(str(MIGRATIONS)).get_heads() == [REVISION]


def test_formats_are_numbered_in_order() -> None:
    script = ScriptDirectory(str(MIGRATIONS))
    numbers = [int(revision.revision) for revision in script.walk_revisions()]
    assert numbers[::-1] == list(range(1, len(numbers) + 1))


def test_every_format_but_this_one_left_a_file() -> None:
    assert [int(path.stem[-4:]) for path in RELEASED] == list(range(1, len(RELEASED) + 1))
    assert len(RELEASED) >= int(REVISION) - 1


@pytest.mark.parametrize("released", RELEASED, ids=lambda path: path.stem)
def test_every_released_collection_is_brought_to_today(tmp_path: Path, released: Path) -> None:
    path = Path(copy(released, tmp_path / "mine.sqlite3"))
    before = rows_of(released)
    with closing(Collection.open(path, clock=lambda: NOW)) as collection:
        collection.check()
        _is_as_it_was(collection)
    create_collection(tmp_path / "new.sqlite3")
    assert schema(path) == schema(tmp_path / "new.sqlite3")
    after = rows_of(path)
    assert after["alembic_version"] == [(REVISION,)]
    for table in ("reviews", "review_cancellations", "settings", "state", "media"):
        assert set(after[table]) >= set(before[table])


def _is_as_it_was(collection: Collection) -> None:
    """What was put into every file of tests/data, by hand."""
    views = {(view.note.uid, view.card.ordinal): view for view in collection.find_cards()}
    assert len(views) == 6
    relu = views["introduction/relu", 1]
    assert relu.card.memory.state is CardState.REVIEW
    assert relu.card.memory.stability == 2.3065
    assert relu.note.tags == ("introduction", "formule")
    assert relu.deck_path == ("1 · Introduction", "ReLU et sa famille")
    assert views["introduction/mlp", 0].card.flag == 2
    assert views["introduction/derivee", 0].card.is_suspended
    assert views["introduction/gele", 0].note.front == "Ma question"
    assert collection.settings().new_per_day == 12
    assert collection.settings().time_zone == "Europe/Paris"
    assert collection.state("course.introduction") == "abc"
    queue = collection.day_queue(NOW)
    card = queue.next(NOW)
    assert card is not None
    collection.grade(card, Grade.GOOD, NOW, duration_ms=1, raw=3, scale=Scale.FOUR)


@pytest.mark.parametrize("released", RELEASED, ids=lambda path: path.stem)
def test_every_row_of_a_released_collection_is_kept(tmp_path: Path, released: Path) -> None:
    path = Path(copy(released, tmp_path / "mine.sqlite3"))
    before = columns_of(path, path)
    upgrade(path)
    after = columns_of(path, released)
    assert before.pop("alembic_version") != after.pop("alembic_version")
    assert after == before
    assert len(before["reviews"]) == 4


def columns_of(path: Path, like: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row of the tables and columns that the collection `like` has."""
    with closing(sqlite3.connect(like)) as database:
        found = database.execute(
            "SELECT m.name, group_concat('\"' || c.name || '\"') FROM sqlite_master m,"
            " pragma_table_info(m.name) c WHERE m.type = 'table' GROUP BY m.name"
        ).fetchall()
    with closing(sqlite3.connect(path)) as database:
        return {
            name: sorted(database.execute(f"SELECT {columns} FROM {name}"), key=repr)
            for name, columns in found
        }


@pytest.mark.parametrize("released", RELEASED, ids=lambda path: path.stem)
def test_the_course_s_experiments_stay_the_course_s(tmp_path: Path, released: Path) -> None:
    path = Path(copy(released, tmp_path / "mine.sqlite3"))
    upgrade(path)
    with closing(sqlite3.connect(path)) as database:
        found = database.execute("SELECT uid, delivered_experiment FROM notes ORDER BY id")
        assert dict(found) == {
            "introduction/relu": '{"name": "dead_relu", "settings": {"lr": 0.3}}',
            "introduction/mlp": "",
            "introduction/derivee": "",
            "introduction/gele": "",
        }


def test_a_mistake_of_ours_with_an_old_collection_stays_one(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What doubts the file reads tables that it has not yet."""

    def wrong(*_: object, **_options: object) -> None:
        raise ValueError("a mistake")

    monkeypatch.setattr("db.opening.back_up", wrong)
    with pytest.raises(ValueError, match="a mistake"):
        Collection.open(old, clock=lambda: NOW)


def test_a_backup_is_made_before(old: Path) -> None:
    with closing(Collection.open(old, clock=lambda: NOW)) as collection:
        backup = old.parent / "backups" / "mine-20260303-090000-0001.sqlite3"
        assert Notice(NoticeKind.MIGRATED, str(backup)) in collection.notices
    assert rows_of(backup) == rows_of(OLDEST)
    assert schema(backup) == schema(OLDEST)


def test_a_collection_of_today_gets_no_backup(old: Path) -> None:
    Collection.open(old, clock=lambda: NOW).close()
    (backup,) = (old.parent / "backups").iterdir()
    with closing(Collection.open(old, clock=lambda: NOW)) as collection:
        assert collection.notices == ()
    assert list(backup.parent.iterdir()) == [backup]


@pytest.mark.parametrize(
    ("script", "error"), [(FAILING, "nowhere"), (DANGLING, "refer to nothing")]
)
def test_a_migration_that_fails_changes_nothing(
    old: Path, monkeypatch: pytest.MonkeyPatch, script: str, error: str
) -> None:
    folder = old.parent / "migrations 100%"
    copytree(MIGRATIONS, folder)
    (folder / "versions" / "v9000_fails.py").write_text(script.format(head=REVISION))
    before = rows_of(old)
    monkeypatch.setattr(
        upgrading.upgrade, "__kwdefaults__", {"target": "head", "migrations": folder}
    )
    with pytest.raises(Exception, match=error):
        Collection.open(old, clock=lambda: NOW)
    assert rows_of(old) == before
    assert schema(old) == schema(OLDEST)
    monkeypatch.undo()
    with closing(Collection.open(old, clock=lambda: NOW)) as collection:
        _is_as_it_was(collection)


def test_no_room_for_the_backup_changes_nothing(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = rows_of(old)

    def full(*_: object) -> None:
        error = sqlite3.OperationalError("database or disk is full")
        error.sqlite_errorcode = sqlite3.SQLITE_FULL
        raise error

    monkeypatch.setattr("db.backup._copy", full)
    with pytest.raises(DiskFullError):
        Collection.open(old, clock=lambda: NOW)
    assert rows_of(old) == before
    assert list((old.parent / "backups").iterdir()) == []


@pytest.mark.slow
def test_alembic_stays_out_of_the_way(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from db.collection import Collection;"
        "[Collection.open(Path(sys.argv[1])).close() for _ in range(2)];"
        "print('alembic' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, tmp_path / "a.sqlite3"],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    assert done.stdout == "False\n"
