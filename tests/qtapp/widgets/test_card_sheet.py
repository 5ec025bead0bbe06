"""A card's images come from the folder of its own chapter, and from nowhere else."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qtapp.cardtext.renderer import FormulaRenderer
from qtapp.sessions.review_state import CardFace
from qtapp.theme import Theme
from qtapp.widgets.card_sheet import CardSheet
from qtapp.widgets.quiet_scroll import QuietScrollArea
from tests.decks.pictures import png, put
from tests.qtapp.pictures import BLUE, RED, WHOLE, pixels_of


def face_of(uid: str, *, card_id: int = 1) -> CardFace:
    return CardFace(card_id, 1, note_uid=uid, heading="Quoi ?", answer="![carré](a.png)")


@pytest.fixture
def media(tmp_path: Path) -> Path:
    put(tmp_path / "media" / "rouge" / "a.png", png(255, 0, 0))
    put(tmp_path / "media" / "bleu" / "a.png", png(0, 0, 255))
    put(tmp_path / "a.png", png(0, 0, 255))
    return tmp_path / "media"


@pytest.fixture
def sheet(qtbot: QtBot, theme: Theme, renderer: FormulaRenderer, media: Path) -> CardSheet:
    made = CardSheet(theme, renderer, media)
    qtbot.addWidget(made)
    made.resize(500, 400)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_two_chapters_use_one_name_for_two_images(sheet: CardSheet) -> None:
    for card_id, (uid, seen, unseen) in enumerate(
        [("rouge/n", RED, BLUE), ("bleu/n", BLUE, RED), ("rouge/autre", RED, BLUE)]
    ):
        sheet.show_face(face_of(uid, card_id=card_id), is_answer_shown=True)
        assert (pixels_of(sheet, seen), pixels_of(sheet, unseen)) == (WHOLE, 0)


def long_face(question: str, *, card_id: int = 1) -> CardFace:
    return CardFace(card_id, 1, heading="Quoi ?", question=question, answer="La réponse.")


def test_a_card_written_anew_keeps_its_place(sheet: CardSheet) -> None:
    long = "\n\n".join(f"Ligne {n}." for n in range(40))
    area = sheet.findChild(QuietScrollArea)
    assert area is not None
    bar = area.verticalScrollBar()

    def place_after(face: CardFace, *, is_answer_shown: bool) -> int:
        sheet.show_face(face, is_answer_shown=is_answer_shown)
        QApplication.processEvents()
        return bar.value()

    assert place_after(long_face(long), is_answer_shown=True) == 0
    assert place_after(long_face(long + " Un mot."), is_answer_shown=True) == 0
    bar.setValue(120)
    assert place_after(long_face(long + " Deux mots."), is_answer_shown=True) == 120
    assert place_after(long_face(long), is_answer_shown=False) == 0  # asked once more
    bar.setValue(60)
    assert place_after(long_face(long), is_answer_shown=False) == 60  # flagged
    assert place_after(long_face(long), is_answer_shown=True) > 200  # where the answer begins
    assert place_after(long_face(long, card_id=2), is_answer_shown=True) == 0


@pytest.mark.parametrize("uid", ["", "../n", "autre/n", "./n"])
def test_a_note_of_no_known_chapter_has_no_images(sheet: CardSheet, uid: str) -> None:
    sheet.show_face(face_of(uid), is_answer_shown=True)
    assert (pixels_of(sheet, RED), pixels_of(sheet, BLUE)) == (0, 0)


def test_an_image_that_changed_in_its_file_is_seen_when_the_card_is_shown_again(
    sheet: CardSheet, media: Path
) -> None:
    sheet.show_face(face_of("rouge/n"), is_answer_shown=True)
    put(media / "rouge" / "a.png", png(0, 0, 255))
    sheet.show_face(face_of("rouge/n"), is_answer_shown=True)
    assert (pixels_of(sheet, RED), pixels_of(sheet, BLUE)) == (0, WHOLE)
