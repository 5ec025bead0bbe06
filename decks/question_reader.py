"""A quiz question of a chapter file: which part asks, which is its body, and what is wrong."""

from decks.kinds import NoteKind
from decks.model import Note
from decks.note_parts import NoteParts
from decks.outline import Heading
from decks.problems import Problems
from decks.questions.read_body import EXPECTED, read_body
from decks.questions.split import split
from decks.rules import Rule
from decks.texts import check_question, check_text


def question_texts(kind: NoteKind, question: str, parts: NoteParts) -> tuple[str, str, str]:
    """Front, back and extra of a question."""
    asked, body, _ = split(kind, parts.above)
    return "\n\n".join(filter(None, (question, asked))), body, parts.below or ""


def check_quiz_question(note: Note, heading: Heading, parts: NoteParts, problems: Problems) -> None:
    """Report what is wrong in a question's texts."""
    if not note.front:
        problems.add(note.line, Rule.QUESTION_EMPTY, "###", "a question after ###")
    if parts.below == "":
        problems.add(note.line, Rule.BELOW_EMPTY, heading.text, "a text below ---, or no ---")
    elif note.kind is NoteKind.TRUTH and not note.extra:
        problems.add(note.line, Rule.REASON_MISSING, heading.text, "the reason, below ---")
    if heading.text:
        check_question(heading.text, note.line, problems)
    if parts.below:
        check_text(parts.below, parts.below_line + 1, problems)
    asked, body, at = split(note.kind, parts.above)
    if asked:
        check_text(asked, parts.above_line + 1, problems)
    if not body:
        problems.add(note.line, Rule.BODY_MISSING, heading.text, EXPECTED[note.kind])
        return
    line = parts.above_line + at + 1
    if note.kind is not NoteKind.GAPS:  # whose reader checks its text
        check_text(body, line, problems)
    read_body(note.kind, body, line, problems)
