"""A card's experiment shows the plot in which its answer is seen."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy
from pytestqt.qtbot import QtBot

from db.rows import Scale
from qtapp.background import Background
from qtapp.look import Look
from qtapp.plots.drawing import PAST_ALPHA
from qtapp.plots.loading import PlotLoader
from qtapp.plots.typical import drawn_plot, typical
from qtapp.sessions.prediction_state import PredictionState
from qtapp.sessions.run_state import RunOrder, RunPhase, RunState
from qtapp.widgets.drawing_room import LEAST_HEIGHT
from qtapp.widgets.experiment_frame import ExperimentFrame
from qtapp.widgets.key_button import KeyButton
from sim.contents import entry
from sim.declaration import CurveGuess
from sim.errors import UnknownSettingError
from sim.pictures import Curve, Picture, Table
from sim.words import same

TABLE = Table("derivatives", "t", same("ten"), (same("by"),), ((same("w5"),),))
CURVE = Curve("zeros", "elastic", same("elastic"), *((0.0, 600.0),) * 4, (1.0, 1.0))


@pytest.fixture
def frame(qtbot: QtBot, look: Look) -> Iterator[ExperimentFrame]:
    """Matplotlib is loaded."""
    background = Background()
    loader = PlotLoader(background)
    with qtbot.waitSignal(loader.ready, timeout=30_000):
        loader.load()
    made = ExperimentFrame(look.theme, loader)
    qtbot.addWidget(made)
    made.resize(640, 480)
    made.show()
    yield made
    background.finish()


def asked(name: str, guess: str) -> PredictionState:
    """What a card that asks for a guess shows first; a curve has no name."""
    met = entry(name)
    numbers = [
        number
        for number, known in enumerate(met.guesses)
        if (known.name or (guess == "curve" and isinstance(known, CurveGuess) and guess)) == guess
    ]
    (number,) = numbers
    frame = typical(met, {}, drawn_plot(met))
    return PredictionState(entry=met, frame=frame, offered=(number, 0), guess_number=number)


def run(phase: RunPhase, *pictures: Picture) -> RunState:
    return RunState(phase, 1, RunOrder("any"), pictures=pictures)


def show(frame: ExperimentFrame, state: PredictionState) -> None:
    frame.show_state(state, is_answer_shown=False, scale=Scale.FOUR)


def plots(frame: ExperimentFrame) -> list[str]:
    """Keys of the plots whose axes there are."""
    assert frame.room.plot is not None
    return [view.plot.key for view in frame.room.plot.views]


def awaited(frame: ExperimentFrame) -> str:
    """What is said in the room instead of a table."""
    assert frame.room.stills.words.isVisibleTo(frame)
    return frame.room.stills.words.text()


def finish(qtbot: QtBot, frame: ExperimentFrame, state: PredictionState, *shown: Picture) -> None:
    """Show a run's end, and wait for what comes below."""
    with qtbot.waitSignal(frame.room.stills.shown):
        show(frame, replace(state, run=run(RunPhase.FINISHED, *shown)))


@pytest.mark.parametrize(
    ("name", "guess", "plot"),
    [
        ("l1_l2", "elastic_zeros", "zeros"),
        ("l1_l2", "curve", "sizes"),
        ("descent_kinds", "left_mini", "epochs"),  # names none: that of the curve
    ],
)
def test_a_guess_is_shown_with_its_plot(
    frame: ExperimentFrame, name: str, guess: str, plot: str
) -> None:
    show(frame, asked(name, guess))
    assert plots(frame) == [plot]


def test_the_plot_changes_with_the_guess(frame: ExperimentFrame) -> None:
    named, curve = asked("l1_l2", "elastic_zeros"), asked("l1_l2", "curve")
    for state, plot in ((named, "zeros"), (curve, "sizes"), (named, "zeros")):
        show(frame, state)
        assert plots(frame) == [plot]


def test_a_curve_is_drawn_on_its_own_plot_alone(frame: ExperimentFrame) -> None:
    named, curve = asked("l1_l2", "elastic_zeros"), asked("l1_l2", "curve")
    drawing = []
    for state in (named, curve, named):
        show(frame, state)
        assert frame.room.plot is not None
        drawing.append(frame.room.plot.is_drawing)
    assert drawing == [False, True, False]


def test_its_axes_reach_as_far_as_runs_do(frame: ExperimentFrame) -> None:
    """600 steps, and 20 weights at most: both declared by `l1_l2`."""
    show(frame, asked("l1_l2", "elastic_zeros"))
    assert frame.room.plot is not None
    axes = frame.room.plot.views[0].axes
    assert (axes.get_xlim(), axes.get_ylim()) == ((0, 600), (0, 20))


def test_curves_drawn_before_lie_on_their_own_plot_alone(frame: ExperimentFrame) -> None:
    line = ((1.0, 0.5), (20.0, 0.5))
    lines = []
    for guess in ("elastic_zeros", "curve"):
        show(frame, replace(asked("l1_l2", guess), past=(line,)))
        assert frame.room.plot is not None
        above = frame.room.plot.views[0].above
        lines.append([artist for artist in above if artist.get_alpha() == PAST_ALPHA])
    assert [len(faint) for faint in lines] == [0, 1]


def test_the_run_is_seen_in_it(frame: ExperimentFrame) -> None:
    state = asked("l1_l2", "elastic_zeros")
    show(frame, state)
    show(frame, replace(state, run=run(RunPhase.RUNNING, CURVE)))
    assert frame.room.plot is not None
    assert [line.line.get_label() for line in frame.room.plot.views[0].marks.lines] == ["elastic"]


def test_a_table_has_no_axes_before_it_is_there(frame: ExperimentFrame) -> None:
    state = asked("backprop_by_hand", "gradient_w5")
    for moment in (state, replace(state, run=run(RunPhase.RUNNING, TABLE))):
        show(frame, moment)
        assert awaited(frame) == "<b>The ten derivatives</b><br>Shown once the run is over"


def test_a_table_takes_the_room_once_the_run_is_over(qtbot: QtBot, frame: ExperimentFrame) -> None:
    state = asked("backprop_by_hand", "gradient_w5")
    show(frame, state)
    finish(qtbot, frame, state, TABLE)
    assert not frame.room.moving.isVisibleTo(frame.room)
    assert len(frame.room.stills.blocks) == 1
    show(frame, replace(state, run=run(RunPhase.PREPARING)))
    assert "Shown once" in awaited(frame)


def test_the_room_is_as_high_as_the_table(qtbot: QtBot, frame: ExperimentFrame) -> None:
    state = asked("backprop_by_hand", "gradient_w5")
    show(frame, state)
    assert frame.room.stills.height() == LEAST_HEIGHT
    finish(qtbot, frame, state, replace(TABLE, rows=TABLE.rows * 40))
    (block,) = frame.room.stills.blocks
    assert LEAST_HEIGHT < frame.room.stills.height() == block.height()
    show(frame, asked("l1_l2", "curve"))
    assert not frame.room.stills.isVisibleTo(frame.room)
    assert frame.room.moving.minimumHeight() == LEAST_HEIGHT


def test_a_small_table_leaves_the_room_as_it_was(qtbot: QtBot, frame: ExperimentFrame) -> None:
    """The buttons below the card's text do not jump."""
    state = asked("backprop_by_hand", "gradient_w5")
    show(frame, state)
    finish(qtbot, frame, state, TABLE)
    assert frame.room.stills.height() == LEAST_HEIGHT


def test_an_experiment_that_cannot_be_run_says_why(qtbot: QtBot, frame: ExperimentFrame) -> None:
    """`z` went to `one_unit`; a card may still name it."""
    why = UnknownSettingError("dead_relu", "z", ("learning_rate",)).words
    show(frame, PredictionState(trouble=why))
    assert frame.sizePolicy().verticalPolicy() is QSizePolicy.Policy.Maximum
    assert seen(frame) == [
        "The experiment of this card cannot be run: dead_relu has no setting 'z'; its settings "
        "are: learning_rate."
    ]
    show(frame, asked("l1_l2", "curve"))
    assert not any("cannot be run" in text for text in seen(frame))
    assert {"launch", "open-in-lab"} & shown_buttons(frame) == {"open-in-lab"}


def seen(frame: ExperimentFrame) -> list[str]:
    """All texts but what the questions say."""
    labels = frame.findChildren(QLabel, options=Qt.FindChildOption.FindDirectChildrenOnly)
    assert frame.room.isVisibleTo(frame) == frame.guess.isVisibleTo(frame)
    return [label.text() for label in labels if label.isVisibleTo(frame) and label.text()]


def shown_buttons(frame: ExperimentFrame) -> set[str]:
    return {b.objectName() for b in frame.findChildren(KeyButton) if b.isVisibleTo(frame)}
