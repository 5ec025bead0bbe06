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
