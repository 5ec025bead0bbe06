"""The Lab: every experiment by theme, each a click away."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from qtapp.languages import QT_TRANSLATE_NOOP
from qtapp.theme import Theme, set_role
from qtapp.tokens import Role
from qtapp.widgets.experiment_tile import ExperimentTile
from qtapp.widgets.flow_layout import FlowLayout
from qtapp.widgets.key_button import KeyButton
from qtapp.widgets.quiet_scroll import BAR_WIDTH, QuietScrollArea
from sim.contents import Entry, entries
from sim.declaration import Theme as Subject

SUBJECTS = {
    Subject.NEURON: QT_TRANSLATE_NOOP("Lab", "From one neuron to a network"),
    Subject.ACTIVATIONS: QT_TRANSLATE_NOOP("Lab", "Activation functions"),
    Subject.LOSSES: QT_TRANSLATE_NOOP("Lab", "Losses and outputs"),
    Subject.BACKPROPAGATION: QT_TRANSLATE_NOOP("Lab", "Backpropagation"),
    Subject.OPTIMISATION: QT_TRANSLATE_NOOP("Lab", "Optimisation"),
    Subject.GENERALISATION: QT_TRANSLATE_NOOP("Lab", "Generalisation"),
    Subject.STABILITY: QT_TRANSLATE_NOOP("Lab", "Stability"),
    Subject.SEQUENCES: QT_TRANSLATE_NOOP("Lab", "Sequences"),
}


class LabPage(QWidget):
    """Lists the experiments.

    Signals:
        experiment_asked: Name of the one to open.
        history_asked: Show the runs of before.
    """

    experiment_asked = Signal(str)
    history_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("lab")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._title, self._subtitle, self._nothing = QLabel(), QLabel(), QLabel()
        for label, role in (
            (self._title, Role.TITLE),
            (self._subtitle, Role.MUTED),
            (self._nothing, Role.MUTED),
        ):
            label.setWordWrap(True)
            set_role(label, role)
        self._search = QLineEdit()
        self._search.setObjectName("lab-search")
        self._search.setClearButtonEnabled(True)
        self._search.textChanged.connect(self._look_for)
        self._history = KeyButton()
        self._history.setObjectName("show-history")
        self._history.clicked.connect(self.history_asked)
        self._headings: dict[Subject, QLabel] = {}
        self._tiles: dict[Subject, list[ExperimentTile]] = {}
        self._lay_out()
        theme.changed.connect(self._take_sizes)
        self._take_sizes()
        self._retranslate()

    def _lay_out(self) -> None:
        content = QWidget()
        self._whole = QVBoxLayout(content)
        for widget in (self._title, self._subtitle):
            self._whole.addWidget(widget)
        line = QHBoxLayout()
        line.addWidget(self._search, 1)  # all the room that it may have, before any is left free
        line.addStretch(0)
        line.addWidget(self._history)
        self._whole.addLayout(line)
        self._whole.addWidget(self._nothing)
        for subject, members in by_subject(entries().values()).items():
            self._add_subject(subject, members)
        self._whole.addStretch(1)
        area = QuietScrollArea(self._theme, self)
        area.setWidget(content)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(area)
        self._area = area
        self._nothing.hide()

    def _add_subject(self, subject: Subject, members: list[Entry]) -> None:
        heading = self._headings[subject] = QLabel()
        set_role(heading, Role.HEADING)
        self._whole.addWidget(heading)
        row = QWidget()
        flow = FlowLayout(row, spacing=14, is_filling=True)
        self._tiles[subject] = [ExperimentTile(entry, self._theme) for entry in members]
        for tile in self._tiles[subject]:
            tile.chosen.connect(self.experiment_asked)
            flow.addWidget(tile)
        self._whole.addWidget(row)

    def offer_history(self, *, is_there: bool) -> None:
        """Whether runs are kept, and can be looked at."""
        self._history.setVisible(is_there)

    @Slot()
    def _take_sizes(self) -> None:
        px = self._theme.px
        side = max(BAR_WIDTH, min(px(44), self.width() // 20))
        self._whole.setContentsMargins(side, min(px(34), 44), side - BAR_WIDTH, px(28))
        self._whole.setSpacing(px(12))
        self._search.setMaximumWidth(px(420))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Less air in a narrow window."""
        super().resizeEvent(event)
        self._take_sizes()

    @Slot(str)
    def _look_for(self, text: str) -> None:
        """Show what holds every word typed."""
        words = text.casefold().split()
        some = False
        for subject, tiles in self._tiles.items():
            for tile in tiles:
                tile.setVisible(all(word in tile.searched for word in words))
            is_some = any(not tile.isHidden() for tile in tiles)
            self._headings[subject].setVisible(is_some)
            some = some or is_some
        self._nothing.setVisible(not some)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Typing searches."""
        if event.text().isprintable() and event.text().strip() and not event.modifiers():
            self._search.setFocus()
            self._search.setText(self._search.text() + event.text())
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the other language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Lab"))
        self._title.setText(self.tr("Lab"))
        self._subtitle.setText(
            self.tr(
                "Train a few dozen small networks, and see in how many of them the claim holds."
            )
        )
        self._search.setPlaceholderText(self.tr("Search experiments"))
        self._search.setAccessibleName(self.tr("Search experiments"))
        self._history.set_caption(self.tr("Past runs"))
        self._nothing.setText(self.tr("No experiment matches these words."))
        for subject, heading in self._headings.items():
            heading.setText(QCoreApplication.translate("Lab", SUBJECTS[subject]))
        for tiles in self._tiles.values():
            for tile in tiles:
                tile.retranslate()


def by_subject(all_entries: Iterable[Entry]) -> dict[Subject, list[Entry]]:
    """The experiments of each theme that has some, in the course's order of themes."""
    found: dict[Subject, list[Entry]] = {subject: [] for subject in SUBJECTS}
    for each in all_entries:
        found[each.theme].append(each)
    return {subject: members for subject, members in found.items() if members}
