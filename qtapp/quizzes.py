"""Quizzes in the window: joins the sessions to their pages.

Nothing of it is loaded before the learner goes there, or a quiz was left open.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from random import SystemRandom
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog

from db.errors import CollectionError
from qtapp.notify import Notifier
from qtapp.pages.quiz import QuizPage
from qtapp.pages.quiz_overview import QuizOverviewPage
from qtapp.pages.quiz_past import PastQuizzesPage
from qtapp.pages.quiz_setup import QuizSetupPage
from qtapp.questions.means import Means
from qtapp.sessions.desk import Desk
from qtapp.sessions.question_state import QuestionState
from qtapp.sessions.quiz import QuizSession
from qtapp.sessions.quiz_past import PastQuizzes
from qtapp.sessions.quiz_setup import QuizSetup
from qtapp.sessions.quiz_state import QuizOrder, QuizPhase, QuizState
from qtapp.sessions.related import Related, related_cards
from qtapp.widgets.sidebar import QUIZ
from qtapp.window import MainWindow

if TYPE_CHECKING:
    from qtapp.laboratory import Laboratory
    from qtapp.question_experiment import QuestionExperiment
    from qtapp.sessions.experiment_memory import ExperimentMemory

SETUP, QUESTION, OVERVIEW, PAST = QUIZ.key, "quiz-question", "quiz-overview", "quiz-past"
PLACES = (SETUP, QUESTION, OVERVIEW, PAST)
_ONE_QUESTION = (QuizPhase.TAKING, QuizPhase.REVIEW)
_MOST_SEEDS = 2**31


@dataclass(frozen=True, slots=True)
class Around:
    """What quizzes need of the rest of the app.

    Attributes:
        window: Gets the pages.
        notifier: Takes news and trouble.
        means: To draw with.
        desk: Holds the collection and the day's queue.
        renew: Reads the cards again, which quizzes have graded.
        start_review: Shows the review.
        laboratory: Gives what trains; made when first wanted.
        memory: Keeps predictions and runs; likewise.
    """

    window: MainWindow
    notifier: Notifier
    means: Means
    desk: Desk
    renew: Callable[[], None]
    start_review: Callable[[], None]
    laboratory: Callable[[], Laboratory]
    memory: Callable[[], ExperimentMemory]


class Quizzes(QObject):
    """Where quizzes are chosen, taken and looked at again.

    Attributes:
        setup: What may be chosen.
        session: What may be done in a quiz.
        past: Those taken before.
    """

    def __init__(self, around: Around) -> None:
        super().__init__(around.window)
        self._around = around
        self._has_news = False
        self.setup = QuizSetup(around.desk, self, new_seed=_new_seed)
        self.session = QuizSession(around.desk, self)
        self.past = PastQuizzes(around.desk, self)
        for session in (self.setup, self.session, self.past):
            session.trouble.connect(around.notifier.report)
        self.past.exported.connect(self._tell_exported)
        self.setup.ordered.connect(self._begin)
        self.session.changed.connect(self._follow)
        self.session.cards_changed.connect(self._note_news)
        self.session.upcoming.connect(around.means.renderer.prepare)
        around.window.page_changed.connect(self._follow_window)
        around.window.closing.connect(self.session.save)

    # The pages, each made when first wanted

    @cached_property
    def setup_page(self) -> QuizSetupPage:
        """Draws `setup`."""
        page, setup = QuizSetupPage(self._around.means.theme), self.setup
        setup.changed.connect(page.show_state)
        page.deck_picked.connect(setup.toggle_deck)
        page.tag_picked.connect(setup.toggle_tag)
        page.kind_picked.connect(setup.toggle_kind)
        page.which_picked.connect(setup.choose_which)
        page.mode_picked.connect(setup.choose_mode)
        page.number_chosen.connect(setup.choose_number)
        page.minutes_chosen.connect(setup.choose_minutes)
        page.start_asked.connect(setup.order)
        page.resume_asked.connect(self.resume)
        page.abandon_asked.connect(self._abandon)
        page.past_asked.connect(self.show_past)
        self._around.window.add_page(SETUP, page)
        return page

    @cached_property
    def question_page(self) -> QuizPage:
        """Draws `session`, one question."""
        page, session = QuizPage(self._around.means), self.session
        session.ticked.connect(page.show_time)
        page.responded.connect(session.respond)
        page.certainty_chosen.connect(session.be)
        page.answer_asked.connect(session.answer)
        page.blank_asked.connect(session.answer_blank)
        page.grade_asked.connect(session.grade)
        page.next_asked.connect(session.next)
        page.back_asked.connect(session.back)
        page.flag_asked.connect(session.flag)
        page.overview_asked.connect(session.look_over)
        page.leave_asked.connect(self.leave)
        page.attention_changed.connect(session.attend)
        page.experiment_asked.connect(self._check)
        self._around.window.add_page(QUESTION, page)
        return page

    @cached_property
    def overview_page(self) -> QuizOverviewPage:
        """Draws `session`, all questions."""
        page, session = QuizOverviewPage(self._around.means.theme), self.session
        session.ticked.connect(page.show_time)
        page.place_asked.connect(session.go_to_place)
        page.finish_asked.connect(session.finish)
        page.related_asked.connect(self._review_related)
        page.leave_asked.connect(self._leave_overview)
        self._around.window.add_page(OVERVIEW, page)
        return page

    @cached_property
    def past_page(self) -> PastQuizzesPage:
        """Draws `past`."""
        page = PastQuizzesPage(self._around.means.theme)
        self.past.changed.connect(page.show_state)
        page.grouping_picked.connect(self.past.group_by)
        page.open_asked.connect(self.session.review)
        page.export_asked.connect(self._export)
        page.back_asked.connect(self.show)
        self._around.window.add_page(PAST, page)
        return page

    @cached_property
    def experiment(self) -> QuestionExperiment:
        """Runs what settles a question."""
        from qtapp.question_experiment import QuestionExperiment  # late: few ask for it

        around, sheet = self._around, self.question_page.sheet
        theme = around.means.theme
        return QuestionExperiment(sheet, theme, around.laboratory(), around.memory(), self)

    @Slot()
    def _check(self) -> None:
        state = self.session.state
        self.experiment.check(state.question, state.given.card_id)

    # Going there and away

    @Slot()
    def show(self) -> None:
        """Go to quizzes: to the one that is open on the screen, or to choose one."""
        if self.session.state.phase is QuizPhase.IDLE:
            _ = self.setup_page
            self.setup.read()
            self._around.window.show_page(SETUP)
        else:
            self._follow(self.session.state)

    @Slot()
    def show_past(self) -> None:
        """Go to the quizzes taken before, as they are now."""
        _ = self.past_page
        self.past.read()
        self._around.window.show_page(PAST)

    @Slot()
    def resume(self) -> None:
        """Go on with the quiz that was left open."""
        self.session.resume()

    @Slot(object)
    def _begin(self, order: QuizOrder) -> None:
        """Begin, unless a quiz waits of which the page, read in the background, knows nothing."""
        if not self.session.resume():
            self.session.start(order)

    @Slot()
    def _abandon(self) -> None:
        if self.session.resume():
            self.session.abandon()
            self.show()

    @Slot()
    def leave(self) -> None:
        """Back to the choice of a quiz; an open one waits."""
        self.session.leave()
        self.show()

    @Slot()
    def _leave_overview(self) -> None:
        state = self.session.state
        self.leave() if state.is_over else self.session.go_to_place(state.place)

    @Slot(object)
    def _follow(self, state: QuizState) -> None:
        """Draw what the session says, on the page that is for it."""
        if "experiment" in vars(self):
            shows_question = state.phase in _ONE_QUESTION
            self.experiment.follow(state.question if shows_question else QuestionState())
        if state.phase in _ONE_QUESTION:
            self.question_page.show_state(state)
            self._go_to(QUESTION)
        elif state.phase is not QuizPhase.IDLE:
            self.overview_page.show_related(self._related(state))
            self.overview_page.show_state(state)
            self._go_to(OVERVIEW)

    def _go_to(self, key: str) -> None:
        """Show a page; one that is shown keeps the keyboard where it is."""
        if self._around.window.page_key != key:
            self._around.window.show_page(key)

    @Slot(str)
    def _follow_window(self, key: str) -> None:
        """Whoever leaves in mid-quiz finds it again; the cards graded are read anew."""
        if key in PLACES:
            self._around.window.sidebar.set_current(SETUP)
            return
        self.session.save()
        if "experiment" in vars(self):
            self.experiment.rest()
        if self._has_news:
            self._has_news = False
            self._around.desk.history.clear()
            self._around.renew()

    @Slot()
    def _note_news(self) -> None:
        self._has_news = True

    @Slot()
    def _export(self) -> None:
        window, name = self._around.window, self.tr("quiz-answers.csv")
        path, _ = QFileDialog.getSaveFileName(window, self.tr("Export the answers"), name)
        if path:
            self.past.export(Path(path))

    @Slot(str, int)
    def _tell_exported(self, path: str, count: int) -> None:
        text = self.tr("%n answer(s) are in %1.", "", count)
        self._around.notifier.info(text.replace("%1", path))

    # What was not known

    def _related(self, state: QuizState) -> Related:
        try:
            return related_cards(self._around.desk.collection, state)
        except CollectionError as error:
            self._around.notifier.report(error)
            return Related()

    @Slot()
    def _review_related(self) -> None:
        desk = self._around.desk
        related = self._related(self.session.state)
        self.session.leave()
        self._has_news = False
        desk.history.clear()
        self._around.renew()
        desk.offer(related.cards)
        self._around.start_review()


def _new_seed() -> int:
    return SystemRandom().randrange(_MOST_SEEDS)
