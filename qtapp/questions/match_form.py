"""Left sides, and for each the right side that belongs to it, chosen from a list."""

from __future__ import annotations

import sys

from PySide6.QtCore import QSignalBlocker, Qt, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from decks.questions.bodies import Match
from decks.questions.responses import Matched
from qtapp.cardtext.one_line import one_line
from qtapp.cardtext.view import CardText
from qtapp.questions.form import Form
from qtapp.questions.means import Means
from qtapp.questions.verdict_line import VerdictLine
from qtapp.questions.words import Verdict, answer_word, letter
from qtapp.sessions.question_state import QuestionFace, QuestionState
from qtapp.widgets.long_combo import LongCombo

_NOTHING = "—"
_NARROW = 420
_ROWS = 3
"""Of the grid, for a pair."""
_LAST_FUNCTION_KEY = Qt.Key.Key_F12


class _SideCombo(LongCombo):
    """The wheel scrolls the page and function keys are the page's: neither changes an answer."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if Qt.Key.Key_F1 <= event.key() <= _LAST_FUNCTION_KEY:
            event.ignore()
        else:
            super().keyPressEvent(event)


class MatchForm(Form):
    """A letter chooses in the list that has the focus; Tab goes on to the next."""

    def __init__(self, means: Means) -> None:
        super().__init__(means)
        self._lefts: list[CardText] = []
        self._combos: list[_SideCombo] = []
        self._verdicts: list[VerdictLine] = []
        self._is_narrow = False
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)

    @property
    def _body(self) -> Match:
        face = self._state.face
        return face.body if face is not None and isinstance(face.body, Match) else Match(())

    @property
    def _rights(self) -> tuple[str, ...]:
        return (*(right for _, right in self._body.pairs), *self._body.strays)

    def ask(self, face: QuestionFace) -> None:
        """Nothing is chosen yet."""
        self._state = QuestionState(face=face)
        px = self._means.theme.px
        self._grid.setHorizontalSpacing(px(14))
        self._grid.setVerticalSpacing(px(8))
        while len(self._combos) < len(self._body.pairs):
            self._add_row()
        items = [one_line(self._rights[position]) for position in face.shown]
        lettered = [f"{letter(n)} · {text}" for n, text in enumerate(items)]
        for place, combo in enumerate(self._combos):
            is_used = place < len(self._body.pairs)
            combo.setVisible(is_used)
            self._verdicts[place].tell(None)
            left = self._body.pairs[place][0] if is_used else ""
            self._means.put(self._lefts[place], left, self._means.text_style, face.note_uid)
            with QSignalBlocker(combo):
                combo.clear()
                combo.addItems([_NOTHING, *lettered])
        self.retranslate()

    def _add_row(self) -> None:
        place = len(self._combos)
        left, combo = self._means.text("left-side"), _SideCombo()
        left.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        verdict = VerdictLine(self._means.theme, f"match-{place + 1}-verdict")
        combo.setObjectName(f"match-{place + 1}")
        combo.currentIndexChanged.connect(self._tell)
        self._lefts.append(left)
        self._combos.append(combo)
        self._verdicts.append(verdict)
        self._place(place)

    def _place(self, place: int) -> None:
        """A list beside what it goes with, or below it where there is little room."""
        left, combo, verdict = self._lefts[place], self._combos[place], self._verdicts[place]
        row = _ROWS * place
        if self._is_narrow:
            self._grid.addWidget(left, row, 0, 1, 2)
            self._grid.addWidget(combo, row + 1, 0, 1, 2)
            self._grid.addWidget(verdict, row + 2, 0, 1, 2)
        else:
            self._grid.addWidget(left, row, 0, Qt.AlignmentFlag.AlignVCenter)
            self._grid.addWidget(combo, row, 1)
            self._grid.addWidget(verdict, row + 1, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More room, or less."""
        super().resizeEvent(event)
        is_narrow = self.width() < self._means.theme.px(_NARROW)
        if is_narrow is not self._is_narrow:
            self._is_narrow = is_narrow
            for place in range(len(self._combos)):
                self._place(place)

    def show_state(self, state: QuestionState) -> None:
        """Show what is chosen; once the answer stands, which pairs are right."""
        self._state = state
        face = state.face
        if face is None:
            return
        count = len(self._body.pairs)
        chosen = state.response.rights if isinstance(state.response, Matched) else (None,) * count
        for place, right in enumerate(chosen):
            index = 0 if right is None else face.shown.index(right) + 1
            with QSignalBlocker(self._combos[place]):
                self._combos[place].setCurrentIndex(index)
            self._combos[place].setEnabled(not state.is_answered)
            self._tell_verdict(place, right, face)

    def _tell_verdict(self, place: int, right: int | None, face: QuestionFace) -> None:
        if not self._state.is_answered:
            self._verdicts[place].tell(None)
        elif right == place:
            self._verdicts[place].tell(Verdict.RIGHT, answer_word(Verdict.RIGHT))
        else:
            wanted = f"{letter(face.shown.index(place))} · {one_line(self._rights[place])}"
            self._verdicts[place].tell(Verdict.WRONG, answer_word(Verdict.WRONG), wanted)

    # Answering

    @Slot()
    def _tell(self) -> None:
        face = self._state.face
        if face is None or self._state.is_answered:
            return
        indexes = [combo.currentIndex() for combo in self._combos[: len(self._body.pairs)]]
        rights = tuple(face.shown[index - 1] if index > 0 else None for index in indexes)
        nothing = all(right is None for right in rights)
        self.responded.emit(None if nothing else Matched(rights))

    def first_field(self) -> QWidget | None:
        """The first list."""
        return self._combos[0] if self._combos else None

    def retranslate(self) -> None:
        """Speak the language of now."""
        for place, (left, _) in enumerate(self._body.pairs):
            name = self.tr("What goes with: %1").replace("%1", one_line(left))
            self._combos[place].setAccessibleName(name)
            if sys.platform == "linux":  # Qt names a list by what is chosen in it, there alone
                self._combos[place].setAccessibleDescription(name)
        self.show_state(self._state)
