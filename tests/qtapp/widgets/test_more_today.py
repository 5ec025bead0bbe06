"""What waits behind today's limits, on Today and at the end of a review."""

from functools import partial
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from db.rows import Counts, TodayFacts
from qtapp.cardtext.renderer import FormulaRenderer
from qtapp.commands import Command
from qtapp.languages import Language
from qtapp.look import Look
from qtapp.pages.review import ReviewPage
from qtapp.pages.today import TodayPage
from qtapp.sessions.review_state import Phase, ReviewState
from qtapp.sessions.today import Situation, TodayState
from qtapp.widgets.key_button import KeyButton
from tests.qtapp.facts import FACTS
from tests.qtapp.sessions.listening import Heard

W = TypeVar("W", bound=QWidget)
DONE = FACTS._replace(counts=Counts(), held_back=Counts(new=280, review=34))
Page = TodayPage | ReviewPage


@pytest.fixture(params=["today", "review"])
def page(
    request: pytest.FixtureRequest, qtbot: QtBot, look: Look, renderer: FormulaRenderer
) -> Page:
    made: Page = TodayPage(look.theme)
    if request.param == "review":
        made = ReviewPage(look.theme, renderer)
    qtbot.addWidget(made)
    made.resize(816, 674)  # beside the sidebar of a window of 1024×700
    show(made, DONE)
    with qtbot.waitExposed(made):
        made.show()
    return made


def show(page: Page, facts: TodayFacts) -> None:
    if isinstance(page, TodayPage):
        page.show_state(TodayState(Situation.DONE, facts))
    else:
        page.show_state(ReviewState(Phase.FINISHED, facts=facts))


def part(page: Page, kind: type[W], name: str) -> W:
    found = page.findChild(kind, name)
    assert found is not None, name
    return found


def test_it_says_how_many_wait_and_offers_more(page: Page) -> None:
    assert part(page, QLabel, "more-words").text() == (
        "Beyond today’s limit: 280 new cards · 34 reviews"
    )
    asked = Heard(page.command_asked)
    for name in ("more-new", "more-reviews"):
        QTest.mouseClick(part(page, KeyButton, name), Qt.MouseButton.LeftButton)
    assert asked.all == [Command.MORE_NEW, Command.MORE_REVIEWS]
    assert page.commands() >= {Command.MORE_NEW, Command.MORE_REVIEWS}


def test_no_more_is_offered_than_there_are(page: Page) -> None:
    assert part(page, KeyButton, "more-new").text() == "10 more new cards"
    assert part(page, KeyButton, "more-reviews").text() == "34 more reviews"
    show(page, DONE._replace(held_back=Counts(new=3)))
    assert part(page, KeyButton, "more-new").text() == "3 more new cards"
    assert not part(page, KeyButton, "more-reviews").isVisible()
    assert page.commands() == {Command.MORE_NEW}


def test_nothing_is_said_when_nothing_waits(page: Page) -> None:
    show(page, DONE._replace(held_back=Counts()))
    assert not part(page, QWidget, "more-today").isVisible()
    assert page.commands() == frozenset()


def test_what_is_due_comes_before_what_is_beyond_the_limit(page: Page) -> None:
    facts = DONE._replace(counts=Counts(review=3), held_back=Counts(new=280))
    if isinstance(page, TodayPage):
        page.show_state(TodayState(Situation.DUE, facts))
    else:
        page.show_state(ReviewState(Phase.FINISHED, facts=facts, scope="ReLU"))
    assert not part(page, QWidget, "more-today").isVisible()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_of_it_is_cut_off_in_french(
    page: Page, look: Look, qtbot: QtBot, scale: float
) -> None:
    look.change(language=Language.FRENCH, text_scale=scale)
    QApplication.processEvents()
    words = part(page, QLabel, "more-words")
    assert (
        words.text()
        == "Au-delà de la limite du jour\u00a0: 280\u00a0nouvelles cartes · 34\u00a0révisions"
    )
    for name in ("more-words", "more-new", "more-reviews"):
        qtbot.waitUntil(partial(is_whole, page, name))


def is_whole(page: Page, name: str) -> bool:
    shown = part(page, QWidget, name)
    right = shown.mapTo(page, shown.rect().topRight()).x()
    return right <= page.width() and shown.width() >= shown.minimumSizeHint().width()
