from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decks.questions.bodies import Choice, Match, Option, Order, Truth
from decks.questions.shuffle import shuffled

OPTIONS = (
    Option("a", True),
    Option("*aucune*", False, is_pinned=True),
    Option("b", False),
    Option("c", False),
)
CHOICE = Choice(OPTIONS, is_single=True)
seeds = st.integers(-(2**63), 2**63)


@given(seeds)
def test_a_pinned_option_stays_last(seed: int) -> None:
    assert shuffled(CHOICE, seed)[-1] == 1


@given(seeds, st.integers(3, 8))
def test_an_order_never_starts_right(seed: int, length: int) -> None:
    order = shuffled(Order(tuple(map(str, range(length)))), seed)
    assert sorted(order) == list(range(length))
    assert order != tuple(range(length))


@given(seeds)
def test_the_same_seed_gives_the_same_order(seed: int) -> None:
    assert shuffled(CHOICE, seed) == shuffled(CHOICE, seed)


def test_a_seed_gives_the_same_order_in_every_version() -> None:
    """Random(7).random() starts 0.323…, 0.150…, 0.650… (CPython's documented promise)."""
    assert shuffled(CHOICE, 7) == (2, 0, 3, 1)


def test_every_order_comes_up_about_as_often() -> None:
    found = Counter(shuffled(CHOICE, seed) for seed in range(6000))
    assert len(found) == 6
    assert all(900 < times < 1100 for times in found.values())  # 1000 expected, sd 29


def test_right_sides_are_shuffled_with_the_strays() -> None:
    match = Match((("a", "1"), ("b", "2")), ("3",))
    assert {sides for seed in range(100) for sides in [shuffled(match, seed)]} == {
        (0, 1, 2), (0, 2, 1), (1, 0, 2), (1, 2, 0), (2, 0, 1), (2, 1, 0),
    }  # fmt: skip


@pytest.mark.parametrize("seed", [0, 1])
def test_other_kinds_have_nothing_to_shuffle(seed: int) -> None:
    assert shuffled(Truth(is_true=True), seed) == ()
