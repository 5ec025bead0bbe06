"""A file that cannot be imported is refused in a sentence, and the collection is as it was."""

import os
import sqlite3
import time
from collections.abc import Callable, Iterable
from contextlib import closing
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QPushButton

from qtapp.languages import Language
from qtapp.notify import Level
from qtapp.sessions.review_state import Phase
from tests.journeys.clock import Clock
from tests.journeys.faulty_world import disk_of, full_disk
from tests.journeys.learner import Learner, learner
from tests.journeys.told import BOTH

DOUBTFUL = "Un paquet Flashcards\n\n1\n\nQ\n\nUn\u00a0?\n\nA\n\nUn.\n\n3\n\nQ\n\nDeux\u00a0?\n"
CHAPTER = """\
---
id: petit
title: Petit
---

# Petit

## Une section
<!-- section: {id: une} -->

### Combien vaut l’écart
<!-- card: {id: ecart} -->

Deux.
"""
Make = Callable[[Path], None]
Words = tuple[str, ...]


def without_comment(path: Path) -> None:
    path.write_text(CHAPTER.replace("<!-- card: {id: ecart} -->\n", ""), encoding="utf-8")


def with_two_faults(path: Path) -> None:
    text = CHAPTER.replace("Deux.", "Un seul $.").replace("id: une", "id: Une Section")
    path.write_text(text, encoding="utf-8")


def without_title(path: Path) -> None:
    path.write_text(CHAPTER.replace("title: Petit\n", ""), encoding="utf-8")


def in_latin_1(path: Path) -> None:
    path.write_text(CHAPTER.replace("’", "'"), encoding="latin-1")


def in_utf_16(path: Path) -> None:
    path.write_text(CHAPTER, encoding="utf-16")


def empty(path: Path) -> None:
    path.touch()


def huge(path: Path) -> None:
    """A hundred megabytes, of which the disk holds none."""
    path.touch()
    os.truncate(path, 100_000_000)


def binary(path: Path) -> None:
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(500))


def other_text(path: Path) -> None:
    path.write_text("Cher journal, aujourd’hui j’ai révisé.\n", encoding="utf-8")


def folder(path: Path) -> None:
    path.mkdir()


def missing(path: Path) -> None:
    """Nothing at all."""


BAD_FILES: list[tuple[Make, Words, Words]] = [
    (
        without_comment,
        ("Ligne 11\u00a0: «\u00a0Combien vaut l’écart\u00a0» doit être suivi aussitôt de",),
        ("Line 11: “Combien vaut l’écart” must be followed at once by its comment <!-- … -->.",),
    ),
    (
        with_two_faults,
        (
            "Ligne 9\u00a0: La valeur «\u00a0id: Une Section\u00a0»",
            "Ligne 14\u00a0: ",
            "un $ isolé",
        ),
        ("Line 9: The value “id: Une Section”", "Line 14: ", "a lone $"),
    ),
    (
        without_title,
        ("Ligne 1\u00a0: Il manque une clé\u00a0: title",),
        ("Line 1: A key is missing: title",),
    ),
    (
        in_latin_1,
        ("Ligne 11\u00a0: À partir d’ici, le texte n’est pas en UTF-8", "enregistrez le fichier"),
        ("Line 11: The text is not in UTF-8 from here on", "save the file again as UTF-8"),
    ),
    (in_utf_16, ("le texte n’est pas en UTF-8",), ("The text is not in UTF-8",)),
    (empty, ("Le fichier est vide.",), ("The file is empty.",)),
    (
        huge,
        ("Le fichier est trop gros", "100\u00a0Mo", "20\u00a0Mo"),
        ("The file is too large", "100 MB", "20 MB"),
    ),
    (binary, ("Ce n’est pas un fichier de texte.",), ("This is not a text file.",)),
    (
        other_text,
        ("Ce n’est ni un chapitre d’Époque, ni un export de cartes numérotées",),
        ("This is no chapter of Époque, no export of numbered cards",),
    ),
    (folder, ("Ce n’est pas un fichier.",), ("This is not a file.",)),
    (missing, ("Le fichier n’existe pas.",), ("The file does not exist.",)),
]


def everything(path: Path) -> list[str]:
    """Every row of the collection, read beside the app."""
    with closing(sqlite3.connect(path)) as database:
        return list(database.iterdump())


def assert_refused(player: Learner, path: Path, words: Iterable[str], language: Language) -> None:
    """The banner says what, where and what to do now; the dialog is gone."""
    quoted = f"«\u00a0{path.name}\u00a0» ne peut pas être importé\u00a0: rien n’a été changé."
    if language is Language.ENGLISH:
        quoted = f"“{path.name}” cannot be imported: nothing was changed."
    said = player.wait_for_banner(quoted)
    assert [word for word in words if word not in said] == [], said
    remedies = {
        Language.FRENCH: ("Corrigez le fichier", "Choisissez un autre fichier"),
        Language.ENGLISH: ("Correct the file", "Choose another file"),
    }
    assert any(remedy in said for remedy in remedies[language])
    assert player.level is Level.ERROR
    assert player.in_front is player.window


@BOTH
@pytest.mark.parametrize(("make", "french", "english"), BAD_FILES)
@pytest.mark.parametrize("way", ["menu", "drop"])
def test_a_bad_file_is_refused(
    qapp: QApplication,
    home: Path,
    collection_path: Path,
    clock: Clock,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    make: Make,
    french: Words,
    english: Words,
    way: str,
    language: Language,
) -> None:
    path = tmp_path / "petit cours.md"
    make(path)
    with learner(qapp, home, clock, language) as player:
        player.wait_until_open()
        before = everything(collection_path)
        if way == "menu":
            player.choose_in_menu(path, monkeypatch)
        else:
            player.drop(path)
        words = french if language is Language.FRENCH else english
        assert_refused(player, path, words, language)
        assert everything(collection_path) == before
        player.press(Qt.Key.Key_Return)  # the keyboard is where it was
        player.wait_for_phase(Phase.QUESTION)


def test_a_huge_file_is_refused_at_once(
    qapp: QApplication, home: Path, collection_path: Path, clock: Clock, tmp_path: Path
) -> None:
    """And the window goes on drawing: no two of its ticks are far apart."""
    path = tmp_path / "grand.md"
    huge(path)
    with learner(qapp, home, clock, Language.FRENCH) as player:
        player.wait_until_open()
        timer, ticks = QTimer(), [time.monotonic()]
        timer.timeout.connect(lambda: ticks.append(time.monotonic()))
        timer.start(5)
        player.drop(path)
        player.wait_for_banner("Le fichier est trop gros")
        timer.stop()
        ticks.append(time.monotonic())
        assert ticks[-1] - ticks[0] < 2
        assert max(after - before for before, after in pairwise(ticks)) < 0.5


def test_several_files_are_refused_or_previewed_one_after_the_other(
    qapp: QApplication, home: Path, collection_path: Path, clock: Clock, tmp_path: Path
) -> None:
    bad, good = tmp_path / "mauvais.md", tmp_path / "bon.md"
    without_comment(bad)
    good.write_text(CHAPTER, encoding="utf-8")
    with learner(qapp, home, clock, Language.FRENCH) as player:
        player.wait_until_open()
        player.drop(bad, good)
        assert_refused_behind = player.wait_for_banner("«\u00a0mauvais.md\u00a0»")
        assert "Ligne 11" in assert_refused_behind
        _apply(player)
        player.wait_for_banner("«\u00a0Petit\u00a0» importé")


def _apply(player: Learner) -> None:
    button = player.dialog("import").findChild(QPushButton, "import-apply")
    assert button is not None
    player.wait(button.isVisible, "the preview")
    button.click()


@BOTH
def test_what_is_doubtful_in_an_export_is_listed_before_anything_is_done(
    qapp: QApplication,
    home: Path,
    collection_path: Path,
    clock: Clock,
    tmp_path: Path,
    language: Language,
) -> None:
    export = tmp_path / "export.txt"
    export.write_text(DOUBTFUL, encoding="utf-8")
    with learner(qapp, home, clock, language) as player:
        player.wait_until_open()
        before = everything(collection_path)
        player.drop(export)
        dialog = player.dialog("import")
        listed = dialog.findChild(QPlainTextEdit, "import-warnings")
        assert listed is not None
        player.wait(listed.isVisible, "the warnings")
        word = {Language.FRENCH: "Ligne ", Language.ENGLISH: "Line "}[language]
        lines = listed.toPlainText().split("\n")
        assert len(lines) == 2
        assert all(line.startswith(word) for line in lines)
        shown = [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]
        count = {Language.FRENCH: "avertissement", Language.ENGLISH: "warning"}[language]
        assert [text for text in shown if text.startswith(str(len(lines))) and count in text]
        assert everything(collection_path) == before
        player.press(Qt.Key.Key_Escape)
        player.wait(lambda: player.in_front is player.window, "the window")
        assert everything(collection_path) == before


@pytest.mark.slow
def test_no_room_for_an_import_is_told(
    qapp: QApplication, home: Path, fresh_collection: bytes, clock: Clock, tmp_path: Path
) -> None:
    path, file = home / "data" / "collection.epoque", tmp_path / "petit.md"
    file.write_text(CHAPTER, encoding="utf-8")
    with disk_of(path.parent, "8m"):
        path.write_bytes(fresh_collection)
        with learner(qapp, home, clock, Language.FRENCH) as player:
            player.wait_until_open()
            before = everything(path)
            with full_disk(path.parent):
                player.drop(file)
                _apply(player)
                player.wait_for_banner("Le disque est plein")
                assert everything(path) == before
            player.drop(file)
            _apply(player)
            player.wait_for_banner("«\u00a0Petit\u00a0» importé")
