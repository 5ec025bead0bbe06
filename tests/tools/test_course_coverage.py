import re
from pathlib import Path

import pytest

from decks.read import parse_chapter
from tests.the_course import the_course
from tools import course_coverage
from tools.course_coverage import Counts, asking, page, showing, teaching
from tools.environment import ROOT
from tools.inventory import FACTS, MODULES, NOT_SHOWN, Module

CHAPTER = parse_chapter(
    """\
---
id: un
chapter: 1
title: Un
---

# Un

## Deux
<!-- section: {id: deux} -->

### A
<!-- card: {id: a, kind: cloze, facts: [INT-01, INT-03]} -->

[b](#1) et [c](#2)

### D
<!-- card: {id: d, kind: both, facts: [INT-03], experiment: {name: xor}} -->

E

### Deux et deux font quatre.
<!-- question: {id: q, kind: truth, facts: [INT-03]} -->

Vrai

---

On compte.
""",
    Path("chapter.md"),
)
INVENTORY = ROOT.parent / "shared" / "course" / "inventory.md"


def test_the_page_says_what_the_course_covers_now() -> None:
    written = course_coverage.FILE.read_text(encoding="utf-8")
    assert written == course_coverage.current_page(), "type: make course"


def test_a_fact_is_taught_by_the_notes_that_name_it() -> None:
    assert teaching([CHAPTER]) == {"INT-01": ["un/a"], "INT-03": ["un/a", "un/d"]}


def test_a_fact_is_asked_for_by_the_questions_that_name_it() -> None:
    assert asking([CHAPTER]) == {"INT-03": ["un/q"]}


def test_a_fact_is_shown_by_what_its_notes_carry() -> None:
    assert showing([CHAPTER, CHAPTER]) == {"INT-03": ["xor"]}


def test_a_fact_taught_twice_counts_once() -> None:
    assert Counts.of([CHAPTER]) == Counts(2, cards=4, questions=1, facts=2, experiments=1)
    assert Counts.of([CHAPTER, CHAPTER]) == Counts(4, cards=8, questions=2, facts=2, experiments=2)


@pytest.mark.skipif(
    not INVENTORY.exists(), reason="the inventory does not come with the repository"
)
def test_a_question_asks_for_every_fact_of_which_the_inventory_wants_one() -> None:
    rows = re.findall(r"^\| ([A-Z]{3}-\d\d) \|(.+)\|$", INVENTORY.read_text(encoding="utf-8"), re.M)
    kinds = {fact: re.split(r"(?<!\\)\|", cells)[-3].strip() for fact, cells in rows}
    wanted = {fact for fact, kind in kinds.items() if kind != "—"}
    assert len(wanted) >= 330
    assert wanted - asking(the_course()).keys() == set()


def test_the_page_names_what_is_missing() -> None:
    said = page([CHAPTER], [Module("First", {"INT": 3}), Module("Second", {"SEQ": 1, "ENT": 2})])
    assert said.partition("\n\n| Chapter")[2] == (
        " | Notes | Cards | Questions | Facts | Experiments |\n|---|---|---|---|---|---|\n"
        "| 1. Un | 2 | 4 | 1 | 2 | 1 |\n| **In all** | 2 | 4 | 1 | 2 | 1 |\n\n"
        "## First: 2 of 3\n\nMissing: INT-02.\n\n"
        "| Fact | Notes | Questions | Experiments |\n|---|---|---|---|\n"
        "| INT-01 | un/a |  |  |\n| INT-03 | un/a, un/d | un/q | xor |\n\n"
        "## Second: 0 of 3\n\nMissing: SEQ-01, ENT-01, ENT-02.\n"
    )


@pytest.mark.skipif(
    not INVENTORY.exists(), reason="the inventory does not come with the repository"
)
def test_the_ids_are_those_of_the_inventory() -> None:
    text = INVENTORY.read_text(encoding="utf-8")
    ids = re.findall(r"^\| ([A-Z]{3}-\d\d) \|", text, re.M)
    assert [fact for module in MODULES for fact in module.facts] == ids
    assert frozenset(ids) == FACTS
    assert len(re.findall(r"^## M\d\d ", text, re.M)) == len(MODULES)


@pytest.mark.skipif(
    not INVENTORY.exists(), reason="the inventory does not come with the repository"
)
def test_every_fact_that_the_inventory_would_show_is_shown() -> None:
    """Its last column but one names an experiment, or has a dash."""
    rows = re.findall(r"^\| ([A-Z]{3}-\d\d) \|(.+)\|$", INVENTORY.read_text(encoding="utf-8"), re.M)
    named = {fact: re.split(r"(?<!\\)\|", cells)[-2].strip() for fact, cells in rows}
    wanted = {fact for fact, name in named.items() if name != "—"}
    assert len(wanted) == 229  # as the inventory itself counts
    shown = showing(the_course())
    assert wanted - shown.keys() == NOT_SHOWN.keys()
