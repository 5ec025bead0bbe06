"""Plain text as Markdown that shows just that text, whatever characters it holds."""

import re

_ANYWHERE = re.compile(r"[\\`*_\[\]<$|~]|&(?=#?\w+;)")
_AT_START = re.compile(r">|:(?=-)|-(?=[\s-]|$)|\+(?=\s|$)|=(?==*\s*$)|#(?=#*(?:\s|$))")
_NUMBERED = re.compile(r"([0-9]+)([.)])(?=\s|$)")


def escape_line(text: str) -> str:
    """One line of plain text as inline Markdown, which may start a paragraph.

    Args:
        text: Without line breaks, and without blanks at its ends: Markdown would drop those.
    """
    escaped = escape_inline(text)
    if _AT_START.match(escaped):
        return "\\" + escaped
    if _NUMBERED.match(escaped):
        return _NUMBERED.sub(r"\1\\\2", escaped, count=1)
    return escaped


def escape_inline(text: str) -> str:
    """Plain text as Markdown that shows just that, behind the first word of a paragraph."""
    return _ANYWHERE.sub(r"\\\g<0>", text)
