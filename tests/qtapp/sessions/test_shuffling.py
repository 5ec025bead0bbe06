"""The order on the screen: everything once, pinned options last, never the right order."""

from hypothesis import given
from hypothesis import strategies as st

from decks.questions.bodies import Choice, Match, Option, Order, Truth
from qtapp.sessions.shuffling import shuffled

OPTIONS = Choice(
    (
        Option("a", True),
        Option("aucune", False, is_pinned=True),
        Option("b", False),
        Option("c", False),
    ),
    is_single=True,
)
ORDER = Order(("un", "deux", "trois"))
MATCH = Match((("a", "1"), ("b", "2")), ("3",))


@given(st.text())
def test_every_option_stands_somewhere_and_the_pinned_one_last(seed: str) -> None:
    positions = shuffled(OPTIONS, seed)
    assert sorted(positions) == [0, 1, 2, 3]
    assert positions[-1] == 1


@given(st.text())
def test_an_order_is_never_right_from_the_start(seed: str) -> None:
    positions = shuffled(ORDER, seed)
    assert sorted(positions) == [0, 1, 2]
    assert positions != (0, 1, 2)


def test_the_same_seed_gives_the_same_and_seeds_differ() -> None:
    seen = {shuffled(MATCH, str(seed)) for seed in range(40)}
    assert seen == {shuffled(MATCH, str(seed)) for seed in range(40)}
    assert len(seen) == 6  # all orders of three sides


def test_what_has_no_order_has_no_positions() -> None:
    assert shuffled(Truth(True), "1") == ()
