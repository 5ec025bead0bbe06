from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QWidget
from pytestqt.qtbot import QtBot

from qtapp.languages import Language, Languages, code_of


@pytest.fixture
def spoken(qapp: QApplication) -> Iterator[Languages]:
    made = Languages(qapp, Language.ENGLISH)
    yield made
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_french_is_spoken_from_now_on(spoken: Languages) -> None:
    spoken.choose(Language.FRENCH)
    assert QCoreApplication.translate("Place", "Today") == "Aujourd’hui"


def test_english_comes_back(spoken: Languages) -> None:
    spoken.choose(Language.FRENCH)
    spoken.choose(Language.ENGLISH)
    assert QCoreApplication.translate("Place", "Today") == "Today"


@pytest.mark.parametrize(
    ("language", "count", "expected"),
    [
        (Language.FRENCH, 0, "0 carte"),
        (Language.FRENCH, 1, "1 carte"),
        (Language.FRENCH, 2, "2 cartes"),
        (Language.ENGLISH, 0, "0 cards"),
        (Language.ENGLISH, 1, "1 card"),
        (Language.ENGLISH, 2, "2 cards"),
    ],
)
def test_plurals_follow_the_grammar(
    spoken: Languages, language: Language, count: int, expected: str
) -> None:
    """Zero is singular in French, plural in English (CLDR plural rules)."""
    spoken.choose(language)
    assert QCoreApplication.translate("today", "%Ln card(s)", "", count) == expected


def test_qt_speaks_the_same_language(spoken: Languages, qtbot: QtBot) -> None:
    spoken.choose(Language.FRENCH)
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    qtbot.addWidget(box)
    assert box.button(QDialogButtonBox.StandardButton.Close).text().replace("&", "") == "Fermer"


def test_numbers_follow_the_language(spoken: Languages) -> None:
    spoken.choose(Language.FRENCH)
    assert QLocale().toString(1284.5, "f", 1) == "1\u202f284,5"


def test_widgets_hear_of_the_change(spoken: Languages, qtbot: QtBot) -> None:
    heard: list[QEvent.Type] = []

    class Ear(QWidget):
        def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
            heard.append(event.type())

    ear = Ear()
    qtbot.addWidget(ear)
    spoken.choose(Language.FRENCH)
    qtbot.waitUntil(lambda: QEvent.Type.LanguageChange in heard)


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        (["fr-FR", "fr"], "fr"),
        (["fr-CA"], "fr"),
        (["en-GB", "fr"], "en"),
        (["de-DE", "de"], "en"),
        (["br-FR", "fr-FR"], "fr"),
        (["C"], "en"),
        ([], "en"),
    ],
)
def test_the_system_is_followed_at_first(tags: list[str], expected: str) -> None:
    assert code_of(Language.SYSTEM, tags) == expected


def test_the_learner_is_followed_before_the_system() -> None:
    assert code_of(Language.ENGLISH, ["fr-FR"]) == "en"
