"""Small ensembles and fleets, and their witnesses: PyTorch's own networks, one at a time."""

from collections.abc import Mapping

import torch
from torch import Tensor, nn

from sim.nn.recipe import Recipe
from sim.randomness import Members
from sim.training.datasets import Data, Split
from sim.training.ensemble import Ensemble
from sim.training.fleet import Fleet
from sim.training.measures import train_loss, validation_loss

CPU = torch.device("cpu")
RECORD = {"train": train_loss, "validation": validation_loss}


def ensemble(*recipes: Recipe, data: Data) -> Ensemble:
    return Ensemble(recipes, data, Members(0, len(data.train.x)), CPU)


def fleet(recipes: Mapping[str, Recipe], data: Data, members: Members, *, rounds: int = 5) -> Fleet:
    return Fleet(recipes, data, members, record=RECORD, rounds=rounds, device=CPU)


def finished(fleet: Fleet) -> Fleet:
    for _ in fleet.train():
        pass
    return fleet


def noisy(
    members: Members, *shape: int, examples: int = 45, classes: int = 3, numbers: int | None = None
) -> Data:
    """Examples without meaning, ``(members, examples, *shape)``, and classes or numbers."""
    streams = members.streams("noisy")

    def split(count: int) -> Split:
        x = streams.normal(count, *shape)
        if numbers is None:
            return Split(x, streams.integers(classes, count))
        return Split(x, streams.uniform(count, numbers).round())

    return Data(split(examples), split(examples - 7))


def linear(weight: Tensor, bias: Tensor | None) -> nn.Linear:
    """PyTorch's layer with one network's parameters."""
    layer = nn.Linear(weight.shape[1], weight.shape[0], bias=bias is not None)
    with torch.no_grad():
        layer.weight.copy_(weight)
        if bias is not None:
            layer.bias.copy_(bias.flatten())
    return layer


def plain(ensemble: Ensemble, member: int, between: type[nn.Module] = nn.ReLU) -> nn.Sequential:
    """One network of a perceptron as anyone would write it, with the same parameters."""
    named = {n: p.detach()[member] for n, p in ensemble.network.named_parameters()}
    layers: list[nn.Module] = []
    for name, weight in named.items():
        if name.endswith("weight"):
            bias = named.get(name.replace("weight", "bias"))
            layers += [linear(weight, bias), between()]
    return nn.Sequential(*layers[:-1])


def flat(network: nn.Module) -> Tensor:
    """All parameters in a row."""
    return torch.cat([p.detach().flatten() for p in network.parameters()])
