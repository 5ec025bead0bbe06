"""A card with an experiment on the Review page: by keys and clicks, with a process that obeys."""

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from db.collection import Collection
from db.experiment_rows import Certainty
from decks.kinds import NoteKind
from decks.model import Chapter, ExperimentRef, Note, Section
from qtapp.background import Background
from qtapp.card_experiments import CardExperiments
from qtapp.cardtext.renderer import FormulaRenderer
from qtapp.commands import Command
from qtapp.pages.review import ReviewPage
from qtapp.plots.loading import PlotLoader
from qtapp.sessions.card_actions import CardActions
from qtapp.sessions.desk import Desk
from qtapp.sessions.prediction_state import PredictionState
from qtapp.sessions.review import ReviewSession
from qtapp.sessions.review_state import Phase
from qtapp.sessions.run_state import RunPhase
from qtapp.sim_client import SimClient
from qtapp.theme import Theme
from qtapp.widgets.drawing_room import DrawingRoom
from qtapp.widgets.key_button import KeyButton
from sim.protocol import Failed, FailureKind, Finished, Progress, Started
from sim.words import Words
from tests.qtapp.course import Clock
from tests.qtapp.fake_runner import FakeRunner
from tests.qtapp.pages.conftest import Table, join
from tests.qtapp.sessions.test_prediction import RESULT

EXPERIMENT = ExperimentRef("dead_relu", (("learning_rate", 2.0),), "curve")


def notes() -> Iterator[Note]:
    """A card without an experiment, then three with one."""
    yield Note("plain", NoteKind.BASIC, "Sans ?", "Sans.")
    for n in range(3):
        yield Note(f"exp-{n}", NoteKind.BASIC, f"Que fait η = 2 ? ({n})", f"Des morts. ({n})",
                   experiment=EXPERIMENT)  # fmt: skip


@pytest.fixture
def desk(tmp_path: Path, clock: Clock) -> Iterator[Desk]:
    """A collection of these cards alone."""
    collection = Collection.open(tmp_path / "collection.epoque", clock=clock)
    collection.save_settings(collection.settings()._replace(time_zone="Etc/UTC"))
    section = Section("s", "Une", notes=tuple(notes()))
    collection.apply_import(Chapter("exp", "Expériences", number=9, sections=(section,)))
    yield Desk(collection, now=clock)
    collection.close()


class Learner(Table):
    """At the review, with what trains at hand."""

    window: QWidget
    runner: FakeRunner
    experiments: CardExperiments
    opened: list[Any]

    @property
    def prediction(self) -> PredictionState:
        return self.experiments.session.state

    @property
    def phase(self) -> str:
        return self.session.state.phase.value

    def is_shown(self, name: str) -> bool:
        found = self.page.findChild(QWidget, name)
        return found is not None and found.isVisible()


@pytest.fixture
def learner(qtbot: QtBot, theme: Theme, renderer: FormulaRenderer, desk: Desk) -> Iterator[Learner]:
    session, page = ReviewSession(desk), ReviewPage(theme, renderer)
    qtbot.addWidget(page)
    made = Learner(page, session, CardActions(session))
    made.runner, made.opened = FakeRunner(), []
    background = Background(page)
    client = SimClient(made.runner)
    loader = PlotLoader(background)
    laboratory = SimpleNamespace(
        client=client,
        loader=loader,
        get_ready=lambda: (loader.load(), client.warm()),
        open_run=lambda *args: made.opened.append(args),
    )
    made.experiments = CardExperiments(
        desk,
        session,
        lambda: page,
        lambda: laboratory,  # type: ignore[arg-type,return-value]
        theme,
    )
    join(page, session, made.actions)
    page.question_painted.connect(made.experiments.meet_first)
    page.resize(1000, 800)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    page.setFocus()
    session.start()
    yield made
    page.hide()
    client.close()
    background.finish()


@pytest.fixture
def at_card(qtbot: QtBot, learner: Learner) -> Learner:
    """Past the plain card, at the first with an experiment, its axes drawn."""
    learner.press(Qt.Key.Key_Space)
    learner.press(Qt.Key.Key_4)
    qtbot.waitUntil(lambda: learner.is_shown("experiment-frame"))
    frame = learner.experiments.session
    assert frame.state.entry is not None
    return learner


def report(qtbot: QtBot, learner: Learner, *events: Any) -> None:
    with qtbot.waitSignals([learner.experiments.session.changed] * len(events)):
        for event in events:
            learner.runner.tell(event)


def finish(qtbot: QtBot, learner: Learner) -> None:
    job = learner.prediction.run.job_id
    report(qtbot, learner, Started(job, RESULT.device), Finished(job, RESULT))
    qtbot.waitUntil(lambda: learner.prediction.run.phase is RunPhase.FINISHED)


def test_a_card_without_an_experiment_needs_none(learner: Learner) -> None:
    assert learner.page.findChild(QWidget, "experiment-frame") is None
    assert learner.runner.said == []
    assert learner.is_shown("reveal")


def test_the_first_experiment_gets_all_ready(at_card: Learner) -> None:
    assert at_card.runner.said == [("warm", 0)]
    assert at_card.is_shown("launch-training")
    assert at_card.is_shown("skip-prediction")
    assert not at_card.is_shown("reveal")


def test_an_experiment_asked_for_before_its_card_is_painted_is_met_too(learner: Learner) -> None:
    learner.page.question_painted.disconnect(learner.experiments.meet_first)
    learner.press(Qt.Key.Key_Space)
    learner.press(Qt.Key.Key_4)
    assert learner.prediction.entry is None
    learner.experiments.meet_first()
    assert learner.prediction.entry is not None


class FirstPainting(QObject):
    """Notes how wide the buttons of an experiment are when it is first painted."""

    def __init__(self) -> None:
        super().__init__()
        self.widths: dict[str, int] = {}

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Watch and let pass."""
        if event.type() == QEvent.Type.Paint and watched.objectName() == "experiment-frame":
            found = self.widths or {b.objectName(): b.width() for b in buttons(watched)}
            self.widths = found
        return False


def buttons(frame: QObject) -> list[KeyButton]:
    return [button for button in frame.findChildren(KeyButton) if button.isVisible()]


def test_an_experiment_is_laid_out_when_it_is_first_painted(
    qtbot: QtBot, qapp: QApplication, learner: Learner
) -> None:
    """Its buttons were painted as narrow as without their words."""
    painting = FirstPainting()
    qapp.installEventFilter(painting)
    learner.press(Qt.Key.Key_Space)
    learner.press(Qt.Key.Key_4)
    qtbot.waitUntil(lambda: bool(painting.widths))
    qapp.removeEventFilter(painting)
    frame = learner.part(QWidget, "experiment-frame")
    qtbot.waitUntil(lambda: all(b.width() >= b.sizeHint().width() for b in buttons(frame)))
    assert painting.widths == {button.objectName(): button.width() for button in buttons(frame)}


def test_the_card_says_what_will_be_trained(at_card: Learner) -> None:
    assert at_card.part(QLabel, "run-about").text() == "learning rate η = 2"
    at_card.press(Qt.Key.Key_Return)
    told = at_card.part(QLabel, "run-about").text()
    assert "32 network" in told
    assert told.endswith(" · learning rate η = 2")


def test_space_skips_and_enter_trains(at_card: Learner) -> None:
    at_card.press(Qt.Key.Key_Space)
    assert at_card.phase == Phase.ANSWER
    assert at_card.runner.asked == []
    at_card.press(Qt.Key.Key_Space)
    assert at_card.phase == Phase.QUESTION
    at_card.press(Qt.Key.Key_Return)
    assert at_card.phase == Phase.QUESTION
    assert len(at_card.runner.asked) == 1
    at_card.press(Qt.Key.Key_Return)  # once it trains, Enter goes on
    assert at_card.phase == Phase.ANSWER


def test_what_was_not_trained_takes_little_room_beside_the_answer(
    qtbot: QtBot, at_card: Learner
) -> None:
    frame = at_card.part(QWidget, "experiment-frame")
    with_plot = frame.height()
    at_card.press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: frame.height() < with_plot / 2)
    title, about = at_card.part(QLabel, "experiment-title"), at_card.part(QLabel, "run-about")
    assert about.y() - (title.y() + title.height()) < title.height()  # one right below the other


def test_arrows_draw_a_curve(at_card: Learner) -> None:
    at_card.press(Qt.Key.Key_Up)
    at_card.press(Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    for _ in range(32):
        at_card.press(Qt.Key.Key_Right)
    drawn = at_card.prediction.drawn
    assert drawn.is_complete
    assert drawn.heights[-1] == pytest.approx(0.62)


def test_a_digit_picks_an_outcome_and_is_no_grade(at_card: Learner) -> None:
    at_card.press(Qt.Key.Key_G)
    at_card.press(Qt.Key.Key_3)
    assert at_card.prediction.answer == "fewer"
    assert at_card.phase == Phase.QUESTION
    at_card.click("outcome-many")
    assert at_card.prediction.answer == "many"


@pytest.mark.parametrize(("typed", "answer"), [("45", 0.45), ("45.5", 0.455), ("145", None)])
def test_a_number_is_typed_in_percent(at_card: Learner, typed: str, answer: float | None) -> None:
    at_card.press(Qt.Key.Key_G)
    at_card.press(Qt.Key.Key_G)
    field = at_card.part(QLineEdit, "number-guess")
    QTest.keyClicks(field, typed)
    assert at_card.prediction.answer == (None if answer is None else pytest.approx(answer))
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert len(at_card.runner.asked) == 1


@pytest.mark.parametrize("by", ["launch-training", "skip-prediction"])
def test_the_page_has_the_keys_back_once_nothing_is_asked(at_card: Learner, by: str) -> None:
    """Qt gave them to the undo button, which Space then pressed."""
    at_card.press(Qt.Key.Key_G)
    at_card.press(Qt.Key.Key_G)
    at_card.part(QLineEdit, "number-guess").setFocus()
    at_card.click(by)
    assert QApplication.focusWidget() is at_card.page


def take_the_plot(qtbot: QtBot, learner: Learner) -> None:
    """Have the keyboard where a curve is drawn, as after a stroke of the mouse.

    The page lies beside a sidebar: Qt goes there from a part that hides.
    """
    window = learner.window = QWidget()
    qtbot.addWidget(window)
    row = QHBoxLayout(window)
    row.addWidget(QPushButton("Today"))
    row.addWidget(learner.page)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    assert learner.prediction.is_curve_asked
    room = learner.page.findChild(DrawingRoom)
    assert room is not None
    qtbot.waitUntil(lambda: room.plot is not None)
    assert room.plot is not None
    room.plot.setFocus()
    assert room.plot.hasFocus()


def test_the_page_has_the_keys_back_from_a_plot_that_goes(qtbot: QtBot, at_card: Learner) -> None:
    take_the_plot(qtbot, at_card)
    at_card.press(Qt.Key.Key_Space)
    assert at_card.phase == "answer"
    assert QApplication.focusWidget() is at_card.page


@pytest.mark.parametrize("is_run", [True, False])
def test_the_page_has_the_keys_back_on_a_card_without_experiment(
    qtbot: QtBot, at_card: Learner, *, is_run: bool
) -> None:
    """Qt gave them to the sidebar, where Space then left the review."""
    take_the_plot(qtbot, at_card)
    if is_run:
        at_card.press(Qt.Key.Key_Return)
        finish(qtbot, at_card)
    at_card.ask(Command.UNDO)
    assert not at_card.is_shown("experiment-frame")
    assert QApplication.focusWidget() is at_card.page


def test_certainty_is_chosen_by_key_or_click(at_card: Learner) -> None:
    at_card.press(Qt.Key.Key_C)
    by_key = at_card.prediction.certainty
    at_card.click("certainty-guess")
    assert (by_key, at_card.prediction.certainty) == (Certainty.SURE, Certainty.GUESS)


def test_a_screen_reader_picks_an_outcome_and_a_certainty(at_card: Learner) -> None:
    at_card.press(Qt.Key.Key_G)
    for name in ("outcome-fewer", "certainty-sure"):
        actions = QAccessible.queryAccessibleInterface(at_card.button(name)).actionInterface()
        actions.doAction(actions.actionNames()[0])
    assert (at_card.prediction.answer, at_card.prediction.certainty) == ("fewer", Certainty.SURE)


@pytest.mark.parametrize("name", ["outcome-fewer", "certainty-sure"])
def test_what_is_picked_stays_picked_when_it_is_clicked_again(at_card: Learner, name: str) -> None:
    at_card.press(Qt.Key.Key_G)
    at_card.click(name)
    at_card.click(name)
    assert at_card.button(name).isChecked()


def test_a_prediction_is_judged_in_words_and_suggests_a_grade(
    qtbot: QtBot, at_card: Learner
) -> None:
    at_card.press(Qt.Key.Key_G)
    at_card.press(Qt.Key.Key_1)
    at_card.press(Qt.Key.Key_C)
    at_card.press(Qt.Key.Key_Return)
    finish(qtbot, at_card)
    said = at_card.part(QLabel, "run-judged").text()
    assert "You predicted it: far more numerous." in said
    assert "Suggested grade: Good (certainty: sure)." in said
    at_card.press(Qt.Key.Key_Space)
    suggested = [raw for raw in range(1, 5) if at_card.button(f"grade-{raw}").property("suggested")]
    assert suggested == [3]
    assert at_card.is_shown("run-judged")


def test_the_next_card_suggests_nothing(qtbot: QtBot, at_card: Learner) -> None:
    at_card.press(Qt.Key.Key_G)
    at_card.press(Qt.Key.Key_1)
    at_card.press(Qt.Key.Key_Return)
    finish(qtbot, at_card)
    at_card.press(Qt.Key.Key_Space)
    at_card.press(Qt.Key.Key_3)
    at_card.press(Qt.Key.Key_Space)
    assert at_card.phase == Phase.ANSWER
    assert not any(at_card.button(f"grade-{raw}").property("suggested") for raw in range(1, 5))


def test_grading_in_mid_run_stops_it_and_waits_for_nothing(qtbot: QtBot, at_card: Learner) -> None:
    at_card.press(Qt.Key.Key_Return)
    job = at_card.prediction.run.job_id
    report(qtbot, at_card, Started(job, RESULT.device), Progress(job, 0.5, RESULT.pictures))
    at_card.press(Qt.Key.Key_Space)
    serial = at_card.session.state.serial
    at_card.press(Qt.Key.Key_3)
    assert at_card.session.state.serial == serial + 1
    assert at_card.runner.said[-1] == ("cancel", job)
    assert at_card.prediction.run.phase is RunPhase.IDLE


def test_escape_stops_the_run_and_the_card_stays(qtbot: QtBot, at_card: Learner) -> None:
    at_card.press(Qt.Key.Key_Return)
    job = at_card.prediction.run.job_id
    report(qtbot, at_card, Started(job, RESULT.device))
    at_card.press(Qt.Key.Key_Escape)
    assert at_card.prediction.run.phase is RunPhase.STOPPED
    assert at_card.is_shown("launch")
    at_card.press(Qt.Key.Key_T)
    assert len(at_card.runner.asked) == 2


def test_trouble_is_told_on_the_card_which_can_be_graded(qtbot: QtBot, at_card: Learner) -> None:
    at_card.press(Qt.Key.Key_Return)
    words = Words("torch manque", "torch is missing; install it")
    failed = Failed(at_card.prediction.run.job_id, FailureKind.NO_TORCH, words)
    report(qtbot, at_card, failed)
    assert at_card.part(QLabel, "run-shows").text() == "torch is missing; install it."
    at_card.press(Qt.Key.Key_Space)
    at_card.press(Qt.Key.Key_3)
    assert at_card.phase == Phase.QUESTION


def test_o_opens_the_run_in_the_lab(qtbot: QtBot, at_card: Learner) -> None:
    at_card.press(Qt.Key.Key_Return)
    finish(qtbot, at_card)
    at_card.press(Qt.Key.Key_O)
    ((name, settings, order, result),) = at_card.opened
    assert (name, settings) == ("dead_relu", {"learning_rate": 2.0})
    assert (order.experiment, result) == ("dead_relu", RESULT)


def test_after_the_last_card_there_is_no_experiment(at_card: Learner) -> None:
    for _ in range(3):
        at_card.press(Qt.Key.Key_Space)
        at_card.press(Qt.Key.Key_4)
    assert at_card.session.state.face is None
    assert at_card.prediction.entry is None


def test_every_control_has_a_name_to_be_heard(at_card: Learner) -> None:
    frame = at_card.page.findChild(QWidget, "experiment-frame")
    assert frame is not None
    buttons = [b for b in frame.findChildren(KeyButton) if b.isVisible()]
    assert len(buttons) >= 4
    assert all(button.accessibleName() or button.text() for button in buttons)
    assert QApplication.focusWidget() is at_card.page
