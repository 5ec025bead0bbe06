"""Questions among the day's cards: answered, told, graded, undone, by keyboard alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.collection import Collection
from db.quiz_rows import Answer
from db.rows import CardState, Grade
from decks.kinds import NoteKind
from decks.questions.responses import Certainty, SelfGrade
from qtapp.card_experiments import CardExperiments
from qtapp.card_questions import CardQuestions
from qtapp.cardtext.renderer import FormulaRenderer
from qtapp.commands import Command
from qtapp.laboratory import Laboratory
from qtapp.pages.review import ReviewPage
from qtapp.questions.bar import QuestionBar
from qtapp.questions.sheet import QuestionSheet
from qtapp.sessions.card_actions import CardActions
from qtapp.sessions.desk import Desk
from qtapp.sessions.review import ReviewSession
from qtapp.sessions.review_state import Phase
from qtapp.sessions.stopwatch import Stopwatch
from qtapp.theme import Theme
from qtapp.widgets.answer_bar import AnswerBar
from qtapp.widgets.key_button import KeyButton
from tests.db.quiz_maker import facts_of
from tests.qtapp.course import Clock
from tests.qtapp.pages.conftest import NO_KEYS, Table, join
from tests.qtapp.quizzes import chapter


def no_laboratory() -> Laboratory:
    raise AssertionError("nothing is to be trained here")


@pytest.fixture
def questions(
    qtbot: QtBot,
    theme: Theme,
    renderer: FormulaRenderer,
    collection: Collection,
    clock: Clock,
    tmp_path: Path,
) -> Iterator[tuple[Table, CardQuestions]]:
    """A review of the chapter of questions, each missed in a quiz two minutes ago."""
    collection.apply_import(chapter())
    for question in collection.quizzes.pool().questions:
        card = collection.card_view(question.card_id).card
        quizzes = collection.quizzes
        quizzes.grade_card(card, Answer(), SelfGrade.WRONG, clock(), duration_ms=1000)
        clock.pass_(seconds=1)
    clock.pass_(minutes=2)
    stopwatch = Stopwatch()
    desk = Desk(collection, now=clock)
    session = ReviewSession(desk, stopwatch=stopwatch)
    page = ReviewPage(theme, renderer)
    qtbot.addWidget(page)
    experiments = CardExperiments(desk, session, lambda: page, no_laboratory, theme, session)
    made = CardQuestions(
        *(session, stopwatch, lambda: page, theme, renderer, tmp_path, experiments, session)
    )
    actions = CardActions(session)
    join(page, session, actions)
    page.resize(1000, 700)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    page.setFocus()
    (top,) = (d for d in collection.quizzes.pool().decks if d.parent_id is None)
    session.start(top.id)
    QApplication.processEvents()
    yield Table(page, session, actions), made
    page.hide()


Questions = tuple[Table, CardQuestions]


def kind(made: CardQuestions) -> NoteKind | None:
    face = made.session.state.face
    return face.kind if face is not None else None


def right_letter(made: CardQuestions) -> Qt.Key:
    face = made.session.state.face
    assert face is not None
    return Qt.Key(Qt.Key.Key_A + face.shown.index(0))


def wrong_letter(made: CardQuestions) -> Qt.Key:
    face = made.session.state.face
    assert face is not None
    return Qt.Key(Qt.Key.Key_A + face.shown.index(1))


def test_a_question_takes_the_cards_place(questions: Questions) -> None:
    table, made = questions
    assert kind(made) is NoteKind.CHOICE
    assert table.part(QuestionSheet, "question-sheet").isVisible()
    answers = table.page.findChild(AnswerBar)
    assert answers is not None
    assert not answers.isVisible()


def test_space_tells_nothing_before_there_is_an_answer(questions: Questions) -> None:
    table, made = questions
    table.press(Qt.Key.Key_Space)
    table.press(Qt.Key.Key_3)  # picks the third option, and grades nothing
    assert table.session.state.phase is Phase.QUESTION
    assert not made.session.state.is_answered


@pytest.mark.parametrize(
    ("certainty", "grade"), [(Qt.Key.Key_F2, Grade.HARD), (Qt.Key.Key_F4, Grade.GOOD)]
)
def test_a_right_answer_is_good_and_a_right_guess_is_hard(
    questions: Questions, collection: Collection, clock: Clock, certainty: Qt.Key, grade: Grade
) -> None:
    table, made = questions
    card = table.session.card
    assert card is not None
    outcomes = collection.previews(card, clock())
    table.press(right_letter(made))
    table.press(certainty)
    table.press(Qt.Key.Key_Return)
    assert table.session.state.phase is Phase.ANSWER
    assert made.session.state.suggestion is SelfGrade.RIGHT
    table.press(Qt.Key.Key_Return)
    assert collection.card_view(card.id).card.memory == outcomes[grade].memory
    assert kind(made) is NoteKind.TRUTH


def test_a_wrong_answer_is_asked_again(questions: Questions, collection: Collection) -> None:
    table, made = questions
    card = table.session.card
    assert card is not None
    table.press(wrong_letter(made))
    table.press(Qt.Key.Key_Return)
    assert made.session.state.suggestion is SelfGrade.WRONG
    table.press(Qt.Key.Key_Return)
    assert collection.card_view(card.id).card.memory.state is CardState.LEARNING
    assert facts_of(collection, card.id).facility == 0


def test_the_learner_decides(questions: Questions, collection: Collection) -> None:
    table, made = questions
    card = table.session.card
    assert card is not None
    table.press(wrong_letter(made))
    table.press(Qt.Key.Key_Return)
    table.press(Qt.Key.Key_3)
    assert facts_of(collection, card.id).facility == 0.5  # missed once before


def test_each_grade_says_when_the_question_comes_back(
    questions: Questions, collection: Collection, clock: Clock
) -> None:
    table, made = questions
    table.press(right_letter(made))
    table.press(Qt.Key.Key_Return)
    wrong, right = (table.button(f"self-grade-{name}") for name in ("wrong", "right"))
    intervals = {choice.grade: choice.interval for choice in table.session.state.choices}
    assert wrong.detail == "1 min"  # FSRS' first learning step
    assert right.detail == "10 min"
    assert intervals[Grade.EASY] > intervals[Grade.GOOD]
    assert right.accessibleName().endswith("10 minute(s)")


def test_a_grade_is_undone_and_the_question_asked_anew(questions: Questions) -> None:
    table, made = questions
    table.press(right_letter(made))
    table.press(Qt.Key.Key_Return)
    table.press(Qt.Key.Key_Return)
    assert kind(made) is NoteKind.TRUTH
    table.session.undo()
    state = made.session.state
    assert (kind(made), state.response, state.is_answered) == (NoteKind.CHOICE, None, False)
    assert state.certainty is Certainty.LIKELY


def test_a_card_after_a_question_is_a_card_again(questions: Questions) -> None:
    table, made = questions
    for _ in range(5):
        made.session.answer_blank()
        if not made.session.state.is_answered:
            table.press(Qt.Key.Key_T)
            made.session.answer()
        made.session.grade(SelfGrade.RIGHT)
    assert kind(made) is None
    assert table.text("card-heading") == "La ReLU ?"
    assert table.button("reveal").isVisible()
    bar = table.page.findChild(QuestionBar)
    assert bar is not None
    assert not bar.isVisible()
    table.press(Qt.Key.Key_Space)
    assert table.session.state.phase is Phase.ANSWER


def test_letters_of_options_are_kept_from_the_menus(questions: Questions) -> None:
    """B would bury the card, were it not for the second option."""
    table, _ = questions
    for key, is_kept in ((Qt.Key.Key_B, True), (Qt.Key.Key_S, False)):
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.NoModifier)
        event.ignore()
        QApplication.sendEvent(table.page, event)
        assert event.isAccepted() is is_kept


def test_what_is_typed_is_not_taken_for_keys_of_the_page(questions: Questions) -> None:
    table, made = questions
    for _ in range(2):
        table.press(Qt.Key.Key_T if kind(made) is NoteKind.TRUTH else right_letter(made))
        table.press(Qt.Key.Key_Return)
        table.press(Qt.Key.Key_Return)
    assert kind(made) is NoteKind.NUMBER
    QTest.keyClicks(QApplication.focusWidget() or table.page, "4,2 Mo")
    table.press(Qt.Key.Key_Return)
    mark = made.session.state.mark
    assert mark is not None
    assert mark.score == 1


def test_a_flagged_question_keeps_its_answer(questions: Questions) -> None:
    table, made = questions
    table.press(right_letter(made))
    before = made.session.state.response
    table.ask(Command.FLAG_GREEN)
    face = table.session.state.face
    assert face is not None
    assert face.flag == 3
    assert made.session.state.response == before


def test_the_experiment_is_not_offered_where_there_is_none(questions: Questions) -> None:
    table, made = questions
    table.press(right_letter(made))
    table.press(Qt.Key.Key_Return)
    assert not table.part(KeyButton, "check-by-experiment").isVisible()


def test_the_key_of_the_experiment_is_kept_from_the_menus_once_it_is_offered(
    questions: Questions,
) -> None:
    """E edits the card, were it not for the experiment."""
    table, made = questions
    table.press(right_letter(made))
    table.press(Qt.Key.Key_Return)
    table.press(Qt.Key.Key_Return)
    assert kind(made) is NoteKind.TRUTH
    kept = []
    for _ in range(2):
        event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_E, NO_KEYS)
        event.ignore()
        QApplication.sendEvent(table.page, event)
        kept.append(event.isAccepted())
        table.press(Qt.Key.Key_T)
        table.press(Qt.Key.Key_Return)
    assert kept == [False, True]


def test_nothing_moves_below_the_question_when_it_is_told(questions: Questions) -> None:
    table, made = questions
    sheet = table.part(QuestionSheet, "question-sheet")
    before = sheet.geometry()
    table.press(right_letter(made))
    table.press(Qt.Key.Key_Return)
    QApplication.processEvents()
    assert sheet.geometry() == before
