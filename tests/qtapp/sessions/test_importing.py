"""An import step by step, in the background thread, on a real collection."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from db.errors import DiskFullError
from decks.errors import DeckError, Problem
from decks.model import Chapter
from qtapp.background import Background
from qtapp.sessions.desk import Desk
from qtapp.sessions.importing import ImportSession, Step
from qtapp.sessions.review import ReviewSession
from tests.qtapp.course import chapter, facts_of, small_chapter
from tests.qtapp.sessions.listening import Heard

FILE = Path("petit.md")


@pytest.fixture
def background() -> Iterator[Background]:
    made = Background()
    yield made
    made.finish()


def read(path: Path) -> tuple[Chapter, tuple[str, ...]]:
    return small_chapter(), ("Ligne 3 : un doute",)


def previewed(session: ImportSession, qtbot: QtBot) -> None:
    session.start()
    qtbot.waitUntil(lambda: session.state.step is not Step.READING, timeout=5000)


def test_the_preview_changes_nothing(desk: Desk, background: Background, qtbot: QtBot) -> None:
    before = facts_of(desk)
    session = ImportSession(desk, background, FILE, read)
    previewed(session, qtbot)
    assert session.state.step is Step.PREVIEW
    report = session.state.report
    assert report is not None
    assert (report.title, report.new, report.warnings) == ("Petit", 1, ("Ligne 3 : un doute",))
    assert facts_of(desk) == before


def test_applying_brings_the_cards_and_forgets_what_could_be_undone(
    desk: Desk, background: Background, qtbot: QtBot
) -> None:
    review = ReviewSession(desk)
    review.start()
    review.reveal()
    review.grade(3)
    session = ImportSession(desk, background, FILE, read)
    previewed(session, qtbot)
    session.apply()
    qtbot.waitUntil(lambda: session.state.step is Step.DONE, timeout=5000)
    assert facts_of(desk).counts.new == 6  # five are left of the first chapter, and one has come
    assert desk.history.to_undo is None


def test_the_same_file_again_changes_nothing(
    desk: Desk, background: Background, qtbot: QtBot
) -> None:
    session = ImportSession(desk, background, FILE, lambda path: (chapter(), ()))
    previewed(session, qtbot)
    report = session.state.report
    assert report is not None
    assert (report.new, report.updated, report.unchanged) == (0, 0, 6)


@pytest.mark.parametrize(
    "error",
    [
        DeckError(FILE, (Problem(3, "note-id-repeated", "a", "another id"),)),
        FileNotFoundError(2, "No such file", str(FILE)),
    ],
)
def test_a_wrong_file_is_told_and_changes_nothing(
    desk: Desk, background: Background, qtbot: QtBot, error: Exception
) -> None:
    def fail(path: Path) -> tuple[Chapter, tuple[str, ...]]:
        raise error

    before = facts_of(desk)
    session = ImportSession(desk, background, FILE, fail)
    trouble = Heard(session.trouble)
    previewed(session, qtbot)
    assert session.state.step is Step.FAILED
    assert trouble.last is error
    assert facts_of(desk) == before


def test_a_full_disk_while_importing_is_told(
    desk: Desk, background: Background, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = ImportSession(desk, background, FILE, read)
    trouble = Heard(session.trouble)
    previewed(session, qtbot)

    def fail(*_: object, **__: object) -> None:
        raise DiskFullError(desk.collection.path)

    monkeypatch.setattr(desk.collection, "apply_import", fail)
    session.apply()
    qtbot.waitUntil(lambda: session.state.step is Step.FAILED, timeout=5000)
    assert isinstance(trouble.last, DiskFullError)


def test_it_can_be_stopped_while_it_imports(
    desk: Desk, background: Background, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, go_on = facts_of(desk), Event()
    session = ImportSession(desk, background, FILE, read)
    previewed(session, qtbot)
    apply_import = desk.collection.apply_import

    def slowly(*arguments: object, **options: object) -> object:
        assert go_on.wait(5)
        return apply_import(*arguments, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(desk.collection, "apply_import", slowly)
    session.apply()
    session.cancel()
    go_on.set()
    qtbot.waitUntil(lambda: session.state.step is Step.CANCELLED, timeout=5000)
    assert facts_of(desk) == before


def test_stopped_while_it_reads_it_stays_stopped(
    desk: Desk, background: Background, qtbot: QtBot
) -> None:
    go_on = Event()

    def slowly(path: Path) -> tuple[Chapter, tuple[str, ...]]:
        assert go_on.wait(5)
        return read(path)

    session = ImportSession(desk, background, FILE, slowly)
    session.start()
    session.cancel()
    go_on.set()
    background.finish()
    qtbot.wait(1)
    assert session.state.step is Step.CANCELLED
    session.apply()
    assert session.state.step is Step.CANCELLED
