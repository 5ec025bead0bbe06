from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QFont, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QScrollArea,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from db.rows import Scale
from db.settings import NewOrder, StudySettings
from qtapp.app_settings import AppSettings
from qtapp.dialogs.preferences import PreferencesDialog
from qtapp.languages import Language
from qtapp.look import Look
from qtapp.theme import ThemeChoice
from qtapp.widgets.setting_editors import Editor

OTHERS = StudySettings(
    desired_retention=0.85,
    new_per_day=0,
    reviews_per_day=9999,
    learning_steps_min=(0.5, 15.0, 600.0),
    relearning_steps_min=(),
    maximum_interval_days=365,
    rollover_hour=0,
    time_zone="Europe/Paris",
    learn_ahead_min=0,
    bury_siblings=False,
    new_order=NewOrder.MIXED,
    fuzz=False,
    scale=Scale.FIVE,
)

Show = Callable[[StudySettings | None], PreferencesDialog]


@pytest.fixture
def show(look: Look, qtbot: QtBot) -> Show:
    def shown(study: StudySettings | None) -> PreferencesDialog:
        dialog = PreferencesDialog(look, study)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return shown


def field(dialog: PreferencesDialog, kind: type[Any], key: str) -> Any:
    return dialog.findChild(kind, key)


def type_steps(dialog: PreferencesDialog, qtbot: QtBot, text: str) -> str:
    """Type into the steps of a new card; the message below the field."""
    line = field(dialog, QLineEdit, "learning_steps_min")
    line.clear()
    qtbot.keyClicks(line, text)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    message = field(dialog, QLabel, "learning_steps_min-message")
    return "" if message.isHidden() else str(message.text())


def test_every_value_is_shown_and_comes_back_the_same(show: Show, qtbot: QtBot) -> None:
    """One edit tells all the others as they are shown."""
    dialog = show(OTHERS)
    with qtbot.waitSignal(dialog.study_changed) as told:
        field(dialog, QSpinBox, "new_per_day").setValue(7)
    assert told.args[0].new_per_day == 7
    with qtbot.waitSignal(dialog.study_changed) as told:
        field(dialog, QSpinBox, "new_per_day").setValue(0)
    assert told.args == [OTHERS]


@pytest.mark.parametrize(
    ("kind", "key", "expected"),
    [
        (QSpinBox, "reviews_per_day", "9,999"),
        (QSpinBox, "maximum_interval_days", "365 days"),
        (QSpinBox, "rollover_hour", "0:00"),
        (QWidget, "desired_retention", "85%"),
        (QLineEdit, "learning_steps_min", "0.5 15 600"),
        (QLineEdit, "relearning_steps_min", ""),
    ],
)
def test_a_value_is_written_as_people_do(
    show: Show, kind: type[QWidget], key: str, expected: str
) -> None:
    assert field(show(OTHERS), kind, key).text() == expected


@pytest.mark.parametrize(
    ("key", "index", "value"),
    [("new_order", 1, NewOrder.BEFORE_REVIEWS), ("scale", 1, Scale.FIVE)],
)
def test_a_choice_is_told(
    show: Show, qtbot: QtBot, key: str, index: int, value: NewOrder | Scale
) -> None:
    dialog = show(StudySettings())
    with qtbot.waitSignal(dialog.study_changed) as told:
        field(dialog, QComboBox, key).setCurrentIndex(index)
    assert getattr(told.args[0], key) is value


def test_a_switch_is_told(show: Show, qtbot: QtBot) -> None:
    dialog = show(StudySettings())
    with qtbot.waitSignal(dialog.study_changed) as told:
        field(dialog, QCheckBox, "fuzz").click()
    assert told.args[0].fuzz is False


def test_a_share_is_told_as_a_share(show: Show, qtbot: QtBot) -> None:
    dialog = show(StudySettings())
    with qtbot.waitSignal(dialog.study_changed) as told:
        field(dialog, QWidget, "desired_retention").setValue(93)
    assert told.args[0].desired_retention == 0.93


@pytest.mark.parametrize(
    ("key", "is_focused"),
    [("new_per_day", False), ("desired_retention", True), ("scale", False), ("time_zone", True)],
)
def test_the_wheel_scrolls_and_changes_no_value(
    show: Show, qtbot: QtBot, key: str, is_focused: bool
) -> None:
    """A learner who scrolled with the pointer over it once got a retention of 70%."""
    dialog = show(StudySettings())
    box = field(dialog, QWidget, key)
    if is_focused:
        with qtbot.waitActive(dialog):
            dialog.activateWindow()
        box.setFocus()
    area = box.parentWidget()
    while not isinstance(area, QScrollArea):
        area = area.parentWidget()
    area.ensureWidgetVisible(box)
    before = area.verticalScrollBar().value()
    with qtbot.assertNotEmitted(dialog.study_changed):
        QTest.wheelEvent(dialog.windowHandle(), middle_of(box), QPoint(0, -120))
    assert area.verticalScrollBar().value() > before


def middle_of(box: QWidget) -> QPointF:
    return QPointF(box.mapTo(box.window(), box.rect().center()))


def test_steps_are_told_when_they_make_sense(show: Show, qtbot: QtBot) -> None:
    dialog = show(StudySettings())
    with qtbot.waitSignal(dialog.study_changed) as told:
        assert type_steps(dialog, qtbot, "2,5 20  60") == ""
    assert told.args[0].learning_steps_min == (2.5, 20.0, 60.0)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("1 soon", "“soon” is not a number. Write minutes with spaces between: 1 10"),
        ("0", "A step lasts from 0.1 to 1440 minutes."),
        ("1441", "A step lasts from 0.1 to 1440 minutes."),
        ("nan", "A step lasts from 0.1 to 1440 minutes."),
        ("1 " * 11, "At most 10 steps."),
    ],
)
def test_steps_that_make_no_sense_are_told_below_and_not_saved(
    show: Show, qtbot: QtBot, text: str, said: str
) -> None:
    dialog = show(StudySettings())
    with qtbot.assertNotEmitted(dialog.study_changed):
        assert type_steps(dialog, qtbot, text) == said


def test_a_zone_that_is_not_listed_stays(show: Show, qtbot: QtBot) -> None:
    dialog = show(StudySettings(time_zone="Etc/GMT-14x"))
    with qtbot.waitSignal(dialog.study_changed) as told:
        field(dialog, QSpinBox, "new_per_day").setValue(1)
    assert told.args[0].time_zone == "Etc/GMT-14x"
    assert field(dialog, QComboBox, "time_zone").currentText() == "Etc/GMT-14x"


def test_the_look_changes_at_once(show: Show, look: Look) -> None:
    dialog = show(None)
    field(dialog, QComboBox, "theme").setCurrentIndex(2)
    assert look.theme.choice is ThemeChoice.DARK


def test_the_language_changes_under_the_dialog(show: Show, look: Look, qtbot: QtBot) -> None:
    dialog = show(StudySettings())
    field(dialog, QComboBox, "language").setCurrentIndex(1)
    qtbot.waitUntil(lambda: dialog.windowTitle() == "Préférences")
    assert field(dialog, QSpinBox, "maximum_interval_days").text() == "36\u202f500\u00a0jours"
    assert field(dialog, QCheckBox, "fuzz").text() == "Étaler un peu les intervalles"
    assert look.settings.language is Language.FRENCH


def test_a_change_elsewhere_is_shown(show: Show, look: Look) -> None:
    dialog = show(None)
    look.change(text_scale=1.3)
    assert field(dialog, QWidget, "text_scale").value() == 130


def test_without_a_collection_only_the_look_can_be_changed(show: Show) -> None:
    dialog = show(None)
    assert field(dialog, QComboBox, "theme") is not None
    assert field(dialog, QSpinBox, "new_per_day") is None


def test_the_defaults_come_back(show: Show, look: Look, qtbot: QtBot) -> None:
    dialog = show(OTHERS)
    kind = QDialogButtonBox.StandardButton.RestoreDefaults
    with qtbot.waitSignal(dialog.study_changed) as told:
        box: Any = dialog.findChild(QDialogButtonBox)
        box.button(kind).click()
    assert told.args == [StudySettings()]
    assert look.settings == AppSettings()
    assert field(dialog, QSpinBox, "reviews_per_day").value() == 200


def test_every_field_has_a_name_for_screen_readers(show: Show) -> None:
    dialog = show(OTHERS)
    nameless = [e.setting.key for e in dialog.findChildren(Editor) if not e.field.accessibleName()]
    assert nameless == []


def test_the_focus_is_seen_from_the_first_tab_to_the_last(show: Show, qtbot: QtBot) -> None:
    dialog = show(StudySettings())
    with qtbot.waitActive(dialog):
        dialog.activateWindow()
    first = QApplication.focusWidget()
    unseen, seen = [], 0
    while seen == 0 or QApplication.focusWidget() is not first:
        here = QApplication.focusWidget()
        assert here is not None
        with_focus = picture_of(here)
        here.clearFocus()
        if picture_of(here) == with_focus:
            unseen.append(f"{type(here).__name__} {here.objectName()}")
        here.setFocus(Qt.FocusReason.TabFocusReason)
        qtbot.keyClick(here, Qt.Key.Key_Tab)
        seen += 1
    assert seen > len(dialog.findChildren(Editor))  # and the buttons
    assert unseen == []


def picture_of(widget: QWidget) -> QImage:
    QApplication.processEvents()
    return widget.grab().toImage()


@pytest.mark.parametrize("language", [Language.ENGLISH, Language.FRENCH])
@pytest.mark.parametrize("family", ["DejaVu Sans", "Inter"])
@pytest.mark.parametrize("width", [0, 440, 520, 600, 640])
def test_nothing_is_cut_at_the_right(
    look: Look, qtbot: QtBot, language: Language, family: str, width: int
) -> None:
    """« Garder les cartes sœurs pour le lendemain » is the widest; DejaVu is a wide font."""
    look.change(language=language)
    QApplication.setFont(wide_font(family))
    dialog = PreferencesDialog(look, StudySettings())
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    dialog.show()
    if width:
        dialog.resize(width, 700)
    area = dialog.findChildren(QScrollArea)[0]
    sheet = area.widget()
    assert sheet is not None
    qtbot.waitUntil(lambda: sheet.width() <= area.viewport().width())


def wide_font(family: str) -> QFont:
    font = QApplication.font()
    font.setFamily(family)
    return font
