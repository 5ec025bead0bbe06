"""All cases of a comparison in training: ensembles of one shape each, in lockstep.

Cases advance by rounds: after each, every case has done the same share of its steps, whatever their
number, and is measured.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from sim.nn.recipe import Recipe
from sim.randomness import Members
from sim.training.datasets import Data, Split
from sim.training.ensemble import Ensemble, grouped
from sim.training.loop import train
from sim.training.measures import Measure, validation_loss

Array = NDArray[np.float64]


class Fleet:
    """Every case with every member.

    Args:
        recipes: How each case is trained, by its name.
        data: What all learn from; see `Ensemble`.
        members: The seeds.
        record: What is measured after each round, by name.
        rounds: How often, besides before the first step; fewer where there are fewer steps.
        device: Where to compute.

    Attributes:
        cases: Names, in the order given.
        data: What all learn from, as it was given.
        ensembles: One for all cases of one shape.
        rounds: How many there are.
        rounds_done: How many are behind.
    """

    def __init__(
        self,
        recipes: Mapping[str, Recipe],
        data: Data,
        members: Members,
        *,
        record: Mapping[str, Measure],
        rounds: int,
        device: torch.device,
    ) -> None:
        self.cases = tuple(recipes)
        self.data = data
        self.members = members
        groups = grouped(dict(recipes))
        self.ensembles = [Ensemble(list(group.values()), data, members, device) for group in groups]
        self._place = {
            case: (ensemble, row)
            for ensemble, group in zip(self.ensembles, groups, strict=True)
            for row, case in enumerate(group)
        }
        self._record = record
        self.rounds = min(rounds, max(ensemble.steps for ensemble in self.ensembles))
        self.rounds_done = -1
        blank = (len(self.cases), members.count, self.rounds + 1)
        self._history = {name: np.full(blank, np.nan) for name in record}

    def train(self) -> Iterator[None]:
        """Train all cases to their end; yields after each step and each round."""
        for ended in range(self.rounds_done + 1, self.rounds + 1):
            for ensemble in self.ensembles:
                yield from train(ensemble, until=ensemble.steps * ended // self.rounds)
            self._look(ended)
            yield

    def _look(self, ended: int) -> None:
        for ensemble in self.ensembles:
            if ensemble.stopping is not None:
                ensemble.stopping.look(validation_loss(ensemble))
        for name, measure in self._record.items():
            for case, values in self._by_case(measure).items():
                self._history[name][self.cases.index(case), :, ended] = values
        self.rounds_done = ended

    def _by_case(self, measure: Measure) -> dict[str, Array]:
        found = {id(ensemble): measure(ensemble) for ensemble in self.ensembles}
        return {
            case: to_array(found[id(ensemble)][ensemble.rows(row)])
            for case, (ensemble, row) in self._place.items()
        }

    @property
    def progress(self) -> float:
        """Share of all steps done, from 0 to 1."""
        done = sum(ensemble.steps_done for ensemble in self.ensembles)
        return done / sum(ensemble.steps for ensemble in self.ensembles)

    def history(self, name: str, case: str) -> Array:
        """What was measured so far, from before the first step: ``(members, rounds done + 1)``."""
        return self._history[name][self.cases.index(case), :, : self.rounds_done + 1]

    def last(self, name: str, case: str) -> Array:
        """What was measured last, ``(members,)``."""
        return self.history(name, case)[:, -1]

    def steps(self, case: str) -> Array:
        """Steps taken at each of those moments, ``(rounds done + 1,)``."""
        ensemble, _ = self._place[case]
        ended = np.arange(self.rounds_done + 1)
        return (ended * ensemble.steps // self.rounds).astype(np.float64)

    def epochs(self, case: str) -> Array:
        """The same in passes over the examples."""
        ensemble, _ = self._place[case]
        examples = ensemble.data.train.examples
        size = min(ensemble.recipe.batch_size or examples, examples)
        return self.steps(case) / -(-examples // size)

    def measure(self, measure: Measure, case: str) -> Array:
        """Measure something now, ``(members,)``, or ``(members, …)`` as the measure has it."""
        return to_array(self.of_members(measure, case))

    def of_members(self, found: Measure, case: str) -> Tensor:
        """As `measure`, in the precision it was found in: a tensor on the CPU."""
        ensemble, row = self._place[case]
        return found(ensemble)[ensemble.rows(row)].detach().cpu()

    def outputs(self, case: str, x: Tensor) -> Tensor:
        """What a case's networks answer now; ``(members, examples, …)`` to the same, on the CPU."""
        return self.of_members(lambda ensemble: ensemble.outputs(x), case)

    def parameters(self, case: str) -> dict[str, Tensor]:
        """A case's parameters by name, ``(members, …)``, such as ``0.weight``, on the CPU."""
        ensemble, _ = self._place[case]
        return {name: self.of_members(_parameter(name), case) for name in ensemble.columns}

    def hand_over(self, case: str, parameters: Mapping[str, Tensor]) -> None:
        """Give a case's networks other parameters, as `parameters` has them."""
        ensemble, row = self._place[case]
        for name, values in parameters.items():
            place = ensemble.values[ensemble.rows(row), ensemble.columns[name]]
            place.copy_(values.flatten(1))

    def examples_of(self, case: str) -> Split:
        """What a case learns from, of each member, on the CPU."""
        ensemble, _ = self._place[case]
        return self.data.train.first(ensemble.recipe.examples)

    def state(self) -> dict[str, Any]:
        """All that is needed to go on from here."""
        return {
            "rounds_done": self.rounds_done,
            "history": {
                name: torch.from_numpy(kept.copy()) for name, kept in self._history.items()
            },
            "ensembles": [ensemble.state() for ensemble in self.ensembles],
        }

    def restore(self, state: dict[str, Any]) -> None:
        """Go on from a `state` of a fleet made of the same recipes, data and members."""
        self.rounds_done = state["rounds_done"]
        self._history = {name: kept.numpy().copy() for name, kept in state["history"].items()}
        for ensemble, saved in zip(self.ensembles, state["ensembles"], strict=True):
            ensemble.restore(saved)


def _parameter(name: str) -> Measure:
    return lambda ensemble: ensemble.network.get_parameter(name)


def to_array(values: Tensor) -> Array:
    """A tensor's numbers as NumPy has them, in double precision."""
    return values.detach().to("cpu", torch.float64).numpy()
