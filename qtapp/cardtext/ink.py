"""Formulas as pixels: sharp on any screen, in any colour, each combination drawn once."""

from collections import OrderedDict
from math import ceil

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from qtapp.cardtext.formula import Drawing

X_HEIGHT_EM = 0.473
"""Of the library's font, STIX Two Math: an em of formula is the text's x-height over this."""

_KEPT = 400
_BOLD_STROKE_EM = 0.02
_images: OrderedDict[tuple[str, float, str, float, bool], tuple[QImage, int]] = OrderedDict()


def formula_image(
    drawing: Drawing, *, em: float, color: str, ratio: float, is_bold: bool = False
) -> tuple[QImage, int]:
    """One formula, and the row of pixels its baseline stands on.

    Args:
        drawing: What to draw.
        em: Its size in logical pixels.
        color: Of the ink, ``#RRGGBB``.
        ratio: Device pixels per logical pixel.
        is_bold: Thicken it a little, to sit in bold text.
    """
    key = (drawing.svg, em, color, ratio, is_bold)
    if key not in _images:
        _images[key] = _painted(drawing, em * ratio, _svg(drawing, color, is_bold=is_bold))
        _images[key][0].setDevicePixelRatio(ratio)
        if len(_images) > _KEPT:
            _images.popitem(last=False)
    _images.move_to_end(key)
    return _images[key]


def _svg(drawing: Drawing, color: str, *, is_bold: bool) -> QByteArray:
    stroke = ""
    if is_bold:
        # QSvg has no units here: the drawing's are 64 to the em.
        width = _BOLD_STROKE_EM * 64
        stroke = f'stroke="{color}" stroke-width="{width:.2f}" stroke-linejoin="round" '
    svg = drawing.svg.replace("<svg ", f"<svg {stroke}", 1).replace("currentColor", color)
    return QByteArray(svg.encode())


def _painted(drawing: Drawing, em: float, svg: QByteArray) -> tuple[QImage, int]:
    above = ceil(drawing.height * em) + 1
    below = ceil(drawing.depth * em) + 1
    width = ceil(drawing.width * em) + 2
    image = QImage(width, max(1, above + below), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    box = QRectF(
        0.0,
        above - drawing.height * em,
        drawing.width * em,
        (drawing.height + drawing.depth) * em,
    )
    QSvgRenderer(svg).render(painter, box)
    painter.end()
    return image, above
