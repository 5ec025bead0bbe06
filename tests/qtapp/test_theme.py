from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from qtapp.theme import Theme, ThemeChoice, interface_font, set_role
from qtapp.tokens import DARK, LIGHT, Role


def adopt(theme: Theme, choice: ThemeChoice, text_scale: float = 1.0) -> None:
    theme.adopt(choice=choice, text_scale=text_scale, is_motion_on=True)


def test_another_theme_is_in_force_at_once(theme: Theme, qapp: QApplication, qtbot: QtBot) -> None:
    with qtbot.waitSignal(theme.changed):
        adopt(theme, ThemeChoice.DARK)
    assert theme.tokens == DARK
    assert qapp.palette().color(QPalette.ColorRole.Window).name().upper() == DARK.ground
    assert DARK.accent in qapp.styleSheet()


def test_the_same_look_again_draws_nothing_anew(theme: Theme, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(theme.changed):
        adopt(theme, ThemeChoice.LIGHT)


def test_text_grows_with_its_scale_and_sizes_with_the_text(theme: Theme) -> None:
    before = theme.base_px
    adopt(theme, ThemeChoice.LIGHT, text_scale=2.0)
    assert theme.base_px == 2 * before
    assert theme.px(15) == round(2 * before)


def test_text_is_never_smaller_than_in_the_design(theme: Theme) -> None:
    assert theme.base_px >= 15


def test_the_application_font_follows(theme: Theme, qapp: QApplication) -> None:
    adopt(theme, ThemeChoice.LIGHT, text_scale=1.5)
    assert qapp.font().pixelSize() == round(theme.base_px)


def test_the_system_is_followed_when_nothing_was_chosen(theme: Theme, qapp: QApplication) -> None:
    adopt(theme, ThemeChoice.SYSTEM)
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme.tokens == DARK
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert theme.tokens == LIGHT


def test_the_system_is_not_followed_against_the_learner(theme: Theme, qapp: QApplication) -> None:
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme.tokens == LIGHT


def test_a_role_given_to_a_visible_label_shows(theme: Theme, qtbot: QtBot) -> None:
    label = QLabel("x")
    qtbot.addWidget(label)
    label.show()
    set_role(label, Role.TITLE)
    assert label.font().pixelSize() == theme.px(26)
    set_role(label, Role.MUTED)
    assert label.palette().color(QPalette.ColorRole.WindowText).name().upper() == LIGHT.muted


def test_every_role_is_drawn(theme: Theme, qapp: QApplication) -> None:
    sheet = qapp.styleSheet()
    assert [role for role in Role if f'role="{role}"' not in sheet] == []


def test_the_style_sheet_has_no_hole(theme: Theme, qapp: QApplication) -> None:
    sheet = qapp.styleSheet()
    assert sheet.count("{") == sheet.count("}")
    assert "None" not in sheet


def test_no_button_of_a_dialog_has_a_drawing_of_the_systems(
    theme: Theme, qapp: QApplication
) -> None:
    """As X11 has it, « ✗ Close » beside our own buttons; the tests' platform has none anyway."""
    assert "dialogbuttonbox-buttons-have-icons: 0" in qapp.styleSheet()


def test_a_last_resort_gives_way_to_a_font_for_screens(qapp: QApplication) -> None:
    last_resort = QFont("DejaVu Sans")
    wanted = interface_font(last_resort).families()
    if QFontInfo(last_resort).family() == "DejaVu Sans":
        assert wanted[0] == "Inter"
        assert wanted[-1] == "DejaVu Sans"
    else:
        assert wanted == last_resort.families()


def test_a_font_that_the_system_chose_stays(qapp: QApplication) -> None:
    chosen = QFont("DejaVu Sans Mono")
    assert interface_font(chosen).families() == chosen.families()
