"""Chapters become files: the same bytes for what was read, canonical text for what was made."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import zip_longest
from pathlib import Path

from decks.errors import DeckError, Problem
from decks.escape import escape_line
from decks.flow import FlowValue, flow, line
from decks.items import CARD, QUESTION
from decks.kinds import NoteKind
from decks.model import Chapter, ExperimentRef, Note, Section
from decks.outline import is_blank, split_lines
from decks.questions.split import WHOLE, joined
from decks.read import parse_chapter
from decks.rules import Rule
from decks.texts import is_question


def write_chapter(chapter: Chapter) -> str:
    """A chapter as the text of its file.

    What has a `source` is written as it was read; the rest is written anew, with the line ends of
    its neighbours.

    Raises:
        DeckError: If reading the text would not give the chapter back: nothing is written that
            says something else, such as a basic note's answer with a line ``---`` of its own.
    """
    pieces = list(_pieces(chapter))
    end = _line_end(pieces)
    text = "".join(_joined(pieces, end))
    _check(chapter, text)
    return text


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of the file, as read or (`is_made`) as written anew."""

    text: str
    is_made: bool


def _pieces(chapter: Chapter) -> Iterator[_Piece]:
    yield _piece(chapter.source, _head(chapter))
    for section in chapter.sections:
        yield _piece(section.source, _section(section))
        for note in section.notes:
            yield _piece(note.source, _note(note))


def _piece(source: str, made: str) -> _Piece:
    return _Piece(source or made, not source)


def _line_end(pieces: list[_Piece]) -> str:
    """How the first line that was read ends; LF when none was."""
    lines = [split_lines(piece.text)[0] for piece in pieces if not piece.is_made]
    return (lines[0][len(lines[0].rstrip("\r\n")) :] if lines else "") or "\n"


def _joined(pieces: list[_Piece], end: str) -> Iterator[str]:
    """The pieces, each on lines of its own, with a blank line around those that were made."""
    for piece, following in zip_longest(pieces, pieces[1:]):
        text = piece.text.replace("\n", end) if piece.is_made else piece.text
        yield text
        if following is None:
            return
        last = split_lines(text)[-1]
        if not last.endswith(("\n", "\r")):
            yield end
        if (piece.is_made or following.is_made) and not is_blank(last.rstrip("\r\n")):
            yield end


def _head(chapter: Chapter) -> str:
    values = [f"id: {line(chapter.id)}"]
    if chapter.number:
        values.append(f"chapter: {chapter.number}")
    values += [f"title: {line(chapter.title)}", f"language: {line(chapter.language)}"]
    if chapter.tags:
        values.append(f"tags: {flow(chapter.tags)}")
    front_matter = "\n".join(["---", *values, "---"])
    return _paragraphs(front_matter, _heading(1, escape_line(chapter.title)), chapter.text)


def _section(section: Section) -> str:
    heading = _heading(2, escape_line(section.title))
    comment = f"<!-- section: {flow({'id': section.id})} -->"
    return _paragraphs(f"{heading}\n{comment}", section.text)


def _note(note: Note) -> str:
    what = QUESTION if note.kind.is_question else CARD
    question, above, below = _parts(note)
    start = f"{_heading(3, question)}\n<!-- {what}: {flow(_metadata(note))} -->"
    return _paragraphs(start, *above, *(("---", below) if below else ()))


def _parts(note: Note) -> tuple[str, list[str], str]:
    """The heading, what stands above the answer line, and what stands below it."""
    if note.kind.is_question and note.kind not in WHOLE:
        question, above = _question_and_above(note.front)
        return question, [joined(note.kind, above, note.back)], note.extra
    if note.kind is not NoteKind.BASIC:
        return note.front, [note.back], note.extra
    question, above = _question_and_above(note.front)
    return question, *(([above], note.back) if above else ([note.back], ""))


def _question_and_above(front: str) -> tuple[str, str]:
    """The heading, and what asks below it; the heading is "" when the front starts otherwise."""
    question, _, above = front.partition("\n\n")
    is_heading = is_question(question) and (not above or _is_trimmed(above))
    return (question, above) if is_heading else ("", front)


def _is_trimmed(text: str) -> bool:
    lines = text.split("\n")
    return not (is_blank(lines[0]) or is_blank(lines[-1]))


def _metadata(note: Note) -> dict[str, FlowValue]:
    metadata: dict[str, FlowValue] = {"id": note.id}
    if note.kind is not NoteKind.BASIC:
        metadata["kind"] = note.kind.value
    if note.tags:
        metadata["tags"] = note.tags
    if note.facts:
        metadata["facts"] = note.facts
    if note.experiment:
        metadata["experiment"] = _experiment(note.experiment)
    return metadata


def _experiment(reference: ExperimentRef) -> dict[str, FlowValue]:
    settings: dict[str, FlowValue] = dict(reference.settings)
    written: dict[str, FlowValue] = {"name": reference.name}
    if settings:
        written["settings"] = settings
    if reference.guess:
        written["guess"] = reference.guess
    return written


def _heading(level: int, text: str) -> str:
    marks = "#" * level
    closing = f" {marks}" if text.endswith("#") else ""  # else Markdown would take its own # off
    return f"{marks} {text}{closing}".rstrip(" ")


def _paragraphs(*parts: str) -> str:
    return "\n\n".join(filter(None, parts)) + "\n"


def _check(chapter: Chapter, text: str) -> None:
    path = Path(chapter.id)
    read = parse_chapter(text, path)
    if read != chapter:
        changed = _first_difference(chapter, read)
        problem = Problem(0, Rule.NOT_WRITABLE, changed, "what the course's file format can hold")
        raise DeckError(path, (problem,))


def _first_difference(chapter: Chapter, read: Chapter) -> str:
    """The id of the first item that would be read as something else."""
    for mine, other in zip_longest(_items(chapter), _items(read)):
        if mine != other:
            return (mine or other or chapter).id
    return chapter.id


def _items(chapter: Chapter) -> Iterator[Section | Note]:
    for section in chapter.sections:
        yield replace(section, notes=())
        yield from section.notes
