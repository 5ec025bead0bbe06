"""Whether the learner can be looking at a page: it is shown, in the window that is used."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget

_TELLING = (
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.WindowActivate,
    QEvent.Type.WindowDeactivate,
)


class Attention(QObject):
    """Watches a page.

    Signals:
        changed: Whether the learner looks at it now.
    """

    changed = Signal(bool)

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._is_attended = False
        page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice when the page, or its window, is left and used again."""
        if event.type() in _TELLING:
            is_attended = self._page.isVisible() and self._page.isActiveWindow()
            if is_attended != self._is_attended:
                self._is_attended = is_attended
                self.changed.emit(is_attended)
        return False
