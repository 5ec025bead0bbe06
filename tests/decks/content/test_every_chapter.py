"""Each chapter says what is true, in French, in our own words; `tests.decks.content` tells how.

Names and settings of experiments are checked by `tests.test_course_experiments`.
"""

import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from tests.decks.content.chapter_files import CHAPTERS, ChapterFile
from tests.decks.content.course_text import (
    SHARED,
    Block,
    formulas,
    prose,
    runs,
    runs_anywhere,
)
from tests.decks.content.figures import figure_faults, not_said, unchecked
from tests.decks.content.typography import typography_faults

each_chapter = pytest.mark.parametrize("chapter", CHAPTERS, ids=str)


def test_every_chapter_declares_its_figures() -> None:
    """A module without a chapter, or a chapter without a module, would check nothing."""
    stems = {path.stem for path in Path(__file__).parent.glob("test_[0-9]*.py")}
    runs = {stem for stem in stems if stem.endswith("_runs")}
    declaring = {chapter.module_name for chapter in CHAPTERS}
    assert stems - runs == declaring
    assert {stem.removesuffix("_runs") for stem in runs} <= declaring


@each_chapter
def test_figures_are_right(chapter: ChapterFile) -> None:
    assert figure_faults(chapter.figures, chapter.by_id) == []


@each_chapter
def test_no_figure_stands_unchecked(chapter: ChapterFile) -> None:
    assert unchecked(chapter.blocks, chapter.figures, chapter.given) == []


@each_chapter
def test_what_is_given_is_said(chapter: ChapterFile) -> None:
    assert not_said(chapter.given, chapter.by_id) == []


@each_chapter
def test_the_reader_finds_the_same_notes(chapter: ChapterFile) -> None:
    """`blocks` cuts the file by hand: two readings that agree are likely right."""
    read = chapter.chapter
    assert [note.id for note in read.notes()] == [
        block.id for block in chapter.blocks if block.what in ("card", "question")
    ]
    assert [section.id for section in read.sections] == [
        block.id for block in chapter.blocks if block.what == "section"
    ]


@each_chapter
def test_understand_before_memorising(chapter: ChapterFile) -> None:
    """The chapter opens with what is essential, and each section with a text to study."""
    assert "\n#### L’essentiel\n" in f"\n{chapter.chapter.text}"
    assert [section.id for section in chapter.chapter.sections if not section.text] == []


@each_chapter
def test_ids_are_unique_slugs(chapter: ChapterFile) -> None:
    ids = Counter(block.id for block in chapter.blocks)
    assert [id_ for id_, times in ids.items() if times > 1] == []
    assert [id_ for id_ in ids if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", id_)] == []


@each_chapter
def test_french_typography(chapter: ChapterFile) -> None:
    # Not of what may be typed: « 0.75 » and « batch norm » answer a short question well.
    faults = {block.id: typography_faults(block.said) for block in chapter.blocks}
    assert {id_: found for id_, found in faults.items() if found} == {}


def test_only_accepted_answers_may_be_typed_otherwise() -> None:
    body = "\n- trois quarts\n- 0.75\n\n---\n\n- Soit 0.75."
    asked = Block("question", {"id": "q", "kind": "short"}, "Combien ? Pas 0.5.", body)
    assert "0.5" in asked.said
    assert "Soit 0.75." in asked.said
    assert "- 0.75\n" not in asked.said
    assert (
        Block("question", {"id": "q", "kind": "choice"}, "Combien ?", body).said.count("0.75") == 2
    )


@each_chapter
def test_formulas_write_numbers_as_french_does(chapter: ChapterFile) -> None:
    bad = re.compile(r"\d\.\d|\d,\d|\d{4,}(?!\})")
    small = re.compile(r"0\{,\}\d+")
    assert [f for f in formulas(chapter.text) if bad.search(small.sub("", f))] == []


@cache
def _runs_of_seeds() -> dict[str, set[tuple[str, ...]]]:
    seeds = sorted((SHARED / "seeds").glob("*.txt"))
    return {path.name: runs_anywhere(path.read_text("utf-8")) for path in seeds}


@each_chapter
def test_no_eight_words_in_a_row_come_from_a_seed(chapter: ChapterFile) -> None:
    ours = runs(prose(chapter.text))
    shared = {name: ours & theirs for name, theirs in _runs_of_seeds().items()}
    assert {name: found for name, found in shared.items() if found} == {}


def test_eight_words_in_a_row_are_seen_across_lines_case_and_punctuation() -> None:
    theirs = runs_anywhere("Une deux trois, quatre cinq\nsix sept huit neuf.")
    ours = runs("L’un dit : « deux TROIS quatre cinq six sept, huit neuf »")
    eight = ("deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf")
    assert ours & theirs == {eight}
    assert runs("deux trois quatre cinq six sept huit") & theirs == set()
