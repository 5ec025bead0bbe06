"""The passage that is selected among the pieces of a text: one at a time, in one piece."""

from collections.abc import Iterable, Mapping

from qtapp.cardtext.passage import markdown_between
from qtapp.cardtext.view import CardText
from qtapp.sessions.reading import Passage, ReadingState


def is_any_selected(views: Iterable[CardText]) -> bool:
    """Whether a passage is selected."""
    return any(view.textCursor().hasSelection() for view in views)


def passage_of(views: Mapping[int, CardText], state: ReadingState) -> Passage | None:
    """What is selected, as Markdown, and where it stands; None when nothing is.

    Args:
        views: The pieces by number.
        state: Whose pieces they are.
    """
    for n, view in views.items():
        cursor = view.textCursor()
        if cursor.hasSelection():
            start, end = cursor.selectionStart(), cursor.selectionEnd()
            text = markdown_between(view.card_document, start, end)
            above = view.headings_to(start) - 1
            heading = above if above >= 0 else None
            return state.passage(n, heading, text) if text else None
    return None


def end_other_selections(chosen: CardText, views: Iterable[CardText]) -> None:
    """A new selection ends the one in another piece."""
    for view in views:
        if view is not chosen and (cursor := view.textCursor()).hasSelection():
            cursor.clearSelection()
            view.setTextCursor(cursor)
