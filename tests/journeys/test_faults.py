"""What keeps the collection from being opened is told in a sentence, and nothing is lost."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import ExitStack, closing
from pathlib import Path
from random import Random

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog

from qtapp.languages import Language
from tests.journeys.clock import Clock
from tests.journeys.faulty_world import (
    contents,
    disk_of,
    full_disk,
    held_by_another_process,
    read_only,
)
from tests.journeys.learner import learner
from tests.journeys.told import BOTH, DAMAGED, FULL, IN_USE, NEWER, NOT_OURS, UNWRITABLE

OLDEST = Path(__file__).parents[1] / "data" / "collection-0001.sqlite3"


def truncate(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:100_000])


def flip_bytes(path: Path) -> None:
    """Noise in the middle of every page but the first."""
    whole, chance = bytearray(path.read_bytes()), Random(1)
    for page in range(4096, len(whole), 4096):
        whole[page + 1000 : page + 1200] = chance.randbytes(200)
    path.write_bytes(whole)


def spoil_header(path: Path) -> None:
    whole = path.read_bytes()
    path.write_bytes(whole[:100] + b"\xff" * 900 + whole[1000:])


def write_text(path: Path) -> None:
    path.write_text("Cher journal, aujourd’hui j’ai révisé.\n" * 100, encoding="utf-8")


def of_another_app(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("CREATE TABLE moz_places (url TEXT)")


def of_tomorrow(path: Path) -> None:
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")


@BOTH
@pytest.mark.parametrize(
    ("harm", "sentences"),
    [
        (truncate, DAMAGED),
        (flip_bytes, DAMAGED),
        (spoil_header, DAMAGED),
        (write_text, NOT_OURS),
        (of_another_app, NOT_OURS),
        (of_tomorrow, NEWER),
    ],
)
def test_a_file_that_cannot_be_opened_is_told_and_left_as_it_is(
    qapp: QApplication,
    home: Path,
    collection_path: Path,
    clock: Clock,
    harm: Callable[[Path], None],
    sentences: dict[Language, str],
    language: Language,
) -> None:
    harm(collection_path)
    before = contents(home / "data")
    with learner(qapp, home, clock, language) as player:
        told = player.told_at_start()
        assert told.what == sentences[language]
        assert told.where == str(collection_path)
        assert told.remedy
    assert contents(home / "data") == before


@BOTH
def test_a_collection_open_elsewhere_is_opened_once_it_is_free(
    qapp: QApplication, home: Path, collection_path: Path, clock: Clock, language: Language
) -> None:
    with ExitStack() as elsewhere:
        elsewhere.enter_context(held_by_another_process(collection_path))
        with learner(qapp, home, clock, language) as player:
            assert player.told_at_start().what == IN_USE[language]
            player.retry_in_vain()
            elsewhere.close()
            player.click("retry")
            player.start_review()


@BOTH
def test_a_folder_that_cannot_be_written_is_told(
    qapp: QApplication, home: Path, collection_path: Path, clock: Clock, language: Language
) -> None:
    before = contents(home / "data")
    locked = read_only(collection_path.parent)
    with locked, learner(qapp, home, clock, language) as player:
        told = player.told_at_start()
        assert (told.what, told.where) == (UNWRITABLE[language], str(collection_path))
        assert contents(home / "data") == before


def test_a_folder_that_can_be_written_again_is_used(
    qapp: QApplication, home: Path, collection_path: Path, clock: Clock
) -> None:
    with ExitStack() as locked:
        locked.enter_context(read_only(collection_path.parent))
        with learner(qapp, home, clock, Language.FRENCH) as player:
            player.told_at_start()
            locked.close()
            player.click("retry")
            player.start_review()


def test_a_home_where_nothing_can_be_written_is_told(
    qapp: QApplication, home: Path, clock: Clock
) -> None:
    """No log, no settings, no cache, no collection yet."""
    home.mkdir()
    with read_only(home), learner(qapp, home, clock, Language.SYSTEM) as player:
        assert player.told_at_start().what in UNWRITABLE.values()


@pytest.mark.slow
@BOTH
def test_no_room_for_a_new_collection_is_told(
    qapp: QApplication, home: Path, clock: Clock, language: Language
) -> None:
    with disk_of(home / "data", "8m"), ExitStack() as full:
        full.enter_context(full_disk(home / "data"))
        with learner(qapp, home, clock, language) as player:
            assert player.told_at_start().what == FULL[language]
            full.close()
            player.click("retry")
            player.start_review()


@pytest.mark.slow
def test_no_room_for_the_new_format_is_told(qapp: QApplication, home: Path, clock: Clock) -> None:
    path = home / "data" / "collection.epoque"
    with disk_of(path.parent, "8m"), ExitStack() as full:
        shutil.copy(OLDEST, path)
        full.enter_context(full_disk(path.parent))
        with learner(qapp, home, clock, Language.FRENCH) as player:
            assert player.told_at_start().what == FULL[Language.FRENCH]
            assert path.read_bytes() == OLDEST.read_bytes()
            full.close()
            player.click("retry")
            said = player.wait_for_banner("Votre collection est passée au format de cette version.")
            (backup,) = (path.parent / "backups").iterdir()
            assert str(backup) in said


def test_another_collection_can_be_chosen(
    qapp: QApplication,
    home: Path,
    collection_path: Path,
    clock: Clock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    good = home / "data" / "ailleurs.epoque"
    shutil.copy(collection_path, good)
    truncate(collection_path)
    before = collection_path.read_bytes()
    with learner(qapp, home, clock, Language.FRENCH) as player:
        player.told_at_start()
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(good), ""))
        player.click("other")
        player.start_review()
        assert player.sitting.desk.collection.path == good
    assert collection_path.read_bytes() == before


def break_a_note(course: Path) -> str:
    chapter = next(course.glob("*/chapter.md"))
    lines = chapter.read_text(encoding="utf-8").split("\n")
    at = next(number for number, line in enumerate(lines) if line.startswith("<!-- card:"))
    del lines[at]
    chapter.write_text("\n".join(lines), encoding="utf-8")
    return f"chapter.md\nLigne {at}\u00a0: "


def write_noise(course: Path) -> str:
    chapter = next(course.glob("*/chapter.md"))
    chapter.write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    return "chapter.md\nCe n’est pas un fichier de texte."


def remove_all(course: Path) -> str:
    shutil.rmtree(course)
    return f"{course.name}\nIl n’y a aucun chapitre dans ce dossier."


@pytest.mark.parametrize("harm", [break_a_note, write_noise, remove_all])
def test_a_damaged_course_keeps_nobody_from_reviewing(
    qapp: QApplication,
    home: Path,
    collection_path: Path,
    clock: Clock,
    course: Path,
    harm: Callable[[Path], str],
) -> None:
    where = harm(course)
    before = contents(home / "data")
    with learner(qapp, home, clock, Language.FRENCH) as player:
        said = player.wait_for_banner("Le cours livré avec Époque est endommagé")
        assert where in said
        assert "Réinstallez Époque" in said
        assert player.due.new == 20
    assert contents(home / "data") == before
    with learner(qapp, home, clock, Language.FRENCH) as player:
        player.start_review()


def test_a_course_that_is_whole_again_is_brought_in(
    qapp: QApplication, home: Path, clock: Clock, course: Path, tmp_path: Path
) -> None:
    whole = shutil.copytree(course, tmp_path / "whole")
    write_noise(course)
    with learner(qapp, home, clock, Language.ENGLISH) as player:
        player.wait_for_banner("The course that comes with Époque is damaged")
        assert player.due.total == 0
    shutil.rmtree(course)
    shutil.copytree(whole, course)
    with learner(qapp, home, clock, Language.ENGLISH) as player:
        player.start_review()
        assert player.banner == ""


def test_every_notice_is_told_when_there_are_several(
    qapp: QApplication, home: Path, collection_path: Path, clock: Clock, course: Path
) -> None:
    with closing(sqlite3.connect(collection_path)) as database, database:
        database.execute("INSERT OR REPLACE INTO settings VALUES ('new_per_day', '\"twenty\"')")
    write_noise(course)
    with learner(qapp, home, clock, Language.FRENCH) as player:
        said = player.wait_for_banner("Le cours livré avec Époque est endommagé")
        assert "Des réglages étaient illisibles" in said
        assert "new_per_day" in said
