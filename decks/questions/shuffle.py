"""The order on the screen: the same for the same seed, on any machine."""

import random

from decks.questions.bodies import Body, Choice, Match, Order


def shuffled(body: Body, seed: int) -> tuple[int, ...]:
    """Positions in the body, in the order to show them.

    Of a choice its options, those pinned at the end in the order written; of an order its items,
    never in the right order; of a match its right sides, the pairs' then the strays'. Nothing for
    other kinds.

    Args:
        body: Of a question.
        seed: Any whole number, such as one drawn for an attempt.
    """
    match body:
        case Choice(options):
            free = [n for n, option in enumerate(options) if not option.is_pinned]
            pinned = [n for n, option in enumerate(options) if option.is_pinned]
            return tuple(free[n] for n in _permutation(len(free), seed)) + tuple(pinned)
        case Order(items):
            return _disorder(len(items), seed)
        case Match(pairs, strays):
            return _permutation(len(pairs) + len(strays), seed)
    return ()


def _permutation(length: int, seed: int) -> tuple[int, ...]:
    # by keys: `random()` gives the same numbers in every version of Python, `shuffle` need not
    chance = random.Random(seed)
    keys = [chance.random() for _ in range(length)]
    return tuple(sorted(range(length), key=keys.__getitem__))


def _disorder(length: int, seed: int) -> tuple[int, ...]:
    order = _permutation(length, seed)
    if order != tuple(range(length)):
        return order
    return (*order[1:], order[0])  # still by the seed alone
