"""Many members' values as one line with a band."""

import warnings

import numpy as np
import pytest

from sim.training.curves import finite_quantiles


@pytest.mark.parametrize("members", [1, 2, 7, 32])
def test_quantiles_are_those_of_numpy(members: int) -> None:
    chance = np.random.default_rng(members)
    values = chance.normal(size=(members, 60))
    values[chance.random(values.shape) < 0.3] = np.nan
    shares = (0.0, 0.1, 0.5, 0.9, 1.0)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)  # NumPy complains of columns of NaN alone
        expected = np.nanquantile(values, shares, axis=0)
    np.testing.assert_allclose(finite_quantiles(values, shares), expected, rtol=1e-13)
