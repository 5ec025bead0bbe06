"""JSON that others give the collection to keep, and lists of words."""

import json
from typing import Any, NoReturn


def sound(text: str) -> str:
    """The text as it is.

    Raises:
        ValueError: If it is no JSON.
    """
    _parsed(text)
    return text


def canonical(text: str) -> str:
    """The same values always give the same text, with sorted keys.

    Raises:
        ValueError: If it is no JSON.
    """
    return json.dumps(_parsed(text), ensure_ascii=False, sort_keys=True)


def _parsed(text: str) -> Any:
    return json.loads(text, parse_constant=_refuse)


def _refuse(name: str) -> NoReturn:
    """Python would read and write NaN and infinities, which nobody else can."""
    raise ValueError(f"{name} is no JSON")


class Words(dict[str, tuple[str, ...]]):
    """Lists of words by their JSON, such as tags: few lists, met many times over."""

    def __missing__(self, text: str) -> tuple[str, ...]:
        self[text] = tuple(json.loads(text))
        return self[text]
