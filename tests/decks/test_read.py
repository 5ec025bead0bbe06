import re
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decks.errors import DeckError
from decks.kinds import NoteKind
from decks.model import Chapter, ExperimentRef, Note
from decks.questions.bodies import Choice, Gap, Gaps, Number, Option, Truth
from decks.questions.read_body import body
from decks.read import parse_chapter
from decks.write import write_chapter
from tests.decks.chapters import EXAMPLE, QUIZ

ROOT = Path(__file__).resolve().parents[2]
HERE = Path("chapter.md")


def documented() -> str:
    """The example of the format's own page."""
    page = (ROOT / "docs" / "course-format.md").read_text(encoding="utf-8")
    match = re.search(r"````markdown\n(.*?)````", page, re.DOTALL)
    assert match is not None
    return match[1]


IRREGULAR = """\
\ufeff---
title: "Un titre : avec deux-points"  # une remarque
tags:
  - été

id: c
---


  # Un titre : avec deux-points #
Texte collé au titre.
##   Une section   ##
<!--
section:
  id: s
-->
Texte collé.
### Une question ? ###
<!--card: {id: n-1, kind: 'both',

  experiment: {name: x, settings: {a: 1e-3, b: no, c: "1", d: true, e: -2}}}-->

  Réponse  \t
\t
   ---

Le reste.


   ### Une autre
   <!-- card: {id: n-2} -->
    du code
"""


def test_the_documented_example_reads_as_it_says() -> None:
    chapter = parse_chapter(documented(), HERE)
    notes = {note.id: note for note in chapter.notes()}

    assert (chapter.id, chapter.number, chapter.language) == ("introduction", 1, "fr")
    assert chapter.title == "Introduction, réseau linéaire, fonctions d’activation"
    assert chapter.tags == ("introduction",)
    assert chapter.text.startswith("Study text: what to understand")
    assert [(s.id, s.title, s.text) for s in chapter.sections] == [
        ("relu", "ReLU et sa famille", "Study text of the section.")
    ]
    assert list(notes) == ["relu-derivee", "relu-code", "mlp", "relu-formule"]
    assert notes["relu-derivee"] == Note(
        id="relu-derivee",
        kind=NoteKind.BASIC,
        front="Que vaut la dérivée de ReLU pour $z > 0$ ?",
        back="Exactement **1** : le signal d’erreur traverse l’unité sans s’affaiblir.",
        tags=("formule", "relu"),
        facts=("ACT-21",),
    )
    assert notes["relu-code"].front == (
        "Qu’affiche ce programme ?\n\n```python\nprint(torch.relu(torch.tensor(-2.0)))\n```"
    )
    assert notes["relu-code"].back == "`tensor(0.)`"
    assert notes["mlp"].kind is NoteKind.BOTH
    assert notes["mlp"].extra == "On dit aussi « réseau à propagation avant »."
    assert notes["relu-formule"].experiment == ExperimentRef(
        "dead_relu", (("learning_rate", 0.3), ("activation", "elu"))
    )
    assert notes["relu-formule"].back.endswith("[0](#2) si $z < 0$.")


def test_the_documented_questions_read_as_they_say() -> None:
    page = (ROOT / "docs" / "course-format.md").read_text(encoding="utf-8")
    example = page.split("````markdown\n")[2].partition("````")[0]
    text = documented() + "\n" + example
    chapter = parse_chapter(text, HERE)
    notes = {note.id: note for note in chapter.notes()}

    choice = notes["q-bornee"]
    assert (choice.kind, choice.facts, choice.tags) == (
        NoteKind.CHOICE,
        ("ACT-21",),
        ("activation",),
    )
    assert choice.extra.startswith("Une fonction est bornée")
    assert body(choice.kind, choice.back) == Choice(
        (
            Option("La sigmoïde", False, "Non : elle reste entre 0 et 1."),
            Option("ReLU", True, "Oui : elle vaut $z$ pour $z > 0$."),
            Option("*Aucune de ces réponses.*", False, is_pinned=True),
        ),
        is_single=True,
    )
    number = notes["q-parametres"]
    assert number.front == (
        "Combien de paramètres a ce réseau ?\n\n```python\nnn.Linear(9, 23)\n```"
    )
    assert body(number.kind, number.back) == Number(230.0, unit="paramètres")
    assert body(NoteKind.TRUTH, notes["q-derivable"].back) == Truth(is_true=False)
    assert body(NoteKind.GAPS, notes["q-max"].back) == Gaps(
        ("ReLU garde le ", " de 0 et de ", "."),
        (Gap(("maximum", "max"), "pas le minimum"), Gap(("z",))),
    )
    assert write_chapter(chapter) == text


def test_an_irregular_file_is_read_and_written_back() -> None:
    chapter = parse_chapter(IRREGULAR, HERE)
    assert (chapter.title, chapter.tags) == ("Un titre : avec deux-points", ("été",))
    assert chapter.text == "Texte collé au titre."
    (section,) = chapter.sections
    assert (section.title, section.text, section.line) == ("Une section", "Texte collé.", 12)
    first, second = section.notes
    assert (first.front, first.back, first.extra) == (
        "Une question ?",
        "  Réponse  \t",
        "Le reste.",
    )
    assert first.experiment is not None
    assert first.experiment.settings == (
        ("a", 0.001),
        ("b", "no"),
        ("c", "1"),
        ("d", True),
        ("e", -2),
    )
    assert (first.line, second.line) == (18, 30)
    assert second.back == "    du code"
    assert write_chapter(chapter) == IRREGULAR


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_change_nothing_but_the_sources(end: str) -> None:
    text = IRREGULAR.replace("\n", end)
    chapter = parse_chapter(text, HERE)
    assert chapter == parse_chapter(IRREGULAR, HERE)
    assert write_chapter(chapter) == text


def test_code_and_formulas_may_hold_what_structures_a_file() -> None:
    code = "```markdown\n# Titre\n### Question\n<!-- card: {id: x} -->\n---\n```"
    formula = "$$\na\n---\n## b\n$$"
    text = documented() + f"\n\n{code}\n\n{formula}\n\n> ---\n>\n> ### x\n\n- a\n\n  ---\n"
    (*_, last) = parse_chapter(text, HERE).notes()
    assert last.back.endswith(f"{code}\n\n{formula}\n\n> ---\n>\n> ### x\n\n- a\n\n  ---")


def test_problems_come_all_together_by_line() -> None:
    text = documented().replace("id: introduction", "id: Intro").replace("(#2)", "(#3)")
    with pytest.raises(DeckError) as caught:
        parse_chapter(text.replace("[ACT-21]", "[ACT21]"), Path("course") / "chapter.md")
    assert caught.value.path == Path("course") / "chapter.md"
    assert [(p.line, p.rule) for p in caught.value.problems] == [
        (2, "value-invalid"),
        (19, "value-invalid"),
        (24, "value-invalid"),
        (44, "value-invalid"),
        (47, "deletion-numbers"),
    ]
    assert "chapter.md:2: value-invalid: found 'id: Intro'" in str(caught.value)


def test_a_thousand_notes_take_about_a_second() -> None:
    """Against 0.2 s measured; a quadratic reader would take minutes."""
    head, body = documented().split("### Que", maxsplit=1)
    copies = (re.sub(r"id: ([a-z-]+)", rf"id: \1-{i}", "### Que" + body) for i in range(250))
    text = head + "\n".join(copies)

    start = time.perf_counter()
    chapter = parse_chapter(text, HERE)

    assert len(list(chapter.notes())) == 1000
    assert time.perf_counter() - start < 5


SNIPPETS = [
    "\n",
    "---\n",
    "# ",
    "## ",
    "### ",
    "<!--",
    "-->",
    "{",
    "}",
    "[",
    "]",
    "(#1)",
    "$",
    "$$",
    "- [x] ",
    "= ",
    "> ",
    "1. ",
    "|",
    "  ",
]


@given(st.data())
def test_a_damaged_file_is_read_or_refused_and_never_crashes(data: st.DataObject) -> None:
    text = data.draw(st.sampled_from([EXAMPLE, QUIZ]))
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, min(len(text), start + 40)))
        snippet = data.draw(st.sampled_from(["", *SNIPPETS]) | st.text(max_size=3))
        text = text[:start] + snippet + text[end:]
    outcome = read_or_refused(text)
    if isinstance(outcome, DeckError):
        lines = len(re.split("\r\n?|\n", text))
        assert all(0 <= problem.line <= lines for problem in outcome.problems)
    else:
        assert write_chapter(outcome) == text
        for note in outcome.notes():
            assert not note.kind.is_question or body(note.kind, note.back)


def read_or_refused(text: str) -> Chapter | DeckError:
    try:
        return parse_chapter(text, HERE)
    except DeckError as error:
        return error
