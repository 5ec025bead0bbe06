"""Plain values as YAML on one line, such that reading them gives the same values."""

import json
import re
from collections.abc import Mapping, Sequence

from decks.metadata import plain_value
from decks.model import Scalar

FlowValue = Scalar | Sequence["FlowValue"] | Mapping[str, "FlowValue"]

_PLAIN = re.compile(r"[^\W\d_](?:[\w,.’'()/-]| (?=[^\s#]))*")
_PLAIN_IN_FLOW = re.compile(r"[\w.](?:[\w.-]*\w)?")
_UNPRINTABLE = re.compile(r"[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")  # json does the rest
_COMMENT_MARKS = {"-->": r"--\x3E", "<!--": r"\x3C!--"}  # they must not end the comment around


def flow(value: FlowValue) -> str:
    """A value as it may stand inside ``{…}`` and ``[…]``."""
    if isinstance(value, str):
        is_plain = _PLAIN_IN_FLOW.fullmatch(value) and plain_value(value) == value
        return value if is_plain else quoted(value)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{flow(key)}: {flow(item)}" for key, item in value.items()) + "}"
    if isinstance(value, Sequence):
        return "[" + ", ".join(map(flow, value)) + "]"
    return json.dumps(value)  # true, false and numbers, as Python writes them


def line(text: str) -> str:
    """A text as it may stand alone after ``key: ``."""
    is_plain = _PLAIN.fullmatch(text) and plain_value(text) == text
    return text if is_plain else quoted(text)


def quoted(text: str) -> str:
    """A text between double quotes."""
    escaped = _UNPRINTABLE.sub(_escape, json.dumps(text, ensure_ascii=False))
    for mark, replacement in _COMMENT_MARKS.items():
        escaped = escaped.replace(mark, replacement)
    return escaped


def _escape(match: re.Match[str]) -> str:
    return f"\\U{ord(match[0]):08X}"
