"""Trouble in the middle of a review is told, the card stays, and nothing saved is lost."""

import sqlite3
from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack, closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from qtapp.languages import Language
from qtapp.notify import Level
from qtapp.sessions.review_state import Phase
from tests.journeys.clock import Clock
from tests.journeys.faulty_world import disk_of, full_disk, no_more_pages, refused_writes, rows
from tests.journeys.learner import CONTROL, GOOD, Learner, answer, learner
from tests.journeys.told import BOTH, DAMAGED, FULL, UNWRITABLE

Fault = Callable[[Learner], AbstractContextManager[None]]


def of_sqlite(player: Learner) -> AbstractContextManager[None]:
    """The collection may not grow."""
    return no_more_pages(player.sitting.desk.collection)


def of_the_system(player: Learner) -> AbstractContextManager[None]:
    """The log of the database may not grow: what SQLite calls an input-output error."""
    path = player.sitting.desk.collection.path
    return refused_writes(path.with_name(path.name + "-wal").stat().st_size)


def answer_until_told(player: Learner, clock: Clock, words: str) -> None:
    """Answer cards until one cannot be saved (pages that have room are still filled)."""
    for _ in range(100):
        player.reveal()
        clock.pass_time(seconds=7)
        serial = player.review.serial
        player.press(GOOD)
        player.settle()
        if player.banner:
            assert words in player.banner
            assert (player.review.phase, player.review.serial) == (Phase.ANSWER, serial)
            return
        player.wait_for_phase(Phase.QUESTION)
    pytest.fail("every grade was saved")


@BOTH
@pytest.mark.parametrize(("fault", "sentences"), [(of_sqlite, FULL), (of_the_system, UNWRITABLE)])
def test_a_grade_that_cannot_be_saved_keeps_its_card(
    qapp: QApplication,
    home: Path,
    collection_path: Path,
    clock: Clock,
    fault: Fault,
    sentences: dict[Language, str],
    language: Language,
) -> None:
    with learner(qapp, home, clock, language) as player:
        player.wait_until_open()
        study = player.sitting.desk.collection.settings()
        player.sitting.save_settings(study._replace(new_per_day=500))  # enough to fill a page
        player.start_review()
        answer(player, clock)
        with fault(player):
            answer_until_told(player, clock, sentences[language])
            assert player.level is Level.ERROR
            assert str(collection_path) in player.banner
            face, saved, cards = (
                player.review.face,
                rows(collection_path),
                rows(collection_path, "cards"),
            )
            player.press(GOOD)
            player.settle()
            assert player.review.face == face
            assert sentences[language] in player.banner
            assert (rows(collection_path), rows(collection_path, "cards")) == (saved, cards)
        player.press(GOOD)
        player.wait_for_phase(Phase.QUESTION)
        assert player.review.face != face
        assert rows(collection_path)[:-1] == saved
        assert player.banner == ""  # what it said is no longer so


@pytest.mark.slow
@BOTH
def test_a_disk_that_is_really_full_loses_nothing(
    qapp: QApplication, home: Path, fresh_collection: bytes, clock: Clock, language: Language
) -> None:
    path = home / "data" / "collection.epoque"
    with disk_of(path.parent, "8m"):
        path.write_bytes(fresh_collection)
        with learner(qapp, home, clock, language) as player:
            player.start_review()
            answer(player, clock)
            with full_disk(path.parent):
                answer_until_told(player, clock, FULL[language])
                face, saved = player.review.face, rows(path)
                assert len(saved) >= 1
            player.press(GOOD)
            player.wait_for_phase(Phase.QUESTION)
            assert player.review.face != face
            assert rows(path)[:-1] == saved


@BOTH
def test_other_actions_that_cannot_be_saved_are_told(
    qapp: QApplication, home: Path, collection_path: Path, clock: Clock, language: Language
) -> None:
    with learner(qapp, home, clock, language) as player:
        player.start_review()
        answer(player, clock)
        face, cards = player.review.face, rows(collection_path, "cards")
        study = player.sitting.desk.collection.settings()
        with of_the_system(player):
            for key, modifiers in (
                (Qt.Key.Key_S, Qt.KeyboardModifier.NoModifier),
                (Qt.Key.Key_B, Qt.KeyboardModifier.NoModifier),
                (Qt.Key.Key_1, CONTROL),
                (Qt.Key.Key_Z, CONTROL),
            ):
                player.press(key, modifiers)
                player.wait_for_banner(UNWRITABLE[language])
                player.press(Qt.Key.Key_Escape)
                assert player.banner == ""
            player.sitting.save_settings(study._replace(new_per_day=3))
            player.wait_for_banner(UNWRITABLE[language])
            assert player.sitting.desk.collection.settings() == study
        assert player.review.face == face
        assert rows(collection_path, "cards") == cards


def test_words_that_cannot_be_saved_stay_in_the_editor(
    qapp: QApplication, home: Path, collection_path: Path, clock: Clock
) -> None:
    with learner(qapp, home, clock, Language.FRENCH) as player:
        player.start_review()
        answer(player, clock)
        with of_the_system(player):
            player.press(Qt.Key.Key_E)
            field = player.dialog("edit-note").findChild(QPlainTextEdit, "front")
            assert field is not None
            field.setPlainText("Autrement\u00a0?")
            player.press(Qt.Key.Key_Return, CONTROL)
            player.wait_for_banner(UNWRITABLE[Language.FRENCH])
            assert field.isVisible()
        player.press(Qt.Key.Key_Return, CONTROL)
        player.wait_for_banner("Carte modifiée")
        assert player.review.face is not None
        assert player.review.face.heading == "Autrement\u00a0?"


@BOTH
def test_a_card_that_cannot_be_read_is_told(
    qapp: QApplication, home: Path, collection_path: Path, clock: Clock, language: Language
) -> None:
    """Opening reads no card's words: the damage shows when the first one is wanted."""
    with closing(sqlite3.connect(collection_path)) as database, database:
        database.execute("UPDATE notes SET front = CAST(x'C3' AS TEXT)")
    before = collection_path.read_bytes()
    with learner(qapp, home, clock, language) as player:
        player.wait_until_open()
        player.press(Qt.Key.Key_Return)
        player.wait_for_phase(Phase.TROUBLE)
        assert str(collection_path) in player.wait_for_banner(DAMAGED[language])
        player.press(Qt.Key.Key_Return)  # try again
        player.wait_for_phase(Phase.TROUBLE)
    assert collection_path.read_bytes() == before


@pytest.mark.slow
def test_a_window_closed_and_opened_on_a_full_disk_loses_nothing(
    qapp: QApplication, home: Path, fresh_collection: bytes, clock: Clock
) -> None:
    path = home / "data" / "collection.epoque"
    with disk_of(path.parent, "8m"), ExitStack() as full:
        path.write_bytes(fresh_collection)
        with learner(qapp, home, clock, Language.FRENCH) as player:
            player.start_review()
            for _ in range(5):
                answer(player, clock)
            saved = rows(path)
            full.enter_context(full_disk(path.parent))
        with learner(qapp, home, clock, Language.FRENCH) as player:
            player.start_review()
            assert rows(path) == saved
            answer_until_told(player, clock, FULL[Language.FRENCH])
            full.close()
            player.press(GOOD)
            player.wait_for_phase(Phase.QUESTION)
            assert rows(path)[: len(saved)] == saved


def test_a_cache_that_cannot_be_written_is_done_without(
    qapp: QApplication, home: Path, collection_path: Path, clock: Clock
) -> None:
    """Formulas are drawn, though none can be kept."""
    (home / "cache").write_text("no folder")
    with closing(sqlite3.connect(collection_path)) as database, database:
        database.execute("UPDATE notes SET kind = 'basic', back = '$x^2$'")
        database.execute("UPDATE cards SET is_retired = ordinal > 0")
    with learner(qapp, home, clock, Language.FRENCH) as player:
        player.start_review()
        player.wait_for_formulas()
        answer(player, clock)
