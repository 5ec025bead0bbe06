"""`main.py import FILE`: bring a chapter, a deck or a document in, without a window."""

import io
import json
import sys
from pathlib import Path

import command_line
from db.collection import Collection
from db.errors import (
    CollectionError,
    CollectionInUseError,
    CorruptedCollectionError,
    DiskFullError,
    NewerCollectionError,
    NotACollectionError,
    UnwritableCollectionError,
)
from db.rows import ImportReport
from decks.errors import DeckError, Problem
from decks.model import Chapter
from decks.sources import read_source

REASONS = {
    CollectionInUseError: "it is open in another window of Époque; close that window first",
    NotACollectionError: "it is not an Époque collection",
    CorruptedCollectionError: "it is damaged; put back a backup from beside it",
    NewerCollectionError: "a later version of Époque wrote it; update Époque",
    UnwritableCollectionError: "it cannot be written; check its folder and your rights",
    DiskFullError: "the disk is full",
}


def import_file(collection: Path, file: Path, *, as_json: bool) -> int:
    """Import a file and report; the file is read before the collection is touched.

    Args:
        collection: Made if it does not exist.
        file: A chapter, an export of numbered cards, quiz questions in GIFT or a document.
        as_json: Report as one JSON object instead of one line.

    Returns:
        The exit code.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a console that cannot write « ’ » shows « ? »
            stream.reconfigure(errors="replace")
    try:
        source = read_source(file)
        warnings = tuple(_sentence(file, warning) for warning in source.warnings)
        report = _apply(collection, source.chapter, warnings)
    except DeckError as error:
        return _refuse(*(_sentence(error.path, problem) for problem in error.problems))
    except CollectionError as error:
        return _refuse(f"{error.path}: {_reason(error)}.")
    _tell(report, as_json=as_json)
    return command_line.DONE


def _apply(path: Path, chapter: Chapter, warnings: tuple[str, ...]) -> ImportReport:
    collection = Collection.open(path)
    try:
        return collection.apply_import(chapter, warnings)
    finally:
        collection.close()


def _refuse(*sentences: str) -> int:
    for sentence in sentences:
        print(sentence, file=sys.stderr)
    return command_line.UNUSABLE


def _sentence(path: Path, problem: Problem) -> str:
    """``file:line: found this; expected that.`` (without a line for the whole file)."""
    place = f"{path}:{problem.line}" if problem.line else f"{path}"
    found = f"found {problem.found}; " if problem.found else ""
    return f"{place}: {found}expected {problem.expected}."


def _reason(error: CollectionError) -> str:
    reason = REASONS.get(type(error), error.detail or "it cannot be used")
    return f"cannot be used: {reason}"


def _tell(report: ImportReport, *, as_json: bool) -> None:
    if as_json:
        print(json.dumps(report._asdict()))
        return
    for warning in report.warnings:
        print(warning, file=sys.stderr)
    counts = [
        f"{report.new} new",
        f"{report.updated} updated",
        f"{report.unchanged} unchanged",
        _counted(len(report.warnings), "warning"),
    ]
    if report.kept_edited:
        counts.insert(3, f"{report.kept_edited} kept as you edited them")
    brought = [_counted(report.cards, "new card")]
    if report.images:
        brought.append(_counted(report.images, "new or changed image"))
    if report.texts:
        brought.append(_counted(report.texts, "new or changed study text"))
    print(f"{report.title}: {', '.join(counts)} ({', '.join(brought)}).")


def _counted(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
