"""A linear classifier's weights look like their class."""

import torch

from sim.experiments.templates import class_means, own_class_share
from sim.training.datasets import Split
from tests.sim.measured import measured, met


def test_weights_look_like_their_class() -> None:
    measures = measured("templates")
    assert met("templates", measures).all()
    assert set(measures["parameters"]) == {64 * 10 + 10}


def test_weights_of_other_classes_do_not_count() -> None:
    """Ten classes of one bright pixel each; each output given the pixel of the next class."""
    pixels = torch.eye(10)
    means = class_means(Split(pixels[None], torch.arange(10)[None]))
    assert own_class_share(pixels[None], means).item() == 1
    assert own_class_share(pixels.roll(1, 0)[None], means).item() == 0
