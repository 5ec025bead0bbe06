"""What a 64-128-10 network keeps for each example, by hand, in numbers of four bytes.

64 inputs, 128 outputs of the ReLU, 10 log-probabilities; and the class, of eight bytes.
"""

from itertools import count

import numpy as np
import torch
from torch import nn

from sim.experiments.batch_cost import Settings, run
from sim.randomness import Members
from sim.training.saved_memory import bytes_kept
from sim.trial import Trial
from tests.sim.measured import followed, measured, met


def test_memory_is_proportional_and_time_is_shared() -> None:
    assert met("batch_cost", measured("batch_cost", members=4)).all()


def test_an_example_keeps_what_a_hand_counts() -> None:
    measures = measured("batch_cost", members=1)

    assert measures["kept_each"] == 4 * (64 + 128 + 10) + 8
    assert measures["doubling"] == 2


def test_the_claim_is_false_where_time_is_not_shared() -> None:
    clock = count().__next__  # every pass takes one tick, whatever the batch
    course = run(Settings(), Trial(Members(1, 1), torch.device("cpu")), clock)

    assert followed(course)[0]["speedup"] == 256
    slow = {"unevenness": np.zeros(1), "speedup": np.ones(1)}
    assert not met("batch_cost", slow).any()


def test_a_tensor_kept_twice_counts_once() -> None:
    x = torch.ones(3, requires_grad=True)

    assert bytes_kept(lambda: (x.exp() * x.exp()).sum(), nn.Linear(1, 1)) == 2 * 3 * 4
    assert bytes_kept(lambda: x.exp().square().sum(), nn.Linear(1, 1)) == 3 * 4
