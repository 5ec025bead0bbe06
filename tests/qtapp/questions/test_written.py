"""What is typed: numbers, words, gaps, and answers in one's own words."""

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from decks.questions.bodies import Number
from decks.questions.marks import Mark
from decks.questions.responses import Filled, Typed
from qtapp.questions.words import expected_number
from qtapp.sessions.question_state import QuestionFace
from qtapp.widgets.key_button import KeyButton
from tests.qtapp.questions.conftest import Desk
from tests.qtapp.questions.samples import GAPS, NUMBER, OPEN, SHORT, TRUTH


def test_a_number_is_typed_at_once_and_kept_as_typed(desk: Desk) -> None:
    desk.ask(NUMBER)
    desk.write("4,2 Mo")
    assert desk.state.response == Typed("4,2 Mo")
    desk.press(Qt.Key.Key_Return)
    assert desk.asked == ["answer"]


def test_blanks_are_no_answer(desk: Desk) -> None:
    desk.ask(SHORT)
    desk.write("  ")
    assert desk.state.response is None
    desk.press(Qt.Key.Key_Return)
    assert desk.asked == []
    desk.write("x")
    assert desk.state.response == Typed("  x")


def test_a_number_without_its_unit_is_told_beside_what_was_expected(desk: Desk) -> None:
    desk.ask(NUMBER)
    desk.tell(Typed("4.2"), Mark(0.5, is_unit_missing=True))
    assert desk.said("typed-verdict") == ["≈ The number is right, the unit is not"]
    assert desk.said("typed-expected") == ["Expected: 4.2 ± 0.1 Mo"]
    assert desk.part(QLineEdit, "typed").isReadOnly()


@pytest.mark.parametrize(
    ("body", "french"),
    [
        (Number(4.2, 0.1, unit="Mo"), "4,2 ± 0,1 Mo"),
        (Number(0.5, 0.02, is_relative=True), "0,5 ± 2 %"),
        (Number(0.1 + 0.2), "0,3"),  # no digit of what rounding left behind
        (Number(1e-9), "1e-09"),
    ],
)
def test_the_expected_number_is_written_as_the_language_writes_it(
    body: Number, french: str
) -> None:
    QLocale.setDefault(QLocale(QLocale.Language.French))
    written = expected_number(body).replace("\u00a0", " ").replace("\u202f", " ")
    assert written.replace("2%", "2 %") == french


def test_all_that_is_right_is_told_of_a_short_answer(desk: Desk) -> None:
    desk.ask(SHORT)
    desk.tell(Typed("Sigmoïde"), Mark(0.0))
    assert desk.said("typed-verdict") == ["✗ Wrong"]
    assert desk.said("typed-expected") == ["Expected: ReLU (also right: unité linéaire rectifiée)"]


def test_gaps_fill_in_the_text_and_enter_goes_on_to_the_next(desk: Desk) -> None:
    desk.ask(GAPS)
    desk.write("max*")
    assert "(1) max*" in desk.said("gaps-text")[0]
    desk.press(Qt.Key.Key_Return)
    assert desk.asked == []
    desk.write("1")
    assert desk.state.response == Filled(("max*", "1"))
    desk.press(Qt.Key.Key_Return)
    assert desk.asked == ["answer"]


def test_each_gap_is_told_and_the_text_is_whole(desk: Desk) -> None:
    desk.ask(GAPS)
    desk.tell(Filled(("max", "deux")), Mark(0.5, (True, False)))
    assert desk.said("gap-1-verdict") == ["✓ Right   max"]
    assert desk.said("gap-2-verdict") == ["✗ Wrong   1, un"]
    assert desk.said("gaps-text")[0].startswith("La ReLU prend le maximum de 0")


def test_a_field_has_its_hint_for_eyes_and_ears(desk: Desk) -> None:
    desk.ask(GAPS)
    field = desk.part(QLineEdit, "gap-1")
    assert field.placeholderText() == "le plus grand"
    assert field.accessibleName() == "Gap 1 (le plus grand)"


def test_ones_own_words_stand_beside_the_model(desk: Desk) -> None:
    desk.ask(OPEN)
    desk.write("Tout resterait")
    desk.press(Qt.Key.Key_Return)
    desk.write("affine.")
    written = Typed("Tout resterait\naffine.")
    assert desk.state.response == written
    assert desk.said("model-answer") == []
    desk.tell(written, Mark(None))
    assert desk.part(QPlainTextEdit, "open-answer").toPlainText() == written.text
    assert "une seule application affine" in desk.said("model-answer")[0]


def test_an_answer_that_grows_takes_more_room(desk: Desk) -> None:
    desk.ask(OPEN)
    field = desk.part(QPlainTextEdit, "open-answer")
    before = field.height()
    for _ in range(8):
        desk.press(Qt.Key.Key_Return)
    QApplication.processEvents()
    assert field.height() > before


@pytest.mark.parametrize(
    ("face", "key"), [(OPEN, "Ctrl Enter"), (TRUTH, "Ctrl Enter"), (SHORT, "Enter")]
)
def test_the_key_shown_answers_from_every_field(desk: Desk, face: QuestionFace, key: str) -> None:
    """Enter is a new line where an answer, or a reason, may have several."""
    desk.ask(face)
    assert desk.part(KeyButton, "answer").accessibleDescription() == key
