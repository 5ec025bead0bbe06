"""From LaTeX to a drawing: the only module that knows the typesetting library.

It is imported by the child process `formula_worker`, never by the window's process.
"""

import re
import warnings
from typing import Any
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from qtapp.cardtext.formula import Drawing, Formula
from qtapp.cardtext.latex import simplified, unknown_command
from qtapp.cardtext.mathml import tidied

with warnings.catch_warnings():
    warnings.simplefilter("ignore", DeprecationWarning)  # ziamath 0.13 under Python 3.11
    from ziamath.config import config
    from ziamath.nodes.mrow import Mrow
    from ziamath.operators import operators
    from ziamath.tex import tex2mml
    from ziamath.zmath import Math

config.svg2 = False  # symbols are beyond Qt's SVG
config.precision = 2

UNITS_PER_EM = 64.0
MAX_HEIGHT_EM = 14.0
MAX_WIDTH_EM = 90.0
_STRETCHING = {name for (name, _), how in operators.items() if how.get("stretchy") == "true"}
_NAMESPACE = ' xmlns="http://www.w3.org/1998/Math/MathML"'
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:e-?\d+)?")


class FormulaError(Exception):
    """A formula that cannot be drawn; the message says why, in English."""


def typeset(formula: Formula) -> Drawing:
    """Draw one formula.

    Raises:
        FormulaError: Whatever is wrong: not LaTeX, an unknown command, or a drawing of a size
            that no formula of a card has.
    """
    try:
        svg, width = _drawn(formula)
    except FormulaError:
        raise
    except Exception as error:  # the library's border: anything may arrive here
        raise FormulaError(f"{type(error).__name__}: {error}") from error
    return _drawing(svg, width)


class _Row(Mrow, tag="mrow"):
    """Known to the library by its tag, in place of its own row.

    That one lays everything in it out a first time, to know how high a fence beside it must be;
    so what is in a row in a row is laid out four times. Here only where something stretches.
    """

    def _get_height_nostretch(self, line: list[Element], **how: Any) -> tuple[float, float]:
        if any(_may_stretch(part) for child in line for part in child.iter()):
            return super()._get_height_nostretch(line, **how)
        return 0.0, 0.0


def _may_stretch(element: Element) -> bool:
    if element.tag not in ("mo", "mi"):  # the library makes an ``mo`` of some ``mi``
        return element.tag == "mfenced"
    is_by_itself = (element.text or "").strip() in _STRETCHING
    return element.get("stretchy", "true" if is_by_itself else "false") != "false"


def _drawn(formula: Formula) -> tuple[Element, float]:
    text = tex2mml(simplified(formula.latex), inline=not formula.is_display)
    math = ElementTree.fromstring(text.replace(_NAMESPACE, ""))
    if command := unknown_command(math):
        raise FormulaError(f"unknown command {command}")
    math = tidied(math, is_display=formula.is_display)
    picture = Math(math, size=UNITS_PER_EM, margin=0)
    return picture.svgxml(), float(picture.node.bbox.xmax)


def _drawing(svg: Element, width: float) -> Drawing:
    left, top, right, bottom = _ink(svg)
    left, right = min(left, 0.0), max(right, width)
    width_em, height_em = (right - left) / UNITS_PER_EM, (bottom - top) / UNITS_PER_EM
    if width_em > MAX_WIDTH_EM or height_em > MAX_HEIGHT_EM:
        raise FormulaError(f"drawing too large: {width_em:.1f} x {height_em:.1f} em")
    return Drawing(
        width=round(width_em, 4),
        height=round(-top / UNITS_PER_EM, 4),
        depth=round(bottom / UNITS_PER_EM, 4),
        svg=_document(svg, f"{left:.2f} {top:.2f} {right - left:.2f} {bottom - top:.2f}"),
    )


def _ink(svg: Element) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of everything drawn; control points stand for their curves."""
    xs: list[float] = []
    ys: list[float] = []
    for element in svg.iter():
        if element.tag == "path":  # ziafont writes absolute M, L, Q and Z only
            numbers = [float(n) for n in _NUMBER.findall(element.get("d", ""))]
            xs += numbers[::2]
            ys += numbers[1::2]
        elif element.tag == "rect":
            x, y, w, h = (float(element.get(name, 0)) for name in ("x", "y", "width", "height"))
            rim = float(element.get("stroke-width", 0)) / 2
            xs += (x - rim, x + w + rim)
            ys += (y - rim, y + h + rim)
    if not xs or max(xs) <= min(xs) or max(ys) <= min(ys):
        raise FormulaError("nothing to draw")
    return min(xs), min(ys), max(xs), max(ys)


def _document(svg: Element, view_box: str) -> str:
    shapes = "".join(ElementTree.tostring(child, encoding="unicode") for child in svg)
    shapes = shapes.replace(' fill="black"', "").replace('stroke="black"', 'stroke="currentColor"')
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{view_box}" fill="currentColor">'
        f"{shapes}</svg>"
    )
