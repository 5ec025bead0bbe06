"""What is shown while the collection opens: the ground of the Today page, light to load."""

from PySide6.QtCore import QCoreApplication, QEvent, Slot
from PySide6.QtWidgets import QFrame, QLabel, QSpacerItem, QVBoxLayout, QWidget

from qtapp.theme import Theme, set_role
from qtapp.tokens import Role


class LoadingPage(QWidget):
    """Its words and its first card stand where the Today page will have them."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("loading")
        self._theme = theme
        self._title = QLabel()
        set_role(self._title, Role.TITLE)
        self._subtitle = QLabel()
        set_role(self._subtitle, Role.MUTED)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._title)
        self._column.addWidget(self._subtitle)
        self._gap = QSpacerItem(0, 0)
        self._column.addItem(self._gap)
        self._card = QFrame()
        set_role(self._card, Role.CARD)
        self._column.addWidget(self._card)
        self._column.addStretch(1)
        theme.changed.connect(self._take_sizes)
        self._take_sizes()
        self._retranslate()

    @Slot()
    def _take_sizes(self) -> None:
        px = self._theme.px
        side = min(px(44), 60)
        self._column.setContentsMargins(side, min(px(34), 44), side, px(28))
        self._column.setSpacing(px(4))
        self._gap.changeSize(0, px(22))
        self._card.setMinimumHeight(px(190))

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._title.setText(QCoreApplication.translate("today", "Hello."))
        self._subtitle.setText(QCoreApplication.translate("today", "Opening your collection…"))
        self.setAccessibleName(self._subtitle.text())
