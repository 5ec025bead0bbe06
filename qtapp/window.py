"""The window: sidebar, messages, pages, menus. It knows no card and no network."""

from collections.abc import Mapping
from typing import Any

from PySide6 import QtCore
from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QWidget

from qtapp.app_settings import SettingsFile
from qtapp.commands import Command
from qtapp.look import Look
from qtapp.menus import Menus
from qtapp.widgets.banner_room import BannerRoom
from qtapp.widgets.sidebar import LAB, QUIZ, TODAY, Place, Sidebar

FIRST_SIZE = (1280, 800)
SMALLEST_SIZE = (640, 480)
PLACES = (TODAY, QUIZ, LAB)


class MainWindow(QMainWindow):
    """Shows one page at a time and passes on what the learner asks for.

    A page may be a `qtapp.commands.CommandTarget`; then the menus ask it.

    Signals:
        page_changed: Key of the page shown from now on.
        place_asked: Key of the place that the learner wants to go to.
        import_asked: Tuple of paths (str) to import; empty when a file is still to be chosen.
        export_asked: The quiz questions are to be exported.
        aside_asked: The suspended and flagged cards are to be listed.
        preferences_asked: Settings are to be changed.
        keys_asked: The list of keys is to be shown.
        about_asked: Version and licences are to be shown.
        log_folder_asked: The folder of the log file is to be shown.
        activated: The learner came back to the window.
        closing: The window is about to be gone; it is still there while slots run.
    """

    page_changed = Signal(str)
    place_asked = Signal(str)
    import_asked = Signal(object)
    export_asked = Signal()
    aside_asked = Signal()
    preferences_asked = Signal()
    keys_asked = Signal()
    about_asked = Signal()
    log_folder_asked = Signal()
    activated = Signal()
    closing = Signal()

    def __init__(
        self,
        look: Look,
        file: SettingsFile,
        pages: Mapping[str, QWidget],
        places: tuple[Place, ...] = PLACES,
    ) -> None:
        """Build the window around its pages.

        Args:
            look: How the app looks.
            file: Remembers where the window was.
            pages: By key; the first is shown.
            places: Pages that the sidebar lists.
        """
        super().__init__()
        self.setObjectName("mainWindow")
        self.setWindowTitle("Époque")
        self.setAcceptDrops(True)
        self._file = file
        self._pages: dict[str, QWidget] = {}
        self.sidebar = Sidebar(look.theme, places)
        self.stack = QStackedWidget()
        self.menus = Menus(self.menuBar(), look)
        self._lay_out()
        self._connect()
        for key, page in pages.items():
            self.add_page(key, page)
        self.show_page(next(iter(pages)))
        self._take_place()

    def add_page(self, key: str, page: QWidget) -> None:
        """Give the window one more page; a page of the same key is replaced and deleted."""
        old = self._pages.get(key)
        self._pages[key] = page
        self.stack.addWidget(page)
        if (changed := getattr(page, "commands_changed", None)) is not None:
            changed.connect(self._renew_commands)
        if old is not None:
            if self.stack.currentWidget() is old:
                self.show_page(key)
            self.stack.removeWidget(old)
            old.deleteLater()

    @property
    def page_key(self) -> str:
        """Of the page shown."""
        current = self.stack.currentWidget()
        return next(key for key, page in self._pages.items() if page is current)

    @Slot(str)
    def show_page(self, key: str) -> None:
        """Show a page and give it the keyboard."""
        page = self._pages[key]
        is_other = self.stack.currentWidget() is not page
        self.stack.setCurrentWidget(page)
        self.sidebar.set_current(key)
        page.setFocus()
        self._renew_commands()
        if is_other:
            self.page_changed.emit(key)

    @Slot(object)
    def run_command(self, command: Command) -> None:
        """Ask the page shown for something."""
        page: Any = self.stack.currentWidget()
        if hasattr(page, "run_command"):
            page.run_command(command)

    def set_collection_open(self, is_open: bool) -> None:
        """Whether there is a collection, into which files can be imported for instance."""
        self.menus.set_collection_open(is_open)

    @Slot()
    def _renew_commands(self) -> None:
        page: Any = self.stack.currentWidget()
        self.menus.set_commands(page.commands() if hasattr(page, "commands") else ())

    def add_banner(self, banner: QWidget) -> None:
        """Give messages their place above the pages, or over one that `holds_still`."""
        self._room.add_banner(banner)

    def _lay_out(self) -> None:
        self._room = BannerRoom(self.stack)
        central = QWidget()
        row = QHBoxLayout(central)
        row.addWidget(self.sidebar)
        row.addWidget(self._room, 1)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.setCentralWidget(central)

    def _connect(self) -> None:
        self.sidebar.place_asked.connect(self.place_asked)
        self.sidebar.preferences_asked.connect(self.preferences_asked)
        self.sidebar.help_asked.connect(self.keys_asked)
        menus = self.menus
        menus.import_asked.connect(self._ask_for_import)
        menus.export_asked.connect(self.export_asked)
        menus.quit_asked.connect(self.close)
        menus.command_asked.connect(self.run_command)
        menus.aside_asked.connect(self.aside_asked)
        menus.preferences_asked.connect(self.preferences_asked)
        menus.turn_asked.connect(self._turn)
        menus.full_screen_asked.connect(self._fill_screen)
        menus.keys_asked.connect(self.keys_asked)
        menus.about_asked.connect(self.about_asked)
        menus.log_folder_asked.connect(self.log_folder_asked)

    @Slot()
    def _ask_for_import(self) -> None:
        self.import_asked.emit(())

    @Slot(int)
    def _turn(self, steps: int) -> None:
        self.place_asked.emit(self.sidebar.place_from_here(steps))

    @Slot(bool)
    def _fill_screen(self, is_wanted: bool) -> None:
        self.showFullScreen() if is_wanted else self.showNormal()

    def _take_place(self) -> None:
        """Where the window was last time; at first in the design's size, if the screen has it."""
        self.setMinimumSize(*SMALLEST_SIZE)
        room = QGuiApplication.primaryScreen().availableSize()
        self.resize(min(FIRST_SIZE[0], room.width()), min(FIRST_SIZE[1], room.height()))
        if not (geometry := self._file.geometry).isEmpty():
            self.restoreGeometry(geometry)

    def changeEvent(self, event: QEvent) -> None:
        """The learner came back, or the window fills the screen now."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.activated.emit()
        if event.type() == QEvent.Type.WindowStateChange:
            self.menus.full_screen.setChecked(self.isFullScreen())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back to the first page, when nothing else wants it."""
        if event.key() == QtCore.Qt.Key.Key_Escape and self.page_key != next(iter(self._pages)):
            self.place_asked.emit(next(iter(self._pages)))
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped, once something can be done with them."""
        urls = event.mimeData().urls()
        if self.menus.import_action.isEnabled() and urls and all(u.isLocalFile() for u in urls):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Dropped files are to be imported."""
        event.acceptProposedAction()
        self.import_asked.emit(tuple(url.toLocalFile() for url in event.mimeData().urls()))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the place, and let everything end in good order."""
        self._file.geometry = self.saveGeometry()
        self.closing.emit()
        super().closeEvent(event)
