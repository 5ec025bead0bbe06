"""How many cards wait behind today's limits, and a button for more of each kind."""

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QLayout, QVBoxLayout, QWidget

from db.rows import Counts
from qtapp.commands import Command
from qtapp.sessions.more_today import MORE_NEW, MORE_REVIEWS
from qtapp.theme import set_role
from qtapp.tokens import Role
from qtapp.widgets.flow_layout import FlowLayout
from qtapp.widgets.key_button import KeyButton, key_name

_SEPARATOR = " · "


class MoreToday(QWidget):
    """Hidden while no card waits.

    Signals:
        asked: `Command.MORE_NEW` or `Command.MORE_REVIEWS`.
    """

    asked = Signal(object)

    def __init__(self, parent: QWidget | None = None, *, is_centred: bool = False) -> None:
        super().__init__(parent)
        self.setObjectName("more-today")
        self._held = Counts()
        self._words = QLabel()
        self._words.setObjectName("more-words")
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        set_role(self._words, Role.MUTED)
        self._new, self._reviews = KeyButton(), KeyButton()
        self._new.setObjectName("more-new")
        self._new.clicked.connect(self._ask_for_new)
        self._reviews.setObjectName("more-reviews")
        self._reviews.clicked.connect(self._ask_for_reviews)
        self._lay_out(is_centred=is_centred)
        self.show_held(Counts())

    def _lay_out(self, *, is_centred: bool) -> None:
        buttons: QLayout = QVBoxLayout() if is_centred else FlowLayout()
        for button in (self._new, self._reviews):
            buttons.addWidget(button)
            if is_centred:
                buttons.setAlignment(button, Qt.AlignmentFlag.AlignHCenter)
        if is_centred:
            self._words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._words)
        column.addLayout(buttons)

    def show_held(self, held: Counts) -> None:
        """Tell how many new cards and reviews the limits hold back."""
        self._held = held
        self._retranslate()
        self._new.setVisible(held.new > 0)
        self._reviews.setVisible(held.review > 0)
        self.setVisible(held.total > 0)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the other language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        new, reviews = self._held.new, self._held.review
        counts = (
            self.tr("%Ln new card(s)", "", new) if new else "",
            self.tr("%Ln review(s)", "", reviews) if reviews else "",
        )
        text = self.tr("Beyond today’s limit: %1")
        self._words.setText(text.replace("%1", _SEPARATOR.join(filter(None, counts))))
        caption = self.tr("%Ln more new card(s)", "", min(MORE_NEW, new))
        self._new.set_caption(caption, key=key_name("N"))
        caption = self.tr("%Ln more review(s)", "", min(MORE_REVIEWS, reviews))
        self._reviews.set_caption(caption, key=key_name("R"))
        for button in (self._new, self._reviews):
            button.setToolTip(self.tr("For today only: the limit itself stays as it is"))

    @Slot()
    def _ask_for_new(self) -> None:
        self.asked.emit(Command.MORE_NEW)

    @Slot()
    def _ask_for_reviews(self) -> None:
        self.asked.emit(Command.MORE_REVIEWS)
