"""Which document of the collection one that is imported is a new version of.

Documents have no id of their own. Theirs is made of their title and their file's name, so two with
one title are kept apart; but files get other names (« cours (1).md »), and documents that were
imported by an earlier version were named by their titles alone. So one whose name is not known yet
is compared with those of the same title: a new version shares most of its lines with the old one.
"""

from collections.abc import Iterable
from dataclasses import replace

from db.driver import Connection
from db.sql import course as sql
from db.stored import StoredDeck
from decks.document_names import PREFIX
from decks.model import Chapter

_SHARED = 0.25
"""Of the lines of the shorter one: other documents of a title share a few headings."""


def known_again(connection: Connection, chapter: Chapter) -> Chapter:
    """A document under the id that the collection knows it by; any other chapter as it is.

    Args:
        connection: In a transaction.
        chapter: What is imported.
    """
    if not chapter.id.startswith(f"{PREFIX}-"):
        return chapter
    named_alike = [
        uid
        for (uid,) in sql.DOCUMENTS.rows(
            connection, title=chapter.title, first=f"{PREFIX}-", last=f"{PREFIX}."
        )
    ]
    if chapter.id in named_alike:
        return chapter
    own = _lines((chapter.text, *(f"{s.title}\n{s.text}" for s in chapter.sections)))
    shares = {uid: _shared(own, _stored_lines(connection, uid)) for uid in named_alike}
    best = max(shares, key=lambda uid: shares[uid], default=chapter.id)
    return replace(chapter, id=best) if shares.get(best, 0) >= _SHARED else chapter


def _stored_lines(connection: Connection, uid: str) -> set[str]:
    below = {"first": f"{uid}/", "last": f"{uid}0"}  # "0" is the character after "/"
    decks = map(StoredDeck._make, sql.STORED_DECKS.rows(connection, uid=uid, **below))
    return _lines(deck.text if deck.uid == uid else f"{deck.title}\n{deck.text}" for deck in decks)


def _lines(texts: Iterable[str]) -> set[str]:
    return {line.strip() for text in texts for line in text.split("\n") if line.strip()}


def _shared(lines: set[str], others: set[str]) -> float:
    return len(lines & others) / max(1, min(len(lines), len(others)))
