"""The menu bar: every action of the app with its key."""

import sys
from collections.abc import Callable, Iterable
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal, SignalInstance, Slot
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from qtapp.commands import Command
from qtapp.languages import QT_TRANSLATE_NOOP, Language
from qtapp.look import Look
from qtapp.theme import ThemeChoice

Key = QKeySequence.StandardKey | str
SlotOrSignal = Callable[[], object] | SignalInstance

COMMANDS = (
    (Command.EDIT, QT_TRANSLATE_NOOP("Menus", "&Edit the card…"), "E"),
    (Command.SUSPEND, QT_TRANSLATE_NOOP("Menus", "&Suspend the card"), "S"),
    (Command.BURY, QT_TRANSLATE_NOOP("Menus", "&Bury the card until tomorrow"), "B"),
    (Command.READ, QT_TRANSLATE_NOOP("Menus", "Rea&d the course"), "L"),
)
MORE = (
    (Command.MORE_NEW, QT_TRANSLATE_NOOP("Menus", "More &new cards today"), "N"),
    (Command.MORE_REVIEWS, QT_TRANSLATE_NOOP("Menus", "More &reviews today"), "R"),
)
FLAGS = (
    (Command.FLAG_NONE, QT_TRANSLATE_NOOP("Menus", "&None"), "Ctrl+0"),
    (Command.FLAG_RED, QT_TRANSLATE_NOOP("Menus", "&Red"), "Ctrl+1"),
    (Command.FLAG_ORANGE, QT_TRANSLATE_NOOP("Menus", "&Orange"), "Ctrl+2"),
    (Command.FLAG_GREEN, QT_TRANSLATE_NOOP("Menus", "&Green"), "Ctrl+3"),
    (Command.FLAG_BLUE, QT_TRANSLATE_NOOP("Menus", "B&lue"), "Ctrl+4"),
)
THEMES = (
    (ThemeChoice.SYSTEM, QT_TRANSLATE_NOOP("Menus", "As the &system")),
    (ThemeChoice.LIGHT, QT_TRANSLATE_NOOP("Menus", "&Light")),
    (ThemeChoice.DARK, QT_TRANSLATE_NOOP("Menus", "&Dark")),
)
LANGUAGES = (
    (Language.SYSTEM, QT_TRANSLATE_NOOP("Menus", "As the &system")),
    (Language.FRENCH, "&Français"),
    (Language.ENGLISH, "&English"),
)
TEXT_STEP = 0.1
PREVIOUS: Key = (
    QKeySequence.StandardKey.PreviousChild if sys.platform == "darwin" else "Ctrl+Shift+Tab"
)
"""Qt would write « Ctrl+Shift+Backtab », a key that no keyboard has."""


class Menus(QObject):
    """Fills a menu bar and says what was asked.

    Signals:
        import_asked: A file is to be imported.
        export_asked: The quiz questions are to be exported.
        quit_asked: The app is to end.
        command_asked: A `Command` for the page that is shown.
        aside_asked: The suspended and flagged cards are to be listed.
        preferences_asked: Settings are to be changed.
        turn_asked: How many places to go down the sidebar; −1 is one up.
        full_screen_asked: Whether the window is to fill the screen.
        keys_asked: The list of keys is to be shown.
        about_asked: Version and licences are to be shown.
        log_folder_asked: The folder of the log file is to be shown.
    """

    import_asked = Signal()
    export_asked = Signal()
    quit_asked = Signal()
    command_asked = Signal(object)
    aside_asked = Signal()
    preferences_asked = Signal()
    turn_asked = Signal(int)
    full_screen_asked = Signal(bool)
    keys_asked = Signal()
    about_asked = Signal()
    log_folder_asked = Signal()

    def __init__(self, bar: QMenuBar, look: Look) -> None:
        super().__init__(bar)
        self._bar = bar
        self._look = look
        self._texts: list[tuple[Callable[[str], None], str]] = []
        self._commands: dict[Command, QAction] = {}
        self._choices: dict[str, tuple[QAction, dict[str, StrEnum]]] = {}
        self._fill_file()
        self._fill_edit()
        self._fill_card()
        self._fill_view()
        self._fill_help()
        bar.installEventFilter(self)
        look.changed.connect(self._mark_choices)
        self._mark_choices()
        self._retranslate()

    def set_commands(self, possible: Iterable[Command]) -> None:
        """Grey out every page command but these."""
        wanted = set(possible)
        for command, action in self._commands.items():
            action.setEnabled(command in wanted)

    def set_collection_open(self, is_open: bool) -> None:
        """Whether there is a collection to do something with."""
        self.import_action.setEnabled(is_open)
        self._aside.setEnabled(is_open)
        self._export.setEnabled(is_open)

    def actions(self) -> list[QAction]:
        """Every action, in the order of the menus."""
        return [action for menu in self._bar.findChildren(QMenu) for action in _plain(menu)]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Speak the new language when the menu bar hears of it."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        return False

    def _fill_file(self) -> None:
        menu = self._menu(QT_TRANSLATE_NOOP("Menus", "&File"))
        self.import_action = self._action(
            menu, QT_TRANSLATE_NOOP("Menus", "&Import…"), self.import_asked, "Ctrl+O"
        )
        text = QT_TRANSLATE_NOOP("Menus", "&Export the quiz questions…")
        self._export = self._action(menu, text, self.export_asked, "Ctrl+Shift+E")
        menu.addSeparator()
        text = QT_TRANSLATE_NOOP("Menus", "&Quit")
        action = self._action(menu, text, self.quit_asked, "Ctrl+Q")
        action.setMenuRole(QAction.MenuRole.QuitRole)

    def _fill_edit(self) -> None:
        menu = self._menu(QT_TRANSLATE_NOOP("Menus", "&Edit"))
        key = QKeySequence.StandardKey
        self._command(menu, Command.UNDO, QT_TRANSLATE_NOOP("Menus", "&Undo"), key.Undo)
        self._command(menu, Command.REDO, QT_TRANSLATE_NOOP("Menus", "&Redo"), "Ctrl+Shift+Z")
        menu.addSeparator()
        text = QT_TRANSLATE_NOOP("Menus", "&Preferences…")
        action = self._action(menu, text, self.preferences_asked, "Ctrl+,")
        action.setMenuRole(QAction.MenuRole.PreferencesRole)

    def _fill_card(self) -> None:
        menu = self._menu(QT_TRANSLATE_NOOP("Menus", "&Card"))
        for command, text, key in COMMANDS:
            self._command(menu, command, text, key)
        flags = self._menu(QT_TRANSLATE_NOOP("Menus", "&Flag"), menu)
        for command, text, key in FLAGS:
            self._command(flags, command, text, key)
        menu.addSeparator()
        for command, text, key in MORE:
            self._command(menu, command, text, key)
        menu.addSeparator()
        text = QT_TRANSLATE_NOOP("Menus", "Suspended and flagged &cards…")
        self._aside = self._action(menu, text, self.aside_asked, "Ctrl+L")

    def _fill_view(self) -> None:
        menu = self._menu(QT_TRANSLATE_NOOP("Menus", "&View"))
        key = QKeySequence.StandardKey
        text = QT_TRANSLATE_NOOP("Menus", "&Next page")
        self._action(menu, text, self._ask_for_next, key.NextChild)
        text = QT_TRANSLATE_NOOP("Menus", "&Previous page")
        self._action(menu, text, self._ask_for_previous, PREVIOUS)
        menu.addSeparator()
        self._choice_menu(menu, QT_TRANSLATE_NOOP("Menus", "&Theme"), "theme", THEMES)
        self._choice_menu(menu, QT_TRANSLATE_NOOP("Menus", "&Language"), "language", LANGUAGES)
        menu.addSeparator()
        text = QT_TRANSLATE_NOOP("Menus", "Text l&arger")
        self._action(menu, text, self._enlarge, key.ZoomIn, "Ctrl+=")
        text = QT_TRANSLATE_NOOP("Menus", "Text s&maller")
        self._action(menu, text, self._shrink, key.ZoomOut)
        text = QT_TRANSLATE_NOOP("Menus", "Text at &100%")
        self._action(menu, text, self._reset_text, "Ctrl+Shift+0")
        menu.addSeparator()
        text = QT_TRANSLATE_NOOP("Menus", "&Full screen")
        self.full_screen = self._action(menu, text, self._ask_for_full_screen, "F11")
        self.full_screen.setCheckable(True)

    def _fill_help(self) -> None:
        menu = self._menu(QT_TRANSLATE_NOOP("Menus", "&Help"))
        self._action(menu, QT_TRANSLATE_NOOP("Menus", "&Keys"), self.keys_asked, "F1")
        text = QT_TRANSLATE_NOOP("Menus", "&Open the log folder")
        self._action(menu, text, self.log_folder_asked)
        menu.addSeparator()
        text = QT_TRANSLATE_NOOP("Menus", "&About Époque")
        action = self._action(menu, text, self.about_asked)
        action.setMenuRole(QAction.MenuRole.AboutRole)

    def _menu(self, source: str, parent: QMenu | None = None) -> QMenu:
        menu = QMenu(parent or self._bar)
        (parent or self._bar).addMenu(menu)
        self._texts.append((menu.setTitle, source))
        return menu

    def _action(self, menu: QMenu, source: str, run: SlotOrSignal, *keys: Key) -> QAction:
        action = QAction(menu)
        action.setShortcuts([s for key in keys for s in _sequences(key)])
        action.triggered.connect(run)
        menu.addAction(action)
        self._texts.append((action.setText, source))
        return action

    def _command(self, menu: QMenu, command: Command, source: str, key: Key) -> None:
        action = self._action(menu, source, self._ask_command, key)
        action.setObjectName(command.value)
        action.setEnabled(False)
        self._commands[command] = action

    def _choice_menu(
        self,
        parent: QMenu,
        source: str,
        field: str,
        choices: Iterable[tuple[ThemeChoice | Language, str]],
    ) -> None:
        menu = self._menu(source, parent)
        group = QActionGroup(menu)
        for value, text in choices:
            action = self._action(menu, text, self._choose)
            action.setCheckable(True)
            action.setObjectName(f"{field}={value}")
            group.addAction(action)
            self._choices[action.objectName()] = (action, {field: value})

    @Slot()
    def _mark_choices(self) -> None:
        chosen = self._look.settings
        self._choices[f"theme={chosen.theme}"][0].setChecked(True)
        self._choices[f"language={chosen.language}"][0].setChecked(True)

    @Slot()
    def _ask_command(self) -> None:
        self.command_asked.emit(Command(self.sender().objectName()))

    @Slot()
    def _choose(self) -> None:
        self._look.change(**self._choices[self.sender().objectName()][1])

    @Slot()
    def _ask_for_next(self) -> None:
        self.turn_asked.emit(1)

    @Slot()
    def _ask_for_previous(self) -> None:
        self.turn_asked.emit(-1)

    @Slot()
    def _enlarge(self) -> None:
        self._look.change_text_scale(TEXT_STEP)

    @Slot()
    def _shrink(self) -> None:
        self._look.change_text_scale(-TEXT_STEP)

    @Slot()
    def _reset_text(self) -> None:
        self._look.change_text_scale(0)

    @Slot()
    def _ask_for_full_screen(self) -> None:
        self.full_screen_asked.emit(self.full_screen.isChecked())

    def _retranslate(self) -> None:
        for set_text, source in self._texts:
            set_text(QCoreApplication.translate("Menus", source))


def _sequences(key: Key) -> list[QKeySequence]:
    if isinstance(key, str):
        return [QKeySequence(key)]
    return QKeySequence.keyBindings(key)


def _plain(menu: QMenu) -> list[QAction]:
    return [a for a in menu.actions() if not a.isSeparator() and a.menu() is None]
