"""The part of `db.collection` that makes, changes and finds notes."""

from collections.abc import Callable, Sequence
from datetime import datetime

from db import study
from db.engine import Store
from db.note_search import find_notes
from db.rows import Change, NoteRow


class NotesOfLearner:
    """What a learner may do with notes; every method may raise a `CollectionError`."""

    _store: Store
    _clock: Callable[[], datetime]

    def add_note(
        self,
        deck_id: int,
        *,
        kind: str,
        front: str,
        back: str,
        extra: str = "",
        tags: Sequence[str] = (),
    ) -> Change:
        """Add a note of the learner's own to a deck; its cards come before the course's new ones.

        Raises:
            KeyError: If there is no such deck.
            NoCardsError: If its words give no card; nothing is added.
        """
        words = {"front": front, "back": back, "extra": extra}
        return study.add_note(
            self._store, deck_id, self._clock(), kind=kind, **words, tags=tuple(tags)
        )

    def edit_note(
        self, note_id: int, *, front: str, back: str, extra: str, tags: Sequence[str]
    ) -> Change:
        """Change the words of a note; schedules stay, and a course update keeps the words.

        Raises:
            KeyError: If there is no such note.
            NoCardsError: If its words would give no card; nothing is changed.
        """
        words = {"front": front, "back": back, "extra": extra}
        return study.edit_note(self._store, note_id, self._clock(), **words, tags=tuple(tags))

    def find_notes(
        self,
        words: str = "",
        experiment: str = "",
        limit: int = 50,
        *,
        with_questions: bool = True,
    ) -> tuple[NoteRow, ...]:
        """Notes with all these words, or that carry an experiment, the newest first."""
        return find_notes(self._store, words, experiment, limit, with_questions=with_questions)

    def attach_experiment(self, note_id: int, experiment_json: str, now: datetime) -> Change:
        """Give a note an experiment, or take it away (""); a course update keeps the choice.

        Raises:
            KeyError: If there is no such note.
            ValueError: If it is no JSON.
        """
        return study.attach_experiment(self._store, note_id, experiment_json, now)
