"""The dialog that tells of a mistake of ours, with a report to copy."""

import platform
from pathlib import Path

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import QCoreApplication, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from qtapp.theme import set_role
from qtapp.tokens import Role


class UnexpectedErrorDialog(QDialog):
    """Stays while more errors come: they are added to its report."""

    def __init__(self, log_path: Path | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("unexpectedError")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Unexpected error"))
        self._log_path = log_path
        self._details = QPlainTextEdit(_about_this_machine())
        self._details.setObjectName("report")
        self._details.setReadOnly(True)
        self._details.setTabChangesFocus(True)
        self._details.setAccessibleName(self.tr("Report"))
        self._lay_out()
        self._go_on.setFocus()
        self.resize(680, 440)

    def _lay_out(self) -> None:
        title = QLabel(self.tr("Something went wrong that should not have."))
        set_role(title, Role.HEADING)
        words = QLabel(
            self.tr(
                "This is a bug in Époque, not your mistake. Your reviews are saved and you can go"
                " on. The report below helps to find it."
            )
        )
        words.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 18)
        column.setSpacing(12)
        for widget in (title, words, self._details, self._buttons()):
            column.addWidget(widget)

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox()
        self._go_on = QPushButton(self.tr("Continue"))
        self._go_on.setObjectName("goOn")
        self._go_on.setDefault(True)
        set_role(self._go_on, Role.PRIMARY)
        box.addButton(self._go_on, QDialogButtonBox.ButtonRole.AcceptRole)
        copy = box.addButton(self.tr("Copy the report"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.setObjectName("copyReport")
        copy.clicked.connect(self._copy)
        if self._log_path is not None:
            opener = box.addButton(
                self.tr("Open the log folder"), QDialogButtonBox.ButtonRole.ActionRole
            )
            opener.clicked.connect(self._open_log_folder)
        box.accepted.connect(self.accept)
        return box

    @Slot(str)
    def add(self, report: str) -> None:
        """Put one more error under those told before."""
        self._details.appendPlainText(f"\n{report.rstrip()}")

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._details.toPlainText())

    @Slot()
    def _open_log_folder(self) -> None:
        if self._log_path is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._log_path.parent)))


def _about_this_machine() -> str:
    version = QCoreApplication.applicationVersion()
    return (
        f"Époque {version} · Python {platform.python_version()} · PySide6 {pyside_version}"
        f" · {platform.platform()}"
    )
