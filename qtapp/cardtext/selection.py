"""Selected formulas, painted as selected text is.

Qt lays the selection's colour over an inline object when it has been drawn, which leaves a formula
faint. So they are painted once more, above that.
"""

from collections.abc import Iterator

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QTextCharFormat, QTextCursor

from qtapp.cardtext.document import CardDocument
from qtapp.cardtext.formats import brush
from qtapp.cardtext.geometry import block_origin, x_of
from qtapp.cardtext.objects import IS_STRUT, OBJECT, TAIL_INK
from qtapp.cardtext.style import TextStyle


def paint_selected_formulas(
    painter: QPainter, document: CardDocument, cursor: QTextCursor, style: TextStyle
) -> None:
    """Paint the formulas between the ends of a selection, in the document's coordinates."""
    for position, text_format in _objects(document, cursor):
        rect = _room(document, position, text_format)
        if rect is None:
            continue
        selected = QTextCharFormat(text_format)
        selected.setForeground(brush(style.on_accent))
        selected.setProperty(TAIL_INK, style.on_accent)
        painter.fillRect(rect, brush(style.accent))
        document.objects.drawObject(painter, rect, document, position, selected)


def _objects(document: CardDocument, cursor: QTextCursor) -> Iterator[tuple[int, QTextCharFormat]]:
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    block = document.findBlock(start)
    while block.isValid() and block.position() < end:
        iterator = block.begin()
        while not iterator.atEnd():
            fragment = iterator.fragment()
            iterator += 1
            text_format = fragment.charFormat()
            if text_format.objectType() != OBJECT or text_format.boolProperty(IS_STRUT):
                continue
            for position in range(fragment.position(), fragment.position() + fragment.length()):
                if start <= position < end:
                    yield position, text_format
        block = block.next()


def _room(document: CardDocument, position: int, text_format: QTextCharFormat) -> QRectF | None:
    """Where Qt put the object: on the baseline, as high as it asked to be."""
    block = document.findBlock(position)
    line = block.layout().lineForTextPosition(position - block.position())
    if not line.isValid():
        return None
    size = document.objects.intrinsicSize(document, position, text_format)
    origin = block_origin(block)
    left = origin.x() + x_of(line, position - block.position())
    baseline = origin.y() + line.y() + line.ascent()
    return QRectF(left, baseline - size.height(), size.width(), size.height())
