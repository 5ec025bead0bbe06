import pytest
from hypothesis import given

from decks.questions.bodies import (
    Body,
    Choice,
    Gap,
    Gaps,
    Match,
    Number,
    Open,
    Option,
    Order,
    Short,
)
from decks.questions.read_body import BodyError, body
from decks.questions.write_body import back_of, kind_of
from decks.rules import Rule
from tests.decks.chapters import bodies


@given(bodies)
def test_what_is_written_reads_as_the_same_body(written: Body) -> None:
    assert body(kind_of(written), back_of(written)) == written


@pytest.mark.parametrize(
    ("written", "text"),
    [
        (Number(4.2, 0.1, unit="Mo"), "= 4,2 ± 0,1 Mo"),
        (Number(235.0), "= 235"),
        (Number(0.5, 0.02, is_relative=True), "= 0,5 ± 2 %"),
        (Number(61.0, 2.0, unit="%"), r"= 61 ± 2 \%"),
        (Number(1e-9, 0.001, is_relative=True, unit="s"), "= 1e-09 ± 0,1 % s"),
        (Short(("ReLU", "unité *linéaire* rectifiée")), "- ReLU\n- unité \\*linéaire\\* rectifiée"),
        (
            Gaps(("Le ", " garde le ", "."), (Gap(("max", "maximum"), "lequel ?"), Gap(("pas",)))),
            'Le [max|maximum](#1 "lequel ?") garde le [pas](#2).',
        ),
        (
            Gaps(("| a |\n|---|\n| ", " |"), (Gap(("un", "1")),)),
            "| a |\n|---|\n| [un\\|1](#1) |",
        ),
        (
            Match((("ReLU", "$|x|$"), ("b", "2")), ("3",), ("Nom", "Formule")),
            "| Nom | Formule |\n|---|---|\n| ReLU | $\\|x\\|$ |\n| b | 2 |\n| | 3 |",
        ),
        (
            Choice(
                (
                    Option("Oui", True, "Car **si**."),
                    Option("```\nx\n```", False, "Non :\n\nfaux."),
                    Option("*Aucune*", False, "", True),
                ),
                is_single=True,
            ),
            "- [x] Oui\n  > Car **si**.\n- [ ]\n\n  ```\n  x\n  ```\n\n  > Non :\n  >\n"
            "  > faux.\n- [ ] *Aucune*",
        ),
    ],
    ids=lambda value: type(value).__name__,
)
def test_bodies_are_written_as_an_author_would(written: Body, text: str) -> None:
    assert back_of(written) == text


right, wrong = Option("a", True), Option("b", False)


@pytest.mark.parametrize(
    "written",
    [
        Choice((right,), is_single=True),
        Choice((right, Option("a ", False)), is_single=True),
        Choice((wrong, Option("c", False)), is_single=True),
        Choice((right, Option("c", True)), is_single=True),
        Choice((right, Option("*c*", False)), is_single=True),
        Choice((right, Option("c", False, is_pinned=True)), is_single=True),
        Choice((right, Option("c\n\n> cité", False)), is_single=True),
        Choice((right, Option("", False)), is_single=True),
        Number(float("nan")),
        Number(1.0, -0.1),
        Number(1.0, unit="3 km"),
        Number(1.0, unit="a\nb"),
        Short(()),
        Short(("a", "a")),
        Short(("deux\nlignes",)),
        Gaps(("rien",), ()),
        Gaps(("a ", ""), (Gap(("",)),)),
        Gaps(("a `", "`"), (Gap(("b",)),)),
        Order(("a", "b")),
        Order(("a", "b", "a")),
        Order(("a", "b", "- c")),
        Order(("a", "b", "$$c$$")),
        Match((("a", "b"),)),
        Match((("a", "b"), ("c", "b"))),
        Match((("a", "b"), ("c", "d")), ("b",)),
        Match((("a", "b"), ("", "d"))),
        Open(""),
    ],
    ids=str,
)
def test_what_no_text_says_is_refused(written: Body) -> None:
    with pytest.raises(BodyError) as caught:
        back_of(written)
    assert caught.value.problem.line == 0


@pytest.mark.parametrize(
    ("written", "rule"),
    [
        (Choice((wrong, Option("c", False)), is_single=True), Rule.RIGHT_OPTION_MISSING),
        (Order(("a", "b", "a")), Rule.ITEM_REPEATED),
        (Choice((right, Option("*c*", False)), is_single=True), Rule.NOT_WRITABLE),
    ],
)
def test_the_reason_is_told(written: Body, rule: Rule) -> None:
    with pytest.raises(BodyError) as caught:
        back_of(written)
    assert caught.value.problem.rule == rule
