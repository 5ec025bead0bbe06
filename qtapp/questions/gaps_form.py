"""A text with gaps: it fills as one types into the fields below it."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from decks.escape import escape_line
from decks.faces import HIDDEN, SHOWN
from decks.questions.bodies import Gaps
from decks.questions.responses import Filled
from qtapp.questions.form import Form
from qtapp.questions.means import Means
from qtapp.questions.verdict_line import VerdictLine
from qtapp.questions.words import Verdict, answer_word
from qtapp.sessions.question_state import QuestionFace, QuestionState
from qtapp.theme import set_role
from qtapp.tokens import Role

_WIDTH = 300


class GapsForm(Form):
    """Numbered gaps, a field for each; Enter and Tab go on to the next."""

    def __init__(self, means: Means) -> None:
        super().__init__(means)
        self._text = means.text("gaps-text")
        self._numbers: list[QLabel] = []
        self._fields: list[QLineEdit] = []
        self._verdicts: list[VerdictLine] = []
        self._grid = QGridLayout()
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(2, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._text)
        column.addLayout(self._grid)

    @property
    def _body(self) -> Gaps:
        face = self._state.face
        return face.body if face is not None and isinstance(face.body, Gaps) else Gaps(("",), ())

    def ask(self, face: QuestionFace) -> None:
        """Empty gaps."""
        self._state = QuestionState(face=face)
        count = len(self._body.gaps)
        while len(self._fields) < count:
            self._add_row()
        for place, field in enumerate(self._fields):
            for part in (field, self._numbers[place]):
                part.setVisible(place < count)
            self._verdicts[place].tell(None)
            field.setMaximumWidth(self._means.theme.px(_WIDTH))
            with QSignalBlocker(field):
                field.clear()
        self.retranslate()

    def _add_row(self) -> None:
        place = len(self._fields)
        number, field = QLabel(f"({place + 1})"), QLineEdit()
        verdict = VerdictLine(self._means.theme, f"gap-{place + 1}-verdict")
        field.setObjectName(f"gap-{place + 1}")
        set_role(number, Role.MUTED)
        field.textChanged.connect(self._tell)
        for column, part in enumerate((number, field, verdict)):
            self._grid.addWidget(part, place, column)
        self._numbers.append(number)
        self._fields.append(field)
        self._verdicts.append(verdict)

    def show_state(self, state: QuestionState) -> None:
        """Show the text as it is filled; once the answer stands, as it should be."""
        self._state = state
        if state.face is None:
            return
        typed = self._typed(state)
        for field, text in zip(self._fields, typed, strict=False):
            field.setReadOnly(state.is_answered)
            if field.text() != text:
                with QSignalBlocker(field):
                    field.setText(text)
        text = _filled(self._body, typed, is_told=state.is_answered)
        self._means.put(self._text, text, self._means.text_style, state.face.note_uid)
        self._tell_verdicts(state)

    def _typed(self, state: QuestionState) -> tuple[str, ...]:
        if isinstance(state.response, Filled):
            return state.response.texts
        return ("",) * len(self._body.gaps)

    def _tell_verdicts(self, state: QuestionState) -> None:
        parts = state.mark.parts if state.is_answered and state.mark is not None else ()
        for place, gap in enumerate(self._body.gaps):
            if place >= len(parts):
                self._verdicts[place].tell(None)
                continue
            verdict = Verdict.RIGHT if parts[place] else Verdict.WRONG
            others = gap.answers[1:] if parts[place] else gap.answers
            self._verdicts[place].tell(verdict, answer_word(verdict), ", ".join(others))

    # Answering

    @Slot()
    def _tell(self) -> None:
        texts = tuple(field.text() for field in self._fields[: len(self._body.gaps)])
        self.responded.emit(Filled(texts) if any(text.strip() for text in texts) else None)

    def take_key(self, event: QKeyEvent) -> bool:
        """Enter goes on to the next gap, until there is none."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if not is_enter or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        fields = self._fields[: len(self._body.gaps)]
        at = next((n for n, field in enumerate(fields) if field.hasFocus()), len(fields))
        if self._state.is_answered or at + 1 >= len(fields):
            return False
        fields[at + 1].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def first_field(self) -> QWidget | None:
        """The first gap."""
        return self._fields[0] if self._fields else None

    def retranslate(self) -> None:
        """Speak the language of now."""
        self._text.setAccessibleName(self.tr("Text with gaps"))
        for place, gap in enumerate(self._body.gaps):
            name = self.tr("Gap %1").replace("%1", str(place + 1))
            self._fields[place].setPlaceholderText(gap.hint)
            self._fields[place].setAccessibleName(f"{name} ({gap.hint})" if gap.hint else name)
        self.show_state(self._state)


def _filled(body: Gaps, typed: tuple[str, ...], *, is_told: bool) -> str:
    """The text with what was typed, or with what is right, in the gaps (Markdown)."""
    pieces = [body.texts[0]]
    for place, gap in enumerate(body.gaps):
        if is_told:
            pieces.append(f"[{escape_line(gap.answers[0])}]({SHOWN})")
        else:
            text = " ".join(typed[place].split())
            pieces.append(f"[({place + 1}) {escape_line(text) or '…'}]({HIDDEN})")
        pieces.append(body.texts[place + 1])
    return "".join(pieces)
