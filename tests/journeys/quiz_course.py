"""A chapter with one question of each kind, and a learner who answers them by keys alone.

What the learner presses is found on the screen, as eyes would: the letter before an option, the
place of an item. Only what is right is known beforehand.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QWidget

from db.collection import Collection
from decks.kinds import NoteKind
from decks.model import Chapter, Note, Section
from qtapp.questions.option import OptionButton
from qtapp.questions.order_row import OrderRow
from tests.journeys.clock import Clock
from tests.journeys.player import NO_KEYS, Player

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
ITEMS = ("Prédire", "Calculer la perte", "Rétropropager", "Corriger les poids")
PAIRS = {"ReLU": "positif ou nul", "Sigmoïde": "entre 0 et 1", "Tanh": "entre −1 et 1"}
RIGHT_OPTIONS = {
    NoteKind.CHOICE: ("La ReLU",),
    NoteKind.CHOICES: ("Jamais négative", "Non bornée"),
}
QUESTIONS = (
    Note(
        "choix",
        NoteKind.CHOICE,
        "Que calcule $\\max(0, x)$ ?",
        "- [x] La ReLU\n- [ ] La sigmoïde\n- [ ] *Aucune de ces réponses.*",
        facts=("ACT-21",),
    ),
    Note(
        "plusieurs",
        NoteKind.CHOICES,
        "Que dire de la ReLU ?",
        "- [x] Jamais négative\n- [x] Non bornée\n- [ ] Dérivable partout",
    ),
    Note("bruit", NoteKind.TRUTH, "Plus d’exemples, moins de bruit.", "Vrai", "En $1/n$."),
    Note("place", NoteKind.NUMBER, "Quelle place pour 1 050 000 poids ?", "= 4,2 ± 0,1 Mo"),
    Note("nom", NoteKind.SHORT, "Quelle activation coupe à 0 ?", "- ReLU"),
    Note(
        "trous",
        NoteKind.GAPS,
        "La ReLU en une phrase",
        "Elle prend le [maximum|max](#1) de 0 et de x ; sa pente vaut [1](#2) à droite.",
    ),
    Note(
        "ordre",
        NoteKind.ORDER,
        "Dans quel ordre va un pas ?",
        "\n".join(f"{n}. {item}" for n, item in enumerate(ITEMS, 1)),
    ),
    Note(
        "paires",
        NoteKind.MATCH,
        "À chaque fonction ses valeurs",
        "| Fonction | Valeurs |\n|---|---|\n"
        + "\n".join(f"| {left} | {right} |" for left, right in PAIRS.items()),
    ),
    Note("pourquoi", NoteKind.OPEN, "Pourquoi non linéaire ?", "Sinon tout reste **affine**."),
)
CARD = Note("carte", NoteKind.BASIC, "La ReLU ?", "$\\max(0, x)$", facts=("ACT-21",))


def quiz_collection(home: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A collection with this chapter and nothing else, where the app looks for its own."""
    monkeypatch.setattr("qtapp.opening.begin_course", lambda _: ((), None))
    return make_collection(home, clock)


def make_collection(home: Path, clock: Clock) -> Path:
    """The same file, for an app that is kept from importing the course otherwise."""
    path = home / "data" / "collection.epoque"
    path.parent.mkdir(parents=True)
    section = Section("tout", "Tout", notes=(*QUESTIONS, CARD))
    collection = Collection.open(path, clock=clock)
    collection.save_settings(collection.settings()._replace(time_zone="Europe/Paris"))
    collection.apply_import(Chapter("essai", "Essai", number=1, sections=(section,)))
    collection.close()
    return path


class QuizHand:
    """Presses keys where the keyboard is, and looks at nothing but the screen."""

    def __init__(self, player: Player) -> None:
        self._player = player

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NO_KEYS) -> None:
        """Press a key."""
        self._player.press(key, modifiers)

    def write(self, text: str) -> None:
        """Type a text; Qt's test keys know no letter beyond Latin-1."""
        self._player.settle()
        QTest.keyClicks(QApplication.focusWidget() or self._player.window, text)
        self._player.settle()

    def tab_to(self, words: str) -> QWidget:
        """Press Tab until something of that name has the keyboard."""
        passed = []
        for _ in range(80):
            self.press(Qt.Key.Key_Tab)
            at = QApplication.focusWidget()
            if at is not None and words in at.accessibleName():
                return at
            passed.append(at.accessibleName() if at is not None else None)
        raise AssertionError(f"Tab never leads to {words!r}, but to {passed}")

    def seen(self, kind: type[QWidget]) -> list[QWidget]:
        """What of that kind is on the screen, from top to bottom."""
        window = self._player.window
        found = [part for part in window.findChildren(kind) if part.isVisible()]
        return sorted(found, key=lambda part: part.mapTo(window, part.rect().topLeft()).toTuple())

    # One answer each, right unless said otherwise; none is sent off

    def choose(self, kind: NoteKind) -> None:
        """The letters of the right options."""
        for option in self.seen(OptionButton):
            letter, _, text = option.accessibleName().partition(". ")
            if text in RIGHT_OPTIONS[kind]:
                self.press(Qt.Key(ord(letter)))

    def judge(self) -> None:
        """V for « Vrai », then the reason in the field that Tab leads to."""
        self.press(Qt.Key.Key_V)
        self.tab_to("Pourquoi")
        self.write("la variance baisse")

    def fill(self) -> None:
        """Enter leads from the first gap to the second."""
        self.write("max")
        self.press(Qt.Key.Key_Return)
        self.write("1")

    def sort(self) -> None:
        """Carry each item up to its place: arrows walk, with Alt they carry."""
        at = 0
        for place, item in enumerate(ITEMS):
            named = [row.accessibleName() for row in self.seen(OrderRow)]
            stands = next(n for n, name in enumerate(named) if item in name)
            while at != stands:
                self.press(Qt.Key.Key_Down if at < stands else Qt.Key.Key_Up)
                at += 1 if at < stands else -1
            while at > place:
                self.press(Qt.Key.Key_Up, ALT)
                at -= 1

    def pair(self) -> None:
        """The letter of the right side in each list; Tab leads to the next."""
        for number, right in enumerate(PAIRS.values()):
            if number:
                self.press(Qt.Key.Key_Tab)
            combo = QApplication.focusWidget()
            assert isinstance(combo, QComboBox)
            texts = [combo.itemText(n) for n in range(combo.count())]
            letter = next(text[0] for text in texts if text.endswith(right))
            self.press(Qt.Key(ord(letter)))

    def answer(self, kind: NoteKind) -> None:
        """Answer rightly whatever is asked, but do not send it off."""
        if kind in RIGHT_OPTIONS:
            self.choose(kind)
        elif kind in _WRITTEN:
            self.write(_WRITTEN[kind])
        else:
            {
                NoteKind.TRUTH: self.judge,
                NoteKind.GAPS: self.fill,
                NoteKind.ORDER: self.sort,
                NoteKind.MATCH: self.pair,
            }[kind]()


_WRITTEN = {
    NoteKind.NUMBER: "4.2 Mo",
    NoteKind.SHORT: "relu",
    NoteKind.OPEN: "Des couches lineaires n'en font qu'une.",
}
