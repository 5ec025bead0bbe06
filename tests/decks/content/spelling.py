"""French spelling by Hunspell, with the terms of the field that its dictionary lacks."""

import re
from functools import cache
from pathlib import Path

from hunspell import Hunspell

from tests.decks.content.course_text import ITALICS, ROOT, prose

TERMS_FILE = Path(__file__).with_name("terms.txt")

_WORD = re.compile(r"[^\W\d_]+(?:[-’][^\W\d_]+)*’?")
_ELIDED = re.compile(r"(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)’", re.I)
_TARGET = re.compile(r"\]\([^)]*\)")


def terms() -> list[str]:
    """Words that the course adds, as written within a sentence."""
    return TERMS_FILE.read_text(encoding="utf-8").split()


def misspelt(text: str) -> list[str]:
    """Words of a text that neither a dictionary nor `terms` knows."""
    return sorted(lacking(text) - _allowed())


@cache
def _allowed() -> frozenset[str]:
    return frozenset(form for term in terms() for form in forms(term))


def meant(word: str) -> str:
    """What the dictionary has that looks like it."""
    return ", ".join(_french().suggest(word)[:3])


def forms(term: str) -> set[str]:
    """A term as it stands within a sentence and at its start."""
    return {term, term[0].upper() + term[1:]}


def lacking(text: str) -> set[str]:
    """Words, or parts of compounds, that no dictionary knows; *italics* may be English.

    One letter alone is a name.
    """
    said = _TARGET.sub("]", prose(text)).replace("**", "")
    roman, italics = ITALICS.sub(" ", said), " ".join(ITALICS.findall(said))
    return _lacking(roman, _french()) | _lacking(italics, _french(), _english())


def _lacking(text: str, *dictionaries: Hunspell) -> set[str]:
    return {
        part
        for word in set(_WORD.findall(text))
        if not _knows(dictionaries, word)
        for part in _ELIDED.sub("", word, count=1).split("-")
        if len(part) > 1 and not _knows(dictionaries, part)
    }


def _knows(dictionaries: tuple[Hunspell, ...], word: str) -> bool:
    return any(dictionary.spell(word) for dictionary in dictionaries)


@cache
def _french() -> Hunspell:
    folder = str(ROOT / "tests" / "data" / "french")
    return Hunspell("fr", hunspell_data_dir=folder, system_encoding="UTF-8")


@cache
def _english() -> Hunspell:
    return Hunspell("en_US")
