"""How the app looks on this computer, and the file in the configuration folder that keeps it."""

from enum import StrEnum
from pathlib import Path
from typing import NamedTuple, TypeVar

from PySide6.QtCore import QByteArray, QSettings

from qtapp.languages import Language
from qtapp.theme import ThemeChoice


class Compute(StrEnum):
    """Where networks train, as a request to `sim` names it."""

    FASTEST = "auto"
    PROCESSOR = "cpu"


class AppSettings(NamedTuple):
    """What the learner chose for this computer; `qtapp.settings` gives each its words.

    Attributes:
        language: Of the interface.
        theme: Light, dark, or as the system.
        text_scale: 1.0 is the system's size.
        is_motion_on: Whether things may move when they change.
        is_warm_up_on: Whether experiments are made ready while the app is idle.
        compute: Where networks train.
    """

    language: Language = Language.SYSTEM
    theme: ThemeChoice = ThemeChoice.SYSTEM
    text_scale: float = 1.0
    is_motion_on: bool = True
    is_warm_up_on: bool = True
    compute: Compute = Compute.FASTEST


TEXT_SCALE_RANGE = (1.0, 2.0)


class SettingsFile:
    """An INI file with the settings and the window's place.

    A value that is missing, unknown or out of range reads as its default: a file edited by hand
    never keeps the app from starting.
    """

    def __init__(self, path: Path) -> None:
        self._file = QSettings(str(path), QSettings.Format.IniFormat)

    def load(self) -> AppSettings:
        """The settings as last saved."""
        return AppSettings(
            language=_known(Language, self._text("language"), Language.SYSTEM),
            theme=_known(ThemeChoice, self._text("theme"), ThemeChoice.SYSTEM),
            text_scale=_between(self._text("text_scale"), *TEXT_SCALE_RANGE, default=1.0),
            is_motion_on=self._text("is_motion_on") != "no",
            is_warm_up_on=self._text("is_warm_up_on") != "no",
            compute=_known(Compute, self._text("compute"), Compute.FASTEST),
        )

    def save(self, settings: AppSettings) -> None:
        """Keep the settings for the next start."""
        self._file.setValue("language", settings.language.value)
        self._file.setValue("theme", settings.theme.value)
        self._file.setValue("text_scale", f"{settings.text_scale:g}")
        self._file.setValue("is_motion_on", "yes" if settings.is_motion_on else "no")
        self._file.setValue("is_warm_up_on", "yes" if settings.is_warm_up_on else "no")
        self._file.setValue("compute", settings.compute.value)
        self._file.sync()

    @property
    def geometry(self) -> QByteArray:
        """Where the window was, as `QWidget.saveGeometry` gave it; empty at first."""
        value = self._file.value("geometry")
        return value if isinstance(value, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, value: QByteArray) -> None:
        self._file.setValue("geometry", value)
        self._file.sync()

    def _text(self, key: str) -> str:
        value = self._file.value(key)
        return value if isinstance(value, str) else ""


ChoiceT = TypeVar("ChoiceT", bound=StrEnum)


def _known(kind: type[ChoiceT], text: str, default: ChoiceT) -> ChoiceT:
    return kind(text) if text in set(kind) else default


def _between(text: str, low: float, high: float, *, default: float) -> float:
    try:
        value = float(text)
    except ValueError:
        return default
    return value if low <= value <= high else default
