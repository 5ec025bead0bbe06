"""What an import would change, before it does; then how far it is."""

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from db.rows import ImportReport
from qtapp import formats
from qtapp.dialogs.size import open_at
from qtapp.sessions.importing import ImportState, Step
from qtapp.theme import Theme, set_role
from qtapp.tokens import Role
from qtapp.widgets.key_button import KeyButton, key_name
from qtapp.widgets.progress_line import ProgressLine

_OVER = (Step.DONE, Step.CANCELLED, Step.FAILED)


class ImportDialog(QDialog):
    """Draws an `ImportState`; closes itself when the import is over.

    Signals:
        apply_asked: Do it.
        cancel_asked: Stop, and change nothing.
    """

    apply_asked = Signal()
    cancel_asked = Signal()

    def __init__(self, theme: Theme, state: ImportState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._state = state
        self.setObjectName("import")
        self.setModal(True)
        self._make_widgets()
        self._lay_out()
        self._retranslate()
        open_at(self, theme, 560, 300)

    def _make_widgets(self) -> None:
        self._title = QLabel()
        self._title.setObjectName("import-title")
        self._title.setWordWrap(True)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        set_role(self._title, Role.HEADING)
        self._text = QLabel()
        self._text.setObjectName("import-text")
        self._text.setWordWrap(True)
        set_role(self._text, Role.MUTED)
        self._counts = QWidget()
        self._counts.setObjectName("import-counts")
        self._numbers = [QLabel() for _ in range(7)]
        self._names = [QLabel() for _ in range(7)]
        self._warnings_title = QLabel()
        set_role(self._warnings_title, Role.SMALL)
        self._warnings = QPlainTextEdit()
        self._warnings.setObjectName("import-warnings")
        self._warnings.setReadOnly(True)
        self._warnings.setTabChangesFocus(True)
        self._progress = ProgressLine(self._theme)
        self._apply = KeyButton(Role.PRIMARY)
        self._apply.setObjectName("import-apply")
        self._apply.clicked.connect(self.apply_asked)
        self._cancel = KeyButton()
        self._cancel.setObjectName("import-cancel")
        self._cancel.clicked.connect(self.reject)

    def _lay_out(self) -> None:
        grid = QGridLayout(self._counts)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(14)
        grid.setColumnStretch(1, 1)
        for row, (number, name) in enumerate(zip(self._numbers, self._names, strict=True)):
            number.setAlignment(Qt.AlignmentFlag.AlignRight)
            grid.addWidget(number, row, 0)
            grid.addWidget(name, row, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addStretch(1)
        buttons.addWidget(self._cancel)
        buttons.addWidget(self._apply)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(26, 24, 26, 22)
        whole.setSpacing(12)
        for widget in (self._title, self._text, self._counts, self._warnings_title):
            whole.addWidget(widget)
        whole.addWidget(self._warnings, 1)
        whole.addStretch(0)
        whole.addWidget(self._progress)
        whole.addSpacing(4)
        whole.addLayout(buttons)

    # Drawing

    @Slot(object)
    def show_state(self, state: ImportState) -> None:
        """Draw a state."""
        self._state = state
        if state.step in _OVER:
            super().done(int(state.step is Step.DONE))
            return
        self._name_step(state)
        self._show_report(state.report)
        is_preview = state.step is Step.PREVIEW
        has_news = state.report is not None and _changes(state.report) > 0
        self._apply.setVisible(is_preview and has_news)
        if is_preview:
            (self._apply if has_news else self._cancel).setFocus()
        self._progress.setVisible(not is_preview)
        if state.total:
            self._progress.show_progress(state.done, state.total - state.done)
        else:
            self._progress.show_progress(0, 1)

    def _name_step(self, state: ImportState) -> None:
        file = state.path.name
        self.setWindowTitle(self.tr("Import"))
        report = state.report
        self._title.setText(file if report is None else report.title)
        if state.step is Step.READING:
            text = self.tr("Reading the file…")
        elif state.step is Step.IMPORTING:
            text = self.tr("Importing…")
        elif report is not None and not _changes(report):
            text = self.tr("Everything in “%1” is in your collection already.")
        else:
            text = self.tr("This is what “%1” would change. Schedules are kept.")
        self._text.setText(text.replace("%1", file))
        is_empty = report is not None and not _changes(report)
        self._cancel.set_caption(
            self.tr("Close") if is_empty else self.tr("Cancel"), key=key_name(Qt.Key.Key_Escape)
        )

    def _show_report(self, report: ImportReport | None) -> None:
        self._counts.setVisible(report is not None)
        warnings = () if report is None else report.warnings
        self._warnings.setVisible(bool(warnings))
        self._warnings_title.setVisible(bool(warnings))
        self._warnings_title.setText(self.tr("%Ln warning(s)", "", len(warnings)))
        self._warnings.setPlainText("\n".join(warnings))
        self._warnings.setAccessibleName(self._warnings_title.text())
        if report is None:
            return
        rows = (
            (report.new, self.tr("new note(s)", "", report.new)),
            (report.updated, self.tr("updated", "notes", report.updated)),
            (report.unchanged, self.tr("unchanged", "notes", report.unchanged)),
            (report.kept_edited, self.tr("kept as you edited them", "", report.kept_edited)),
            (report.retired, self.tr("no longer in the file, put aside", "", report.retired)),
            (report.images, self.tr("new or changed image(s)", "", report.images)),
            (report.texts, self.tr("new or changed study text(s)", "", report.texts)),
        )
        for number, name, (count, words) in zip(self._numbers, self._names, rows, strict=True):
            number.setText(f"<b>{formats.number(count)}</b>")
            name.setText(words)
            is_told = count > 0 or (words == rows[0][1] and not report.texts)
            number.setVisible(is_told)
            name.setVisible(is_told)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the other language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self._apply.set_caption(self.tr("Import"), key=key_name(Qt.Key.Key_Return))
        self._progress.setAccessibleName(self.tr("Progress of the import"))
        self.show_state(self._state)

    # Asking

    @Slot()
    def reject(self) -> None:
        """Escape and the button: stop; the dialog closes when the import has stopped."""
        if self._state.step in _OVER:
            super().reject()
        else:
            self._cancel.setEnabled(False)
            self.cancel_asked.emit()


def _changes(report: ImportReport) -> int:
    return report.new + report.updated + report.retired + report.images + report.texts
