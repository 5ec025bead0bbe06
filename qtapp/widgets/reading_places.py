"""How far down in a text its headings are, and which of them is being read."""

from collections.abc import Mapping, Sequence

from qtapp.cardtext.view import CardText
from qtapp.sessions.reading import Entry


def y_of(entry: Entry, titles: Mapping[int, CardText], texts: Mapping[int, CardText]) -> int | None:
    """Where an entry begins, in pixels; None while it is not written.

    Args:
        entry: Of the contents.
        titles: Of the pieces that have one, by number.
        texts: Of the pieces, by number.
    """
    view = texts.get(entry.part)
    if view is None or view.isHidden():
        return None
    if entry.heading is None:
        return titles.get(entry.part, view).y()
    tops = view.heading_tops()
    return view.y() + tops[entry.heading] if entry.heading < len(tops) else view.y()


def entry_at(
    seen: int,
    contents: Sequence[Entry],
    titles: Mapping[int, CardText],
    texts: Mapping[int, CardText],
) -> Entry | None:
    """The last entry that begins above a height, as far as all above it is written."""
    begun = None
    for entry in contents:
        top = y_of(entry, titles, texts)
        if top is None or top > seen:
            break
        begun = entry
    return begun
