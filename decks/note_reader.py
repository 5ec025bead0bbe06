"""One note of a chapter file: its heading, its comment and what stands around its answer line."""

from decks.fields import Fields
from decks.items import QUESTION, Item, item_id, read_item
from decks.kinds import NoteKind
from decks.model import ExperimentRef, Note
from decks.names import is_fact, is_identifier, is_tag
from decks.note_parts import NoteParts, note_parts
from decks.outline import Heading, Outline
from decks.problems import Problems
from decks.question_reader import check_quiz_question, question_texts
from decks.rules import Rule
from decks.texts import check_question, check_text

TAG = "small letters and digits, with single hyphens between, such as sur-apprentissage"
_FACT = "an id of the inventory, such as ACT-21"
_NAME = "small letters, digits and _, such as dead_relu"


def read_note(
    file: Outline, heading: Heading, end: int, seen: dict[str, int], problems: Problems
) -> Note:
    """Read the note that starts at `heading` and stops before line `end` (from 0).

    `seen` holds the ids of the notes so far, with their lines.
    """
    line = heading.line + 1
    item = read_item(file, heading, problems)
    fields, kind = item.fields, _kind(item)
    parts = note_parts(file, range(heading.end, end), problems)
    front, back, extra = _texts(kind, heading.text, parts)
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
    check = check_quiz_question if kind.is_question else _check_card
    check(note, heading, parts, problems)
    return note


def _kind(item: Item) -> NoteKind:
    is_question = item.kind == QUESTION
    names = [kind.value for kind in NoteKind if kind.is_question is is_question]
    if not is_question:
        name = item.fields.text("kind", names.__contains__, ", ".join(names), default="")
        return NoteKind(name or NoteKind.BASIC)
    name = item.fields.text("kind", names.__contains__, ", ".join(names))
    return NoteKind(name or NoteKind.OPEN)  # which takes any body: one fault is told once


def _experiment(fields: Fields) -> ExperimentRef | None:
    experiment = fields.fields("experiment", "{name: …, settings: {…}, guess: …}")
    if experiment is None:
        return None
    name = experiment.text("name", is_identifier, _NAME)
    settings = experiment.fields("settings", "{name: value, …}")
    guess = experiment.text("guess", is_identifier, _NAME, default="")
    experiment.finish()
    return ExperimentRef(
        name,
        settings.scalars(is_identifier, _NAME) if settings else (),
        guess,
    )


def _texts(kind: NoteKind, question: str, parts: NoteParts) -> tuple[str, str, str]:
    """Front, back and extra."""
    if kind.is_question:
        return question_texts(kind, question, parts)
    if kind is not NoteKind.BASIC:
        return question, parts.above, parts.below or ""
    if parts.below is None:
        return question, parts.above, ""
    return "\n\n".join(filter(None, (question, parts.above))), parts.below, ""


def _check_card(note: Note, heading: Heading, parts: NoteParts, problems: Problems) -> None:
    if not note.front:
        problems.add(note.line, Rule.QUESTION_EMPTY, "###", "a question after ###")
    if not note.back:
        problems.add(note.line, Rule.ANSWER_EMPTY, heading.text, "an answer below the question")
    elif note.kind is not NoteKind.BASIC and parts.below == "":
        problems.add(note.line, Rule.BELOW_EMPTY, heading.text, "a text below ---, or no ---")
    if heading.text:
        check_question(heading.text, note.line, problems)
    is_cloze = note.kind is NoteKind.CLOZE
    if parts.above:
        check_text(parts.above, parts.above_line + 1, problems, is_cloze_body=is_cloze)
    if parts.below:
        check_text(parts.below, parts.below_line + 1, problems)
