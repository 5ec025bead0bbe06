"""Names that last for what has none: documents, known by their titles, and their sections."""

import hashlib
import unicodedata
from collections.abc import Iterable

from decks.names import slug_of

_SLUG_LENGTH = 40


def chapter_id(title: str) -> str:
    """The id of the document with this title; another accent or capital is another document."""
    # the prefix keeps it apart from the course's chapters, the hash from titles that begin alike
    slug = slug_of(title)[:_SLUG_LENGTH].strip("-")
    sign = hashlib.sha256(unicodedata.normalize("NFC", title).encode()).hexdigest()[:8]
    return "-".join(filter(None, ("document", slug, sign)))


def section_ids(titles: Iterable[str]) -> list[str]:
    """An id for each section: the same as long as its title and those alike before it stay."""
    seen: dict[str, int] = {}
    ids = []
    for title in titles:
        slug = slug_of(title)[:_SLUG_LENGTH].strip("-") or "section"
        seen[slug] = times = seen.get(slug, 0) + 1
        ids.append(slug if times == 1 else f"{slug}.{times}")
    return ids
