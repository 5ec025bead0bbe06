from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from decks.markdown import text_parser
from qtapp.cardtext.formula import Formula
from qtapp.cardtext.markdown import _PLAIN, PlainToken, formulas, parsed, plain_text


def test_formulas_come_in_order_and_once() -> None:
    text = "$a$ et $b$, puis $a$\n\n$$c$$\n\n| $d$ |\n|---|\n| [$e$](#shown) |\n\n> x $$f$$ y"
    display = [Formula("c", is_display=True), Formula("f", is_display=True)]
    assert formulas(text) == [
        Formula("a"), Formula("b"), display[0], Formula("d"), Formula("e"), display[1]
    ]  # fmt: skip


def test_dollars_in_code_and_prices_are_no_formulas() -> None:
    assert formulas("`$a$` ; \\$b\\$\n\n```\n$c$\n```") == []
    assert formulas("de 5 $ à 10 $") == formulas("5$ ou 10$") == []


def test_plain_text_says_what_is_there() -> None:
    text = (
        "#### Titre\n\nUn **mot** et $x^2$  \nici, [lien](https://a.b) `code`.\n\n- un\n- deux\n\n"
        "![une courbe](c.png)\n\n$$y$$\n\n```python\nx = 1\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |"
    )
    assert plain_text(text).split("\n") == [
        "Titre", "Un mot et x^2", "ici, lien code.", "un", "deux", "une courbe", "y", "x = 1",
        "a b", "1 2",
    ]  # fmt: skip


def test_html_is_text() -> None:
    assert plain_text("<b>gras</b>") == "<b>gras</b>"


@given(st.text(max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    plain_text(text)
    formulas(text)


def seen(tokens: Sequence[Any]) -> list[object]:
    """All that drawing looks at."""
    return [
        (t.type, t.content, t.nesting, t.hidden, None if t.children is None else seen(t.children))
        for t in tokens
    ]


@given(st.from_regex(_PLAIN, fullmatch=True))
@example("Que veut dire « époque » : un passage sur 100 % des données (une seule fois) ?")
@example("x = 1 - 2 + 3")
@example("a")
def test_a_text_without_markup_reads_as_markdown_it_reads_it(text: str) -> None:
    assert seen(parsed(text)) == seen(text_parser().parse(text))
    assert isinstance(parsed(text)[0], PlainToken)


@pytest.mark.parametrize(
    "text",
    [
        "1. un",
        "- un",
        "a\nb",
        "a *b*",
        "a_b",
        "a ",
        "$a$",
        "a & b",
        "a <b>",
        "a `b`",
        "a | b",
        "# a",
    ],
)
def test_a_text_with_markup_is_left_to_markdown_it(text: str) -> None:
    assert not isinstance(parsed(text)[0], PlainToken)
