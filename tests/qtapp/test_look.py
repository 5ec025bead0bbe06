from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qtapp.app_settings import AppSettings, SettingsFile
from qtapp.languages import Language
from qtapp.look import Look
from qtapp.theme import ThemeChoice
from qtapp.tokens import DARK


def test_a_change_is_in_force_told_and_kept(
    look: Look, settings_file: SettingsFile, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(look.changed) as told:
        look.change(theme=ThemeChoice.DARK)
    assert look.theme.tokens == DARK
    assert told.args[0].theme is ThemeChoice.DARK
    assert settings_file.load().theme is ThemeChoice.DARK


def test_what_is_for_this_sitting_only_is_not_kept(look: Look, settings_file: SettingsFile) -> None:
    """The fixture asks for English and light, as --lang and --theme do."""
    look.change(text_scale=1.5)
    assert settings_file.load() == AppSettings(text_scale=1.5)


def test_text_grows_and_shrinks_within_its_range(look: Look) -> None:
    for _ in range(20):
        look.change_text_scale(0.1)
    assert look.settings.text_scale == 2.0
    for _ in range(20):
        look.change_text_scale(-0.1)
    assert look.settings.text_scale == 1.0


def test_text_goes_back_to_its_own_size(look: Look) -> None:
    look.change(text_scale=1.8)
    look.change_text_scale(0)
    assert look.settings.text_scale == 1.0


def test_the_language_changes_with_the_look(look: Look, qapp: QApplication) -> None:
    look.change(language=Language.FRENCH)
    assert qapp.translate("Sidebar", "Preferences") == "Préférences"
