"""What is selected becomes Markdown that draws the same; markdown-it's HTML is the witness."""

import re

import pytest

from decks.markdown import text_parser
from decks.model import Chapter
from qtapp.cardtext.passage import markdown_between
from qtapp.cardtext.view import CardText
from tests.qtapp.cardtext.conftest import MakeText
from tests.the_course import the_course

TEXTS = [
    "Un mot, *deux*, **trois** et ***quatre***, `cinq_6`.",
    "Une formule $x_i$, et $\\frac{a}{b}$.",
    "Avant\n\n$$\nz = Wx + b\n$$\n\naprès",
    "## Titre\n\nTexte\n\n---\n\nFin",
    "- un\n- deux\n  - dedans\n  - **gras**\n- trois",
    "3. trois\n4. quatre",
    "```python\nloss = (y - a) ** 2  # `x`\n\nprint(loss)\n```",
    "> Une citation\n\nEt la suite",
    "| a | b |\n|---|---|\n| $\\lvert x \\rvert$ | un \\| deux |\n| 3 | `x` |",
    "Ligne\\\nsuivante",
    "\\# pas un titre, 2 \\* 3 \\_ 4, \\$5 et \\<b\\>",
    "1\\. pas une liste",
    "`` a`b `` et ` seul`",
]


def whole(view: CardText) -> str:
    return markdown_between(view.card_document, 0, view.card_document.characterCount())


def html(text: str) -> str:
    """Without what the page does not show: line ends in a paragraph, addresses, loose lists."""
    drawn = text_parser().render(text)
    drawn = re.sub(r"</?a[^>]*>", "", drawn)
    drawn = re.sub(r"<li>\s*<p>(.*?)</p>", r"<li>\1", drawn, flags=re.DOTALL)
    return re.sub(r"\s+", " ", re.sub(r"\s*(</?(?:li|ul|ol|p)>)\s*", r"\1", drawn))


@pytest.mark.parametrize("text", TEXTS)
def test_a_whole_text_comes_back(make_text: MakeText, text: str) -> None:
    assert html(whole(make_text(text))) == html(text)


@pytest.mark.parametrize("chapter", the_course(), ids=lambda chapter: chapter.id)
def test_the_course_s_own_texts_come_back(make_text: MakeText, chapter: Chapter) -> None:
    for text in (chapter.text, *(section.text for section in chapter.sections)):
        if "![" not in text:
            assert html(whole(make_text(text))) == html(text)


def part(view: CardText, first: str, last: str) -> str:
    """From one word to another, both included."""
    words = view.card_document.toPlainText()
    start, end = words.index(first), words.index(last) + len(last)
    return markdown_between(view.card_document, start, end)


def test_half_of_something_bold_is_bold(make_text: MakeText) -> None:
    assert part(make_text("un **deux trois** quatre"), "trois", "quatre") == "**trois** quatre"


def test_half_of_code_comes_whole(make_text: MakeText) -> None:
    assert part(make_text("le `nn.Linear(9, 23)` ici"), "Linear", "ici") == "`nn.Linear(9, 23)` ici"


def test_a_piece_of_a_block_of_code_is_code_in_its_language(make_text: MakeText) -> None:
    view = make_text("```python\na = 1\nb = 2\nc = 3\n```")
    assert part(view, "b = 2", "c = 3") == "```python\nb = 2\nc = 3\n```"


def test_the_end_of_an_item_is_no_item(make_text: MakeText) -> None:
    view = make_text("- un deux\n- trois")
    assert part(view, "deux", "trois") == "deux\n\n- trois"


def test_a_row_of_a_table_comes_with_its_head(make_text: MakeText) -> None:
    view = make_text("| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |")
    assert part(view, "3", "3") == "| a | b |\n| --- | --- |\n| 3 | 4 |"


def test_an_item_of_an_inner_list_is_not_indented(make_text: MakeText) -> None:
    view = make_text("- un\n  - deux\n  - trois")
    assert part(view, "deux", "trois") == "- deux\n- trois"


def test_a_formula_that_is_not_drawn_is_a_formula_all_the_same(make_text: MakeText) -> None:
    view = make_text("La pente $\\undefinedcommand{x}$ ici")
    assert whole(view) == "La pente $\\undefinedcommand{x}$ ici"
