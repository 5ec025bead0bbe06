"""Questions among the day's cards: joins the review to a question's sheet, once one comes."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from decks.kinds import NoteKind
from decks.questions.responses import SelfGrade
from qtapp import formats
from qtapp.cardtext.renderer import FormulaRenderer
from qtapp.sessions.review import ReviewSession
from qtapp.sessions.review_state import ReviewState
from qtapp.sessions.stopwatch import Stopwatch

if TYPE_CHECKING:
    from pathlib import Path

    from qtapp.card_experiments import CardExperiments
    from qtapp.pages.review import ReviewPage
    from qtapp.question_experiment import QuestionExperiment
    from qtapp.questions.bar import QuestionBar
    from qtapp.questions.sheet import QuestionSheet
    from qtapp.sessions.question_review import QuestionReview
    from qtapp.theme import Theme

_NO_INTERVAL = "–"
"""Keeps the place of the intervals that come with the answer: the buttons do not grow."""


class CardQuestions(QObject):
    """Follows the review from card to card.

    Args:
        review: Tells which card is shown, and grades it.
        stopwatch: Of the review.
        page: Shows it.
        theme: Of the app.
        renderer: Draws formulas.
        media: The folder of the cards' images.
        experiments: Those of cards, which know where they run and are kept.
        parent: Of the object.
    """

    def __init__(
        self,
        review: ReviewSession,
        stopwatch: Stopwatch,
        page: Callable[[], ReviewPage],
        theme: Theme,
        renderer: FormulaRenderer,
        media: Path,
        experiments: CardExperiments,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._review, self._stopwatch = review, stopwatch
        self._page, self._theme = page, theme
        self._renderer, self._media = renderer, media
        self._experiments = experiments
        self._is_made = False
        review.changed.connect(self._follow)

    @cached_property
    def session(self) -> QuestionReview:
        """What may be done; made, with all that belongs to it, for the first question."""
        from qtapp.questions.bar import QuestionBar  # late on purpose: a first card is rarely one
        from qtapp.questions.means import Means
        from qtapp.questions.sheet import QuestionSheet
        from qtapp.sessions.question_review import QuestionReview

        session = QuestionReview(self._review, self._stopwatch, self)
        sheet = QuestionSheet(Means(self._theme, self._renderer, self._media))
        self._sheet = sheet
        bar = self._bar = QuestionBar(self._theme)
        place = self._page().question
        place.carry(sheet, bar)
        session.changed.connect(place.show_question)
        sheet.responded.connect(session.respond)
        bar.certainty_chosen.connect(session.be)
        bar.answer_asked.connect(session.answer)
        bar.blank_asked.connect(session.answer_blank)
        bar.grade_asked.connect(session.grade)
        bar.experiment_asked.connect(self._check)
        self._is_made = True
        return session

    @cached_property
    def experiment(self) -> QuestionExperiment:
        """Runs what settles a question; made when first wanted."""
        from qtapp.question_experiment import QuestionExperiment  # late: few ask for it

        cards = self._experiments
        made = QuestionExperiment(self._sheet, self._theme, cards.laboratory(), cards.memory, self)
        self.session.changed.connect(made.follow)
        return made

    @Slot()
    def _check(self) -> None:
        if (card := self._review.card) is not None:
            self.experiment.check(self.session.state, card.id)

    @Slot()
    def rest(self) -> None:
        """The window shows another page: nothing trains unseen."""
        if "experiment" in vars(self) and not self._page().isVisible():
            self.experiment.rest()

    _bar: QuestionBar
    _sheet: QuestionSheet

    @Slot(object)
    def _follow(self, state: ReviewState) -> None:
        if not self._is_made and not self._is_question(state):
            return
        self.session.follow(state)
        self._name_intervals(state)

    def _is_question(self, state: ReviewState) -> bool:
        note = self._review.note() if state.face is not None else None
        return note is not None and NoteKind(note.kind).is_question

    def _name_intervals(self, state: ReviewState) -> None:
        """Each grade says when the card would come back."""
        intervals = {choice.grade: choice.interval for choice in state.choices}
        for grade in SelfGrade:
            interval = intervals.get(self.session.card_grade(grade))
            if interval is None:
                self._bar.tell_interval(grade, _NO_INTERVAL, "")
            else:
                words = formats.interval(interval), formats.spoken_interval(interval)
                self._bar.tell_interval(grade, *words)
