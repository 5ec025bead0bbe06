"""Recurrent layers against those of `torch.nn`, one network at a time."""

import pytest
import torch
from torch import Tensor, nn

from sim.nn.recurrent import StackedGRU, StackedLSTM, StackedRNN

NETWORKS, EXAMPLES, TIME, FEATURES, UNITS = 3, 5, 9, 2, 6
TWINS: dict[type[StackedRNN], type[nn.RNN | nn.LSTM | nn.GRU]] = {
    StackedRNN: nn.RNN,
    StackedLSTM: nn.LSTM,
    StackedGRU: nn.GRU,
}


def alone(stacked: StackedRNN, k: int) -> nn.RNN | nn.LSTM | nn.GRU:
    """PyTorch's layer with one network's parameters; of its two biases, which add up, one is 0."""
    single = TWINS[type(stacked)](input_size=FEATURES, hidden_size=UNITS, batch_first=True)
    weight, recurrent, bias, second_bias = single.parameters()
    with torch.no_grad():
        weight.copy_(stacked.weight[k])
        recurrent.copy_(stacked.recurrent[k])
        bias.copy_(stacked.bias[k, 0])
        second_bias.zero_()
    return single


@pytest.mark.parametrize("kind", TWINS)
def test_states_and_gradients_are_those_of_torch(kind: type[StackedRNN]) -> None:
    generator = torch.Generator().manual_seed(0)
    stacked = kind(NETWORKS, FEATURES, UNITS)
    with torch.no_grad():
        for parameter in stacked.parameters():
            parameter.copy_(torch.randn(parameter.shape, generator=generator) / 2)
    x = torch.randn(NETWORKS, EXAMPLES, TIME, FEATURES, generator=generator)
    weights = torch.randn(NETWORKS, EXAMPLES, UNITS, generator=generator)
    state = stacked(x)
    (state * weights).sum().backward()
    for k in range(NETWORKS):
        single = alone(stacked, k)
        output, _ = single(x[k])
        last: Tensor = output[:, -1]
        (last * weights[k]).sum().backward()
        torch.testing.assert_close(state[k], last, rtol=1e-5, atol=1e-6)
        for ours, theirs in zip(stacked.parameters(), single.parameters(), strict=False):
            assert ours.grad is not None
            assert theirs.grad is not None
            torch.testing.assert_close(
                ours.grad[k].view(theirs.shape), theirs.grad, rtol=1e-4, atol=1e-5
            )
