import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decks.blocks import Block, Item, ItemList, Paragraph
from decks.export_notes import ASIDE_TAG, export_chapter, markdown
from decks.markdown import text_parser
from decks.model import Chapter
from decks.numbered_export import parse_export
from decks.problems import Problems
from decks.rules import Rule
from decks.write import write_chapter
from tests.decks.test_numbered_export import FIXTURE, HERE, Oracle, card, text_of, with_oracle


def chapter_of(text: str) -> Chapter:
    return export_chapter(parse_export(text, Problems()), Problems())


def ids(text: str) -> list[str]:
    return [note.id for note in chapter_of(text).notes()]


def shown(source: str) -> list[str]:
    """The lines that Markdown shows, by markdown-it; anything but text and lists is an error."""
    lines: list[str] = []
    for token in text_parser().parse(source):
        if token.type != "inline":
            assert re.fullmatch(
                "(paragraph|(bullet|ordered)_list|list_item)_(open|close)", token.type
            )
            continue
        lines.append("")
        for leaf in token.children or ():
            assert leaf.type in ("text", "hardbreak"), leaf
            if leaf.type == "hardbreak":
                lines.append("")
            lines[-1] += leaf.content
    return lines


NASTY = [
    "*gras*", "_x_", "`code`", "[lien](https://a.b)", "![image](http://a.b/c.png)", "$x$", "$$x$$",
    "<b>gras</b>", "<!-- card: {id: a} -->", "<https://a.b>", "&eacute; &amp; &#65; R&D", "\\",
    "\\*", "# titre", "###", "> cité", "- tiret", "+ plus", "* étoile", "1. un", "12) douze", "1.",
    "---", "***", "===", "=", "~~~", "```", "| a | b |", "|---|---|", ":-:", "a | b", "[x]: y",
    "[x]", "fin\\", "-", "--", "+", "5 - 3", "Q", "A", "[a](#1)", "#1", "x_1 et y_2", "~a~", "-\t-",
    "[[…]](#hidden)", "\u00a0x", "!", "!\\[a](b)", "a\tb", "-1", "+1", "=2", ":-", "<a\\",
    "www.a.b",
]  # fmt: skip
line = st.one_of(
    st.sampled_from(NASTY),
    st.text(st.sampled_from("*_`[]()<>#+-.!|~$&;:=\\\"'12 ax"), min_size=1, max_size=12),
    st.text(min_size=1, max_size=12),
)
# what the parser of exports gives: no blanks at the ends, no line ends, not empty
lines = line.map(lambda text: " ".join(re.split(r"[\r\n\0]", text)).strip()).filter(bool)
items = st.builds(Item, lines, st.lists(lines, max_size=2).map(tuple))
blocks = st.one_of(
    st.builds(Paragraph, st.lists(lines, min_size=1, max_size=4).map(tuple)),
    st.builds(
        ItemList,
        st.lists(items, min_size=1, max_size=3).map(tuple),
        st.none() | st.integers(0, 999),
    ),
)


def plain(block: Block) -> list[str]:
    if isinstance(block, Paragraph):
        return list(block.lines)
    return [text for item in block.items for text in (item.text, *item.asides)]


@given(blocks)
def test_any_plain_text_shows_as_itself(block: Block) -> None:
    assert shown(markdown([block])) == plain(block)


@pytest.mark.parametrize("text", NASTY)
def test_markdown_signs_are_inert(text: str) -> None:
    block = Paragraph(("a", text.strip(), "b"))
    assert shown(markdown([block])) == ["a", text.strip(), "b"]


@with_oracle
def test_every_card_shows_the_words_of_its_export(oracle: Oracle) -> None:
    export = parse_export(text_of(oracle), Problems())
    notes = list(export_chapter(export, Problems()).notes())
    for exported, note in zip(export.cards, notes, strict=True):
        assert shown(note.front) == [x for block in exported.question for x in plain(block)]
        assert shown(note.back) == [x for block in exported.answer for x in plain(block)]


@with_oracle
def test_asides_are_tagged(oracle: Oracle) -> None:
    notes = list(chapter_of(text_of(oracle)).notes())
    assert {n for n, note in enumerate(notes, 1) if ASIDE_TAG in note.tags} == oracle.asides


@with_oracle
def test_an_imported_deck_can_be_written_as_a_course_file(oracle: Oracle) -> None:
    assert write_chapter(chapter_of(text_of(oracle)))


def test_lists_and_breaks_become_markdown() -> None:
    texts = [note.back for note in chapter_of(text_of(HERE[0])).notes()]
    assert texts[1] == "- Solide\n- Liquide\n- Gazeux"
    assert texts[2] == "- La pêche\n- L’abricot\\\n  et plein d’autres, mais bon"
    assert texts[9] == "1. Les chaussettes\n2. Les chaussures\n3. Le manteau"
    assert texts[10].startswith("Oui.\\\nMais on peut réviser.\n\nLa mémoire")


def test_the_same_question_keeps_its_id_when_the_answer_changes() -> None:
    text = FIXTURE.read_text(encoding="utf-8")
    assert ids(text.replace("Rouge", "Vert")) == ids(text)
    assert ids(text.replace("\n", "\r\n")) == ids(text)


def test_another_question_is_another_card() -> None:
    text = FIXTURE.read_text(encoding="utf-8")
    changed = ids(text.replace("Citer une", "Citez une"))
    assert changed[0] != ids(text)[0]
    assert changed[1:] == ids(text)[1:]


def test_a_deck_is_known_by_its_whole_title() -> None:
    long = "Un titre qui dépasse largement quarante caractères : partie "
    names = [
        chapter_of(f"{title}\n\n" + card(1)).id for title in (f"{long}1", f"{long}2", "日本", "É")
    ]
    assert len(set(names)) == 4
    assert all(re.fullmatch("export(-[a-z0-9]+)+", name) for name in names)
    assert chapter_of("introduction\n\n" + card(1)).id != "introduction"  # a chapter of the course


def test_ids_do_not_drift() -> None:
    """Computed apart: ``printf '%s' 'Quoi ?' | sha256sum | head -c 8``, and ``Titre``'s."""
    chapter = chapter_of("Titre\n\n" + card(1))
    assert (chapter.id, ids("Titre\n\n" + card(1))) == ("export-titre-78e79200", ["q1-bb193b86"])


def test_a_card_twice_is_kept_twice_and_named() -> None:
    problems = Problems()
    export = parse_export("Titre\n\n" + card(1) + card(1, answer="Cela."), Problems())
    notes = list(export_chapter(export, problems).notes())
    assert [note.back for note in notes] == ["Ceci.", "Cela."]
    assert notes[0].id != notes[1].id
    assert [(p.rule, p.line) for p in problems.items] == [(Rule.CARD_REPEATED, 12)]


def test_notes_know_their_line() -> None:
    assert [note.line for note in chapter_of("Titre\n\n" + card(1) + card(2)).notes()] == [3, 12]
