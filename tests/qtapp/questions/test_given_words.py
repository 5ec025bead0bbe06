"""What was answered to a question, told as its options or as what was given most often."""

import pytest

from db.quiz_rows import AskedQuestion, QuestionFacts
from decks.kinds import NoteKind
from decks.questions.read_body import body
from decks.questions.response_text import response_text
from decks.questions.responses import Filled, Judged, Matched, Ordered, Picked, Response, Typed
from qtapp.questions.given_words import MOST, given_to, in_words


def asked(kind: NoteKind, back: str, *given: tuple[Response, int]) -> AskedQuestion:
    responses = {response_text(response): times for response, times in given}
    return AskedQuestion(1, kind, "?", back, QuestionFacts(1, 0.5, 1.0, responses=responses))


def test_every_option_of_a_choice_is_told_picked_or_not() -> None:
    back = "- [x] La **ReLU**\n- [ ] $\\sigma(z)$\n- [ ] tanh"
    facts = QuestionFacts(3, 1 / 3, 1.0, picks={0: 1, 1: 2})
    question = AskedQuestion(1, NoteKind.CHOICE, "?", back, facts)
    assert given_to(question) == [("La ReLU", True, 1), ("σ(z)", False, 2), ("tanh", False, 0)]


def test_reasons_do_not_part_what_was_judged() -> None:
    question = asked(
        NoteKind.TRUTH,
        "Vrai",
        *((Judged(is_true=False, reason=why), 1) for why in ("", "je crois", "évident")),
        (Judged(is_true=True), 2),
    )
    assert given_to(question) == [("False", False, 3), ("True", True, 2)]


@pytest.mark.parametrize(
    ("kind", "back", "response", "words", "is_right"),
    [
        (NoteKind.NUMBER, "= 4,2 ± 0,1 Mo", Typed(" 4,25  Mo "), "4,25 Mo", True),
        (NoteKind.SHORT, "- ReLU", Typed("tanh"), "tanh", False),
        (NoteKind.GAPS, "Un [pas](#1) trop [grand](#2).", Filled(("pas", "")), "pas · …", False),
        (NoteKind.ORDER, "1. a\n2. $b$\n3. c", Ordered((1, 0, 2)), "b → a → c", False),
        (
            NoteKind.MATCH,
            "| un | autre |\n|---|---|\n| a | 1 |\n| b | 2 |",
            Matched((1, None)),
            "a – 2; b – ?",
            False,
        ),
        (NoteKind.OPEN, "Modèle.", Typed("parce\nque"), "parce que", None),
    ],
)
def test_each_kind_has_its_words(
    kind: NoteKind, back: str, response: Response, words: str, is_right: bool | None
) -> None:
    assert given_to(asked(kind, back, (response, 2))) == [(words, is_right, 2)]


def test_options_picked_are_told_in_the_order_picked() -> None:
    held = body(NoteKind.CHOICES, "- [x] La **ReLU**.\n- [x] $\\sigma(z)$\n- [ ] tanh")
    assert in_words(Picked((0, 1)), held) == "La ReLU; σ(z)"
    assert in_words(Picked(()), held) == ""


def test_of_many_answers_those_given_most_are_told() -> None:
    given = [(Typed(f"mot {n}"), n) for n in range(1, 30)]
    told = given_to(asked(NoteKind.SHORT, "- ReLU", *given))
    assert [one.times for one in told] == list(range(29, 29 - MOST, -1))


def test_a_long_answer_is_cut_and_one_to_another_body_left_out() -> None:
    (told,) = given_to(asked(NoteKind.OPEN, "Modèle.", (Typed("a" * 999), 1), (Ordered((0, 1)), 1)))
    assert (len(told.words), told.words[-1]) == (120, "…")


def test_a_body_that_an_editor_broke_tells_what_was_typed() -> None:
    assert given_to(asked(NoteKind.NUMBER, "pas un nombre", (Typed("3"), 1))) == [("3", None, 1)]
