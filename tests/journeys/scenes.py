"""What the demo plays: each scene is one process, from the app's start to its window's closing.

python -m tests.journeys.scenes SCENE LOOK HOME FOLDER
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from db.rows import Counts, Scale
from qtapp.app_settings import AppSettings
from qtapp.languages import Language
from qtapp.sessions.drawn_curve import PLACES
from qtapp.sessions.review_state import Phase
from qtapp.sessions.run_state import RunPhase
from qtapp.start import make_application
from qtapp.theme import ThemeChoice
from qtapp.widgets.experiment_frame import ExperimentFrame
from tests.journeys.clock import Clock
from tests.journeys.player import Player
from tests.journeys.quiz_scenes import take_quiz

FIRST_EVENING = datetime(2026, 10, 5, 16, 30, tzinfo=UTC)
TEN_ANSWERS = (3, 3, 3, 1, 4, 3, 2, 3, 1, 3)
WEEKS = 6
SEED = 7
"""Of the networks that a card trains, else another one each time."""

SCREEN = {"name": "demo", "x": 0, "y": 0, "width": 1440, "height": 900, "dpr": 1}
EXPORT = Path(__file__).parents[1] / "data" / "numbered_export.txt"
CONTROL = Qt.KeyboardModifier.ControlModifier
DIGITS = (Qt.Key.Key_0, Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_5)


@dataclass(frozen=True)
class Look:
    """One way to see the app."""

    theme: ThemeChoice
    language: Language
    text_scale: float = 1.0

    @classmethod
    def named(cls, name: str) -> "Look":
        """The look of a name such as ``light-fr`` or ``light-fr-200``."""
        theme, language, *percent = name.split("-")
        return cls(ThemeChoice(theme), Language(language), int(percent[0]) / 100 if percent else 1)

    @property
    def settings(self) -> AppSettings:
        """As the preferences keep it."""
        return AppSettings(
            self.language, self.theme, self.text_scale, is_motion_on=False, is_warm_up_on=False
        )


@dataclass(frozen=True)
class Stage:
    """What a scene is played with.

    Attributes:
        look: Name of the look.
        home: Folder of the app's files.
        folder: Where the pictures go.
        clock: The time it is in the app.
        player: The learner.
    """

    look: str
    home: Path
    folder: Path
    clock: Clock
    player: Player

    def picture(self, state: str, *, of_dialog: str | None = None) -> None:
        """Save what is seen now under the name of this state."""
        if self.player.shell.sitting is not None:
            self.player.wait_until_read()
            self.player.wait_for_formulas()
        dialog = None if of_dialog is None else self.player.dialog(of_dialog)
        self.player.picture(self.folder / f"{state}-{self.look}.png", dialog)

    def answer(self, raw: int) -> None:
        """Think, look at the answer, grade."""
        self.player.wait_for_phase(Phase.QUESTION)
        self.clock.pass_time(seconds=6)
        self.player.press(Qt.Key.Key_Space)
        self.player.wait_for_phase(Phase.ANSWER)
        self.clock.pass_time(seconds=4)
        self.player.press(DIGITS[raw])

    @property
    def left(self) -> Path:
        """Where one scene notes for the next what is left to do."""
        return self.home / "left.json"


def first_evening(stage: Stage) -> None:
    """Start for the first time, review ten cards, take one back, close."""
    player = stage.player
    stage.picture("loading")
    player.wait_until_open()
    stage.picture("today-first")
    player.press(Qt.Key.Key_Return)
    for raw in TEN_ANSWERS:
        stage.answer(raw)
    player.press(Qt.Key.Key_Z, CONTROL)
    assert player.wait_for_phase(Phase.QUESTION).done == len(TEN_ANSWERS) - 1
    stage.picture("review-undone")
    stage.left.write_text(json.dumps(player.due._asdict()), encoding="utf-8")


def reopened(stage: Stage) -> None:
    """The same evening: what is due is what was left."""
    stage.player.wait_until_open()
    assert stage.player.due == Counts(**json.loads(stage.left.read_text(encoding="utf-8")))
    stage.picture("today-reopened")


def next_day(stage: Stage) -> None:
    """The day after: what was being learnt goes on, and new cards come."""
    stage.player.wait_until_open()
    assert stage.player.due.learning > 0
    assert stage.player.due.new > 0
    stage.picture("today-next-day")


def in_use(stage: Stage) -> None:
    """A second window on a collection that is open."""
    stage.player.wait_for_trouble()
    stage.picture("in-use")


def six_weeks_later(stage: Stage) -> None:
    """The screens of a learner who is used to it."""
    player = stage.player
    player.wait_until_open()
    stage.picture("today")
    play("in_use", stage.look, stage.home, stage.folder)
    _open_dialogs(stage)
    player.press(Qt.Key.Key_Return)
    _change_a_card(stage)
    _use_five_steps(stage)
    _review_everything(stage)
    stage.picture("review-finished")
    player.press(Qt.Key.Key_Return)
    assert player.due == Counts()
    stage.picture("today-done")
    take_quiz(stage)
    _train(stage)


def _train(stage: Stage) -> None:
    """Go to the Lab and run an experiment; how long it took is in its picture."""
    player = stage.player
    player.window.place_asked.emit("lab")
    stage.picture("lab")
    laboratory = player.shell.laboratory
    assert laboratory is not None
    laboratory.open("dead_relu")
    laboratory.lab.choose_members(16)
    plots = laboratory.experiment_page.plots
    player.wait(lambda: plots.plot is not None, "Matplotlib")
    player.press(Qt.Key.Key_R)
    player.wait(lambda: laboratory.lab.state.run.phase is RunPhase.FINISHED, "the run")
    stage.picture("lab-experiment")
    player.press(Qt.Key.Key_Escape)
    laboratory.history_asked.emit()
    player.wait_until_read()
    stage.picture("lab-history")


def _open_dialogs(stage: Stage) -> None:
    player = stage.player
    player.press(Qt.Key.Key_Comma, CONTROL)
    _see_dialog(stage, "preferences")
    player.press(Qt.Key.Key_F1)
    _see_dialog(stage, "keys")
    player.window.about_asked.emit()
    _see_dialog(stage, "about")
    player.window.import_asked.emit((str(EXPORT),))  # as when a file is dropped
    button = player.dialog("import").findChild(QPushButton, "import-apply")
    assert button is not None
    player.wait(button.isVisible, "the preview")
    _see_dialog(stage, "import")
    player.shell.dialogs.tell_unexpected("ValueError: the demo shows what a mistake looks like")
    _see_dialog(stage, "unexpectedError")


def _see_dialog(stage: Stage, name: str) -> None:
    stage.picture(name, of_dialog=name)
    stage.player.press(Qt.Key.Key_Escape)


def _change_a_card(stage: Stage) -> None:
    player = stage.player
    player.wait_for_phase(Phase.QUESTION)
    player.press(DIGITS[1], CONTROL)
    stage.picture("review-flagged")
    player.press(Qt.Key.Key_E)
    _see_dialog(stage, "edit-note")
    player.press(Qt.Key.Key_L, CONTROL)
    player.press(Qt.Key.Key_Down)  # from the suspended cards to those flagged red
    _see_dialog(stage, "aside")


def _review_everything(stage: Stage) -> None:
    """Answer until nothing is left today, with a picture of each kind of card on the way."""
    player = stage.player
    wanted = {"formula": "\\", "code": "```", "experiment": "\x00"}
    while (phase := player.wait_until_asked_or_at_rest()) is not Phase.FINISHED:
        if phase is Phase.WAITING:
            stage.picture("review-waiting")
            stage.clock.pass_time(minutes=15)
            player.sitting.review.wake()
        elif "experiment" in wanted and _carries_experiment(player):
            del wanted["experiment"]
            _predict(stage)
        elif kind := next((k for k, mark in wanted.items() if mark in _text(player)), None):
            del wanted[kind]
            _photograph(stage, kind)
        else:
            stage.answer(3)
    assert not wanted, f"no card with {wanted} was due"


def _carries_experiment(player: Player) -> bool:
    note = player.sitting.review.note()
    return note is not None and '"guess":"curve"' in note.experiment.replace(" ", "")


def _predict(stage: Stage) -> None:
    """Draw a curve by keys, train, look at the answer beside the truth."""
    player = stage.player
    session = player.sitting.experiments.session
    session._new_seed = lambda: SEED
    frame = player.sitting.review_page.findChild(ExperimentFrame)
    assert frame is not None
    player.wait(lambda: frame.room.plot is not None, "Matplotlib")
    shift = Qt.KeyboardModifier.ShiftModifier
    for _ in range(4):
        player.press(Qt.Key.Key_Down, shift)
    for place in range(PLACES):
        for _ in range(max(0, 6 - place // 2)):
            player.press(Qt.Key.Key_Up)
        player.press(Qt.Key.Key_Right)
    stage.picture("review-predict")
    player.press(Qt.Key.Key_Return)
    player.wait(lambda: session.state.run.phase is RunPhase.FINISHED, "the run")
    player.press(Qt.Key.Key_Space)
    player.wait_for_phase(Phase.ANSWER)
    stage.picture("review-trained")
    player.press(DIGITS[3])


def _text(player: Player) -> str:
    face = player.review.face
    return "" if face is None else face.question + face.answer


def _photograph(stage: Stage, kind: str) -> None:
    stage.picture(f"review-{kind}-question")
    stage.player.press(Qt.Key.Key_Space)
    stage.player.wait_for_phase(Phase.ANSWER)
    stage.picture(f"review-{kind}-answer")
    stage.player.press(DIGITS[3])


def _use_five_steps(stage: Stage) -> None:
    player = stage.player
    collection = player.sitting.desk.collection
    study = collection.settings()._replace(learn_ahead_min=0)  # so that there is a wait to see
    player.sitting.save_settings(study._replace(scale=Scale.FIVE))
    player.wait_for_phase(Phase.QUESTION)
    player.press(Qt.Key.Key_Space)
    player.wait_for_phase(Phase.ANSWER)
    stage.picture("review-five-steps")
    player.press(DIGITS[4])
    player.sitting.save_settings(study)


SCENES: dict[str, Callable[[Stage], None]] = {
    scene.__name__: scene for scene in (first_evening, reopened, next_day, six_weeks_later, in_use)
}


def play(scene: str, look: str, home: Path, folder: Path) -> None:
    """Play a scene in a process of its own.

    Raises:
        subprocess.CalledProcessError: If something was not as it should be; it has said what.
    """
    home.mkdir(parents=True, exist_ok=True)
    screen = home / "screen.json"
    screen.write_text(json.dumps({"screens": [SCREEN]}), encoding="utf-8")
    command = [sys.executable, "-m", "tests.journeys.scenes", scene, look, str(home), str(folder)]
    environ = {
        **os.environ,
        "QT_QPA_PLATFORM": f"offscreen:configfile={screen}",
        "LC_ALL": "C.UTF-8",
        "TZ": "Europe/Paris",
    }
    subprocess.run(command, env=environ, check=True)


def _act(scene: str, look: str, home: Path, folder: Path) -> None:
    """Be the process of a scene."""
    time.tzset()
    clock = Clock(FIRST_EVENING)
    if scene == "next_day":
        clock.pass_time(days=1)
    if scene in ("six_weeks_later", "in_use"):
        clock.pass_time(weeks=WEEKS)
    app = make_application()
    with Player(app, home, clock, Look.named(look).settings) as player:
        SCENES[scene](Stage(look, home, folder, clock, player))


if __name__ == "__main__":
    _act(sys.argv[1], sys.argv[2], Path(sys.argv[3]), Path(sys.argv[4]))
