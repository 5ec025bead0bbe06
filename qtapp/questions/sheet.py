"""The sheet of a question: what is asked, where it is answered, what is told afterwards.

The question stays where it was when all that is told appears: it appears below, or inside the
options.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QVBoxLayout, QWidget

from decks.kinds import NoteKind
from qtapp.questions.choice_form import ChoiceForm
from qtapp.questions.form import Form
from qtapp.questions.gaps_form import GapsForm
from qtapp.questions.held import held
from qtapp.questions.match_form import MatchForm
from qtapp.questions.means import Means
from qtapp.questions.open_form import OpenForm
from qtapp.questions.order_form import OrderForm
from qtapp.questions.truth_form import TruthForm
from qtapp.questions.typed_form import TypedForm
from qtapp.questions.words import kind_hint
from qtapp.sessions.question_state import QuestionFace, QuestionState
from qtapp.theme import set_role
from qtapp.tokens import Role
from qtapp.widgets.quiet_scroll import BAR_WIDTH, QuietScrollArea

if TYPE_CHECKING:  # late on purpose: few questions are checked by an experiment
    from qtapp.widgets.experiment_frame import ExperimentFrame

FORMS: dict[NoteKind, type[Form]] = {
    NoteKind.CHOICE: ChoiceForm,
    NoteKind.CHOICES: ChoiceForm,
    NoteKind.TRUTH: TruthForm,
    NoteKind.NUMBER: TypedForm,
    NoteKind.SHORT: TypedForm,
    NoteKind.GAPS: GapsForm,
    NoteKind.ORDER: OrderForm,
    NoteKind.MATCH: MatchForm,
    NoteKind.OPEN: OpenForm,
}


class _Area(QuietScrollArea):
    """Arrows belong to the form inside of it."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()


class QuestionSheet(QFrame):
    """Draws a `QuestionState`; forms are made when first wanted, and used again.

    Signals:
        responded: The `Response` so far, or None.
        painted: What was shown last is on the screen.
    """

    responded = Signal(object)
    painted = Signal()

    def __init__(self, means: Means, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._means = means
        self._state = QuestionState()
        self._forms: dict[type[Form], Form] = {}
        self._form: Form | None = None
        self._frame: ExperimentFrame | None = None
        self.setObjectName("question-sheet")
        set_role(self, Role.CARD)
        self._hint, self._source = QLabel(), QLabel()
        self._heading, self._prompt = means.text("question-heading"), means.text("question-prompt")
        self._explanation = means.text("question-explanation")
        self._rule = QFrame()
        self._lay_out()
        self._name_texts()
        means.theme.changed.connect(self._take_theme)
        self._take_margins()

    def _lay_out(self) -> None:
        set_role(self._hint, Role.SMALL)
        set_role(self._source, Role.SMALL)
        set_role(self._rule, Role.RULE)
        self._source.setWordWrap(True)
        self._source.setObjectName("question-source")
        self._hint.setObjectName("question-hint")
        self._area = _Area(self._means.theme, self)
        content, place = QWidget(), QWidget()
        self._place = QVBoxLayout(place)
        self._place.setContentsMargins(0, 0, 0, 0)
        self._column = QVBoxLayout(content)
        for part in (
            *(self._hint, self._heading, self._prompt, place),
            *(self._rule, self._explanation, self._source),
        ):
            self._column.addWidget(part)
        self._column.addStretch(1)
        self._area.setWidget(content)
        around = QVBoxLayout(self)
        around.setContentsMargins(1, 10, 3, 10)
        around.addWidget(self._area)

    def carry(self, frame: ExperimentFrame) -> None:
        """Let an experiment lie below all that is told; its keys are the question's too."""
        self._frame = frame
        self._column.insertWidget(self._column.count() - 1, frame)

    def show_below(self, widget: QWidget) -> None:
        """Scroll to something carried, once it is laid out."""
        QTimer.singleShot(0, widget, partial(self._area.ensureWidgetVisible, widget))

    # Drawing

    def show_state(self, state: QuestionState) -> None:
        """Draw a state; the same showing keeps its place in the scroll area."""
        before, self._state = self._state, state
        if state.face is None:
            return
        is_other = before.serial != state.serial or before.face != state.face
        self.setUpdatesEnabled(False)
        with held(self._column):
            if is_other:
                self._ask(state.face)
            if self._form is not None:
                self._form.show_state(state)
            self._tell(state.face)
            self._lay_out_form()
        QApplication.sendEvent(self._area, QEvent(QEvent.Type.LayoutRequest))  # now, not later
        if before.serial != state.serial:
            self._area.verticalScrollBar().setValue(0)
        self.setUpdatesEnabled(True)

    def _lay_out_form(self) -> None:
        inner = self._form.layout() if self._form is not None else None
        for layout in (inner, self._place):
            if layout is not None:
                layout.activate()

    def _ask(self, face: QuestionFace) -> None:
        kind = FORMS[face.kind]
        if kind not in self._forms:
            form = self._forms[kind] = kind(self._means)
            form.responded.connect(self.responded)
            self._place.addWidget(form)
        for other, form in self._forms.items():
            form.setVisible(other is kind)
        self._form = self._forms[kind]
        self._hint.setText(kind_hint(face.kind))
        means = self._means
        means.put(self._heading, face.heading, means.heading_style, face.note_uid)
        means.put(self._prompt, face.prompt, means.text_style, face.note_uid)
        means.prepare(self._explanation, face.explanation, means.text_style, face.note_uid)
        self._form.ask(face)

    def _tell(self, face: QuestionFace) -> None:
        is_told = self._state.is_answered
        explanation = face.explanation if is_told else ""
        self._means.put(self._explanation, explanation, self._means.text_style, face.note_uid)
        self._source.setText(face.source if is_told else "")
        self._source.setVisible(is_told and bool(face.source))
        self._rule.setVisible(is_told and bool(face.explanation))

    @Slot()
    def _take_theme(self) -> None:
        self._take_margins()
        self._draw_anew()

    def _draw_anew(self) -> None:
        if self._state.face is not None and self._form is not None:
            self._ask(self._state.face)
            self._form.show_state(self._state)
            self._tell(self._state.face)

    def _take_margins(self) -> None:
        px = self._means.theme.px
        side, above = min(px(34), 56), px(16)
        self._column.setContentsMargins(side, above, max(0, side - BAR_WIDTH), above)
        self._column.setSpacing(px(12))

    def changeEvent(self, event: QEvent) -> None:
        """Speak the other language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            for form in self._forms.values():
                form.retranslate()
            self._name_texts()
            self._draw_anew()

    def _name_texts(self) -> None:
        self._heading.setAccessibleName(self.tr("Question"))
        self._prompt.setAccessibleName(self.tr("The question goes on"))
        self._explanation.setAccessibleName(self.tr("Explanation"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell the page, which times answers."""
        super().paintEvent(event)
        self.painted.emit()

    # The keyboard

    def take_key(self, event: QKeyEvent) -> bool:
        """Do what a key means to the question; tell whether it meant something."""
        if self._state.face is None or self._form is None:
            return False
        if self._frame is not None and self._frame.isVisible() and self._frame.take_key(event):
            return True
        return self._form.take_key(event)

    def wants(self, event: QKeyEvent) -> bool:
        """Whether a key answers, though a menu would take it."""
        return self._form is not None and self._form.wants(event)

    def first_field(self) -> QWidget | None:
        """What the keyboard begins with; None for the page itself."""
        return self._form.first_field() if self._form is not None else None

    def scroll_by_key(self, key: int) -> bool:
        """Scroll by a page for Page Up and Page Down; tell whether it was one of them."""
        steps = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
        if key not in steps:
            return False
        bar = self._area.verticalScrollBar()
        bar.setValue(bar.value() + round(0.85 * steps[Qt.Key(key)] * bar.pageStep()))
        return True
