"""Chance goes on from where it was."""

import torch

from sim.randomness import Members


def test_streams_go_on_from_a_state() -> None:
    streams = Members(3, 8).streams("test")
    streams.permutations(100)
    state = streams.state()
    expected = streams.normal(5)
    streams.restore(state)
    assert torch.equal(streams.normal(5), expected)


def test_streams_of_other_objects_take_the_state_over() -> None:
    one, other = Members(3, 8).streams("test"), Members(3, 8).streams("test")
    one.normal(17)
    other.restore(one.state())
    assert torch.equal(one.integers(1000, 50), other.integers(1000, 50))
