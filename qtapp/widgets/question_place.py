"""Where a question lies on the Review page: its sheet in the card's place, its bar below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

if TYPE_CHECKING:  # late on purpose: a first card is rarely a question
    from qtapp.questions.bar import QuestionBar
    from qtapp.questions.sheet import QuestionSheet
    from qtapp.sessions.question_state import QuestionState

_LEFT_TO_THE_PAGE = (Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


class QuestionPlace(QObject):
    """Joins a `QuestionSheet` and its bar, once there are any, to the page.

    While a question is shown, its keys come before the page's, and before those of the menus.

    Signals:
        painted: The question is on the screen.
    """

    painted = Signal()

    def __init__(
        self, page: QWidget, stack: QStackedLayout, whole: QVBoxLayout, answers: QWidget
    ) -> None:
        """Lie on a page.

        Args:
            page: The Review page.
            stack: Holds the card's sheet, and this one's.
            whole: Holds the stack and what is below it.
            answers: What is below a card that is no question.
        """
        super().__init__(page)
        self._page, self._stack, self._whole, self._answers = page, stack, whole, answers
        self._sheet: QuestionSheet | None = None
        self._bar: QuestionBar | None = None
        self._state: QuestionState | None = None
        self._asked_serial = 0

    @property
    def is_shown(self) -> bool:
        """Whether the card shown is a question."""
        return self._state is not None and self._state.face is not None

    def carry(self, sheet: QuestionSheet, bar: QuestionBar) -> None:
        """Let questions be shown by these."""
        self._sheet, self._bar = sheet, bar
        self._stack.addWidget(sheet)
        self._whole.addWidget(bar)
        bar.hide()
        sheet.painted.connect(self.painted)
        self._page.installEventFilter(self)

    def show_question(self, state: QuestionState) -> None:
        """Draw the question shown; one that is shown anew gets the keyboard."""
        was_answered = self._state is not None and self._state.is_answered
        self._state = state
        if self._sheet is None or self._bar is None:
            return
        self._sheet.show_state(state)
        self._bar.show_state(state)
        self._place()
        if state.face is not None and (
            state.serial != self._asked_serial or was_answered is not state.is_answered
        ):
            self._asked_serial = state.serial
            field = None if state.is_answered else self._sheet.first_field()
            (field or self._page).setFocus(Qt.FocusReason.TabFocusReason)

    def _place(self) -> None:
        if self._sheet is None or self._bar is None:
            return
        self._bar.setVisible(self.is_shown)
        if self.is_shown:
            self._answers.hide()
            self._stack.setCurrentWidget(self._sheet)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys of a question, wherever on the page they were pressed."""
        if not isinstance(event, QKeyEvent) or not self.is_shown:
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            wanting = (part for part in (self._sheet, self._bar) if part is not None)
            if is_wanted := any(part.wants(event) for part in wanting):
                event.accept()
            return is_wanted
        return event.type() == QEvent.Type.KeyPress and self._take(event)

    def _take(self, event: QKeyEvent) -> bool:
        if self._sheet is None or self._bar is None or event.key() in _LEFT_TO_THE_PAGE:
            return False
        if self._sheet.take_key(event) or self._bar.take_key(event):
            return True
        return self._sheet.scroll_by_key(event.key()) or not event.modifiers()
