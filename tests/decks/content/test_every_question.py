"""Each quiz question says what it teaches, why each answer is right or wrong, and is true."""

from collections import Counter

import pytest

from decks.kinds import NoteKind
from decks.questions.bodies import Choice
from decks.questions.read_body import body
from tests.decks.content.chapter_files import CHAPTERS, ChapterFile
from tests.decks.content.course_text import prose, words
from tools.inventory import FACTS

each_chapter = pytest.mark.parametrize("chapter", CHAPTERS, ids=str)

LEAST = {
    "01-introduction": (40, 12),
    "02-neurone": (50, 13),
    "03-activations": (47, 14),
    "04-couts": (34, 13),
    "05-retropropagation": (40, 12),
    "06-optimisation": (50, 12),
    "07-pytorch": (25, 6),
    "08-generalisation": (35, 10),
    "09-stabilite": (38, 9),
    "10-sequences": (41, 11),
}
"""How many questions a chapter asks, and how many of them ask for a number."""


@each_chapter
def test_questions_are_many_and_of_every_kind(chapter: ChapterFile) -> None:
    """Two in five at most are single choices, in which guessing does best."""
    kinds = Counter(question.kind for question in chapter.questions.values())
    least, numbers = LEAST[str(chapter)]
    assert kinds.total() >= least
    assert kinds["number"] >= numbers
    assert set(kinds) == {kind.value for kind in NoteKind if kind.is_question}
    assert kinds["choice"] <= 0.4 * kinds.total()


@each_chapter
def test_a_question_names_facts_of_the_inventory(chapter: ChapterFile) -> None:
    assert [q.id for q in chapter.questions.values() if not q.meta.get("facts")] == []
    named = {fact for q in chapter.questions.values() for fact in q.meta["facts"]}
    assert named - FACTS == set()


@each_chapter
def test_every_fact_of_its_module_is_asked(chapter: ChapterFile) -> None:
    asked = {fact for q in chapter.questions.values() for fact in q.meta["facts"]}
    assert chapter.facts - asked == set()


@each_chapter
def test_ids_of_questions_are_told_from_those_of_cards(chapter: ChapterFile) -> None:
    assert [id_ for id_ in chapter.questions if not id_.startswith("q-")] == []


@each_chapter
def test_every_number_asked_for_is_computed(chapter: ChapterFile) -> None:
    """By a figure of the chapter's module whose words start with the line ``= …``."""
    asked = {id_ for id_, block in chapter.questions.items() if block.kind == NoteKind.NUMBER}
    computed = {figure.where for figure in chapter.figures if figure.fragment.startswith("= ")}
    assert asked - computed == set()


@each_chapter
def test_every_wrong_option_says_why(chapter: ChapterFile) -> None:
    """But « aucune de ces réponses », of which there is nothing more to say."""
    choices = [
        (note.id, body(note.kind, note.back))
        for note in chapter.chapter.notes()
        if note.kind in (NoteKind.CHOICE, NoteKind.CHOICES)
    ]
    assert [
        (id_, option.text)
        for id_, choice in choices
        if isinstance(choice, Choice)
        for option in choice.options
        if not (option.is_right or option.feedback or option.is_pinned)
    ] == []


@each_chapter
def test_every_answer_is_explained(chapter: ChapterFile) -> None:
    """An open question by its model answer, all others below the answer line."""
    questions = [note for note in chapter.chapter.notes() if note.kind.is_question]
    assert [n.id for n in questions if n.kind is not NoteKind.OPEN and not n.extra] == []


@each_chapter
def test_explanations_are_short(chapter: ChapterFile) -> None:
    """A hundred words: what needs more is for the study text."""
    lengths = {
        note.id: len(words(prose(note.extra)))
        for note in chapter.chapter.notes()
        if note.kind.is_question
    }
    assert {id_: length for id_, length in lengths.items() if length > 100} == {}


@each_chapter
def test_the_right_option_is_not_told_by_its_length(chapter: ChapterFile) -> None:
    """In most single choices of a chapter, some wrong option is as long as the right one."""
    betrayed, asked = [], 0
    for note in chapter.chapter.notes():
        if note.kind is not NoteKind.CHOICE:
            continue
        choice = body(note.kind, note.back)
        assert isinstance(choice, Choice)
        asked += 1
        right = max(len(option.text) for option in choice.options if option.is_right)
        if right > max(len(option.text) for option in choice.options if not option.is_right):
            betrayed.append(note.id)
    assert len(betrayed) <= asked / 3, betrayed
