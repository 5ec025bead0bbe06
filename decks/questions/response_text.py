"""A learner's answer as JSON text, to be kept for years: each text says its version."""

import json
from collections.abc import Callable
from typing import Any

from decks.questions.responses import Filled, Judged, Matched, Ordered, Picked, Response, Typed

VERSION = 1
_LONGEST = 1_000_000  # characters: an open answer of a thousand pages


class ResponseTextError(ValueError):
    """A text that says no answer; the message quotes its start and what was expected."""

    def __init__(self, text: str, expected: str) -> None:
        super().__init__(f"no answer of a learner: {text[:80]!r}; expected {expected}")


def response_text(response: Response) -> str:
    """An answer as JSON on one line, such as ``{"v":1,"picked":[0,2]}``."""
    key, value = _said(response)
    written = {"v": VERSION, key: value}
    return json.dumps(written, ensure_ascii=False, separators=(",", ":"))


def _said(response: Response) -> tuple[str, Any]:
    match response:
        case Picked(options):
            return "picked", options
        case Judged(is_true, reason):
            return "judged", [is_true, reason]
        case Typed(text):
            return "typed", text
        case Filled(texts):
            return "filled", texts
        case Ordered(items):
            return "ordered", items
        case Matched(rights):
            return "matched", rights


def read_response(text: str) -> Response:
    """The answer that a text of `response_text` says.

    Raises:
        ResponseTextError: If it says none.
    """
    found = _object(text)
    version = found.pop("v", None)
    if type(version) is not int or version != VERSION:
        raise ResponseTextError(text, f"version {VERSION}")
    if len(found) != 1:
        raise ResponseTextError(text, f"one of {', '.join(_READERS)}")
    ((key, value),) = found.items()
    read = _READERS.get(key)
    response = read(value) if read else None
    if response is None:
        raise ResponseTextError(text, f"one of {', '.join(_READERS)}, with its value")
    return response


def _object(text: str) -> dict[str, Any]:
    try:
        found = json.loads(text) if len(text) <= _LONGEST else None
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        raise ResponseTextError(text, "a JSON object")
    return found


def _picked(value: Any) -> Picked | None:
    is_right = _are_places(value) and value == sorted(set(value))
    return Picked(tuple(value)) if is_right else None


def _judged(value: Any) -> Judged | None:
    match value:
        case [bool(is_true), str(reason)]:
            return Judged(is_true, reason)
    return None


def _typed(value: Any) -> Typed | None:
    return Typed(value) if isinstance(value, str) else None


def _filled(value: Any) -> Filled | None:
    is_right = isinstance(value, list) and all(isinstance(text, str) for text in value)
    return Filled(tuple(value)) if is_right else None


def _ordered(value: Any) -> Ordered | None:
    is_right = _are_places(value) and sorted(value) == list(range(len(value)))
    return Ordered(tuple(value)) if is_right else None


def _matched(value: Any) -> Matched | None:
    is_right = isinstance(value, list) and _are_places([n for n in value if n is not None])
    return Matched(tuple(value)) if is_right else None


def _are_places(value: Any) -> bool:
    return isinstance(value, list) and all(type(n) is int and n >= 0 for n in value)


_READERS: dict[str, Callable[[Any], Response | None]] = {
    "picked": _picked,
    "judged": _judged,
    "typed": _typed,
    "filled": _filled,
    "ordered": _ordered,
    "matched": _matched,
}
