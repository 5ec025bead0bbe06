"""When two words are the same to a reader: case, accents, blanks, apostrophes, hyphens aside."""

import re
import unicodedata

_ALIKE = str.maketrans(
    dict.fromkeys("’‘ʼ′`´", "'") | dict.fromkeys("‐‑‒–—−", "-") | {"œ": "oe", "æ": "ae", "µ": "μ"}
)
_HYPHEN = re.compile(r"(?<=[^\W\d_])-(?=[^\W\d_])")  # between letters: a minus is none
_SHORT = 3  # letters: a unit's case tells ms from Ms, a longer word is no symbol


def folded(text: str) -> str:
    """A text such that those which are the same answer are equal: ``L’Époque `` → ``l'epoque``."""
    bare = unicodedata.normalize("NFD", text.casefold())
    letters = "".join(c for c in bare if unicodedata.category(c) not in ("Mn", "Cf"))
    return " ".join(_HYPHEN.sub(" ", letters.translate(_ALIKE)).split())


def folded_unit(text: str) -> str:
    """The same for a unit: symbols keep their case, and blanks mean nothing."""
    symbol = "".join(unicodedata.normalize("NFC", text).translate(_ALIKE).split())
    return symbol if len(symbol) <= _SHORT else folded(text)
