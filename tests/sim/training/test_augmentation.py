"""Pictures of a batch are moved or made noisy, each by its member's own chance."""

import torch

from sim.randomness import Members
from sim.training.augmentation import NOISE, noise, shift


def test_a_shifted_picture_is_the_same_one_moved_by_at_most_a_pixel() -> None:
    """A dot of the middle lands on each of the nine places, and nothing is added."""
    pictures = torch.zeros(2, 200, 5, 5)
    pictures[..., 2, 2] = 1
    moved = shift(pictures.flatten(2), Members(0, 2).streams("augmentation")).view_as(pictures)
    assert (moved.sum(dim=(-1, -2)) == 1).all()
    places = moved.flatten(2).argmax(dim=-1)
    assert set(places.flatten().tolist()) == {r * 5 + c for r in (1, 2, 3) for c in (1, 2, 3)}
    assert not torch.equal(places[0], places[1])


def test_what_leaves_a_picture_is_lost_and_zeros_come_in() -> None:
    pictures = torch.arange(1.0, 10.0).expand(1, 100, 9)
    moved = shift(pictures, Members(3, 1).streams("augmentation"))
    up_and_left = torch.tensor([5.0, 6, 0, 8, 9, 0, 0, 0, 0])
    down = torch.tensor([0.0, 0, 0, 1, 2, 3, 4, 5, 6])
    found = {tuple(picture.tolist()) for picture in moved[0]}
    assert {tuple(up_and_left.tolist()), tuple(down.tolist())} <= found
    assert len(found) == 9


def test_noise_has_its_deviation_and_is_drawn_anew() -> None:
    x, streams = torch.ones(2, 300, 20), Members(0, 2).streams("augmentation")
    first, second = noise(x, streams), noise(x, streams)
    assert abs((first - x).std().item() / NOISE - 1) < 0.03  # 12,000 draws: 0.0065 expected
    assert not torch.equal(first, second)
    assert not torch.equal(first[0], first[1])
