"""The order in which options, items and right sides stand on the screen."""

from random import Random

from decks.questions.bodies import Body, Choice, Order
from qtapp.sessions.question_state import size_of


def shuffled(body: Body, seed: str) -> tuple[int, ...]:
    """Positions of a body in the order to show; the same seed always gives the same.

    Pinned options stay last, and an order never stands in its right order.

    Args:
        body: Of a question.
        seed: Of this showing, such as the attempt's and the card's numbers together.
    """
    chance = Random(seed)
    positions = list(range(size_of(body)))
    chance.shuffle(positions)
    match body:
        case Choice(options):
            positions.sort(key=lambda position: options[position].is_pinned)  # keeps the rest
        case Order() if positions == sorted(positions):
            positions.append(positions.pop(0))
    return tuple(positions)
