import os
import socket
import time
from collections.abc import Callable
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from decks.errors import DeckError, Problem
from decks.files import LARGEST_BYTES
from decks.read import read_chapter, read_course
from decks.rules import Rule
from decks.sources import SourceFormat, media_paths, read_source
from tests.decks.chapters import EXAMPLE
from tests.decks.test_numbered_export import FIXTURE, card


def write(path: Path, text: str, encoding: str = "utf-8") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode(encoding))
    return path


def problem_of(read: Callable[[Path], object], path: Path) -> Problem:
    with pytest.raises(DeckError) as caught:
        read(path)
    assert caught.value.path == path
    return caught.value.problems[0]


def test_a_chapter_is_told_by_its_content(tmp_path: Path) -> None:
    source = read_source(write(tmp_path / "notes.txt", EXAMPLE))
    assert source.format is SourceFormat.CHAPTER
    assert (source.chapter.id, source.warnings) == ("introduction", ())


def test_a_numbered_export_is_told_by_its_content(tmp_path: Path) -> None:
    source = read_source(write(tmp_path / "deck.md", FIXTURE.read_text(encoding="utf-8")))
    assert source.format is SourceFormat.NUMBERED_EXPORT
    assert len(list(source.chapter.notes())) == 12
    assert source.warnings == ()


def test_warnings_come_by_line(tmp_path: Path) -> None:
    text = "Titre\n\n" + card(2) + card(3, answer="")
    source = read_source(write(tmp_path / "deck.txt", text))
    assert [(w.line, w.rule) for w in source.warnings] == [
        (3, Rule.NUMBER_UNEXPECTED),
        (17, Rule.ANSWER_EMPTY),
    ]


def test_a_deck_without_a_title_takes_its_file_s_name(tmp_path: Path) -> None:
    source = read_source(write(tmp_path / "Mes cartes.txt", card(1)))
    assert source.chapter.title == "Mes cartes"
    assert [w.rule for w in source.warnings] == [Rule.TITLE_MISSING]


@pytest.mark.parametrize(
    "text",
    [
        "Bonjour",
        "1\n2\n3\n",
        "# Titre\n\n## Section\n",
        "---\ntitle: un blogue\n---\n\n# Titre\n\n## Section\n\n### 1. Texte\n",
        "front;back\na;b\n",
    ],
)
def test_another_format_is_refused_with_those_that_are_known(tmp_path: Path, text: str) -> None:
    problem = problem_of(read_source, write(tmp_path / "a.md", text))
    assert problem.rule == Rule.FORMAT_UNKNOWN
    assert "<!-- card:" in problem.expected
    assert "numbered" in problem.expected


@pytest.mark.parametrize(
    "text",
    [
        EXAMPLE.partition("### Que")[0],
        "Titre\n\n1\nQ\n\nseule\n\n",
        "Titre\n\n" + card(1, question="") + card(2, answer=""),
    ],
)
def test_a_file_without_a_card_says_so_first(tmp_path: Path, text: str) -> None:
    assert problem_of(read_source, write(tmp_path / "a", text)).rule == Rule.CARDS_MISSING


@pytest.mark.parametrize("read", [read_source, read_chapter])
@pytest.mark.parametrize(
    ("data", "rule", "line"),
    [
        (b"", Rule.FILE_EMPTY, 0),
        (b"\n \r\n\t\n", Rule.FILE_EMPTY, 0),
        (b"\xef\xbb\xbf", Rule.FILE_EMPTY, 0),
        (b"\xef\xbb\xbf\r\n", Rule.FILE_EMPTY, 0),
        (b"PK\x03\x04\x00\x00", Rule.FILE_BINARY, 0),
        (EXAMPLE.encode() + b"\0", Rule.FILE_BINARY, 0),
        (EXAMPLE.encode("utf-16"), Rule.FILE_NOT_UTF8, 1),
        (EXAMPLE.encode("cp1252"), Rule.FILE_NOT_UTF8, 9),
        (EXAMPLE.replace("\n", "\r\n").encode("cp1252"), Rule.FILE_NOT_UTF8, 9),
        (EXAMPLE.replace("\n", "\r").encode("mac_roman"), Rule.FILE_NOT_UTF8, 9),
        ("à la fin é".encode()[:-1], Rule.FILE_NOT_UTF8, 1),
    ],
)
def test_a_file_that_is_no_text_is_refused(
    tmp_path: Path, read: Callable[[Path], object], data: bytes, rule: Rule, line: int
) -> None:
    path = tmp_path / "chapter.md"
    path.write_bytes(data)
    problem = problem_of(read, path)
    assert (problem.rule, problem.line) == (rule, line)


@pytest.mark.parametrize(
    ("encoding", "name"), [("cp1252", "Windows-1252"), ("mac_roman", "Mac Roman")]
)
def test_the_likely_encoding_is_named(tmp_path: Path, encoding: str, name: str) -> None:
    path = write(tmp_path / "a.txt", "Été : où ça ? À l’école, naïf.", encoding)
    problem = problem_of(read_source, path)
    assert name in problem.expected
    assert problem.found == f"byte 0x{'É'.encode(encoding)[0]:02X} at offset 0"


def test_a_cut_character_is_named_as_such(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("à la fin é".encode()[:-1])
    assert "cut" in problem_of(read_source, path).expected


def test_a_huge_file_is_refused_without_being_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.md"
    with path.open("wb") as file:
        file.truncate(100_000_000)  # sparse: 100 MB that take no room
    start = time.perf_counter()
    problem = problem_of(read_source, path)
    assert time.perf_counter() - start < 1
    assert (problem.rule, problem.found) == (Rule.FILE_TOO_LARGE, "100 MB")


def test_the_largest_file_is_still_read(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    path.write_bytes(b"x" * LARGEST_BYTES)
    assert problem_of(read_source, path).rule == Rule.FORMAT_UNKNOWN
    path.write_bytes(b"x" * (LARGEST_BYTES + 1))
    assert problem_of(read_source, path).rule == Rule.FILE_TOO_LARGE


def test_a_missing_file_or_folder_is_named(tmp_path: Path) -> None:
    assert problem_of(read_source, tmp_path / "a.md").rule == Rule.FILE_MISSING
    assert problem_of(read_source, tmp_path / "b" / "a.md").rule == Rule.FILE_MISSING


def test_what_is_no_file_is_refused_without_waiting(tmp_path: Path) -> None:
    assert problem_of(read_source, tmp_path).rule == Rule.FILE_NOT_REGULAR
    if hasattr(os, "mkfifo"):
        pipe = tmp_path / "pipe"
        os.mkfifo(pipe)  # reading it would wait for a writer
        assert problem_of(read_source, pipe).rule == Rule.FILE_NOT_REGULAR


@pytest.mark.parametrize("name", ["a\0b.md", "x" * 5000])
def test_an_impossible_path_is_unreadable(tmp_path: Path, name: str) -> None:
    assert problem_of(read_source, tmp_path / name).rule == Rule.FILE_UNREADABLE


def test_a_file_that_may_not_be_read_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path / "a.md", EXAMPLE)

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")  # root may read anything: no chmod here

    monkeypatch.setattr(Path, "open", refuse)
    problem = problem_of(read_source, path)
    assert (problem.rule, problem.found) == (Rule.FILE_UNREADABLE, "Permission denied")


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_are_read_or_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a"
    path.write_bytes(data)
    with pytest.raises(DeckError):
        read_source(path)


IMAGE = "\n![a](courbe.png) ![b](<sous/deux mots.svg>) ![c](courbe.png)\n"


def test_the_images_of_a_chapter_are_named_once(tmp_path: Path) -> None:
    write(tmp_path / "courbe.png", "")
    write(tmp_path / "sous" / "deux mots.svg", "")
    chapter = read_source(write(tmp_path / "chapter.md", EXAMPLE + IMAGE)).chapter
    assert media_paths(chapter) == (
        PurePosixPath("courbe.png"),
        PurePosixPath("sous/deux mots.svg"),
    )


def chapter(name: str, number: int) -> str:
    return EXAMPLE.replace("id: introduction", f"id: {name}").replace(
        "chapter: 1", f"chapter: {number}"
    )


def test_a_course_is_read_in_teaching_order(tmp_path: Path) -> None:
    for number, name in [(10, "fin"), (2, "suite"), (1, "debut")]:
        write(tmp_path / f"{number}-{name}" / "chapter.md", chapter(name, number))
    assert [c.id for c in read_course(tmp_path)] == ["debut", "suite", "fin"]


@pytest.mark.parametrize(
    ("folder", "name", "number", "rule"),
    [
        ("02-b", "a", 2, Rule.CHAPTER_ID_REPEATED),
        ("1-b", "b", 1, Rule.CHAPTER_NUMBER_REPEATED),
        ("02-b", "b", 3, Rule.CHAPTER_NUMBER_DIFFERENT),
        ("b", "b", 2, Rule.CHAPTER_NUMBER_DIFFERENT),
    ],
)
def test_chapters_that_clash_are_named(
    tmp_path: Path, folder: str, name: str, number: int, rule: Rule
) -> None:
    write(tmp_path / "01-a" / "chapter.md", chapter("a", 1))
    write(tmp_path / folder / "chapter.md", chapter(name, number))
    with pytest.raises(DeckError) as caught:
        read_course(tmp_path)
    assert [problem.rule for problem in caught.value.problems] == [rule]


@pytest.mark.parametrize("folder", ["", "none"])
def test_a_folder_without_chapters_is_no_course(tmp_path: Path, folder: str) -> None:
    assert problem_of(read_course, tmp_path / folder).rule == Rule.COURSE_EMPTY


def test_reading_asks_nothing_of_the_network(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket, "socket", refuse)
    links = "\n[lien](https://example.org) <https://example.org>\n"
    assert read_source(write(tmp_path / "a.md", EXAMPLE + links)).chapter
