"""File → Export the quiz questions, through the real window; what cannot be said is shown."""

import errno
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QPlainTextEdit

from qtapp.languages import Language
from qtapp.notify import Level
from tests.journeys.clock import Clock
from tests.journeys.learner import Learner, learner
from tests.journeys.quiz_course import CTRL, quiz_collection

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def player(
    qapp: QApplication, home: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Learner]:
    quiz_collection(home, clock, monkeypatch)
    with learner(qapp, home, clock, Language.FRENCH) as made:
        made.wait_until_open()
        yield made


def export_to(player: Learner, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    player.press(Qt.Key.Key_E, CTRL | SHIFT)


def test_questions_are_exported_and_losses_are_named(
    player: Learner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "mes questions.gift"
    export_to(player, file, monkeypatch)
    told = player.wait_for_banner("mes questions.gift")
    assert "8 questions sont dans" in told  # all but the one with two gaps
    assert "::choix::" in file.read_text(encoding="utf-8")
    player.click("bannerAction")
    player.dialog("gift-losses")
    losses = player.part(QPlainTextEdit, "losses").toPlainText()
    assert "Laissée de côté, 1 question :\n    trous" in losses
    assert "un nombre sans unité\n    place (Mo)" in losses
    assert "ordre" in losses
    player.press(Qt.Key.Key_Escape)


def test_without_a_file_chosen_nothing_is_written(
    player: Learner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    player.press(Qt.Key.Key_E, CTRL | SHIFT)
    player.wait_until_read()
    assert player.banner == ""
    assert list(tmp_path.glob("*.gift")) == []


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "Il n’y a plus de place pour un fichier"),
        (errno.EACCES, "L’ordinateur a refusé de lire ou d’écrire un fichier"),
    ],
)
def test_a_place_that_takes_nothing_is_told(
    player: Learner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, words: str
) -> None:
    """As root may write anywhere, the refusal is what Python would raise."""

    def refuse(path: Path, *_: object, **__: object) -> int:
        raise OSError(number, "refused", str(path))

    monkeypatch.setattr(Path, "write_text", refuse)
    export_to(player, tmp_path / "a.gift", monkeypatch)
    told = player.wait_for_banner(words)
    assert str(tmp_path / "a.gift") in told
    assert ".part" not in told
    assert player.level is Level.ERROR
    assert list(tmp_path.glob("*.gift*")) == []
