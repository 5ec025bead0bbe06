"""Formulas and images inside a text document: how much room they take and how they are painted.

Qt has no alignment that says "so much above the baseline, so much below". An object stands on the
baseline with nothing below it, or, with ``AlignMiddle``, its ascent minus its descent is half the
font's x-height, whatever its height is (QTextDocumentLayout::resizeInlineObject). So a formula
stands on the baseline and draws its depth below its own room, into the line's descent; a strut
behind it, without width and under ``AlignMiddle``, makes the line as deep as text is, or as that
formula needs. Lines keep their distance, and none is padded for nothing.

Qt may break a line after any object, also before a comma. So what must not part from a formula
hangs on it: the object draws its *tail* itself.
"""

from math import ceil, floor

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QFontMetricsF,
    QImage,
    QPainter,
    QPyTextObject,
    QTextBlock,
    QTextCharFormat,
    QTextDocument,
    QTextFormat,
)

from qtapp.cardtext.formula import Drawing
from qtapp.cardtext.ink import X_HEIGHT_EM, formula_image

OBJECT = QTextFormat.ObjectTypes.UserObject + 1
"""The object type of both; see `QTextCharFormat.setObjectType`."""

NAME = QTextFormat.Property.UserProperty + 1
"""Format property: which formula or image, as the document knows it."""

SOURCE = QTextFormat.Property.UserProperty + 2
"""Format property: what is copied in its place."""

IS_STRUT = QTextFormat.Property.UserProperty + 3
"""Format property: only the depth of the line beside the formula named is meant."""

TAIL = QTextFormat.Property.UserProperty + 4
"""Format property: punctuation that the object draws behind itself."""

TAIL_INK = QTextFormat.Property.UserProperty + 5
TAIL_WEIGHT = QTextFormat.Property.UserProperty + 6

_MIN_SHRINK = 0.6  # 10 px of 16: smaller could not be read, so the text scrolls sideways instead
_OVERHANG = 0.14  # of the font's height: deeper than text by this does not part lines


class InlineObjects(QPyTextObject):
    """Draws the formulas and images that a `QTextDocument` holds as `OBJECT` characters.

    Attributes:
        drawings: Formulas by name.
        images: Images by name.
    """

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._document = document
        self.drawings: dict[str, Drawing] = {}
        self.images: dict[str, QImage] = {}
        self._sizes: dict[int, QSizeF] = {}
        self._sized: tuple[int, float] = (-1, -1.0)
        document.documentLayout().registerHandler(OBJECT, self)

    def intrinsicSize(self, doc: QTextDocument, position: int, shape: QTextFormat) -> QSizeF:
        """Room on the line; Qt asks five times for each object from a change to its painting."""
        of_now = self._document.revision(), self._document.textWidth()
        if of_now != self._sized:
            self._sizes, self._sized = {}, of_now
        if position not in self._sizes:
            self._sizes[position] = self._size(position, shape)
        return self._sizes[position]

    def _size(self, position: int, shape: QTextFormat) -> QSizeF:
        text_format = shape.toCharFormat()
        room = self._room(position)
        drawing = self.drawings.get(text_format.property(NAME))
        if drawing is None:
            return self._image_size(text_format, room)
        em = em_px(text_format, drawing, room)
        if text_format.boolProperty(IS_STRUT):
            depth = _line_depth(text_format, drawing.depth * em)
            return QSizeF(0, 2 * depth + half_x_height(text_format))
        width = drawing.width * em + tail_width(text_format)
        return QSizeF(ceil(round(width, 6)), ceil(drawing.height * em))

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        doc: QTextDocument,
        position: int,
        shape: QTextFormat,
    ) -> None:
        """Paint into the room that `intrinsicSize` asked for."""
        text_format = shape.toCharFormat()
        name = text_format.property(NAME)
        if text_format.boolProperty(IS_STRUT):
            return
        if (drawing := self.drawings.get(name)) is not None:
            em = em_px(text_format, drawing, self._room(position))
            _draw_formula(painter, QRectF(rect), drawing, em, text_format)
        elif (image := self.images.get(name)) is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(rect, image)

    def extent(self, position: int, text_format: QTextCharFormat) -> tuple[float, float]:
        """Logical pixels above and below the baseline."""
        drawing = self.drawings.get(text_format.property(NAME))
        if drawing is None:
            return self.intrinsicSize(self._document, position, text_format).height(), 0.0
        em = em_px(text_format, drawing, self._room(position))
        return drawing.height * em, drawing.depth * em

    def _image_size(self, text_format: QTextCharFormat, room: float) -> QSizeF:
        image = self.images.get(text_format.property(NAME))
        if image is None:
            return QSizeF(0, 0)
        size = QSizeF(image.deviceIndependentSize())
        return (
            size.scaled(room, size.height(), Qt.AspectRatioMode.KeepAspectRatio)
            if (size.width() > room)
            else size
        )

    def _room(self, position: int) -> float:
        """Width of the line that a character stands on."""
        width = self._document.textWidth() - 2 * self._document.documentMargin()
        block = self._document.findBlock(position)
        return max(width - _margins(block, self._document.indentWidth()), 1.0)


def _draw_formula(
    painter: QPainter, rect: QRectF, drawing: Drawing, em: float, text_format: QTextCharFormat
) -> None:
    ink = text_format.foreground().color()
    image, above = formula_image(
        drawing,
        em=em,
        color=ink.name(),
        ratio=painter.deviceTransform().m11(),
        is_bold=text_format.fontWeight() >= QFont.Weight.DemiBold,
    )
    _draw_on_pixels(painter, rect.bottomLeft(), image, above)
    if tail := tail_of(text_format):
        painter.setFont(_tail_font(text_format))
        painter.setPen(QColor(text_format.property(TAIL_INK)))
        x = rect.left() + drawing.width * em + _tail_gap(text_format)
        painter.drawText(QPointF(x, rect.bottom()), tail)


def _draw_on_pixels(painter: QPainter, baseline: QPointF, image: QImage, above: int) -> None:
    """On whole device pixels: anything else would blur it, and text stands on them too."""
    origin = painter.deviceTransform().map(baseline)
    painter.save()
    painter.resetTransform()
    back, _ = painter.deviceTransform().inverted()
    pixel = QPointF(floor(origin.x() + 0.5), floor(origin.y() + 0.5) - above)
    painter.drawImage(back.map(pixel), image)
    painter.restore()


def tail_of(text_format: QTextCharFormat) -> str:
    """The punctuation that hangs on an object, if any."""
    return str(text_format.property(TAIL) or "")


def tail_width(text_format: QTextCharFormat) -> float:
    """Room for it, in logical pixels."""
    if not (tail := tail_of(text_format)):
        return 0.0
    return _tail_gap(text_format) + QFontMetricsF(_tail_font(text_format)).horizontalAdvance(tail)


def _tail_gap(text_format: QTextCharFormat) -> float:
    return 0.05 * text_format.font().pixelSize()  # a comma must not touch a subscript


def _tail_font(text_format: QTextCharFormat) -> QFont:
    font = text_format.font()
    font.setWeight(QFont.Weight(text_format.intProperty(TAIL_WEIGHT)))
    return font


def em_px(text_format: QTextCharFormat, drawing: Drawing, room: float) -> float:
    """Size of a formula's em in logical pixels: its x as high as the text's, unless too wide.

    It must fit with its tail, in whole pixels; Qt takes one more where a glyph behind overhangs.
    """
    em = QFontMetricsF(text_format.font()).xHeight() / X_HEIGHT_EM
    shrink = min(1.0, (floor(room) - 1 - tail_width(text_format)) / max(drawing.width * em, 1.0))
    return em * max(shrink, _MIN_SHRINK)


def _line_depth(text_format: QTextCharFormat, depth: float) -> float:
    font = text_format.font()
    descent = QFontMetricsF(font).descent()
    return ceil(depth) if depth > descent + _OVERHANG * font.pixelSize() else descent


def half_x_height(text_format: QTextCharFormat) -> float:
    """What Qt makes the difference of ascent and descent under AlignMiddle."""
    return QFontMetrics(text_format.font()).xHeight() / 2


def _margins(block: QTextBlock, indent_width: float) -> float:
    block_format = block.blockFormat()
    margins = block_format.leftMargin() + block_format.rightMargin()
    return margins + block_format.indent() * indent_width
