"""One run of one experiment from the inside: its members, where it computes, what it trains."""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping
from typing import Any

import torch

from sim.declaration import Frame
from sim.errors import OutdatedStateError
from sim.nn.recipe import Recipe
from sim.pictures import Picture
from sim.randomness import Members, Streams
from sim.training.datasets import Data
from sim.training.fleet import Fleet
from sim.training.measures import Measure

ROUNDS = 50
Draw = Callable[[Fleet], tuple[Picture, ...]]


class Trial:
    """What an experiment's `run` is given.

    Args:
        members: The seeds.
        device: Where to compute.
        state: Of a trial that was saved; its experiment runs again from the start, and each
            training goes on from where it was.

    Attributes:
        members: The seeds.
        device: Where networks compute.
    """

    def __init__(
        self, members: Members, device: torch.device, state: dict[str, Any] | None = None
    ) -> None:
        self.members = members
        self.device = device
        self._fleets: list[Fleet] = []
        self._saved: list[dict[str, Any]] = state["fleets"] if state else []

    def streams(self, purpose: str) -> Streams:
        """Chance of the members, for the purpose named."""
        return self.members.streams(purpose)

    def train(
        self,
        recipes: Mapping[str, Recipe],
        data: Data,
        *,
        record: Mapping[str, Measure],
        draw: Draw,
        start: Callable[[Fleet], None] | None = None,
        rounds: int = ROUNDS,
        share: tuple[float, float] = (0.0, 1.0),
    ) -> Generator[Frame, None, Fleet]:
        """Train cases side by side; use it as ``fleet = yield from trial.train(…)``.

        Args:
            recipes: How each case is trained, by its name.
            data: What all learn from.
            record: What is measured in each network after each round, by name.
            draw: The pictures of a moment.
            start: Changes the networks before their first step, such as weights learnt elsewhere.
            rounds: How many moments are measured, besides the start.
            share: Which part of the whole run's progress this training is.

        Returns:
            The trained networks with their history.

        Raises:
            OutdatedStateError: If the state of the trial is not one of such networks.
        """
        fleet = Fleet(recipes, data, self.members, record=record, rounds=rounds, device=self.device)
        if len(self._fleets) < len(self._saved):
            _restore(fleet, self._saved[len(self._fleets)])
        elif start is not None:
            start(fleet)
        self._fleets.append(fleet)
        begin, end = share
        for _ in fleet.train():
            progress = begin + (end - begin) * fleet.progress
            yield Frame(progress, lambda: draw(fleet) if fleet.rounds_done >= 0 else ())
        return fleet

    def untrained(self, recipes: Mapping[str, Recipe], data: Data) -> Fleet:
        """Networks as they are before their first step, to look into."""
        return Fleet(recipes, data, self.members, record={}, rounds=1, device=self.device)

    def state(self) -> dict[str, Any]:
        """All that is needed to go on later, as tensors and numbers."""
        return {"fleets": [fleet.state() for fleet in self._fleets]}


def _restore(fleet: Fleet, saved: dict[str, Any]) -> None:
    try:
        fleet.restore(saved)
    except torch.OutOfMemoryError:
        raise
    except (LookupError, RuntimeError, TypeError, ValueError, AttributeError) as error:
        raise OutdatedStateError from error
