"""Networks that compute a few at a time, as on a card: who reads the results sees no difference."""

from dataclasses import replace

import numpy as np
import pytest
import torch

from sim.nn.recipe import BatchNorm, Dense, Loss, Method, Network, Recipe, Recurrent, mlp
from sim.randomness import Members, filled
from sim.training.chunks import ROWS, chunks
from sim.training.datasets import Data, Split, shared
from sim.training.fleet import Fleet
from tests.sim.networks import CPU, RECORD, finished, fleet, noisy

CARD = torch.device("cuda")
MEMBERS = Members(10, 7)
AFTER = 5  # yields: in the middle of a round
PLAIN = Recipe(network=mlp(6, 3), batch_size=10, epochs=2)
CASES: dict[str, tuple[Recipe, tuple[int, ...]]] = {
    "plain": (PLAIN, (16,)),
    "adam, everything at once": (replace(PLAIN, method=Method.ADAM, batch_size=None), (16,)),
    "penalties": (replace(PLAIN, l1=0.01, l2=0.01, clip_norm=0.5, patience=1), (16,)),
    "dropout and norm": (replace(PLAIN, network=mlp(6, 3, norm=BatchNorm(), dropout=0.3)), (16,)),
    "moved": (replace(PLAIN, augmentation="shift"), (16,)),
    "noised": (replace(PLAIN, augmentation="noise"), (16,)),
    "lstm": (replace(PLAIN, network=Network((Recurrent("lstm", 4), Dense(3)))), (5, 2)),
}


def made(name: str) -> Fleet:
    """Two cases in one pass, and one of another shape."""
    recipe, shape = CASES[name]
    recipes = {
        "slow": recipe,
        "quick": replace(recipe, learning_rate=0.3),
        "mse": replace(recipe, loss=Loss.SOFTMAX_MSE),
    }
    return fleet(recipes, noisy(MEMBERS, *shape, examples=30), MEMBERS)


@pytest.fixture
def small_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    """On the processor, where their bits can be compared; the last has one member in three rows."""
    monkeypatch.setitem(ROWS, "cpu", 3)


def test_a_processor_takes_all_at_once() -> None:
    assert chunks(Members(5, 1000), CPU) == [Members(5, 1000)]


@pytest.mark.parametrize("count", [1, 63, 64, 65, 1000])
def test_on_a_card_every_pass_has_the_same_number_of_rows(count: int) -> None:
    members = Members(5, count)
    parts = chunks(members, CARD)
    assert {part.rows for part in parts} == {ROWS["cuda"]}
    assert [seed for part in parts for seed in part.seeds] == list(members.seeds)
    assert [k for p in parts for k in range(count)[p.among(members)]] == list(range(count))


def test_rows_that_are_left_over_hold_the_members_again() -> None:
    of_members = torch.tensor([[1, 2], [3, 4]])
    assert filled(of_members, 5).tolist() == [[1, 2], [3, 4], [1, 2], [3, 4], [1, 2]]
    assert filled(of_members, 3, dim=1).tolist() == [[1, 2, 1], [3, 4, 3]]
    assert filled(of_members, 2) is of_members


@pytest.mark.parametrize("name", CASES)
def test_chunks_change_no_bit(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = finished(made(name))
    monkeypatch.setitem(ROWS, "cpu", 3)
    divided = finished(made(name))
    assert len(divided.ensembles) == 3 * len(whole.ensembles)
    x = whole.data.validation.x
    for case in whole.cases:
        for key in RECORD:
            np.testing.assert_array_equal(divided.history(key, case), whole.history(key, case))
        assert torch.equal(divided.outputs(case, x), whole.outputs(case, x))
        ours, theirs = divided.parameters(case), whole.parameters(case)
        assert all(torch.equal(ours[key], theirs[key]) for key in theirs)


@pytest.mark.skipif(not torch.cuda.is_available(), reason="needs a CUDA card")
@pytest.mark.parametrize("name", CASES)
def test_company_changes_no_bit_on_a_card(name: str) -> None:
    recipe, shape = CASES[name]

    def trained(members: Members) -> Fleet:
        data = noisy(members, *shape, examples=30)
        return finished(Fleet({"a": recipe}, data, members, record=RECORD, rounds=4, device=CARD))

    crowd = trained(Members(0, 70))  # in two chunks
    for first, count in ((0, 1), (2, 5), (63, 3), (69, 1)):
        few = trained(Members(first, count))
        for key in RECORD:
            theirs = crowd.history(key, "a")[first : first + count]
            np.testing.assert_array_equal(few.history(key, "a"), theirs)


@pytest.mark.parametrize("rows", [(None, 3), (3, None), (3, 2)], ids=str)
@pytest.mark.parametrize("name", CASES)
def test_a_run_goes_on_where_chunks_are_others(
    name: str, rows: tuple[int | None, int | None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """As one that was paused on a card and resumed on a processor: here to the last bit."""
    through = finished(made(name))
    first, second = (_in_chunks_of(count, name, monkeypatch) for count in rows)
    steps = first.train()
    for _ in range(AFTER):
        next(steps)
    saved = first.state()
    for _ in steps:  # what goes on after the saving must not reach what was saved
        pass
    second.restore(saved)
    finished(second)
    for case in through.cases:
        for key in RECORD:
            np.testing.assert_array_equal(second.history(key, case), through.history(key, case))


def _in_chunks_of(rows: int | None, name: str, monkeypatch: pytest.MonkeyPatch) -> Fleet:
    with monkeypatch.context() as patch:
        if rows is not None:
            patch.setitem(ROWS, "cpu", rows)
        return made(name)


@pytest.mark.usefixtures("small_chunks")
def test_parameters_are_handed_over_to_each_members_network() -> None:
    trained = finished(made("plain"))
    x = trained.data.validation.x
    trained.hand_over("mse", trained.parameters("slow"))
    assert torch.equal(trained.outputs("mse", x), trained.outputs("slow", x))


@pytest.mark.usefixtures("small_chunks")
def test_examples_that_all_share_are_each_members_own() -> None:
    split = Split(shared(torch.eye(4), MEMBERS.count), shared(torch.arange(4), MEMBERS.count))
    recipes = {"a": Recipe(network=mlp(5, 4), batch_size=2, epochs=3)}
    divided = finished(fleet(recipes, Data(split, split), MEMBERS))
    loss = divided.history("train", "a")
    assert np.isfinite(loss).all()
    assert len(np.unique(loss[:, -1])) == MEMBERS.count
