"""Rows of a formula: which atoms stand in them, and the spaces TeX puts between."""

from enum import IntEnum
from itertools import pairwise
from xml.etree.ElementTree import Element

from qtapp.cardtext.atoms import CLASS_OF, Atom, gap_em, resolve


class Style(IntEnum):
    """TeX's styles, as far as they change spaces and limits."""

    DISPLAY = 0
    TEXT = 1
    SCRIPT = 2


LIBRARY_EM = 0.75
"""What to write for an em: the library multiplies it by 1.333."""

BESIDE = {"munder": "msub", "mover": "msup", "munderover": "msubsup"}
SCRIPTED = frozenset((*BESIDE, *BESIDE.values(), "mmultiscripts"))
_SCRIPT_SIDE = 0.05  # em after a sub- or superscript, as TeX's \\scriptspace
_FENCE_BLANK = 2 / 18 / LIBRARY_EM  # em that the library leaves before a stretched fence


def space_em(width_em: float) -> Element:
    """A blank of this width."""
    return Element("mspace", width=length(width_em))


def length(width_em: float) -> str:
    """A length in em, as the library must read it."""
    return f"{width_em * LIBRARY_EM + 0.0:.4f}em"


_NOTHING = length(0)


def core(element: Element) -> str:
    """The text that an atom is built on: of a sum with limits, the sum."""
    while len(element):
        element = element[0]
    return (element.text or "").strip()


def spaced(row: Element, style: Style) -> Element:
    """Put TeX's spaces between the atoms of a row."""
    children = _merged(row)
    _stretch_fences(children)
    gaps = _gaps(children, is_script=style is Style.SCRIPT)
    row[:] = [space_em(gaps[0])]
    for child, gap in zip(children, gaps[1:], strict=True):
        row.extend((child, space_em(gap)))
    row[:] = [item for item in row if item.get("width") != _NOTHING]
    return _unwrapped(row)


def _gaps(children: list[Element], *, is_script: bool) -> list[float]:
    """Em before each child, and after the last."""
    gaps = [0.0] * (len(children) + 1)
    places = [i for i, child in enumerate(children) if child.tag != "mspace"]
    shown = [children[i] for i in places]
    atoms = resolve([_class(child) for child in shown], [_character(child) for child in shown])
    for (left, left_atom), (right, right_atom) in pairwise(zip(places, atoms, strict=True)):
        gaps[right] = gap_em(left_atom, right_atom, is_script=is_script)
        gaps[right] += _extra(children[left], children[right])
    for i, child in enumerate(children):
        side = float(child.attrib.pop("side", 0))
        gaps[i] += side
        gaps[i + 1] += side
    return gaps


def _unwrapped(row: Element) -> Element:
    """A row of one is that one: the library takes twice as long for each row inside another."""
    if row.tag != "mrow" or len(row) != 1 or row.attrib:
        return row
    if row[0].tag == "mo":
        row[0].set("class", "ord")  # as in 0{,}5
    return row[0]


def _extra(left: Element, right: Element) -> float:
    """What a pair needs beside TeX's table, in em."""
    extra = _SCRIPT_SIDE if left.tag in {"msub", "msup", "msubsup"} else 0.0
    if left.tag == "mo" and left.text == ";":
        extra += 2 / 18  # it parts numbers that hold commas
    if left.tag == "mi" and left.text in {"∂", "∇"}:
        extra -= 0.05
    if _class(left) is Atom.OP and _class(right) is Atom.FENCE:
        extra += 3 / 18  # a bar that opens is still a bar: "max |x|"
    if right.tag == "mrow" and len(right) and right[0].get("fence") == "true":
        extra -= _FENCE_BLANK
    return extra


def _merged(row: Element) -> list[Element]:
    """Children, with upright letters side by side made one word."""
    children: list[Element] = []
    for child in row:
        is_upright = child.tag == "mi" and child.get("mathvariant") == "normal"
        if is_upright and (child.text or "").isalpha():
            child.tag = "mn"
            child.set("class", "word")
            if children and children[-1].get("class") == "word":
                children[-1].text = (children[-1].text or "") + (child.text or "")
                continue
        children.append(child)
    return children


def _stretch_fences(children: list[Element]) -> None:
    for i, child in enumerate(children):
        if child.tag == "mtable":
            for fence in children[max(0, i - 1) : i + 2]:
                if fence.tag == "mo":
                    fence.set("stretchy", "true")
                    fence.set("fence", "true")


def _class(element: Element) -> Atom:
    tag = element.tag
    if tag in {"mo", "mi", "mn"}:
        if (named := element.get("class")) in _NAMED:
            return _NAMED[named]
        return CLASS_OF.get(core(element), Atom.ORD) if tag == "mo" else Atom.ORD
    if tag in SCRIPTED and len(element):
        is_accented = tag in BESIDE and element[1].tag == "mo"
        return Atom.ORD if is_accented else _class(element[0])
    if tag == "mrow" and len(element):
        return _row_class(element)
    if tag == "mstyle" and len(element) == 1:
        return _class(element[0])
    return Atom.ORD


_NAMED = {"ord": Atom.ORD, "op": Atom.OP, "bin": Atom.BIN}


def _row_class(row: Element) -> Atom:
    is_fenced = row[0].tag == "mo" and row[0].get("fence") == "true"
    return Atom.INNER if is_fenced else Atom.ORD


def _character(element: Element) -> str:
    if element.tag in SCRIPTED and len(element):
        return _character(element[0])
    return (element.text or "").strip() if element.tag == "mo" else ""
