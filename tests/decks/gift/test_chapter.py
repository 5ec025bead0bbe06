"""What our questions make of GIFT; examples from Moodle's, as in `test_reader`."""

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decks.errors import Problem
from decks.gift.chapter import gift_chapter
from decks.gift.reader import read_gift
from decks.kinds import NoteKind
from decks.model import Chapter, Note
from decks.problems import Problems
from decks.questions.bodies import Choice, Match, Number, Open, Option, Short, Truth
from decks.questions.read_body import body
from decks.rules import Rule
from decks.sources import SourceFormat, read_source


def imported(text: str) -> tuple[Chapter, tuple[Problem, ...]]:
    problems = Problems()
    chapter = gift_chapter(read_gift(text, problems), "Quiz", problems)
    return chapter, problems.in_order()


def only(text: str) -> Note:
    (note,) = imported(text)[0].notes()
    return note


def told(text: str) -> list[tuple[str, int]]:
    return [(problem.rule, problem.line) for problem in imported(text)[1]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Grant?{~Grant#No. ~Jefferson =no one#Yes.}",
            Choice(
                (
                    Option("Grant", False, "No."),
                    Option("Jefferson", False),
                    Option("no one", True, "Yes."),
                ),
                is_single=True,
            ),
        ),
        (
            "Who? { ~No one ~%50%Grant ~%50%Grant's wife ~Grant's father }",
            Choice(
                (
                    Option("No one", False),
                    Option("Grant", True),
                    Option("Grant's wife", True),
                    Option("Grant's father", False),
                ),
                is_single=False,
            ),
        ),
        ("Grant is buried here.{F#No one is.}", Truth(is_true=False)),
        ("Who?{=no one =nobody}", Short(("no one", "nobody"))),
        ("Pi? {#3.1415:0.0005}", Number(3.1415, 0.0005)),
        ("Pi? {#3.141..3.142}", Number(3.1415, 0.0005)),
        ("Born? {#1822}", Number(1822.0)),
        ("Born? {#\n=1822:0\n}", Number(1822.0)),
        (
            "Match.{=Canada->Ottawa =Italy->Rome =->Chat}",
            Match((("Canada", "Ottawa"), ("Italy", "Rome")), ("Chat",)),
        ),
        ("Why? {####Because.}", Open("Because.")),
    ],
)
def test_kinds_that_we_have_become_ours(text: str, expected: object) -> None:
    note = only(text)
    assert body(note.kind, note.back) == expected
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "problems", "kept"),
    [
        ("Une description.", [(Rule.GIFT_KIND, 1)], 0),
        ("Why? {}", [(Rule.ANSWER_EMPTY, 1)], 0),
        ("{=a ~b}", [(Rule.QUESTION_EMPTY, 1)], 0),
        ("Grant?{T}", [(Rule.REASON_MISSING, 1)], 1),
        ("Q{~wrong ~%50%half =full}", [(Rule.GIFT_CREDIT, 1)], 1),
        ("Q{\n~%70%a\n~%30%b\n~c}", [(Rule.GIFT_CREDIT, 2), (Rule.GIFT_CREDIT, 3)], 1),
        ("Q{#\n=1822:0\n=%50%1822:2\n}", [(Rule.GIFT_CREDIT, 3)], 1),
        ("Q{=Frog\n=%50%Cat}", [(Rule.GIFT_CREDIT, 2)], 1),
        ("Q{=Fr*g}", [(Rule.GIFT_LOST, 1)], 1),
        ("Q{#many}", [(Rule.NUMBER_MALFORMED, 1)], 0),
        ("Q{#3:-1}", [(Rule.NUMBER_MALFORMED, 1)], 0),
        ("Q{#}", [(Rule.ANSWER_EMPTY, 1)], 0),
        ("Q{=a ~a}", [(Rule.OPTION_REPEATED, 1)], 0),
        ("Q{~a ~b}", [(Rule.RIGHT_OPTION_MISSING, 1)], 0),
        ("Q{=a->b}", [(Rule.ITEMS_TOO_FEW, 1)], 0),
        ("Q{=a->b =c->b}", [(Rule.ITEM_REPEATED, 1)], 0),
        ('[html]Q <img src\\="a.png">{=a ~b}', [(Rule.GIFT_HTML, 1)], 1),
        ("[markdown]![a](http\\://b.org/c.png){=a ~b}", [(Rule.GIFT_LOST, 1)], 1),
        ("Même{T#car}\n\nMême{F#car}", [(Rule.CARD_REPEATED, 3)], 2),
    ],
)
def test_what_we_lack_is_told_with_its_line(
    text: str, problems: list[tuple[str, int]], kept: int
) -> None:
    assert told(text) == problems
    assert len(list(imported(text)[0].notes())) == kept


def test_the_rest_goes_on() -> None:
    chapter, problems = imported("A{T#car}\n\nUn texte.\n\nOubli {=a\n\nB{=b}")
    assert [note.front for note in chapter.notes()] == ["A", "B"]
    assert [problem.rule for problem in problems] == [Rule.GIFT_KIND, Rule.GIFT_BRACES]


@pytest.mark.parametrize(
    ("text", "front"),
    [
        ("Two plus two equals {=four =4}.", r"Two plus two equals \_\_\_\_\_."),
        ("Un *a* _b_ [c] 5 $ #1{=x}", r"Un \*a\* \_b\_ \[c\] 5 \$ #1"),
        (r"Soit \(x_1\) et $$y$$ à 5 $ ?{=x}", r"Soit $x_1$ et $$y$$ à 5 \$ ?"),
        (r"Un\ndeux\n\ntrois{=x}", "Un\\\ndeux\n\ntrois"),
        ("[markdown]Un *a* `$b` à 5 $ et $$c_1$${=x}", "Un *a* `$b` à 5 \\$ et $$c_1$$"),
        (r"[markdown]Soit \\\\(x\\_1 \\\\to 2\\\\){=x}", r"Soit $x_1 \to 2$"),
        (
            r"[html]<p>Un <b>gras</b> &lt; <i>x</i><br>deux</p><ul><li>a</li><li>b</li></ul>{=x}",
            "Un **gras** \\< *x*\\\ndeux\n\n- a\n\n- b",
        ),
        (r"[html]<pre>a*b\n  c</pre>{=x}", "```\na*b\n  c\n```"),
        ("[plain]<b>a</b>{=x}", r"\<b>a\</b>"),
        ("a <b>b</b>{=x}", "a **b**"),
    ],
)
def test_texts_become_markdown(text: str, front: str) -> None:
    assert only(text).front == front


def test_feedback_that_ours_lack_is_kept_beside_the_explanation() -> None:
    note = only("Which?{=Frog#Good! =%0%Cat#No. =%0%*#Wrong ####Both live.}")
    assert note.extra == "Frog → Good!\n\nCat → No.\n\n… → Wrong\n\nBoth live."
    note = only("42.{FALSE#It is the Ultimate one.#Right.}")
    assert note.extra == "Vrai → It is the Ultimate one.\n\nFaux → Right."
    assert only("42.{FALSE#Car.}").extra == "Car."


def test_a_question_is_known_again() -> None:
    names = [only(text).id for text in ("::t1::A{=x}", "::t1::A ?{=y}", "A{=x}", "A{=y}", "B{=x}")]
    assert names[0] == names[1] == "t1"
    assert names[2] == names[3] != names[4]
    assert only("// [id:q-7]\n::t1::A{=x}").id == "q-7"


def test_a_title_that_many_have_tells_nothing_apart() -> None:
    chapter, problems = imported("::Q::A{=x}\n\n::Q::B{=x}")
    assert len({note.id for note in chapter.notes()}) == 2
    assert problems == ()


def test_categories_become_sections() -> None:
    text = "A{=x}\n\n$CATEGORY: $course$/top/Réseaux/ReLU\n\n// [tag:Été 2]\nB{=x}"
    chapter, _ = imported(text)
    assert [(s.title, len(s.notes)) for s in chapter.sections] == [
        ("Quiz", 1),
        ("Réseaux / ReLU", 1),
    ]
    assert chapter.sections[1].notes[0].tags == ("été-2",)


def test_a_file_is_told_by_its_content(tmp_path: Path) -> None:
    path = tmp_path / "Mes questions.txt"
    path.write_text("// a\n\n::Q:: Un ? {=a ~b}\n\nTexte.\n", encoding="utf-8")
    source = read_source(path)
    assert source.format is SourceFormat.GIFT
    assert source.chapter.title == "Mes questions"
    assert [(w.rule, w.line) for w in source.warnings] == [(Rule.GIFT_KIND, 5)]
    assert [note.kind for note in source.chapter.notes()] == [NoteKind.CHOICE]


@given(st.text(st.sampled_from("ab \n{}=~#%:\\->[]0.T$<p>*`|"), max_size=60))
def test_whatever_is_imported_is_a_question(text: str) -> None:
    chapter, _ = imported(text)
    for note in chapter.notes():
        assert body(note.kind, note.back)
    assert len({note.id for note in chapter.notes()}) == len(list(chapter.notes()))


@pytest.mark.parametrize(
    "text",
    [
        r"\\(" * 20_000 + "{=a ~b}",
        "[markdown]" + "$$a" * 40_000 + "{=a ~b}",
        "[markdown]" + "`a" * 40_000 + "{=a ~b}",
        "Q{" + "~a\n" * 2_000 + "}",
        "Q{=a ~b}\n\n" * 1_000,
        "::" * 40_000 + "{" * 40_000,
    ],
    ids=lambda text: text[:12],
)
def test_a_hostile_file_takes_time_in_proportion(text: str) -> None:
    """Quadratic work would take minutes of processor time; the slowest takes 1.5 s."""
    begun = time.process_time()
    imported(text)
    assert time.process_time() - begun < 20
