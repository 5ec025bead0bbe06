"""What a network of an experiment measures does not depend on how many train beside it."""

import numpy as np
import pytest

from sim.catalogue import experiment, names
from tests.sim.measured import measured

FEW, MANY = 3, 5
TIMED = ("seconds", "microseconds", "speedup")
ENSEMBLES = [name for name in names() if experiment(name).kind == "ensemble"]


def assert_alike(name: str) -> None:
    few, many = measured(name, FEW), measured(name, MANY)
    for measure in few:
        if not measure.startswith(TIMED):
            np.testing.assert_array_equal(few[measure], many[measure][:FEW], err_msg=measure)


@pytest.mark.parametrize("name", ["capacity", "house_price"])
def test_the_last_network_computes_as_the_others_do(name: str) -> None:
    """Their parameters fill no whole vectors: Adam took another way through the rest of them."""
    assert_alike(name)


@pytest.mark.slow
@pytest.mark.parametrize("name", ENSEMBLES)
def test_every_experiment_measures_the_same_in_any_company(name: str) -> None:
    assert_alike(name)
