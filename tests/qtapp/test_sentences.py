"""Known trouble, told in both languages."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from db import errors
from db.errors import CollectionError, CollectionInUseError, DiskFullError
from db.rows import Notice, NoticeKind
from decks.errors import DeckError, Problem
from decks.rules import Rule
from qtapp import notices, rules, sentences
from qtapp.languages import Language, Languages

FILE = Path("/home/ada/collection.epoque")
KINDS = [
    kind
    for kind in vars(errors).values()
    if isinstance(kind, type) and issubclass(kind, CollectionError) and kind is not CollectionError
]


@pytest.fixture
def french(qapp: QApplication) -> Iterator[None]:
    spoken = Languages(qapp, Language.FRENCH)
    yield
    spoken.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_each_kind_of_trouble_has_words_of_its_own(kind: type[CollectionError]) -> None:
    told = sentences.explain(kind(FILE, "detail for the log"))
    assert told.what != sentences.explain(CollectionError(FILE)).what
    assert told.remedy
    assert "detail for the log" not in f"{told}"


def test_the_file_is_named() -> None:
    assert sentences.explain(CollectionInUseError(FILE)).where == str(FILE)


def test_trouble_is_told_in_french(french: None) -> None:
    told = sentences.explain(DiskFullError(FILE))
    assert told.what == "Le disque est plein\u00a0: la dernière action n’a pas été enregistrée."


def test_a_wrong_file_is_told_line_by_line() -> None:
    problems = (
        Problem(12, Rule.NOTE_ID_REPEATED, "relu", "another"),
        Problem(0, Rule.CARDS_MISSING, "no card", "at least one card"),
    )
    told = sentences.explain(DeckError(Path("/home/ada/cours.md"), problems))
    assert told.what == "“cours.md” cannot be imported: nothing was changed."
    assert told.where.split("\n") == [
        "Line 12: Two notes have the id “relu”.",
        "There is no card in this file.",
    ]


def test_a_long_list_is_cut_and_counted() -> None:
    problems = tuple(Problem(n, Rule.ANSWER_EMPTY, f"q{n}", "") for n in range(1, 9))
    told = sentences.explain(DeckError(Path("/home/ada/cours.md"), problems))
    assert len(told.where.split("\n")) == 6
    assert told.where.endswith("and 3 other problem(s)")


@pytest.mark.parametrize("rule", list(Rule))
def test_every_rule_has_its_sentence(rule: Rule) -> None:
    assert rule.value in rules.SENTENCES


@pytest.mark.parametrize("rule", list(Rule))
def test_every_rule_is_told_in_french(french: None, rule: Rule) -> None:
    fact = Problem(1, rule, "[[ici]]", "[[là]]")
    assert rules.sentence(fact) != QCoreApplication.translate("none", rules.SENTENCES[rule])
    assert "%" not in rules.sentence(fact)


def test_a_rule_of_a_later_version_is_told_all_the_same() -> None:
    fact = Problem(1, "from-the-future", "this", "that")
    assert rules.sentence(fact) == "found “this”; expected: that."


def test_what_the_system_refuses_is_known_trouble() -> None:
    told = sentences.explain(PermissionError(13, "Permission denied", "/home/ada/x.md"))
    assert told.where == "/home/ada/x.md"


@pytest.mark.parametrize("error", [ValueError("ours"), KeyError("ours")])
def test_a_mistake_of_ours_is_not_known_trouble(error: Exception) -> None:
    assert not sentences.is_known(error)


@pytest.mark.parametrize(
    ("kind", "detail", "word"),
    [
        (NoticeKind.MIGRATED, "/home/ada/backup.epoque", "/home/ada/backup.epoque"),
        (NoticeKind.CLOCK_BEHIND, "2026-10-05T16:30:00+00:00", "26"),
        (NoticeKind.SETTINGS_IGNORED, "new_per_day", "new_per_day"),
    ],
)
def test_notices_are_told_with_their_facts(kind: NoticeKind, detail: str, word: str) -> None:
    told = notices.explain(Notice(kind, detail))
    assert word in told.where


def test_every_notice_has_words_of_its_own() -> None:
    detail = "2026-10-05T16:30:00+00:00"
    assert len({notices.explain(Notice(kind, detail)).what for kind in NoticeKind}) == len(
        NoticeKind
    )


@pytest.mark.parametrize(
    ("rules_broken", "remedy"),
    [
        ((Rule.FILE_MISSING,), "Choose another file"),
        ((Rule.FILE_BINARY,), "Choose another file"),
        ((Rule.FILE_EMPTY,), "Correct the file"),
    ],
)
def test_what_cannot_be_corrected_is_not_to_be(
    qapp: QApplication, rules_broken: tuple[Rule, ...], remedy: str
) -> None:
    """A file of Anki's (.apkg) is no text, and one that is not there cannot be mended."""
    problems = tuple(Problem(0, rule, "", "") for rule in rules_broken)
    assert sentences.explain(DeckError(FILE, problems)).remedy.startswith(remedy)
