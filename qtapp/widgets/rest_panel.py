"""What stands in the place of a card when there is none: a sentence, and what to do next."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from qtapp.theme import Theme, set_role
from qtapp.tokens import Role
from qtapp.widgets.key_button import KeyButton, key_name
from qtapp.widgets.paper import Paper

_WIDTH = 560


class RestPanel(Paper):
    """A card in the middle, with one thing to do next and maybe another.

    Signals:
        next_asked: The primary button.
        other_asked: The other one.
    """

    next_asked = Signal()
    other_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._sizes = theme
        self._card = QFrame(self)
        set_role(self._card, Role.CARD)
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

    def say(self, title: str, text: str, *, next_step: str, other: str = "") -> None:
        """Fill in the words; without `other` there is one button."""
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self._next.set_caption(next_step, key=key_name(Qt.Key.Key_Space))
        self._other.set_caption(other)
        self._other.setVisible(bool(other))

    def _lay_out(self) -> None:
        inside = QVBoxLayout(self._card)
        inside.addWidget(self._title)
        inside.addWidget(self._text)
        inside.addLayout(self.body)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self._other)
        buttons.addWidget(self._next)
        buttons.addStretch(1)
        inside.addLayout(buttons)
        self._inside, self._buttons = inside, buttons
        around = QVBoxLayout(self)
        around.addStretch(2)
        around.addWidget(self._card)
        around.addStretch(3)

    @Slot()
    def _take_sizes(self) -> None:
        px = self._sizes.px
        self._card.setMaximumWidth(px(_WIDTH))
        self._inside.setContentsMargins(px(34), px(34), px(34), px(34))
        self._inside.setSpacing(px(14))
        self._buttons.setContentsMargins(0, px(10), 0, 0)
        self._buttons.setSpacing(px(12))


def _centred(role: Role, name: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    set_role(label, role)
    return label
