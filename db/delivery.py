"""What a chapter brings to the collection, in the collection's own terms."""

import hashlib
from dataclasses import dataclass

from db.records import as_json
from decks.faces import ordinals
from decks.kinds import NoteKind
from decks.model import Chapter, ExperimentRef, Note, Section


@dataclass(frozen=True, slots=True)
class DeliveredDeck:
    """A deck that the chapter's notes go to; `parent_uid` is None for the chapter's own.

    `text` is its study text, Markdown; a chapter's stands before its first section.
    """

    uid: str
    parent_uid: str | None
    title: str
    position: int
    text: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """The part of a note that a learner may edit; `tags` is a JSON list."""

    kind: str
    front: str
    back: str
    extra: str
    tags: str

    def ordinals(self) -> tuple[int, ...]:
        """Of the cards that they give."""
        return ordinals(NoteKind(self.kind), self.back)

    @property
    def is_question(self) -> bool:
        """Whether quizzes ask it."""
        return NoteKind(self.kind).is_question

    def hash(self) -> str:
        """Tells these words from any others."""
        parts = (self.kind, self.front, self.back, self.extra, self.tags)
        return hashlib.blake2b("\0".join(parts).encode(), digest_size=16).hexdigest()


@dataclass(frozen=True, slots=True)
class DeliveredNote:
    """A note of the chapter; `place` is its rank in it, from 0. `facts`, `experiment`: JSON."""

    uid: str
    deck_uid: str
    place: int
    words: Words
    tags: tuple[str, ...]
    facts: str
    experiment: str
    fact_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Delivery:
    """A chapter: `uid` is its own deck's, which starts the uids of all its decks and notes."""

    uid: str
    number: int
    decks: tuple[DeliveredDeck, ...]
    notes: tuple[DeliveredNote, ...]


def delivery_of(chapter: Chapter) -> Delivery:
    """Decks parents first, and notes in teaching order."""
    title = f"{chapter.number} · {chapter.title}" if chapter.number else chapter.title
    own_texts = [chapter.text, *(s.text for s in chapter.sections if _is_nameless(chapter, s))]
    own_text = "\n\n".join(filter(None, own_texts))
    decks = [DeliveredDeck(chapter.id, None, title, chapter.number, own_text)]
    notes: list[DeliveredNote] = []
    for position, section in enumerate(chapter.sections):
        if not (section.notes or section.text):
            continue
        deck_uid = _deck_uid(chapter, section)
        if deck_uid != chapter.id:
            deck = DeliveredDeck(deck_uid, chapter.id, section.title, position, section.text)
            decks.append(deck)
        notes.extend(
            _delivered(chapter, note, deck_uid, place)
            for place, note in enumerate(section.notes, start=len(notes))
        )
    return Delivery(chapter.id, chapter.number, tuple(decks), tuple(notes))


def _is_nameless(chapter: Chapter, section: Section) -> bool:
    """Whether a section, as an imported deck has one, needs no deck of its own."""
    return section.title in ("", chapter.title)


def _deck_uid(chapter: Chapter, section: Section) -> str:
    return chapter.id if _is_nameless(chapter, section) else f"{chapter.id}/{section.id}"


def _delivered(chapter: Chapter, note: Note, deck_uid: str, place: int) -> DeliveredNote:
    tags = tuple(dict.fromkeys((*chapter.tags, *note.tags)))
    return DeliveredNote(
        uid=f"{chapter.id}/{note.id}",
        deck_uid=deck_uid,
        place=place,
        words=Words(note.kind.value, note.front, note.back, note.extra, as_json(tags)),
        tags=tags,
        facts=as_json(note.facts),
        experiment=_experiment(note.experiment),
        fact_ids=note.facts,
    )


def _experiment(reference: ExperimentRef | None) -> str:
    if reference is None:
        return ""
    named: dict[str, object] = {"name": reference.name, "settings": dict(reference.settings)}
    return as_json(named | ({"guess": reference.guess} if reference.guess else {}))
