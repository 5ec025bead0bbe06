"""Edit a note."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from db.rows import NoteRow
from qtapp.cardtext.renderer import FormulaRenderer
from qtapp.dialogs.note_dialog import NoteDialog
from qtapp.dialogs.note_form import NoteForm
from qtapp.sessions.review_state import CardFace
from qtapp.theme import Theme


class EditNoteDialog(NoteDialog):
    """Changes the words of a note that is there."""

    def __init__(
        self,
        theme: Theme,
        renderer: FormulaRenderer,
        note: NoteRow,
        *,
        preview: Callable[[NoteRow], CardFace],
        save: Callable[[NoteRow], bool],
        media: Path | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Show a note.

        Args:
            theme: Of the app.
            renderer: Draws formulas.
            note: What to edit.
            preview: The card as a changed note would show it.
            save: Saves a changed note; tells whether that was done.
            media: The folder of the cards' images.
            parent: The window that waits.
        """
        self._note = note
        form = NoteForm(theme, renderer, note, preview=preview, media=media)
        super().__init__(theme, form, save, parent=parent)
        self.setObjectName("edit-note")

    def is_changed(self) -> bool:
        """Whether there is anything to save."""
        return self.edited() != self._note

    def retranslate(self) -> None:
        """Name the window, too."""
        super().retranslate()
        self.setWindowTitle(self.tr("Edit the card"))
