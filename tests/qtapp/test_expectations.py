"""No word of English is left in what a French learner is told about a file."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from decks.errors import DeckError, Problem
from decks.read import parse_chapter
from decks.rules import Rule
from decks.sources import read_source
from qtapp import rules
from qtapp.expectations import PATTERNS, PHRASES, phrase
from qtapp.languages import Language, Languages
from tests.decks.test_rules import BROKEN

ENGLISH = re.compile(r"\b(an|the|of|or|and|with|such|below|right|at|most|once|not|no|line)\b")
QUOTED = re.compile(r"«[^»]*»|<!--.*?-->|\{.*?\}|\(#1 \"hint\"\)")


@pytest.fixture
def french(qapp: QApplication) -> Iterator[None]:
    spoken = Languages(qapp, Language.FRENCH)
    yield
    spoken.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def english_in(fact: Problem) -> list[str]:
    """English words of a sentence, outside what it quotes from the file or the format."""
    return ENGLISH.findall(QUOTED.sub("", rules.sentence(fact)))


@pytest.mark.parametrize(("text", "rule", "line"), BROKEN)
def test_a_broken_chapter_is_told_in_french(french: None, text: str, rule: Rule, line: int) -> None:
    with pytest.raises(DeckError) as caught:
        parse_chapter(text, Path("chapter.md"))
    assert [english_in(fact) for fact in caught.value.problems if english_in(fact)] == []


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"Deck\n\n1\n\nQ\n\nq\n\nA\n\na\n\n1\n\nQ\n\nq\n\nA\n\na\n", "la carte 1"),
        (b"Deck\n\n1\n\nQ\n\nq\n\n2\n\nQ\n\nq\n\nA\n\na\n", "la carte 1"),
        (b"Deck\n\n5\n\nQ\n\nq\n\nA\n\na\n", "la carte 1"),
        (b"Q{=a ~b}\n\nUn texte.\n\nO{=b\n\nR{T}\n\nS{=Fr*g =%50%Cat}", "vaut une partie"),
        (b'[html]Q <img src\\="a.png">{=a ~b}\n\nR{=x ~x}\n\nS{}\n\nT{=a->b}', "seul son texte"),
        (b"Deck\n\n1\n\nQ\n\nq\n\nA\n\n2\n\nQ\n\nq\n\nA\n\na\n", "«\u00a0la carte 1\u00a0»"),
    ],
)
def test_a_doubtful_export_is_told_in_french(
    french: None, tmp_path: Path, data: bytes, told: str
) -> None:
    path = tmp_path / "deck.txt"
    path.write_bytes(data)
    facts = read_source(path).warnings
    assert [english_in(fact) for fact in facts if english_in(fact)] == []
    assert any(told in rules.sentence(fact) for fact in facts)


@pytest.mark.parametrize("source", sorted(PHRASES))
def test_every_phrase_has_its_french(french: None, source: str) -> None:
    assert phrase(source) != source


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("at most 6 levels", "au plus 6 niveaux"),
        ("at most 20 MB", "au plus 20\u00a0Mo"),
        ("title: one line of text", "title: une ligne de texte"),
        ("a mapping, such as {id: relu}", "une table, par exemple {id: relu}"),
        ("basic, both, cloze", "basic, both, cloze"),
        ("Une question : a list ?", "Une question : a list ?"),
    ],
)
def test_phrases_with_something_in_them(french: None, text: str, told: str) -> None:
    assert phrase(text) == told


def test_english_is_as_decks_wrote_it() -> None:
    for _, source in PATTERNS:
        text = source.replace("%1", "7")
        assert phrase(text) == text
