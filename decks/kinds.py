"""The kinds of notes, apart from the rest of a course: a card is shown without that."""

from enum import StrEnum


class NoteKind(StrEnum):
    """How a note becomes cards."""

    BASIC = "basic"
    BOTH = "both"
    CLOZE = "cloze"
