"""Opens the dialogs about cards, and tells what came of them."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from db.rows import ImportReport, NoteRow
from qtapp.background import Background
from qtapp.cardtext.renderer import FormulaRenderer
from qtapp.notify import Action, Message, Notifier
from qtapp.pages.act_words import act_words
from qtapp.sessions.acts import Act
from qtapp.sessions.card_actions import CardActions
from qtapp.sessions.cards_aside import SUSPENDED, AsideSession
from qtapp.sessions.desk import Desk, Renewal
from qtapp.sessions.importing import ImportSession, ImportState, Step
from qtapp.sessions.review import ReviewSession
from qtapp.theme import Theme

if TYPE_CHECKING:
    from decks.model import Chapter


def read_file(path: Path) -> tuple[Chapter, tuple[str, ...]]:
    """A chapter, and what was doubtful in its file, in the learner's language.

    Raises:
        DeckError: It cannot be read as one.
    """
    from decks.sources import read_source  # late, as the dialogs: the first card needs none
    from qtapp import sentences

    source = read_source(path)
    return source.chapter, tuple(sentences.problem(warning) for warning in source.warnings)


class StudyDialogs(QObject):
    """Edit, import, cards put aside; and the banner that offers to undo.

    Signals:
        cards_changed: The collection holds other cards: read everything again.
    """

    cards_changed = Signal()

    def __init__(
        self,
        window: QWidget,
        theme: Theme,
        renderer: FormulaRenderer,
        notifier: Notifier,
        background: Background,
        *,
        desk: Desk,
        review: ReviewSession,
        actions: CardActions,
        media: Path | None = None,
    ) -> None:
        """Join the dialogs to a sitting.

        Args:
            window: They open over it.
            theme: Of the app.
            renderer: Draws formulas.
            notifier: Takes news and trouble.
            background: Reads and imports files.
            desk: The open collection.
            review: What is told of its actions.
            actions: Asks for the editor.
            media: The folder of the cards' images.
        """
        super().__init__(window)
        self._window, self._theme, self._renderer = window, theme, renderer
        self._notifier, self._background = notifier, background
        self._desk, self._review, self._actions = desk, review, actions
        self._media = media
        self._files: deque[Path] = deque()
        self._import: ImportSession | None = None
        self._told = ""
        actions.edit_asked.connect(self.edit)
        review.acted.connect(self.tell_act)
        review.renewed.connect(self.tell_renewal)
        notifier.posted.connect(self._note_posted)

    # Editing

    @Slot(object)
    def edit(self, note: NoteRow) -> None:
        """Open the editor on the note of the card shown."""
        from qtapp.dialogs.edit_note import EditNoteDialog

        dialog = EditNoteDialog(
            self._theme,
            self._renderer,
            note,
            preview=self._review.face_of,
            save=self._actions.save_note,
            media=self._media,
            parent=self._window,
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    # Importing

    @Slot(object)
    def import_files(self, paths: Sequence[str]) -> None:
        """Import files one after the other; ask for one when there is none."""
        self._files.extend(Path(path) for path in paths or self._chosen_files())
        self._import_next()

    def _chosen_files(self) -> list[str]:
        names = self.tr(
            "Chapters, decks and documents (*.md *.markdown *.txt *.gift);;All files (*)"
        )
        chosen, _ = QFileDialog.getOpenFileNames(self._window, self.tr("Import"), "", names)
        return chosen

    def _import_next(self) -> None:
        if self._import is not None or not self._files:
            return
        from qtapp.dialogs.import_preview import ImportDialog

        path = self._files.popleft()
        session = ImportSession(self._desk, self._background, path, read_file, self)
        dialog = ImportDialog(self._theme, session.state, self._window)
        dialog.apply_asked.connect(session.apply)
        dialog.cancel_asked.connect(session.cancel)
        dialog.finished.connect(dialog.deleteLater)
        session.changed.connect(dialog.show_state)
        session.changed.connect(self._follow_import)
        session.trouble.connect(self._notifier.report)
        self._import = session
        dialog.open()
        session.start()

    @Slot(object)
    def _follow_import(self, state: ImportState) -> None:
        if state.step not in (Step.DONE, Step.CANCELLED, Step.FAILED) or self._import is None:
            return
        self._import.deleteLater()
        self._import = None
        if state.step is Step.DONE and state.report is not None:
            self.cards_changed.emit()
            self._notifier.info(self._import_words(state.report))
        self._import_next()

    def _import_words(self, report: ImportReport) -> str:
        is_text_alone = report.texts and not (report.new or report.updated)
        changed = (
            []
            if is_text_alone
            else [
                self.tr("%Ln new note(s)", "", report.new),
                self.tr("%Ln updated", "notes", report.updated),
            ]
        )
        if report.images:
            changed.append(self.tr("%Ln image(s)", "", report.images))
        if report.texts:
            changed.append(self.tr("%Ln study text(s)", "", report.texts))
        text = self.tr("“%1” imported: %2.").replace("%2", ", ".join(changed))
        return text.replace("%1", report.title)

    # Cards put aside

    @Slot()
    def show_aside(self) -> None:
        """List the suspended and the flagged cards."""
        from qtapp.dialogs.cards_aside import AsideDialog

        session = AsideSession(self._desk, self)
        dialog = AsideDialog(self._theme, self._window)
        session.changed.connect(dialog.show_state)
        session.trouble.connect(self._notifier.report)
        dialog.list_asked.connect(session.show)
        dialog.take_back_asked.connect(session.take_back)
        dialog.finished.connect(self.cards_changed)
        dialog.finished.connect(session.deleteLater)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        session.show(SUSPENDED)

    # Telling

    @Slot(object)
    def tell_act(self, act: Act) -> None:
        """Say what was done, and offer to undo it; what was said of the act before goes."""
        self._notifier.note_saved()
        if self._told:
            self._notifier.withdraw()
            self._told = ""
        if words := act_words(act):
            undo = Action(self.tr("Undo"), self._review.undo)
            self._notifier.info(words, action=undo)
            self._told = words

    @Slot(object)
    def tell_renewal(self, why: Renewal) -> None:
        """Why the cards are others all of a sudden."""
        if why is Renewal.NEW_DAY:
            self._notifier.info(self.tr("A new day has begun: these are its cards."))
        elif why is Renewal.OTHER_CLOCK:
            text = self.tr("Your clock or time zone changed: these are the cards of now.")
            self._notifier.info(text)

    @Slot(object)
    def _note_posted(self, message: Message) -> None:
        """Someone else has said something: it is not ours to withdraw."""
        if message.text != self._told:
            self._told = ""
