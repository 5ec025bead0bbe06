import numpy as np
import pytest
import torch

from sim.experiments import batch_norm
from sim.nn.recipe import BatchNorm, Recipe, mlp
from sim.problems.digits import digits
from sim.randomness import Members
from sim.training.ensemble import Ensemble
from sim.training.normalised import batch_accuracy, bias_share, first_normalised
from tests.sim.measured import finished, measured, share_met

NAME = "batch_norm"


def test_the_range_of_rates_is_at_least_three_times_wider() -> None:
    assert share_met(NAME) == 1.0


def test_layer_norm_brings_no_such_gain() -> None:
    assert share_met(NAME, norm="layer") < 0.5


def test_no_rate_is_good_where_nothing_is_learnt(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batch_norm, "STEPS", 1)
    finished.cache_clear()
    measures = measured(NAME, 2)
    finished.cache_clear()
    assert not measures["largest_plain"].any()
    assert not batch_norm.criterion(measures).any()


def test_the_largest_rate_is_one_of_those_tried() -> None:
    measures = measured(NAME)
    assert np.isin(measures["largest_normed"], (0.0, *batch_norm.RATES)).all()


def test_outputs_start_at_deviation_one_and_leave_it() -> None:
    """γ = 1 and β = 0 at the start; PyTorch's ε of 1e-5 takes off less than a thousandth."""
    found = measured(NAME)
    assert found["deviation_start"] == pytest.approx(1, abs=1e-3)
    assert (found["deviation_end"] > 1.01).all()
    assert (found["mean_end"] > 0.05).all()


def test_batch_norm_makes_the_bias_before_it_useless_and_layer_norm_does_not() -> None:
    assert measured(NAME)["bias_share"] == pytest.approx(0, abs=1e-6)
    assert (measured(NAME, norm="layer")["bias_share"] > 0.1).all()


def test_running_averages_lag_behind_after_five_steps() -> None:
    found = measured(NAME)
    assert np.median(found["early_batch"] - found["early_running"]) > 0.1


def test_worked_batches_are_those_of_torch() -> None:
    """Inventory GRA-16 and GRA-23, and `torch.nn`."""
    column = torch.nn.BatchNorm1d(1)(torch.tensor([[1.0], [2.0], [3.0], [4.0]])).detach()
    rows = torch.tensor([[1.0, 2.0, 3.0], [4.0, 5.0, 9.0]])
    found = measured(NAME)
    assert found["column_first"] == pytest.approx(column[0].item(), abs=1e-6)
    assert found["batch_first"] == pytest.approx(
        torch.nn.BatchNorm1d(3)(rows)[0, 0].item(), abs=1e-6
    )
    assert found["layer_last"] == pytest.approx(torch.nn.LayerNorm(3)(rows)[0, -1].item(), abs=1e-6)


def test_looking_leaves_running_averages_as_they_are() -> None:
    data = digits(Members(70_000, 1), train=32, validation=5)
    recipe = Recipe(network=mlp(8, 10, norm=BatchNorm()), steps=1)
    ensemble = Ensemble([recipe], data, Members(70_000, 1), torch.device("cpu"))
    before = [kept.clone() for kept in ensemble.network.buffers()]
    for look in (first_normalised, batch_accuracy, bias_share):
        look(ensemble)
    assert all(map(torch.equal, before, ensemble.network.buffers()))
