"""The preferences: drawn from `qtapp.settings.SETTINGS`, in force as soon as they are changed."""

from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from db.settings import StudySettings
from qtapp.app_settings import AppSettings
from qtapp.dialogs.size import open_at
from qtapp.look import Look
from qtapp.settings import GROUP_TITLES, Group, Kind, Scope, Setting, in_group, translated
from qtapp.theme import set_role
from qtapp.tokens import Role
from qtapp.widgets.setting_editors import Editor, editor_for

_MARGIN, _GAP = 26, 18


class PreferencesDialog(QDialog):
    """Changes the look at once, and says which study settings the learner wants.

    Signals:
        study_changed: The `StudySettings` to save from now on.
    """

    study_changed = Signal(object)

    def __init__(
        self, look: Look, study: StudySettings | None, parent: QWidget | None = None
    ) -> None:
        """Draw the settings.

        Args:
            look: Settings of this computer.
            study: Of the open collection; None while there is none, and they are left out.
            parent: The window.
        """
        super().__init__(parent)
        self.setObjectName("preferences")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._look = look
        self._study = study
        self._titles: list[tuple[QLabel, Group]] = []
        self._labels: list[tuple[QLabel, Setting]] = []
        self._helps: list[tuple[QLabel, Setting]] = []
        self._editors: list[Editor] = []
        self._forms: list[QFormLayout] = []
        self._lay_out()
        self._show_values()
        self._retranslate()
        look.changed.connect(self._show_values)
        open_at(self, look.theme, 620, 680, least_width=self._width_unwrapped())

    def _lay_out(self) -> None:
        sheet = QWidget()
        groups = QVBoxLayout(sheet)
        groups.setContentsMargins(_MARGIN, 18, _MARGIN, 18)
        groups.setSpacing(10)
        for group in Group:
            shown = [s for s in in_group(group) if self._study or s.scope is Scope.APP]
            if shown:
                self._add_group(groups, group, shown)
        groups.addStretch(1)
        self._area = area = QScrollArea()
        area.setWidget(sheet)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it would show no sign of it
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(area, 1)
        column.addWidget(self._buttons())

    def _buttons(self) -> QDialogButtonBox:
        kind = QDialogButtonBox.StandardButton
        box = QDialogButtonBox(kind.Close | kind.RestoreDefaults)
        box.setContentsMargins(26, 8, 26, 14)
        box.rejected.connect(self.reject)
        box.button(kind.RestoreDefaults).clicked.connect(self._restore_defaults)
        for button in box.buttons():
            if isinstance(button, QPushButton):
                button.setAutoDefault(False)  # Enter ends the editing of a field, nothing else
        return box

    def _add_group(self, column: QVBoxLayout, group: Group, settings: list[Setting]) -> None:
        title = QLabel()
        set_role(title, Role.HEADING)
        self._titles.append((title, group))
        column.addWidget(title)
        form = QFormLayout()
        self._forms.append(form)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setHorizontalSpacing(_GAP)
        form.setVerticalSpacing(10)
        form.setContentsMargins(0, 0, 0, 16)
        column.addLayout(form)
        for setting in settings:
            self._add_setting(form, setting)

    def _add_setting(self, form: QFormLayout, setting: Setting) -> None:
        editor = editor_for(setting)
        editor.edited.connect(self._on_edited)
        self._editors.append(editor)
        field = QWidget()
        column = QVBoxLayout(field)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(editor)
        if setting.help:
            words = QLabel()
            words.setWordWrap(True)
            set_role(words, Role.SMALL)
            self._helps.append((words, setting))
            column.addWidget(words)
        label = QLabel()
        label.setBuddy(editor)
        self._labels.append((label, setting))
        form.addRow(label, field)

    @Slot(str, object)
    def _on_edited(self, key: str, value: Any) -> None:
        if any(e.setting.key == key and e.setting.scope is Scope.APP for e in self._editors):
            self._look.change(**{key: value})
        elif self._study is not None:
            self._study = self._study._replace(**{key: value})
            self.study_changed.emit(self._study)

    @Slot()
    def _restore_defaults(self) -> None:
        self._look.change(**AppSettings()._asdict())
        if self._study is not None:
            self._study = StudySettings()
            self.study_changed.emit(self._study)
        self._show_values()

    @Slot()
    def _show_values(self) -> None:
        for editor in self._editors:
            owner: Any = self._study
            if editor.setting.scope is Scope.APP:
                owner = self._look.settings
            editor.show_value(getattr(owner, editor.setting.key))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Labels beside their fields, or above them in a narrow window."""
        super().resizeEvent(event)
        self._wrap()

    def _wrap(self) -> None:
        is_wide = self.width() >= self._width_unwrapped()
        policy = QFormLayout.RowWrapPolicy
        for form in self._forms:
            form.setRowWrapPolicy(policy.DontWrapRows if is_wide else policy.WrapAllRows)

    def _width_unwrapped(self) -> int:
        """What labels and fields need side by side, in this language and font."""
        label = max(label.minimumWidth() for label, _ in self._labels)
        field = max(editor.minimumSizeHint().width() for editor in self._editors)
        bar = self._area.verticalScrollBar().sizeHint().width()
        return label + _GAP + field + 2 * _MARGIN + bar

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._show_values()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Preferences"))
        for title, group in self._titles:
            title.setText(translated(GROUP_TITLES[group]))
        for label, setting in self._labels:
            label.setText("" if setting.kind is Kind.SWITCH else translated(setting.label))
        widest = max(label.sizeHint().width() for label, _ in self._labels)
        for label, _ in self._labels:
            label.setMinimumWidth(min(widest, self._look.theme.px(230)))
        for words, setting in self._helps:
            words.setText(translated(setting.help))
        for editor in self._editors:
            editor.retranslate()
            editor.field.setAccessibleName(translated(editor.setting.label))
            editor.field.setAccessibleDescription(translated(editor.setting.help))
        self._wrap()
