"""What an experiment claims, what this run has shown, and where the slogan stops: two cards."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from qtapp.pages.experiment_words import shown
from qtapp.said import said
from qtapp.sessions.run_state import RunState
from qtapp.theme import Theme, set_role
from qtapp.tokens import Role
from sim.contents import Entry


class WordsCard(QFrame):
    """A card with a heading and texts that can be selected."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        set_role(self, Role.CARD)
        self._heading = label("heading", Role.HEADING)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._heading)
        theme.changed.connect(self._take_sizes)
        self._take_sizes()

    def _add(self, *texts: QLabel) -> None:
        for text in texts:
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._column.addWidget(text)
        self._column.addStretch(1)

    @Slot()
    def _take_sizes(self) -> None:
        px = self._theme.px
        self._column.setContentsMargins(px(18), px(14), px(18), px(14))
        self._column.setSpacing(px(8))

    def changeEvent(self, event: QEvent) -> None:
        """Speak the other language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """The heading."""


class FindingsCard(WordsCard):
    """The claim, and what a run has shown of it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._claim = label("claim", Role.MUTED)
        self._shows, self._verdict = label("shows"), label("verdict")
        self._add(self._claim, self._shows, self._verdict)
        self.retranslate()

    def show_run(self, entry: Entry, run: RunState) -> None:
        """Say what there is to say of a run."""
        self._claim.setText(said(entry.claim))
        text, verdict = "", ""
        if run.result is not None:
            words = shown(entry, run.result)
            text, verdict = words.text, ("✓ " if words.is_met else "") + words.verdict
            tokens = self._theme.tokens
            color = tokens.good if words.is_met else tokens.warn
            self._paint_verdict(f"color: {color}; font-weight: 600;")
        elif run.trouble is not None:
            text = f"{said(run.trouble)}."
        self._keep_room(is_going=run.is_going)
        for place, words_there in ((self._shows, text), (self._verdict, verdict)):
            place.setText(words_there)
            place.setVisible(bool(words_there))

    def _paint_verdict(self, style: str) -> None:
        if self._verdict.styleSheet() != style:  # Qt reads it again whatever it says
            self._verdict.setStyleSheet(style)

    def _keep_room(self, *, is_going: bool) -> None:
        """While a run goes on, the words that it will replace keep their room: plots stay put."""
        if not is_going:
            self.setMinimumHeight(0)
        elif self.text:
            self.setMinimumHeight(self.height())

    @property
    def text(self) -> str:
        """What is said of the run now; "" before its end."""
        return self._shows.text()

    def retranslate(self) -> None:
        """The heading."""
        self._heading.setText(self.tr("What the experiment shows"))


class LimitsCard(WordsCard):
    """Where the slogan stops being true, and the cards that the experiment illustrates."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._questions: Sequence[str] = ()
        self._count = 0
        self._limits, self._cards = label("limits"), label("illustrated", Role.SMALL)
        self._cards.setTextFormat(Qt.TextFormat.PlainText)
        self._add(self._limits, self._cards)
        self.retranslate()

    def show_cards(self, questions: Sequence[str], count: int) -> None:
        """Name some of so many cards."""
        self._questions, self._count = questions, count
        self._name_cards()

    def _name_cards(self) -> None:
        self._cards.setVisible(bool(self._questions))
        heading = self.tr("On %n card(s):", "", self._count)
        lines = [f"• {question}" for question in self._questions]
        more = ["…"] if self._count > len(lines) else []
        self._cards.setText("\n".join((heading, *lines, *more)))

    def show_limits(self, entry: Entry) -> None:
        """Those of an experiment."""
        self._limits.setText(said(entry.limits))

    def retranslate(self) -> None:
        """The heading."""
        self._heading.setText(self.tr("Where the slogan stops"))
        self._name_cards()


def label(name: str, role: Role | None = None) -> QLabel:
    """A text that wraps."""
    made = QLabel()
    made.setObjectName(name)
    made.setWordWrap(True)
    if role is not None:
        set_role(made, role)
    return made
