"""TeX's spacing between the atoms of a formula: what stands how far from what.

The typesetting library spaces operators by the MathML 2 dictionary (a comma is followed by as much
as an equals sign, ``(-3)`` reads ``( − 3)``). TeX's own table looks right to a reader of books.
Source: Knuth, The TeXbook, chapter 18 and appendix G.
"""

from collections.abc import Sequence
from enum import IntEnum


class Atom(IntEnum):
    """TeX's classes of atoms; the values index `_GAPS`."""

    ORD = 0
    OP = 1
    BIN = 2
    REL = 3
    OPEN = 4
    CLOSE = 5
    PUNCT = 6
    INNER = 7
    FENCE = 8  # | or ‖: opens or closes by its place; `resolve` decides


_CHARACTERS = {
    Atom.REL: "=<>≤≥≠≈∼≃≅≡∝∈∉∋⊂⊃⊆⊇⊄⊢⊨→←↔⇒⇐⇔↦⟶⟵⟷⟹⟸⟺↗↘≪≫∣∥⟂⊥≺≻≐≜≔⩽⩾:",
    Atom.BIN: "+-−±∓×÷·⋅∗∘∙•∪∩⊎⊕⊖⊗⊘⊙∧∨∖⊔⊓⋆⋄",
    Atom.OPEN: "([{⟨⌊⌈⟦",
    Atom.CLOSE: ")]}⟩⌋⌉⟧!?",
    Atom.PUNCT: ",;",
    Atom.OP: "∑∏∐∫∬∭∮⋃⋂⨄⨀⨁⨂⋁⋀",
    Atom.INNER: "…⋯⋱",
    Atom.FENCE: "|‖",
}
CLASS_OF = {character: atom for atom, text in _CHARACTERS.items() for character in text}

# Eighteenths of an em between a row's atom (line) and the next (column), TeXbook p. 170. A minus
# sign: only outside scripts.
_GAPS = (
    (0, 3, -4, -5, 0, 0, 0, -3),
    (3, 3, 0, -5, 0, 0, 0, -3),
    (-4, -4, 0, 0, -4, 0, 0, -4),
    (-5, -5, 0, 0, -5, 0, 0, -5),
    (0, 0, 0, 0, 0, 0, 0, 0),
    (0, 3, -4, -5, 0, 0, 0, -3),
    (-3, -3, 0, -3, -3, -3, -3, -3),
    (-3, 3, -4, -5, -3, 0, -3, -3),
)
_NO_BINARY_AFTER = {Atom.OP, Atom.BIN, Atom.REL, Atom.OPEN, Atom.PUNCT}
_NO_BINARY_BEFORE = {Atom.REL, Atom.CLOSE, Atom.PUNCT}


def gap_em(left: Atom, right: Atom, *, is_script: bool) -> float:
    """Space between two resolved atoms, in em."""
    eighteenths = _GAPS[left][right]
    if eighteenths < 0:
        return 0.0 if is_script else -eighteenths / 18
    return eighteenths / 18


def resolve(atoms: Sequence[Atom], characters: Sequence[str]) -> list[Atom]:
    """Decide what depends on the neighbours: unary signs, bars, French intervals.

    Args:
        atoms: Classes of a row's atoms, in order.
        characters: The character of each, "" when it is not a single one.

    Returns:
        Classes without `Atom.FENCE`; ``]0,1[`` opens and closes as ``[0,1]`` does.
    """
    found = list(atoms)
    _pair_bars(found, characters)
    _turn_brackets(found, characters)
    for i, atom in enumerate(found):
        if atom is Atom.BIN and (i == 0 or found[i - 1] in _NO_BINARY_AFTER):
            found[i] = Atom.ORD
        elif atom in _NO_BINARY_BEFORE and i and found[i - 1] is Atom.BIN:
            found[i - 1] = Atom.ORD
    if found and found[-1] is Atom.BIN:
        found[-1] = Atom.ORD
    return found


def _pair_bars(atoms: list[Atom], characters: Sequence[str]) -> None:
    for bar in "|‖":
        places = [i for i, atom in enumerate(atoms) if atom is Atom.FENCE and characters[i] == bar]
        is_paired = len(places) % 2 == 0
        for nth, i in enumerate(places):
            atoms[i] = (Atom.OPEN, Atom.CLOSE)[nth % 2] if is_paired else Atom.ORD


def _turn_brackets(atoms: list[Atom], characters: Sequence[str]) -> None:
    depth = 0
    for i, character in enumerate(characters):
        if character == "]" and depth == 0:
            atoms[i] = Atom.OPEN
        elif character == "[" and depth > 0 and _ends_here(atoms, i + 1):
            atoms[i] = Atom.CLOSE
        if atoms[i] is Atom.OPEN:
            depth += 1
        elif atoms[i] is Atom.CLOSE and character != "!":
            depth = max(0, depth - 1)


def _ends_here(atoms: Sequence[Atom], i: int) -> bool:
    return i == len(atoms) or atoms[i] in {Atom.BIN, Atom.REL, Atom.CLOSE, Atom.PUNCT}
