"""A message at the top of the page: it does not stop the learner, and Escape sends it away."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from qtapp.notify import Level, Message
from qtapp.theme import renew_style, set_role
from qtapp.tokens import Role


class Banner(QFrame):
    """Shows the latest `Message`, or nothing.

    Signals:
        shown: Whether there is a message now.
    """

    shown = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self.message: Message | None = None
        set_role(self, Role.BANNER)
        self._text = _wrapping_label("bannerText")
        self._detail = _wrapping_label("bannerDetail")
        set_role(self._detail, Role.MUTED)
        self._action = QPushButton()
        self._action.setObjectName("bannerAction")
        self._action.clicked.connect(self._act)
        self._close = QPushButton()
        self._close.setObjectName("bannerClose")
        set_role(self._close, Role.PLAIN)
        self._close.clicked.connect(self.dismiss)
        self._lay_out()
        self._retranslate()
        self.hide()

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._text)
        words.addWidget(self._detail)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 10, 10)
        row.setSpacing(12)
        row.addLayout(words, 1)
        row.addWidget(self._action)
        row.addWidget(self._close)

    @Slot(object)
    def show_message(self, message: Message) -> None:
        """Take the place of whatever was said before, and say it to screen readers."""
        self.message = message
        self.setProperty("level", message.level.value)
        renew_style(self)
        self._text.setText(f"{_sign(message.level)}  {message.text}")
        self._detail.setText(message.detail)
        self._detail.setVisible(bool(message.detail))
        if message.action is not None:
            self._action.setText(message.action.label)
        self._action.setVisible(message.action is not None)
        self._listen_for_escape()
        self.show()
        self.shown.emit(True)
        self._announce(f"{message.text} {message.detail}")

    @Slot()
    def dismiss(self) -> None:
        """Say nothing any more; the focus goes back to the page."""
        self.message = None
        _application().removeEventFilter(self)
        self.hide()
        self.shown.emit(False)

    @Slot()
    def _act(self) -> None:
        action = self.message.action if self.message is not None else None
        self.dismiss()
        if action is not None:
            action.run()

    def _announce(self, text: str) -> None:
        event = QAccessibleAnnouncementEvent(self, text)
        if self.message is not None and self.message.level is Level.ERROR:
            event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        QAccessible.updateAccessibility(event)

    def _listen_for_escape(self) -> None:
        """Before the page does, while a message stands: one Escape closes one thing."""
        _application().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take Escape from the window, not from a dialog in front of it."""
        if not (isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape):
            return False
        if QApplication.activeWindow() is not self.window():
            return False
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            self.dismiss()
        return True

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._close.setText("✕")
        self._close.setAccessibleName(self.tr("Close"))
        self._close.setToolTip(self.tr("Close this message (Esc)"))


def _wrapping_label(name: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _application() -> QCoreApplication:
    app = QCoreApplication.instance()
    assert app is not None
    return app


def _sign(level: Level) -> str:
    return {Level.INFO: "✓", Level.WARN: "⚠", Level.ERROR: "✕"}[level]
