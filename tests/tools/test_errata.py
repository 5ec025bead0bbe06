"""Every error of the source documents is set right by notes that there are."""

import re

import pytest

from tests.the_course import the_course
from tools.course_coverage import errata
from tools.environment import ROOT
from tools.errata import ELSEWHERE, NOTES

LIST = ROOT.parent / "shared" / "course" / "errata.md"
COURSE = {f"{chapter.id}/{note.id}": note for chapter in the_course() for note in chapter.notes()}
needs_list = pytest.mark.skipif(not LIST.exists(), reason="it does not come with the repository")


def listed() -> dict[str, str]:
    """Each error of the list, and how grave it is: first and last cell of its row."""
    rows = re.findall(r"^\| (E-[A-Z]\d\d) \|.*\| (\w+) \|$", LIST.read_text("utf-8"), re.M)
    return dict(rows)


def test_the_notes_named_are_there() -> None:
    assert {note for notes in NOTES.values() for note in notes.split()} - COURSE.keys() == set()


@needs_list
def test_every_error_listed_is_set_right() -> None:
    assert len(listed()) == 109  # as the list itself counts
    assert listed().keys() == NOTES.keys() | ELSEWHERE.keys()
    assert NOTES.keys() & ELSEWHERE.keys() == set()


@needs_list
def test_every_blocking_error_is_a_pitfall() -> None:
    """A card of the cross deck « Pièges »; the letters of a file are no matter of cards."""
    blocking = [error for error, gravity in listed().items() if gravity == "bloquant"]
    assert len(blocking) == 38
    pitfalls = {
        id_ for id_, note in COURSE.items() if "piège" in note.tags and not note.kind.is_question
    }
    assert [
        error
        for error in blocking
        if error not in ELSEWHERE and not pitfalls & set(NOTES[error].split())
    ] == []


def test_the_page_names_each_once() -> None:
    told = re.findall(r"^\| (E-[A-Z]\d\d) \|", errata(), re.M)
    assert told == sorted(NOTES.keys() | ELSEWHERE.keys())
