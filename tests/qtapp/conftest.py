"""What the tests of pages and sessions share: a theme, a clock, a small real collection."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, Qt
from PySide6.QtWidgets import QApplication

from db.collection import Collection
from qtapp.app_settings import SettingsFile
from qtapp.cardtext.formula_cache import FormulaCache
from qtapp.cardtext.renderer import FormulaRenderer
from qtapp.languages import Language, Languages
from qtapp.look import Look
from qtapp.sessions.desk import Desk
from qtapp.theme import Theme, ThemeChoice
from tests.qtapp.course import Clock, chapter

MUCH_GARBAGE = 20_000


@pytest.fixture(autouse=True)
def garbage_stays_here() -> Iterator[None]:
    """No thread of a test collects the widgets of the tests before, as `qtapp.garbage` has it."""
    gc.disable()
    yield
    if gc.get_count()[0] > MUCH_GARBAGE:
        gc.collect()
    gc.enable()


@pytest.fixture(autouse=True)
def english_numbers() -> Iterator[None]:
    """Numbers and dates in English, whatever the computer speaks."""
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """Light, at the usual size; the application gets its own look back."""
    font, palette = qapp.font(), qapp.palette()
    made = Theme(qapp, choice=ThemeChoice.LIGHT)
    yield made
    qapp.setStyleSheet("")
    qapp.setFont(font)
    qapp.setPalette(palette)
    made.deleteLater()


@pytest.fixture
def clock() -> Clock:
    """Nine o'clock in the morning (UTC) until a test says otherwise."""
    return Clock()


@pytest.fixture
def collection(tmp_path: Path, clock: Clock) -> Iterator[Collection]:
    """A new collection in Greenwich with the chapter of `tests.qtapp.course`."""
    opened = Collection.open(tmp_path / "collection.epoque", clock=clock)
    opened.save_settings(opened.settings()._replace(time_zone="Etc/UTC"))
    opened.apply_import(chapter())
    yield opened
    opened.close()


@pytest.fixture
def desk(collection: Collection, clock: Clock) -> Desk:
    """The collection on the learner's desk."""
    return Desk(collection, now=clock)


@pytest.fixture
def renderer(tmp_path: Path, qapp: QApplication) -> Iterator[FormulaRenderer]:
    """Draws formulas next door; ended with the test."""
    made = FormulaRenderer(FormulaCache(tmp_path / "formulas"))
    yield made
    made.close()


@pytest.fixture
def settings_file(tmp_path: Path) -> SettingsFile:
    """Settings of this computer, nothing chosen yet."""
    return SettingsFile(tmp_path / "config" / "epoque.ini")


@pytest.fixture
def look(qapp: QApplication, settings_file: SettingsFile) -> Iterator[Look]:
    """Light and English in this test, whatever the file says; nothing of it stays."""
    font, palette = qapp.font(), qapp.palette()
    made = Look(settings_file, qapp, theme=ThemeChoice.LIGHT, language=Language.ENGLISH)
    yield made
    for part in (made.languages, made.theme, made):
        part.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    qapp.styleHints().setColorScheme(Qt.ColorScheme.Unknown)
    qapp.setStyleSheet("")
    qapp.setFont(font)
    qapp.setPalette(palette)


@pytest.fixture
def french(qapp: QApplication) -> Iterator[Languages]:
    """The interface speaks French, with the translations that the app ships."""
    yield from _speaking(qapp, Language.FRENCH)


@pytest.fixture
def english(qapp: QApplication) -> Iterator[Languages]:
    """The interface speaks English, with its plurals."""
    yield from _speaking(qapp, Language.ENGLISH)


def _speaking(app: QApplication, language: Language) -> Iterator[Languages]:
    languages = Languages(app, language)
    yield languages
    for translator in languages._translators:
        QCoreApplication.removeTranslator(translator)
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))
    languages.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
