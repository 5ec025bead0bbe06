"""The Lab's list, and the page of one experiment."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QScrollArea,
    QSlider,
)
from pytestqt.qtbot import QtBot

from qtapp.background import Background
from qtapp.pages.experiment import ExperimentPage
from qtapp.pages.lab import LabPage
from qtapp.plots.loading import PlotLoader
from qtapp.sessions.lab_state import LabState
from qtapp.sessions.run_state import RunOrder, RunPhase, RunState
from qtapp.theme import Theme, ThemeChoice
from qtapp.widgets.experiment_tile import ExperimentTile
from qtapp.widgets.key_button import KeyButton
from qtapp.widgets.menu_button import MenuButton
from sim.contents import entries, entry
from sim.result import Device, DeviceKind, RunResult
from sim.words import Words
from tests.qtapp.sessions.listening import Heard

MEASURED = {
    "dead_gentle": 0.05,
    "dead_chosen": 0.93,
    "accuracy_gentle": 0.94,
    "accuracy_chosen": 0.11,
}
RESULT = RunResult(
    experiment="dead_relu",
    settings={"learning_rate": 2.0, "activation": "relu"},
    members=32,
    seed=0,
    device=Device(DeviceKind.CPU, "cpu", "Some"),
    torch="2.13.0",
    seconds=1.25,
    measures={name: (value,) * 32 for name, value in MEASURED.items()},
    met=(True,) * 31 + (False,),
    truths=("many", 0.93, None),
    pictures=(),
)


@pytest.fixture
def lab(qtbot: QtBot, theme: Theme) -> LabPage:
    page = LabPage(theme)
    qtbot.addWidget(page)
    page.resize(1072, 800)
    page.show()
    return page


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> ExperimentPage:
    """Without Matplotlib: nothing runs what would load it."""
    page = ExperimentPage(theme, PlotLoader(NoBackground()))
    qtbot.addWidget(page)
    page.resize(1072, 800)
    page.show()
    page.show_state(STATE)
    return page


class NoBackground(Background):
    """Takes work and never does it."""

    def submit(self, task: object) -> None:
        """Leave it."""


CHOSEN = entry("dead_relu")
STATE = LabState(CHOSEN, CHOSEN.defaults, 32, 0)


def tiles(lab: LabPage) -> list[ExperimentTile]:
    return [tile for tile in lab.findChildren(ExperimentTile) if tile.isVisible()]


def text(page: ExperimentPage, name: str) -> str:
    label = page.findChild(QLabel, name)
    assert label is not None
    return label.text() if label.isVisible() else ""


@pytest.mark.parametrize("width", [430, 1072])
def test_the_search_takes_the_room_beside_past_runs(lab: LabPage, width: int) -> None:
    """It took half of it: « Search exper… » in a small window."""
    lab.resize(width, 800)
    search, runs = lab.findChild(QLineEdit), lab.findChild(KeyButton, "show-history")
    assert search is not None
    assert runs is not None
    needs = search.fontMetrics().horizontalAdvance(search.placeholderText())
    assert search.width() > needs + search.height()  # and what clears it
    assert search.geometry().right() < runs.x()


def test_every_experiment_has_its_tile(lab: LabPage) -> None:
    assert {tile.objectName() for tile in tiles(lab)} == set(entries())


def test_a_tile_opens_its_experiment(qtbot: QtBot, lab: LabPage) -> None:
    tile = next(tile for tile in tiles(lab) if tile.objectName() == "xor")
    with qtbot.waitSignal(lab.experiment_asked) as asked:
        tile.click()
    assert asked.args == ["xor"]


def test_typing_finds(lab: LabPage) -> None:
    QTest.keyClicks(lab, "LSTM")
    assert [tile.objectName() for tile in tiles(lab)] == ["gru_vs_lstm", "rnn_vs_lstm"]
    search = lab.findChild(QLineEdit, "lab-search")
    assert search is not None
    search.setText("no such words")
    assert tiles(lab) == []


def test_another_experiment_begins_at_its_top(page: ExperimentPage) -> None:
    page.resize(1072, 300)
    bar = page.findChildren(QScrollArea)[0].verticalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.value() > 0
    page.show_state(replace(STATE, members=16))
    assert bar.value() > 0
    other = entry("xor")
    page.show_state(LabState(other, other.defaults, 32, 0))
    assert bar.value() == 0


def test_the_experiment_says_what_it_claims_and_where_that_stops(page: ExperimentPage) -> None:
    assert text(page, "title") == CHOSEN.title.en
    assert text(page, "claim") == CHOSEN.claim.en
    assert text(page, "limits") == CHOSEN.limits.en
    assert text(page, "shows") == ""


def test_a_finished_run_is_told_with_its_numbers(page: ExperimentPage) -> None:
    run = RunState(RunPhase.FINISHED, 1, RunOrder("dead_relu"), 1.0, result=RESULT)
    page.show_state(replace(STATE, run=run))
    assert "93%" in text(page, "shows")
    assert text(page, "verdict").endswith("The claim holds in 31 of 32 network(s).")
    assert text(page, "status") == "✓ 31/32 · 1.3 s on the CPU (Some)"


def test_trouble_is_told_as_a_sentence(page: ExperimentPage) -> None:
    run = RunState(RunPhase.FAILED, 1, RunOrder("dead_relu"), trouble=Words("…", "Ask for fewer"))
    page.show_state(replace(STATE, run=run))
    assert text(page, "shows") == "Ask for fewer."


def test_a_run_that_failed_says_so_and_why_within_the_window(
    qtbot: QtBot, page: ExperimentPage
) -> None:
    """Why stands below the plots, which would leave a learner with empty axes alone."""
    page.resize(1072, 700)
    why = Words("…", "PyTorch does not load here; start “make run” again, which installs it")
    run = RunState(RunPhase.FAILED, 1, RunOrder("dead_relu"), trouble=why)
    page.show_state(replace(STATE, run=run))
    assert text(page, "status") == "The run has failed"
    told = page.findChild(QLabel, "shows")
    assert told is not None
    qtbot.waitUntil(lambda: told.visibleRegion().boundingRect() == told.rect())


def test_an_exact_value_can_be_typed(qtbot: QtBot, page: ExperimentPage) -> None:
    field = page.findChild(QLineEdit, "learning_rate")
    assert field is not None
    with qtbot.waitSignal(page.edited) as edited:
        field.setText("0,35")
        field.editingFinished.emit()
    assert edited.args == ["learning_rate", 0.35]


def test_a_value_out_of_range_is_refused_in_words(page: ExperimentPage) -> None:
    field = page.findChild(QLineEdit, "learning_rate")
    assert field is not None
    field.setText("1000")
    field.editingFinished.emit()
    warnings = [label.text() for label in page.findChildren(QLabel) if "from" in label.text()]
    assert "A number from 0.01 to 10." in warnings


def test_a_slider_covers_its_range_by_powers(qtbot: QtBot, page: ExperimentPage) -> None:
    """Half way between 0.01 and 10 on a logarithmic slider: the root of 0.1, 0.316."""
    slider = page.findChild(QSlider, "learning_rate-slider")
    assert slider is not None
    with qtbot.waitSignal(page.edited) as edited:
        slider.setValue(slider.maximum() // 2)
    assert edited.args == ["learning_rate", 0.316]


def test_a_choice_is_told_by_its_key(qtbot: QtBot, page: ExperimentPage) -> None:
    box = page.findChild(QComboBox, "activation")
    assert box is not None
    with qtbot.waitSignal(page.edited) as edited:
        box.setCurrentIndex(1)
        box.activated.emit(1)
    assert edited.args == ["activation", "leaky_relu"]


@pytest.mark.parametrize(
    ("key", "phase", "asked"),
    [
        (Qt.Key.Key_R, RunPhase.IDLE, "run_asked"),
        (Qt.Key.Key_Return, RunPhase.FINISHED, "run_asked"),
        (Qt.Key.Key_P, RunPhase.RUNNING, "pause_asked"),
        (Qt.Key.Key_N, RunPhase.PAUSED, "step_asked"),
        (Qt.Key.Key_V, RunPhase.IDLE, "speed_asked"),
        (Qt.Key.Key_Escape, RunPhase.RUNNING, "stop_asked"),
        (Qt.Key.Key_Escape, RunPhase.IDLE, "back_asked"),
    ],
)
def test_keys(qtbot: QtBot, page: ExperimentPage, key: Qt.Key, phase: RunPhase, asked: str) -> None:
    page.show_state(replace(STATE, run=RunState(phase, 1, RunOrder("dead_relu"))))
    with qtbot.waitSignal(getattr(page, asked)):
        QTest.keyClick(page, key)


def test_every_control_has_a_name_for_ears(page: ExperimentPage) -> None:
    for kind in (QLineEdit, QSlider, QComboBox, KeyButton):
        for control in page.findChildren(kind):
            if control.isVisible():
                assert control.accessibleName(), control.objectName()


@pytest.mark.parametrize("language", ["english", "french"])
@pytest.mark.parametrize(("width", "scale"), [(620, 2.0), (860, 2.0), (432, 1.0), (1072, 1.0)])
def test_an_experiment_is_as_wide_as_the_window(
    page: ExperimentPage,
    theme: Theme,
    qtbot: QtBot,
    request: pytest.FixtureRequest,
    language: str,
    width: int,
    scale: float,
) -> None:
    """Its page does not scroll sideways: what is wider is cut. 620 pixels are those of 1024."""
    request.getfixturevalue(language)
    theme.adopt(choice=ThemeChoice.LIGHT, text_scale=scale, is_motion_on=False)
    page.resize(width, 800)
    ended = RunState(RunPhase.FINISHED, 1, RunOrder("dead_relu"), 1.0, result=RESULT)
    page.show_state(replace(STATE, run=ended))
    area = page.findChild(QScrollArea)
    assert area is not None
    paper = area.widget()
    assert paper is not None
    names = ("presets", "export", "run")
    buttons = [page.findChild(KeyButton, name) for name in names]

    def is_whole() -> bool:
        return paper.width() == area.viewport().width() and all(
            button.width() >= button.sizeHint().width() for button in buttons if button
        )

    qtbot.waitUntil(is_whole)


def test_plots_stay_in_their_place_while_a_run_replaces_another(page: ExperimentPage) -> None:
    page.resize(1072, 1200)
    ended = RunState(RunPhase.FINISHED, 1, RunOrder("dead_relu"), 1.0, result=RESULT)
    page.show_state(replace(STATE, run=ended))
    QCoreApplication.processEvents()
    before = page.plots.geometry()
    page.show_state(replace(STATE, run=RunState(RunPhase.RUNNING, 2, RunOrder("dead_relu"))))
    QCoreApplication.processEvents()
    assert text(page, "shows") == ""
    assert page.plots.geometry() == before
    page.show_state(STATE)
    QCoreApplication.processEvents()
    assert page.plots.height() > before.height()


no_window_manager = pytest.mark.qt_log_ignore("plugin does not support", extend=True)
"""Offscreen, no menu is raised, and none grabs the keyboard."""

EXPORTS = ["png", "svg", "csv", "json", "tensorboard", "command", "attach"]


def open_list(page: ExperimentPage, name: str, how: Qt.Key | None) -> QMenu:
    """Open a list by a key of the page, by one on its button, or by a click."""
    button = page.findChild(MenuButton, name)
    assert button is not None
    if how is None:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    elif how in (Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Down):
        button.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(button, how)
    else:
        QTest.keyClick(page, how)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


@no_window_manager
@pytest.mark.parametrize(
    "how", [Qt.Key.Key_E, Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Down, None]
)
def test_every_way_out_of_the_lab_is_on_its_list(page: ExperimentPage, how: Qt.Key | None) -> None:
    run = RunState(RunPhase.FINISHED, 1, RunOrder("dead_relu"), 1.0, result=RESULT)
    page.show_state(replace(STATE, run=run))
    asked = Heard(page.export_asked)
    for place in range(len(EXPORTS)):
        menu = open_list(page, "export", how)
        assert len(menu.actions()) == len(EXPORTS)
        assert all(action.text() for action in menu.actions())
        if how is None:
            line = menu.actionGeometry(menu.actions()[place]).center()
            QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=line)
        else:
            for _ in range(place):
                QTest.keyClick(menu, Qt.Key.Key_Down)
            QTest.keyClick(menu, Qt.Key.Key_Return)
        assert asked.all == EXPORTS[: place + 1]
        assert QApplication.activePopupWidget() is None


@no_window_manager
@pytest.mark.parametrize("how", [Qt.Key.Key_S, Qt.Key.Key_Space])
def test_presets_are_on_theirs(page: ExperimentPage, how: Qt.Key) -> None:
    asked = Heard(page.preset_asked)
    menu = open_list(page, "presets", how)
    labels = [preset.label.en for preset in entry("dead_relu").presets]
    assert [action.text() for action in menu.actions()] == labels
    for _ in labels[1:]:
        QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert asked.all == [len(labels) - 1]


@no_window_manager
def test_a_list_that_is_left_asks_for_nothing(page: ExperimentPage) -> None:
    asked, back = Heard(page.preset_asked), Heard(page.back_asked)
    menu = open_list(page, "presets", Qt.Key.Key_S)
    QTest.keyClick(menu, Qt.Key.Key_Escape)
    assert QApplication.activePopupWidget() is None
    assert (asked.all, back.all) == ([], [])


def test_there_is_nothing_to_export_before_a_run(page: ExperimentPage) -> None:
    button = page.findChild(MenuButton, "export")
    assert button is not None
    assert not button.isVisible()
    QTest.keyClick(page, Qt.Key.Key_E)
    assert QApplication.activePopupWidget() is None


def test_the_arrow_of_a_list_is_not_read_aloud(page: ExperimentPage) -> None:
    button = page.findChild(MenuButton, "presets")
    assert button is not None
    assert (button.text(), button.accessibleName()) == ("Presets ▾", "Presets")
    assert button.accessibleDescription() == "S"
