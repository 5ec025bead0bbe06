"""Frozen data as plain JSON and back, guided by its types: no class writes its own conversion.

It knows dataclasses, strings, numbers, tuples, mappings by name, enums, and unions; dataclasses of
a union are told apart by an entry ``"is"`` with the class's name.
"""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Mapping
from enum import Enum
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")
_TAG = "is"


def to_plain(value: object) -> Any:
    """What `json.dumps` takes, of a dataclass."""
    return {name: _flat(kind, getattr(value, name)) for name, kind in _fields(type(value)).items()}


def from_plain(kind: type[T], plain: Mapping[str, Any]) -> T:
    """The dataclass that `to_plain` made `plain` of.

    Args:
        kind: Its class.
        plain: As `json.loads` gives it.

    Raises:
        KeyError: If a field is unknown, or a class of a union.
        TypeError: If a field is missing, or something has not the shape of its type.
        ValueError: If an enum has no such value, or a tuple not that length.
    """
    kinds = _fields(kind)
    return kind(**{name: _built(kinds[name], item) for name, item in plain.items()})


def _flat(kind: Any, value: Any) -> Any:
    if dataclasses.is_dataclass(value):
        tag = {_TAG: type(value).__name__} if _is_union(kind) else {}
        return tag | to_plain(value)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        kinds = _kinds(get_args(kind), len(value))
        return [_flat(inner, item) for inner, item in zip(kinds, value, strict=True)]
    if isinstance(value, Mapping):
        return {key: _flat(get_args(kind)[1], item) for key, item in value.items()}
    return value


def _built(kind: Any, plain: Any) -> Any:
    if _is_union(kind):
        return _one_of(get_args(kind), plain)
    if dataclasses.is_dataclass(kind):
        return from_plain(kind, plain)  # type: ignore[arg-type]  # a class, never an instance
    origin = get_origin(kind)
    if origin is tuple:
        kinds = _kinds(get_args(kind), len(plain))
        return tuple(_built(inner, item) for inner, item in zip(kinds, plain, strict=True))
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return {key: _built(get_args(kind)[1], item) for key, item in plain.items()}
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(plain)
    return _scalar((kind,), plain)


def _scalar(kinds: tuple[Any, ...], plain: Any) -> Any:
    """The value, if it is of one of these kinds; a whole number is a real one, too."""
    wanted = {kind for kind in kinds if kind in (str, int, float, bool, types.NoneType)}
    if wanted and type(plain) not in wanted | ({int} if float in wanted else set()):
        raise TypeError(f"{plain!r:.80} is no {' or '.join(kind.__name__ for kind in wanted)}")
    return plain


def _kinds(kinds: tuple[Any, ...], length: int) -> tuple[Any, ...]:
    return kinds[:1] * length if kinds[1:] == (Ellipsis,) else kinds


def _one_of(kinds: tuple[Any, ...], plain: Any) -> Any:
    if not isinstance(plain, dict):
        if all(map(dataclasses.is_dataclass, kinds)):
            raise TypeError(f"{plain!r:.80} is none of the classes expected")
        return _scalar(kinds, plain)
    named = {kind.__name__: kind for kind in kinds if isinstance(kind, type)}
    fields = {name: item for name, item in plain.items() if name != _TAG}
    return _built(named[plain[_TAG]], fields)


def _is_union(kind: Any) -> bool:
    return get_origin(kind) in (Union, types.UnionType)


_HINTS: dict[Any, dict[str, Any]] = {}


def _fields(kind: Any) -> dict[str, Any]:
    if kind not in _HINTS:
        _HINTS[kind] = get_type_hints(kind)
    return _HINTS[kind]
