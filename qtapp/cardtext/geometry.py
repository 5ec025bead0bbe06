"""Where Qt put blocks and characters, in a document's coordinates."""

from typing import Any

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTextBlock, QTextLine


def block_area(block: QTextBlock) -> QRectF:
    """Around the lines of a block."""
    return block.layout().boundingRect().translated(block_origin(block))


def block_origin(block: QTextBlock) -> QPointF:
    """Of the coordinates that the block's lines are told in; a table shifts it."""
    # Qt moves the lines' rectangle here, wherever in the block they are.
    return block.document().documentLayout().blockBoundingRect(block).topLeft()


def x_of(line: QTextLine, position: int) -> float:
    """Left edge of a character of the block, from the block's origin."""
    found: Any = line.cursorToX(position)  # PySide6 gives a pair: the x and the position it took
    return float(found[0] if isinstance(found, tuple) else found)
