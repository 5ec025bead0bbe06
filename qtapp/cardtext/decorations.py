"""What is painted behind and beside the text: grounds, bars of quotes, marks of lists, rules."""

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QPainter,
    QTextBlock,
    QTextFragment,
    QTextLine,
)

from qtapp.cardtext.document import CardDocument
from qtapp.cardtext.formats import BULLET, DECORATION, GROUND, MARK, QUOTES, Decoration, Formats
from qtapp.cardtext.geometry import block_area, block_origin, x_of
from qtapp.cardtext.objects import IS_STRUT, OBJECT, tail_width

_RADIUS = 6.0
_BAR = 3.0


def paint_decorations(painter: QPainter, document: CardDocument, formats: Formats) -> None:
    """Paint for every block that asks for it, in the document's coordinates."""
    if not _decorated(document):
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    for number in _decorated(document):
        block = document.findBlockByNumber(number)
        block_format = block.blockFormat()
        if block_format.hasProperty(QUOTES):
            _paint_quote(painter, block, formats)
        if block_format.hasProperty(DECORATION):
            _paint_block(painter, block, formats)
        if block_format.hasProperty(MARK):
            _paint_mark(painter, block, formats)
        for color, area in _grounds(document, block):
            painter.setBrush(QColor(color))
            painter.drawRoundedRect(area, _RADIUS * 0.6, _RADIUS * 0.6)
    painter.restore()


def _decorated(document: CardDocument) -> list[int]:
    """Which blocks have anything to paint; looked for once, since most have nothing."""
    revision, numbers = document.decorated
    if revision != document.revision():
        numbers = [block.blockNumber() for block in _blocks(document) if _has_any(block)]
        document.decorated = document.revision(), numbers
    return numbers


def _blocks(document: CardDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _has_any(block: QTextBlock) -> bool:
    block_format = block.blockFormat()
    is_marked = any(block_format.hasProperty(name) for name in (QUOTES, DECORATION, MARK))
    return is_marked or next(_runs(block), None) is not None


def _paint_block(painter: QPainter, block: QTextBlock, formats: Formats) -> None:
    area = block_area(block)
    if block.blockFormat().intProperty(DECORATION) == Decoration.CODE:
        pad = formats.code_pad
        painter.setBrush(QColor(formats.style.code_ground))
        painter.drawRoundedRect(area.adjusted(-pad, -pad, pad, pad), _RADIUS, _RADIUS)
    else:
        middle = round(area.center().y())
        painter.fillRect(QRectF(area.left(), middle, area.width(), 1), QColor(formats.style.line))


def _paint_quote(painter: QPainter, block: QTextBlock, formats: Formats) -> None:
    area = block_area(block)
    block_format, following = block.blockFormat(), block.next()
    goes_on = following.isValid() and following.blockFormat().hasProperty(QUOTES)
    bottom = area.bottom() + (block_format.bottomMargin() if goes_on else 0)
    color = QColor(formats.style.muted)
    color.setAlphaF(0.45)
    for level in range(block_format.intProperty(QUOTES)):
        x = block.document().documentMargin() + level * formats.quote
        painter.fillRect(QRectF(x, area.top(), _BAR, bottom - area.top()), color)


def _paint_mark(painter: QPainter, block: QTextBlock, formats: Formats) -> None:
    line = block.layout().lineAt(0)
    if not line.isValid():
        return
    origin = block_origin(block)
    baseline = origin.y() + line.y() + line.ascent()
    right = origin.x() + line.x() - formats.style.px * 0.5
    mark = str(block.blockFormat().property(MARK))
    metrics = QFontMetricsF(formats.font)
    if mark == BULLET:
        radius = formats.style.px * 0.16
        painter.setBrush(QColor(formats.style.muted))
        painter.drawEllipse(
            QPointF(right - radius, baseline - metrics.xHeight() / 2), radius, radius
        )
        return
    painter.setFont(formats.font)
    painter.setPen(QColor(formats.style.muted))
    painter.drawText(QPointF(right - metrics.horizontalAdvance(mark), round(baseline)), mark)
    painter.setPen(Qt.PenStyle.NoPen)


# -- grounds of single words -----------------------------------------------------------------


def _grounds(document: CardDocument, block: QTextBlock) -> Iterator[tuple[str, QRectF]]:
    """Colour and place of each run of characters that has a ground, line by line."""
    for color, run in _runs(block):
        start = run[0].position() - block.position()
        end = run[-1].position() + run[-1].length() - block.position()
        layout, text = block.layout(), block.text()
        for i in range(layout.lineCount()):
            line = layout.lineAt(i)
            first = max(start, line.textStart())
            last = min(end, line.textStart() + line.textLength())
            while last > first and text[last - 1] == " ":
                last -= 1  # the blank that a line is broken at
            if first < last:
                yield color, _chip(document, block, line, first, last, run)


def _runs(block: QTextBlock) -> Iterator[tuple[str, list[QTextFragment]]]:
    run: list[QTextFragment] = []
    color = ""
    iterator = block.begin()
    while not iterator.atEnd():
        fragment = iterator.fragment()
        found = str(fragment.charFormat().property(GROUND) or "")
        if found != color:
            if color:
                yield color, run
            run, color = [], found
        run.append(fragment)
        iterator += 1
    if color:
        yield color, run


def _chip(
    document: CardDocument,
    block: QTextBlock,
    line: QTextLine,
    first: int,
    last: int,
    run: list[QTextFragment],
) -> QRectF:
    """Around the words, and around formulas among them that are higher or deeper."""
    origin = block_origin(block)
    left, right = x_of(line, first), x_of(line, last)
    baseline = origin.y() + line.y() + line.ascent()
    metrics = QFontMetricsF(run[0].charFormat().font())
    above, below = metrics.capHeight() * 1.32, metrics.descent()
    if last == run[-1].position() + run[-1].length() - block.position():
        right -= _tail_width(run)
    for fragment in run:
        if fragment.charFormat().objectType() == OBJECT:
            extent = document.objects.extent(fragment.position(), fragment.charFormat())
            above, below = max(above, extent[0] + 1), max(below, extent[1])
    top = round(baseline - above)
    return QRectF(origin.x() + left - 2, top, right - left + 4, round(baseline + below + 1) - top)


def _tail_width(run: list[QTextFragment]) -> float:
    """Of the punctuation hung on a formula that ends a run: it is outside."""
    formats = [fragment.charFormat() for fragment in run[-2:]]
    shown = [found for found in formats if not found.boolProperty(IS_STRUT)]
    return tail_width(shown[-1]) if shown else 0.0
