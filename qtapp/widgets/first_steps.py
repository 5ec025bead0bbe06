"""How a review goes, for who never made one: three sentences side by side."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QVBoxLayout, QWidget

from qtapp.theme import Theme, set_role
from qtapp.tokens import Role


class FirstSteps(QFrame):
    """A card that says what to expect."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        set_role(self, Role.CARD)
        self.setObjectName("first-steps")
        self._heading = QLabel(self)
        set_role(self._heading, Role.HEADING)
        self._titles = [QLabel(self) for _ in range(3)]
        self._texts = [QLabel(self) for _ in range(3)]
        self._steps = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()
        self._retranslate()

    def _lay_out(self) -> None:
        margin = self._theme.px(22)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(margin, margin, margin, margin)
        whole.setSpacing(self._theme.px(14))
        whole.addWidget(self._heading)
        whole.addLayout(self._steps)
        self._steps.setSpacing(self._theme.px(28))
        for title, text in zip(self._titles, self._texts, strict=True):
            title.setWordWrap(True)
            text.setWordWrap(True)
            set_role(text, Role.MUTED)
            step = QVBoxLayout()
            step.setSpacing(self._theme.px(4))
            step.addWidget(title)
            step.addWidget(text)
            step.addStretch(1)
            self._steps.addLayout(step, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side, or below each other in a narrow window."""
        super().resizeEvent(event)
        is_wide = event.size().width() >= self._theme.px(600)
        direction = QBoxLayout.Direction
        self._steps.setDirection(direction.LeftToRight if is_wide else direction.TopToBottom)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the other language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self._heading.setText(self.tr("How it works"))
        words = (
            (
                self.tr("1 · Answer in your head"),
                self.tr("Read the question and try to recall the answer before you show it."),
            ),
            (
                self.tr("2 · Say how well you knew"),
                self.tr(
                    "One button for each degree, from “not at all” to “easily”."
                    " You can always undo."
                ),
            ),
            (
                self.tr("3 · Come back tomorrow"),
                self.tr("Each card returns just before you would forget it: a few minutes a day."),
            ),
        )
        for title, text, (head, sentence) in zip(self._titles, self._texts, words, strict=True):
            title.setText(f"<b>{head}</b>")
            text.setText(sentence)
