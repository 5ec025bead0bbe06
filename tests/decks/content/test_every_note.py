"""Each note asks for one idea, and says which facts of the inventory it teaches."""

import re

import pytest

from tests.decks.content.chapter_files import CHAPTERS, ChapterFile
from tests.decks.content.course_text import NBSP, prose, words
from tools.inventory import FACTS

each_chapter = pytest.mark.parametrize("chapter", CHAPTERS, ids=str)

ASKS = re.compile(
    r"\b(?:pourquoi|quel|quelle|que|combien|comment|où|quelles|laquelle)\b|qu’|jusqu’|quoi\b"
    r"|\b(?:quels|lequel|lesquels|lesquelles|qui|quand)\b",
    re.I,
)
YES_OR_NO = re.compile(r"(?<!qu’)est-ce qu[e’]", re.I)
CLAIM_TO_JUDGE = (f"Vrai ou faux, et pourquoi{NBSP}? ", f"Où est l’erreur{NBSP}? ")


@each_chapter
def test_facts_are_known(chapter: ChapterFile) -> None:
    facts = {fact for note in chapter.notes.values() for fact in note.meta["facts"]}
    assert facts - FACTS == set()


@each_chapter
def test_every_fact_of_its_module_is_taught(chapter: ChapterFile) -> None:
    taught = {fact for note in chapter.notes.values() for fact in note.meta["facts"]}
    assert chapter.facts - taught == set()


@each_chapter
def test_a_question_is_never_a_bare_yes_or_no(chapter: ChapterFile) -> None:
    asked = {note.id: note.question for note in chapter.notes.values() if note.kind == "basic"}
    assert [
        id_ for id_, question in asked.items() if not ASKS.search(YES_OR_NO.sub("", question))
    ] == []


@each_chapter
def test_a_question_ends_with_its_mark_or_with_the_claim_to_judge(chapter: ChapterFile) -> None:
    basic = [note for note in chapter.notes.values() if note.kind == "basic" and note.heading]
    assert [
        note.id
        for note in basic
        if not note.heading.endswith(f"{NBSP}?") and not note.heading.startswith(CLAIM_TO_JUDGE)
    ] == []


@each_chapter
def test_a_definition_does_not_hold_the_word_that_it_defines(chapter: ChapterFile) -> None:
    for note in chapter.notes.values():
        if note.kind == "both":
            term = re.sub(r" \(.*", "", note.heading)
            assert term
            assert term.casefold() not in note.body.partition("\n---\n")[0].casefold(), note.id


@each_chapter
def test_answers_are_short(chapter: ChapterFile) -> None:
    """Sixty words, reason or example included: past that, two ideas share a card."""
    lengths = {
        note.id: len(words(prose(note.answer if note.kind == "basic" else note.body)))
        for note in chapter.notes.values()
    }
    assert {id_: length for id_, length in lengths.items() if length > 60} == {}


@each_chapter
def test_deletions_are_numbered_from_one(chapter: ChapterFile) -> None:
    for note in chapter.notes.values():
        numbers = {int(n) for n in re.findall(r"\]\(#(\d+)", note.body)}
        assert numbers == set(range(1, len(numbers) + 1))
        assert bool(numbers) == (note.kind == "cloze"), note.id
