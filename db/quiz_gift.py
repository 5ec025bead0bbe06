"""Questions of a collection as chapters, and these as a GIFT file, which Moodle imports."""

from collections.abc import Iterable
from pathlib import Path

from db.collection import Collection
from db.quiz_rows import QuestionFilter
from db.rows import CardView
from db.whole_file import write_whole
from decks.errors import Problem
from decks.gift.writer import GiftExport, write_gift
from decks.kinds import NoteKind
from decks.model import Chapter, Note, Section
from decks.names import slug_of


def export_gift(collection: Collection, wanted: QuestionFilter, path: Path) -> GiftExport:
    """Write the questions that pass a filter to a file, all or nothing.

    Args:
        collection: Any thread may use it.
        wanted: Which questions.
        path: Replaced if it is there.

    Returns:
        What was written, and what GIFT cannot say, by the notes' names.

    Raises:
        OSError: If it cannot be written; a file that was there is as it was.
        CollectionError: If the collection cannot be read.
        BodyError: If a question's back is no body of its kind.
    """
    questions = collection.quizzes.pool().chosen(wanted)
    views = [collection.card_view(question.card_id) for question in questions]
    exports = [write_gift(chapter) for chapter in chapters_of(views)]
    text = "\n".join(export.text for export in exports)
    warnings: tuple[Problem, ...] = sum((export.warnings for export in exports), ())
    write_whole(path, text)
    return GiftExport(text, sum(export.questions for export in exports), warnings)


def chapters_of(views: Iterable[CardView]) -> list[Chapter]:
    """Cards, put back into their chapters and sections, in the order in which they come."""
    found: dict[str, dict[str, list[Note]]] = {}
    for view in views:
        chapter, section = view.deck_path[0], view.deck_path[-1]
        found.setdefault(chapter, {}).setdefault(section, []).append(_note(view))
    return [Chapter(slug_of(title), title, sections=_sections(of)) for title, of in found.items()]


def _sections(by_title: dict[str, list[Note]]) -> tuple[Section, ...]:
    return tuple(
        Section(slug_of(title), title, notes=tuple(notes)) for title, notes in by_title.items()
    )


def _note(view: CardView) -> Note:
    kept = view.note
    name = kept.uid.rpartition("/")[2]
    kind, back = NoteKind(kept.kind), kept.back
    return Note(name, kind, kept.front, back, kept.extra, tags=kept.tags, facts=kept.facts)
