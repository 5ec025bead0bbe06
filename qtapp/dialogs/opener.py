"""Opens the app's dialogs when they are wanted; none of them is loaded before."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QFileDialog

from qtapp.look import Look
from qtapp.window import MainWindow

if TYPE_CHECKING:
    from db.settings import StudySettings


class DialogOpener(QObject):
    """One dialog of a kind at a time: asked for again, it comes to the front.

    Signals:
        study_changed: The `StudySettings` that the learner wants from now on.

    Attributes:
        study: The settings to show; None while no collection is open.
        log_path: The log file, if there is one.
    """

    study_changed = Signal(object)

    def __init__(self, window: MainWindow, look: Look) -> None:
        super().__init__(window)
        self._window = window
        self._look = look
        self.study: StudySettings | None = None
        self.log_path: Path | None = None
        window.preferences_asked.connect(self.open_preferences)
        window.keys_asked.connect(self.open_keys)
        window.about_asked.connect(self.open_about)
        window.log_folder_asked.connect(self.open_log_folder)

    @Slot()
    def open_preferences(self) -> None:
        """Settings."""
        if not self._is_in_front("preferences"):
            from qtapp.dialogs.preferences import PreferencesDialog  # late, as all here

            dialog = PreferencesDialog(self._look, self.study, self._window)
            dialog.study_changed.connect(self.study_changed)
            dialog.open()

    @Slot()
    def open_keys(self) -> None:
        """The list of keys; the window can be used beside it."""
        if not self._is_in_front("keys"):
            from qtapp.dialogs.keys import KeysDialog

            KeysDialog(self._look.theme, self._window.menus.actions(), self._window).show()

    @Slot()
    def open_about(self) -> None:
        """Version and licences."""
        if not self._is_in_front("about"):
            from qtapp.dialogs.about import AboutDialog

            AboutDialog(self._look.theme, self._window).open()

    @Slot()
    def open_log_folder(self) -> None:
        """In the system's file manager."""
        if self.log_path is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.log_path.parent)))

    def choose_collection(self, folder: Path) -> Path | None:
        """Let the learner name another collection's file; None when they would not."""
        names = self.tr("Époque collections (*.epoque);;All files (*)")
        title = self.tr("Open a collection")
        chosen, _ = QFileDialog.getOpenFileName(self._window, title, str(folder), names)
        return Path(chosen) if chosen else None

    @Slot(str)
    def tell_unexpected(self, report: str) -> None:
        """A mistake of ours; the next one is added to the same dialog."""
        from qtapp.dialogs.unexpected import UnexpectedErrorDialog

        dialog = self._window.findChild(UnexpectedErrorDialog)
        if dialog is None:
            dialog = UnexpectedErrorDialog(self.log_path, self._window)
            dialog.open()
        dialog.add(report)

    def _is_in_front(self, name: str) -> bool:
        dialog = self._window.findChild(QDialog, name)
        if dialog is None:
            return False
        dialog.raise_()
        dialog.activateWindow()
        return True
