"""A text in one line of a list: formulas in plain signs, « η = 2 » for LaTeX."""

from decks.spaces import in_one_line
from qtapp.cardtext.markdown import plain_text
from qtapp.cardtext.signs import in_signs


def one_line(text: str) -> str:
    """What a Markdown text says, without its marks and breaks."""
    return in_one_line(plain_text(text, formula=in_signs))
