"""On a quadratic, gradient descent converges if and only if η < 2/λmax (Nesterov 2004, 2.1.5)."""

import numpy as np
import pytest
import torch

from sim.pictures import Curve
from sim.problems.regression import bowl, curvatures
from sim.randomness import Members
from tests.sim.measured import finished, measured, met

MEMBERS = Members(70_000, 3)


def test_five_percent_too_much_ends_in_no_number() -> None:
    measures, pictures = finished("divergence")

    assert met("divergence", measures).all()
    curves = {(p.plot, p.key): p for p in pictures if isinstance(p, Curve)}
    assert curves["finite", "chosen"].mean[-1] == 0
    assert curves["finite", "below"].mean[-1] == 1
    assert np.isnan(curves["loss", "chosen"].mean[-1])


@pytest.mark.parametrize("multiple", [0.05, 0.95, 1.0])
def test_the_claim_is_false_up_to_the_limit(multiple: float) -> None:
    measures = measured("divergence", members=4, multiple=multiple)

    assert not met("divergence", measures).any()
    assert (measures["steps_finite"] == 600).all()


def test_the_curvature_is_that_of_autograd() -> None:
    split = bowl(MEMBERS, examples=32).train
    w = torch.zeros(4, dtype=torch.float64)

    def loss(w: torch.Tensor) -> torch.Tensor:
        return (split.x[0].double() @ w - split.y[0, :, 0].double()).square().mean()

    hessian = torch.autograd.functional.hessian(loss, w)
    assert torch.linalg.eigvals(hessian).real.max() == pytest.approx(1, abs=1e-6)
    torch.testing.assert_close(curvatures(split.x)[0], torch.linalg.eigvalsh(hessian))
