"""What happened while a collection was opened, told once it is on the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qtapp.notify import Notifier
    from qtapp.opening import Opened


def tell_news(notifier: Notifier, opened: Opened) -> None:
    """All in one message, for the next would take its place."""
    if not opened.collection.notices and opened.course_trouble is None:
        return
    from qtapp import notices, sentences  # late on purpose: news is rare

    news = [notices.explain(notice) for notice in opened.collection.notices]
    if opened.course_trouble is not None:
        news.insert(0, sentences.explain_course(opened.course_trouble))
    details = [(told.what, told.where, told.remedy) for told in news]
    lines = [line for told in details for line in told][1:]
    notifier.warn(news[0].what, "\n".join(filter(None, lines)))


def tell_course_trouble(notifier: Notifier, error: Exception) -> None:
    """A chapter of the app's own course could not be brought in."""
    from decks.errors import DeckError  # late, as above
    from qtapp import sentences

    if not isinstance(error, (DeckError, OSError)):
        notifier.report(error)
        return
    told = sentences.explain_course(error)
    notifier.warn(told.what, "\n".join(filter(None, (told.where, told.remedy))))
