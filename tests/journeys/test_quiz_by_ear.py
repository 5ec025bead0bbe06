"""An exam taken by what a screen reader hears and can do, and by nothing else."""

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from qtapp.languages import Language
from tests.journeys.clock import Clock
from tests.journeys.ears import ACTED_ON, TOGGLED, Ears, Role, name_of
from tests.journeys.learner import learner
from tests.journeys.quiz_course import ITEMS, PAIRS, QUESTIONS, quiz_collection

WRITTEN_IN = Role.EditableText


@pytest.fixture
def ears(
    qapp: QApplication, home: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Ears]:
    """At the window, in French."""
    quiz_collection(home, clock, monkeypatch)
    with learner(qapp, home, clock, Language.FRENCH) as player:
        player.wait_until_open()
        player.window.resize(1280, 800)
        QAccessible.setActive(True)  # as a screen reader does: it hears when a table changes
        yield Ears(player)
        QAccessible.setActive(False)


def sort_items(ears: Ears) -> None:
    """Press « up » of each item, from the first to the last, until it is in its place."""
    for place, item in enumerate(ITEMS, 1):
        while not any(name == f"{place}. {item}" for name in ears.names(Role.Client)):
            ears.press(f"Monter\u00a0: {item}")


def match_pairs(ears: Ears) -> None:
    for left, right in PAIRS.items():
        ears.pick(left, right)


def pick_two(ears: Ears) -> None:
    ears.press("Jamais négative")
    ears.press("Non bornée")


def judge(ears: Ears) -> None:
    ears.press("V. Vrai")
    ears.write("Pourquoi\u00a0?", "la variance décroît")


def fill(ears: Ears) -> None:
    ears.write("Trou 1", "max")
    ears.write("Trou 2", "1")


ANSWERS: dict[str, Callable[[Ears], None]] = {
    "Une seule bonne réponse": lambda ears: ears.press("La ReLU"),
    "Plusieurs réponses possibles": pick_two,
    "Vrai ou faux, et pourquoi": judge,
    "Un nombre": lambda ears: ears.write("Votre réponse", "4,2 Mo"),
    "Un mot ou deux": lambda ears: ears.write("Votre réponse", "relu"),
    "Remplir les trous": fill,
    "Mettre en ordre": sort_items,
    "Associer": match_pairs,
    "Avec vos mots": lambda ears: ears.write("Votre réponse", "Tout resterait affine."),
}
"""By the line above a question, which tells what is to be done."""


def assert_understandable(ears: Ears) -> None:
    """Whatever can be acted on or written in has a name, and none has another one's."""
    parts = [part for part in ears.parts() if part.role() in (*ACTED_ON, WRITTEN_IN)]
    wanted = [part for part in parts if part.role() in ACTED_ON or part.state().focusable]
    names = Counter((part.role(), name_of(part).strip()) for part in wanted)
    assert [name for name, count in names.items() if count > 1 or not name[1]] == []


def test_an_exam_is_taken_by_ear_alone(ears: Ears) -> None:
    ears.press("Quiz")
    ears._player.wait(lambda: ears.has("9 questions au choix"), "the questions")
    ears.press("Examen")
    ears.set_number("Minutes", 5)
    assert_understandable(ears)
    ears.press("Commencer")
    for place in range(1, len(QUESTIONS) + 1):
        assert ears.has(f"Question {place} sur 9")
        assert ears.has("minutes restantes")
        assert_understandable(ears)
        heard = ears.names(Role.StaticText)
        ANSWERS[next(name for name in heard if name in ANSWERS)](ears)
        ears.press("Êtes-vous sûr\u00a0? Sûr")
        if place == 1:
            ears.press("Y revenir")
        ears.press("Répondre")
    assert ears.has("Toutes les questions ont une réponse · 1 à revoir")
    assert ears.find("1, à revoir", Role.Cell) is not None
    assert_understandable(ears)
    ears.press("Terminer l’examen")
    assert ears.has("8 sur 9 · 89\u00a0%")
    assert_understandable(ears)
    ears.choose_cell("Pourquoi non linéaire ?")
    ears.press("Voir la question")
    model = ears.find("Réponse modèle", WRITTEN_IN)
    assert "affine" in model.text(QAccessible.Text.Value)
    assert_understandable(ears)
    ears.press("Juste")
    ears.press("D’un coup d’œil")
    assert ears.has("9 sur 9 · 100\u00a0%")


def test_what_was_told_cannot_be_picked_otherwise_by_ear(ears: Ears) -> None:
    ears.press("Quiz")
    ears._player.wait(lambda: ears.has("9 questions au choix"), "the questions")
    ears.press("Choix simple")
    ears.press("Commencer")
    ears.press("La ReLU")
    ears.press("Répondre")
    ears.press("La sigmoïde")
    assert ears.find("La ReLU – Juste", *TOGGLED).state().checked
    assert not ears.find("La sigmoïde", *TOGGLED).state().checked
