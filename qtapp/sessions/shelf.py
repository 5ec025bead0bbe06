"""The texts of the cards that come next, read from the collection before they are needed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from db.rows import CardRow, CardView, NoteRow
from decks import faces
from decks.kinds import NoteKind
from qtapp.sessions.review_state import CardFace

if TYPE_CHECKING:
    from db.collection import Collection

_LONGEST_HEADING = 240
_NOT_A_SENTENCE = ("```", "~~~", "$$", "|", "- ", "* ", "> ", "    ")
_MOST = 64  # a day's next cards, and those that undo goes back to


class Shelf:
    """Cards at hand. Only what a review does not change is kept: the note and the deck."""

    def __init__(self, collection: Collection) -> None:
        self._collection = collection
        self._views: dict[int, CardView] = {}

    def face(self, card: CardRow) -> CardFace:
        """What to show of a card.

        Raises:
            CollectionError: It cannot be read.
        """
        return self._shown(card, self._view(card.id))

    def face_with(self, card: CardRow | None, note: NoteRow) -> CardFace:
        """A card (the note's first when None) as another version of its note would show it."""
        ordinals = faces.ordinals(NoteKind(note.kind), note.back)
        if card is None or card.ordinal not in ordinals:
            card = CardRow(0, note.id, 0, ordinals[0], 0)
        view = self._views.get(card.id)
        return _face(card, note, view.deck_path if view else ())

    def note(self, card_id: int) -> NoteRow:
        """The note behind a card.

        Raises:
            CollectionError: It cannot be read.
        """
        return self._view(card_id).note

    def fetch(self, card_ids: Iterable[int]) -> tuple[str, ...]:
        """Take cards off the collection, and tell their texts (Markdown).

        Raises:
            CollectionError: One cannot be read.
        """
        texts: list[str] = []
        for card_id in card_ids:
            view = self._view(card_id)
            shown = self._shown(view.card, view)
            texts += filter(None, (shown.heading, shown.question, shown.answer, shown.extra))
            if NoteKind(view.note.kind).is_question:
                texts.append(view.note.back)  # its options, too
        return tuple(dict.fromkeys(texts))

    def forget(self) -> None:
        """Texts were changed: read them again."""
        self._views.clear()

    def _shown(self, card: CardRow, view: CardView) -> CardFace:
        try:
            return _face(card, view.note, view.deck_path)
        except ValueError:  # no such card of that note: damage, or a mistake of ours
            self._collection.check()
            raise

    def _view(self, card_id: int) -> CardView:
        if card_id not in self._views:
            if len(self._views) >= _MOST:
                del self._views[next(iter(self._views))]
            self._views[card_id] = self._collection.card_view(card_id)
        return self._views[card_id]


def draft_face(note: NoteRow, deck_path: tuple[str, ...]) -> CardFace:
    """The first card of a note that is not saved yet."""
    first = faces.ordinals(NoteKind(note.kind), note.back)[0]
    return _face(CardRow(0, note.id, 0, first, 0), note, deck_path)


def _face(card: CardRow, note: NoteRow, deck_path: tuple[str, ...]) -> CardFace:
    kind = NoteKind(note.kind)
    texts = faces.face(kind, note.front, note.back, note.extra, card.ordinal)
    is_cloze = kind is NoteKind.CLOZE
    heading, below = (note.front, texts.question) if is_cloze else split_question(texts.question)
    return CardFace(
        card_id=card.id,
        note_id=note.id,
        note_uid=note.uid,
        deck_path=deck_path,
        tags=note.tags,
        flag=card.flag,
        heading=heading,
        question=below,
        answer=texts.answer,
        extra=texts.extra,
        is_cloze=is_cloze,
    )


def split_question(question: str) -> tuple[str, str]:
    """The sentence that asks, large, and what stands below it; a long text is all below."""
    first, _, rest = question.strip("\n").partition("\n\n")
    is_sentence = len(first) <= _LONGEST_HEADING and not first.startswith(_NOT_A_SENTENCE)
    return (first, rest.strip("\n")) if is_sentence else ("", question)
