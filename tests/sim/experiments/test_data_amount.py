"""More and more digits, on seeds that tuned nothing."""

from sim.pictures import Curve
from tests.sim.measured import finished, measured, share_met


def test_more_examples_bring_more_right_answers() -> None:
    assert share_met("data_amount") >= 0.95


def test_the_claim_is_false_where_nothing_more_is_given() -> None:
    assert share_met("data_amount", examples=200, steps=50) == 0


def test_wrong_labels_cost() -> None:
    right, wrong = (measured("data_amount", wrong=share, steps=100) for share in (0, 0.5))
    assert (wrong["accuracy_most"] < right["accuracy_most"]).all()


def test_amounts_are_drawn_in_order() -> None:
    _, pictures = finished("data_amount", 2, steps=10, examples=400)
    drawn = next(p for p in pictures if isinstance(p, Curve) and p.plot == "amount")
    assert drawn.x == (20, 60, 200, 400)
