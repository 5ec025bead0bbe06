"""Every text of the interface is in the translators' files, translated, and compiled."""

import shutil
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tools import translations
from tools.translations import FOLDER

LANGUAGES = sorted(translations.OPTIONS)


@pytest.fixture(scope="module")
def renewed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The .ts and .qm files as `make i18n` would leave them now."""
    folder = tmp_path_factory.mktemp("i18n")
    for language in LANGUAGES:
        shutil.copy(FOLDER / f"epoque_{language}.ts", folder)
    translations.collect(translations.sources(), folder)
    translations.compile_all(folder, folder)
    return folder


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("suffix", ["ts", "qm"])
def test_the_files_are_current(renewed: Path, language: str, suffix: str) -> None:
    name = f"epoque_{language}.{suffix}"
    assert (renewed / name).read_bytes() == (FOLDER / name).read_bytes(), "type: make i18n"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_translated(renewed: Path, language: str) -> None:
    tree = ElementTree.parse(renewed / f"epoque_{language}.ts")
    unfinished = [
        message.findtext("source")
        for message in tree.iter("message")
        for translation in message.iter("translation")
        if translation.get("type") == "unfinished"
    ]
    assert unfinished == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_has_a_context(renewed: Path, language: str) -> None:
    """Without one the app does not find it. lupdate knows `tr(text)` and
    `translate(context, text)` by these names: an alias called `tr` misleads it."""
    tree = ElementTree.parse(renewed / f"epoque_{language}.ts")
    assert [c for c in tree.iter("context") if not c.findtext("name")] == []


def test_a_plural_is_collected_for_english_and_a_plain_text_is_not(tmp_path: Path) -> None:
    source = tmp_path / "page.py"
    source.write_text(
        "class Page(QWidget):\n"
        "    def draw(self, n):\n"
        "        self.tr('%n card(s)', '', n)\n"
        "        self.tr('Start')\n"
        "        translate('words', '%n day(s)', '', len(n))\n"
    )
    translations.collect([source], tmp_path)
    english = (tmp_path / "epoque_en.ts").read_text(encoding="utf-8")
    french = (tmp_path / "epoque_fr.ts").read_text(encoding="utf-8")
    texts = ("%n card(s)", "%n day(s)", "Start")
    assert [text in english for text in texts] == [True, True, False]
    assert [text in french for text in texts] == [True, True, True]
