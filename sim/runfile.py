"""A run in a small JSON file: what was asked and what came of it, for anyone to replay."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sim.file_troubles import newer, not_ours, unreadable, unwritable
from sim.files import write_whole
from sim.plain import from_plain, to_plain
from sim.protocol import RunRequest
from sim.result import RunResult

FORMAT = "epoque-run"
VERSION = 1
_NOT_FINITE = "not finite"


@dataclass(frozen=True, slots=True)
class RunFile:
    """A run that is over.

    Attributes:
        request: Ask it again for the same numbers.
        result: What came of it.
    """

    request: RunRequest
    result: RunResult


def text_of(run: RunFile) -> str:
    """The JSON of a run; it keeps every bit, and is strict: what is not finite is in words."""
    content = {"format": FORMAT, "version": VERSION, **to_plain(run)}
    return json.dumps(_strict(content), ensure_ascii=False, allow_nan=False) + "\n"


def write(path: Path, run: RunFile) -> None:
    """Write a run into a file, whole or not at all.

    Raises:
        BadFileError: If it cannot be written.
    """
    try:
        write_whole(path, text_of(run).encode())
    except OSError as error:
        raise unwritable(path, error) from error


def read(path: Path) -> RunFile:
    """The run in a file.

    Raises:
        BadFileError: If there is none, or it is broken, or a newer version of the app wrote it.
    """
    try:
        text = path.read_bytes().decode()
    except OSError as error:
        raise unreadable(path, error) from error
    except ValueError as error:
        raise not_ours(path) from error
    return parse(text, path)


def parse(text: str, path: Path) -> RunFile:
    """The run in a text that `text_of` wrote.

    Args:
        text: JSON.
        path: What to call it when it is broken.

    Raises:
        BadFileError: If it is broken, or a newer version of the app wrote it.
    """
    content = _content(text, path)
    if content.pop("format", None) != FORMAT:
        raise not_ours(path)
    version = content.pop("version", None)
    if version != VERSION:
        raise newer(path) if isinstance(version, int) and version > VERSION else not_ours(path)
    try:
        return from_plain(RunFile, content)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise not_ours(path) from error


def _content(text: str, path: Path) -> dict[str, Any]:
    try:
        content = json.loads(text, object_hook=_number_or_object)
    except (ValueError, RecursionError) as error:
        raise not_ours(path) from error
    if not isinstance(content, dict):
        raise not_ours(path)
    return content


def _strict(plain: Any) -> Any:
    if isinstance(plain, dict):
        return {name: _strict(item) for name, item in plain.items()}
    if isinstance(plain, list):
        return [_strict(item) for item in plain]
    if isinstance(plain, float) and not math.isfinite(plain):
        return {_NOT_FINITE: str(plain)}
    return plain


def _number_or_object(plain: dict[str, Any]) -> Any:
    return float(plain[_NOT_FINITE]) if plain.keys() == {_NOT_FINITE} else plain
