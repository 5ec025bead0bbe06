"""A row of widgets that becomes a column where it is too wide."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class BendingRow(QWidget):
    """Side by side as long as all fit."""

    def __init__(self, *parts: QWidget | None, spacing: int = 12) -> None:
        """Hold parts from left to right; None is room that stretches."""
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._parts = [part for part in parts if part is not None]
        self._row = QBoxLayout(_ACROSS, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(spacing)
        for part in parts:
            self._row.addStretch(1) if part is None else self._row.addWidget(part)

    def align(self, part: QWidget, side: Qt.AlignmentFlag) -> None:
        """Let a part keep its natural size, at a side of its place."""
        self._row.setAlignment(part, side)

    def may_bend(self, is_free: bool) -> None:
        """Whether it may take less room than its parts need side by side."""
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Preferred if is_free else policy.Minimum, policy.Fixed)

    @property
    def _across(self) -> int:
        """How wide it is as a row."""
        shown = [part for part in self._parts if not part.isHidden()]
        wide = sum(part.sizeHint().width() for part in shown)
        return wide + self._row.spacing() * len(shown)

    def _bend(self) -> None:
        is_free = self.sizePolicy().horizontalPolicy() is not QSizePolicy.Policy.Minimum
        direction = _DOWN if is_free and self._across > self.width() else _ACROSS
        if direction is not self._row.direction():
            self._row.setDirection(direction)
            self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Bend, or not."""
        super().resizeEvent(event)
        self._bend()
        if self.hasHeightForWidth():
            self.updateGeometry()

    def event(self, event: QEvent) -> bool:
        """Something is shown, hidden or named otherwise."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._bend()
        return super().event(event)

    def sizeHint(self) -> QSize:
        """As wide as a row, as high as its parts are at its width: Qt holds it to that."""
        hint = super().sizeHint()
        hint.setWidth(self._across)
        if self.hasHeightForWidth():
            hint.setHeight(self.heightForWidth(self.width()))
        return hint

    def minimumSizeHint(self) -> QSize:
        """The widest part alone."""
        widths = (part.minimumSizeHint().width() for part in self._parts if not part.isHidden())
        return QSize(max(widths, default=0), super().minimumSizeHint().height())
