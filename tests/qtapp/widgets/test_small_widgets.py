"""The widgets that are too small for a file of tests each."""

import sys

import pytest
from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QLabel, QStyle, QStyleOptionButton, QWidget
from pytestqt.qtbot import QtBot

from db.rows import Counts
from qtapp.sessions.review_state import Pile
from qtapp.theme import Theme
from qtapp.tokens import LIGHT, Role
from qtapp.widgets.chips import Chip, Chips
from qtapp.widgets.counts_label import CountsLabel
from qtapp.widgets.digit_keys import digit_of
from qtapp.widgets.flow_layout import FlowLayout
from qtapp.widgets.forecast import Forecast
from qtapp.widgets.key_button import KeyButton, key_name
from qtapp.widgets.pick_row import PickButton, PickRow
from qtapp.widgets.wrapped_check import WrappedCheck
from tests.qtapp.facts import DAY

PLAIN = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier


def key(
    code: Qt.Key, text: str = "", held: Qt.KeyboardModifier = PLAIN, *, scan: int = 0, mac: int = 0
) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, code, held, scan, mac, 0, text)


# Scan codes of the key 4, which writes ' on a French keyboard: 13 for X11 (evdev 5 + 8),
# 5 for Windows (set 1), virtual key 21 on a Mac. The ' of a US keyboard is 48, 40 and 39.
@pytest.mark.parametrize(
    ("platform", "event", "digit"),
    [
        ("xcb", key(Qt.Key.Key_4, "4"), 4),
        ("xcb", key(Qt.Key.Key_4, "4", SHIFT), 4),
        ("xcb", key(Qt.Key.Key_Apostrophe, "'", scan=13), 4),
        ("wayland", key(Qt.Key.Key_Ampersand, "&", scan=10), 1),
        ("windows", key(Qt.Key.Key_Apostrophe, "'", scan=5), 4),
        ("cocoa", key(Qt.Key.Key_Apostrophe, "'", mac=21), 4),
        ("xcb", key(Qt.Key.Key_Apostrophe, "'", scan=48), 0),
        ("windows", key(Qt.Key.Key_Apostrophe, "'", scan=40), 0),
        ("cocoa", key(Qt.Key.Key_Apostrophe, "'", mac=39), 0),
        ("xcb", key(Qt.Key.Key_Apostrophe, "'", CTRL, scan=13), 0),
        ("xcb", key(Qt.Key.Key_1, "1", CTRL), 0),
        ("xcb", key(Qt.Key.Key_A, "a", scan=38), 0),
        ("offscreen", key(Qt.Key.Key_Apostrophe, "'", scan=13), 0),
    ],
)
def test_the_top_row_counts_whatever_it_writes(platform: str, event: QKeyEvent, digit: int) -> None:
    assert digit_of(event, platform) == digit


def test_a_button_says_caption_key_and_detail(qtbot: QtBot, theme: Theme) -> None:
    button = KeyButton()
    qtbot.addWidget(button)
    button.set_caption("Again & again", key=key_name("Ctrl+Z"))
    bare = button.sizeHint()
    button.set_detail("10 min", spoken="10 minutes")
    assert button.accessibleName() == "Again & again, 10 minutes"
    assert button.accessibleDescription() == "Ctrl Z"
    assert button.sizeHint().height() > bare.height()


@pytest.mark.skipif(sys.platform == "darwin", reason="a Mac shows symbols")
def test_a_button_is_measured_anew_when_what_it_says_or_its_font_changes(
    qtbot: QtBot, theme: Theme
) -> None:
    button = KeyButton()
    qtbot.addWidget(button)
    button.set_caption("Juste", key="3")
    widths = [button.sizeHint().width()]
    button.set_caption("Presque juste", key="3")
    widths.append(button.sizeHint().width())
    button.set_detail("dans trois mois et dix jours")
    widths.append(button.sizeHint().width())
    font = button.font()
    font.setPixelSize(2 * font.pixelSize())
    button.setFont(font)
    button.setStyleSheet(f"font-size: {font.pixelSize()}px")
    widths.append(button.sizeHint().width())
    assert widths == sorted(set(widths))


def test_the_key_that_ends_a_line_is_called_enter() -> None:
    """Qt calls it Return, in French « Retour », which reads as going back."""
    assert key_name(Qt.Key.Key_Return) == "Enter"
    assert key_name("Ctrl+Return") == "Ctrl Enter"


FOCUSABLE = [None, Role.PRIMARY, Role.PLAIN, Role.AGAIN, Role.HARD, Role.GOOD, Role.EASY]


@pytest.mark.parametrize("role", FOCUSABLE)
def test_the_focus_moves_no_text(qtbot: QtBot, theme: Theme, role: Role | None) -> None:
    button = shown(qtbot, KeyButton(role))
    part = QStyle.SubElement.SE_PushButtonContents
    before = button.style().subElementRect(part, option_of(button), button)
    option = option_of(button)
    option.state |= QStyle.StateFlag.State_HasFocus
    assert button.style().subElementRect(part, option, button) == before


def test_a_button_that_cannot_be_pressed_looks_so(qtbot: QtBot, theme: Theme) -> None:
    button = shown(qtbot, KeyButton(Role.PRIMARY))
    assert ground_of(button) == LIGHT.accent
    button.setEnabled(False)
    assert ground_of(button) == LIGHT.ground
    ink = button.palette().color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText)
    assert ink.name().upper() == LIGHT.muted


def test_a_grade_keeps_its_colour_with_the_focus(qtbot: QtBot, theme: Theme) -> None:
    button = shown(qtbot, KeyButton(Role.AGAIN))
    assert edge_of(button) == LIGHT.bad
    with qtbot.waitActive(button):
        button.activateWindow()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    assert button.hasFocus()
    assert edge_of(button) == LIGHT.bad


def shown(qtbot: QtBot, button: KeyButton) -> KeyButton:
    qtbot.addWidget(button)
    button.set_caption("Again", key="1")
    button.resize(160, 60)
    button.show()
    return button


def option_of(button: KeyButton) -> QStyleOptionButton:
    option = QStyleOptionButton()
    button.initStyleOption(option)
    return option


def ground_of(button: KeyButton) -> str:
    return button.grab().toImage().pixelColor(12, 30).name().upper()


def edge_of(button: KeyButton) -> str:
    """The middle of the lower edge."""
    return button.grab().toImage().pixelColor(80, 58).name().upper()


def test_counts_underline_the_pile_of_the_card_shown(qtbot: QtBot, theme: Theme) -> None:
    label = CountsLabel(theme)
    qtbot.addWidget(label)
    label.show_counts(Counts(4, 2, 1284), Pile.REVIEW)
    before, _, after = label.text().partition("underline")
    assert "1,284" in after
    assert "underline" not in before
    assert label.toolTip() == "4 new, 2 in learning, 1,284 to review"


def test_chips_are_used_again(qtbot: QtBot) -> None:
    chips = Chips()
    qtbot.addWidget(chips)
    chips.show()
    chips.show_chips([Chip("un"), Chip("deux", "rangé là", "#B3382C")])
    labels = chips.findChildren(QLabel)
    chips.show_chips([Chip("trois")])
    assert chips.findChildren(QLabel) == labels
    assert [label.text() for label in labels if label.isVisible()] == ["trois"]
    assert labels[1].styleSheet() == ""
    assert chips.accessibleName() == "trois"


class Alike(QWidget):
    """Wishes to be 100 wide, and takes what it gets."""

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(100, 20)


def test_a_flow_starts_a_new_row_when_one_is_full(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    flow = FlowLayout(widget, spacing=10)
    for _ in range(3):
        box = QWidget()
        box.setFixedSize(100, 20)
        flow.addWidget(box)
    assert flow.heightForWidth(320) == 20
    assert flow.heightForWidth(319) == 50
    assert flow.heightForWidth(50) == 80
    flow.setGeometry(QRect(0, 0, 215, 60))
    assert [flow.itemAt(i).geometry().topLeft().toTuple() for i in range(3)] == [
        (0, 0),
        (110, 0),
        (0, 30),
    ]


def test_what_is_low_stands_in_the_middle_of_its_row(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    flow = FlowLayout(widget, spacing=10)
    for height in (20, 40):
        box = QWidget()
        box.setFixedSize(100, height)
        flow.addWidget(box)
    flow.setGeometry(QRect(0, 0, 215, 60))
    assert [flow.itemAt(i).geometry().y() for i in range(2)] == [10, 0]


def test_a_flow_that_fills_leaves_nothing_free_at_its_right(qtbot: QtBot) -> None:
    """Two of 100 and 10 between fit into 215: each gets half of 205, the second begins at 112."""
    widget = QWidget()
    qtbot.addWidget(widget)
    flow = FlowLayout(widget, spacing=10, is_filling=True)
    for _ in range(3):
        flow.addWidget(Alike())
    flow.setGeometry(QRect(0, 0, 215, 60))
    assert [flow.itemAt(i).geometry().getRect() for i in range(3)] == [
        (0, 0, 102, 20),
        (112, 0, 102, 20),
        (0, 30, 102, 20),
    ]


def test_a_box_to_check_says_all_of_its_words(qtbot: QtBot) -> None:
    box = WrappedCheck()
    qtbot.addWidget(box)
    box.set_words("usual rate instead of the best")
    box.resize(box.minimumSizeHint().width() + 60, 90)
    box.show()
    metrics, room = box.fontMetrics(), box.width()
    assert box.text().split() == ["usual", "rate", "instead", "of", "the", "best"]
    assert "\n" in box.text()
    assert all(metrics.horizontalAdvance(line) < room for line in box.text().splitlines())
    assert box.accessibleName() == "usual rate instead of the best"
    box.resize(600, 90)
    assert box.text() == "usual rate instead of the best"


def test_the_week_to_come_can_be_heard(qtbot: QtBot, theme: Theme) -> None:
    forecast = Forecast(theme)
    qtbot.addWidget(forecast)
    forecast.show_days(DAY, (23, 1))
    assert forecast.accessibleDescription() == (
        "tomorrow: 23 card(s); Monday, November 23, 2026: 1 card(s)"
    )


def test_a_choice_wider_than_its_page_gives_way(qtbot: QtBot) -> None:
    """At 200 % the title of a chapter pushed the button that begins a quiz out of the window."""
    words = "9 · Stabilité : évanouissement, explosion, initialisation, normalisation, raccourcis"
    row = PickRow("decks")
    qtbot.addWidget(row)
    row.offer([(9, words), (1, "un")])
    long, short = row.findChildren(PickButton)
    row.resize(300, 200)
    row.show()
    assert row.minimumSizeHint().width() < 300
    assert long.geometry().right() < 300
    assert long.height() >= short.height() + long.fontMetrics().lineSpacing(), "two lines"
    row.resize(1500, 200)
    assert long.height() == short.height()


def test_words_of_several_lines_lie_within_their_button(qtbot: QtBot, theme: Theme) -> None:
    """What is picked is read whole: no dots, no line beyond the frame, none below the key."""
    button = PickButton()
    qtbot.addWidget(button)
    button.set_caption("always a mean of 0 and a deviation of 1", key="1")
    empty = PickButton()
    qtbot.addWidget(empty)
    for each in (button, empty):
        each.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        each.resize(200, button.heightForWidth(200))
        each.show()
    image, ground = button.grab().toImage(), empty.grab().toImage()
    lit = [
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixel(x, y) != ground.pixel(x, y)
    ]
    assert min(y for _, y in lit) >= 5
    assert max(y for _, y in lit) <= button.height() - 6
    assert min(x for x, _ in lit) >= 8
    assert max(x for x, _ in lit) <= button.width() - 9
    rows = {y for _, y in lit}
    assert max(rows) - min(rows) > 1.5 * button.fontMetrics().lineSpacing()
