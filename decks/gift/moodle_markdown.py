r"""The dialect's Markdown as Moodle's: formulas between ``\\(`` and ``\\)``, bare dollars.

PHP Markdown takes backslashes off before Moodle's filter sees a formula, so what is special to it
is escaped inside; `decks.gift.texts` reads it back.
"""

import re

from decks.questions.parsing import parser, plain_text

_SPECIAL = re.compile(r"[\\`*_{}\[\]()#+.!>|~-]")
_PIECES = re.compile(
    r"(?P<code>^(?P<fence>```+|~~~+).{0,20000}?^(?P=fence)"
    r"|(?P<ticks>`+)(?!`).{1,2000}?(?<!`)(?P=ticks)(?!`))"
    r"|\$\$(?P<block>.{1,2000}?)\$\$|\$(?P<inline>[^$]{1,2000})\$|\\(?P<dollar>\$)|\\.",
    re.DOTALL | re.MULTILINE,
)


def moodle_markdown(text: str) -> str:
    """A text of the course as Moodle's Markdown."""
    return _PIECES.sub(_piece, text)


def plain(text: str) -> str | None:
    """A line of Markdown as plain text with formulas; None when it has more to show."""
    pieces: list[str] = []
    at = 0
    for match in re.finditer(r"\$([^$]+)\$", text):
        pieces += [text[at : match.start()], rf"\({match[1]}\)"]
        at = match.end()
    return _without_markdown([*pieces, text[at:]])


def _without_markdown(pieces: list[str]) -> str | None:
    """Every second piece is a formula; the others must be text alone."""
    shown: list[str] = []
    for number, piece in enumerate(pieces):
        bare = piece.strip(" ")
        text = plain_text(parser().parseInline(bare)[0]) if number % 2 == 0 and bare else bare
        if text is None:
            return None
        shown.append(piece.replace(bare, text) if bare else piece)
    return "".join(shown)


def _piece(match: re.Match[str]) -> str:
    if match["block"]:
        return rf"\\[{_in_formula(match['block'])}\\]"
    if match["inline"]:
        return rf"\\({_in_formula(match['inline'])}\\)"
    return "$" if match["dollar"] else match[0]


def _in_formula(latex: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", latex)
