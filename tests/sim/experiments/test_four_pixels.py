from typing import Any

import pytest
import torch

from sim.pictures import Weights
from sim.problems.pixels import PATTERNS, four_pixels
from sim.randomness import Members
from tests.sim.measured import finished, measured, share_met

NAME = "four_pixels"


def test_a_hidden_layer_knows_the_patterns() -> None:
    assert share_met(NAME) == 1.0


@pytest.mark.parametrize("settings", [{"width": 0}, {"activation": "identity"}])
def test_linear_layers_do_not(settings: dict[str, Any]) -> None:
    assert share_met(NAME, **settings) == 0.0


def test_the_slides_neuron() -> None:
    """Course inventory NEU-41 and NEU-42."""
    measures = measured(NAME)
    assert measures["sum"][0] == pytest.approx(-1.075, abs=1e-12)
    assert measures["sigmoid"][0] == pytest.approx(0.254, abs=5e-4)
    assert measures["tanh"][0] == pytest.approx(-0.791, abs=5e-4)


def test_the_weights_in_view_are_those_of_4_8_4() -> None:
    weights = next(picture for picture in finished(NAME)[1] if isinstance(picture, Weights))
    assert [(len(matrix), len(matrix[0])) for matrix in weights.matrices] == [(8, 4), (4, 8)]
    assert [len(names) for names in weights.units] == [4, 8, 4]


def test_images_without_noise_are_the_patterns_either_way_round() -> None:
    train = four_pixels(Members(1, 1), train=16, validation=1, noise=0.0).train
    patterns = torch.tensor(PATTERNS)[train.y[0]]
    signs = (train.x[0] * patterns).mean(dim=1)
    assert torch.equal(train.x[0], patterns * signs.unsqueeze(1))
    assert sorted(zip(train.y[0].tolist(), signs.tolist(), strict=True)) == [
        (kind, sign) for kind in range(4) for sign in (-1.0, -1.0, 1.0, 1.0)
    ]


def test_what_cards_ask_about_the_lone_neuron() -> None:
    """By hand: −1.075 + 1.2 = 0.125, which ReLU leaves; without that bias ReLU answers 0."""
    measures = measured(NAME, activation="relu", bias=1.2)
    assert measures["sum"][0] == pytest.approx(0.125, abs=1e-12)
    assert measures["answer"][0] == pytest.approx(0.125, abs=1e-12)
    assert measured(NAME, activation="relu")["answer"][0] == 0.0
    sigmoid = measured(NAME, activation="sigmoid")
    assert sigmoid["answer"][0] == pytest.approx(0.254, abs=5e-4)  # course inventory NEU-42


def test_without_noise_there_are_eight_images() -> None:
    """Four patterns, each with its negative (course inventory NEU-40 and NEU-44)."""
    assert set(measured(NAME, noise=0.0)["images"]) == {8.0}
    assert set(measured(NAME)["images"]) == {160.0}
