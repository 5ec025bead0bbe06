"""The choice of a quiz offers every tag there is, the usual ones first."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from db.quiz_pool import QuizPool
from db.quiz_rows import QuestionFilter, QuestionRow
from decks.kinds import NoteKind
from qtapp.look import Look
from qtapp.pages.quiz_setup import QuizSetupPage
from qtapp.sessions.quiz_setup import SetupState
from qtapp.widgets.key_button import KeyButton

USUAL = tuple(f"usual-{number:02}" for number in range(24))
SELDOM = ("époque", "zèle")


def pool(tags: tuple[str, ...]) -> QuizPool:
    """Two questions of each usual tag, one of each other."""
    each = [(tag,) for tag in tags for _ in range(2 if tag in USUAL else 1)]
    rows = [QuestionRow(n, n, 1, NoteKind.CHOICE, tags, ()) for n, tags in enumerate(each)]
    return QuizPool(tuple(rows), ())


@pytest.fixture
def page(qtbot: QtBot, look: Look) -> QuizSetupPage:
    page = QuizSetupPage(look.theme)
    qtbot.addWidget(page)
    page.resize(1000, 700)
    page.show()
    return page


def offered(page: QuizSetupPage) -> list[str]:
    row = page.findChild(QWidget, "tags")
    assert row is not None
    return [b.text() for b in row.findChildren(KeyButton) if b.isVisible()]


def more(page: QuizSetupPage) -> KeyButton:
    button = page.findChild(KeyButton, "all-tags")
    assert button is not None
    return button


def test_seldom_tags_wait_behind_a_button(page: QuizSetupPage) -> None:
    page.show_state(SetupState(pool=pool((*SELDOM, *USUAL)), fitting=50))
    assert offered(page) == [f"{tag} · 2" for tag in USUAL]
    assert (more(page).isVisible(), more(page).text()) == (True, "Show all 26 tags")
    more(page).click()
    assert offered(page) == ["époque · 1", *(f"{tag} · 2" for tag in USUAL), "zèle · 1"]
    more(page).click()
    assert len(offered(page)) == len(USUAL)


def test_a_seldom_tag_that_is_picked_stays_in_view(page: QuizSetupPage) -> None:
    state = SetupState(pool=pool((*SELDOM, *USUAL)), fitting=1)
    page.show_state(replace(state, wanted=QuestionFilter(tags=frozenset({"zèle"}))))
    assert offered(page)[-1] == "zèle · 1"


def test_few_tags_need_no_button(page: QuizSetupPage) -> None:
    page.show_state(SetupState(pool=pool(USUAL), fitting=48))
    assert not more(page).isVisible()
