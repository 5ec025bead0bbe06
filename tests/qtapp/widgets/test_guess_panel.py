"""What is predicted fits into a narrow window, in both languages."""

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from db.experiment_rows import Certainty
from qtapp.languages import Language
from qtapp.look import Look
from qtapp.sessions.prediction_state import PredictionState
from qtapp.widgets.guess_panel import GuessPanel
from qtapp.widgets.key_button import KeyButton
from sim.contents import entries, entry
from sim.declaration import NumberGuess

RISING = ("guess", "likely", "sure")
NARROW = 432  # what an experiment's page leaves in a window of 640 pixels, more than in one of 760


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
    assert {asked: width for asked, width in widths.items() if width > NARROW} == {}


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


def test_the_key_of_certainty_stands_before_its_buttons(panel: GuessPanel) -> None:
    """C works, and nothing said so: a sighted learner reads it, another hears it."""
    ask(panel, "dead_relu", 0)
    key = panel.findChild(QLabel, "surer-key")
    first, *others = (panel.findChild(KeyButton, f"certainty-{name}") for name in RISING)
    assert key is not None
    assert first is not None
    assert key.isVisible()
    assert key.text() == "C"
    assert key.width() >= key.sizeHint().width()
    assert key.geometry().right() < first.x()
    assert abs(key.geometry().center().y() - first.geometry().center().y()) <= 1
    assert {button.accessibleDescription() for button in (first, *others) if button} == {"C"}
