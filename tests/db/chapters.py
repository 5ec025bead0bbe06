"""Small chapters for tests."""

from decks.kinds import NoteKind
from decks.model import Chapter, Note, Section


def note(
    name: str,
    kind: NoteKind = NoteKind.BASIC,
    *,
    front: str = "Question ?",
    back: str = "Réponse",
    extra: str = "",
    tags: tuple[str, ...] = (),
    facts: tuple[str, ...] = (),
) -> Note:
    """A note whose words do not matter, unless given."""
    return Note(name, kind, front, back, extra, tags, facts)


def cloze(name: str, *numbers: int) -> Note:
    """A cloze note that gives these cards."""
    return note(name, NoteKind.CLOZE, back=" et ".join(f"[texte {n}](#{n})" for n in numbers))


def chapter_of(*notes: Note, name: str = "intro", number: int = 1) -> Chapter:
    """A chapter of one section."""
    return Chapter(name, "Introduction", number, sections=(Section("un", "Un", notes=notes),))
