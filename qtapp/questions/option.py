"""One option of a choice: a mark to pick it by, its text, and below it what is told afterwards."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from qtapp.questions.held import held
from qtapp.questions.means import Means
from qtapp.questions.words import Verdict, color, sign
from qtapp.theme import set_role
from qtapp.tokens import Role

_MARK, _SIDE, _ABOVE, _GAP, _RADIUS = 18, 16, 8, 14, 10
_NARROW = 360
_ACROSS = QBoxLayout.Direction.LeftToRight
_ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)


class _Word(QLabel):
    """A bold word in a colour, in plain text: a rich one asks Qt to be painted again at once, and
    all that is below it."""

    def __init__(self) -> None:
        super().__init__(textFormat=Qt.TextFormat.PlainText)
        self._shade = ""
        bold = self.font()
        bold.setBold(True)
        self.setFont(bold)

    def say(self, text: str, shade: str) -> None:
        """Show a text in a colour, which the app's style sheet would not let the palette give."""
        self._shade = shade
        self.setText(text)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QColor(self._shade))
        top_left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        painter.drawText(self.contentsRect(), top_left, self.text())
        painter.end()


class OptionButton(QAbstractButton):
    """The whole row is the button; once told, it stays as it is.

    Signals:
        pick_asked: It is to be picked or, where several may be, left again. A screen reader's
            « toggle » clicks nothing, so `clicked` would not tell.
    """

    pick_asked = Signal()

    def __init__(self, means: Means, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._means = means
        self._verdict: Verdict | None = None
        self._is_locked = False
        self._is_exclusive = False
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._text, self._feedback = means.text("option-text"), means.text("option-feedback")
        self._key, self._word = QLabel(), _Word()
        self._word.setObjectName("option-verdict")
        set_role(self._key, Role.KEYCAP)
        self._lay_out()
        self.toggled.connect(self._ask)

    def _lay_out(self) -> None:
        px = self._means.theme.px
        self._below = QBoxLayout(_ACROSS)
        self._below.setSpacing(px(10))
        self._below.addWidget(self._word, 0, Qt.AlignmentFlag.AlignTop)
        self._below.addWidget(self._feedback, 1)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self._text)
        column.addLayout(self._below)
        self._row = row = QHBoxLayout(self)
        row.setSpacing(px(_GAP))
        row.setContentsMargins(px(_SIDE + _MARK + _GAP), px(_ABOVE), px(_SIDE), px(_ABOVE))
        row.addLayout(column, 1)
        row.addWidget(self._key, 0, Qt.AlignmentFlag.AlignVCenter)
        policy = self._key.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # or every text would be laid out again when told
        self._key.setSizePolicy(policy)
        for part in (self._text, self._feedback, self._key, self._word):
            part.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_option(
        self, text: str, *, key: str, note_uid: str, is_single: bool, feedback: str = ""
    ) -> None:
        """Offer an option, nothing told yet.

        Args:
            text: Markdown.
            feedback: What will be told (Markdown): it is written now, and shown sooner then.
            key: The letter that picks it.
            note_uid: Whose images it may show.
            is_single: Whether it excludes the others, and is round.
        """
        self._is_exclusive = is_single
        self._key.setText(key)
        with held(self._row):
            self._means.put(self._text, text, self._means.text_style, note_uid)
            self._means.prepare(self._feedback, feedback, self._means.small_style, note_uid)
            self.tell(None, word="", feedback="", note_uid=note_uid)

    def pick(self, *, is_picked: bool) -> None:
        """Mark it as picked, or as not."""
        with QSignalBlocker(self):
            self.setAutoExclusive(False)  # or Qt would not let go of the one that is picked
            self.setChecked(is_picked)
            self.setAutoExclusive(self._is_exclusive)  # a screen reader hears of a radio button

    @Slot(bool)
    def _ask(self, is_picked: bool) -> None:
        if self._is_locked:
            self.pick(is_picked=not is_picked)
        elif is_picked or not self._is_exclusive:
            self.pick_asked.emit()

    def tell(self, verdict: Verdict | None, *, word: str, feedback: str, note_uid: str) -> None:
        """Say how it stands to the right answer; None takes that back."""
        self._verdict, self._is_locked = verdict, verdict is not None
        if verdict is not None:
            shade = color(verdict, self._means.theme.tokens)
            self._word.say(f"{sign(verdict)} {word}", shade)
        with held(self._row):
            self._key.setVisible(verdict is None)
            self._word.setVisible(verdict is not None)
            self._means.put(self._feedback, feedback, self._means.small_style, note_uid)
            self._align()
        name = f"{self._key.text()}. {self._text.plain()}"
        self.setAccessibleName(f"{name} – {word}" if word else name)
        self.setAccessibleDescription(self._feedback.plain() if feedback else "")
        self.update()

    def _align(self) -> None:
        """The word stands below the option's first letter, on the line of what is beside it."""
        ascent = self._word.fontMetrics().ascent()
        is_beside = self._below.direction() is _ACROSS and bool(self._feedback.plain())
        above = round(self._feedback.first_baseline() - ascent) if is_beside else 0
        left = round(self._text.card_document.documentMargin())
        self._word.setContentsMargins(left, max(0, above), 0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Less room: what is told stands below the word, not beside it."""
        super().resizeEvent(event)
        is_wide = self.width() >= self._means.theme.px(_NARROW)
        direction = _ACROSS if is_wide else QBoxLayout.Direction.TopToBottom
        if direction is not self._below.direction():
            self._below.setDirection(direction)
            self._align()

    # Qt's side

    def nextCheckState(self) -> None:
        """Nothing is picked any more once it is told."""
        if not self._is_locked:
            super().nextCheckState()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space picks; all else, arrows too, is the form's."""
        if event.key() in _ARROWS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """As its texts ask for: a button's own layout is not asked by Qt."""
        layout = self.layout()
        return layout.totalMinimumSize() if layout is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def event(self, event: QEvent) -> bool:
        """Its texts have another height: so has it."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is."""
        super().focusInEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The frame, its colour, and the mark."""
        tokens, painter = self._means.theme.tokens, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = 2.0 if self.hasFocus() else 1.0
        painter.setPen(QPen(QColor(self._edge()), width))
        is_lit = self._verdict is None and (self.isChecked() or self.underMouse())
        ground = tokens.accent_soft if self.isChecked() else tokens.hover
        painter.setBrush(QColor(ground if is_lit else tokens.surface))
        half = width / 2
        box = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(box, _RADIUS, _RADIUS)
        self._paint_mark(painter)
        painter.end()

    def _edge(self) -> str:
        tokens = self._means.theme.tokens
        if self._verdict in (None, Verdict.LEFT):
            is_marked = self.hasFocus() or (self._verdict is None and self.isChecked())
            return tokens.accent if is_marked else tokens.line
        return color(self._verdict, tokens)

    def _paint_mark(self, painter: QPainter) -> None:
        tokens, px = self._means.theme.tokens, self._means.theme.px
        size = px(_MARK)
        line = self._text.y() + px(_MARK) * 0.75
        box = QRectF(px(_SIDE), line - size / 2, size, size)
        shade = tokens.accent if self._verdict is None else color(self._verdict, tokens)
        is_plain = not self.isChecked() and self._verdict is None
        painter.setPen(QPen(QColor(tokens.edge if is_plain else shade), 1.4))
        painter.setBrush(QColor(shade if self.isChecked() else tokens.surface))
        radius = size / 2 if self._is_exclusive else 4
        painter.drawRoundedRect(box, radius, radius)
        mark = "✓" if self.isChecked() else ""
        if self._verdict is not None:
            mark = sign(self._verdict)
        if mark:
            self._paint_sign(painter, box, mark, tokens.surface if self.isChecked() else shade)

    def _paint_sign(self, painter: QPainter, box: QRectF, mark: str, shade: str) -> None:
        if mark == "✓":
            painter.setPen(QPen(QColor(shade), box.width() / 9))
            at = [(0.27, 0.52), (0.43, 0.68), (0.73, 0.34)]
            points = [QPointF(box.x() + x * box.width(), box.y() + y * box.height()) for x, y in at]
            painter.drawPolyline(points)
            return
        font = QFont(self.font())
        font.setPixelSize(round(box.height() * 0.72))
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(shade))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, mark)
