"""Trouble in the middle of a review is told, the card stays, and nothing saved is lost."""

import os
import sqlite3
import time
from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack, closing
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from qtapp.languages import Language
from qtapp.notify import Level
from qtapp.sessions.review_state import Phase
from tests.journeys.clock import Clock
from tests.journeys.faulty_world import disk_of, full_disk, no_more_pages, refused_writes
from tests.journeys.learner import CONTROL, Learner, learner

FULL = {
    Language.FRENCH: "Le disque est plein\u00a0: la dernière action n’a pas été enregistrée.",
    Language.ENGLISH: "The disk is full: the last action was not saved.",
}
UNWRITABLE = {
    Language.FRENCH: "Cette collection ne peut pas être écrite.",
    Language.ENGLISH: "This collection cannot be written.",
}
OTHER_CLOCK = {
    Language.FRENCH: "Votre horloge ou votre fuseau horaire a changé\u00a0: voici les cartes de",
    Language.ENGLISH: "Your clock or time zone changed: these are the cards of now.",
}
NEW_DAY = {
    Language.FRENCH: "Un nouveau jour a commencé\u00a0: voici ses cartes.",
    Language.ENGLISH: "A new day has begun: these are its cards.",
}
BEHIND = {
    Language.FRENCH: "L’horloge de l’ordinateur est en retard sur votre dernière révision.",
    Language.ENGLISH: "The computer’s clock is behind your last review.",
}
DAMAGED = {
    Language.FRENCH: "Cette collection est endommagée.",
    Language.ENGLISH: "This collection is damaged.",
}
BOTH = pytest.mark.parametrize("language", [Language.FRENCH, Language.ENGLISH])
GOOD = Qt.Key.Key_3
Fault = Callable[[Learner], AbstractContextManager[None]]


def rows(path: Path, table: str = "reviews") -> list[tuple[object, ...]]:
    """All that a table holds, read beside the app."""
    with closing(sqlite3.connect(path)) as database:
        return database.execute(f"SELECT * FROM {table} ORDER BY 1").fetchall()


def answer(player: Learner, clock: Clock) -> None:
    """Answer the card shown, and see the next."""
    player.reveal()
    clock.pass_time(seconds=7)
    player.press(GOOD)
    player.wait_until_asked_or_at_rest()


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
def test_a_clock_set_back_between_two_sittings_is_told(
    qapp: QApplication, home: Path, collection_path: Path, clock: Clock, language: Language
) -> None:
    with learner(qapp, home, clock, language) as player:
        player.start_review()
        answer(player, clock)
    before = rows(collection_path)
    clock.pass_time(days=-365)
    with learner(qapp, home, clock, language) as player:
        player.wait_until_open()
        player.wait_for_banner(BEHIND[language])
        assert "2026" in player.banner or "26" in player.banner
        player.start_review()
        answer(player, clock)
        answer(player, clock)
    assert [row for row in rows(collection_path) if row in before] == before
    assert len(rows(collection_path)) == len(before) + 2


@BOTH
def test_a_clock_set_back_in_a_review_is_told(
    qapp: QApplication, home: Path, collection_path: Path, clock: Clock, language: Language
) -> None:
    with learner(qapp, home, clock, language) as player:
        player.start_review()
        answer(player, clock)
        before = rows(collection_path)
        clock.pass_time(days=-365)
        answer(player, clock)
        player.wait_for_banner(OTHER_CLOCK[language])
        answer(player, clock)
        answer(player, clock)
        saved = rows(collection_path)
        assert [row for row in saved if row in before] == before
        assert len(saved) == len(before) + 3


@BOTH
def test_a_time_zone_set_in_the_preferences_is_followed(
    qapp: QApplication, home: Path, collection_path: Path, clock: Clock, language: Language
) -> None:
    with learner(qapp, home, clock, language) as player:
        player.start_review()
        answer(player, clock)
        day = player.queue.day
        study = player.sitting.desk.collection.settings()
        player.sitting.save_settings(study._replace(time_zone="Pacific/Kiritimati"))  # UTC+14
        player.wait_for_phase(Phase.QUESTION)
        player.wait_for_banner(OTHER_CLOCK[language])
        assert player.queue.day == day + 1
        answer(player, clock)
    assert len(rows(collection_path)) == 2


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="Windows tells only at the next start")
@BOTH
@pytest.mark.parametrize("page", ["today", "review"])
def test_a_traveller_s_time_zone_is_followed(
    qapp: QApplication,
    home: Path,
    collection_path: Path,
    clock: Clock,
    language: Language,
    page: str,
) -> None:
    with learner(qapp, home, clock, language) as player:
        player.wait_until_open()
        if page == "review":
            player.start_review()
        day = player.queue.day
        os.environ["TZ"] = "Pacific/Kiritimati"  # as a system does that notices; `in_paris` ends it
        time.tzset()
        player.come_back()
        player.wait_for_banner(OTHER_CLOCK[language])
        assert player.queue.day == day + 1


@BOTH
def test_a_new_day_begins_at_four_while_the_window_is_open(
    qapp: QApplication, home: Path, collection_path: Path, clock: Clock, language: Language
) -> None:
    with learner(qapp, home, clock, language) as player:
        player.start_review()
        answer(player, clock)
        calendar = player.sitting.desk.collection.calendar()
        day = player.queue.day
        four = calendar.start_of(day + 1)
        assert four.astimezone(None).hour == 4
        clock.set(four - timedelta(seconds=8))
        answer(player, clock)
        assert player.banner == ""
        answer(player, clock)  # seven seconds later, past four: saved, and the next is of today
        player.wait_for_banner(NEW_DAY[language])
        assert player.queue.day == day + 1
    days = [row for (row,) in _column(collection_path, "day")]
    assert days == [day, day, day + 1]


def _column(path: Path, name: str) -> list[tuple[int]]:
    with closing(sqlite3.connect(path)) as database:
        return database.execute(f"SELECT {name} FROM reviews ORDER BY at").fetchall()


def test_today_shows_the_new_day_by_itself(
    qapp: QApplication, home: Path, collection_path: Path, clock: Clock
) -> None:
    with learner(qapp, home, clock, Language.FRENCH) as player:
        player.wait_until_open()
        today = player.sitting.today
        assert today.state.facts is not None
        day = today.state.facts.day
        clock.set(player.sitting.desk.collection.calendar().start_of(day + 1))
        today._alarm.rang.emit()  # as its timer does at four
        player.wait(
            lambda: today.state.facts is not None and today.state.facts.day > day, "the day"
        )
        assert today.state.facts.day == day + 1


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
