"""Names that last for what has none: documents, known by titles and files, and their sections."""

from collections.abc import Iterable

from decks.lasting_ids import lasting_id, short_slug_of

PREFIX = "document"
"""The first word of a document’s id, and of no chapter’s of the course."""


def chapter_id(title: str, name: str) -> str:
    """The id of the document with this title in the file of this name.

    Another accent or capital is another document; `db.documents` knows one again whose file has got
    another name.
    """
    return lasting_id(PREFIX, title, known_by=f"{title}\n{name}")


def section_ids(titles: Iterable[str]) -> list[str]:
    """An id for each section: the same as long as its title and those alike before it stay."""
    seen: dict[str, int] = {}
    ids = []
    for title in titles:
        slug = short_slug_of(title) or "section"
        seen[slug] = times = seen.get(slug, 0) + 1
        ids.append(slug if times == 1 else f"{slug}.{times}")
    return ids
