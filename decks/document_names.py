"""Names that last for what has none: documents, known by titles and files, and their sections."""

import hashlib
import unicodedata
from collections.abc import Iterable

from decks.names import slug_of

PREFIX = "document"
"""The first word of a document’s id, and of no chapter’s of the course."""

_SLUG_LENGTH = 40


def chapter_id(title: str, name: str) -> str:
    """The id of the document with this title in the file of this name.

    Another accent or capital is another document; `db.documents` knows one again whose file has got
    another name.
    """
    # the prefix keeps it apart from the course's chapters, the hash from titles that begin alike
    slug = slug_of(title)[:_SLUG_LENGTH].strip("-")
    said = unicodedata.normalize("NFC", f"{title}\n{name}")
    sign = hashlib.sha256(said.encode()).hexdigest()[:8]
    return "-".join(filter(None, (PREFIX, slug, sign)))


def section_ids(titles: Iterable[str]) -> list[str]:
    """An id for each section: the same as long as its title and those alike before it stay."""
    seen: dict[str, int] = {}
    ids = []
    for title in titles:
        slug = slug_of(title)[:_SLUG_LENGTH].strip("-") or "section"
        seen[slug] = times = seen.get(slug, 0) + 1
        ids.append(slug if times == 1 else f"{slug}.{times}")
    return ids
