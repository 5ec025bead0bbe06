"""The list of keys (F1): those of the menus as the menus have them, then those of the pages."""

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QLabel,
    QMenu,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from qtapp.dialogs.size import open_at
from qtapp.languages import QT_TRANSLATE_NOOP
from qtapp.theme import Theme, set_role
from qtapp.tokens import Role

Row = tuple[str, str]  # what it does, its keys

REVIEW_KEYS = (
    (QT_TRANSLATE_NOOP("KeysDialog", "Start the review, show the answer"), ("Space",)),
    (QT_TRANSLATE_NOOP("KeysDialog", "Answer with a grade"), ("1", "2", "3", "4")),
    (QT_TRANSLATE_NOOP("KeysDialog", "On the five-step scale"), ("1", "2", "3", "4", "5")),
    (QT_TRANSLATE_NOOP("KeysDialog", "Answer Good"), ("Enter", "Space")),
    (QT_TRANSLATE_NOOP("KeysDialog", "Train the networks of the card"), ("Enter", "T")),
    (QT_TRANSLATE_NOOP("KeysDialog", "Draw the predicted curve"), ("Left", "Right", "Up", "Down")),
    (QT_TRANSLATE_NOOP("KeysDialog", "How sure; predict something else"), ("C", "G")),
    (QT_TRANSLATE_NOOP("KeysDialog", "Open in the Lab"), ("O",)),
    (QT_TRANSLATE_NOOP("KeysDialog", "Run in the Lab; pause the run"), ("R", "P")),
    (QT_TRANSLATE_NOOP("KeysDialog", "One step of a paused run; speed of runs"), ("N", "V")),
    (QT_TRANSLATE_NOOP("KeysDialog", "Presets and exports of an experiment"), ("S", "E")),
    (QT_TRANSLATE_NOOP("KeysDialog", "Back to Today; close a message; stop the run"), ("Esc",)),
    (
        QT_TRANSLATE_NOOP("KeysDialog", "While reading: make a card of the selection; a gap of it"),
        ("C", "Ctrl+Shift+C"),
    ),
    (QT_TRANSLATE_NOOP("KeysDialog", "Next and previous control"), ("Tab", "Shift+Tab")),
)

PLOT_KEYS = (
    (
        QT_TRANSLATE_NOOP("KeysDialog", "Read the values of points; of another curve"),
        ("Left", "Right", "Up", "Down"),
    ),
    (QT_TRANSLATE_NOOP("KeysDialog", "Zoom in, out; show all again"), ("+", "-", "0")),
)
PLOT_MOUSE = QT_TRANSLATE_NOOP(
    "KeysDialog",
    "With the mouse: a drag or Ctrl + wheel zooms in, Shift + drag moves what is seen,"
    " a double click shows all again.",
)

QUIZ_KEYS = (
    (QT_TRANSLATE_NOOP("KeysDialog", "Pick an option"), ("A", "B", "1", "2")),
    (QT_TRANSLATE_NOOP("KeysDialog", "From option to option; pick"), ("Up", "Down", "Space")),
    (QT_TRANSLATE_NOOP("KeysDialog", "Move an item up or down"), ("Alt+Up", "Alt+Down")),
    (QT_TRANSLATE_NOOP("KeysDialog", "A guess, likely, sure"), ("F2", "F3", "F4")),
    (
        QT_TRANSLATE_NOOP("KeysDialog", "Answer; from a text of several lines"),
        ("Enter", "Ctrl+Enter"),
    ),
    (QT_TRANSLATE_NOOP("KeysDialog", "Grade yourself: wrong, partly, right"), ("1", "2", "3")),
    (QT_TRANSLATE_NOOP("KeysDialog", "Take the grade suggested"), ("Enter", "Space")),
    (QT_TRANSLATE_NOOP("KeysDialog", "Check by experiment"), ("E",)),
    (QT_TRANSLATE_NOOP("KeysDialog", "Previous and next question"), ("Alt+Left", "Alt+Right")),
    (QT_TRANSLATE_NOOP("KeysDialog", "Come back to the question; all at a glance"), ("F5", "F6")),
    (QT_TRANSLATE_NOOP("KeysDialog", "End the exam, from all at a glance"), ("Ctrl+Enter",)),
    (QT_TRANSLATE_NOOP("KeysDialog", "Leave the quiz, which waits"), ("Esc",)),
)


class KeysDialog(QDialog):
    """A sheet to read; it stays in front while the learner tries the keys."""

    def __init__(
        self, theme: Theme, actions: Sequence[QAction], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("keys")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._actions = [action for action in actions if action.shortcuts()]
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        buttons.setContentsMargins(18, 6, 18, 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 14)
        column.addWidget(self._area, 1)
        column.addWidget(buttons)
        self._retranslate()
        open_at(self, theme, 560, 700)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Keys"))
        sheet = QWidget()
        grid = QGridLayout(sheet)
        grid.setContentsMargins(18, 12, 18, 12)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 1)
        _add_rows(grid, self.tr("In the review"), _of_page(REVIEW_KEYS))
        _add_rows(grid, self.tr("In a plot, reached by Tab or a click"), _of_page(PLOT_KEYS))
        _add_rows(grid, "", [(QCoreApplication.translate("KeysDialog", PLOT_MOUSE), "")])
        _add_rows(grid, self.tr("In a quiz"), _of_page(QUIZ_KEYS))
        _add_rows(grid, self.tr("In the menus"), _of_menus(self._actions))
        grid.setRowStretch(grid.rowCount(), 1)
        self._area.setWidget(sheet)


def _of_page(rows: Iterable[tuple[str, Sequence[str]]]) -> Iterator[Row]:
    for source, keys in rows:
        yield QCoreApplication.translate("KeysDialog", source), _shown(map(QKeySequence, keys))


def _of_menus(actions: Iterable[QAction]) -> Iterator[Row]:
    for action in actions:
        yield _words(action), _shown(action.shortcuts()[:1])


def _words(action: QAction) -> str:
    """What an action does; in a menu of a menu, with the name of that menu."""
    text = action.text().replace("&", "").rstrip("…")
    menu = action.parent()
    if isinstance(menu, QMenu) and isinstance(menu.parent(), QMenu):
        return f"{menu.title().replace('&', '')} · {text}"
    return text


def _shown(keys: Iterable[QKeySequence]) -> str:
    return ", ".join(key.toString(QKeySequence.SequenceFormat.NativeText) for key in keys)


def _add_rows(grid: QGridLayout, title: str, rows: Iterable[Row]) -> None:
    if title:
        heading = QLabel(title)
        set_role(heading, Role.HEADING)
        heading.setContentsMargins(0, 10, 0, 2)
        grid.addWidget(heading, grid.rowCount(), 0, 1, 2)
    for words, keys in rows:
        row = grid.rowCount()
        label = QLabel(words)
        label.setWordWrap(True)
        grid.addWidget(label, row, 0, 1, 1 if keys else 2)
        if keys:
            key = QLabel(keys)
            set_role(key, Role.MUTED)
            key.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(key, row, 1)
