"""Expected values: `shared/course/seed004-format.md` §5; those of the fixture, counted by hand."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from decks.blocks import Item, ItemList, Paragraph
from decks.numbered_export import ExportedCard, NumberedExport, is_numbered_export, parse_export
from decks.problems import Problems
from decks.rules import Rule

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Oracle:
    """What a file holds; keys are card numbers."""

    path: Path
    title: str
    cards: int
    rated: int
    bullets: dict[int, int]
    ordered: dict[int, int]
    asides: set[int]
    broken: set[int]
    paragraphs: dict[int, int]
    last_words: str


ORACLES = [
    Oracle(
        path=ROOT / "tests" / "data" / "numbered_export.txt",
        title="Semaine 3 : Les bases, pour s'entraîner",
        cards=12,
        rated=6,
        bullets={2: 3, 3: 2, 5: 2},
        ordered={10: 3},
        asides={3},
        broken={4, 6, 11},
        paragraphs={7: 3, 8: 2, 11: 3},
        last_words="rien après.",
    ),
    Oracle(
        path=ROOT.parent / "shared" / "seeds" / "004_872cf4fc3cae765a.txt",
        title="Module 1 : Introduction, réseau linéaire, fonctions d'activation",
        cards=52,
        rated=20,
        bullets={3: 3, 7: 2, 8: 11, 12: 2, 16: 4, 17: 3, 18: 2},
        ordered={35: 3},
        asides={7, 8},
        broken={10, 14, 40, 42},
        paragraphs=dict.fromkeys((23, 24, 28, 39, 40, 43), 2)
        | dict.fromkeys((21, 34, 41, 42, 44), 3),
        last_words="trop grand.",
    ),
]
HERE = [oracle for oracle in ORACLES if oracle.path.exists()]  # a clone has no shared/ beside it
FIXTURE = ORACLES[0].path


def text_of(oracle: Oracle) -> str:
    return oracle.path.read_bytes().decode()


def parse(text: str) -> tuple[NumberedExport, Problems]:
    problems = Problems()
    return parse_export(text, problems), problems


def cards_of(text: str) -> list[ExportedCard]:
    """The cards without their lines, which layout moves."""
    return [replace(card, line=0) for card in parse(text)[0].cards]


def lists(card: ExportedCard) -> list[ItemList]:
    return [block for block in card.answer if isinstance(block, ItemList)]


def words(card: ExportedCard) -> str:
    return repr((card.question, card.answer))


with_oracle = pytest.mark.parametrize("oracle", HERE, ids=lambda oracle: oracle.path.stem)


@with_oracle
def test_a_clean_file_gives_every_card_without_a_warning(oracle: Oracle) -> None:
    export, problems = parse(text_of(oracle))
    assert [card.number for card in export.cards] == list(range(1, oracle.cards + 1))
    assert export.title == oracle.title
    assert problems.items == []


@with_oracle
def test_ratings_are_seen_and_never_reach_a_card(oracle: Oracle) -> None:
    export, _ = parse(text_of(oracle))
    assert [card.number for card in export.cards if card.is_rated] == list(
        range(1, oracle.rated + 1)
    )
    assert not any(re.search("How well|Not at all|Perfectly", words(c)) for c in export.cards)


@with_oracle
def test_lists_keep_their_items(oracle: Oracle) -> None:
    export, _ = parse(text_of(oracle))
    found = {card.number: lists(card) for card in export.cards if lists(card)}
    assert {n: len(x.items) for n, (x,) in found.items() if x.first is None} == oracle.bullets
    assert {n: len(x.items) for n, (x,) in found.items() if x.first == 1} == oracle.ordered


@with_oracle
def test_lines_of_four_spaces_are_asides_of_the_last_item(oracle: Oracle) -> None:
    export, _ = parse(text_of(oracle))
    with_asides = {
        card.number: [bool(item.asides) for item in lists(card)[0].items]
        for card in export.cards
        if any(item.asides for block in lists(card) for item in block.items)
    }
    assert set(with_asides) == oracle.asides
    assert all(flags.index(True) == len(flags) - 1 for flags in with_asides.values())


@with_oracle
def test_line_breaks_and_paragraphs_are_kept(oracle: Oracle) -> None:
    export, _ = parse(text_of(oracle))
    paragraphs = {
        card.number: [block for block in card.answer if isinstance(block, Paragraph)]
        for card in export.cards
        if not lists(card)
    }
    assert {n for n, found in paragraphs.items() if any(len(p.lines) > 1 for p in found)} == (
        oracle.broken
    )
    assert {n: len(found) for n, found in paragraphs.items() if len(found) > 1} == (
        oracle.paragraphs
    )


@with_oracle
def test_the_last_card_needs_no_closing_line(oracle: Oracle) -> None:
    last = parse(text_of(oracle))[0].cards[-1].answer[-1]
    assert isinstance(last, Paragraph)
    assert last.lines[-1].endswith(oracle.last_words)


@pytest.mark.parametrize(
    ("oracle", "two_paragraphs", "list_and_aside"),
    [
        pytest.param(oracle, *cards, id=oracle.path.stem)
        for oracle, cards in zip(ORACLES, [(9, 5), (26, 16)], strict=True)
        if oracle in HERE
    ],
)
def test_the_two_odd_cards(oracle: Oracle, two_paragraphs: int, list_and_aside: int) -> None:
    cards = {card.number: card for card in parse(text_of(oracle))[0].cards}
    assert [type(block) for block in cards[two_paragraphs].question] == [Paragraph, Paragraph]
    assert [type(block) for block in cards[list_and_aside].answer] == [ItemList, Paragraph]


MUTATIONS: dict[str, Callable[[str], str]] = {
    "CRLF": lambda text: text.replace("\n", "\r\n"),
    "CR": lambda text: text.replace("\n", "\r"),
    "byte-order mark": lambda text: "\ufeff" + text,
    "final line end": lambda text: text + "\n",
    "final line ends": lambda text: text + "\n\n\n",
    "trailing spaces": lambda text: text.replace("\n", "  \n") + " ",
    "doubled blank lines": lambda text: text.replace("\n\n", "\n\n\n"),
    "blank after the number": lambda text: re.sub(r"(?m)^(\d+)\nQ$", r"\1\n\nQ", text),
    "blank title lines": lambda text: "\n\n" + text,
    "no blank after A": lambda text: text.replace("\nA\n\n", "\nA\n"),
    "leading zeros": lambda text: re.sub(r"(?m)^(\d+)\nQ$", r"0\1\nQ", text),
}


@with_oracle
@pytest.mark.parametrize("mutate", MUTATIONS.values(), ids=MUTATIONS.keys())
def test_layout_changes_nothing(oracle: Oracle, mutate: Callable[[str], str]) -> None:
    text = text_of(oracle)
    export, problems = parse(mutate(text))
    assert problems.items == []
    assert export.title == oracle.title
    assert cards_of(mutate(text)) == cards_of(text)


@with_oracle
def test_bare_numbers_in_an_answer_open_no_card(oracle: Oracle) -> None:
    text = text_of(oracle).replace("\nA\n", "\nA\n7\n12\n")
    export, problems = parse(text)
    assert [card.number for card in export.cards] == list(range(1, oracle.cards + 1))
    assert problems.items == []
    assert all("'7', '12'" in words(card) for card in export.cards)


@with_oracle
def test_a_file_without_ratings_has_the_same_cards(oracle: Oracle) -> None:
    rating = "How well did you know this?\n1\nNot at all\n2\n3\n4\n5\nPerfectly\n"
    without = cards_of(text_of(oracle).replace(rating, ""))
    assert without == [replace(card, is_rated=False) for card in cards_of(text_of(oracle))]


def problems_of(text: str) -> list[tuple[Rule | str, int]]:
    return [(problem.rule, problem.line) for problem in parse(text)[1].items]


def numbers_of(text: str) -> list[int]:
    return [card.number for card in parse(text)[0].cards]


def card(number: int, question: str = "Quoi ?", answer: str = "Ceci.") -> str:
    return f"{number}\nQ\n\n{question}\n\nA\n\n{answer}\n\n"


def test_a_card_without_an_answer_is_named_and_the_others_kept() -> None:
    text = "Titre\n\n" + card(1) + "2\nQ\n\nSeule\n\n" + card(3)
    assert problems_of(text) == [(Rule.ANSWER_MISSING, 12)]
    assert numbers_of(text) == [1, 3]


@pytest.mark.parametrize(
    ("question", "answer", "expected"),
    [
        ("", "Ceci.", [(Rule.QUESTION_EMPTY, 3)]),
        ("Quoi ?", "", [(Rule.ANSWER_EMPTY, 8)]),
        ("", "", [(Rule.QUESTION_EMPTY, 3), (Rule.ANSWER_EMPTY, 8)]),
    ],
)
def test_an_empty_question_or_answer_is_named(
    question: str, answer: str, expected: list[tuple[Rule, int]]
) -> None:
    text = "Titre\n\n" + card(1, question, answer) + card(2)
    assert problems_of(text) == expected
    assert numbers_of(text) == [2]


def test_a_gap_in_the_numbers_is_named_and_the_card_kept() -> None:
    text = "Titre\n\n" + card(1) + card(3) + card(2)
    assert problems_of(text) == [(Rule.NUMBER_UNEXPECTED, 12), (Rule.NUMBER_UNEXPECTED, 21)]
    assert numbers_of(text) == [1, 3, 2]


@pytest.mark.parametrize(
    ("rating", "line"),
    [
        ("How well did you know this?\n1\nNot at all\n2\n", 15),
        ("How well did you know this?\n1\nPas du tout\n2\n3\n4\n5\nPerfectly\n", 14),
        ("How well did you know this?\n1\nNot at all\n2\n3\n4\n5\nPerfectly\net ceci\n", 20),
    ],
    ids=["cut", "translated", "more"],
)
def test_an_odd_rating_is_named_and_stays_out_of_the_card(rating: str, line: int) -> None:
    text = "Titre\n\n" + card(1) + rating + card(2)
    assert problems_of(text) == [(Rule.RATING_UNKNOWN, line)]
    assert parse(text)[0].cards[0].answer == (Paragraph(("Ceci.",)),)
    assert numbers_of(text) == [1, 2]


@pytest.mark.parametrize("text", ["", "\n\n", "1\n2\n3\n", "Q\nA\n", "Titre Flashcards\n"])
def test_a_file_without_cards_is_no_export(text: str) -> None:
    assert not is_numbered_export(text)
    assert parse(text)[0].cards == ()


def test_numbers_that_do_not_count_on_are_text_not_a_list() -> None:
    (only,) = parse(card(1, answer="  1. un\n  2. deux\n  7. sept"))[0].cards
    assert only.answer == (
        ItemList((Item("un"), Item("deux")), first=1),
        Paragraph(("7. sept",)),
    )


def test_a_text_before_the_first_card_is_the_title() -> None:
    assert parse("Un titre\nsur deux lignes Flashcards\n\n" + card(1))[0].title == (
        "Un titre sur deux lignes"
    )
    assert parse(card(1))[0].title == ""


def test_a_long_answer_takes_time_in_proportion() -> None:
    lines = "\n".join(["ligne"] * 200_000)  # quadratic work would take minutes
    assert len(parse(card(1, answer=lines))[0].cards) == 1
