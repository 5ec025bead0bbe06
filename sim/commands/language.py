"""In which language a terminal is spoken to."""

from __future__ import annotations

import locale
from collections.abc import Mapping, Sequence
from itertools import pairwise

from sim.words import Language

OPTION = "--language"
VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


def wanted(arguments: Sequence[str], environment: Mapping[str, str]) -> Language:
    """The one asked for, else the system's, else English.

    Args:
        arguments: The command line; it may hold ``--language fr`` or ``--language=fr``.
        environment: `os.environ`.
    """
    given = [text for text in _given(arguments) if text in ("fr", "en")]
    if given:
        return "fr" if given[-1] == "fr" else "en"
    return "fr" if _of_system(environment).lower().startswith("fr") else "en"


def _given(arguments: Sequence[str]) -> list[str]:
    after = [b for a, b in pairwise(arguments) if a == OPTION]
    joined = [a.partition("=")[2] for a in arguments if a.startswith(OPTION + "=")]
    return after + joined


def _of_system(environment: Mapping[str, str]) -> str:
    """As POSIX ranks its variables; Windows has none of them, and Python knows."""
    for name in VARIABLES:
        if environment.get(name):
            return environment[name]
    return locale.getlocale()[0] or ""
