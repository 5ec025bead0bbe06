"""Lecture notes with wrong letters: imported, read, made into cards, met in the review."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QPushButton

from db.rows import DeckToday
from qtapp.cardtext.view import CardText
from qtapp.languages import Language
from qtapp.pages.reading import ReadingPage
from qtapp.sessions.review_state import Phase
from qtapp.widgets.deck_model import ROW_ROLE
from qtapp.widgets.deck_tree import DeckTree
from tests.journeys.clock import Clock
from tests.journeys.learner import CONTROL, Learner, learner

NOTES = """\
# Séance d’été

À retenir avant l’examen.

## L’activation

### Le rôle de ReLU

ReLU garde le **maximum** de $0$ et de $z$ : elle coupe les négatifs.

Sa dérivée vaut 1 si $z > 0$.

```python
torch.relu(z)
```
"""
SOURCE = "Séance d’été › L’activation › Le rôle de ReLU"
SEEDS = Path(__file__).resolve().parents[3] / "shared" / "seeds"
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "seance.md"
    path.write_text(NOTES.encode().decode("mac_roman"), encoding="utf-8")
    return path


def test_notes_with_wrong_letters_become_cards(
    qapp: QApplication, home: Path, collection_path: Path, clock: Clock, document: Path
) -> None:
    with learner(qapp, home, clock, Language.FRENCH) as player:
        player.wait_until_open()
        import_document(player, document)
        page = read_document(player)

        select(page, "ReLU garde")
        player.press(Qt.Key.Key_C)
        assert field(player, "back") == (
            "ReLU garde le **maximum** de $0$ et de $z$ : elle coupe les négatifs."
        )
        assert field(player, "extra") == f"*Source\u00a0: {SOURCE}*"
        type_question(player, "Que garde ReLU ?")
        player.press(Qt.Key.Key_Return, CONTROL)
        player.wait_for_banner("1 carte créée.")

        select(page, "Sa dérivée")
        player.press(Qt.Key.Key_C)
        player.part(QPushButton, "note-kind-cloze").click()
        assert field(player, "front") == "Le rôle de ReLU"
        make_gap(player, "dérivée")
        make_gap(player, "$z > 0$")
        assert field(player, "back") == "Sa [dérivée](#1) vaut 1 si [$z > 0$](#2)."
        player.press(Qt.Key.Key_Return, CONTROL)
        player.wait_for_banner("2 cartes créées.")

        player.press(Qt.Key.Key_Escape)  # the message
        player.press(Qt.Key.Key_Escape)
        player.wait(lambda: row(player).cards == 3, "the three cards on Today")
        assert row(player).counts.new >= 2  # of the two gaps of one note, one a day
        assert [face_of_next(player) for _ in range(2)] == ["Que garde ReLU ?", "Le rôle de ReLU"]


def test_undo_takes_a_card_back_and_a_new_version_keeps_the_others(
    qapp: QApplication, home: Path, collection_path: Path, clock: Clock, document: Path
) -> None:
    with learner(qapp, home, clock, Language.FRENCH) as player:
        player.wait_until_open()
        import_document(player, document)
        page = read_document(player)
        for question in ("Une ?", "Deux ?", "Trois ?"):
            select(page, "ReLU garde")
            player.press(Qt.Key.Key_C)
            type_question(player, question)
            player.press(Qt.Key.Key_Return, CONTROL)
            player.wait_for_banner("1 carte créée.")
        player.click("bannerAction")
        player.press(Qt.Key.Key_Z, CONTROL)
        player.press(Qt.Key.Key_Escape)
        player.wait(lambda: row(player).cards == 1, "one card on Today")

        document.write_text(NOTES.replace("coupe les", "met à zéro les"), encoding="utf-8")
        player.drop(document)
        player.wait_for_preview()
        warnings = player.dialog("import").findChild(QPlainTextEdit, "import-warnings")
        assert warnings is not None
        assert not warnings.isVisible()
        player.press(Qt.Key.Key_Return)
        player.wait_for_banner("1 texte")
        player.wait(lambda: row(player).cards == 1, "its card")
        page = read_document(player)
        said = "\n".join(view.plain() for view in page.findChildren(CardText))
        assert "met à zéro les négatifs" in said
        assert face_of_next(player) == "Une ?"


def test_a_chapter_with_a_broken_head_is_no_document(
    qapp: QApplication, home: Path, collection_path: Path, clock: Clock, tmp_path: Path
) -> None:
    broken = tmp_path / "chapitre.md"
    broken.write_text("# Titre\n\n## Un\n<!-- section: {id: un} -->\n\nTexte\n", encoding="utf-8")
    with learner(qapp, home, clock, Language.FRENCH) as player:
        player.wait_until_open()
        player.drop(broken)
        told = player.wait_for_banner("chapitre.md")
        assert "Le fichier doit commencer par son id et son title" in told


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the course's documents are not here")
def test_the_course_s_own_handbook_is_read_whole(
    qapp: QApplication, home: Path, collection_path: Path, clock: Clock
) -> None:
    [handbook] = [path for path in SEEDS.glob("001_*.txt") if "decoded" not in path.name]
    [decoded] = SEEDS.glob("001_*.decoded.txt")
    with learner(qapp, home, clock, Language.FRENCH) as player:
        player.wait_until_open()
        player.drop(handbook)
        player.wait_for_preview()
        player.press(Qt.Key.Key_Return)
        player.wait_for_banner("14 textes")  # the opening, and what begins with "## "
        page = read_document(player, "Manuel des Fondamentaux")
        said = " ".join(" ".join(view.plain() for view in page.findChildren(CardText)).split())
        sentences = re.findall(r"^\w[\w ’',]{60,}\.$", decoded.read_text("utf-8"), re.MULTILINE)
        assert len(sentences) > 20
        assert [sentence for sentence in sentences if sentence not in said] == []


def import_document(player: Learner, path: Path) -> None:
    """Through the preview, which says what was mended."""
    player.drop(path)
    player.wait_for_preview()
    warnings = player.dialog("import").findChild(QPlainTextEdit, "import-warnings")
    assert warnings is not None
    assert warnings.toPlainText() == (
        "Ligne 1 : Les lettres étaient fausses : « S√©ance » devient"
        " Séance, réparé (de l’UTF-8 lu comme du Mac Roman)."
    )
    labels = player.dialog("import").findChildren(QLabel)
    told = [label.text() for label in labels if label.isVisible()]
    assert "Séance d’été" in told
    assert "textes de cours nouveaux ou modifiés" in told
    player.press(Qt.Key.Key_Return)
    player.wait_for_banner("Séance d’été")


def row(player: Learner, title: str = "Séance d’été") -> DeckToday:
    """The document's line on Today."""

    def rows() -> list[DeckToday]:
        facts = player.sitting.today.state.facts
        decks = () if facts is None else facts.decks
        return [deck for deck in decks if deck.deck.title.startswith(title)]

    player.wait(lambda: bool(rows()), "the document on Today")
    return rows()[0]


def read_document(player: Learner, title: str = "Séance d’été") -> ReadingPage:
    """From its line, by the menu's key."""
    wanted = row(player, title).deck.id
    tree = player.part(DeckTree, "decks")
    model = tree.model()
    decks = [model.index(n, 0).data(ROW_ROLE).deck.id for n in range(model.rowCount())]
    tree.setFocus()
    tree.setCurrentIndex(model.index(decks.index(wanted), 0))
    player.press(Qt.Key.Key_L)
    player.wait(lambda: player.window.page_key == "reading", "the reading page")
    page = player.part(ReadingPage, "reading")
    player.wait(lambda: page.sheet.view.is_written, "the text")
    page.sheet.setFocus()
    return page


def select(page: ReadingPage, first: str) -> None:
    """From a word to the end of its paragraph, as a drag of the pointer does."""
    for view in page.findChildren(CardText):
        cursor = view.document().find(first)
        if cursor.hasSelection():
            cursor.setPosition(cursor.selectionStart())
            cursor.movePosition(cursor.MoveOperation.EndOfBlock, cursor.MoveMode.KeepAnchor)
            view.setTextCursor(cursor)
            return
    raise AssertionError(first)


def field(player: Learner, name: str) -> str:
    found = player.dialog("new-note").findChild(QPlainTextEdit, name)
    assert found is not None
    return found.document().toRawText()


def type_question(player: Learner, question: str) -> None:
    """The question is empty, and has the keys."""
    focus = player.dialog("new-note").focusWidget()
    assert focus is not None
    assert focus.objectName() == "front"
    QTest.keyClicks(focus, question)


def make_gap(player: Learner, words: str) -> None:
    back = player.dialog("new-note").findChild(QPlainTextEdit, "back")
    assert back is not None
    cursor = back.textCursor()
    cursor.setPosition(back.toPlainText().index(words))
    cursor.setPosition(cursor.position() + len(words), QTextCursor.MoveMode.KeepAnchor)
    back.setTextCursor(cursor)
    player.press(Qt.Key.Key_C, CONTROL | SHIFT)


def face_of_next(player: Learner) -> str:
    """Review the document's deck: what its next card asks; then grade it."""
    player.sitting.start_deck(row(player))
    player.wait_for_phase(Phase.QUESTION)
    face = player.review.face
    assert face is not None
    assert face.deck_path == ("Séance d’été", "L’activation")
    player.reveal()
    assert SOURCE in " ".join(view.plain() for view in player.window.findChildren(CardText))
    player.press(Qt.Key.Key_4)
    return face.heading
