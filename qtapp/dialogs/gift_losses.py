"""The dialog that tells what of some questions a GIFT file does not say."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from decks.errors import Problem
from qtapp.expectations import phrase
from qtapp.theme import set_role
from qtapp.tokens import Role

_NOTHING = "nothing"


class GiftLossesDialog(QDialog):
    """Questions by name, under what was written instead."""

    def __init__(self, lost: Sequence[Problem], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("gift-losses")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Export the quiz questions"))
        self._text = QPlainTextEdit(self._told(lost))
        self._text.setObjectName("losses")
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._lay_out()
        self.resize(620, 440)

    def _lay_out(self) -> None:
        title = QLabel(self.tr("What the file does not say as the course does"))
        set_role(title, Role.HEADING)
        self._text.setAccessibleName(title.text())
        buttons = QDialogButtonBox()
        close = buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.AcceptRole)
        copy = buttons.addButton(self.tr("Copy"), QDialogButtonBox.ButtonRole.ActionRole)
        close.setDefault(True)
        buttons.accepted.connect(self.accept)
        copy.clicked.connect(self._copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 18)
        column.setSpacing(12)
        for part in (title, self._text, buttons):
            column.addWidget(part)

    def _told(self, lost: Sequence[Problem]) -> str:
        by_instead: dict[str, list[str]] = {}
        for problem in lost:
            name, _, what = problem.found.partition(": ")
            shown = f"{name} ({what})" if problem.expected not in _SAID else name
            by_instead.setdefault(problem.expected, []).append(shown)
        return "\n\n".join(self._group(instead, names) for instead, names in by_instead.items())

    def _group(self, instead: str, names: list[str]) -> str:
        if instead == _NOTHING:
            head = self.tr("Left out, %n question(s):", "", len(names))
        else:
            head = self.tr("%n time(s), written instead: %1", "", len(names))
            head = head.replace("%1", phrase(instead))
        return "\n".join((head, *(f"    {name}" for name in names)))

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text.toPlainText())


_SAID = (
    _NOTHING,
    "a short answer",
    "pairs with the place of each item",
    "the picture's description",
)
"""Where the name says enough: what was found there is English, and told by the heading."""
