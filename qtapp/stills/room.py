"""Where tables, networks and small images of a run lie, side by side where there is room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from qtapp.said import language
from qtapp.stills.block import Block
from qtapp.stills.found import Still
from qtapp.theme import Theme, set_role
from qtapp.tokens import Role

ACROSS_PX, DOWN_PX = 32, 18
"""Between blocks."""


class StillRoom(QWidget):
    """Shows what it was given last, as high as it has to be.

    Blocks are made one a turn of the event loop, none of them longer than a frame, and seen once
    all are there. Until then words say what will be.

    Signals:
        shown: All is there.

    Attributes:
        blocks: What is there.
        words: What is said in its place.
    """

    shown = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._least_px = 0.0
        self._height = 0
        self._stills: tuple[Still, ...] = ()
        self._language = language()
        self.blocks: list[Block] = []
        self.words = QLabel(self)
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.words.setWordWrap(True)
        set_role(self.words, Role.MUTED)
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._make_one)
        theme.changed.connect(self._renew)

    @property
    def is_whole(self) -> bool:
        """Whether all that it was given is seen."""
        return bool(self._stills) and len(self.blocks) == len(self._stills)

    def begin(self, awaited: str, *, least_px: float) -> None:
        """Say what will be here, in as much room as that needs.

        Args:
            awaited: In words; empty where nothing will be.
            least_px: Height before it is there, in the design's pixels.
        """
        self._least_px, self._height = least_px, 0
        self.say(awaited)
        self.setVisible(bool(awaited))
        self._arrange()

    def say(self, awaited: str) -> None:
        """Show these words alone, in the room of what was there, lest all below it jumps."""
        self._next.stop()
        self._stills = ()
        self._release_keys()
        for block in self.blocks:
            block.hide()
            block.deleteLater()
        self.blocks = []
        self.words.setText(awaited)
        self.words.show()

    def _release_keys(self) -> None:
        """Let the page have the keys of what goes; else Qt would choose who gets them."""
        focused = QApplication.focusWidget()
        if focused is None or not self.isAncestorOf(focused):
            return
        around = self.parentWidget()
        while around is not None and around.focusPolicy() is Qt.FocusPolicy.NoFocus:
            around = around.parentWidget()
        if around is not None:
            around.setFocus()

    def give(self, stills: Sequence[Still]) -> None:
        """Show these; `shown` follows, unless they are there already."""
        if tuple(stills) == self._stills:
            if language() != self._language:
                self._renew()
            return
        self.say(self.words.text())
        self._stills = tuple(stills)
        self._language = language()
        self.show()
        self._next.start()

    @Slot()
    def _make_one(self) -> None:
        block = Block(self._theme, self._stills[len(self.blocks)], self)
        self.blocks.append(block)
        if not self.is_whole:
            self._next.start()
            return
        self.words.hide()
        self._arrange()
        for made in self.blocks:
            made.show()
        self.shown.emit()

    @Slot()
    def _renew(self) -> None:
        self._language = language()
        for block in self.blocks:
            block.renew()
        self._arrange()

    def _arrange(self) -> None:
        """Blocks from left to right and down, and room for them all."""
        if self.is_whole:
            self._height = self._place_blocks()
        self.setFixedHeight(max(self._theme.px(self._least_px), self._height))
        self.words.setGeometry(self.rect())

    def _place_blocks(self) -> int:
        """Put each into its place; tells how high they are together."""
        across, down = self._theme.px(ACROSS_PX), self._theme.px(DOWN_PX)
        left = top = row_height = 0
        for block in self.blocks:
            width = min(block.natural_width(), self.width())
            if left and left + width > self.width():
                left, top, row_height = 0, top + row_height + down, 0
            height = block.fit(width)
            block.setGeometry(left, top, width, height)
            left, row_height = left + width + across, max(row_height, height)
        return top + row_height

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange all for another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._arrange()
        self.words.setGeometry(self.rect())
