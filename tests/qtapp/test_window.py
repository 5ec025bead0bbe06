"""The window around pages that know nothing of cards."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl, Signal
from PySide6.QtGui import QAction, QDropEvent, QFont, QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QLabel, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from qtapp.app_settings import SettingsFile
from qtapp.commands import Command
from qtapp.languages import Language
from qtapp.look import Look
from qtapp.theme import ThemeChoice
from qtapp.widgets.sidebar import NavigationButton
from qtapp.window import MainWindow


class PlainPage(QWidget):
    """Has nothing to ask of it."""


class CardPage(QWidget):
    """Offers commands, and notes those it gets."""

    commands_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.possible: frozenset[Command] = frozenset({Command.UNDO, Command.FLAG_RED})
        self.asked: list[Command] = []
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def commands(self) -> frozenset[Command]:
        return self.possible

    def run_command(self, command: Command) -> None:
        self.asked.append(command)


@pytest.fixture
def card_page(look: Look) -> CardPage:
    return CardPage()


@pytest.fixture
def window(
    look: Look, settings_file: SettingsFile, card_page: CardPage, qtbot: QtBot
) -> MainWindow:
    made = MainWindow(look, settings_file, {"today": PlainPage(), "review": card_page})
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def action(window: MainWindow, text: str) -> QAction:
    """The action with this text, without its underlined letter."""
    return next(a for a in window.menus.actions() if a.text().replace("&", "") == text)


def enabled(window: MainWindow, *commands: Command) -> list[bool]:
    by_name = {a.objectName(): a for a in window.menus.actions()}
    return [by_name[command].isEnabled() for command in commands]


def test_the_first_page_is_shown_first(window: MainWindow) -> None:
    assert window.page_key == "today"
    today = window.sidebar.findChild(NavigationButton, "today")
    assert today is not None
    assert today.isChecked()


def test_another_page_is_shown_and_told(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.page_changed) as told:
        window.show_page("review")
    assert (window.page_key, told.args) == ("review", ["review"])


def test_a_page_that_replaces_another_takes_its_place(window: MainWindow) -> None:
    other = PlainPage()
    window.add_page("today", other)
    assert (window.page_key, window.stack.currentWidget(), window.stack.count()) == (
        "today",
        other,
        2,
    )


def test_a_click_on_a_place_is_told_not_done(window: MainWindow, qtbot: QtBot) -> None:
    window.show_page("review")
    today = window.sidebar.findChild(NavigationButton, "today")
    with qtbot.waitSignal(window.place_asked) as told:
        qtbot.mouseClick(today, Qt.MouseButton.LeftButton)
    assert (told.args, window.page_key) == (["today"], "review")


def test_ctrl_tab_goes_round_the_places(window: MainWindow, qtbot: QtBot) -> None:
    window.place_asked.connect(window.sidebar.set_current)
    asked: list[str] = []
    window.place_asked.connect(asked.append)
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    for _ in range(3):
        qtbot.keyClick(window, Qt.Key.Key_Tab, control)
    qtbot.keyClick(window, Qt.Key.Key_Backtab, control | shift)
    assert asked == ["quiz", "lab", "today", "lab"]


def test_menus_ask_only_what_the_page_can(window: MainWindow) -> None:
    asked = (Command.UNDO, Command.REDO, Command.FLAG_RED)
    assert enabled(window, *asked) == [False, False, False]
    window.show_page("review")
    assert enabled(window, *asked) == [True, False, True]


def test_menus_follow_a_page_that_changes_its_mind(window: MainWindow, card_page: CardPage) -> None:
    window.show_page("review")
    card_page.possible = frozenset({Command.REDO})
    card_page.commands_changed.emit()
    assert enabled(window, Command.UNDO, Command.REDO) == [False, True]


@pytest.mark.parametrize(
    ("key", "modifiers", "command"),
    [
        (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier, Command.UNDO),
        (
            Qt.Key.Key_Z,
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
            Command.REDO,
        ),
        (Qt.Key.Key_E, Qt.KeyboardModifier.NoModifier, Command.EDIT),
        (Qt.Key.Key_S, Qt.KeyboardModifier.NoModifier, Command.SUSPEND),
        (Qt.Key.Key_B, Qt.KeyboardModifier.NoModifier, Command.BURY),
        (Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier, Command.FLAG_RED),
        (Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier, Command.FLAG_NONE),
    ],
)
def test_keys_reach_the_page_as_commands(
    window: MainWindow,
    card_page: CardPage,
    qtbot: QtBot,
    key: Qt.Key,
    modifiers: Qt.KeyboardModifier,
    command: Command,
) -> None:
    card_page.possible = frozenset(Command)
    window.show_page("review")
    qtbot.keyClick(card_page, key, modifiers)
    assert card_page.asked == [command]


def test_no_two_actions_have_the_same_key(window: MainWindow) -> None:
    keys = [key.toString() for a in window.menus.actions() for key in a.shortcuts()]
    assert sorted(set(keys)) == sorted(keys)


@pytest.mark.parametrize("language", [Language.ENGLISH, Language.FRENCH])
def test_no_two_entries_of_a_menu_have_the_same_letter(
    window: MainWindow, look: Look, qtbot: QtBot, language: Language
) -> None:
    look.change(language=language)
    qtbot.waitUntil(
        lambda: (window.menuBar().actions()[0].text() == "&Fichier") == (language == "fr")
    )
    for menu in [window.menuBar(), *window.menuBar().findChildren(QMenu)]:
        texts = [entry.text() for entry in menu.actions() if entry.text()]
        letters = [text[text.index("&") + 1].lower() for text in texts]
        assert sorted(set(letters)) == sorted(letters), texts


def test_escape_goes_back_to_the_first_page(window: MainWindow, qtbot: QtBot) -> None:
    window.show_page("review")
    with qtbot.waitSignal(window.place_asked) as told:
        qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert told.args == ["today"]


def test_escape_on_the_first_page_asks_for_nothing(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(window.place_asked):
        qtbot.keyClick(window, Qt.Key.Key_Escape)


Wish = Callable[[MainWindow], object]


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("Preferences…", lambda window: window.preferences_asked),
        ("Keys", lambda window: window.keys_asked),
        ("About Époque", lambda window: window.about_asked),
        ("Open the log folder", lambda window: window.log_folder_asked),
        ("Suspended and flagged cards…", lambda window: window.aside_asked),
    ],
)
def test_menus_say_what_is_wished(window: MainWindow, qtbot: QtBot, text: str, wish: Wish) -> None:
    with qtbot.waitSignal(wish(window)):
        action(window, text).trigger()


def test_import_from_the_menu_names_no_file(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.import_asked) as told:
        action(window, "Import…").trigger()
    assert told.args == [()]


def drop(window: MainWindow, *urls: str) -> bool:
    """Drag something over the window and let it go; whether the window wants it."""
    data = QMimeData()
    data.setUrls([QUrl(url) for url in urls])
    event = QDropEvent(
        QPointF(9, 9),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    event.setAccepted(False)
    window.dragEnterEvent(event)  # type: ignore[arg-type]
    if event.isAccepted():
        window.dropEvent(event)
    return event.isAccepted()


def test_dropped_files_are_to_be_imported(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.import_asked) as told:
        assert drop(window, "file:///home/a/a.md", "file:///home/a/b%20c.txt")
    assert [Path(path) for path in told.args[0]] == [Path("/home/a/a.md"), Path("/home/a/b c.txt")]


def test_what_is_no_file_is_not_taken(window: MainWindow) -> None:
    assert not drop(window, "https://example.org/a.md")


def test_nothing_is_taken_while_there_is_no_collection(window: MainWindow) -> None:
    window.set_collection_open(False)
    assert not drop(window, "file:///home/a/a.md")
    assert not action(window, "Import…").isEnabled()


def test_the_view_menu_changes_the_look(window: MainWindow, look: Look) -> None:
    action(window, "Dark").trigger()
    assert look.settings.theme is ThemeChoice.DARK
    action(window, "Text larger").trigger()
    assert look.settings.text_scale == 1.1


def test_the_view_menu_marks_what_is_in_force(window: MainWindow, look: Look) -> None:
    look.change(theme=ThemeChoice.DARK)
    assert [action(window, text).isChecked() for text in ("Light", "Dark")] == [False, True]


def test_another_language_reaches_every_word(window: MainWindow, look: Look, qtbot: QtBot) -> None:
    def words() -> list[str]:
        texts = [a.text() for a in window.menus.actions()]
        return [*texts, *(b.text() for b in window.sidebar.findChildren(NavigationButton))]

    before = words()
    look.change(language=Language.FRENCH)
    qtbot.waitUntil(lambda: "Préférences" in words())
    unchanged = {a for a, b in zip(before, words(), strict=True) if a == b}
    assert unchanged == {"&Français", "&English", "&Orange", "Quiz"}  # alike in both


def test_a_count_is_shown_and_said(window: MainWindow) -> None:
    window.sidebar.set_badge("today", 42, "42 cards to do")
    today = window.sidebar.findChild(NavigationButton, "today")
    assert today is not None
    assert [label.text() for label in today.findChildren(QLabel)] == ["42"]
    assert today.accessibleName() == "Today, 42 cards to do"


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_a_name_and_its_number_stand_apart(
    window: MainWindow, look: Look, qtbot: QtBot, scale: float
) -> None:
    look.change(language=Language.FRENCH, text_scale=scale)
    window.sidebar.set_badge("today", 1284, "1284 cartes")
    today = window.sidebar.findChild(NavigationButton, "today")
    assert today is not None
    badge = today.findChildren(QLabel)[0]
    bold = QFont(today.font())
    bold.setBold(True)
    end_of_name = look.theme.px(11) + QFontMetrics(bold).horizontalAdvance("Aujourd’hui")
    qtbot.waitUntil(lambda: today.text() == "Aujourd’hui" and badge.x() > end_of_name)


def test_nothing_to_do_shows_no_number(window: MainWindow) -> None:
    window.sidebar.set_badge("today", 0, "0 cards to do")
    today = window.sidebar.findChild(NavigationButton, "today")
    assert today is not None
    assert not today.findChildren(QLabel)[0].isVisible()


def test_the_place_of_the_window_is_remembered(
    window: MainWindow, look: Look, settings_file: SettingsFile, qtbot: QtBot
) -> None:
    window.resize(700, 520)
    window.close()
    again = MainWindow(look, settings_file, {"today": PlainPage()})
    qtbot.addWidget(again)
    assert (again.width(), again.height()) == (700, 520)


def test_closing_is_told_while_the_window_is_there(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.closing):
        window.close()


def test_a_message_takes_no_room_until_there_is_one(window: MainWindow, qtbot: QtBot) -> None:
    before = window.stack.height()
    banner = QLabel("message")
    banner.hide()
    window.add_banner(banner)
    qtbot.wait(0)
    assert window.stack.height() == before
    banner.show()
    qtbot.waitUntil(lambda: window.stack.height() < before)


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_window_fits_a_small_screen(window: MainWindow, look: Look, scale: float) -> None:
    look.change(text_scale=scale)
    assert window.minimumSizeHint().width() <= 1024
    assert window.minimumSizeHint().height() <= 700


def test_everything_that_takes_the_focus_has_a_name(window: MainWindow) -> None:
    nameless = [
        widget.objectName()
        for widget in window.sidebar.findChildren(QWidget)
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and not widget.accessibleName()
    ]
    assert nameless == []


def test_tab_goes_through_the_sidebar(window: MainWindow, qtbot: QtBot) -> None:
    seen = []
    for _ in range(3):
        qtbot.keyClick(window, Qt.Key.Key_Tab)
        focused = window.focusWidget()
        assert isinstance(focused, QAbstractButton)
        seen.append(focused.objectName())
    assert seen == ["today", "preferences", "help"]


def test_the_focus_can_be_seen(window: MainWindow, qtbot: QtBot) -> None:
    """The button looks otherwise with the focus than without."""
    button = window.sidebar.findChild(QPushButton, "preferences")
    assert button is not None
    before = button.grab().toImage()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    assert button.grab().toImage() != before
