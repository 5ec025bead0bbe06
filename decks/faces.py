"""A note becomes cards: what each one asks and what it answers, as Markdown."""

from typing import NamedTuple

from decks.deletions import Deletion, find_deletions
from decks.escape import escape_line
from decks.kinds import NoteKind
from decks.spaces import in_one_line

HIDDEN = "#hidden"  # where links of a cloze face lead; screens style them instead of following
SHOWN = "#shown"


class Face(NamedTuple):
    """What one card shows.

    Attributes:
        question: For a cloze card the body with its deletion hidden; the note's front is the
            context above it.
        answer: For a cloze card the body with its deletion shown, to take the question's place;
            for a quiz question what is right, in a few words (`decks.questions.right_answer`).
        extra: Below every answer, "" for nothing.
    """

    question: str
    answer: str
    extra: str


def ordinals(kind: NoteKind, back: str) -> tuple[int, ...]:
    """The cards that a note gives, in order: part of their stable ids.

    0 for basic notes and quiz questions, 0 (front asks) and 1 (back asks) for both ways, each
    deletion's number for cloze notes.
    """
    if kind is NoteKind.CLOZE:
        return tuple(sorted({d.number for d in find_deletions(back)}))
    return (0, 1) if kind is NoteKind.BOTH else (0,)


def face(kind: NoteKind, front: str, back: str, extra: str, ordinal: int) -> Face:
    """What the card `ordinal` of a note shows.

    In a cloze face the active deletions are links, ``[[…]](#hidden)`` or ``[[hint]](#hidden)``
    in the question and ``[text](#shown)`` in the answer; the others are plain text.

    Raises:
        ValueError: If the note has no such card; the message names those it has.
    """
    if kind is NoteKind.CLOZE:
        return _cloze_face(back, extra, ordinal)
    if ordinal not in ordinals(kind, back):
        raise ValueError(f"a {kind} note has cards {ordinals(kind, back)}, got {ordinal}")
    if kind.is_question:
        from decks.questions.right_answer import right_answer  # late: see `find_deletions`

        return Face(front, right_answer(kind, back), extra)
    return Face(front, back, extra) if ordinal == 0 else Face(back, front, extra)


def without_deletions(text: str) -> str:
    """A cloze text with nothing hidden and no link to a number."""
    return _resolve(text, find_deletions(text), active=None, is_hidden=False)


def _cloze_face(back: str, extra: str, ordinal: int) -> Face:
    deletions = find_deletions(back)
    numbers = tuple(sorted({d.number for d in deletions}))
    if ordinal not in numbers:
        raise ValueError(f"the cloze note has cards {numbers}, got {ordinal}")
    return Face(
        question=_resolve(back, deletions, active=ordinal, is_hidden=True),
        answer=_resolve(back, deletions, active=ordinal, is_hidden=False),
        extra=extra,
    )


def _resolve(
    text: str, deletions: tuple[Deletion, ...], *, active: int | None, is_hidden: bool
) -> str:
    pieces: list[str] = []
    at = 0
    for deletion in deletions:
        pieces.append(text[at : deletion.start])
        label = text[deletion.label_start : deletion.label_end]
        if deletion.number != active:
            pieces.append(label)
        elif is_hidden:
            pieces.append(f"[[{escape_line(in_one_line(deletion.hint)) or '…'}]]({HIDDEN})")
        else:
            pieces.append(f"[{label}]({SHOWN})")
        at = deletion.end
    return "".join(pieces) + text[at:]
