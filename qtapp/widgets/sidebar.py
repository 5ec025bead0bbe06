"""The column on the left: the name of the app, its places, preferences and help."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, QSize, QTimer, Signal, Slot
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from qtapp.languages import QT_TRANSLATE_NOOP
from qtapp.theme import Theme, set_role
from qtapp.tokens import Role

WIDTH = 208
GAP = 14


class Place(NamedTuple):
    """Somewhere to go.

    Attributes:
        key: Its name in code.
        label: Source text of its name, of the context "Place".
    """

    key: str
    label: str


TODAY = Place("today", QT_TRANSLATE_NOOP("Place", "Today"))
QUIZ = Place("quiz", QT_TRANSLATE_NOOP("Place", "Quiz"))
LAB = Place("lab", QT_TRANSLATE_NOOP("Place", "Lab"))


class Sidebar(QFrame):
    """Says where the learner is and where else there is to go.

    Signals:
        place_asked: Key of the place.
        preferences_asked: The learner wants to change settings.
        help_asked: The learner wants to see the keys.
    """

    place_asked = Signal(str)
    preferences_asked = Signal()
    help_asked = Signal()

    def __init__(
        self, theme: Theme, places: Sequence[Place], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        set_role(self, Role.SIDEBAR)
        self._theme = theme
        self._places = tuple(places)
        self._current = ""
        self._group = QButtonGroup(self)
        self._buttons = {place.key: NavigationButton(place.key, Role.COUNT) for place in places}
        self._preferences = NavigationButton("preferences")
        self._help = NavigationButton("help", Role.KEYCAP)
        self._lay_out()
        self._connect()
        self._retranslate()

    def _lay_out(self) -> None:
        brand = QLabel("Époque")
        brand.setIndent(0)
        set_role(brand, Role.BRAND)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 20, 14, 20)
        column.setSpacing(4)
        column.addWidget(brand)
        for button in self._buttons.values():
            button.setCheckable(True)
            self._group.addButton(button)
            column.addWidget(button)
        column.addStretch(1)
        column.addWidget(self._preferences)
        column.addWidget(self._help)

    def _connect(self) -> None:
        self._group.buttonClicked.connect(self._ask_for_place)
        self._group.buttonToggled.connect(self._look_again)
        self._preferences.clicked.connect(self.preferences_asked)
        self._help.clicked.connect(self.help_asked)
        self._theme.changed.connect(self._fit)

    def set_current(self, key: str) -> None:
        """Mark a place as the one shown; one that is not listed leaves the mark where it is."""
        if key in self._buttons:
            self._current = key
            self._buttons[key].setChecked(True)

    def place_from_here(self, steps: int) -> str:
        """Key of the place so many below the marked one; after the last comes the first."""
        keys = [place.key for place in self._places]
        return keys[(keys.index(self._current) + steps) % len(keys)]

    def set_badge(self, key: str, count: int, spoken: str) -> None:
        """Show how many things wait at a place; 0 for no number.

        Args:
            key: The place.
            count: How many.
            spoken: The same in words, for screen readers.
        """
        self._buttons[key].set_badge(f"{count}" if count else "", spoken)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        for place in self._places:
            label = QCoreApplication.translate("Place", place.label)
            self._buttons[place.key].set_label(label)
        self._preferences.set_label(self.tr("Preferences"))
        self._help.set_label(self.tr("Help"))
        self._help.set_badge("F1", "")
        self.setAccessibleName(self.tr("Places"))
        self._fit()

    @Slot()
    def _fit(self) -> None:
        """As wide as in the design, or as its longest word needs."""
        widest = max(button.sizeHint().width() for button in self.findChildren(NavigationButton))
        self.setFixedWidth(max(WIDTH, widest + 28))

    @Slot(object)
    def _ask_for_place(self, button: QPushButton) -> None:
        self.place_asked.emit(button.objectName())

    @Slot()
    def _look_again(self) -> None:
        QTimer.singleShot(0, self, self._follow_mark)

    @Slot()
    def _follow_mark(self) -> None:
        """A screen reader's « toggle » marks a place without a click: go there, too."""
        button = self._group.checkedButton()
        if button is not None and button.objectName() != self._current:
            self.place_asked.emit(button.objectName())


class NavigationButton(QPushButton):
    """A place's name, and at its right a number or a key.

    The style sheet paints it: a `QPen` of our own would load all enums of Qt (see `qtapp.theme`).
    """

    def __init__(self, name: str, badge: Role = Role.MUTED) -> None:
        super().__init__()
        self.setObjectName(name)
        self._spoken_badge = ""
        set_role(self, Role.NAVIGATION)
        self._badge = QLabel(self)
        set_role(self._badge, badge)
        self._badge.hide()
        middle = QVBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self._badge)
        middle.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 12, 0)
        row.addStretch(1)
        row.addLayout(middle)

    def set_label(self, label: str) -> None:
        """Name it."""
        self.setText(label)
        self._tell()

    def set_badge(self, badge: str, spoken: str) -> None:
        """Show something at the right; `spoken` says it in words."""
        self._badge.setText(badge)
        self._badge.setVisible(bool(badge))
        self._spoken_badge = spoken
        self._tell()
        self.updateGeometry()

    def _tell(self) -> None:
        self.setAccessibleName(", ".join(filter(None, (self.text(), self._spoken_badge))))

    def sizeHint(self) -> QSize:
        """Room for both texts, also when the place is shown and its name is bold."""
        bold = self.font()
        bold.setBold(True)
        text = self.text()
        more = QFontMetrics(bold).horizontalAdvance(text) - self.fontMetrics().horizontalAdvance(
            text
        )
        badge = self._badge.sizeHint().width() if self._badge.text() else 0
        return super().sizeHint() + QSize(max(0, more) + badge + GAP, 0)
