"""What a network is made of and how it is trained, as plain frozen data.

Recipes that differ only in numbers which stack (learning rate, penalties, initial weights) train
in one pass; see `sim.grouping`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Literal


@dataclass(frozen=True, slots=True)
class Dense:
    """A linear layer of so many units."""

    units: int
    has_bias: bool = True


@dataclass(frozen=True, slots=True)
class Activation:
    """A function of `sim.nn.activations`, or ``"prelu"``, whose slope is learnt."""

    name: str


@dataclass(frozen=True, slots=True)
class BatchNorm:
    """Each unit normalised over the batch, then scaled and shifted."""


@dataclass(frozen=True, slots=True)
class LayerNorm:
    """Each example normalised over its units, then scaled and shifted."""


@dataclass(frozen=True, slots=True)
class Dropout:
    """Each activation set to zero with probability `p` while training (inverted dropout)."""

    p: float


@dataclass(frozen=True, slots=True)
class Residual:
    """``x + F(x)``, where `layers` are F and keep the width."""

    layers: tuple[Layer, ...]


@dataclass(frozen=True, slots=True)
class Recurrent:
    """A cell run over time, ``(…, time, features)`` to its last state ``(…, units)``.

    Attributes:
        cell: ``"rnn"`` (tanh), ``"lstm"`` or ``"gru"``.
        units: Size of the state.
        recurrent_scale: The recurrent matrix starts orthogonal times this; None for the same
            initialisation as all other weights.
        forget_bias: What the gate that decides how much is kept starts with: the LSTM's forget
            gate, the GRU's update gate.
    """

    cell: Literal["rnn", "lstm", "gru"]
    units: int
    recurrent_scale: float | None = None
    forget_bias: float = 0.0


Layer = Dense | Activation | BatchNorm | LayerNorm | Dropout | Residual | Recurrent


class InitKind(StrEnum):
    """How weights start; biases start at 0 except with PyTorch's default."""

    ZERO = "zero"
    CONSTANT = "constant"
    NORMAL = "normal"
    XAVIER = "xavier"
    XAVIER_UNIFORM = "xavier_uniform"
    HE = "he"
    TORCH = "torch"


@dataclass(frozen=True, slots=True)
class Init:
    """Where weights start.

    Attributes:
        kind: The rule.
        scale: Standard deviation of NORMAL, value of CONSTANT, factor on the standard deviation
            of XAVIER, XAVIER_UNIFORM and HE.
    """

    kind: InitKind = InitKind.HE
    scale: float = 1.0


class Loss(StrEnum):
    """What training makes smaller; each is a mean over the examples of a batch."""

    MSE = "mse"
    BCE = "bce"  # of logits, with targets 0 or 1
    CROSS_ENTROPY = "cross_entropy"  # of logits, with class numbers
    MULTI_LABEL_BCE = "multi_label_bce"  # of logits, with a 0 or 1 for each label
    SHARED_CROSS_ENTROPY = "shared_cross_entropy"  # same targets, each label an equal share of 1
    SOFTMAX_MSE = "softmax_mse"  # mean squared error of probabilities against one-hot targets


class Method(StrEnum):
    """How a gradient becomes a step."""

    SGD = "sgd"  # gradient descent, whatever the batch
    MOMENTUM = "momentum"
    RMSPROP = "rmsprop"
    ADAM = "adam"
    ADAMW = "adamw"


@dataclass(frozen=True, slots=True)
class Network:
    """Layers in order, and where their weights start."""

    layers: tuple[Layer, ...]
    init: Init = Init()


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """How one network is trained.

    Attributes:
        network: What it is made of.
        loss: What is made smaller.
        method: The optimiser.
        learning_rate: η.
        momentum: Share of the last step kept (MOMENTUM), β₁ of Adam.
        second: Share of the squared gradient's average kept: β₂ of Adam, α of RMSProp.
        batch_size: Examples a step; None for all of them.
        epochs: Passes over the examples; None where `steps` says how long.
        steps: Steps in all; None where `epochs` says how long.
        examples: How many of the training examples it may see; None for all.
        l1: λ₁ of a penalty ``λ₁ Σ|w|`` on weights (never biases).
        l2: λ₂ of a penalty ``λ₂ Σw²`` on weights (never biases); both for elastic net.
        is_l1_proximal: Apply L1 by soft thresholding after each step, which gives exact zeros.
        decay: AdamW's decoupled weight decay, biases left alone.
        clip_norm: Greatest norm of a gradient; None to leave it.
        augmentation: What is done to the examples of each batch; see `sim.training.augmentation`.
        patience: Rounds without a lower validation loss after which it stops and takes its best
            weights back (early stopping); None to go on.
    """

    network: Network
    loss: Loss = Loss.CROSS_ENTROPY
    method: Method = Method.SGD
    learning_rate: float = 0.1
    momentum: float = 0.9
    second: float = 0.999
    batch_size: int | None = None
    epochs: int | None = None
    steps: int | None = None
    examples: int | None = None
    l1: float = 0.0
    l2: float = 0.0
    is_l1_proximal: bool = False
    decay: float = 0.0
    clip_norm: float | None = None
    augmentation: str | None = None
    patience: int | None = None

    def steps_for(self, examples: int) -> int:
        """How many steps it takes in all, with so many examples to learn from."""
        if self.steps is not None:
            return self.steps
        size = min(self.batch_size or examples, examples)
        return (self.epochs or 0) * -(-examples // size)

    @property
    def shape(self) -> Recipe:
        """What recipes must share to train in one pass: all but the numbers that stack."""
        return replace(
            self,
            network=replace(self.network, init=Init()),
            learning_rate=0.0,
            l1=0.0,
            l2=0.0,
            decay=0.0,
            clip_norm=None,
            patience=None,
        )


def mlp(
    *widths: int,
    activation: str = "relu",
    init: Init | None = None,
    norm: BatchNorm | LayerNorm | None = None,
    dropout: float = 0.0,
) -> Network:
    """A multilayer perceptron: hidden widths, then the number of outputs (whose layer is linear).

    Args:
        widths: Such as ``64, 64, 10``; one number for a linear model.
        activation: Of the hidden layers.
        init: He's by default.
        norm: Put between each hidden linear layer and its activation.
        dropout: Probability, after each hidden activation; 0 for none.
    """
    layers: list[Layer] = []
    for width in widths[:-1]:
        layers.append(Dense(width))
        layers += [norm] if norm else []
        layers.append(Activation(activation))
        layers += [Dropout(dropout)] if dropout else []
    return Network((*layers, Dense(widths[-1])), init or Init())
