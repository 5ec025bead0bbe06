"""The chapter files of the course, each cut into blocks, with what its own test module declares."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib import import_module
from pathlib import Path
from types import ModuleType

from decks.bundled import bundled_course
from decks.model import Chapter
from decks.read import CHAPTER_FILE
from tests.decks.content.course_text import OPENING, Block, blocks
from tests.decks.content.figures import Figure
from tests.the_course import the_course
from tools.inventory import MODULES


@dataclass(frozen=True)
class ChapterFile:
    """One chapter, read twice: by hand (`blocks`) and by the app's reader (`chapter`)."""

    path: Path

    def __str__(self) -> str:
        return self.path.parent.name

    @cached_property
    def text(self) -> str:
        return self.path.read_text(encoding="utf-8")

    @property
    def number(self) -> int:
        """From 1 on."""
        return int(str(self).partition("-")[0])

    @cached_property
    def chapter(self) -> Chapter:
        return next(chapter for chapter in the_course() if chapter.number == self.number)

    @property
    def facts(self) -> set[str]:
        """What the chapter has to teach: the facts of the module that has its number."""
        return set(MODULES[self.number - 1].facts)

    @cached_property
    def blocks(self) -> list[Block]:
        """The opening, then sections and notes in order."""
        opening = self.text.partition("\n## ")[0].split("\n---\n", 1)[1]
        return [Block("opening", {"id": OPENING}, "", opening), *blocks(self.text)]

    @cached_property
    def by_id(self) -> dict[str, Block]:
        return {block.id: block for block in self.blocks}

    @cached_property
    def notes(self) -> dict[str, Block]:
        return {block.id: block for block in self.blocks if block.what == "card"}

    @cached_property
    def questions(self) -> dict[str, Block]:
        return {block.id: block for block in self.blocks if block.what == "question"}

    @property
    def module_name(self) -> str:
        """Of the test module that declares its figures."""
        return "test_" + re.sub(r"\W", "_", str(self))

    @cached_property
    def own_module(self) -> ModuleType:
        return import_module(f"{__package__}.{self.module_name}")

    @property
    def figures(self) -> Sequence[Figure]:
        return [Figure(*figure) for figure in self.own_module.FIGURES]

    @property
    def given(self) -> Mapping[str, set[str]]:
        given: Mapping[str, set[str]] = self.own_module.GIVEN
        return given

    @property
    def setup(self) -> Mapping[str, str]:
        setup: Mapping[str, str] = getattr(self.own_module, "SETUP", {})
        return setup


CHAPTERS = [ChapterFile(path) for path in sorted(bundled_course().glob(f"*/{CHAPTER_FILE}"))]


def chapter_file(name: str) -> ChapterFile:
    """The chapter of a folder of ``decks/content``, such as ``01-introduction``."""
    return ChapterFile(bundled_course() / name / CHAPTER_FILE)
