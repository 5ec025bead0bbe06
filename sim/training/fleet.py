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
from sim.training.chunks import chunks, joined, narrowed
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
        parts = chunks(members, device)
        self._parts = [part.among(members) for part in parts]
        groups = grouped(dict(recipes))
        self._groups = [
            [Ensemble(list(group.values()), data.of(p.among(members)), p, device) for p in parts]
            for group in groups
        ]
        self._place = {
            case: (ensembles, number)
            for ensembles, group in zip(self._groups, groups, strict=True)
            for number, case in enumerate(group)
        }
        self._record = record
        self.rounds = min(rounds, max(ensemble.steps for ensemble in self.ensembles))
        self.rounds_done = -1
        blank = (len(self.cases), members.count, self.rounds + 1)
        self._history = {name: np.full(blank, np.nan) for name in record}

    def train(self) -> Iterator[None]:
        """Train all cases to their end; yields after each step and each round."""
        for ended in range(self.rounds_done + 1, self.rounds + 1):
            for group in self._groups:
                until = group[0].steps * ended // self.rounds
                for _ in zip(*(train(ensemble, until) for ensemble in group), strict=True):
                    yield  # no chunk is a step ahead here: a run may be saved
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
        return {case: self.measure(lambda one: found[id(one)], case) for case in self.cases}

    @property
    def ensembles(self) -> list[Ensemble]:
        """One for all cases of one shape; several where members compute in chunks."""
        return [ensemble for group in self._groups for ensemble in group]

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
        ended = np.arange(self.rounds_done + 1)
        return (ended * self._one_of(case).steps // self.rounds).astype(np.float64)

    def epochs(self, case: str) -> Array:
        """The same in passes over the examples."""
        one = self._one_of(case)
        examples = one.data.train.examples
        size = min(one.recipe.batch_size or examples, examples)
        return self.steps(case) / -(-examples // size)

    def _one_of(self, case: str) -> Ensemble:
        """Any ensemble that a case trains in: recipes and steps are alike in all."""
        return self._place[case][0][0]

    def measure(self, measure: Measure, case: str) -> Array:
        """Measure something now, ``(members,)``, or ``(members, …)`` as the measure has it."""
        return to_array(self.of_members(measure, case))

    def of_members(self, found: Measure, case: str) -> Tensor:
        """As `measure`, in the precision it was found in: a tensor on the CPU."""
        group, number = self._place[case]
        return torch.cat([found(one)[one.networks(number)].detach().cpu() for one in group])

    def outputs(self, case: str, x: Tensor) -> Tensor:
        """What a case's networks answer now; ``(members, examples, …)`` to the same, on the CPU."""
        group, number = self._place[case]
        found = zip(group, self._parts, strict=True)
        return torch.cat([one.outputs(x[part])[one.networks(number)].cpu() for one, part in found])

    def parameters(self, case: str) -> dict[str, Tensor]:
        """A case's parameters by name, ``(members, …)``, such as ``0.weight``, on the CPU."""
        names = self._one_of(case).columns
        return {name: self.of_members(_parameter(name), case) for name in names}

    def hand_over(self, case: str, parameters: Mapping[str, Tensor]) -> None:
        """Give a case's networks other parameters, as `parameters` has them."""
        group, number = self._place[case]
        for one, part in zip(group, self._parts, strict=True):
            for name, values in parameters.items():
                one.hand_over(number, name, values[part])

    def examples_of(self, case: str) -> Split:
        """What a case learns from, of each member, on the CPU."""
        return self.data.train.first(self._one_of(case).recipe.examples)

    def state(self) -> dict[str, Any]:
        """All that is needed to go on from here."""
        return {
            "rounds_done": self.rounds_done,
            "history": {
                name: torch.from_numpy(kept.copy()) for name, kept in self._history.items()
            },
            "groups": [joined([one.state() for one in group]) for group in self._groups],
        }

    def restore(self, state: dict[str, Any]) -> None:
        """Go on from a `state` of a fleet made of the same recipes, data and members."""
        self.rounds_done = state["rounds_done"]
        self._history = {name: kept.numpy().copy() for name, kept in state["history"].items()}
        for group, saved in zip(self._groups, state["groups"], strict=True):
            for one, part in zip(group, self._parts, strict=True):
                one.restore(narrowed(saved, part))


def _parameter(name: str) -> Measure:
    return lambda ensemble: ensemble.network.get_parameter(name)


def to_array(values: Tensor) -> Array:
    """A tensor's numbers as NumPy has them, in double precision."""
    return values.detach().to("cpu", torch.float64).numpy()
