"""Pieces of a text draw what the whole draws: markdown-it's HTML is the witness."""

import re

import pytest

from decks.markdown import text_parser
from qtapp.cardtext.pieces import LONGEST, pieces

PARAGRAPHS = "\n\n".join(f"Le paragraphe {n} dit quelque chose de long." * 3 for n in range(60))
CODE = "```python\n" + "a = 1\n\n# rien\n" * 200 + "```"
LIST = "\n".join(f"- élément {n} avec *quelques* mots" for n in range(200))
TEXTS = {
    "paragraphs": PARAGRAPHS,
    "code": f"Avant\n\n{CODE}\n\nAprès\n\n{PARAGRAPHS}",
    "list": LIST,
    "numbered": re.sub(r"^- élément (\d+)", r"\1. élément", LIST, flags=re.MULTILINE),
    "headings": "\n\n".join(f"## Titre {n}\n\n{'mot ' * 200}" for n in range(12)),
    "formulas": "\n\n".join(f"$$\nx_{n} = \\frac{{a}}{{b}}\n$$\n\net $y$" for n in range(120)),
}


def html(*texts: str) -> str:
    """Of texts below each other; a list that follows another looks like one."""
    drawn = "".join(map(text_parser().render, texts))
    return re.sub(r"</ul>\s*<ul>\s*|</ol>\s*<ol[^>]*>\s*", "", drawn)


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_they_draw_the_whole(text: str) -> None:
    is_drawn_alike = html(*pieces(text)) == html(text)  # apart: a difference takes long to print
    assert is_drawn_alike


@pytest.mark.parametrize("name", ["paragraphs", "list", "headings", "formulas"])
def test_none_is_too_long(name: str) -> None:
    assert max(map(len, pieces(TEXTS[name]))) <= LONGEST
    assert min(map(len, pieces(TEXTS[name])[:-1])) > LONGEST / 3


def test_a_short_text_stays_whole() -> None:
    assert pieces("Court.") == ("Court.",)


def test_code_is_never_cut() -> None:
    assert sum(CODE in piece for piece in pieces(TEXTS["code"])) == 1


def test_a_piece_begins_with_a_heading_rather_than_ends_with_one() -> None:
    assert all(piece.startswith("## Titre") for piece in pieces(TEXTS["headings"]))


def test_an_address_defined_at_the_end_is_known_at_the_start() -> None:
    text = f"Voir [là][a].\n\n{PARAGRAPHS}\n\n[a]: https://exemple.fr/x"
    assert '<a href="https://exemple.fr/x">là</a>' in text_parser().render(pieces(text)[0])
