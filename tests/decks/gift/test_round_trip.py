"""Questions that are exported and imported again say the same, but for what is told to be lost."""

import sys
from dataclasses import replace

from hypothesis import assume, given

from decks.gift.chapter import gift_chapter
from decks.gift.reader import read_gift
from decks.gift.writer import write_gift
from decks.kinds import NoteKind
from decks.model import Chapter, Note, Section
from decks.problems import Problems
from decks.questions.bodies import Body, Match, Number
from decks.questions.read_body import body
from tests.decks.chapters import questions


def chapter_of(*notes: Note) -> Chapter:
    return Chapter("c", "Réseaux", sections=(Section("s", "ReLU", notes=notes),))


def there_and_back(chapter: Chapter) -> tuple[tuple[Note, ...], Problems]:
    problems = Problems()
    text = write_gift(chapter).text
    return tuple(gift_chapter(read_gift(text, problems), "t", problems).notes()), problems


def comparable(held: Body) -> Body:
    """What GIFT can say of a body."""
    if isinstance(held, Number):
        share = abs(held.value) if held.is_relative else 1.0
        return Number(held.value, min(held.tolerance * share, sys.float_info.max))
    if isinstance(held, Match):
        return replace(held, titles=("", ""))
    return held


TRIMMED = ("    du code", "à la fin  ")  # Moodle takes blanks off both ends of a text
KEPT = (NoteKind.CHOICE, NoteKind.CHOICES, NoteKind.TRUTH, NoteKind.NUMBER, NoteKind.SHORT)


@given(questions("q-1"))
def test_what_gift_can_say_comes_back(note: Note) -> None:
    assume(note.kind in KEPT)
    texts = "\n".join((note.front, note.back, note.extra))
    assume(not any(trimmed in texts for trimmed in TRIMMED))
    chapter = chapter_of(replace(note, experiment=None, facts=()))
    (back,), problems = there_and_back(chapter)
    told = write_gift(chapter).warnings + problems.in_order()
    if told:  # such as the unit of a number
        return
    assert (back.id, back.kind, back.tags) == (note.id, note.kind, note.tags)
    assert (back.front, back.extra) == (note.front, note.extra)
    assert body(back.kind, back.back) == comparable(body(note.kind, note.back))


def test_an_open_question_keeps_model_and_explanation_together() -> None:
    note = Note("q", NoteKind.OPEN, "Pourquoi ?", "Le *modèle*.", extra="Plus.")
    (back,), _ = there_and_back(chapter_of(note))
    assert (back.kind, back.back, back.extra) == (NoteKind.OPEN, "Le *modèle*.\n\nPlus.", "")
