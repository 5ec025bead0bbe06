import re

import pytest

from tests.decks.content.chapter_files import CHAPTERS, ChapterFile
from tests.decks.content.course_text import Block, fences
from tests.decks.content.programs import program_faults, programs

SHOWN = [(chapter, block) for chapter in CHAPTERS for block in chapter.blocks if programs(block)]


@pytest.mark.parametrize(
    ("chapter", "block"), SHOWN, ids=[f"{chapter}/{block.id}" for chapter, block in SHOWN]
)
def test_a_program_prints_what_its_text_says(chapter: ChapterFile, block: Block) -> None:
    assert program_faults(block, setup=chapter.setup.get(block.id, "")) == []


@pytest.mark.parametrize("chapter", CHAPTERS, ids=str)
def test_code_is_a_program_or_what_it_prints(chapter: ChapterFile) -> None:
    assert {
        block.id: language
        for block in chapter.blocks
        for language, _ in fences(block.text)
        if language not in ("python", "text")
    } == {}


@pytest.mark.parametrize("chapter", CHAPTERS, ids=str)
def test_what_a_program_displays_is_the_answer(chapter: ChapterFile) -> None:
    asks = [note for note in chapter.notes.values() if re.search(r"\baffiche", note.heading)]
    assert [
        note.id
        for note in asks
        if not programs(note) or "text" not in [language for language, _ in fences(note.answer)]
    ] == []


@pytest.mark.parametrize("chapter", CHAPTERS, ids=str)
def test_setups_belong_to_a_program(chapter: ChapterFile) -> None:
    assert set(chapter.setup) <= {block.id for block in chapter.blocks if programs(block)}


def _note(body: str) -> Block:
    return Block("card", {"id": "essai"}, "Qu’affiche ce programme ?", body)


@pytest.mark.parametrize(
    ("body", "faults"),
    [
        ("```python\nprint(1)\n```\n```text\n1\n```\n", 0),
        ("```python\nprint(1)\n```\n```text\n2\n```\n", 1),
        ("```python\nprint(1)\n```\n", 1),
        ("```python\nx = 1\n```\n```text\n1\n```\n", 1),
        ("```python\nif True:\n    x = 1\n```\n```python\n    print(x)\n```\n```text\n1\n```\n", 0),
        ("```python\nprint(torch.rand(1))\n```\n```text\ntensor([…\n```\n", 1),
        (
            "```python\ntorch.manual_seed(0)\nprint(torch.rand(1))\n```\n"
            "```text\ntensor([0.4963])\n```\n",  # as PyTorch's own pages print it for this seed
            0,
        ),
        ("```python\n1 / 0\n```\n```text\nZeroDivisionError: division by zero\n```\n", 0),
        ("```python\n1 / 0\n```\n```text\nZeroDivisionError: …\n```\n", 0),
        ("```python\n1 / 0\n```\n", 1),
    ],
)
def test_faults_of_programs_are_seen(body: str, faults: int) -> None:
    assert len(program_faults(_note(body))) == faults


def test_a_setup_makes_what_a_program_does_not_show() -> None:
    note = _note("```python\nprint(len(lots))\n```\n```text\n3\n```\n")
    assert program_faults(note)
    assert program_faults(note, setup="lots = [1, 2, 3]") == []
