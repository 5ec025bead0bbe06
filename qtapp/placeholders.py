"""Values set in a translated text: each language has them where its sentence wants them."""

import re

_PLACE = re.compile(r"%(\d)")


def placed(text: str, *values: str) -> str:
    """A text with ``%1``, ``%2``… replaced, in one pass: a value may hold a ``%1`` of its own.

    Raises:
        IndexError: If the text has a place without a value.
    """
    return _PLACE.sub(lambda found: values[int(found[1]) - 1], text)
