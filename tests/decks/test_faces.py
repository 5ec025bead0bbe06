import pytest
from hypothesis import given
from hypothesis import strategies as st

from decks.faces import Face, face, ordinals, without_deletions
from decks.kinds import NoteKind
from decks.markdown import text_parser

CLOZE = NoteKind.CLOZE


def cloze(back: str, ordinal: int, extra: str = "") -> Face:
    return face(CLOZE, "Contexte", back, extra, ordinal)


def test_a_basic_note_asks_its_front() -> None:
    assert ordinals(NoteKind.BASIC, "[a](#7)") == (0,)
    assert face(NoteKind.BASIC, "Q", "R", "", 0) == Face("Q", "R", "")


def test_a_note_both_ways_asks_either_side_and_keeps_its_extra() -> None:
    assert ordinals(NoteKind.BOTH, "b") == (0, 1)
    assert face(NoteKind.BOTH, "a", "b", "c", 0) == Face("a", "b", "c")
    assert face(NoteKind.BOTH, "a", "b", "c", 1) == Face("b", "a", "c")


@pytest.mark.parametrize(
    ("kind", "back", "answer"),
    [
        (NoteKind.CHOICE, "- [ ] a\n- [x] b *c*\n  > Oui.", "b *c*"),
        (NoteKind.CHOICES, "- [x] a\n- [x] b\n\n  c\n- [ ] d", "- a\n- b\n\n  c"),
        (NoteKind.TRUTH, "Faux", "Faux"),
        (NoteKind.NUMBER, "= 4,2 ± 0,1 Mo", "4,2 ± 0,1 Mo"),
        (NoteKind.SHORT, "- ReLU", "ReLU"),
        (NoteKind.SHORT, "- ReLU\n- relu", "- ReLU\n- relu"),
        (NoteKind.GAPS, "Le [max|maximum](#1 'a').", "Le [max](#shown)."),
        (NoteKind.ORDER, "1. a\n2. b\n3. c", "1. a\n2. b\n3. c"),
        (NoteKind.MATCH, "|a|b|\n|-|-|\n|1|2|\n|3|4|", "|a|b|\n|-|-|\n|1|2|\n|3|4|"),
        (NoteKind.OPEN, "Un *modèle*.", "Un *modèle*."),
        (NoteKind.CHOICE, "rien de juste", "rien de juste"),
    ],
)
def test_a_question_is_answered_by_what_is_right(kind: NoteKind, back: str, answer: str) -> None:
    assert ordinals(kind, back) == (0,)
    assert face(kind, "Q", back, "Car.", 0) == Face("Q", answer, "Car.")


def test_a_cloze_note_gives_one_card_for_each_number() -> None:
    assert ordinals(CLOZE, "[a](#2), [b](#1), [c](#2)") == (1, 2)


def test_a_cloze_card_hides_every_deletion_of_its_number() -> None:
    back = '[un](#1) et [deux](#2), puis [un](#1 "chiffre").'
    assert cloze(back, 1, "Plus.") == Face(
        "[[…]](#hidden) et deux, puis [[chiffre]](#hidden).",
        "[un](#shown) et deux, puis [un](#shown).",
        "Plus.",
    )
    kept = cloze('[un](#1 "combien\u202f?")', 1).question
    assert kept == "[[combien\u202f?]](#hidden)", "the mark stays on the line of its word"
    assert cloze(back, 2).question == "un et [[…]](#hidden), puis un."


@pytest.mark.parametrize(
    ("back", "question", "answer"),
    [
        (
            'Soit [$\\max(0, z)$](#1 "un maximum") ?',
            "Soit [[un maximum]](#hidden) ?",
            "Soit [$\\max(0, z)$](#shown) ?",
        ),
        ("[$[0, 1]$](#1)", "[[…]](#hidden)", "[$[0, 1]$](#shown)"),
        ("[$]a]$](#1) $](#1)$", "[[…]](#hidden) $](#1)$", "[$]a]$](#shown) $](#1)$"),
        ("`[x](#1)` [x](#1)", "`[x](#1)` [[…]](#hidden)", "`[x](#1)` [x](#shown)"),
        (
            "```\n[x](#1)\n```\n\n[x](#1)",
            "```\n[x](#1)\n```\n\n[[…]](#hidden)",
            "```\n[x](#1)\n```\n\n[x](#shown)",
        ),
        ("    [x](#1)\n\n[x](#1)", "    [x](#1)\n\n[[…]](#hidden)", "    [x](#1)\n\n[x](#shown)"),
        ("\\[x](#1) [x](#1)", "\\[x](#1) [[…]](#hidden)", "\\[x](#1) [x](#shown)"),
        ("![a](#1) [x](#1)", "![a](#1) [[…]](#hidden)", "![a](#1) [x](#shown)"),
        ("[`a]b`](#1)", "[[…]](#hidden)", "[`a]b`](#shown)"),
        ("[a\\]b](#1)", "[[…]](#hidden)", "[a\\]b](#shown)"),
        ("[[a]](#1)", "[[…]](#hidden)", "[[a]](#shown)"),
        ("**[a](#1)** et *[b](#1)*", "**[[…]](#hidden)** et *[[…]](#hidden)*", None),
        ("[un\ndeux](#1) fin", "[[…]](#hidden) fin", "[un\ndeux](#shown) fin"),
        ("> [un\n> deux](#1)\n> fin", "> [[…]](#hidden)\n> fin", "> [un\n> deux](#shown)\n> fin"),
        ("- a\n  - [b](#1)\n\n\t[c](#1)", "- a\n  - [[…]](#hidden)\n\n\t[[…]](#hidden)", None),
        (
            "| `[a](#1)` | [a](#1) | [a](#1) |\n|---|---|---|\n| [$\\|x\\|$](#1) | \\| | [x](#1) |",
            "| `[a](#1)` | [[…]](#hidden) | [[…]](#hidden) |\n|---|---|---|\n"
            "| [[…]](#hidden) | \\| | [[…]](#hidden) |",
            "| `[a](#1)` | [a](#shown) | [a](#shown) |\n|---|---|---|\n"
            "| [$\\|x\\|$](#shown) | \\| | [x](#shown) |",
        ),
        (
            "> [x](#1) | b\n> --|--\n> c | [y](#1)",
            None,
            "> [x](#shown) | b\n> --|--\n> c | [y](#shown)",
        ),
        ("Titre [a](#1)\n---", "Titre [[…]](#hidden)\n---", None),
        ("#### Titre [a](#1) ####", "#### Titre [[…]](#hidden) ####", None),
        ("[a][r] b\n\n[r]: #1", "[[…]](#hidden) b\n\n[r]: #1", "[a](#shown) b\n\n[r]: #1"),
        ("[a](<#1> 'b')", "[[b]](#hidden)", "[a](#shown)"),
        ("[a](  #1  )", "[[…]](#hidden)", None),
        ("[a](https://x.org/#1) [b](#1)", "[a](https://x.org/#1) [[…]](#hidden)", None),
        ("[a](#un) [b](#1)", "[a](#un) [[…]](#hidden)", None),
        ('[a](#1 "*b* [c] $d$ | \\"e\\"")', '[[\\*b\\* \\[c\\] \\$d\\$ \\| "e"]](#hidden)', None),
        ("é𝓛\u2028 [a](#1)", "é𝓛\u2028 [[…]](#hidden)", None),
    ],
)  # fmt: skip
def test_only_what_markdown_takes_for_a_deletion_is_touched(
    back: str, question: str | None, answer: str | None
) -> None:
    assert question is None or cloze(back, 1).question == question
    assert answer is None or cloze(back, 1).answer == answer


def text_shown(markdown: str) -> str:
    """What a reader sees, by markdown-it: the text of every inline token."""
    tokens = text_parser().parse(markdown)
    return "\n".join(
        "".join(leaf.content for leaf in token.children or ()) for token in tokens if token.children
    )


words = st.text(st.sampled_from("abcé $\\`*_[]()#|1>-\n"), max_size=6)
labels = st.one_of(words.filter(bool), st.sampled_from(["$[a]$", "`]`", "**b**", "$\\frac{1}{2}$"]))
bodies = st.lists(
    st.one_of(words, st.builds("[{}](#{})".format, labels, st.integers(1, 3))), max_size=6
).map("".join)


@given(bodies)
def test_deletions_of_any_text_are_found_and_resolved(back: str) -> None:
    """The witness is markdown-it's own rendering: no link to a number is left, nor one lost."""
    links = [
        leaf.attrs["href"]
        for token in text_parser().parse(back)
        for leaf in token.children or ()
        if leaf.type == "link_open" and leaf.attrs["href"] in ("#1", "#2", "#3")
    ]
    assert set(ordinals(CLOZE, back)) == {int(str(href)[1:]) for href in links}
    for number in ordinals(CLOZE, back):
        assert cloze(back, number).question.count("](#hidden)") == links.count(f"#{number}")
        assert cloze(back, number).answer.count("](#shown)") == links.count(f"#{number}")


@given(st.lists(st.sampled_from(["a", "*b*", "$[c]$", "`d]`", "é f"]), min_size=1, max_size=4))
def test_the_whole_text_is_shown_with_the_answer(labels: list[str]) -> None:
    back = " et ".join(f"[{label}](#{n})" for n, label in enumerate(labels, 1))
    whole = text_shown(" et ".join(labels))
    assert text_shown(without_deletions(back)) == whole
    assert all(text_shown(cloze(back, n).answer) == whole for n in range(1, len(labels) + 1))


@pytest.mark.parametrize(
    ("kind", "ordinal"), [(NoteKind.BASIC, 1), (NoteKind.BOTH, 2), (CLOZE, 0), (CLOZE, 2)]
)
def test_a_card_that_the_note_does_not_give_is_an_error(kind: NoteKind, ordinal: int) -> None:
    with pytest.raises(ValueError, match=f"got {ordinal}"):
        face(kind, "a", "[b](#1)", "", ordinal)
