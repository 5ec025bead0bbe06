"""Facts of known trouble as sentences in the learner's language: what, where, what to do now."""

import errno
from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from db.errors import (
    CollectionError,
    CollectionInUseError,
    CorruptedCollectionError,
    DiskFullError,
    NewerCollectionError,
    NotACollectionError,
    UnwritableCollectionError,
)
from decks.errors import DeckError, Problem
from qtapp import rules

MOST_PROBLEMS_TOLD = 5
_OTHER_FILE = {"file-missing", "file-not-regular", "file-binary"}
_NO_ROOM = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC))  # Windows knows no quota

translate = QCoreApplication.translate


class Sentences(NamedTuple):
    """One trouble, told.

    Attributes:
        what: What happened.
        where: The file and line; "" when there is none.
        remedy: What to do now.
    """

    what: str
    where: str
    remedy: str


def is_known(error: BaseException) -> bool:
    """Whether it is trouble that life brings, rather than a mistake of ours."""
    return isinstance(error, CollectionError | DeckError | OSError)


def explain(error: Exception) -> Sentences:
    """Tell known trouble (see `is_known`)."""
    if isinstance(error, CollectionError):
        what, remedy = _of_collection(error)
        return Sentences(what, str(error.path), remedy)
    if isinstance(error, DeckError):
        return _of_deck(error)
    return _of_system(error)


def explain_course(error: DeckError | OSError) -> Sentences:
    """Tell why the course that comes with the app is not what it should be."""
    what = translate("sentences", "The course that comes with Époque is damaged.")
    told = _of_deck(error) if isinstance(error, DeckError) else _of_system(error)
    where = f"{error.path}\n{told.where}" if isinstance(error, DeckError) else told.where
    remedy = translate("sentences", "Your cards stay as they are. Install Époque again.")
    return Sentences(what, where, remedy)


def _of_collection(error: CollectionError) -> tuple[str, str]:
    kind = next((kind for kind in type(error).__mro__ if kind in _COLLECTION), CollectionError)
    return _COLLECTION[kind]()


def _of_deck(error: DeckError) -> Sentences:
    what = translate("sentences", "“%1” cannot be imported: nothing was changed.")
    told = [problem(p) for p in error.problems[:MOST_PROBLEMS_TOLD]]
    left = len(error.problems) - len(told)
    if left:
        told.append(translate("sentences", "and %n other problem(s)", "", left))
    return Sentences(what.replace("%1", error.path.name), "\n".join(told), _remedy(error))


def _remedy(error: DeckError) -> str:
    """What is no text, or not there, cannot be corrected."""
    if {problem.rule for problem in error.problems} <= _OTHER_FILE:
        return translate(
            "sentences",
            "Choose another file: chapters, decks and documents are .md, .txt or .gift.",
        )
    return translate("sentences", "Correct the file, then import it again.")


def problem(fact: Problem) -> str:
    """One thing wrong in a course file, with its line."""
    text = rules.sentence(fact)
    if not fact.line:
        return text
    return translate("sentences", "Line %1: %2").replace("%1", str(fact.line)).replace("%2", text)


def _of_system(error: Exception) -> Sentences:
    where = getattr(error, "filename", None)
    if getattr(error, "errno", None) in _NO_ROOM:
        what = translate("sentences", "There is no room for a file: it was not written.")
        remedy = translate("sentences", "Free some space there, or choose another place.")
        return Sentences(what, str(where or error), remedy)
    what = translate("sentences", "The computer refused to read or write a file.")
    remedy = translate("sentences", "Check that the file exists and that you may use it.")
    return Sentences(what, str(where or error), remedy)


def _in_use() -> tuple[str, str]:
    return (
        translate("sentences", "This collection is already open in another window of Époque."),
        translate("sentences", "Close the other window, then try again."),
    )


def _not_a_collection() -> tuple[str, str]:
    return (
        translate("sentences", "This file is not an Époque collection."),
        translate("sentences", "Nothing was changed in it. Choose another file."),
    )


def _corrupted() -> tuple[str, str]:
    return (
        translate("sentences", "This collection is damaged."),
        translate(
            "sentences",
            "Nothing was changed in it. Keep a copy of the file, then put back a backup if there is"
            " one in the folder “backups” beside it.",
        ),
    )


def _newer() -> tuple[str, str]:
    return (
        translate("sentences", "This collection was written by a later version of Époque."),
        translate("sentences", "Update Époque to open it. Nothing was changed in it."),
    )


def _unwritable() -> tuple[str, str]:
    return (
        translate("sentences", "This collection cannot be written."),
        translate(
            "sentences",
            "Check that its folder exists and that you may write there, or choose another place.",
        ),
    )


def _disk_full() -> tuple[str, str]:
    return (
        translate("sentences", "The disk is full: the last action was not saved."),
        translate("sentences", "Free some space, then try again. All that came before is saved."),
    )


def _other() -> tuple[str, str]:
    return (
        translate("sentences", "The collection could not do what was asked."),
        translate("sentences", "Nothing was changed. Try again."),
    )


_COLLECTION: dict[type, Callable[[], tuple[str, str]]] = {
    CollectionInUseError: _in_use,
    NotACollectionError: _not_a_collection,
    CorruptedCollectionError: _corrupted,
    NewerCollectionError: _newer,
    UnwritableCollectionError: _unwritable,
    DiskFullError: _disk_full,
    CollectionError: _other,
}
