"""Quizzes in the window: chosen, taken and looked at again by keyboard alone."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from db.collection import Collection
from db.quiz_rows import Answer, AttemptState, QuizMode
from decks.kinds import NoteKind
from decks.questions.responses import SelfGrade
from qtapp.app_settings import SettingsFile
from qtapp.background import Background
from qtapp.cardtext.renderer import FormulaRenderer
from qtapp.laboratory import Laboratory
from qtapp.look import Look
from qtapp.notify import Notifier
from qtapp.pages.loading import LoadingPage
from qtapp.questions.means import Means
from qtapp.quizzes import OVERVIEW, PAST, QUESTION, SETUP, Around, Quizzes
from qtapp.sessions.desk import Desk
from qtapp.sessions.experiment_memory import ExperimentMemory
from qtapp.sessions.related import Related
from qtapp.widgets.calibration import CalibrationChart
from qtapp.widgets.experiment_frame import ExperimentFrame
from qtapp.widgets.key_button import KeyButton
from qtapp.widgets.plain_table import PlainTable
from qtapp.window import MainWindow
from tests.qtapp.course import Clock, queue_on
from tests.qtapp.fake_runner import FakeRunner
from tests.qtapp.quizzes import chapter
from tests.qtapp.sessions.listening import Heard

NO_KEYS = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
W = TypeVar("W", bound=QWidget)


@dataclass
class Hands:
    """A learner with a keyboard before the window."""

    window: MainWindow
    quizzes: Quizzes
    desk: Desk
    renewed: list[str]
    runner: FakeRunner

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NO_KEYS) -> None:
        QApplication.processEvents()
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifiers)
        QApplication.processEvents()

    def part(self, kind: type[W], name: str) -> W:
        page = self.window.stack.currentWidget()
        assert page is not None
        found = page.findChild(kind, name)
        assert found is not None, name
        return found

    @property
    def kind(self) -> NoteKind | None:
        face = self.quizzes.session.state.question.face
        return face.kind if face is not None else None

    def answer(self, *, how_sure: Qt.Key = Qt.Key.Key_F3) -> None:
        """Answer whatever is asked, choices and true/false rightly."""
        self.press(how_sure)
        face = self.quizzes.session.state.question.face
        assert face is not None
        if self.kind is NoteKind.CHOICE:
            self.press(Qt.Key(Qt.Key.Key_A + face.shown.index(0)))
        elif self.kind is NoteKind.TRUTH:
            self.press(Qt.Key.Key_T)
        else:
            QTest.keyClicks(QApplication.focusWidget() or self.window, "relu")
        self.press(Qt.Key.Key_Return, CTRL)

    def answer_wrongly(self) -> None:
        """Pick the second option of a choice."""
        face = self.quizzes.session.state.question.face
        assert face is not None
        self.press(Qt.Key(Qt.Key.Key_A + face.shown.index(1)))
        self.press(Qt.Key.Key_Return, CTRL)


@pytest.fixture
def hands(
    qtbot: QtBot,
    look: Look,
    settings_file: SettingsFile,
    collection: Collection,
    clock: Clock,
    renderer: FormulaRenderer,
) -> Iterator[Hands]:
    collection.apply_import(chapter())
    window = MainWindow(look, settings_file, {"today": LoadingPage(look.theme)})
    qtbot.addWidget(window)
    desk, renewed = Desk(collection, now=clock), list[str]()
    background, runner = Background(window), FakeRunner()
    laboratory = Laboratory(window, look.theme, Notifier(window), background, runner=runner)
    memory = ExperimentMemory(collection, window, now=clock, submit=background.submit)
    around = Around(
        window,
        Notifier(window),
        Means(look.theme, renderer),
        desk,
        renew=lambda: renewed.append("renewed"),
        start_review=lambda: renewed.append("review"),
        laboratory=lambda: laboratory,
        memory=lambda: memory,
    )
    quizzes = Quizzes(around)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    quizzes.show()
    yield Hands(window, quizzes, desk, renewed, runner)
    quizzes.session.leave()
    window.hide()
    laboratory.close()
    background.finish()


def test_a_practice_is_taken_by_keyboard_alone(hands: Hands) -> None:
    assert hands.window.page_key == SETUP
    hands.press(Qt.Key.Key_Return)
    assert hands.window.page_key == QUESTION
    for _ in range(5):
        hands.answer()
        assert hands.quizzes.session.state.question.is_answered
        is_open = hands.kind is NoteKind.OPEN
        hands.press(Qt.Key.Key_3 if is_open else Qt.Key.Key_Return)
    assert hands.window.page_key == OVERVIEW
    # the number is "relu": wrong; all else is right
    assert hands.part(QLabel, "quiz-score").text() == "4 of 5 · 80%"
    hands.press(Qt.Key.Key_Return)
    assert hands.window.page_key == QUESTION
    assert hands.kind is NoteKind.NUMBER  # the error comes first
    hands.press(Qt.Key.Key_Escape)
    assert hands.window.page_key == OVERVIEW


def test_an_exam_is_taken_by_keyboard_alone(hands: Hands) -> None:
    hands.quizzes.setup.choose_mode(QuizMode.EXAM)
    hands.press(Qt.Key.Key_Return)
    hands.press(Qt.Key.Key_F5)
    assert hands.quizzes.session.state.is_flagged
    hands.press(Qt.Key.Key_Right, ALT)
    for _ in range(4):
        hands.answer()
    assert hands.window.page_key == OVERVIEW
    assert hands.part(QLabel, "quiz-line").text().endswith("1 to come back to")
    hands.quizzes.session.go_to_place(0)
    hands.answer()
    hands.press(Qt.Key.Key_F6)
    hands.press(Qt.Key.Key_Return, CTRL)
    state = hands.quizzes.session.state
    assert state.attempt is not None
    assert state.attempt.state is AttemptState.FINISHED
    assert hands.part(QLabel, "quiz-score").isVisible()


def test_the_time_left_is_on_the_screen(hands: Hands) -> None:
    hands.quizzes.setup.choose_mode(QuizMode.EXAM)
    hands.quizzes.setup.order()
    time = hands.part(QLabel, "quiz-time")
    assert time.text() == "05:00"
    hands.quizzes.session.ticked.emit(61)
    assert time.text() == "01:01"


def test_the_time_left_is_on_the_screen_at_a_glance_too(hands: Hands) -> None:
    hands.quizzes.setup.choose_mode(QuizMode.EXAM)
    hands.press(Qt.Key.Key_Return)
    hands.press(Qt.Key.Key_F6)
    time = hands.part(QLabel, "glance-time")
    assert (time.isVisible(), time.text()) == (True, "05:00")
    hands.quizzes.session.ticked.emit(61)
    assert (time.text(), time.accessibleName()) == ("01:01", "1 minute left")
    assert hands.part(KeyButton, "leave-quiz").accessibleName() == "Back to the question"


def test_a_practice_shows_no_time_at_a_glance(hands: Hands) -> None:
    hands.press(Qt.Key.Key_Return)
    hands.press(Qt.Key.Key_F6)
    assert not hands.part(QLabel, "glance-time").isVisible()


def test_an_exam_that_time_ended_says_so(hands: Hands) -> None:
    hands.quizzes.setup.choose_mode(QuizMode.EXAM)
    hands.quizzes.setup.choose_minutes(1)
    hands.press(Qt.Key.Key_Return)
    attempt = hands.desk.collection.quizzes.current()
    assert attempt is not None
    hands.quizzes.session.leave()
    hands.desk.collection.quizzes.save_answer(attempt.row.id, 0, Answer(), spent_ms=60_000)
    hands.quizzes.resume()
    hands.quizzes.session.look_at_clock()
    assert hands.window.page_key == OVERVIEW
    assert hands.part(QLabel, "quiz-line").text().startswith("The time was up")


def test_who_leaves_finds_the_quiz_again(hands: Hands) -> None:
    hands.press(Qt.Key.Key_Return)
    hands.press(Qt.Key.Key_Right, ALT)
    kind = hands.kind
    hands.press(Qt.Key.Key_Escape)
    assert hands.window.page_key == SETUP
    assert hands.part(QLabel, "waiting-line").text().startswith("A quiz is open: Practice")
    hands.press(Qt.Key.Key_Return)
    assert (hands.window.page_key, hands.kind) == (QUESTION, kind)


def test_a_quiz_that_waits_goes_on_though_the_page_has_not_heard_of_it(
    hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As where the background thread has much to do: whoever presses Esc, Enter is quicker."""
    hands.press(Qt.Key.Key_Return)
    hands.press(Qt.Key.Key_Right, ALT)
    kind = hands.kind
    monkeypatch.setattr(hands.desk, "run", lambda _task: None)
    hands.press(Qt.Key.Key_Escape)
    assert hands.window.page_key == SETUP
    hands.press(Qt.Key.Key_Return)
    assert (hands.window.page_key, hands.kind) == (QUESTION, kind)


def test_a_quiz_that_waits_can_be_ended(hands: Hands) -> None:
    hands.press(Qt.Key.Key_Return)
    hands.press(Qt.Key.Key_Escape)
    hands.part(KeyButton, "abandon-quiz").click()
    assert hands.part(KeyButton, "start-quiz").isVisible()
    assert hands.desk.collection.quizzes.current() is None


def test_typing_keeps_the_keyboard_in_the_field(hands: Hands) -> None:
    hands.quizzes.setup.toggle_kind(NoteKind.SHORT)
    hands.press(Qt.Key.Key_Return)
    field = QApplication.focusWidget()
    QTest.keyClicks(field or hands.window, "Re")
    assert QApplication.focusWidget() is field


def test_cards_are_read_again_once_one_leaves_the_quiz(hands: Hands) -> None:
    hands.quizzes.setup.toggle_kind(NoteKind.CHOICE)
    hands.press(Qt.Key.Key_Return)
    hands.answer()
    hands.press(Qt.Key.Key_Return)
    assert hands.renewed == []
    hands.window.show_page("today")
    assert hands.renewed == ["renewed"]


def test_what_was_not_known_is_offered_for_review(hands: Hands) -> None:
    hands.quizzes.setup.toggle_kind(NoteKind.CHOICE)
    hands.press(Qt.Key.Key_Return)
    hands.part(KeyButton, "do-not-know").click()
    hands.press(Qt.Key.Key_Return)
    button = hands.part(KeyButton, "related-cards")
    assert button.isVisible()
    assert button.text() == "Review 1 related card"
    page = hands.quizzes.overview_page
    page.show_related(Related(page._related.cards, 75))
    assert button.text() == "Review the 1 closest card"
    assert button.toolTip() == "Of 75 cards on what you missed, these come nearest to it."
    hands.press(Qt.Key.Key_R)
    assert hands.renewed == ["renewed", "review"]
    first = queue_on(hands.desk).next(hands.desk.now())
    assert first is not None
    assert hands.desk.collection.card_view(first.id).note.uid == "questions/carte"


def test_past_quizzes_are_listed_and_looked_at_again(hands: Hands) -> None:
    hands.press(Qt.Key.Key_P)
    assert hands.part(QLabel, "past-nothing").isVisible()
    hands.press(Qt.Key.Key_Escape)
    hands.quizzes.setup.toggle_kind(NoteKind.CHOICE)
    hands.press(Qt.Key.Key_Return)
    hands.answer(how_sure=Qt.Key.Key_F4)
    hands.press(Qt.Key.Key_Return)
    hands.quizzes.show_past()
    assert hands.window.page_key == PAST
    chart = hands.part(CalibrationChart, "calibration")
    assert chart.accessibleName().startswith("Sure: 100% right of 1 answer")
    hands.press(Qt.Key.Key_Return)
    assert hands.window.page_key == OVERVIEW


def test_past_answers_are_counted_by_question(hands: Hands) -> None:
    hands.quizzes.setup.toggle_kind(NoteKind.CHOICE)
    hands.press(Qt.Key.Key_Return)
    hands.answer_wrongly()
    hands.press(Qt.Key.Key_Return)
    hands.quizzes.show_past()
    hands.part(KeyButton, "grouping-question").click()
    table = hands.part(PlainTable, "asked-questions")
    cells = [table.model().index(0, column).data() for column in range(3)]
    assert cells == ["Que calcule max(0, x) ?", "1", "0%"]
    assert hands.part(QLabel, "given-answers").text().splitlines() == [
        "✓ La ReLU: 0 times",
        "✗ La sigmoïde: 1 time",
        "✗ Aucune de ces réponses.: 0 times",
    ]
    table.setFocus()
    hands.press(Qt.Key.Key_Escape)
    assert hands.window.page_key == OVERVIEW


def test_a_grade_changed_later_counts(hands: Hands) -> None:
    hands.quizzes.setup.toggle_kind(NoteKind.CHOICE)
    hands.press(Qt.Key.Key_Return)
    hands.answer()
    hands.press(Qt.Key.Key_Return)
    hands.press(Qt.Key.Key_Return)
    hands.press(Qt.Key.Key_1)
    assert hands.part(QLabel, "quiz-score").text() == "0 of 1 · 0%"
    assert hands.quizzes.session.state.answers[0].self_grade is SelfGrade.WRONG


def test_what_settles_a_question_runs_with_the_answer_as_the_prediction(hands: Hands) -> None:
    hands.quizzes.setup.toggle_kind(NoteKind.TRUTH)
    hands.press(Qt.Key.Key_Return)
    hands.answer(how_sure=Qt.Key.Key_F4)
    hands.press(Qt.Key.Key_E)
    prediction = hands.quizzes.experiment.session.state
    assert prediction.entry is not None
    assert prediction.entry.name == "overfitting"
    assert prediction.is_locked
    assert hands.part(ExperimentFrame, "experiment-frame").isVisible()
    own_words = hands.part(QLabel, "predicted-in-words")
    assert (own_words.isVisible(), own_words.text()) == (True, "Your prediction: True")
    hands.press(Qt.Key.Key_Return)  # graded: over, and nothing trains any more
    assert hands.quizzes.experiment.session.state.entry is None


def test_what_cannot_be_run_any_more_is_told_below_the_question(hands: Hands) -> None:
    collection = hands.desk.collection
    (note,) = collection.find_notes("moins de bruit")
    old = json.dumps({"name": "dead_relu", "settings": {"z": 2.0}})  # `z` went to `one_unit`
    collection.attach_experiment(note.id, old, hands.desk.now())
    hands.quizzes.setup.toggle_kind(NoteKind.TRUTH)
    hands.press(Qt.Key.Key_Return)
    hands.answer(how_sure=Qt.Key.Key_F4)
    hands.press(Qt.Key.Key_E)
    told = hands.part(QLabel, "experiment-trouble")
    assert told.isVisible()
    assert "dead_relu has no setting 'z'" in told.text()


def test_answers_are_exported(
    hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hands.quizzes.setup.toggle_kind(NoteKind.CHOICE)
    hands.press(Qt.Key.Key_Return)
    hands.answer()
    hands.press(Qt.Key.Key_Return)
    hands.quizzes.show_past()
    file = tmp_path / "answers.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    heard = Heard(hands.quizzes.past.exported)
    hands.part(KeyButton, "export-answers").click()
    assert heard.last == str(file)
    lines = file.read_text(encoding="utf-8-sig").splitlines()
    assert len(lines) == 2
    assert "questions/relu" in lines[1]


def test_without_questions_there_is_a_word_of_it(hands: Hands) -> None:
    from db.quiz_pool import QuizPool

    hands.quizzes.setup._take((QuizPool(), None))
    line = hands.part(QLabel, "setup-line").text()
    assert line == "There are no questions yet: import a chapter that has some."
    assert not hands.part(KeyButton, "start-quiz").isVisible()


def test_where_one_is_follows_the_room_there_is(hands: Hands) -> None:
    hands.press(Qt.Key.Key_Return)
    hands.window.resize(1280, 800)
    QApplication.processEvents()
    assert hands.part(QLabel, "quiz-where").text() == "Question 1 of 5"
    hands.window.resize(640, 600)
    QApplication.processEvents()
    assert hands.part(QLabel, "quiz-where").text() == "1 / 5"
