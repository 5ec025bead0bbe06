"""What each layer has: dead units, counted by hand and beside the count of all layers."""

import pytest
import torch

from sim.catalogue import experiment
from sim.nn.recipe import Recipe, mlp
from sim.pictures import Curve
from sim.plotting import Sheet, figure
from sim.plotting.figure import NOTHING
from sim.randomness import Members
from sim.training.ensemble import Ensemble
from sim.training.measures import dead_by_layer
from tests.sim.measured import finished
from tests.sim.networks import noisy


def test_a_layer_whose_biases_are_far_below_zero_is_dead_and_the_other_is_not() -> None:
    members = Members(0, 2)
    recipe = Recipe(network=mlp(5, 4, 3, activation="relu"), steps=1)
    ensemble = Ensemble([recipe], noisy(members, 6, examples=20), members, torch.device("cpu"))
    biases = [name for name in ensemble.columns if name.endswith("bias")]
    first, second = (ensemble.columns[name] for name in biases[:2])
    ensemble.values[:, first] = 1000.0
    ensemble.values[:, second] = -1e6
    assert dead_by_layer(ensemble).tolist() == [[0, 1], [0, 1]]


@pytest.mark.parametrize("case", ["gentle", "chosen"])
def test_the_layers_of_dead_relu_add_up_to_all_its_units(case: str) -> None:
    """Both have 64 units, so the share of all is the mean of theirs."""
    measures, pictures = finished("dead_relu")
    (layers,) = (
        p for p in pictures if isinstance(p, Curve) and (p.plot, p.key) == ("layers", case)
    )
    assert layers.x == (1.0, 2.0)
    assert sum(layers.mean) / 2 == pytest.approx(measures[f"dead_{case}"].mean())


def test_a_file_shows_them_as_bars() -> None:
    _, pictures = finished("dead_relu")
    plots = tuple(plot for plot in experiment("dead_relu").plots if plot.is_bars)
    (axes,) = figure(Sheet(NOTHING, plots, pictures), language="en", mode="light").axes
    curves = [p for p in pictures if isinstance(p, Curve) and p.plot == "layers"]
    heights = [bar.get_height() for bar in axes.patches]  # type: ignore[attr-defined]
    assert heights == [value for curve in curves for value in curve.mean]
