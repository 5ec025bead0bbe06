"""The kinds of notes and predictions, on their own: a card is shown without the rest of `decks`."""

from enum import StrEnum


class GuessKind(StrEnum):
    """What a card asks a learner to predict before its experiment runs."""

    OUTCOME = "outcome"  # one of a few, picked
    NUMBER = "number"
    CURVE = "curve"  # drawn


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
