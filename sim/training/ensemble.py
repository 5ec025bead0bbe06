"""Networks of one shape that train in one pass: every compared case with every member.

Network ``case · rows + member`` is the member's in that case; there are as many rows as members,
or more (see `sim.training.chunks`). All parameters lie in one matrix, a row a network; the layers
look into it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import torch
from torch import Tensor

from sim.nn.backpropagation import Backpropagation, is_plain
from sim.nn.initialisation import is_weight
from sim.nn.layers import StackedBatchNorm, StackedDropout
from sim.nn.losses import LOSSES
from sim.nn.networks import Stack
from sim.nn.optimisers import Optimiser
from sim.nn.recipe import Recipe
from sim.randomness import Members, Streams, filled
from sim.training.augmentation import AUGMENTATIONS
from sim.training.chunks import State, mapped
from sim.training.datasets import Data, Split, take
from sim.training.early_stopping import EarlyStopping
from sim.training.parameters import side_by_side


class Ensemble:
    """Cases that share a `Recipe.shape`, each with one network a member.

    Args:
        recipes: One a case.
        data: What each member learns from and is judged by.
        members: The seeds.
        device: Where to compute.

    Attributes:
        network: ``(networks, examples, …)`` to outputs.
        values: All parameters, ``(networks, parameters)``, a row filled up with zeros.
        columns: Which of them each named parameter has.
        steps_done: Steps taken so far.
        steps: Steps to take in all.
    """

    def __init__(
        self, recipes: Sequence[Recipe], data: Data, members: Members, device: torch.device
    ) -> None:
        self.recipes = tuple(recipes)
        self.members = members
        self.device = device
        self.recipe = recipes[0]
        learnt = data.with_train(data.train.first(self.recipe.examples))
        self.data = learnt.on(device, members.rows)
        self.network = Stack(
            [recipe.network for recipe in recipes], data.train.x.shape[-1], members
        )
        if device.type != "cpu":  # it goes through every layer, even if there is nothing to do
            self.network.to(device)
        self._named = dict(self.network.named_parameters())  # once: a walk takes 1.5 ms if deep
        self._with_modes = [
            layer
            for layer in self.network.modules()
            if isinstance(layer, StackedBatchNorm | StackedDropout)
        ]
        self.values, self.columns = side_by_side(self._named)
        self.loss = LOSSES[self.recipe.loss]
        self._gradient = torch.zeros_like(self.values)
        self._by_hand = (
            Backpropagation(self.network, self.recipe.loss, self._places(self._gradient))
            if is_plain(self.network, self.recipe.loss)
            else None
        )
        self.steps = self.recipe.steps_for(self.data.train.examples)
        self.steps_done = 0
        self._seen: dict[object, tuple[Tensor, list[Tensor]]] = {}
        self._seen_at = -1
        self._prepare_training()
        self._prepare_batches()

    def _prepare_training(self) -> None:
        self.rate = self._each(lambda recipe: recipe.learning_rate)
        self.l1 = self._penalty(lambda recipe: recipe.l1)
        self.l2 = self._penalty(lambda recipe: recipe.l2)
        self.clip_norm = self._bounds(lambda recipe: recipe.clip_norm)
        patience = self._bounds(lambda recipe: recipe.patience)
        self.stopping = None if patience is None else EarlyStopping(patience[:, 0], self.values)
        self.optimiser = Optimiser(
            self.recipe.method,
            self.values,
            [recipe.learning_rate for recipe in self.recipes for _ in range(self.members.rows)],
            momentum=self.recipe.momentum,
            second=self.recipe.second,
            decay=self._penalty(lambda recipe: recipe.decay),
        )

    def _each(self, number: Callable[[Recipe], float]) -> Tensor:
        """A number of each network's recipe, ``(networks, 1)``."""
        numbers = [float(number(r)) for r in self.recipes for _ in range(self.members.rows)]
        return torch.tensor(numbers, device=self.device).unsqueeze(1)

    def _penalty(self, number: Callable[[Recipe], float]) -> Tensor | None:
        """A number of each network's recipe by weight, ``(networks, parameters)``; 0 by biases."""
        if not any(number(recipe) for recipe in self.recipes):
            return None
        weights = self.values.new_zeros(self.values.shape[1])
        for name, parameter in self._named.items():
            weights[self.columns[name]] = float(is_weight(name, parameter))
        return self._each(number) * weights

    def _bounds(self, bound: Callable[[Recipe], float | None]) -> Tensor | None:
        """As `_each`, infinite where a recipe has none; None where no recipe has one."""
        found = [bound(recipe) for recipe in self.recipes]
        if all(value is None for value in found):
            return None
        return self._each(lambda r: torch.inf if (value := bound(r)) is None else value)

    def _prepare_batches(self) -> None:
        examples = self.data.train.examples
        self._batch_size = min(self.recipe.batch_size or examples, examples)
        self._orders = self.members.streams("batches")
        self._order: Tensor | None = None
        self._shuffled = self.data.train
        self._augment = AUGMENTATIONS.get(self.recipe.augmentation or "")
        self._changes = self.members.streams("augmentation")
        self._whole = (
            (self.for_networks(self.data.train.x), self.for_networks(self.data.train.y))
            if self._batch_size == examples and self._augment is None
            else None
        )

    def for_networks(self, of_members: Tensor) -> Tensor:
        """What each row has, given to its network in every case: ``(networks, …)``."""
        if len(self.recipes) == 1:
            return of_members
        return of_members.expand(len(self.recipes), *of_members.shape).flatten(0, 1)

    def next_batch(self) -> tuple[Tensor, Tensor]:
        """Examples and answers for the next step, ``(networks, batch, …)``.

        Each member goes through its examples in an order of its own, anew every epoch.
        """
        if self._whole is not None:
            return self._whole
        steps_an_epoch = -(-self.data.train.examples // self._batch_size)
        place = self.steps_done % steps_an_epoch
        if place == 0:
            self._shuffle(self._orders.permutations(self.data.train.examples))
        batch = slice(place * self._batch_size, (place + 1) * self._batch_size)
        x = self._shuffled.x[:, batch]
        if self._augment is not None:
            x = self._augment(x, self._changes)
        return self.for_networks(x), self.for_networks(self._shuffled.y[:, batch])

    def _shuffle(self, order: Tensor) -> None:
        """Lay each member's examples out in an order, once an epoch: batches are slices of it."""
        self._order = order
        rows = filled(order.to(self.device), self.members.rows)
        self._shuffled = Split(take(self.data.train.x, rows), take(self.data.train.y, rows))

    def loss_gradient(self, x: Tensor, y: Tensor) -> Tensor:
        """Of each network's mean loss on a batch by its parameters, ``(networks, parameters)``.

        What it returns is overwritten by the next call.
        """
        if self._by_hand is not None:
            self._by_hand.run(x, y)
            return self._gradient
        return self.gradient(self.loss(self.network(x), y))

    def gradient(self, loss: Tensor) -> Tensor:
        """Of any loss ``(networks,)`` by the parameters, ``(networks, parameters)``."""
        gradient = torch.zeros_like(self.values)
        parts = torch.autograd.grad(loss.sum(), tuple(self._named.values()))
        for place, part in zip(self._places(gradient), parts, strict=True):
            place.copy_(part)
        return gradient

    def _places(self, matrix: Tensor) -> list[Tensor]:
        """Where each parameter is in a matrix laid out as `values`, in the parameter's shape."""
        return [
            matrix[:, self.columns[name]].view(kept.shape) for name, kept in self._named.items()
        ]

    def outputs(self, x: Tensor) -> Tensor:
        """What the networks answer when they are used, not trained: ``(networks, examples, …)``.

        Args:
            x: ``(members, examples, …)``.
        """
        return self.layer_outputs(x)[-1]

    @torch.no_grad()
    def layer_outputs(self, x: Tensor) -> list[Tensor]:
        """What each layer gives then, in order; kept until the next step, for several measures.

        Args:
            x: ``(members, examples, …)``.
        """
        version = self.values._version
        key = x.data_ptr(), x.shape
        if self._seen_at != version:
            self._seen, self._seen_at = {}, version
        if key not in self._seen:
            self._train(is_training=False)
            rows = filled(x.to(self.device), self.members.rows)
            outputs = self.network.layer_outputs(self.for_networks(rows))
            self._train(is_training=True)
            self._seen[key] = x, outputs  # x kept too: let go, its address would be another's
        return self._seen[key][1]

    def _train(self, *, is_training: bool) -> None:
        """As `nn.Module.train`, which takes a millisecond where networks are deep."""
        for layer in self._with_modes:
            layer.train(is_training)

    def loss_on(self, split: Split) -> Tensor:
        """The loss without penalties, ``(networks,)``."""
        return self.loss(self.outputs(split.x), self.for_networks(split.y))

    def networks(self, case: int) -> slice:
        """The networks of a case, one a member."""
        begin = case * self.members.rows
        return slice(begin, begin + self.members.count)

    def hand_over(self, case: int, name: str, values: Tensor) -> None:
        """Give a case's networks other values of a parameter, ``(members, …)``."""
        rows = self.members.rows
        of_case = self.values[case * rows : (case + 1) * rows, self.columns[name]]
        of_case.copy_(filled(values.flatten(1), rows))

    def state(self) -> State:
        """All that is needed to go on from here, bit for bit, on any device."""
        kept = {
            "values": self.values,
            "buffers": dict(self.network.named_buffers()),
            "optimiser": self.optimiser.state(),
            "stopping": self.stopping.state() if self.stopping else None,
        }
        return {
            "steps_done": self.steps_done,
            "networks": mapped(self._by_member, kept),
            "order": None if self._order is None else self._order.unsqueeze(0),
            "streams": [streams.state().unsqueeze(0) for streams in self._all_streams()],
        }

    def restore(self, state: State) -> None:
        """Go on from a `state` of an ensemble with the same recipes, data and members."""
        kept = mapped(self._by_network, state["networks"])
        self.steps_done = state["steps_done"]
        self.values.copy_(kept["values"])
        for name, buffer in self.network.named_buffers():
            buffer.copy_(kept["buffers"][name])
        self.optimiser.restore(kept["optimiser"])
        if self.stopping is not None:
            self.stopping.restore(kept["stopping"])
        if (order := state["order"]) is not None:
            self._shuffle(order.squeeze(0))
        for streams, saved in zip(self._all_streams(), state["streams"], strict=True):
            streams.restore(saved.squeeze(0))

    def _by_member(self, of_networks: Tensor) -> Tensor:
        """``(networks, …)`` to ``(cases, members, …)``, a copy; a single number stays one."""
        if of_networks.ndim == 0:
            return of_networks.clone()
        by_case: Tensor = of_networks.unflatten(0, (len(self.recipes), self.members.rows))
        return by_case[:, : self.members.count].clone()

    def _by_network(self, by_member: Tensor) -> Tensor:
        if by_member.ndim == 0:
            return by_member
        return filled(by_member, self.members.rows, dim=1).flatten(0, 1)

    def _all_streams(self) -> list[Streams]:
        dropouts = [m.streams for m in self.network.modules() if isinstance(m, StackedDropout)]
        return [self._orders, self._changes, *dropouts]


def grouped(recipes: dict[str, Recipe]) -> list[dict[str, Recipe]]:
    """Cases that can train in one pass, together; the order of cases is kept."""
    groups: dict[Recipe, dict[str, Recipe]] = {}
    for name, recipe in recipes.items():
        groups.setdefault(replace(recipe.shape), {})[name] = recipe
    return list(groups.values())
