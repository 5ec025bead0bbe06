"""How the app looks: takes what the learner chose, applies it at once and keeps it."""

from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from qtapp.app_settings import TEXT_SCALE_RANGE, SettingsFile
from qtapp.languages import Languages
from qtapp.theme import Theme


class Look(QObject):
    """The settings of this computer, in force.

    Signals:
        changed: The `AppSettings` now in force.
    """

    changed = Signal(object)

    def __init__(self, file: SettingsFile, app: QApplication, **for_now: Any) -> None:
        """Apply the settings of a file.

        Args:
            file: Where they are kept.
            app: Gets a theme and a language.
            for_now: Fields of `AppSettings` with another value in this sitting, which is not kept.
        """
        super().__init__(app)
        self._file = file
        self._kept = file.load()
        self.settings = self._kept._replace(**for_now)
        self.languages = Languages(app, self.settings.language)
        self.theme = Theme(
            app,
            choice=self.settings.theme,
            text_scale=self.settings.text_scale,
            is_motion_on=self.settings.is_motion_on,
        )

    def change(self, **fields: Any) -> None:
        """Put other values of `AppSettings` in force, and keep them."""
        self._kept = self._kept._replace(**fields)
        self.settings = self.settings._replace(**fields)
        self._file.save(self._kept)
        self.languages.choose(self.settings.language)
        self.theme.adopt(
            choice=self.settings.theme,
            text_scale=self.settings.text_scale,
            is_motion_on=self.settings.is_motion_on,
        )
        self.changed.emit(self.settings)

    def change_text_scale(self, step: float) -> None:
        """Make the text larger (`step` > 0) or smaller, within the setting's range; 0 for 100 %."""
        scale = self.settings.text_scale + step if step else 1.0
        smallest, largest = TEXT_SCALE_RANGE
        self.change(text_scale=round(min(largest, max(smallest, scale)), 2))
