"""A formula in one line of plain signs: « ∂L/∂w », « e⁻ᶻ », « W^[l] » for LaTeX.

It reads the MathML that formulas are drawn from, so what a card can show a list can say.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING

from qtapp.cardtext.atoms import CLASS_OF, Atom
from qtapp.cardtext.latex import simplified, unknown_command
from qtapp.cardtext.said import BLANK, Said, Weight, joined
from qtapp.cardtext.script_letters import accented, lowered, raised

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_NAMESPACE = ' xmlns="http://www.w3.org/1998/Math/MathML"'
_BRACES = {"⏞", "⏟"}
_ROOTS = {"2": "√", "3": "∛", "4": "∜"}


@cache  # tables ask for their cells at each painting; a collection has a few thousand formulas
def in_signs(latex: str) -> str:
    """A formula as one would type it on one line; its LaTeX where that cannot be read."""
    from xml.etree import ElementTree

    from latex2mathml.converter import convert  # late on purpose: a first card does without

    try:
        math = ElementTree.fromstring(convert(simplified(latex)).replace(_NAMESPACE, ""))
    except Exception:  # the converter raises whatever its parser stumbles over
        return latex
    if unknown_command(math):
        return latex
    return re.sub(" {2,}", " ", _row(math, is_script=False).text).strip()


def _said(element: Element, *, is_script: bool) -> Said:
    return _SAYINGS.get(element.tag, _row)(element, is_script=is_script)


def _leaf(element: Element, *, is_script: bool) -> Said:
    if len(element):  # \mathop{…} puts a whole row into an operator
        return _row(element, is_script=is_script)._replace(atom=Atom.OP)
    text = (element.text or "").strip()
    if len(text) > 1 and text.replace("\u00a0", "").isalpha():
        atom = Atom.BIN if text == "mod" else Atom.OP
        return Said(text.replace("\u00a0", " "), atom, is_word=True)
    return Said(text, CLASS_OF.get(text, Atom.ORD))


def _number(element: Element, *, is_script: bool) -> Said:
    return Said((element.text or "").strip())


def _words(element: Element, *, is_script: bool) -> Said:
    text = (element.text or "").replace("\u00a0", " ")
    return Said(text, is_word=True) if text.strip() else BLANK


def _space(element: Element, *, is_script: bool) -> Said:
    return Said("") if element.get("width", "").startswith("-") else BLANK


# -- rows ------------------------------------------------------------------------------------


def _row(row: Element, *, is_script: bool) -> Said:
    items: list[Said] = []
    for is_upright, group in groupby(_children(row), key=_is_upright_letter):
        said = [_said(child, is_script=is_script) for child in group]
        items += [_word(said)] if is_upright else said
    whole = joined(items, is_script=is_script)
    is_group = row.tag == "mrow" and len(row) == 1 and row[0].tag == "mo"
    return whole._replace(atom=Atom.ORD) if is_group else whole  # as in 0{,}5


def _children(row: Element) -> list[Element]:
    """Of a row; what stands between stretched brackets stands in the row itself."""
    found: list[Element] = []
    for child in row:
        is_fenced = child.tag == "mrow" and len(child) and child[0].get("fence") == "true"
        found += _unbraced(_children(child)) if is_fenced else [child]
    return found


def _unbraced(fenced: list[Element]) -> list[Element]:
    """The brace of cases stands alone, and rows are told without it."""
    is_alone = fenced[0].text == "{" and fenced[-1].text != "}"
    return fenced[1:] if is_alone else fenced


def _is_upright_letter(element: Element) -> bool:
    is_upright = element.tag == "mi" and element.get("mathvariant") == "normal"
    return is_upright and (element.text or "").isalpha()


def _word(letters: Sequence[Said]) -> Said:
    text = "".join(letter.text for letter in letters)
    return Said(text, is_word=len(text) > 1)


def _table(table: Element, *, is_script: bool) -> Said:
    is_aligned = table.get("displaystyle") == "true"
    rows = [_cells(row, is_aligned=is_aligned, is_script=is_script) for row in table]
    return Said("; ".join(rows), Atom.INNER, Weight.SUM)


def _cells(row: Element, *, is_aligned: bool, is_script: bool) -> str:
    """Cells with a blank between; a comma before a condition, unless it begins with a word."""
    text = ""
    for cell in row:
        is_case = cell.get("columnalign") == "left" and not is_aligned
        is_condition = is_case and next(cell.iter("mtext"), None) is None
        text += (", " if is_condition else " ") if text else ""
        text += _row(cell, is_script=is_script).text
    return text


# -- fractions, roots, scripts ---------------------------------------------------------------


def _fraction(element: Element, *, is_script: bool) -> Said:
    above, below = (_said(child, is_script=is_script) for child in element)
    if element.get("linethickness") == "0":
        return Said(f"{above.text}; {below.text}")
    text = f"{above.within(Weight.PRODUCT)}/{below.within(Weight.ONE)}"
    return Said(text, Atom.INNER, Weight.SUM, is_word=True)


def _root(element: Element, *, is_script: bool) -> Said:
    if element.tag == "mroot":
        inside = _said(element[0], is_script=is_script)
        degree = _said(element[1], is_script=True).text
        sign = _ROOTS.get(degree, f"{raised(degree)}√")
    else:
        inside, sign = _row(element, is_script=is_script), "√"
    return Said(sign + inside.within(Weight.ONE))


def _scripted(element: Element, *, is_script: bool) -> Said:
    base = _said(element[0], is_script=is_script)
    scripts = [_said(child, is_script=True).text for child in element[1:]]
    if element.tag in ("mover", "munder") and element[1].tag == "mo":
        if scripts[0] in _BRACES:
            return base
        if (marked := accented(base.text, scripts[0])) is not None:
            return base._replace(text=marked)
    below = scripts[0] if element.tag in _BELOW else ""
    above = scripts[-1] if element.tag not in ("msub", "munder") else ""
    added = (lowered(below) if below else "") + (raised(above) if above else "")
    is_trailing = base.is_word or any(mark in added for mark in "^_")
    text = base.within(Weight.ONE) + added
    return Said(text, base.atom, is_word=base.is_word, is_trailing=is_trailing)


def _nothing(element: Element, *, is_script: bool) -> Said:
    return Said("")


_BELOW = {"msub", "msubsup", "munder", "munderover"}
_SCRIPTED = {*_BELOW, "msup", "mover"}
_SAYINGS: dict[str, Callable[..., Said]] = dict.fromkeys(_SCRIPTED, _scripted) | {
    "mi": _leaf,
    "mo": _leaf,
    "mn": _number,
    "mtext": _words,
    "mspace": _space,
    "mfrac": _fraction,
    "msqrt": _root,
    "mroot": _root,
    "mtable": _table,
    "mphantom": _nothing,
}
