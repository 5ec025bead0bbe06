"""What the Review page shows while the queue or the facts of the day are read."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from db.collection import Collection
from qtapp.cardtext.renderer import FormulaRenderer
from qtapp.pages.review import ReviewPage
from qtapp.sessions.card_actions import CardActions
from qtapp.sessions.desk import Desk
from qtapp.sessions.review import ReviewSession
from qtapp.sessions.review_state import Phase
from qtapp.theme import Theme
from tests.qtapp.course import Clock
from tests.qtapp.pages.conftest import Table, join
from tests.qtapp.sessions.later import Later
from tests.qtapp.sessions.listening import Heard


@pytest.fixture
def later() -> Later:
    return Later()


@pytest.fixture
def table(
    qtbot: QtBot,
    theme: Theme,
    renderer: FormulaRenderer,
    collection: Collection,
    clock: Clock,
    later: Later,
) -> Iterator[Table]:
    """The first card is shown; what is read from now on waits for `later`."""
    session = ReviewSession(Desk(collection, now=clock, run=later))
    actions = CardActions(session)
    page = ReviewPage(theme, renderer)
    qtbot.addWidget(page)
    join(page, session, actions)
    page.resize(1000, 700)
    session.start()
    later.run()
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    page.setFocus()
    yield Table(page, session, actions)
    page.hide()


def is_settled(table: Table) -> bool:
    return table.page.is_settled


def test_what_was_shown_stays_for_a_moment(table: Table, later: Later) -> None:
    drawn = Heard(table.page.drawn)
    table.session.renew()
    assert table.session.state.phase is Phase.LOADING
    assert is_settled(table) is False
    assert table.text("card-heading") == "Question 0 ?"
    later.run()
    assert is_settled(table) is True
    assert table.text("card-heading") == "Question 0 ?"
    assert len(drawn.all) == 1  # nothing came in between


def test_after_a_moment_it_says_that_it_reads(table: Table, later: Later, qtbot: QtBot) -> None:
    table.session.renew()
    qtbot.waitUntil(lambda: table.text("rest-title") == "One moment…", timeout=2000)
    assert table.text("card-heading") == ""
    later.run()
    assert table.text("card-heading") == "Question 0 ?"
    assert table.text("rest-title") == ""


def test_a_key_pressed_in_that_moment_leads_nowhere(table: Table, qtbot: QtBot) -> None:
    left = Heard(table.page.back_asked)
    table.session.renew()
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_3):
        table.press(key)
    assert left.all == []
    qtbot.waitUntil(lambda: table.page.is_settled, timeout=2000)
    table.press(Qt.Key.Key_Space)  # the button says so by now
    assert len(left.all) == 1


def test_the_last_card_gives_way_to_the_whole_end_at_once(table: Table, later: Later) -> None:
    while table.session.card is not None:
        table.press(Qt.Key.Key_Space)
        last = table.text("card-heading")
        table.press(Qt.Key.Key_4)
    assert table.session.state.phase is Phase.FINISHED
    assert table.text("card-heading") == last
    assert table.text("rest-title") == ""
    later.run()
    assert table.text("rest-title") == "Done for today."
    assert "6 review(s)" in table.text("rest-text")
