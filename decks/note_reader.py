"""One note of a chapter file: its heading, its comment and what stands around its answer line."""

from bisect import bisect_left
from dataclasses import dataclass

from decks.fields import Fields
from decks.items import item_fields, item_id
from decks.kinds import GuessKind, NoteKind
from decks.model import ExperimentRef, Note
from decks.names import is_fact, is_identifier, is_tag
from decks.outline import Heading, Outline, is_blank
from decks.problems import Problems
from decks.rules import Rule
from decks.texts import check_question, check_text

TAG = "small letters and digits, with single hyphens between, such as sur-apprentissage"
_FACT = "an id of the inventory, such as ACT-21"
_NAME = "small letters, digits and _, such as dead_relu"


@dataclass(frozen=True, slots=True)
class _Body:
    """What stands under a note's heading; `below` is None without an answer line."""

    above: str
    above_line: int
    below: str | None = None
    below_line: int = 0


def read_note(
    file: Outline, heading: Heading, end: int, seen: dict[str, int], problems: Problems
) -> Note:
    """Read the note that starts at `heading` and stops before line `end` (from 0).

    `seen` holds the ids of the notes so far, with their lines.
    """
    line = heading.line + 1
    fields = item_fields(file, heading, problems)
    kind = _kind(fields)
    body = _body(file, range(heading.end, end), problems)
    front, back, extra = _texts(kind, heading.text, body)
    note = Note(
        id=item_id(fields, line, seen, Rule.NOTE_ID_REPEATED, problems),
        kind=kind,
        front=front,
        back=back,
        extra=extra,
        tags=fields.texts("tags", is_tag, TAG),
        facts=fields.texts("facts", is_fact, _FACT),
        experiment=_experiment(fields),
        source=file.source(range(heading.line, end)),
        line=line,
    )
    fields.finish()
    _check_presence(note, heading, body, problems)
    _check_texts(note, heading, body, problems)
    return note


def _kind(fields: Fields) -> NoteKind:
    names = [kind.value for kind in NoteKind if not kind.is_question]
    name = fields.text("kind", names.__contains__, ", ".join(names), default=NoteKind.BASIC)
    return NoteKind(name or NoteKind.BASIC)


def _experiment(fields: Fields) -> ExperimentRef | None:
    experiment = fields.fields("experiment", "{name: …, settings: {…}, guess: …}")
    if experiment is None:
        return None
    name = experiment.text("name", is_identifier, _NAME)
    settings = experiment.fields("settings", "{name: value, …}")
    kinds = [kind.value for kind in GuessKind]
    guess = experiment.text("guess", kinds.__contains__, ", ".join(kinds), default="")
    experiment.finish()
    return ExperimentRef(
        name,
        settings.scalars(is_identifier, _NAME) if settings else (),
        GuessKind(guess) if guess else None,
    )


def _body(file: Outline, lines: range, problems: Problems) -> _Body:
    first, last = (bisect_left(file.answer_lines, line) for line in (lines.start, lines.stop))
    marks = file.answer_lines[first:last]
    for line in marks[1:]:
        problems.add(line + 1, Rule.ANSWER_LINE_REPEATED, "---", "one --- in a note, or ***")
    for line in marks:
        around = file.lines[line - 1 : line] + file.lines[line + 1 : line + 2]
        if not all(map(is_blank, around)):
            problems.add(line + 1, Rule.ANSWER_LINE_NOT_ALONE, "---", "blank lines around ---")
    if not marks:
        return _Body(*file.text(lines))
    above = file.text(range(lines.start, marks[0]))
    return _Body(*above, *file.text(range(marks[0] + 1, lines.stop)))


def _texts(kind: NoteKind, question: str, body: _Body) -> tuple[str, str, str]:
    """Front, back and extra."""
    if kind is not NoteKind.BASIC:
        return question, body.above, body.below or ""
    if body.below is None:
        return question, body.above, ""
    return "\n\n".join(filter(None, (question, body.above))), body.below, ""


def _check_presence(note: Note, heading: Heading, body: _Body, problems: Problems) -> None:
    if not note.front:
        problems.add(note.line, Rule.QUESTION_EMPTY, "###", "a question after ###")
    if not note.back:
        problems.add(note.line, Rule.ANSWER_EMPTY, heading.text, "an answer below the question")
    elif note.kind is not NoteKind.BASIC and body.below == "":
        problems.add(note.line, Rule.BELOW_EMPTY, heading.text, "a text below ---, or no ---")


def _check_texts(note: Note, heading: Heading, body: _Body, problems: Problems) -> None:
    if heading.text:
        check_question(heading.text, note.line, problems)
    is_cloze = note.kind is NoteKind.CLOZE
    if body.above:
        check_text(body.above, body.above_line + 1, problems, is_cloze_body=is_cloze)
    if body.below:
        check_text(body.below, body.below_line + 1, problems)
