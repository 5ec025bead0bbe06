"""Half of what fresh ReLUs answer is zero, and half of zeros is far too few to save anything."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

import numpy as np
import torch

from sim.declaration import (
    Axis,
    ChoiceGuess,
    Course,
    CurveGuess,
    Experiment,
    Frame,
    Measures,
    Met,
    NumberGuess,
    Plot,
    Preset,
    Theme,
)
from sim.nn.activations import LABELS
from sim.nn.initialisation import suited
from sim.nn.recipe import Recipe, mlp
from sim.pictures import Picture
from sim.problems.digits import digits
from sim.problems.sparse_costs import Cost, break_even, cost
from sim.settings import choice, real, whole
from sim.training.curves import curve
from sim.training.ensemble import Ensemble
from sim.training.fleet import Array
from sim.training.measures import hidden_activations
from sim.trial import Trial
from sim.words import Words, same

DEPTH, WIDTH, EXAMPLES = 4, 128, 128
UNTRAINED = "untrained"
HALF = (0.4, 0.6)
DENSITIES = (0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.75, 1.0)
RELU_DENSITY = 0.5
ACTIVATIONS = ("relu", "leaky_relu", "elu", "silu", "tanh", "sigmoid")


@dataclass(frozen=True)
class Settings:
    """What may be changed."""

    activation: str = choice(
        "relu", Words("activation", "activation"), {name: LABELS[name] for name in ACTIVATIONS}
    )
    bias: float = real(0.0, Words("biais de départ", "initial bias"), low=-2, high=2)
    size: int = whole(
        512, Words("côté de la matrice", "side of the matrix"), low=64, high=1024, is_log=True
    )


def run(settings: Settings, trial: Trial) -> Course:
    """Count the zeros of untrained networks on digits, then weigh and time sparse matrices."""
    zeros = zero_shares(settings, trial)
    costs: dict[float, Cost] = {}
    generator = torch.Generator().manual_seed(trial.members.first)
    yield Frame(0.1, partial(_pictures, zeros, costs))
    for done, density in enumerate(DENSITIES, start=1):
        costs[density] = cost(settings.size, density, generator)
        yield Frame(0.1 + 0.9 * done / len(DENSITIES), partial(_pictures, zeros, costs))
    half = costs[RELU_DENSITY]
    return {
        "zeros": zeros.mean(axis=1),
        "zeros_first": zeros[:, 0],
        "zeros_last": zeros[:, -1],
        "bytes_ratio": np.full(trial.members.count, half.sparse_bytes / half.dense_bytes),
        "break_even": np.full(trial.members.count, break_even(settings.size)),
        "seconds_ratio": np.full(trial.members.count, half.sparse_seconds / half.dense_seconds),
    }


def zero_shares(settings: Settings, trial: Trial) -> Array:
    """Share of exact zeros in what each hidden layer answers, ``(members, layers)``."""
    network = mlp(
        *[WIDTH] * DEPTH, 10, activation=settings.activation, init=suited(settings.activation)
    )
    data = digits(trial.members, train=EXAMPLES, validation=1)
    fleet = trial.untrained({UNTRAINED: Recipe(network=network, steps=1)}, data)
    found = fleet.parameters(UNTRAINED).items()
    biases = {n: torch.full_like(b, settings.bias) for n, b in found if n.endswith("bias")}
    fleet.hand_over(UNTRAINED, biases)
    return fleet.measure(_zero_shares, UNTRAINED)


def _zero_shares(ensemble: Ensemble) -> torch.Tensor:
    shares = [(a == 0).float().mean(dim=(1, 2)) for a in hidden_activations(ensemble)]
    return torch.stack(shares, dim=1)


def _pictures(zeros: Array, costs: dict[float, Cost]) -> tuple[Picture, ...]:
    layers = np.arange(1, DEPTH + 1, dtype=np.float64)
    label = Words("zéros exacts", "exact zeros")
    return (curve("zeros", "chosen", label, layers, zeros), *_costs(dict(costs)))


def _costs(costs: dict[float, Cost]) -> list[Picture]:
    if not costs:
        return []
    x = np.array(list(costs))
    dense, sparse = Words("matrice pleine", "dense matrix"), Words("creuse (CSR)", "sparse (CSR)")
    lines = (
        ("memory", "dense", dense, [found.dense_bytes / 1024 for found in costs.values()]),
        ("memory", "sparse", sparse, [found.sparse_bytes / 1024 for found in costs.values()]),
        ("time", "dense", dense, [1e3 * found.dense_seconds for found in costs.values()]),
        ("time", "sparse", sparse, [1e3 * found.sparse_seconds for found in costs.values()]),
    )
    return [curve(plot, key, label, x, np.array([found])) for plot, key, label, found in lines]


def criterion(measures: Measures) -> Met:
    """About half of the answers are zero, and at that density sparse storage takes more memory."""
    low, high = HALF
    is_half = (low <= measures["zeros"]) & (measures["zeros"] <= high)
    return is_half & (measures["bytes_ratio"] > 1)


def _outcome(measures: Measures) -> str:
    zeros = float(np.median(measures["zeros"]))
    return "few" if zeros < HALF[0] else "half" if zeros <= HALF[1] else "most"


EXPERIMENT = Experiment(
    name="relu_sparsity",
    theme=Theme.ACTIVATIONS,
    title=Words("Les zéros de ReLU", "ReLU’s zeros"),
    question=Words(
        "Combien de sorties ReLU valent zéro au départ, et qu’y gagne une machine ?",
        "How many ReLU outputs are zero at the start, and what does a machine gain by it?",
    ),
    guesses=(
        ChoiceGuess(
            Words(
                "Avant tout entraînement, les sorties exactement nulles sont…",
                "Before any training, the outputs that are exactly zero are…",
            ),
            (
                ("few", Words("moins de 40 %", "fewer than 40%")),
                (
                    "half",
                    Words(
                        "la moitié, à 10 points près",
                        "half of them, give or take 10 points",
                    ),
                ),
                ("most", Words("plus de 60 %", "over 60%")),
            ),
            _outcome,
            plot="zeros",
        ),
        NumberGuess(
            Words(
                "Une matrice dont la moitié des nombres sont nuls prend, stockée creuse (CSR), "
                "combien de fois la place de la même stockée telle quelle ?",
                "Half of a matrix’s numbers are zero: stored sparse (CSR), how many times the "
                "room does it take of the same stored as it is?",
            ),
            "bytes_ratio",
            low=0.1,
            high=10,
            unit="×",
            is_log=True,
        ),
        CurveGuess(
            Words(
                "Tracez la mémoire de la matrice creuse selon sa part de nombres non nuls.",
                "Draw the memory of the sparse matrix by its share of non-zero numbers.",
            ),
            "memory",
            "sparse",
        ),
    ),
    claim=Words(
        "À l’initialisation, 40 à 60 % des sorties ReLU sont nulles ; une matrice dont la moitié "
        "des nombres sont nuls prend plus de place en CSR (stockage creux) que telle quelle.",
        "At initialisation, 40 to 60% of ReLU outputs are zero; a matrix half of whose numbers "
        "are zero takes more room in CSR (sparse storage) than as it is.",
    ),
    shows=Words(
        "Sorties nulles : {zeros:%} ({zeros_first:%} à la première couche, {zeros_last:%} à la "
        "dernière). Une matrice {size:d} × {size:d} à moitié nulle occupe en CSR {bytes_ratio:.3} "
        "fois la place de la même telle quelle ; les deux s’égalent à {break_even:.1%} de nombres "
        "non nuls. Sur cette machine, son produit par 32 colonnes a pris {seconds_ratio:.2} fois "
        "le temps du produit ordinaire.",
        "Zero outputs: {zeros:%} ({zeros_first:%} in the first layer, {zeros_last:%} in the "
        "last). A {size:d} × {size:d} matrix, half of it zero, takes in CSR {bytes_ratio:.3} "
        "times the room of the same as it is; they are even at {break_even:.1%} of non-zero "
        "numbers. On this machine, its product with 32 columns took {seconds_ratio:.2} times the "
        "ordinary product’s time.",
    ),
    limits=Words(
        "Chaque nombre gardé coûte 4 octets, plus 8 pour sa colonne : en mémoire, on ne gagne que "
        "sous un tiers de nombres non nuls. Pour le temps, le seuil dépend de la machine et de la "
        "bibliothèque ; il se mesure, il ne se devine pas. Et les zéros de ReLU changent de place "
        "à chaque exemple : il faudrait refaire la matrice creuse à chaque fois.",
        "Each number kept costs 4 bytes, plus 8 for its column: memory is saved only under a third "
        "of non-zero numbers. For time, the threshold depends on machine and library; it is "
        "measured, not guessed. And ReLU’s zeros move with each example: the sparse matrix would "
        "have to be made anew each time.",
    ),
    plots=(
        Plot(
            "zeros",
            Words("Zéros de chaque couche", "Zeros of each layer"),
            Axis(Words("couche cachée", "hidden layer"), low=0.5, high=DEPTH + 0.5),
            Axis(Words("part des sorties", "share of the outputs"), low=0, high=1),
            is_bars=True,
        ),
        Plot(
            "memory",
            Words("Mémoire, comptée exactement", "Memory, counted exactly"),
            Axis(Words("part de nombres non nuls", "share of non-zero numbers"), is_log=True),
            Axis(Words("mémoire (Kio)", "memory (KiB)"), is_log=True),
        ),
        Plot(
            "time",
            Words("Temps d’un produit, sur cette machine", "Time of a product, on this machine"),
            Axis(Words("part de nombres non nuls", "share of non-zero numbers"), is_log=True),
            Axis(Words("temps (ms)", "time (ms)"), is_log=True),
        ),
    ),
    settings=Settings,
    run=run,
    criterion=criterion,
    presets=(
        Preset(Words("biais de −1", "bias of −1"), {"bias": -1.0}),
        Preset(same("Leaky ReLU"), {"activation": "leaky_relu"}),
        Preset(Words("matrice de 1 024", "matrix of 1,024"), {"size": 1024}),
    ),
    facts=("ACT-21", "ACT-22", "ACT-26", "ACT-27"),
    members=16,
)
