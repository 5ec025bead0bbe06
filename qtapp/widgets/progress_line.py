"""A thin line that fills as the cards get done."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from qtapp.theme import Theme


class ProgressLine(QProgressBar):
    """A progress bar (so screen readers know it), drawn as a line."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("progress")
        self.setTextVisible(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_progress(self, done: int, left: int) -> None:
        """Cards done, and cards still to do."""
        self.setRange(0, max(1, done + left))
        self.setValue(done)

    def sizeHint(self) -> QSize:
        """As thin as the sketch."""
        return QSize(self._theme.px(120), self._theme.px(6))

    def minimumSizeHint(self) -> QSize:
        """It may be short."""
        return QSize(self._theme.px(40), self._theme.px(6))

    def paintEvent(self, event: QPaintEvent) -> None:
        """A grey line, and the done part over it."""
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        line = QRectF(self.rect())
        self._draw(painter, line, tokens.line)
        share = self.value() / max(1, self.maximum())
        if share > 0:
            line.setWidth(max(line.height(), share * line.width()))
            self._draw(painter, line, tokens.accent)
        painter.end()

    @staticmethod
    def _draw(painter: QPainter, line: QRectF, color: str) -> None:
        painter.setBrush(QColor(color))
        painter.drawRoundedRect(line, line.height() / 2, line.height() / 2)
