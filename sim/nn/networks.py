"""From what a network is made of to the stack of them that trains."""

from __future__ import annotations

from collections.abc import Sequence

from torch import Tensor, nn

from sim.nn import recipe
from sim.nn.initialisation import start_dense, start_recurrent
from sim.nn.layers import (
    StackedActivation,
    StackedBatchNorm,
    StackedDense,
    StackedDropout,
    StackedLayerNorm,
    StackedPReLU,
    StackedResidual,
)
from sim.nn.recurrent import StackedGRU, StackedLSTM, StackedRNN
from sim.randomness import Members

_CELLS: dict[str, type[StackedRNN]] = {"rnn": StackedRNN, "lstm": StackedLSTM, "gru": StackedGRU}


class Stack(nn.Sequential):
    """Networks of one shape, side by side; the first axis of all they take and give.

    Args:
        networks: One a case, alike but for where weights start.
        inputs: Features of an example.
        members: The seeds; every case has one network a row of theirs, in that order.
    """

    def __init__(self, networks: Sequence[recipe.Network], inputs: int, members: Members) -> None:
        builder = _Builder(networks, members)
        layers, self.outputs = builder.layers(networks[0].layers, inputs)
        super().__init__(*layers)

    def layer_outputs(self, x: Tensor) -> list[Tensor]:
        """What each layer gives, in order, the last being the networks' output.

        Each is ``(networks, examples, units)``; a recurrent layer gives its last state.
        """
        found = []
        for layer in self:
            x = layer(x)
            found.append(x)
        return found


class _Builder:
    """Makes layers in order; each case starts from the members' same streams."""

    def __init__(self, networks: Sequence[recipe.Network], members: Members) -> None:
        self._networks = networks
        self._members = members
        self._streams = [members.streams("weights") for _ in networks]
        self._dropouts = 0
        self._activations: dict[str, StackedActivation] = {}

    def layers(self, specs: Sequence[recipe.Layer], inputs: int) -> tuple[list[nn.Module], int]:
        """The layers, and how many units the last one gives."""
        made = []
        for spec in specs:
            layer, inputs = self._layer(spec, inputs)
            made.append(layer)
        return made, inputs

    def _layer(self, spec: recipe.Layer, inputs: int) -> tuple[nn.Module, int]:
        count = len(self._networks) * self._members.rows
        match spec:
            case recipe.Dense(units, has_bias):
                return self._dense(StackedDense(count, inputs, units, has_bias=has_bias)), units
            case recipe.Recurrent(cell, units):
                return self._recurrent(_CELLS[cell](count, inputs, units), spec), units
            case recipe.Activation("prelu"):
                return StackedPReLU(count), inputs
            case recipe.Activation(name):
                return self._activation(name), inputs
            case recipe.BatchNorm():
                return StackedBatchNorm(count, inputs), inputs
            case recipe.LayerNorm():
                return StackedLayerNorm(count, inputs), inputs
            case recipe.Dropout(p):
                self._dropouts += 1
                streams = self._members.streams(f"dropout {self._dropouts}")
                return StackedDropout(p, streams), inputs
            case recipe.Residual(layers):
                inner, outputs = self.layers(layers, inputs)
                return StackedResidual(*inner), outputs

    def _activation(self, name: str) -> StackedActivation:
        """The same each time: it keeps nothing, and deep networks have dozens."""
        if name not in self._activations:
            self._activations[name] = StackedActivation(name)
        return self._activations[name]

    def _dense(self, layer: StackedDense) -> StackedDense:
        for case, network in enumerate(self._networks):
            start_dense(layer, network.init, self._streams[case], self._rows(case))
        return layer

    def _recurrent(self, layer: StackedRNN, spec: recipe.Recurrent) -> StackedRNN:
        for case, network in enumerate(self._networks):
            start_recurrent(layer, spec, network.init, self._streams[case], self._rows(case))
        return layer

    def _rows(self, case: int) -> slice:
        return slice(case * self._members.rows, (case + 1) * self._members.rows)
