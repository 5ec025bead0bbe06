"""Early stopping on losses made by hand: which weights come back, and who goes on."""

import numpy as np
import torch

from sim.nn.recipe import Recipe, mlp
from sim.randomness import Members
from sim.training.early_stopping import EarlyStopping
from sim.training.fleet import Fleet
from sim.training.measures import validation_loss
from tests.sim.networks import CPU, finished, noisy

INF = torch.inf


def watched(losses: list[list[float]], patience: list[float]) -> tuple[torch.Tensor, list[bool]]:
    """Networks whose one weight is the number of the look; a row of losses for each look."""
    values = torch.zeros(len(patience), 1)
    stopping = EarlyStopping(torch.tensor(patience).float(), values)
    for number, row in enumerate(losses):
        before = values.clone()
        values.fill_(number)
        torch.where(stopping.is_training, values, before, out=values)
        stopping.look(torch.tensor(row))
    return values.flatten(), stopping.is_training.flatten().tolist()


def test_it_takes_back_the_weights_of_the_lowest_loss() -> None:
    values, is_training = watched([[5.0], [3.0], [2.0], [4.0], [2.5], [1.0]], [2])
    assert values.tolist() == [2.0]  # 4.0 and 2.5 were two looks without improvement
    assert is_training == [False]


def test_patience_starts_anew_with_each_improvement() -> None:
    values, is_training = watched([[5.0], [6.0], [4.0], [6.0], [3.0], [6.0]], [2])
    assert values.tolist() == [5.0]  # still learning: its weights are today's
    assert is_training == [True]


def test_networks_stop_one_by_one_and_those_without_patience_never() -> None:
    losses = [[1.0, 9.0, 1.0], [2.0, 8.0, 2.0], [3.0, 7.0, 3.0], [0.1, 8.0, 4.0], [0.1, 9.0, 5.0]]
    values, is_training = watched(losses, [2, 2, INF])
    assert values.tolist() == [0.0, 2.0, 4.0]
    assert is_training == [False, False, True]


def test_equal_is_no_improvement_and_neither_is_nan() -> None:
    values, is_training = watched([[1.0, 1.0], [1.0, torch.nan]], [1, 1])
    assert values.tolist() == [0.0, 0.0]
    assert is_training == [False, False]


def test_a_stopped_network_keeps_its_best_loss_to_the_end_of_the_run() -> None:
    """Noise cannot be learnt: validation losses turn, and each network returns to its lowest."""
    members = Members(0, 6)
    recipe = Recipe(network=mlp(32, 3), learning_rate=0.5, epochs=60, patience=4)
    trained = finished(
        Fleet(
            {"stopped": recipe, "free": Recipe(network=mlp(32, 3), learning_rate=0.5, epochs=60)},
            noisy(members, 5),
            members,
            record={"loss": validation_loss},
            rounds=60,
            device=CPU,
        )
    )
    free, stopped = trained.history("loss", "free"), trained.history("loss", "stopped")
    for k in range(members.count):
        best = free[k, 0]
        waited = 0
        for at in range(1, 61):
            best, waited = (free[k, at], 0) if free[k, at] < best else (best, waited + 1)
            if waited == 4:
                break
        assert waited == 4, "the case is made so that each stops"
        np.testing.assert_array_equal(stopped[k, :at], free[k, :at])
        np.testing.assert_array_equal(stopped[k, at:], best)
