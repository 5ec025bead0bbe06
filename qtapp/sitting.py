"""One open collection on the learner's desk: joins the sessions to their pages.

Loaded in the background while the window is already shown (`qtapp.opening`).
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from db.errors import CollectionError
from db.media_folder import media_folder
from db.rows import DeckToday, Scope
from db.settings import StudySettings
from qtapp.background import Background
from qtapp.badge import DueBadge
from qtapp.card_experiments import CardExperiments
from qtapp.card_questions import CardQuestions
from qtapp.cardtext.formula_cache import FormulaCache
from qtapp.cardtext.renderer import FormulaRenderer
from qtapp.commands import Command
from qtapp.dialogs.opener import DialogOpener
from qtapp.dialogs.study import StudyDialogs
from qtapp.drawing_ahead import DrawingAhead
from qtapp.first_paint import FirstPaint
from qtapp.news import tell_news
from qtapp.notify import Notifier
from qtapp.opening import Opened
from qtapp.pages.review import ReviewPage
from qtapp.sessions.card_actions import CardActions
from qtapp.sessions.desk import Desk, Renewal
from qtapp.sessions.review import ReviewSession
from qtapp.sessions.stopwatch import Stopwatch
from qtapp.sessions.today import TodaySession
from qtapp.theme import Theme
from qtapp.widgets.sidebar import TODAY
from qtapp.window import MainWindow

if TYPE_CHECKING:
    from qtapp.laboratory import Laboratory
    from qtapp.pages.today import TodayPage

REVIEW = "review"
"""Key of the review's page."""

MOMENT_MS = 50


class Sitting(QObject):
    """What a learner does between opening a collection and closing it.

    Attributes:
        desk: The collection and the day's queue.
        today: Session of the Today page.
        review: Session of the Review page.
        actions: What the Card menu does.
        study: Its dialogs: edit, import, cards put aside.
        renderer: Draws the formulas of the cards.
        media: The folder of their images.
        experiments: Those that cards carry.
        questions: Those among the day's cards.
    """

    def __init__(
        self,
        opened: Opened,
        window: MainWindow,
        theme: Theme,
        notifier: Notifier,
        dialogs: DialogOpener,
        background: Background,
        *,
        now: Callable[[], datetime],
        cache: Path,
        laboratory: Callable[[], Laboratory],
    ) -> None:
        """Sit down at a collection.

        Args:
            opened: What the background thread opened.
            window: Gets the pages.
            theme: Of the app.
            notifier: Takes news and trouble.
            dialogs: Opens the app's own dialogs.
            background: Runs what takes long.
            now: The clock (UTC, aware).
            cache: The folder for what can be made again.
            laboratory: Gives what trains; made when first wanted.
        """
        super().__init__(window)
        self._window = window
        self._notifier = notifier
        self._dialogs = dialogs
        self._background = background
        self.desk = Desk(opened.collection, opened.queue, now=now, run=background.submit)
        self.today = TodaySession(self.desk, self)
        stopwatch = Stopwatch()
        self.review = ReviewSession(self.desk, self, stopwatch=stopwatch)
        self.actions = CardActions(self.review, self)
        self.renderer = FormulaRenderer(FormulaCache(cache / "formulas"), self)
        media = media_folder(opened.collection.path)
        self._theme, self.media = theme, media
        self.study = StudyDialogs(
            window,
            theme,
            self.renderer,
            notifier,
            background,
            desk=self.desk,
            review=self.review,
            actions=self.actions,
            media=media,
        )
        self.experiments = CardExperiments(
            self.desk, self.review, lambda: self.review_page, laboratory, theme, self
        )
        self.questions = CardQuestions(
            *(self.review, stopwatch, lambda: self.review_page, theme, self.renderer, media),
            *(self.experiments, self),
        )
        self._is_review_wanted = False
        self._moment = QTimer(self, singleShot=True, interval=MOMENT_MS)
        self._moment.timeout.connect(self._make_other_page)
        self._join_sessions()
        self._join_window()
        if opened.facts is not None:
            self.today.show(opened.facts)
        tell_news(notifier, opened)

    def begin(self, *, is_review_asked: bool) -> None:
        """Show the first page; the other is made a moment after it is on the screen."""
        if is_review_asked:
            self.start_review()
        else:
            self._show(self.today_page)
        FirstPaint(self._window.stack).done.connect(self._moment.start)

    @Slot()
    def _make_other_page(self) -> None:
        _ = self.today_page, self.review_page
        if self.today.state.facts is None:
            self.today.read()

    @cached_property
    def today_page(self) -> TodayPage:
        """Draws `today`; made when first wanted."""
        from qtapp.pages.today import TodayPage  # late on purpose: a first card does without

        page = TodayPage(self._theme)
        self._join_today(page)
        page.show_state(self.today.state)
        self._window.add_page(TODAY.key, page)
        return page

    @cached_property
    def review_page(self) -> ReviewPage:
        """Draws `review`; made when first wanted."""
        page = ReviewPage(self._theme, self.renderer, self.media)
        self._join_review(page)
        page.show_state(self.review.state)
        self._window.add_page(REVIEW, page)
        return page

    def _join_sessions(self) -> None:
        badge = DueBadge(self._window, self.desk, self)
        self.today.changed.connect(badge.count_today)
        self.today.trouble.connect(self._notifier.report)
        self.today.renewed.connect(self._tell_renewal_of_today)
        self.review.changed.connect(badge.count_review)
        self.review.trouble.connect(self._notifier.report)
        self.experiments.trouble.connect(self._notifier.report)
        DrawingAhead(self.review, self.renderer, self._background)

    def _join_today(self, page: TodayPage) -> None:
        session = self.today
        session.changed.connect(page.show_state)
        page.start_asked.connect(self.start_review)
        page.deck_asked.connect(self.start_deck)
        page.import_asked.connect(self._import_asked)
        page.woken.connect(session.wake)
        page.command_asked.connect(self._run_on_today)

    def _join_review(self, page: ReviewPage) -> None:
        session = self.review
        session.changed.connect(page.show_state)
        page.reveal_asked.connect(session.reveal)
        page.grade_asked.connect(session.grade)
        page.good_asked.connect(session.grade_good)
        page.retry_asked.connect(session.proceed)
        page.back_asked.connect(self.show_today)
        page.continue_asked.connect(self.start_review)
        page.command_asked.connect(self.actions.run)
        page.question_painted.connect(session.question_painted)
        page.question_painted.connect(self.experiments.meet_first)
        page.attention_changed.connect(session.attend)
        page.drawn.connect(self._follow_review)

    def _join_window(self) -> None:
        self._window.place_asked.connect(self._go_to)
        self._window.activated.connect(self.review.wake)
        self._window.page_changed.connect(self.experiments.rest)
        self._window.page_changed.connect(self.questions.rest)
        self._window.import_asked.connect(self.study.import_files)
        self._window.aside_asked.connect(self.study.show_aside)
        self.study.cards_changed.connect(self.renew)
        self._window.set_collection_open(True)
        self._dialogs.study_changed.connect(self.save_settings)
        self._dialogs.study = self.desk.collection.settings()

    @Slot()
    def start_review(self) -> None:
        """Review what is due, of all decks."""
        self._begin(None, "")

    @Slot(object)
    def start_deck(self, row: DeckToday) -> None:
        """Review what is due of one deck and its children, or of a tag."""
        self._begin(row.scope, row.deck.title)

    def _begin(self, deck_id: Scope, scope: str) -> None:
        self.today.rest()
        _ = self.review_page
        self.review.start(deck_id, scope=scope)
        self._show_review()

    def _show_review(self) -> None:
        """Show the review once there is something to see; until then all stays as it is."""
        self._is_review_wanted = True
        self._follow_review()

    @Slot()
    def _follow_review(self) -> None:
        if self._is_review_wanted and self.review_page.is_settled:
            self._show(self.review_page)

    @Slot()
    def show_today(self) -> None:
        """Back to what is due, as it is now."""
        self.today.refresh()
        self._show(self.today_page)

    def _show(self, page: TodayPage | ReviewPage) -> None:
        self._is_review_wanted = False
        self._window.show_page(REVIEW if isinstance(page, ReviewPage) else TODAY.key)
        self._window.sidebar.set_current(TODAY.key)  # a quiz can lead to its cards

    @Slot()
    def renew(self) -> None:
        """Cards or settings were changed elsewhere: read everything again."""
        self.review.renew()
        self.today.read()

    @Slot(object)
    def save_settings(self, settings: StudySettings) -> None:
        """Study so from now on."""
        zone = self.desk.collection.settings().time_zone
        try:
            self.desk.collection.save_settings(settings)
        except CollectionError as error:
            self._notifier.report(error)
            return
        self._dialogs.study = settings
        self.renew()
        if settings.time_zone != zone:
            self.study.tell_renewal(Renewal.OTHER_CLOCK)

    @Slot(object)
    def _tell_renewal_of_today(self, why: Renewal) -> None:
        """A new day is told by the page itself."""
        if why is Renewal.OTHER_CLOCK:
            self.study.tell_renewal(why)

    def close(self) -> None:
        """The last of it: every review was saved when it was made."""
        self._moment.stop()
        self.today.rest()
        self.renderer.close()
        self.desk.collection.close()

    @Slot()
    def _import_asked(self) -> None:
        self.study.import_files(())

    @Slot(str)
    def _go_to(self, key: str) -> None:
        if key == TODAY.key:
            self.show_today()

    @Slot(object)
    def _run_on_today(self, command: Command) -> None:
        """What is taken back from Today is seen where it was done."""
        self.actions.run(command)
        self._show_review()
