from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from decks.errors import DeckError
from decks.kinds import NoteKind
from decks.model import Chapter, Note, Section
from decks.read import parse_chapter
from decks.rules import Rule
from decks.write import write_chapter
from tests.decks.chapters import EXAMPLE, Layout, chapters, laid_out, layouts

HERE = Path("chapter.md")


def read(text: str) -> Chapter:
    return parse_chapter(text, HERE)


def with_note(note: Note) -> Chapter:
    section = Section(id="s", title="Section", notes=(note,))
    return Chapter(id="c", title="Chapitre", sections=(section,))


@given(chapters())
def test_what_is_written_reads_as_the_same_chapter(chapter: Chapter) -> None:
    assert read(write_chapter(chapter)) == chapter


@given(chapters(), layouts)
@example(read(EXAMPLE), Layout(2, "\r\n", has_mark=True, has_last_end=False, indent=3))
def test_what_is_read_is_written_back_byte_for_byte(chapter: Chapter, layout: Layout) -> None:
    sourceless = read(write_chapter(chapter))
    text = laid_out(write_chapter(sourceless), layout)
    try:
        chapter = read(text)
    except DeckError:  # the layout fell into a code block of the text
        assume(False)
    assert write_chapter(chapter) == text


@given(layouts)
def test_an_irregular_layout_says_the_same(layout: Layout) -> None:
    assert read(laid_out(EXAMPLE, layout)) == read(EXAMPLE)


@given(layouts, st.sampled_from(["Autre.", "Deux\n\nparagraphes.", "```\n### code\n```"]))
def test_an_edited_note_leaves_all_other_bytes_alone(layout: Layout, back: str) -> None:
    text = laid_out(EXAMPLE, layout)
    chapter = read(text)
    section = chapter.sections[0]
    first, second = section.notes
    edited = replace(first, back=back, source="")
    changed = replace(chapter, sections=(replace(section, notes=(edited, second)),))

    written = write_chapter(changed)

    before, after = text.split(first.source)
    assert written.startswith(before)
    assert written.endswith(after)
    assert read(written).sections[0].notes[0].back == back


def test_a_made_note_takes_the_line_ends_of_its_file() -> None:
    chapter = read(EXAMPLE.replace("\n", "\r\n"))
    section = chapter.sections[0]
    note = Note(id="n", kind=NoteKind.BASIC, front="Deux\n\nparties", back="Oui")
    changed = replace(chapter, sections=(replace(section, notes=(*section.notes, note)),))
    assert "\n" not in write_chapter(changed).replace("\r\n", "")


def test_a_note_moved_from_the_end_of_an_open_file_starts_its_own_line() -> None:
    chapter = read(EXAMPLE.rstrip("\n"))
    section = chapter.sections[0]
    swapped = replace(chapter, sections=(replace(section, notes=section.notes[::-1]),))
    assert read(write_chapter(swapped)) == swapped


def test_canonical_text_is_what_the_example_looks_like() -> None:
    chapter = read(EXAMPLE)
    made = replace(
        chapter,
        source="",
        sections=tuple(
            replace(s, source="", notes=tuple(replace(n, source="") for n in s.notes))
            for s in chapter.sections
        ),
    )
    with_language = EXAMPLE.replace("title: Introduction\n", "title: Introduction\nlanguage: fr\n")
    in_order = with_language.replace(
        "facts: [ACT-21], tags: [formule]", "tags: [formule], facts: [ACT-21]"
    )
    assert write_chapter(made) == in_order


def test_a_question_that_is_no_line_stands_above_the_answer_line() -> None:
    text = write_chapter(with_note(Note("n", NoteKind.BASIC, "Deux\\\nlignes", "Oui")))
    assert text.endswith("###\n<!-- card: {id: n} -->\n\nDeux\\\nlignes\n\n---\n\nOui\n")


@pytest.mark.parametrize(
    ("kind", "below", "back"),
    [
        (NoteKind.CHOICES, "- sans case\n- non plus", "- [x] juste\n- [ ] faux"),
        (NoteKind.CHOICE, "- [ ] une case\n\nEt ?", "- [x] juste\n- [ ] faux"),
        (NoteKind.SHORT, "- une\n- autre", "- ReLU"),
        (NoteKind.ORDER, "1. déjà", "1. un\n2. deux\n3. trois"),
        (
            NoteKind.MATCH,
            "| a | b |\n|---|---|\n| 1 | 2 |",
            "| | |\n|---|---|\n| a | b |\n| c | d |",
        ),
        (NoteKind.TRUTH, "Faux\n\nest-ce vrai ?", "Vrai"),
        (NoteKind.NUMBER, "= 3", "= 4"),
        (NoteKind.SHORT, "- une\n\n<!-- body -->\n\n- autre", "- ReLU"),
    ],
)
def test_a_question_that_ends_as_its_body_starts_is_parted_by_a_comment(
    kind: NoteKind, below: str, back: str
) -> None:
    note = Note("n", kind, f"Question ?\n\n{below}", back, "Car.")
    text = write_chapter(Chapter("c", "C", sections=(Section("s", "S", notes=(note,)),)))
    assert f"\n\n{below}\n\n<!-- body -->\n\n{back}\n\n---" in text
    assert parse_chapter(text, Path("c")).sections[0].notes == (note,)


def test_a_question_that_needs_no_comment_has_none() -> None:
    note = Note("n", NoteKind.SHORT, "Question ?\n\n* une\n* autre", "- ReLU")
    text = write_chapter(Chapter("c", "C", sections=(Section("s", "S", notes=(note,)),)))
    assert "<!-- body -->" not in text


def test_a_comment_that_no_body_follows_is_text() -> None:
    note = Note("n", NoteKind.SHORT, "Question ?\n\n<!-- body -->\n\nMot", "- ReLU")
    text = write_chapter(Chapter("c", "C", sections=(Section("s", "S", notes=(note,)),)))
    assert parse_chapter(text, Path("c")).sections[0].notes == (note,)


@pytest.mark.parametrize(
    "note",
    [
        Note("n", NoteKind.BASIC, "Question", "Avant\n\n---\n\naprès"),
        Note("n", NoteKind.BASIC, "Question", "# Titre"),
        Note("n", NoteKind.BASIC, "Question", "```\nouvert"),
        Note("n", NoteKind.BASIC, "Question", "CR\r\nLF"),
        Note("n", NoteKind.BASIC, "Question", "\n\nblanc"),
        Note("n", NoteKind.BASIC, "Question", ""),
        Note("n", NoteKind.BASIC, "Question", "Réponse", extra="perdu"),
        Note("n", NoteKind.BOTH, "Deux\n\nparagraphes", "Réponse"),
        Note("n", NoteKind.CLOZE, "Contexte", "rien de caché"),
        Note("N n", NoteKind.BASIC, "Question", "Réponse"),
    ],
    ids=lambda note: note.back[:12] or "empty",
)
def test_what_the_format_cannot_hold_is_refused(note: Note) -> None:
    with pytest.raises(DeckError) as caught:
        write_chapter(with_note(note))
    assert caught.value.problems


def test_the_item_that_would_change_is_named() -> None:
    with pytest.raises(DeckError) as caught:
        write_chapter(with_note(Note("coupable", NoteKind.BASIC, "a", "b\n\n---\n\nc")))
    assert [(p.rule, p.found) for p in caught.value.problems] == [(Rule.NOT_WRITABLE, "coupable")]


def test_a_stale_source_is_not_written() -> None:
    chapter = read(EXAMPLE)
    section = chapter.sections[0]
    stale = replace(section.notes[0], back="Autre.")  # and its source says "1"
    changed = replace(chapter, sections=(replace(section, notes=(stale, section.notes[1])),))
    with pytest.raises(DeckError):
        write_chapter(changed)
