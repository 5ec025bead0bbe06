"""How many numbers a stack of dense layers holds."""

import itertools


def dense(*sizes: int) -> int:
    """Parameters of a stack of dense layers: one weight a connection, one bias a neuron."""
    return weights(*sizes) + sum(sizes[1:])


def weights(*sizes: int) -> int:
    return sum(n_in * n_out for n_in, n_out in itertools.pairwise(sizes))
