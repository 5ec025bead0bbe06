"""Write docs/course-coverage.md: what teaches, asks and shows each fact, and what is missing.

make course        after a change to the course
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from decks.bundled import bundled_course
from decks.faces import ordinals
from decks.model import Chapter
from decks.read import read_course
from tools.environment import ROOT
from tools.errata import ELSEWHERE, NOTES
from tools.inventory import FACTS, MODULES, NOT_SHOWN, Module

FILE = ROOT / "docs" / "course-coverage.md"

HEADER = f"""\
# What the course covers

Its inventory has {len(FACTS)} facts in {len(MODULES)} modules. Each note names those it teaches,
each quiz question those it asks for, and either may carry the experiment that shows them.
What the source documents get wrong, and where it is set right, stands at the end.
Written by `make course` from `decks/content/`; a test keeps it true.
"""


class Counts(NamedTuple):
    """What a part of the course holds; `facts` are those that cards teach.

    `experiments` are the notes and questions that carry one.
    """

    notes: int
    cards: int
    questions: int
    facts: int
    experiments: int

    @classmethod
    def of(cls, chapters: Iterable[Chapter]) -> "Counts":
        """Of all these chapters together: a fact that two of them teach counts once."""
        everything = [note for chapter in chapters for note in chapter.notes()]
        notes = [note for note in everything if not note.kind.is_question]
        return cls(
            notes=len(notes),
            cards=sum(len(ordinals(note.kind, note.back)) for note in notes),
            questions=len(everything) - len(notes),
            facts=len({fact for note in notes for fact in note.facts}),
            experiments=sum(note.experiment is not None for note in everything),
        )


def page(chapters: Sequence[Chapter], modules: Sequence[Module] = MODULES) -> str:
    """The whole of docs/course-coverage.md."""
    columns = teaching(chapters), asking(chapters), showing(chapters)
    details = (part for module in modules for part in _module(module, *columns))
    parts = [HEADER, *_chapters(chapters), *details]
    return "\n".join(parts)


def teaching(chapters: Iterable[Chapter]) -> dict[str, list[str]]:
    """The cards' notes that teach each fact, as ``chapter/note``, in teaching order."""
    return _naming(chapters, are_questions=False)


def asking(chapters: Iterable[Chapter]) -> dict[str, list[str]]:
    """The quiz questions that ask for each fact, likewise."""
    return _naming(chapters, are_questions=True)


def showing(chapters: Iterable[Chapter]) -> dict[str, list[str]]:
    """The experiments of the notes and questions that name each fact, each once, likewise."""
    shown: dict[str, list[str]] = {}
    for note in (note for chapter in chapters for note in chapter.notes() if note.experiment):
        for fact in note.facts:
            shown.setdefault(fact, []).append(note.experiment.name if note.experiment else "")
    return {fact: list(dict.fromkeys(names)) for fact, names in shown.items()}


def _naming(chapters: Iterable[Chapter], *, are_questions: bool) -> dict[str, list[str]]:
    named: dict[str, list[str]] = {}
    for chapter in chapters:
        for note in chapter.notes():
            for fact in note.facts if note.kind.is_question == are_questions else ():
                named.setdefault(fact, []).append(f"{chapter.id}/{note.id}")
    return named


def _chapters(chapters: Sequence[Chapter]) -> Iterator[str]:
    yield "| Chapter | Notes | Cards | Questions | Facts | Experiments |\n|---|---|---|---|---|---|"
    for chapter in chapters:
        yield _row(f"{chapter.number}. {chapter.title}", *Counts.of([chapter]))
    yield _row("**In all**", *Counts.of(chapters)) + "\n"


def _module(
    module: Module,
    taught: Mapping[str, Sequence[str]],
    asked: Mapping[str, Sequence[str]],
    shown: Mapping[str, Sequence[str]],
) -> Iterator[str]:
    missing = [fact for fact in module.facts if fact not in taught]
    count = len(module.facts) - len(missing)
    yield f"## {module.title}: {count} of {len(module.facts)}\n"
    if missing:
        yield f"Missing: {', '.join(missing)}.\n"
    if count:
        yield "| Fact | Notes | Questions | Experiments |\n|---|---|---|---|"
        for fact in module.facts:
            if fact in taught:
                columns = (taught[fact], asked.get(fact, ()), shown.get(fact, ()))
                yield _row(fact, *map(", ".join, columns))
        yield ""


def _row(*cells: str | int) -> str:
    return f"| {' | '.join(map(str, cells))} |"


def errata() -> str:
    """The part on what the source documents get wrong: by error, the notes that set it right."""
    rows = {error: ", ".join(notes.split()) for error, notes in NOTES.items()} | ELSEWHERE
    parts = [
        f"## What the sources get wrong: {len(rows)} errors\n",
        "Each that would make a card wrong is set right by a pitfall: a test compares the list.\n",
        "| Error | Set right by |\n|---|---|",
        *(_row(error, rows[error]) for error in sorted(rows)),
        "",
    ]
    return "\n".join(parts)


def unshown() -> str:
    """The part on facts that no experiment shows though one was wanted, and why."""
    rows = "\n".join(_row(*reason) for reason in NOT_SHOWN.items())
    return f"## Without an experiment, though one was wanted\n\n| Fact | Why |\n|---|---|\n{rows}\n"


def current_page() -> str:
    """The page as it should stand now."""
    return "\n".join((page(read_course(bundled_course())), unshown(), errata()))


if __name__ == "__main__":
    FILE.write_text(current_page(), encoding="utf-8")
