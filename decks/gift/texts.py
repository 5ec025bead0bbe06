r"""Texts of GIFT as Markdown, in whichever of Moodle's four formats they are.

Formulas stand between ``\(`` and ``\)``, ``\[`` and ``\]``, or doubled dollars; a single dollar is
a dollar. In Moodle's Markdown, backslashes are doubled: ``\\(x\_1\\)``.
"""

import re
from collections.abc import Iterator

from decks.escape import escape_line
from decks.gift.escapes import BLANK
from decks.gift.html import has_html, html_markdown
from decks.gift.questions import GiftText
from decks.problems import Problems
from decks.rules import Rule
from decks.texts import check_text

# no formula is longer, and a file full of open ones is not searched to its end for each
_LATEX = r"(?P<{}>.{{1,2000}}?)"
_FORMULA = re.compile(
    rf"\\\({_LATEX.format('inline')}\\\)|\\\[{_LATEX.format('block')}\\\]"
    rf"|\$\${_LATEX.format('dollars')}\$\$",
    re.DOTALL,
)
_IN_MARKDOWN = re.compile(
    r"(?P<code>^(?P<fence>```+|~~~+).{0,20000}?^(?P=fence)"
    r"|(?P<ticks>`+)(?!`).{1,2000}?(?<!`)(?P=ticks)(?!`))"
    rf"|\\\\\({_LATEX.format('inline')}\\\\\)|\\\\\[{_LATEX.format('block')}\\\\\]"
    rf"|\$\${_LATEX.format('dollars')}\$\$|\\(?P<escaped>.)|(?P<dollar>\$)",
    re.DOTALL | re.MULTILINE,
)
_FORMULA_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!>|~-])")
_WORD = r"\_\_\_\_\_"


def markdown(said: GiftText, line: int, problems: Problems) -> str:
    """A text as Markdown; what it loses is told at `line`."""
    if not said.text:
        return ""
    found = _converted(said, line, problems).replace(BLANK, _WORD)
    doubts = Problems()
    check_text(found, line, doubts)
    if not doubts.items:
        return found
    for problem in doubts.items:  # such as an image from the network: shown as it was written
        problems.add(line, Rule.GIFT_LOST, problem.found, "plain text")
    return _lines(said.text).replace(BLANK, _WORD)


def line_of_markdown(said: GiftText, line: int, problems: Problems) -> str:
    """The same on one line: an item of a match, an answer to be typed."""
    flat = GiftText(" ".join(said.text.split()), said.format)
    return markdown(flat, line, problems).replace("\n", " ")


def _converted(said: GiftText, line: int, problems: Problems) -> str:
    if said.format == "markdown":
        return _IN_MARKDOWN.sub(_from_markdown, said.text)
    if said.format == "html" or (said.format == "moodle" and has_html(said.text)):
        text = said.text if said.format == "html" else said.text.replace("\n", "<br>")
        found, lost = html_markdown(text, _plain)
        for tag in lost:
            problems.add(line, Rule.GIFT_HTML, f"<{tag}>", "text, emphasis, lists, code")
        return found
    return _lines(said.text)


def _from_markdown(match: re.Match[str]) -> str:
    if match["inline"] or match["block"]:
        latex = _FORMULA_ESCAPE.sub(r"\1", match["inline"] or match["block"])
        return f"$${latex}$$" if match["inline"] is None else f"${latex.strip()}$"
    return r"\$" if match["dollar"] else match[0]


def _lines(text: str) -> str:
    """Plain lines; a blank one parts paragraphs."""
    paragraphs = re.split(r"\n\s*\n", text.strip())
    broken = (re.split(r"\s*\n\s*", paragraph.strip()) for paragraph in paragraphs)
    return "\n\n".join("\\\n".join(map(_plain, lines)) for lines in broken)


def _plain(text: str) -> str:
    """A line of plain text with its formulas."""
    return "".join(_pieces(text))


def _pieces(text: str) -> Iterator[str]:
    at = 0
    for match in _FORMULA.finditer(text):
        yield escape_line(text[at : match.start()])
        latex = (match["inline"] or match["block"] or match["dollars"]).strip()
        sign = "$$" if match["inline"] is None else "$"
        yield f"{sign}{latex}{sign}" if latex and "$" not in latex else escape_line(match[0])
        at = match.end()
    yield escape_line(text[at:])
