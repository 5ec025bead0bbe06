import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from qtapp.notify import Action, Level, Message
from qtapp.theme import Theme
from qtapp.widgets.banner import Banner


class Page(QWidget):
    """Counts the Escapes that reach it."""

    def __init__(self) -> None:
        super().__init__()
        self.escapes = 0
        self.banner = Banner()
        self.field = QPushButton("page")
        column = QVBoxLayout(self)
        column.addWidget(self.banner)
        column.addWidget(self.field)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        self.escapes += event.key() == Qt.Key.Key_Escape


@pytest.fixture
def page(theme: Theme, qtbot: QtBot) -> Page:
    made = Page()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    made.field.setFocus()
    qtbot.waitUntil(made.field.hasFocus)
    return made


def text(banner: Banner, name: str) -> str:
    label = banner.findChild(QLabel, name)
    assert label is not None
    return "" if label.isHidden() else label.text()


def button(banner: Banner, name: str) -> QPushButton:
    found = banner.findChild(QPushButton, name)
    assert found is not None
    return found


def test_nothing_is_shown_at_first(page: Page) -> None:
    assert page.banner.isHidden()


def test_a_message_is_shown_with_its_detail(page: Page) -> None:
    page.banner.show_message(Message(Level.WARN, "The clock is late.", "Set it right."))
    assert page.banner.isVisible()
    assert text(page.banner, "bannerText").endswith("The clock is late.")
    assert text(page.banner, "bannerDetail") == "Set it right."


def test_the_latest_message_replaces_the_one_before(page: Page) -> None:
    page.banner.show_message(Message(Level.ERROR, "One.", "Detail.", Action("Do", lambda: None)))
    page.banner.show_message(Message(Level.INFO, "Two."))
    assert text(page.banner, "bannerText").endswith("Two.")
    assert text(page.banner, "bannerDetail") == ""
    assert button(page.banner, "bannerAction").isHidden()


def test_a_level_is_a_sign_as_well_as_a_colour(page: Page) -> None:
    signs = set()
    for level in Level:
        page.banner.show_message(Message(level, "Same text."))
        signs.add(text(page.banner, "bannerText").removesuffix("Same text."))
    assert len(signs) == len(Level)


def test_the_focus_stays_on_the_page(page: Page) -> None:
    page.banner.show_message(Message(Level.ERROR, "Text."))
    assert page.field.hasFocus()


def test_escape_closes_the_message_before_the_page_hears_of_it(page: Page, qtbot: QtBot) -> None:
    page.banner.show_message(Message(Level.INFO, "Text."))
    qtbot.keyClick(page.field, Qt.Key.Key_Escape)
    assert (page.banner.isHidden(), page.escapes) == (True, 0)
    qtbot.keyClick(page.field, Qt.Key.Key_Escape)
    assert page.escapes == 1


def test_other_keys_go_to_the_page(page: Page, qtbot: QtBot) -> None:
    page.banner.show_message(Message(Level.INFO, "Text."))
    with qtbot.waitSignal(page.field.clicked):
        qtbot.keyClick(page.field, Qt.Key.Key_Space)
    assert page.banner.isVisible()


def test_its_action_runs_once_and_closes_it(page: Page, qtbot: QtBot) -> None:
    runs: list[int] = []
    page.banner.show_message(
        Message(Level.INFO, "Text.", "", Action("Undo", lambda: runs.append(1)))
    )
    action = button(page.banner, "bannerAction")
    assert action.text() == "Undo"
    qtbot.mouseClick(action, Qt.MouseButton.LeftButton)
    assert (runs, page.banner.isHidden()) == ([1], True)


def test_an_action_may_post_the_next_message(page: Page, qtbot: QtBot) -> None:
    def say_more() -> None:
        page.banner.show_message(Message(Level.INFO, "More."))

    page.banner.show_message(Message(Level.INFO, "Text.", "", Action("More", say_more)))
    qtbot.mouseClick(button(page.banner, "bannerAction"), Qt.MouseButton.LeftButton)
    assert text(page.banner, "bannerText").endswith("More.")


def test_markup_in_a_message_is_only_text(page: Page) -> None:
    page.banner.show_message(Message(Level.INFO, "<b>x</b><img src='http://e.org/x'>"))
    label = page.banner.findChild(QLabel, "bannerText")
    assert label is not None
    assert label.textFormat() is Qt.TextFormat.PlainText


def test_screen_readers_are_told(page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[QAccessibleEvent] = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", told.append)
    page.banner.show_message(Message(Level.ERROR, "Disk full.", "Free some space."))
    assert [event.type() for event in told] == [QAccessible.Event.Announcement]
