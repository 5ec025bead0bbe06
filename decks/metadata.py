"""YAML in a course file: small mappings of plain values, with the line of each.

Scalars follow YAML 1.2's core schema, so that ``1e-3`` is a number and ``no`` is a word; anchors,
aliases and tags have no place here.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from math import isfinite

import yaml

from decks.model import Scalar
from decks.problems import Problems
from decks.rules import Rule

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # wheels have libyaml: 15 times as fast
_LONGEST = 10_000  # characters; libyaml overflows the stack on some far longer texts
_DEEPEST = 6
_LONGEST_NUMBER = 400

_INTEGER = re.compile(r"[-+]?[0-9]+")
_NUMBER = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_WORDS: dict[str, bool | None] = {
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """A value and the line of its key, or its own in a list (from 1)."""

    value: "Scalar | list[Entry] | Mapping | None"
    line: int


Mapping = dict[str, Entry]


class _RefusedError(Exception):
    def __init__(self, line: int, found: str, expected: str) -> None:
        self.line, self.found, self.expected = line, found, expected


def read_mapping(text: str, line: int, problems: Problems) -> Mapping | None:
    """Read a mapping.

    Args:
        text: YAML.
        line: Of its first line in the file, from 1.
        problems: Takes what is wrong.

    Returns:
        None when it cannot be read.
    """
    try:
        if len(text) > _LONGEST:
            raise _RefusedError(0, f"{len(text)} characters", f"at most {_LONGEST}")
        value = _Builder(text, line, problems).document()
    except _RefusedError as refused:
        problems.add(line + refused.line, Rule.YAML_INVALID, refused.found, refused.expected)
        return None
    except yaml.YAMLError as error:
        problems.add(line + _line_of(error, text), Rule.YAML_INVALID, _reason(error), _HINT)
        return None
    if isinstance(value, dict):
        return value
    problems.add(line, Rule.YAML_INVALID, text, "a mapping, such as id: relu")
    return None


_HINT = "YAML; a text that holds ': ' or ' #' or starts with a sign wants quotes"


def _line_of(error: yaml.YAMLError, text: str) -> int:
    mark = getattr(error, "problem_mark", None)
    if mark is not None:
        return min(int(mark.line), text.rstrip("\n").count("\n"))
    return text.count("\n", 0, int(getattr(error, "position", 0)))


def _reason(error: yaml.YAMLError) -> str:
    return str(getattr(error, "problem", None) or getattr(error, "reason", None) or error)


def _line(event: yaml.Event) -> int:
    return event.start_mark.line if event.start_mark else 0


class _Builder:
    """Plain values from YAML events: safer than composing nodes, which nests without bound."""

    def __init__(self, text: str, line: int, problems: Problems) -> None:
        self._events: Iterator[yaml.Event] = yaml.parse(text, Loader=_LOADER)
        self._line = line
        self._problems = problems

    def document(self) -> Scalar | list[Entry] | Mapping | None:
        """The value of the only document; None when there is none."""
        next(self._events)  # the stream's start
        if isinstance(next(self._events), yaml.StreamEndEvent):
            return None
        value = self._value(next(self._events), depth=0).value
        next(self._events)  # the document's end
        after = next(self._events)
        if not isinstance(after, yaml.StreamEndEvent):
            raise _RefusedError(_line(after), "a second document", "one YAML document")
        return value

    def _value(self, event: yaml.Event, depth: int) -> Entry:
        line = _line(event)
        if depth > _DEEPEST:
            raise _RefusedError(line, "too many brackets", f"at most {_DEEPEST} levels")
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None) is not None:
            raise _RefusedError(line, "an anchor or alias", "no & and no * before a value")
        if getattr(event, "tag", None) not in (None, "!"):
            raise _RefusedError(line, "a tag", "no ! before a value")
        if isinstance(event, yaml.SequenceStartEvent):
            return Entry(list(self._items(depth)), self._line + line)
        if isinstance(event, yaml.MappingStartEvent):
            return Entry(self._mapping(depth), self._line + line)
        assert isinstance(event, yaml.ScalarEvent)  # nothing else is left
        value = plain_value(event.value) if event.implicit[0] else event.value
        return Entry(value, self._line + line)

    def _items(self, depth: int) -> Iterator[Entry]:
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            yield self._value(event, depth + 1)

    def _mapping(self, depth: int) -> Mapping:
        mapping: Mapping = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                raise _RefusedError(_line(event), "a list or mapping", "a word as key")
            key, line = event.value, self._line + _line(event)
            if key in mapping:
                self._problems.add(line, Rule.KEY_REPEATED, key, "each key once")
            mapping[key] = Entry(self._value(next(self._events), depth + 1).value, line)
        return mapping


def plain_value(text: str) -> Scalar | None:
    """What an unquoted scalar means in YAML 1.2's core schema (decimal numbers only)."""
    if text in _WORDS:
        return _WORDS[text]
    if len(text) > _LONGEST_NUMBER:
        return text
    if _INTEGER.fullmatch(text):
        return int(text)
    if _NUMBER.fullmatch(text) and isfinite(number := float(text)):
        return number
    return text
