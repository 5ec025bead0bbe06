import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QMenu, QTextBrowser, QWidget
from pytestqt.qtbot import QtBot

from qtapp.dialogs.about import AboutDialog
from qtapp.dialogs.keys import REVIEW_KEYS, KeysDialog
from qtapp.dialogs.unexpected import UnexpectedErrorDialog
from qtapp.languages import Language
from qtapp.look import Look


@pytest.fixture
def keys(look: Look, qtbot: QtBot) -> KeysDialog:
    """Of a menu of one action, and a menu in it of another."""
    menu = QMenu()
    qtbot.addWidget(menu)
    inner = QMenu("&Flag", menu)
    plain, flag, silent = QAction("&Undo", menu), QAction("&Red", inner), QAction("Reload…", menu)
    plain.setShortcut("Ctrl+Z")
    flag.setShortcut("Ctrl+1")
    dialog = KeysDialog(look.theme, [plain, flag, silent])
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    dialog.menu = menu  # type: ignore[attr-defined]
    qtbot.addWidget(dialog)
    return dialog


def rows(dialog: KeysDialog) -> list[str]:
    return [label.text() for label in dialog.findChildren(QLabel)]


def test_actions_are_listed_with_their_keys(keys: KeysDialog) -> None:
    listed = rows(keys)
    assert listed[listed.index("Undo") + 1] == "Ctrl+Z"
    assert listed[listed.index("Flag · Red") + 1] == "Ctrl+1"


def test_an_action_without_a_key_is_not_listed(keys: KeysDialog) -> None:
    assert "Reload" not in " ".join(rows(keys))


def test_the_keys_of_the_review_come_first(keys: KeysDialog) -> None:
    assert rows(keys)[:2] == ["In the review", REVIEW_KEYS[0][0]]


def test_plots_have_their_keys_and_what_the_mouse_does(keys: KeysDialog) -> None:
    listed = rows(keys)
    assert listed[listed.index("Zoom in, out; show all again") + 1] == "+, -, 0"
    assert any("Shift + drag moves" in row for row in listed)


def test_keys_are_named_in_the_learner_s_language(
    keys: KeysDialog, look: Look, qtbot: QtBot
) -> None:
    look.change(language=Language.FRENCH)
    qtbot.waitUntil(lambda: "Voir" in " ".join(rows(keys)) or "voir" in " ".join(rows(keys)))
    assert "Espace" in rows(keys)
    assert keys.windowTitle() == "Raccourcis clavier"


def test_the_licences_of_what_runs_are_shown(look: Look, qtbot: QtBot) -> None:
    dialog = AboutDialog(look.theme)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    browser = dialog.findChild(QTextBrowser, "licences")
    assert browser is not None
    told = browser.toPlainText()
    assert "pyside6-essentials" in told
    assert "LGPL-3.0" in told
    assert "pytest" not in told


def test_going_on_is_the_first_thing_after_an_error(look: Look, qtbot: QtBot) -> None:
    dialog = UnexpectedErrorDialog(None)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    focused = dialog.focusWidget()
    assert isinstance(focused, QWidget)
    assert focused.objectName() == "goOn"
