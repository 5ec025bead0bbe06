"""Chance belongs to a member and a purpose, and to nobody else."""

import torch

from sim.randomness import Members, Streams


def draws(streams: Streams) -> list[torch.Tensor]:
    return [
        streams.normal(3, 2),
        streams.uniform(5, low=-1.0, high=2.0),
        streams.integers(7, 4),
        streams.permutations(6),
    ]


def test_a_member_draws_the_same_in_any_company() -> None:
    crowd = draws(Members(10, 50).streams("batches"))
    alone = draws(Members(27, 1).streams("batches"))
    assert all(torch.equal(many[17], one[0]) for many, one in zip(crowd, alone, strict=True))


def test_purposes_and_members_are_strangers() -> None:
    batches, weights = (Members(0, 300).streams(name).normal(4) for name in ("batches", "weights"))
    assert not torch.equal(batches, weights)
    assert len({tuple(row.tolist()) for row in torch.cat([batches, weights])}) == 600
    together = torch.corrcoef(torch.stack([batches.flatten(), weights.flatten()]))[0, 1]
    assert abs(together.item()) < 0.12  # 1,200 pairs: 0.029 expected


def test_shared_chance_is_neither_used_nor_moved() -> None:
    before = torch.get_rng_state()
    draws(Members(0, 3).streams("batches"))
    assert torch.equal(torch.get_rng_state(), before)


def test_ranges_are_kept() -> None:
    _, uniform, integers, orders = draws(Members(0, 40).streams("ranges"))
    assert -1 <= uniform.min() < uniform.max() < 2
    assert set(integers.unique().tolist()) == set(range(7))
    assert (orders.sort(dim=1).values == torch.arange(6)).all()


def test_streams_go_on_from_their_state() -> None:
    streams = Members(0, 5).streams("batches")
    streams.normal(7)  # an odd number: half of a pair of normals is kept for the next draw
    state, other = streams.state(), Members(0, 5).streams("batches")
    expected = draws(streams)
    other.restore(state)
    assert all(torch.equal(a, b) for a, b in zip(draws(other), expected, strict=True))
