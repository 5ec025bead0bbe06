"""Version, and the licences of Époque and of what it stands on."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QLabel,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from qtapp.dialogs.size import open_at
from qtapp.theme import Theme, set_role
from qtapp.tokens import Role

LICENCES = Path(__file__).parents[2] / "docs" / "licences.md"
_TO_DEVELOP = "## To develop"


class AboutDialog(QDialog):
    """Who we are, in a few lines."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("about")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("About Époque"))
        name = QLabel(f"Époque {QCoreApplication.applicationVersion()}")
        set_role(name, Role.TITLE)
        words = QLabel(self.tr("A deep-learning course, reviewed every day. MIT licence."))
        words.setWordWrap(True)
        set_role(words, Role.MUTED)
        column = QVBoxLayout(self)
        column.setContentsMargins(26, 22, 26, 16)
        column.setSpacing(8)
        for widget in (name, words, self._licences(), self._buttons()):
            column.addWidget(widget)
        open_at(self, theme, 640, 600)

    def _licences(self) -> QTextBrowser:
        browser = QTextBrowser()
        browser.setObjectName("licences")
        browser.setAccessibleName(self.tr("Licences"))
        browser.setFrameShape(QFrame.Shape.NoFrame)
        browser.setOpenLinks(False)
        browser.setMarkdown(LICENCES.read_text(encoding="utf-8").partition(_TO_DEVELOP)[0])
        return browser

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        box.rejected.connect(self.reject)
        return box
