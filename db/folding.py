"""Words as a learner looks for them: whatever their case and accents."""

import unicodedata
from collections.abc import Callable

_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae"})


def folded(text: str) -> str:
    """A text without case and accents: ``epoque`` for « Époque »."""
    letters = unicodedata.normalize("NFKD", text.casefold().translate(_LIGATURES))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def search_for(words: str) -> Callable[[str], bool]:
    """Tells whether a text has all these words in it, in any order, perhaps inside longer ones."""
    wanted = folded(words).split()

    def is_found(text: str) -> bool:
        bare = folded(text)
        return all(word in bare for word in wanted)

    return is_found
