"""Losses against ``torch.nn``'s, one network at a time, and their derivatives by hand."""

import pytest
import torch
from torch import Tensor, nn

from sim.nn.backpropagation import ERRORS
from sim.nn.losses import LOSSES
from sim.nn.recipe import Loss

NETWORKS, EXAMPLES, OUTPUTS = 3, 13, 4
WITNESSES: dict[Loss, nn.Module] = {
    Loss.MSE: nn.MSELoss(),
    Loss.BCE: nn.BCEWithLogitsLoss(),
    Loss.MULTI_LABEL_BCE: nn.BCEWithLogitsLoss(),
    Loss.CROSS_ENTROPY: nn.CrossEntropyLoss(),
}


def task(loss: Loss) -> tuple[Tensor, Tensor]:
    generator = torch.Generator().manual_seed(1)
    output = 3 * torch.randn(NETWORKS, EXAMPLES, OUTPUTS, generator=generator)
    if loss in (Loss.CROSS_ENTROPY, Loss.SOFTMAX_MSE):
        return output, torch.randint(OUTPUTS, (NETWORKS, EXAMPLES), generator=generator)
    return output, torch.randint(2, output.shape, generator=generator).float()


@pytest.mark.parametrize("loss", WITNESSES)
def test_losses_are_those_of_torch(loss: Loss) -> None:
    output, target = task(loss)
    ours = LOSSES[loss](output, target)
    for k in range(NETWORKS):
        torch.testing.assert_close(ours[k], WITNESSES[loss](output[k], target[k]))


def test_softmax_mse_is_mse_of_probabilities() -> None:
    output, target = task(Loss.SOFTMAX_MSE)
    ours = LOSSES[Loss.SOFTMAX_MSE](output, target)
    for k in range(NETWORKS):
        probability = torch.softmax(output[k], dim=-1)
        torch.testing.assert_close(ours[k], nn.MSELoss()(probability, torch.eye(4)[target[k]]))


@pytest.mark.parametrize("loss", ERRORS)
def test_derivatives_are_those_of_autograd(loss: Loss) -> None:
    output, target = task(loss)
    output.requires_grad_()
    (expected,) = torch.autograd.grad(LOSSES[loss](output, target).sum(), output)
    torch.testing.assert_close(ERRORS[loss](output.detach(), target), expected)


def test_a_sure_and_wrong_answer_costs_its_logit_and_nothing_overflows() -> None:
    logits = torch.tensor([[[1000.0, 0.0]]])
    assert LOSSES[Loss.CROSS_ENTROPY](logits, torch.tensor([[1]])).tolist() == [1000.0]
    assert LOSSES[Loss.BCE](logits[..., :1], torch.zeros(1, 1, 1)).tolist() == [1000.0]
