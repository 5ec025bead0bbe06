"""What stands in the place of a card when there is none: a sentence, and what to do next."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from qtapp.theme import Theme, set_role
from qtapp.tokens import Role
from qtapp.widgets.key_button import KeyButton, key_name
from qtapp.widgets.paper import Paper
from qtapp.widgets.quiet_scroll import QuietScrollArea

_WIDTH = 560


class RestPanel(QuietScrollArea):
    """A card in the middle, with one thing to do next and maybe another.

    Signals:
        next_asked: The primary button.
        other_asked: The other one.
    """

    next_asked = Signal()
    other_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._theme = theme
        self._paper = Paper(theme)
        self._card = QFrame()
        set_role(self._card, Role.CARD)
        self._tick = _centred(Role.TITLE, "rest-tick")
        self._tick.setText("✓")
        self._title = _centred(Role.TITLE, "rest-title")
        self._text = _centred(Role.MUTED, "rest-text")
        self._next = KeyButton(Role.PRIMARY)
        self._next.setObjectName("rest-next")
        self._next.clicked.connect(self.next_asked)
        self._other = KeyButton()
        self._other.setObjectName("rest-other")
        self._other.clicked.connect(self.other_asked)
        self.body = QVBoxLayout()
        self._lay_out()
        theme.changed.connect(self._take_sizes)
        self._take_sizes()

    def say(
        self, title: str, text: str, *, next_step: str, other: str = "", is_done: bool = False
    ) -> None:
        """Fill in the words; without `other` there is one button, and a tick if `is_done`."""
        self._tick.setVisible(is_done)
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self._next.set_caption(next_step, key=key_name(Qt.Key.Key_Space))
        self._other.set_caption(other)
        self._other.setVisible(bool(other))
        self._bend()

    def _lay_out(self) -> None:
        inside = QVBoxLayout(self._card)
        inside.addWidget(self._tick)
        inside.addWidget(self._title)
        inside.addWidget(self._text)
        inside.addLayout(self.body)
        self._buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._buttons.addStretch(1)
        self._buttons.addWidget(self._other)
        self._buttons.addWidget(self._next)
        self._buttons.addStretch(1)
        inside.addLayout(self._buttons)
        self._inside = inside
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(self._card, 100)
        across.addStretch(1)
        around = QVBoxLayout(self._paper)
        around.addStretch(2)
        around.addLayout(across)
        around.addStretch(3)
        self.setWidget(self._paper)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The buttons below each other where they have no room side by side."""
        super().resizeEvent(event)
        self._take_sizes()

    def _bend(self) -> None:
        margins = self._inside.contentsMargins()
        room = min(self.viewport().width() - 24, self._card.maximumWidth())
        room -= margins.left() + margins.right()
        wanted = self._next.sizeHint().width()
        if not self._other.isHidden():
            wanted += self._other.sizeHint().width() + self._buttons.spacing()
        direction = QBoxLayout.Direction
        self._buttons.setDirection(
            direction.LeftToRight if wanted <= room else direction.BottomToTop
        )

    @Slot()
    def _take_sizes(self) -> None:
        px = self._theme.px
        color = self._theme.tokens.good
        self._tick.setStyleSheet(f"color: {color}; font-size: {px(38)}px;")
        self._card.setMaximumWidth(px(_WIDTH))
        margin = max(16, min(px(34), self.viewport().width() // 18))
        self._inside.setContentsMargins(margin, margin, margin, margin)
        self._inside.setSpacing(px(14))
        self._buttons.setContentsMargins(0, px(10), 0, 0)
        self._buttons.setSpacing(px(12))
        self._bend()


def _centred(role: Role, name: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    set_role(label, role)
    return label
