"""What is predicted fits into a narrow window, in both languages."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from db.experiment_rows import Certainty
from qtapp.languages import Language
from qtapp.look import Look
from qtapp.sessions.prediction_state import PredictionState
from qtapp.tokens import Role
from qtapp.widgets.guess_panel import GuessPanel
from qtapp.widgets.key_button import KeyButton
from qtapp.widgets.pick_row import PickButton
from sim.contents import OptionsGuess, entries, entry
from sim.declaration import NumberGuess
from tests.qtapp.sessions.listening import Heard

RISING = ("guess", "likely", "sure")
NARROW = 432
CARD = 306
"""What a card leaves of the smallest window, 640 pixels: no sidebar, no margins, no scroll bar."""


@pytest.fixture(params=[Language.FRENCH, Language.ENGLISH], ids=["fr", "en"])
def panel(qtbot: QtBot, look: Look, request: pytest.FixtureRequest) -> GuessPanel:
    look.languages.choose(request.param)
    made = GuessPanel()
    made.retranslate()
    qtbot.addWidget(made)
    made.resize(NARROW, 300)
    made.show()
    return made


def ask(panel: GuessPanel, name: str, number: int) -> None:
    panel.show_state(PredictionState(entry=entry(name), offered=(number, 0), guess_number=number))
    QTest.qWait(0)


def test_no_guess_is_wider_than_a_narrow_window(panel: GuessPanel) -> None:
    widths = {}
    for name, met in entries().items():
        for number, guess in enumerate(met.guesses):
            ask(panel, name, number)
            widths[name, guess.name or number] = panel.minimumSizeHint().width()
    assert {asked: width for asked, width in widths.items() if width > CARD} == {}


def cut_parts(panel: GuessPanel) -> list[str]:
    parts: list[KeyButton | QLabel] = [
        *panel.findChildren(KeyButton),
        *panel.findChildren(QLabel),
    ]
    seen = [part for part in parts if part.isVisible()]
    return [p.text() for p in seen if p.visibleRegion().boundingRect() != p.rect()]


@pytest.mark.parametrize("name", ["overfitting", "xor", "backprop_by_hand"])
def test_nothing_is_cut_on_a_card_in_the_smallest_window(
    panel: GuessPanel, qtbot: QtBot, name: str
) -> None:
    """What a second line of certainties would not fit into used to be cut, without a sign."""
    ask(panel, name, 1)
    panel.resize(CARD, panel.heightForWidth(CARD))
    qtbot.waitUntil(lambda: panel.height() == panel.heightForWidth(CARD) and not cut_parts(panel))
    assert panel.width() == CARD


def test_no_answer_of_the_card_before_is_seen_among_the_new_ones(panel: GuessPanel) -> None:
    ask(panel, "xor", 0)
    ask(panel, "overfitting", 0)
    shown = [button for button in panel.findChildren(PickButton) if button.isVisible()]
    guess = entry("overfitting").guesses[0]
    assert isinstance(guess, OptionsGuess)
    assert len(shown) == len(guess.options)


def test_how_sure_goes_below_the_number_where_both_do_not_fit(panel: GuessPanel) -> None:
    guesses = entry("backprop_by_hand").guesses
    ask(panel, "backprop_by_hand", next(n for n, g in enumerate(guesses) if g.name == "delta_o2"))
    assert isinstance(next(g for g in guesses if g.name == "delta_o2"), NumberGuess)
    field = panel.findChild(QLineEdit, "number-guess")
    sure = panel.findChild(KeyButton, f"certainty-{Certainty.SURE.value}")
    assert field is not None
    assert sure is not None

    def tops() -> list[int]:
        return [w.mapTo(panel, w.rect().center()).y() for w in (field, sure) if w]

    panel.resize(900, 300)
    QTest.qWait(0)
    beside = tops()
    panel.resize(NARROW, 300)
    QTest.qWait(0)
    below = tops()
    assert abs(beside[0] - beside[1]) < field.height() / 2
    assert below[1] - below[0] >= field.height()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_key_of_certainty_stands_before_its_buttons(
    panel: GuessPanel, look: Look, qtbot: QtBot, scale: float
) -> None:
    """C works, and nothing said so: a sighted learner reads it, another hears it."""
    ask(panel, "dead_relu", 0)
    panel.resize(1000, 300)
    look.change(text_scale=scale)
    QTest.qWait(0)
    key = panel.findChild(QLabel, "surer-key")
    first, *others = (panel.findChild(KeyButton, f"certainty-{name}") for name in RISING)
    assert key is not None
    assert first is not None
    assert key.isVisible()
    assert key.text() == "C"
    assert key.width() >= key.sizeHint().width()

    def apart() -> int:
        middles = [w.mapTo(panel, w.rect().center()) for w in (key, first) if w]
        assert middles[0].x() < middles[1].x()
        return abs(middles[0].y() - middles[1].y())

    qtbot.waitUntil(lambda: apart() <= 1)
    assert {button.accessibleDescription() for button in (first, *others) if button} == {"C"}


def number_field(panel: GuessPanel) -> tuple[QLineEdit, QLabel]:
    """The field of a number from 0.3 to 0.5, and what stands beside it."""
    guesses = entry("backprop_by_hand").guesses
    ask(panel, "backprop_by_hand", next(n for n, g in enumerate(guesses) if g.name == "w5_after"))
    field = panel.findChild(QLineEdit, "number-guess")
    hint = panel.findChild(QLabel, "number-hint")
    assert field is not None
    assert hint is not None
    return field, hint


@pytest.mark.parametrize("nonsense", ["0.8", "abc"])
def test_a_number_that_does_not_count_is_told_and_not_launched(
    panel: GuessPanel, nonsense: str
) -> None:
    field, hint = number_field(panel)
    answers, launches = Heard(panel.answered), Heard(panel.launch_asked)
    usual = hint.text()
    QTest.keyClicks(field, nonsense)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert set(answers.all) == {None}
    assert launches.all == []
    assert hint.text() in ("(not from 0.3 to 0.5)", "(hors de 0,3 à 0,5)")
    assert hint.property("role") == Role.WARNING
    field.clear()
    QTest.keyClicks(field, "0.4")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert answers.all[-1] == 0.4
    assert len(launches.all) == 1
    assert hint.text() == usual


def test_a_number_typed_stays_when_the_language_changes(panel: GuessPanel, look: Look) -> None:
    field, _ = number_field(panel)
    QTest.keyClicks(field, "0.4")
    panel.show_state(replace(panel._state, answer=0.4))
    for language in (Language.ENGLISH, Language.FRENCH):
        look.languages.choose(language)
        panel.retranslate()
        assert field.text() == "0.4"


def test_enter_after_nonsense_goes_no_further(panel: GuessPanel) -> None:
    """It is the page's key for training, too: the prediction was lost without a word."""
    field, _ = number_field(panel)
    QTest.keyClicks(field, "abc")
    enter = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
    parent = field.parentWidget()
    assert parent is not None
    QApplication.sendEvent(parent, enter)
    assert enter.isAccepted()
