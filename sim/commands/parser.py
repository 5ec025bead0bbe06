"""An argument parser that speaks French and English, and ends in one sentence."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable
from functools import partial
from typing import Any, NoReturn

from sim.commands.console import WRONG_USE, Console
from sim.words import Language, Words, same

_USAGE = Words("utilisation : ", "usage: ")
_HELP = Words("montre cette aide", "show this help")
_LANGUAGE = Words("langue ; sinon celle du système", "language; by default the system’s")
_TROUBLES = (
    (r"the following arguments are required: (.*)", Words("il manque {0}", "{0} is missing")),
    (r"unrecognized arguments: (.*)", Words("{0} n’est pas connu", "{0} is not known")),
    (r"argument (.*?): expected .*", Words("{0} attend une valeur", "{0} wants a value")),
    (
        r"argument .*\|.*: invalid choice: (.*) \(choose from (.*)\)",
        Words("aucune commande ne s’appelle {0} ; il y a {1}", "no command is {0}; there are {1}"),
    ),
    (
        r"argument (.*?): invalid choice: (.*) \(choose from (.*)\)",
        Words(
            "{0} ne peut valoir {1} ; il faut l’un de ceux-ci : {2}",
            "{0} cannot be {1}; it takes one of {2}",
        ),
    ),
)


class Parser(argparse.ArgumentParser):
    """One command's arguments.

    Args:
        console: Where it speaks.
        options: As of `argparse.ArgumentParser`.
    """

    def __init__(self, console: Console, **options: Any) -> None:
        shape = partial(_Formatter, console.language)
        super().__init__(add_help=False, allow_abbrev=False, formatter_class=shape, **options)
        self._console = console
        self._group = self.add_argument_group("options")
        self.takes("-h", "--help", _HELP, action="help")
        self.takes("--language", _LANGUAGE, choices=("fr", "en"))

    def takes(self, *names_and_help: str | Words, **options: Any) -> None:
        """Add an argument: its names, then its help in both languages."""
        *names, words = names_and_help
        assert isinstance(words, Words)
        text = words.in_language(self._console.language).replace("%", "%%")
        self._group.add_argument(*map(str, names), help=text, **options)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and end with code 2."""
        self._console.refuse(translated(message))
        self.exit(WRONG_USE)


def translated(message: str) -> Words:
    """What argparse says in English, in both languages where it is known."""
    for pattern, words in _TROUBLES:
        if found := re.fullmatch(pattern, message):
            return Words(words.fr.format(*found.groups()), words.en.format(*found.groups()))
    return same(message)


class _Formatter(argparse.RawDescriptionHelpFormatter):
    """Help whose usage line begins as the language does."""

    def __init__(self, language: Language, prog: str) -> None:
        super().__init__(prog, max_help_position=30, width=100)
        self._language = language

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        """The line ``usage: …``; argparse also asks for one that begins with nothing."""
        begun = _USAGE.in_language(self._language) if prefix is None else prefix
        super().add_usage(usage, actions, groups, begun)
