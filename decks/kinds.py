"""The kinds of notes, on their own: a card is shown without the rest of `decks`."""

from enum import StrEnum


class NoteKind(StrEnum):
    """How a note becomes cards; a question gives one, and is answered before it is graded."""

    BASIC = "basic"
    BOTH = "both"
    CLOZE = "cloze"

    CHOICE = "choice"  # one option is right
    CHOICES = "choices"  # any number of options are right
    TRUTH = "truth"  # true or false, and why
    NUMBER = "number"
    SHORT = "short"  # a word or two, typed
    GAPS = "gaps"  # a text whose gaps are typed
    ORDER = "order"
    MATCH = "match"
    OPEN = "open"  # in one's own words, beside a model answer

    @property
    def is_question(self) -> bool:
        """Whether it is a quiz question rather than a flashcard."""
        return self not in (NoteKind.BASIC, NoteKind.BOTH, NoteKind.CLOZE)
