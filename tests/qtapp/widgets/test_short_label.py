"""A long text in a narrow place: dots at its end, all of it in the tip."""

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from qtapp.widgets.short_label import ShortLabel

LONG = "✓ 32/32 · 7.1 s on the graphics card (some long name)"


@pytest.fixture
def label(qtbot: QtBot) -> ShortLabel:
    made = ShortLabel()
    made.setText(LONG)
    qtbot.addWidget(made)
    made.resize(160, made.sizeHint().height())
    made.show()
    return made


def test_it_ends_in_dots_and_a_tip_says_all(label: ShortLabel) -> None:
    assert label.shown.endswith("…")
    assert LONG.startswith(label.shown.removesuffix("…").strip())
    assert label.toolTip() == LONG


def test_with_room_it_says_all_and_needs_no_tip(label: ShortLabel) -> None:
    label.resize(label.sizeHint())
    assert (label.shown, label.toolTip()) == (LONG, "")


def test_it_is_painted_as_any_label_that_says_so_much(label: ShortLabel, qtbot: QtBot) -> None:
    plain = QLabel(label.shown)
    qtbot.addWidget(plain)
    plain.resize(label.size())
    plain.show()
    assert label.grab().toImage() == plain.grab().toImage()


def test_it_makes_no_page_wider(label: ShortLabel) -> None:
    assert label.minimumSizeHint().width() == 1
    assert label.sizeHint().width() > 160
