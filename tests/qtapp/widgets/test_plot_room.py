"""Where plots are drawn tells screen readers what is on them."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import matplotlib as mpl
import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from qtapp.background import Background
from qtapp.languages import Language
from qtapp.look import Look
from qtapp.plots.loading import PlotLoader
from qtapp.sessions.run_state import RunOrder, RunPhase, RunState
from qtapp.stills.table import TableView
from qtapp.widgets.plot_room import PlotRoom
from sim.contents import Entry, entries
from sim.pictures import Curve, Picture, Table
from sim.words import Words, same

ENTRY = entries()["overfitting"]  # whose plots all have axes
CURVE = Curve(
    ENTRY.plots[0].key, "a", Words("taux élevé", "high rate"), (0.0, 1.0), (0.5, 0.25), (0.5, 0.25),
    (0.5, 0.25), (1.0, 1.0),
)  # fmt: skip


@pytest.fixture
def room(qtbot: QtBot, look: Look) -> Iterator[PlotRoom]:
    """With Matplotlib loaded and an experiment chosen."""
    background = Background()
    loader = PlotLoader(background)
    with qtbot.waitSignal(loader.ready, timeout=30_000):
        loader.load()
    made = PlotRoom(look.theme, loader)
    qtbot.addWidget(made)
    made.resize(640, 360)
    made.show()
    made.show_plots(ENTRY.plots)
    yield made
    background.finish()


def run(phase: RunPhase, *pictures: Picture) -> RunState:
    return RunState(phase, 1, RunOrder(ENTRY.name), pictures=pictures)


def show(room: PlotRoom, state: RunState, entry: Entry = ENTRY) -> str:
    """What is said of the plots then."""
    room.show_run(state, (), entry)
    QCoreApplication.processEvents()
    assert room.plot is not None
    return room.plot.accessibleDescription()


def test_the_end_of_a_run_is_told(room: PlotRoom) -> None:
    assert "high rate: from 0.5" in show(room, run(RunPhase.FINISHED, CURVE))


def test_numbers_that_change_are_not(room: PlotRoom) -> None:
    assert show(room, run(RunPhase.RUNNING, CURVE)) == ""


def test_what_was_told_goes_with_its_run(room: PlotRoom) -> None:
    show(room, run(RunPhase.FINISHED, CURVE))
    assert show(room, run(RunPhase.PREPARING)) == ""


def test_it_is_told_in_the_language_of_the_moment(room: PlotRoom, look: Look, qtbot: QtBot) -> None:
    show(room, run(RunPhase.FINISHED, CURVE))
    plot = room.plot
    assert plot is not None
    look.languages.choose(Language.FRENCH)
    qtbot.waitUntil(lambda: "taux élevé\u00a0: de 0,5" in plot.accessibleDescription())
    assert plot.accessibleName() == "Graphiques de l’essai"
    look.languages.choose(Language.ENGLISH)


def test_of_what_comes_in_one_turn_the_last_is_drawn(
    room: PlotRoom, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[RunState] = []
    monkeypatch.setattr(room, "show_run", lambda state, *_rest: drawn.append(state))
    states = [run(RunPhase.PREPARING), run(RunPhase.RUNNING, CURVE), run(RunPhase.FINISHED, CURVE)]
    for state in states:
        room.show_run_soon(state, (), ENTRY)
    assert drawn == []
    qtbot.waitUntil(lambda: bool(drawn))
    assert drawn == states[-1:]


def test_what_was_due_goes_with_its_experiment(room: PlotRoom, qtbot: QtBot) -> None:
    room.show_run_soon(run(RunPhase.FINISHED, CURVE), (), ENTRY)
    room.show_plots(entries()["xor"].plots)
    QCoreApplication.processEvents()
    assert room._last == ()


TABLE = Table(ENTRY.plots[0].key, "t", same("steps"), (same("name"),), ((same("w"),),))


def test_a_table_comes_below_what_moved(room: PlotRoom, qtbot: QtBot) -> None:
    with qtbot.waitSignal(room.stills.shown):
        room.show_run(run(RunPhase.FINISHED, CURVE, TABLE), (), ENTRY)
    (block,) = room.stills.blocks
    assert "steps: a table of" in block.view.accessibleDescription()
    plot = room.plot
    assert plot is not None
    assert plot.isVisibleTo(room)
    assert len(plot.views) == len(ENTRY.plots)


def test_a_table_waits_for_no_axes(qtbot: QtBot, look: Look) -> None:
    """Qt draws it: Matplotlib may come later."""
    background = Background()
    made = PlotRoom(look.theme, PlotLoader(background))
    qtbot.addWidget(made)
    made.show_plots(ENTRY.plots)
    with qtbot.waitSignal(made.stills.shown):
        made.show_run(run(RunPhase.FINISHED, TABLE), (), ENTRY)
    background.finish()


def test_the_next_run_takes_it_away_and_keeps_its_room(room: PlotRoom, qtbot: QtBot) -> None:
    with qtbot.waitSignal(room.stills.shown):
        room.show_run(run(RunPhase.FINISHED, CURVE, TABLE), (), ENTRY)
    height = room.stills.height()
    room.show_run(run(RunPhase.PREPARING), (), ENTRY)
    assert room.stills.blocks == []
    assert room.stills.isVisibleTo(room)
    assert room.stills.height() == height


def test_a_table_speaks_the_other_language(room: PlotRoom, look: Look, qtbot: QtBot) -> None:
    spoken = replace(TABLE, columns=(Words("nom", "name"),))
    with qtbot.waitSignal(room.stills.shown):
        room.show_run(run(RunPhase.FINISHED, spoken), (), ENTRY)
    view = room.stills.blocks[0].view
    assert isinstance(view, TableView)
    look.languages.choose(Language.FRENCH)
    qtbot.waitUntil(lambda: view.cells.heads == ["nom"])
    look.languages.choose(Language.ENGLISH)


def test_what_has_no_axes_is_named_until_it_comes(room: PlotRoom) -> None:
    entry = entries()["backprop_by_hand"]
    room.show_plots(entry.plots)
    assert room.plot is not None
    assert [view.plot.key for view in room.plot.views] == ["error"]
    assert room.stills.isVisibleTo(room)
    assert room.stills.words.text().startswith("<b>The ten derivatives · ")
    room.show_plots(ENTRY.plots)
    assert not room.stills.isVisibleTo(room)


def test_a_picture_file_holds_the_table_too(room: PlotRoom, qtbot: QtBot, tmp_path: Path) -> None:
    room.show_run(run(RunPhase.FINISHED, CURVE, TABLE), (), ENTRY)
    with mpl.rc_context({"svg.fonttype": "none"}):
        room.save(tmp_path / "run.svg", "svg")
    written = (tmp_path / "run.svg").read_text(encoding="utf-8")
    assert "steps</text>" in written
    assert "high rate</text>" in written


def test_a_run_makes_no_axes_of_its_own(room: PlotRoom) -> None:
    assert room.plot is not None
    show(room, run(RunPhase.FINISHED, CURVE))
    before = list(room.plot.canvas.figure.axes)
    show(room, run(RunPhase.PREPARING))
    show(room, run(RunPhase.RUNNING, CURVE))
    assert room.plot.canvas.figure.axes == before
    assert sum(axes.get_visible() for axes in before) == len(ENTRY.plots)
