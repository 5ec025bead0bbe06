"""The app's own course, read once a process: it takes two seconds."""

from functools import cache

from decks.bundled import bundled_course
from decks.model import Chapter
from decks.read import read_course


@cache
def the_course() -> tuple[Chapter, ...]:
    """Its chapters in teaching order."""
    return read_course(bundled_course())
