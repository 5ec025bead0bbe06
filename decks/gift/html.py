"""The HTML that Moodle's editor writes, as Markdown; what Markdown lacks is told."""

import re
from collections.abc import Callable
from html.parser import HTMLParser

_MARKS = {"b": "**", "strong": "**", "i": "*", "em": "*"}
_BLOCKS = frozenset(("p", "div", "ul", "ol", "pre", "blockquote", "h1", "h2", "h3", "h4", "h5"))
_PLAIN = frozenset(("html", "body", "span", "font", "u", "a", "small", "big"))  # their text stays
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>|&(?:#[0-9]+|#x[0-9a-fA-F]+|[a-zA-Z]+);")
_ITEM = re.compile(r"(?:-|[0-9]+\.) ")
_BLANKS = re.compile(r"[ \t\r\n]+")


def has_html(text: str) -> bool:
    """Whether a text has tags or entities."""
    return _TAG.search(text) is not None


def html_markdown(text: str, plain: Callable[[str], str]) -> tuple[str, tuple[str, ...]]:
    """HTML as Markdown, and the tags that were lost.

    Args:
        text: HTML.
        plain: Makes Markdown of a line of plain text.
    """
    converter = _Converter(plain)
    converter.feed(text)
    converter.close()
    return converter.markdown(), tuple(sorted(converter.lost))


class _Converter(HTMLParser):
    def __init__(self, plain: Callable[[str], str]) -> None:
        super().__init__(convert_charrefs=True)
        self.lost: set[str] = set()
        self._plain = plain
        self._blocks: list[str] = [""]
        self._lists: list[int | None] = []  # the number of the last item; None for bullets
        self._code = ""  # the tag of the code being read

    def markdown(self) -> str:
        blocks = (re.sub(r" *\\?\n *$", "", block.strip(" ")) for block in self._blocks)
        return "\n\n".join(block for block in blocks if block)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("ul", "ol"):
            self._lists.append(None if tag == "ul" else 0)
        if tag in _BLOCKS and _ITEM.fullmatch(self._blocks[-1]):
            pass  # a paragraph that starts an item
        elif tag in _BLOCKS:
            self._blocks.append("")
        elif tag == "li":
            self._blocks.append(self._item())
        elif tag == "br":
            self._blocks[-1] = self._blocks[-1].rstrip(" ") + "\\\n"
        elif tag in _MARKS:
            self._blocks[-1] += _MARKS[tag]
        elif tag not in _PLAIN and tag != "code":
            self.lost.add(tag)
        if tag in ("code", "pre"):
            self._code = self._code or tag

    def handle_endtag(self, tag: str) -> None:
        if tag in ("ul", "ol") and self._lists:
            self._lists.pop()
        if tag in _MARKS:
            self._blocks[-1] += _MARKS[tag]
        if tag in _BLOCKS:
            self._blocks.append("")
        if tag == self._code:
            self._code = ""

    def handle_data(self, data: str) -> None:
        if self._code == "pre":
            self._blocks[-1] += f"```\n{data.strip(chr(10))}\n```"
        elif self._code:
            self._blocks[-1] += f"`{_BLANKS.sub(' ', data).replace('`', '’')}`"
        elif data.strip():
            self._blocks[-1] += self._text(data)
        elif self._blocks[-1]:
            self._blocks[-1] += " "

    def _text(self, data: str) -> str:
        text = _BLANKS.sub(" ", data)
        before = " " if text[0] == " " and self._blocks[-1].rstrip("\n") == self._blocks[-1] else ""
        after = " " if text[-1] == " " else ""
        return f"{before if self._blocks[-1] else ''}{self._plain(text.strip(' '))}{after}"

    def _item(self) -> str:
        if self._lists and self._lists[-1] is not None:
            self._lists[-1] += 1
            return f"{self._lists[-1]}. "
        return "- "
