"""The card stays where it is when something is said, and its question is not covered."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from qtapp.app_settings import SettingsFile
from qtapp.cardtext.renderer import FormulaRenderer
from qtapp.languages import Language
from qtapp.look import Look
from qtapp.notify import Action, Level, Message
from qtapp.pages.review import ReviewPage
from qtapp.sessions.desk import Desk
from qtapp.sessions.review import ReviewSession
from qtapp.widgets.banner import Banner
from qtapp.window import MainWindow

SAID = Message(
    Level.INFO, "1 carte mise de côté jusqu’à demain.", action=Action("Annuler", lambda: None)
)


@pytest.fixture
def banner() -> Banner:
    return Banner()


@pytest.fixture
def window(
    qtbot: QtBot,
    look: Look,
    settings_file: SettingsFile,
    renderer: FormulaRenderer,
    desk: Desk,
    banner: Banner,
) -> Iterator[MainWindow]:
    look.change(language=Language.FRENCH)
    page = ReviewPage(look.theme, renderer)
    made = MainWindow(look, settings_file, {"today": QWidget(), "review": page})
    qtbot.addWidget(made)
    made.add_banner(banner)
    session = ReviewSession(desk)
    session.changed.connect(page.show_state)
    session.start()
    made.show()
    yield made
    banner.dismiss()
    made.hide()


def place_of(window: MainWindow, name: str) -> QRect:
    found = window.findChild(QWidget, name)
    assert found is not None
    return QRect(found.mapTo(window, QPoint()), found.size())


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("size", [(1280, 800), (1024, 700)])
def test_the_card_does_not_move_and_its_question_is_not_covered(
    window: MainWindow,
    banner: Banner,
    look: Look,
    qtbot: QtBot,
    scale: float,
    size: tuple[int, int],
) -> None:
    look.change(text_scale=scale)
    window.resize(*size)
    window.show_page("review")
    qtbot.waitUntil(lambda: window.size().toTuple() == size)
    QApplication.processEvents()
    card = place_of(window, "card")
    banner.show_message(SAID)
    QApplication.processEvents()
    assert place_of(window, "card") == card
    assert not place_of(window, "banner").intersects(place_of(window, "card-heading"))
    text = banner.findChild(QWidget, "bannerText")
    assert text is not None
    assert text.height() >= text.heightForWidth(text.width())
    banner.dismiss()
    QApplication.processEvents()
    assert place_of(window, "card") == card


def test_another_page_makes_room_while_the_message_stands(
    window: MainWindow, banner: Banner, qtbot: QtBot
) -> None:
    top = place_of(window, "review").top()
    window.show_page("review")
    banner.show_message(SAID)
    window.show_page("today")
    below = place_of(window, "banner").bottom()
    qtbot.waitUntil(lambda: window.stack.mapTo(window, QPoint()).y() > below)
    window.show_page("review")
    qtbot.waitUntil(lambda: window.stack.mapTo(window, QPoint()).y() == top)


def test_a_longer_message_has_the_height_it_needs(
    window: MainWindow, banner: Banner, qtbot: QtBot
) -> None:
    banner.show_message(SAID)
    QApplication.processEvents()
    short = banner.height()
    banner.show_message(Message(Level.ERROR, "Non.", "Où.\nQue faire.\nEt puis."))
    qtbot.waitUntil(lambda: banner.height() > short)
