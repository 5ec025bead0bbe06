import numpy as np
import pytest
import torch

from sim.pictures import Path
from sim.problems import line
from sim.randomness import Members
from tests.sim.measured import finished, measured, met


def test_small_batches_are_quicker_and_jolt() -> None:
    assert met("descent_kinds", measured("descent_kinds", members=8)).all()


@pytest.mark.parametrize("change", [{"learning_rate": 0.4}, {"noise": 0.0}])
def test_the_claim_is_false_of_big_rates_and_of_clean_data(change: dict[str, float]) -> None:
    assert not met("descent_kinds", measured("descent_kinds", members=4, **change)).any()


def test_paths_start_at_nought_and_the_full_batch_walks_straight_down() -> None:
    measures, pictures = finished("descent_kinds", members=1, learning_rate=0.2, epochs=10)

    paths = {picture.key: picture for picture in pictures if isinstance(picture, Path)}
    assert all((path.x[0], path.y[0]) == (0, 0) for path in paths.values())
    assert measures["rises_full"] == 0
    assert measures["end_full"] < 0.01


def test_the_least_loss_is_that_of_polyfit() -> None:
    split = line.points(Members(70_000, 2), 30, noise=0.5).train
    expected = []
    for x, y in zip(
        split.x[..., 0].double().numpy(), split.y[..., 0].double().numpy(), strict=True
    ):
        expected.append(np.mean((np.polyval(np.polyfit(x, y, 1), x) - y) ** 2))

    assert line.least_loss(split) == pytest.approx(np.array(expected))


def test_the_contour_is_lowest_near_the_line_that_made_the_points() -> None:
    grid = line.contour("path", line.points(Members(70_000, 1), 200, noise=0.0).train)

    rows = torch.tensor(grid.rows)
    row, column = divmod(int(rows.argmin()), line.CELLS)
    w = torch.linspace(*line.SLOPES, line.CELLS)[column]
    b = torch.linspace(*line.OFFSETS, line.CELLS)[row]
    assert (w - line.SLOPE).abs() < 0.1
    assert (b - line.OFFSET).abs() < 0.1
