"""A chapter with images, from its folder to the card on the screen."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit

from db.rows import DeckToday
from qtapp.languages import Language
from qtapp.sessions.review_state import Phase
from tests.decks.pictures import png, put
from tests.journeys.clock import Clock
from tests.journeys.learner import Learner, learner
from tests.qtapp.pictures import BLUE, RED, WHOLE, pixels_of

CHAPTER = """\
---
id: couleurs
title: Couleurs
---

# Couleurs

## Une section
<!-- section: {id: une} -->

### Quelle couleur ?
<!-- card: {id: rouge} -->

![un carré](images/carré%20uni.png)

![un rond](rond.png)
"""
MISSING_LINE = 16
"""Of rond.png, counted by hand."""


@pytest.fixture
def chapter(tmp_path: Path) -> Path:
    put(tmp_path / "cours" / "images" / "carré uni.png", png(255, 0, 0))
    return put(tmp_path / "cours" / "chapter.md", CHAPTER)


def test_the_image_of_an_imported_chapter_is_drawn_on_its_card(
    qapp: QApplication,
    home: Path,
    collection_path: Path,
    clock: Clock,
    chapter: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with learner(qapp, home, clock, Language.FRENCH) as player:
        player.wait_until_open()
        player.choose_in_menu(chapter, monkeypatch)
        player.wait_for_preview()
        warnings = player.dialog("import").findChild(QPlainTextEdit, "import-warnings")
        assert warnings is not None
        assert warnings.toPlainText() == (f"Ligne {MISSING_LINE} : Il manque l’image « rond.png ».")
        assert "image nouvelle ou modifiée" in counts(player)
        player.press(Qt.Key.Key_Return)
        player.wait_for_banner("1 image")
        review_the_deck(player)
        assert pixels_of(player.window, RED) == 0
        player.reveal()
        assert pixels_of(player.window, RED) == WHOLE
        player.press(Qt.Key.Key_E)
        assert pixels_of(player.dialog("edit-note"), RED) == WHOLE
        player.press(Qt.Key.Key_Escape)
        put(chapter.parent / "images" / "carré uni.png", png(0, 0, 255))
        player.drop(chapter)
        player.wait_for_preview()
        player.press(Qt.Key.Key_Return)
        player.wait_for_banner("0 nouvelle")
        player.wait_for_phase(Phase.QUESTION, Phase.ANSWER)
        if player.review.phase is Phase.QUESTION:
            player.reveal()
        assert (pixels_of(player.window, RED), pixels_of(player.window, BLUE)) == (0, WHOLE)


def counts(player: Learner) -> list[str]:
    """What stands beside the numbers of the preview."""
    labels = player.dialog("import").findChildren(QLabel)
    return [label.text() for label in labels if label.isVisible()]


def review_the_deck(player: Learner) -> None:
    today = player.sitting.today

    def rows() -> list[DeckToday]:
        decks = () if today.state.facts is None else today.state.facts.decks
        return [row for row in decks if row.deck.title == "Couleurs"]

    player.wait(lambda: bool(rows()), "the new deck")
    player.sitting.start_deck(rows()[0])
    player.wait_for_phase(Phase.QUESTION)
