"""Cards that the learner makes of what they read."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from db.errors import CollectionError
from db.rows import NoteRow
from decks.escape import escape_line
from decks.kinds import NoteKind
from qtapp.cardtext.renderer import FormulaRenderer
from qtapp.notify import Notifier
from qtapp.sessions.acts import Act, How
from qtapp.sessions.desk import Desk
from qtapp.sessions.reading import Passage
from qtapp.sessions.review import ReviewSession
from qtapp.sessions.shelf import draft_face
from qtapp.theme import Theme

SEPARATOR = " › "


class NewCards(QObject):
    """Opens the dialog on a passage, and adds what it makes; it can be undone like any action.

    Args:
        window: The dialog opens over it.
        theme: Of the app.
        renderer: Draws formulas.
        notifier: Takes trouble.
        desk: The open collection.
        review: Is told of what was made.
        media: The folder of the cards' images.
    """

    def __init__(
        self,
        window: QWidget,
        theme: Theme,
        renderer: FormulaRenderer,
        notifier: Notifier,
        desk: Desk,
        review: ReviewSession,
        media: Path,
    ) -> None:
        super().__init__(window)
        self._window, self._theme, self._renderer = window, theme, renderer
        self._notifier, self._desk, self._review, self._media = notifier, desk, review, media

    def make(self, passage: Passage, chapter: str) -> None:
        """Ask what to make of a passage.

        Args:
            passage: It becomes the answer, or the text with gaps.
            chapter: The uid of its chapter, which tells where images lie.
        """
        from qtapp.dialogs.new_note import NewNoteDialog  # late, as all dialogs

        dialog = NewNoteDialog(
            self._theme,
            self._renderer,
            self._draft(passage, chapter),
            context=escape_line(passage.source[-1]),
            preview=partial(draft_face, deck_path=passage.deck_path),
            save=partial(self._save, passage.deck_id),
            media=self._media,
            parent=self._window,
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _draft(self, passage: Passage, chapter: str) -> NoteRow:
        source = self.tr("Source: %1").replace("%1", SEPARATOR.join(passage.source))
        return NoteRow(
            id=0,
            uid=f"{chapter}/",
            kind=NoteKind.BASIC.value,
            front="",
            back=passage.text,
            extra=f"*{escape_line(source)}*",
            tags=(),
        )

    def _save(self, deck_id: int, note: NoteRow) -> bool:
        try:
            change = self._desk.collection.add_note(
                deck_id,
                kind=note.kind,
                front=note.front,
                back=note.back,
                extra=note.extra,
                tags=note.tags,
            )
        except CollectionError as error:
            self._notifier.report(error)
            return False
        self._desk.did(change)
        self._review.follow(Act(How.DONE, change))
        return True
