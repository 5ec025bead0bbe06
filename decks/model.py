"""What a course is made of: chapters, sections and notes, as frozen data.

A *note* is what an author writes; it gives one or more *cards* (what a learner is asked), see
`decks.faces`. Texts are Markdown with LaTeX between dollars, as `docs/course-format.md` tells.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from decks.kinds import NoteKind

Scalar = str | int | float | bool


@dataclass(frozen=True, slots=True)
class ExperimentRef:
    """A mini-experiment named by a note.

    Attributes:
        name: As `sim` calls it.
        settings: Those that differ from its defaults.
        guess: What the note asks to predict: ``outcome``, ``number``, ``curve``, or the name of one
            of the experiment's own predictions; "" for what the experiment asks first.
    """

    name: str
    settings: tuple[tuple[str, Scalar], ...] = ()
    guess: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """One idea to learn.

    Attributes:
        id: Slug, unique in its chapter and never changed: schedules hang on it.
        kind: How it becomes cards.
        front: Markdown. The question; for a cloze note, its context.
        back: Markdown. The answer; for a cloze note, the text with its deletions, each a link
            ``[hidden](#1 "hint")`` whose number says which card hides it.
        extra: Markdown shown after every answer ("" for basic notes).
        tags: Words to find it by, in the order written.
        facts: Ids of the course inventory that it teaches, such as ``ACT-21``.
        experiment: What can be run to see it happen.
        source: The lines it was read from, so that it is written back unchanged; "" when made
            or changed by hand.
        line: Where it starts in its file, from 1; 0 when it has none.
    """

    id: str
    kind: NoteKind
    front: str
    back: str
    extra: str = ""
    tags: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    experiment: ExperimentRef | None = None
    source: str = field(default="", compare=False, repr=False)
    line: int = field(default=0, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a chapter: a heading, some study text, then notes.

    `source` holds the heading, its metadata and `text` as read.
    """

    id: str
    title: str
    text: str = ""
    notes: tuple[Note, ...] = ()
    source: str = field(default="", compare=False, repr=False)
    line: int = field(default=0, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Picture:
    """An image that a chapter's texts show; `decks.picture_files` reads it.

    Attributes:
        path: Relative to the chapter's file, as the texts name it.
        folder: The one the chapter's file lies in.
        sha256: Of its bytes when the chapter was read, in hexadecimal.
        size: In bytes, likewise.
    """

    path: PurePosixPath
    folder: Path
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Chapter:
    """One file of a course.

    Attributes:
        id: Slug, unique in the course and never changed.
        title: As shown, without its number.
        number: Place in the course, from 1; 0 when it has none (an imported deck).
        language: Of its texts, as a BCP 47 tag such as ``fr``.
        text: Markdown study text before the first section.
        sections: In teaching order.
        tags: Given to every note of the chapter.
        source: Front matter, title and `text` as read.
        pictures: The images beside its file that its texts show; none when made by hand.
    """

    id: str
    title: str
    number: int = 0
    language: str = "fr"
    text: str = ""
    sections: tuple[Section, ...] = ()
    tags: tuple[str, ...] = ()
    source: str = field(default="", compare=False, repr=False)
    pictures: tuple[Picture, ...] = field(default=(), compare=False, repr=False)

    def notes(self) -> Iterator[Note]:
        """Every note, in teaching order."""
        for section in self.sections:
            yield from section.notes
