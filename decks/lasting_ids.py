"""Ids made for what comes without one. Collections keep them: a text has the same for ever."""

import hashlib
import unicodedata

from decks.names import slug_of

_SLUG_LENGTH = 40


def lasting_id(prefix: str, title: str, known_by: str = "") -> str:
    """An id such as ``export-reseaux-de-neurones-b5f96c04``.

    Args:
        prefix: Tells it from the ids of other sources; may be empty.
        title: Its words stand in the id, as far as there is room.
        known_by: What tells it from others of that title; "" for the title alone, whose sign is
            needed all the same: other titles are as long, or have other letters than a to z.
    """
    parts = (prefix, short_slug_of(title), sign_of(known_by or title))
    return "-".join(part for part in parts if part)


def short_slug_of(title: str) -> str:
    """The first 40 signs of its slug."""
    return slug_of(title)[:_SLUG_LENGTH].strip("-")


def sign_of(text: str) -> str:
    """Eight hexadecimal digits for a text, however its accents are composed."""
    return hashlib.sha256(unicodedata.normalize("NFC", text).encode()).hexdigest()[:8]
