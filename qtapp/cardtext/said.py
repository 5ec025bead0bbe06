"""Parts of a formula said in one line, and how a row of them is joined."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from itertools import pairwise
from typing import NamedTuple

from qtapp.cardtext.atoms import Atom, gap_em, resolve

THIN = "\u202f"
_DIFFERENTIALS = {"∂", "d"}
_PARTING = {Atom.OP, Atom.BIN, Atom.REL, Atom.PUNCT}


class Weight(IntEnum):
    """What can stand where without brackets."""

    ONE = 0  # a letter, a number, a bracket: anywhere
    PRODUCT = 1  # signs side by side: above a bar, not below
    SUM = 2


class Said(NamedTuple):
    """A part of a formula, in plain signs.

    Attributes:
        text: The signs.
        atom: What it is to its neighbours.
        weight: Whether it must be bracketed in a fraction, under a root or below a script.
        is_word: A letter or digit on either side needs a blank between.
        is_trailing: So does one behind it: a script that stays on the line.
    """

    text: str
    atom: Atom = Atom.ORD
    weight: Weight = Weight.ONE
    is_word: bool = False
    is_trailing: bool = False

    def within(self, most: Weight) -> str:
        """The text, in brackets if it weighs more than this."""
        return self.text if self.weight <= most else f"({self.text})"


BLANK = Said("")
"""A space that the author asked for."""


def joined(items: Sequence[Said], *, is_script: bool) -> Said:
    """Say a row: its parts with TeX's spaces between them, as far as a blank can show them."""
    shown = [item for item in items if item.text]
    atoms = resolve([item.atom for item in shown], [item.text[:1] for item in shown])
    signs = {i for i, item in enumerate(shown) if item.atom is Atom.BIN and atoms[i] is Atom.ORD}
    row = [item._replace(atom=atom) for item, atom in zip(shown, atoms, strict=True)]
    asked = _asked(items)
    text = "".join(item.text for item in row[:1])
    for i, (left, right) in enumerate(pairwise(row), 1):
        is_glued = i - 1 in signs
        text += "" if is_glued else _blank(left, right, is_asked=i in asked, is_script=is_script)
        text += right.text
    return _said_row(text, row)


def _asked(items: Sequence[Said]) -> set[int]:
    """Before which of the shown parts a space was asked for."""
    count, found = 0, set()
    for item in items:
        if item.text:
            count += 1
        elif item is BLANK:
            found.add(count)
    return found


def _blank(left: Said, right: Said, *, is_asked: bool, is_script: bool) -> str:
    before, after = left.text[-1], right.text[0]
    if right.atom is Atom.PUNCT and not is_asked:
        return ""
    if is_asked and before.isdecimal() and (after.isdecimal() or after == "%"):
        return THIN
    is_apart = left.is_word or left.is_trailing or right.is_word
    is_wanted = (
        is_asked
        or gap_em(left.atom, right.atom, is_script=is_script) > 0
        or (is_apart and (before.isalnum() or before in ")]") and after.isalnum())
        or (left.atom is Atom.OP and right.atom is Atom.OPEN and _is_spaced(left, after))
    )
    return " " if is_wanted else ""


def _is_spaced(operator: Said, bracket: str) -> bool:
    """A sum before any bracket, a name before a bar: « ∑ [a + b] », « max |x| », but « max(x) »."""
    return bracket in "|‖" or not operator.text[0].isalpha()


def _said_row(text: str, row: Sequence[Said]) -> Said:
    if len(row) == 1:
        return row[0]
    last = row[-1:]
    is_trailing = any(item.is_word or item.is_trailing for item in last)
    return Said(text, weight=_weight(text, row), is_trailing=is_trailing)


def _weight(text: str, row: Sequence[Said]) -> Weight:
    is_number = all(sign.isdecimal() or sign in f",.{THIN}" for sign in text)
    is_differential = len(row) == 2 and row[0].text in _DIFFERENTIALS
    if is_number or _is_enclosed(row) or (is_differential and row[1].weight is Weight.ONE):
        return Weight.ONE
    is_parted = any(item.atom in _PARTING or item.weight is Weight.SUM for item in row)
    return Weight.SUM if is_parted else Weight.PRODUCT


def _is_enclosed(row: Sequence[Said]) -> bool:
    """Whether the bracket that opens the row is the one that closes it."""
    depths, depth = [], 0
    for item in row:
        depth += (item.atom is Atom.OPEN) - (item.atom is Atom.CLOSE)
        depths.append(depth)
    return min(depths[:-1]) > 0 and depth == 0
