import pytest
import torch
import torch.nn.functional as F  # noqa: N812 - as everyone writes it

from sim.nn.losses import shared_cross_entropy
from sim.problems.pairs import pairs
from sim.randomness import Members
from tests.sim.measured import measured, met


def test_one_sigmoid_a_label_finds_two_labels_and_a_softmax_cannot() -> None:
    measures = measured("multi_label", members=8)

    assert met("multi_label", measures).all()
    assert (measures["both_softmax"] == 0).all()  # two numbers above 0.5 make more than 1
    assert measures["sum_softmax"] == pytest.approx(1, abs=1e-5)
    assert (measures["sum_sigmoids"] > 1.5).all()


def test_the_claim_is_false_of_a_low_threshold_and_of_single_labels() -> None:
    measures = measured("multi_label", members=4, threshold=0.2)
    single = {f"both_{case}": measures[f"single_{case}"] for case in ("sigmoids", "softmax")}

    assert not met("multi_label", measures).any()
    assert not met("multi_label", single).any()


def test_the_shared_loss_is_that_of_torch() -> None:
    """`torch.nn.functional.cross_entropy` takes probabilities as targets."""
    streams = Members(70_000, 2).streams("test")
    logits = streams.normal(5, 10)
    target = (streams.uniform(5, 10) < 0.5).float()
    target[..., 0] = 1

    shares = target / target.sum(dim=-1, keepdim=True)
    expected = torch.stack([F.cross_entropy(*pair) for pair in zip(logits, shares, strict=True)])
    torch.testing.assert_close(shared_cross_entropy(logits, target), expected)


def test_an_image_has_as_many_labels_as_different_digits() -> None:
    data = pairs(Members(70_000, 2), train=300, validation=50, share_of_two=0.5)

    left, right = data.train.x[..., :64], data.train.x[..., 64:]
    places = (left.amax(dim=-1) > 0).long() + (right.amax(dim=-1) > 0).long()
    labels = data.train.y.sum(dim=-1)
    assert ((labels >= 1) & (labels <= places)).all()
    assert (places == 2).float().mean() == pytest.approx(0.5, abs=0.08)  # 600 draws, 4 sigmas


def test_validation_images_are_made_of_other_digits() -> None:
    data = pairs(Members(70_000, 1), train=400, validation=100, share_of_two=1.0)

    seen = {tuple(place) for place in data.train.x.reshape(-1, 64).tolist()}
    assert not any(tuple(place) in seen for place in data.validation.x.reshape(-1, 64).tolist())
