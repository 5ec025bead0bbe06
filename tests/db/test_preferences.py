import json
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import insert

from db.collection import Collection
from db.engine import Store
from db.preferences import load_settings, save_settings
from db.rows import Notice, NoticeKind, Scale
from db.settings import NewOrder, StudySettings
from db.tables import settings as table
from tests.db.core import run
from tests.db.store_maker import store_with

ALL_CHANGED = StudySettings(
    desired_retention=0.85,
    new_per_day=0,
    reviews_per_day=9999,
    learning_steps_min=(0.5, 5.0, 60.0),
    relearning_steps_min=(),
    maximum_interval_days=365,
    rollover_hour=0,
    time_zone="America/St_Johns",
    learn_ahead_min=0,
    bury_siblings=False,
    new_order=NewOrder.MIXED,
    fuzz=False,
    scale=Scale.FIVE,
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with store_with(tmp_path / "a.sqlite3") as store:
        yield store


def put(store: Store, **stored: str) -> None:
    with store.writer.begin() as connection:
        rows = [{"key": key, "value": value} for key, value in stored.items()]
        run(connection, insert(table), rows)


def load(store: Store) -> tuple[StudySettings, tuple[Notice, ...]]:
    with store.reader.begin() as connection:
        return load_settings(connection)


def test_a_new_collection_has_the_defaults(store: Store) -> None:
    assert load(store) == (StudySettings(), ())


def test_every_setting_is_kept(store: Store) -> None:
    usual = StudySettings._field_defaults
    different = [name for name, value in ALL_CHANGED._asdict().items() if value != usual[name]]
    assert different == list(StudySettings._fields)
    for settings in (StudySettings(), ALL_CHANGED):
        with store.writer.begin() as connection:
            save_settings(connection, settings)
        assert load(store) == (settings, ())


@pytest.mark.parametrize(
    ("name", "stored"),
    [
        ("desired_retention", 0.5),
        ("desired_retention", "high"),
        ("desired_retention", float("nan")),
        ("new_per_day", -1),
        ("new_per_day", 20.5),
        ("new_per_day", True),
        ("new_per_day", None),
        ("learning_steps_min", 10),
        ("learning_steps_min", [1, "ten"]),
        ("learning_steps_min", [0]),
        ("rollover_hour", 24),
        ("time_zone", "Europe/Atlantis"),
        ("time_zone", 1),
        ("fuzz", 1),
        ("new_order", "whenever"),
        ("scale", []),
    ],
)
def test_a_stored_value_that_makes_no_sense_is_not_used(
    store: Store, name: str, stored: Any
) -> None:
    put(store, learn_ahead_min="5", **{name: json.dumps(stored)})
    settings, notices = load(store)
    assert settings == StudySettings(learn_ahead_min=5)
    assert notices == (Notice(NoticeKind.SETTINGS_IGNORED, name),)


def test_settings_that_are_no_json_or_unknown_do_no_harm(store: Store) -> None:
    put(store, fuzz="{", scale="", from_a_later_version="[1]")
    settings, notices = load(store)
    assert settings == StudySettings()
    assert notices == (Notice(NoticeKind.SETTINGS_IGNORED, "fuzz, scale"),)


@pytest.mark.parametrize(
    "change",
    [
        {"desired_retention": 1.0},
        {"new_per_day": 10_000},
        {"learning_steps_min": (1.0, -5.0)},
        {"time_zone": "Nowhere"},
    ],
)
def test_nonsense_is_not_saved(store: Store, change: dict[str, Any]) -> None:
    with (
        pytest.raises(ValueError, match=r".") as caught,
        store.writer.begin() as connection,
    ):
        save_settings(connection, StudySettings()._replace(**change))
    assert next(iter(change)) in str(caught.value)
    assert load(store) == (StudySettings(), ())


def test_a_collection_uses_its_settings_at_once_and_next_time(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite3"
    morning = datetime(2026, 3, 2, 6, tzinfo=UTC)
    with closing(Collection.open(path)) as collection:
        collection.save_settings(StudySettings(time_zone="UTC", rollover_hour=4))
        assert collection.calendar().day_of(morning) == morning.toordinal()
        collection.save_settings(StudySettings(time_zone="UTC", rollover_hour=7))
        assert collection.calendar().day_of(morning) == morning.toordinal() - 1
    with closing(Collection.open(path)) as collection:
        assert collection.settings().rollover_hour == 7
        assert collection.calendar().day_of(morning) == morning.toordinal() - 1


def test_a_collection_tells_of_settings_it_cannot_use(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite3"
    with store_with(path) as store:
        put(store, scale='"six"')
    with closing(Collection.open(path)) as collection:
        assert collection.notices == (Notice(NoticeKind.SETTINGS_IGNORED, "scale"),)
