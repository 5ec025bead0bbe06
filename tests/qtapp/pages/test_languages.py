"""The pages speak another language at once, with the translations that the app ships."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from qtapp.languages import Language, Languages
from qtapp.pages.today import TodayPage
from qtapp.theme import Theme
from qtapp.widgets.heatmap import Heatmap
from tests.qtapp.facts import DUE, FACTS
from tests.qtapp.pages.conftest import Table

NBSP = "\u00a0"


@pytest.fixture
def languages(qapp: QApplication) -> Iterator[Languages]:
    made = Languages(qapp, Language.ENGLISH)
    yield made
    made.choose(Language.ENGLISH)
    for translator in made._translators:
        QCoreApplication.removeTranslator(translator)
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LanguageChange.value)


def test_the_review_speaks_french(table: Table, languages: Languages, qtbot: QtBot) -> None:
    table.press(Qt.Key.Key_Space)
    assert table.button("grade-3").accessibleName() == "Good, 10 minutes"
    languages.choose(Language.FRENCH)
    qtbot.waitUntil(lambda: table.button("grade-3").text() == "Bien", timeout=2000)
    assert table.button("grade-3").accessibleName() == "Bien, 10\u00a0minutes"
    assert table.button("grade-4").detail.endswith("j")
    assert table.button("undo").text() == "Annuler"
    assert table.text("card-answer") == "Réponse 0."


def test_today_speaks_french_with_its_plurals(
    qtbot: QtBot, theme: Theme, languages: Languages
) -> None:
    page = TodayPage(theme)
    qtbot.addWidget(page)
    page.show_state(DUE._replace(facts=FACTS._replace(streak_days=1)))
    title = page.findChild(QLabel, "title")
    subtitle = page.findChild(QLabel, "subtitle")
    assert title is not None
    assert subtitle is not None
    assert title.text() == "Hello. 21 cards are waiting for you."
    languages.choose(Language.FRENCH)
    qtbot.waitUntil(lambda: title.text().startswith("Bonjour"), timeout=2000)
    assert title.text() == "Bonjour. 21 cartes vous attendent."
    assert f"rétention visée 90{NBSP}%" in subtitle.text()
    assert subtitle.text().endswith("1\u00a0jour d’affilée")


def test_the_heatmap_speaks_french(qtbot: QtBot, theme: Theme, languages: Languages) -> None:
    heatmap = Heatmap(theme)
    qtbot.addWidget(heatmap)
    heatmap.show_days(FACTS.day, FACTS.reviews_per_day)
    languages.choose(Language.FRENCH)
    qtbot.waitUntil(lambda: "68 révisions" in heatmap.accessibleDescription(), timeout=2000)
