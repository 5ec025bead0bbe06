"""The kinds of notes and predictions, on their own: a card is shown without the rest of `decks`."""

from enum import StrEnum


class GuessKind(StrEnum):
    """What a card asks a learner to predict before its experiment runs."""

    OUTCOME = "outcome"  # one of a few, picked
    NUMBER = "number"
    CURVE = "curve"  # drawn


class NoteKind(StrEnum):
    """How a note becomes cards."""

    BASIC = "basic"
    BOTH = "both"
    CLOZE = "cloze"
