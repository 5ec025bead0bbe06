"""Too small, too big and in between, on seeds that tuned nothing."""

from sim.pictures import Curve, Path
from tests.sim.measured import finished, share_met


def test_a_width_in_between_is_nearest_the_truth() -> None:
    assert share_met("capacity", 12) >= 0.9


def test_the_claim_is_false_where_the_big_network_is_small() -> None:
    assert share_met("capacity", width=4, examples=100, noise=0) <= 0.5


def test_every_width_and_the_truth_are_drawn() -> None:
    _, pictures = finished("capacity", 2, width=8)
    paths = {picture.key for picture in pictures if isinstance(picture, Path)}
    assert paths == {"truth", "1", "2", "3", "large"}
    by_width = next(picture for picture in pictures if isinstance(picture, Curve))
    assert by_width.x == (1, 2, 3, 8)
