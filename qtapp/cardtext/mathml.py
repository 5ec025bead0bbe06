"""Set right what the typesetting library would get wrong, in the MathML of a formula.

Why each step, seen in ziamath 0.13 with latex2mathml 3.81 on the formulas of the course:

* spaces come from the MathML dictionary, too wide and blind to unary signs: replaced by TeX's;
* an ``em`` is drawn as 1.333 em: lengths are scaled back;
* ``\\mathbb R``, ``\\mathsf`` and ``\\mathtt`` name variants the library does not know;
* function names get a blank on both sides and their scripts hang too low: they become ``mn``;
* ``\\hat y`` gets the stretched accent, which also pushes the letter aside;
* inside a displayed fraction, sums keep their displayed size and limits;
* matrix rows touch, columns of ``cases`` too: struts and spaces are added;
* fractions carry a blank on both sides: it is taken back.
"""

import re
from xml.etree.ElementTree import Element

from qtapp.cardtext.atoms import CLASS_OF, Atom
from qtapp.cardtext.rows import BESIDE, LIBRARY_EM, SCRIPTED, Style, core, length, space_em, spaced

_FRACTION_SIDE = 0.12  # em; TeX's \\nulldelimiterspace
_FRACTION_BLANK = 3 / 18 / LIBRARY_EM  # em of the fraction that the library leaves on both sides
_SIZES = {"width", "height", "depth", "minsize", "maxsize"}
_LENGTHS = _SIZES | {"lspace", "rspace", "voffset", "columnspacing", "rowspacing"}
_VARIANTS = {"double-struck": "double", "sans-serif": "sans", "monospace": "mono"}
_REPLACED = {"*": "∗", "~": "∼", "-": "−", "⋅": "·"}
_UPRIGHT = "∇∞∀∃∄¬ℓ⊤∅∠′″/.%"
_SLANTED = "∂ϵϑϕϱϖ"
_LIMITS = {"lim", "max", "min", "sup", "inf", "argmax", "argmin"}
_ROWS = ("math", "mrow", "mtd", "msqrt", "mphantom", "mpadded", "menclose")
_WORDS = {"mi", "mo", "mn", "mtext"}
_BELOW = {beside: below for below, beside in BESIDE.items()}


def tidied(math: Element, *, is_display: bool) -> Element:
    """The same formula, ready to be drawn well.

    Args:
        math: The ``math`` element without namespace, as latex2mathml makes it; it is changed.
        is_display: On a line of its own.
    """
    return _tidied(math, Style.DISPLAY if is_display else Style.TEXT, is_display)


def _tidied(element: Element, style: Style, is_display: bool) -> Element:
    if element.tag == "mstyle":
        style = _declared_style(element, style)
    _clean_attributes(element)
    if element.tag in _WORDS and not len(element):
        return _leaf(element)
    if element.tag == "mo":
        element.tag = "mrow"  # \mathop{…} puts a whole row into an operator
    _move_limits(element, style, is_display)
    element[:] = [
        _tidied(child, _child_style(element, i, style), is_display)
        for i, child in enumerate(element)
    ]
    return _SHAPED.get(element.tag, _unchanged)(element, style)


def _declared_style(element: Element, style: Style) -> Style:
    if element.get("scriptlevel", "0") != "0":
        return Style.SCRIPT
    if "displaystyle" in element.attrib:
        return Style.DISPLAY if element.get("displaystyle") == "true" else Style.TEXT
    return style


def _child_style(element: Element, i: int, style: Style) -> Style:
    if element.tag == "mfrac":
        return Style.TEXT if style is Style.DISPLAY else Style.SCRIPT
    if element.tag in SCRIPTED:
        return style if i == 0 else Style.SCRIPT
    if element.tag == "mtable":
        is_displayed = element.get("displaystyle") == "true"
        return Style.DISPLAY if is_displayed else max(style, Style.TEXT)
    return style


def _clean_attributes(element: Element) -> None:
    for name in ("mathcolor", "mathbackground", "style", "color"):
        element.attrib.pop(name, None)  # ink follows the theme
    if (variant := element.get("mathvariant")) in _VARIANTS:
        element.set("mathvariant", _VARIANTS[variant])
    for name in _LENGTHS & element.attrib.keys():
        element.set(name, _scaled(element.attrib[name]))


def _scaled(lengths: str) -> str:
    return re.sub(r"(\d*\.?\d+)em", lambda m: f"{float(m[1]) * LIBRARY_EM:.4f}em", lengths)


# -- leaves ----------------------------------------------------------------------------------


def _leaf(element: Element) -> Element:
    text = (element.text or "").strip()
    if element.tag == "mtext":
        # The library draws a hyphen-minus in text as a rule.
        element.text = (element.text or "").replace("-", "\u2010")
    elif element.tag != "mn" and len(text) > 1 and text.replace("\u00a0", "").isalpha():
        element.tag = "mn"
        element.set("mathvariant", "normal")
        element.set("class", "bin" if text == "mod" else "op")
    elif element.tag in {"mi", "mo"} and len(text) == 1:
        _operator(element, _REPLACED.get(text, text))
    return element


def _operator(element: Element, text: str) -> None:
    element.text = text
    if text in CLASS_OF:
        element.tag = "mo"
        element.set("form", "prefix" if CLASS_OF[text] is Atom.OP else "infix")
    elif text in _UPRIGHT or text in _SLANTED:
        element.tag = "mi"
        element.attrib.setdefault("mathvariant", "normal" if text in _UPRIGHT else "italic")
    if element.tag == "mo":
        element.attrib.setdefault("lspace", "0")
        element.attrib.setdefault("rspace", "0")
        element.attrib.setdefault("stretchy", "false")


# -- inner nodes -----------------------------------------------------------------------------


def _unchanged(element: Element, style: Style) -> Element:
    return element


def _fraction(element: Element, style: Style) -> Element:
    if style is Style.DISPLAY:
        for child in element:
            child.set("displaystyle", "false")
    size = 1.0 if style is Style.DISPLAY else 0.7
    element.set("side", str(_FRACTION_SIDE - _FRACTION_BLANK * size))
    return element


def _accent(element: Element, style: Style) -> Element:
    mark = element[1]
    if mark.tag == "mo":
        mark.attrib.pop("stretchy", None)
        if element.get("accent") == "true" and mark.text in _NARROW:
            mark.text = _NARROW[mark.text]
        else:
            mark.set("stretchy", "true")
    return element


_NARROW = {"\u0302": "\u02c6", "\u0303": "\u02dc", "^": "\u02c6", "\u02c6": "\u02c6"}


def _table(element: Element, style: Style) -> Element:
    is_aligned = element.get("displaystyle") == "true"
    is_cases = not is_aligned and any(cell.get("columnalign") for cell in element.iter("mtd"))
    element.set("rowspacing", length(0.35 if is_aligned else 0.15))
    columns = "0em 1.5em" if is_aligned else "1em" if is_cases else "0.8em"
    element.set("columnspacing", _scaled(columns))
    for row in element:
        if len(row):
            strut = space_em(0)
            strut.attrib |= {"height": length(0.7), "depth": length(0.25)}
            row[0].insert(0, strut)
    return element


def _move_limits(element: Element, style: Style, is_display: bool) -> None:
    """Under the operator on a line of its own, beside it in fractions and running text."""
    if not len(element):
        return
    is_named = _is_named_limit(element)
    is_large = is_named or CLASS_OF.get(core(element)) is Atom.OP
    if style is Style.DISPLAY and is_named:
        element.tag = _BELOW.get(element.tag, element.tag)
    elif style is not Style.DISPLAY and is_display and is_large:
        element.tag = BESIDE.get(element.tag, element.tag)


def _is_named_limit(element: Element) -> bool:
    while len(element):
        element = element[0]
    text = (element.text or "").strip()
    is_declared = element.get("movablelimits") == "true"
    return text in _LIMITS or (is_declared and text.replace("\u00a0", "").isalpha())


def _declared(element: Element, style: Style) -> Element:
    if not element.attrib:
        element.tag = "mrow"  # the library's removal of bare mstyle elements loses a tag
    return spaced(element, style)


def _scripted(element: Element, style: Style) -> Element:
    if core(element) == "∇" and element.tag != "msup":
        row = Element("mrow")  # tuck it under the slope
        row.extend((space_em(-0.12), element[1]))
        element[1] = row
    return element


_SHAPED = dict.fromkeys(_ROWS, spaced) | {
    "mfrac": _fraction,
    "mstyle": _declared,
    "msub": _scripted,
    "msubsup": _scripted,
    "mover": _accent,
    "munder": _accent,
    "mtable": _table,
}
