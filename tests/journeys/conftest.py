"""What the journeys share: a place, a time, and a collection to open."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from db.collection import Collection
from decks.bundled import course_digest
from qtapp.opening import bring_course_to_date
from tests.journeys.clock import Clock
from tests.journeys.learner import EVENING


@pytest.fixture
def in_paris(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The computer's time zone."""
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "Europe/Paris")
        _look_at_the_zone()
        yield
    _look_at_the_zone()


def _look_at_the_zone() -> None:
    if hasattr(time, "tzset"):  # not on Windows
        time.tzset()


@pytest.fixture
def clock(in_paris: None) -> Clock:
    """An evening in Paris, which lasts until a test says otherwise."""
    return Clock(EVENING)


@pytest.fixture(autouse=True)
def course(first_chapter_alone: Path) -> Path:
    """The app's own course, of which no journey needs more than the beginning."""
    return first_chapter_alone


@pytest.fixture(scope="session")
def made_before() -> dict[str, bytes]:
    """Collections by their course."""
    return {}


@pytest.fixture
def fresh_collection(course: Path, made_before: dict[str, bytes], tmp_path: Path) -> bytes:
    """A closed collection with the beginning of the course, as a first start leaves it."""
    digest = course_digest(course)
    if digest not in made_before:
        path = tmp_path / "fresh.epoque"
        collection = Collection.open(path, clock=Clock(EVENING))
        bring_course_to_date(collection)
        collection.close()
        made_before[digest] = path.read_bytes()
    return made_before[digest]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """The folder of the app's files."""
    return tmp_path / "home"


@pytest.fixture
def collection_path(home: Path, fresh_collection: bytes) -> Path:
    """Where the app finds a collection that was used before."""
    path = home / "data" / "collection.epoque"
    path.parent.mkdir(parents=True)
    path.write_bytes(fresh_collection)
    return path
