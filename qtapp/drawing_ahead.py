"""Formulas of the cards to come are drawn while the learner looks at this one."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Slot

from qtapp.background import Background, Task
from qtapp.cardtext.renderer import FormulaRenderer
from qtapp.sessions.review import ReviewSession


class DrawingAhead(QObject):
    """Hands a review's next texts to what draws formulas.

    The first time, Markdown is loaded in the other thread before: a plain first card needs none.
    """

    def __init__(
        self, review: ReviewSession, renderer: FormulaRenderer, background: Background
    ) -> None:
        super().__init__(review)
        self._review = review
        self._renderer = renderer
        self._background = background
        review.upcoming.connect(self._draw_first)

    @Slot(object)
    def _draw_first(self, texts: tuple[str, ...]) -> None:
        self._review.upcoming.disconnect(self._draw_first)
        self._review.upcoming.connect(self._renderer.prepare)
        task = Task(partial(_with_markdown, texts))
        task.succeeded.connect(self._renderer.prepare)
        self._background.submit(task)


def _with_markdown(texts: tuple[str, ...]) -> tuple[str, ...]:
    """The same texts: whoever reads them next has not to wait for Markdown to be loaded."""
    import decks.markdown  # noqa: F401 - late on purpose: a plain card is shown without

    return texts
