"""What is shown when the collection cannot be opened: what happened, where, what to do now."""

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from qtapp import sentences
from qtapp.theme import Theme, set_role
from qtapp.tokens import Role
from qtapp.widgets.paper import Paper
from qtapp.widgets.quiet_scroll import BAR_WIDTH, QuietScrollArea

_NARROW = 620


class TroublePage(QWidget):
    """Tells one error and offers ways out.

    Signals:
        retry_asked: Open the same collection again.
        other_asked: Choose another collection.
        quit_asked: Leave the app.
    """

    retry_asked = Signal()
    other_asked = Signal()
    quit_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("trouble")
        self._error: Exception | None = None
        self._what = _label(Role.TITLE, "what")
        self._where = _label(Role.MUTED, "where")
        self._remedy = _label(None, "remedy")
        self._retry = _button("retry", self.retry_asked)
        set_role(self._retry, Role.PRIMARY)
        self._other = _button("other", self.other_asked)
        self._quit = _button("quit", self.quit_asked)
        self.setFocusProxy(self._retry)
        self._sizes = theme
        self._lay_out()
        theme.changed.connect(self._take_sizes)
        self._take_sizes()
        self._retranslate()

    def _lay_out(self) -> None:
        card = QFrame()
        set_role(card, Role.CARD)
        self._inside = QVBoxLayout(card)
        for label in (self._what, self._where, self._remedy):
            self._inside.addWidget(label)
        self._buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        for button in (self._retry, self._other, self._quit):
            self._buttons.addWidget(button)
        self._buttons.addStretch(1)
        self._inside.addLayout(self._buttons)
        paper = Paper(self._sizes)
        self._column = QVBoxLayout(paper)
        self._column.addWidget(card)
        self._column.addStretch(1)
        area = QuietScrollArea(self._sizes)
        area.setWidget(paper)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(area)

    @Slot()
    def _take_sizes(self) -> None:
        px = self._sizes.px
        side = min(px(44), 60)
        self._column.setContentsMargins(side, min(px(34), 44), side - BAR_WIDTH, px(28))
        self._inside.setContentsMargins(px(34), px(28), px(34), px(28))
        self._inside.setSpacing(px(12))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Buttons side by side, or below each other in a narrow window."""
        super().resizeEvent(event)
        is_wide = self.width() >= self._sizes.px(_NARROW)
        direction = QBoxLayout.Direction
        self._buttons.setDirection(direction.LeftToRight if is_wide else direction.TopToBottom)

    def show_error(self, error: Exception) -> None:
        """Tell a known error (see `sentences.is_known`)."""
        self._error = error
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._retry.setText(self.tr("Try again"))
        self._other.setText(self.tr("Choose another file…"))
        self._quit.setText(self.tr("Quit"))
        if self._error is not None:
            told = sentences.explain(self._error)
            self._what.setText(told.what)
            self._where.setText(told.where)
            self._remedy.setText(told.remedy)
            self.setAccessibleName(f"{told.what} {told.remedy}")


def _label(role: Role | None, name: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    if role is not None:
        set_role(label, role)
    return label


def _button(name: str, asked: object) -> QPushButton:
    button = QPushButton()
    button.setObjectName(name)
    button.setAutoDefault(True)
    button.clicked.connect(asked)
    return button
