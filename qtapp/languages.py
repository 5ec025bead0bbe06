"""The interface's language: the system's at first, another when the learner says so, at once."""

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator

FOLDER = Path(__file__).parent / "i18n"


class Language(StrEnum):
    """What the learner asked for."""

    SYSTEM = "system"
    FRENCH = "fr"
    ENGLISH = "en"


class Languages(QObject):
    """Holds the translators of the language in use.

    Widgets hear of a change as `QEvent.LanguageChange`, which Qt sends to each of them.
    """

    def __init__(self, app: QCoreApplication, choice: Language = Language.SYSTEM) -> None:
        super().__init__(app)
        self._app = app
        self._system = QLocale.system()
        self._translators: list[QTranslator] = []
        self.choice = choice
        self._use(choice)

    def choose(self, choice: Language) -> None:
        """Speak another language from now on."""
        if choice != self.choice:
            self.choice = choice
            self._use(choice)

    def _use(self, choice: Language) -> None:
        code = code_of(choice, self._system.uiLanguages())
        QLocale.setDefault(_locale(code, self._system))
        for translator in self._translators:
            self._app.removeTranslator(translator)
        qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        files = [(f"qtbase_{code}", qt_folder), (f"epoque_{code}", str(FOLDER))]
        self._translators = [self._load(*file) for file in files]

    def _load(self, name: str, folder: str) -> QTranslator:
        translator = QTranslator(self)
        if translator.load(name, folder):
            self._app.installTranslator(translator)
        return translator


def code_of(choice: Language, system: Sequence[str]) -> str:
    """The language to speak, "fr" or "en".

    Args:
        choice: The learner's.
        system: Languages of the computer's interface, best first, as BCP 47 tags.
    """
    if choice is not Language.SYSTEM:
        return choice.value
    spoken = (tag.split("-")[0] for tag in system)
    return next((code for code in spoken if code in ("fr", "en")), "en")


def _locale(code: str, system: QLocale) -> QLocale:
    """Numbers and dates of the learner's own country where its language is the one in use."""
    is_same = QLocale.languageToCode(system.language()) == code
    return system if is_same else QLocale(code)


def QT_TRANSLATE_NOOP(context: str, source: str) -> str:
    """Mark a text for translation where it stands; it is translated where it is shown.

    lupdate knows it by this name. PySide6 has the same, typed to return any object.
    """
    return source
