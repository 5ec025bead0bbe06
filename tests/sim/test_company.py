"""What a network measures does not depend on how many train beside it.

`test_every_experiment` asks that of all of them.
"""

import numpy as np
import pytest

from tests.sim.measured import measured

FEW, MANY = 3, 5


@pytest.mark.parametrize("name", ["capacity", "house_price"])
def test_the_last_network_computes_as_the_others_do(name: str) -> None:
    """Their parameters fill no whole vectors: Adam took another way through the rest of them."""
    few, many = measured(name, FEW), measured(name, MANY)
    for measure in few:
        np.testing.assert_array_equal(few[measure], many[measure][:FEW], err_msg=measure)
