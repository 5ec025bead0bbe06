"""GIFT as Moodle reads it.

Texts come from Moodle's documentation (docs.moodle.org, « GIFT format ») and from the files beside
its own filter, ``question/format/gift/examples.txt`` and ``…/tests/fixtures/questions.gift.txt``;
what they mean is what its tests (``giftformat_test.php``) expect.
"""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decks.gift.escapes import BLANK
from decks.gift.questions import GiftKind, GiftQuestion, GiftText
from decks.gift.reader import is_gift, read_gift
from decks.problems import Problems
from decks.rules import Rule


def read(text: str) -> tuple[tuple[GiftQuestion, ...], list[tuple[str, int]]]:
    problems = Problems()
    found = read_gift(text, problems)
    return found, [(problem.rule, problem.line) for problem in problems.items]


def only(text: str) -> GiftQuestion:
    (question,), problems = read(text)
    assert problems == []
    return question


def answers(text: str) -> list[tuple[str, float, str]]:
    """Text, weight and feedback of each answer."""
    return [(a.text.text, float(a.weight), a.feedback.text) for a in only(text).answers]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Who's buried in Grant's tomb?{~Grant ~Jefferson =no one}", GiftKind.CHOICE),
        ("Grant is {~buried =entombed ~living} in Grant's tomb.", GiftKind.CHOICE),
        ("Grant is buried in Grant's tomb.{FALSE}", GiftKind.TRUTH),
        ("The sun rises in the east.{T}", GiftKind.TRUTH),
        ("Grant is buried in Grant's tomb.{FALSE#No one is buried in it.}", GiftKind.TRUTH),
        ("Who's buried in Grant's tomb?{=no one =nobody}", GiftKind.SHORT),
        ("Two plus two equals {=four =4}.", GiftKind.SHORT),
        ("When was Ulysses S. Grant born?{#1822:5}", GiftKind.NUMERICAL),
        ("Match.{=Canada->Ottawa =Italy->Rome =Japan->Tokyo}", GiftKind.MATCH),
        ("Write a short biography of Dag Hammarskjöld. {}", GiftKind.ESSAY),
        ("You can use your pencil and paper for these next math questions.", GiftKind.DESCRIPTION),
    ],
)
def test_kinds_are_told_apart_as_moodle_does(text: str, kind: GiftKind) -> None:
    assert only(text).kind is kind


def test_an_answer_after_an_equals_sign_is_right() -> None:
    assert answers("Who's buried in Grant's tomb?{~Grant ~Jefferson =no one}") == [
        ("Grant", 0, ""),
        ("Jefferson", 0, ""),
        ("no one", 100, ""),
    ]


def test_a_missing_word_stands_where_its_answers_stood() -> None:
    question = only("Grant is {~buried =entombed ~living} in Grant's tomb.")
    assert question.question.text == f"Grant is {BLANK} in Grant's tomb."


def test_weights_and_feedback_are_read() -> None:
    text = """::Jesus' hometown::Jesus Christ was from {
        ~Jerusalem#This was an important city, but the wrong answer.
        ~%25%Bethlehem#He was born here, but not raised here.
        ~%50%Galilee#You need to be more specific.
        =Nazareth#Yes! That's right!}."""
    assert only(text).title == "Jesus' hometown"
    assert answers(text) == [
        ("Jerusalem", 0, "This was an important city, but the wrong answer."),
        ("Bethlehem", 25, "He was born here, but not raised here."),
        ("Galilee", 50, "You need to be more specific."),
        ("Nazareth", 100, "Yes! That's right!"),
    ]


def test_weights_may_be_negative_or_fractions() -> None:
    text = "What two people? { ~%-50%No one ~%33.33333%Grant ~%50%Grant's wife }"
    assert [weight for _, weight, _ in answers(text)] == [-50, pytest.approx(33.33333), 50]


def test_short_answers_have_weights_too() -> None:
    text = "Which is the best animal?{ =Frog#Good! =%50%Cat#What? =%0%*#Completely wrong }"
    assert answers(text) == [
        ("Frog", 100, "Good!"),
        ("Cat", 50, "What?"),
        ("*", 0, "Completely wrong"),
    ]


def test_numbers_with_margins_ranges_and_feedback_for_the_others() -> None:
    assert answers("Pi? {#3.1415:0.0005}.") == [("3.1415:0.0005", 100, "")]
    assert answers("Pi? {#3.141..3.142}.") == [("3.141..3.142", 100, "")]
    assert answers("What is a number from 1 to 5? {#3:2~#Completely wrong}") == [
        ("3:2", 100, ""),
        ("", 0, "Completely wrong"),
    ]
    assert answers("Born? {#\n=1822:0 #Correct!\n=%50%1822:2 #Close.\n}") == [
        ("1822:0", 100, "Correct!"),
        ("1822:2", 50, "Close."),
    ]


def test_pairs_may_lack_their_left_side() -> None:
    question = only("Match.{\n =Canada -> Ottawa\n =Italy  -> Rome\n = -> Chat\n}")
    assert [(a.text.text, a.right) for a in question.answers] == [
        ("Canada", "Ottawa"),
        ("Italy", "Rome"),
        ("", "Chat"),
    ]


def test_a_truth_has_feedback_for_wrong_and_right() -> None:
    text = """::Q1:: 42 is the Absolute Answer to everything.{
FALSE#42 is the Ultimate Answer.#You gave the right answer.
####This is, of course, a Hitchiker's Guide to the Galaxy reference.}"""
    question = only(text)
    assert question.feedback.text.startswith("This is, of course")
    assert answers(text) == [
        ("F", 100, "42 is the Ultimate Answer."),
        ("T", 0, "You gave the right answer."),
    ]


def test_escapes_stand_for_signs() -> None:
    assert [text for text, _, _ in answers(r"5? { ~ \= 2 + 2 = \= 2 + 3 ~ \= 2 + 4 }")] == [
        "= 2 + 2",
        "= 2 + 3",
        "= 2 + 4",
    ]
    assert answers(r"What? { ~ \~ # \~ is one. = \\ # \\ is none. }") == [
        ("~", 0, "~ is one."),
        ("\\", 100, "\\ is none."),
    ]
    assert only(r"::A\:B::Un\n\ndeux, \(x\) \{y\}{T}").question.text == "Un\n\ndeux, \\(x\\) {y}"
    assert only(r"::A\:B::Un{T}").title == "A:B"


def test_formats_are_named_for_the_text_and_taken_over_by_its_answers() -> None:
    question = only("[markdown]Who is **here**?{=[plain]a#[html]b ~c}")
    assert question.question == GiftText("Who is **here**?", "markdown")
    first, second = question.answers
    assert (first.text.format, first.feedback.format) == ("plain", "html")
    assert second.text.format == "markdown"
    assert only("Who?{T}").question.format == "moodle"
    assert only("[latex]Who?{T}").question.text == "[latex]Who?"


def test_comments_are_no_text_and_may_name_and_tag() -> None:
    text = "// question: 1 [id:q-1] [tag:relu] [tag:Été]\n// autre\nUn\n// au milieu\ndeux{T}"
    question = only(text)
    assert (question.id, question.tags, question.line) == ("q-1", ("relu", "Été"), 3)
    assert question.question.text == "Un\n\ndeux"


def test_categories_hold_until_the_next_one() -> None:
    text = (
        "A{T}\n\n$CATEGORY: $course$/top/Chap 1//2/ReLU\n\nB{T}\n\nC{T}\n\n"
        "$CATEGORY: tom/dick/harry\nD{T}"
    )
    found, problems = read(text)
    assert problems == []
    assert [question.category for question in found] == [
        (),
        ("Chap 1/2", "ReLU"),
        ("Chap 1/2", "ReLU"),
        ("tom", "dick", "harry"),
    ]


def test_lines_are_those_of_the_file() -> None:
    found, _ = read("\ufeff\r\n// a\r\n::Q:: Un{\r\n  =a\r\n  ~b\r\n}\r\n\r\nDeux{T}\r\n")
    assert [question.line for question in found] == [3, 8]
    assert [answer.line for answer in found[0].answers] == [4, 5]


@pytest.mark.parametrize("text", ["Oubli {=a", "Oubli =a}", "Oubli }=a{"])
def test_a_missing_brace_is_told_and_the_rest_goes_on(text: str) -> None:
    found, problems = read(f"A{{T}}\n\n{text}\n\nB{{T}}")
    assert problems == [(Rule.GIFT_BRACES, 3)]
    assert [question.question.text for question in found] == ["A", "B"]


def test_titles_part_questions_that_no_blank_line_parts() -> None:
    text = (
        "::A:: Un {T}\n// question: 2  [id:b] [tag:deux]\n::B:: Deux {\n=a\n~b\n}\n::C:: Trois {F}"
    )
    found, problems = read(text)
    assert problems == []
    assert [question.title for question in found] == ["A", "B", "C"]
    assert [(question.id, question.tags) for question in found[:2]] == [("", ()), ("b", ("deux",))]
    assert [question.line for question in found] == [1, 3, 7]


def test_a_title_within_braces_parts_nothing() -> None:
    assert [answer.text.text for answer in only("Q {=a ~b\n::c::\n}").answers] == ["a", "b\n::c::"]


def test_two_questions_without_a_blank_line_or_titles_are_told() -> None:
    found, problems = read("A{T}\n\nUn {T}\nDeux {F}\n\nB{T}")
    assert problems == [(Rule.GIFT_MERGED, 3)]
    assert [question.question.text for question in found] == ["A", "B"]


def test_weights_are_exact() -> None:
    assert only("Q{~%33.33333%a ~b}").answers[0].weight == Fraction("33.33333")


@pytest.mark.parametrize(
    "text",
    [
        "Bonjour {",
        "int main() { return x = 1; }",
        '{"a": 1}',
        "body { color: red }",
        "Une description.",
        "a {b} c",
    ],
)
def test_other_texts_are_no_gift(text: str) -> None:
    assert not is_gift(text)


@given(st.text(st.sampled_from("ab \n{}=~#%:\\->[]0.T$/"), max_size=60))
def test_any_text_is_read_without_a_crash(text: str) -> None:
    found, problems = read(text)
    lines = text.count("\n") + 1
    assert all(1 <= line <= lines for _, line in problems)
    assert all(1 <= question.line <= lines for question in found)
