"""Items to be put in order: dragged, or moved by keys."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from decks.questions.bodies import Order
from decks.questions.responses import Ordered
from qtapp.questions.form import Form, walk
from qtapp.questions.means import Means
from qtapp.questions.order_row import OrderRow
from qtapp.questions.words import Verdict
from qtapp.sessions.question_state import QuestionFace, QuestionState

_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class OrderForm(Form):
    """Arrows walk, Alt with an arrow moves the item that has the focus."""

    def __init__(self, means: Means) -> None:
        super().__init__(means)
        self._rows: list[OrderRow] = []
        self._held: OrderRow | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    @property
    def _items(self) -> tuple[str, ...]:
        face = self._state.face
        return face.body.items if face is not None and isinstance(face.body, Order) else ()

    @property
    def _order(self) -> tuple[int, ...]:
        """Positions of the items, from top to bottom."""
        response, face = self._state.response, self._state.face
        if isinstance(response, Ordered):
            return response.items
        return face.shown if face is not None else ()

    def ask(self, face: QuestionFace) -> None:
        """The items in the order of the screen."""
        self._state = QuestionState(face=face)
        self._column.setSpacing(self._means.theme.px(8))
        while len(self._rows) < len(self._items):
            row = OrderRow(self._means, len(self._rows))
            row.move_asked.connect(self._move_sender)
            row.dragged.connect(self._drag)
            self._rows.append(row)
            self._column.addWidget(row)
        for place, row in enumerate(self._rows):
            row.setVisible(place < len(self._items))
            row.tell(None)

    def show_state(self, state: QuestionState) -> None:
        """Show the order so far; once the answer stands, the right place of each item."""
        self._state = state
        if state.face is None:
            return
        for place, (position, row) in enumerate(zip(self._order, self._rows, strict=False)):
            row.show_item(self._items[position], state.face.note_uid)
            if state.is_answered:
                self._tell(row, place, position)
            else:
                row.tell(None)

    def _tell(self, row: OrderRow, place: int, position: int) -> None:
        if place == position:
            row.tell(Verdict.RIGHT, self.tr("In its place"))
        else:
            word = self.tr("Belongs in place %1").replace("%1", str(position + 1))
            row.tell(Verdict.WRONG, word)

    # Answering

    def _move(self, place: int, by: int) -> bool:
        to = place + by
        if self._state.is_answered or not by or not 0 <= to < len(self._order):
            return False
        order = list(self._order)
        order.insert(to, order.pop(place))
        self.responded.emit(Ordered(tuple(order)))
        self._rows[to].setFocus(Qt.FocusReason.TabFocusReason)  # the focus goes with the item
        return True

    @Slot(int)
    def _move_sender(self, by: int) -> None:
        self._move(self._place_of(self.sender()), by)

    def _place_of(self, row: object) -> int:
        return next((place for place, other in enumerate(self._rows) if other is row), -1)

    @Slot(int)
    def _drag(self, height: int) -> None:
        """The row pressed keeps the pointer; the item is where it was carried last."""
        row = self.sender()
        if not isinstance(row, OrderRow):
            return
        if self._held is not row or not any(r.hasFocus() for r in self._rows):
            self._held = row
            row.setFocus(Qt.FocusReason.MouseFocusReason)
        at = next(place for place, other in enumerate(self._rows) if other.hasFocus())
        wanted = row.y() + height
        for to in range(len(self._order)):
            other = self._rows[to]
            if other.y() <= wanted < other.y() + other.height():
                self._move(at, to - at)

    def take_key(self, event: QKeyEvent) -> bool:
        """Arrows walk, with Alt they move."""
        if self._state.is_answered:
            return False
        by = _MOVES.get(Qt.Key(event.key()))
        if by is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            at = next((n for n, row in enumerate(self._rows) if row.hasFocus()), -1)
            self._move(at, by) if at >= 0 else None
            return True
        return walk(self._rows[: len(self._items)], event)

    def first_field(self) -> QWidget | None:
        """The first item."""
        return self._rows[0] if self._rows else None

    def retranslate(self) -> None:
        """Speak the language of now."""
        self.show_state(self._state)
