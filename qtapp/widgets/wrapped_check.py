"""A check box whose words take as many lines as they need; Qt's own are cut at its edge."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QStyle, QStyleOptionButton

from decks.spaces import words


class WrappedCheck(QCheckBox):
    """Shows its words in lines that fit into its width."""

    def __init__(self) -> None:
        super().__init__()
        self._words = ""

    def set_words(self, text: str) -> None:
        """What it says, in one line; screen readers hear it so."""
        self._words = text
        self.setAccessibleName(text)
        self._wrap()

    def minimumSizeHint(self) -> QSize:
        """As narrow as its longest word."""
        metrics = QFontMetrics(self.font())
        longest = max((metrics.horizontalAdvance(w) for w in words(self._words)), default=0)
        return QSize(self._beside + longest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other lines in another width."""
        super().resizeEvent(event)
        self._wrap()

    @property
    def _beside(self) -> int:
        """What the box and its frame take."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        part = QStyle.SubElement.SE_CheckBoxContents
        inside = self.style().subElementRect(part, option, self)
        return self.width() - inside.width()

    def _wrap(self) -> None:
        room, metrics = self.width() - self._beside, QFontMetrics(self.font())
        lines: list[str] = []
        for word in words(self._words):
            longer = f"{lines[-1]} {word}" if lines else word
            if lines and metrics.horizontalAdvance(longer) <= room:
                lines[-1] = longer
            else:
                lines.append(word)
        text = "\n".join(lines)
        if text != self.text():
            self.setText(text)
