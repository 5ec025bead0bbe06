"""The column on the left: the name of the app, its places, preferences and help."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from qtapp.languages import QT_TRANSLATE_NOOP
from qtapp.theme import Theme, set_role
from qtapp.tokens import Role

WIDTH = 208


class Place(NamedTuple):
    """Somewhere to go.

    Attributes:
        key: Its name in code.
        label: Source text of its name, of the context "Place".
    """

    key: str
    label: str


TODAY = Place("today", QT_TRANSLATE_NOOP("Place", "Today"))


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
        self._group = QButtonGroup(self)
        self._buttons = {place.key: NavigationButton(theme, place.key) for place in places}
        self._preferences = NavigationButton(theme, "preferences")
        self._help = NavigationButton(theme, "help")
        self._lay_out()
        self._connect()
        self._retranslate()
        self._fit()

    def _lay_out(self) -> None:
        brand = QLabel("Époque")
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
        self._preferences.clicked.connect(self.preferences_asked)
        self._help.clicked.connect(self.help_asked)
        self._theme.changed.connect(self._fit)

    def set_current(self, key: str) -> None:
        """Mark a place as the one shown; one that is not listed leaves the mark where it is."""
        if key in self._buttons:
            self._buttons[key].setChecked(True)

    def set_badge(self, key: str, count: int, spoken: str) -> None:
        """Show how many things wait at a place; 0 for no number.

        Args:
            key: The place.
            count: How many.
            spoken: The same in words, for screen readers.
        """
        self._buttons[key].set_badge(f"{count}" if count else "", spoken)

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

    @Slot()
    def _fit(self) -> None:
        """As wide as in the design, or as its longest word needs."""
        widest = max(button.sizeHint().width() for button in self.findChildren(NavigationButton))
        self.setFixedWidth(max(WIDTH, widest + 28))

    @Slot(object)
    def _ask_for_place(self, button: QPushButton) -> None:
        self.place_asked.emit(button.objectName())


class NavigationButton(QPushButton):
    """A place's name, and at its right a number or a key."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._theme = theme
        self._badge = ""
        self._spoken_badge = ""
        set_role(self, Role.NAVIGATION)

    def set_label(self, label: str) -> None:
        """Name it."""
        self.setText(label)
        self._tell()

    def set_badge(self, badge: str, spoken: str) -> None:
        """Show something at the right; `spoken` says it in words."""
        self._badge, self._spoken_badge = badge, spoken
        self._tell()
        self.updateGeometry()
        self.update()

    def _tell(self) -> None:
        self.setAccessibleName(", ".join(filter(None, (self.text(), self._spoken_badge))))

    def sizeHint(self) -> QSize:
        """Room for both texts."""
        badge = self.fontMetrics().horizontalAdvance(f"  {self._badge}")
        return super().sizeHint() + QSize(badge, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The button as any other, then what stands at its right."""
        super().paintEvent(event)
        if not self._badge:
            return
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(QColor(tokens.accent if self.isChecked() else tokens.muted))
        margin = self._theme.px(12)
        place = self.rect().adjusted(margin, 0, -margin, 0)
        if self._badge.isdigit():
            align = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(place, align, self._badge)
        else:
            self._draw_key(painter, place)
        painter.end()

    def _draw_key(self, painter: QPainter, place: QRect) -> None:
        font = self.font()
        font.setPixelSize(self._theme.px(11))
        painter.setFont(font)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        text = painter.fontMetrics().boundingRect(self._badge)
        cap = QRect(0, 0, text.width() + self._theme.px(10), text.height() + self._theme.px(4))
        cap.moveCenter(place.center())
        cap.moveRight(place.right())
        painter.drawRoundedRect(cap, 4, 4)
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self._badge)
