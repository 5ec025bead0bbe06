from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QListWidget
from pytestqt.qtbot import QtBot

from db.settings import StudySettings
from qtapp.dialogs.about import AboutDialog
from qtapp.dialogs.cards_aside import AsideDialog
from qtapp.dialogs.import_preview import ImportDialog
from qtapp.dialogs.keys import KeysDialog
from qtapp.dialogs.preferences import PreferencesDialog
from qtapp.look import Look
from qtapp.sessions.importing import ImportState

TITLE_BAR = 40  # of GNOME 46; KDE, Windows 11 and macOS draw lower ones

MAKERS: dict[str, Callable[[Look], QDialog]] = {
    "about": lambda look: AboutDialog(look.theme),
    "aside": lambda look: AsideDialog(look.theme),
    "import": lambda look: ImportDialog(look.theme, ImportState(Path("x.md"))),
    "keys": lambda look: KeysDialog(look.theme, []),
    "preferences": lambda look: PreferencesDialog(look, StudySettings()),
}


@pytest.mark.parametrize("name", MAKERS)
@pytest.mark.parametrize("text_scale", [1.0, 1.5, 2.0])
def test_a_dialog_opens_with_its_frame_on_the_screen(
    look: Look, qtbot: QtBot, name: str, text_scale: float
) -> None:
    """The tests' screen is 800 by 800; the buttons below a too high dialog could not be seen."""
    look.change(text_scale=text_scale)
    dialog = MAKERS[name](look)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    dialog.show()
    screen = dialog.screen().availableSize()
    assert dialog.width() <= screen.width()
    assert dialog.height() + TITLE_BAR <= screen.height()


def test_a_long_question_in_a_list_ends_in_dots(look: Look, qtbot: QtBot) -> None:
    dialog = AsideDialog(look.theme)
    qtbot.addWidget(dialog)
    cards = dialog.findChildren(QListWidget)[0]
    cards.addItem("Qu’affiche ce programme ? " * 20)
    dialog.show()
    cards.scrollToBottom()  # lays out what is in it
    assert cards.horizontalScrollBar().maximum() == 0
    assert cards.textElideMode() is Qt.TextElideMode.ElideRight
