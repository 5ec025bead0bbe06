"""A bigger batch takes memory in proportion, and less time for each of its examples."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import numpy as np
from torch import Tensor

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
from sim.nn.losses import cross_entropy
from sim.nn.networks import Stack
from sim.nn.recipe import mlp
from sim.pictures import Picture
from sim.problems.digits import digits
from sim.randomness import Members
from sim.settings import whole
from sim.training.curves import Array, curve
from sim.training.saved_memory import bytes_kept
from sim.trial import Trial
from sim.words import Words

SIZES = np.array([1.0, 2, 4, 8, 16, 32, 64, 128, 256])
REPEATS = 5
KIB = 1024
FASTER = 5.0
Clock = Callable[[], float]


@dataclass(frozen=True)
class Settings:
    """What may be changed."""

    width: int = whole(
        128, Words("unités par couche", "units per layer"), low=8, high=256, is_log=True
    )
    layers: int = whole(1, Words("couches cachées", "hidden layers"), low=1, high=3)


def run(settings: Settings, trial: Trial, clock: Clock = time.perf_counter) -> Course:
    """Time one forward and backward pass for each batch size, and count what it keeps.

    Always on the processor, whose clock needs no waiting for a device.
    """
    widths = [settings.width] * settings.layers
    kept, seconds = (np.full((trial.members.count, len(SIZES)), np.nan) for _ in range(2))
    for row, seed in enumerate(trial.members.seeds):
        one = Members(seed, 1)
        network = Stack([mlp(*widths, 10)], 64, one)
        data = digits(one, train=int(SIZES[-1]), validation=0).train
        for place, size in enumerate(SIZES):
            x, y = data.x[:, : int(size)].clone(), data.y[:, : int(size)].clone()
            forward = partial(_loss, network, x, y)
            kept[row, place] = bytes_kept(forward, network)
            seconds[row, place] = _quickest(forward, clock)
            if row == 0:  # the first picture does not wait for all sizes
                known = (found[:1, : place + 1].copy() for found in (kept, seconds))
                share = (place + 1) / len(SIZES) / trial.members.count
                yield Frame(share, partial(_pictures, *known))
        done = slice(0, row + 1)
        pictures = partial(_pictures, kept[done].copy(), seconds[done].copy())
        yield Frame((row + 1) / trial.members.count, pictures)
    return {
        "kept_each": kept[:, 0],
        "kept_most": kept[:, -1],
        "doubling": kept[:, -1] / kept[:, -2],
        "unevenness": _unevenness(kept),
        "microseconds_one": 1e6 * seconds[:, 0],
        "microseconds_most": 1e6 * seconds[:, -1] / SIZES[-1],
        "speedup": seconds[:, 0] / (seconds[:, -1] / SIZES[-1]),
    }


def _loss(network: Stack, x: Tensor, y: Tensor) -> Tensor:
    return cross_entropy(network(x), y).sum()


def _quickest(forward: Callable[[], Tensor], clock: Clock) -> float:
    """Seconds of both passes: the least of a few, since others use the machine too."""
    taken = []
    for _ in range(REPEATS):
        start = clock()
        forward().backward()
        taken.append(clock() - start)
    return min(taken)


def _unevenness(kept: Array) -> Array:
    """Greatest relative distance from so many bytes an example times the batch size."""
    return np.asarray(np.abs(kept / (kept[:, :1] * SIZES) - 1).max(axis=1))


def _pictures(kept: Array, seconds: Array) -> tuple[Picture, ...]:
    sizes = SIZES[: kept.shape[1]]
    return (
        curve(
            "memory",
            "kept",
            Words("gardé pour la passe arrière", "kept for the backward pass"),
            sizes,
            kept / KIB,
        ),
        curve(
            "time",
            "each",
            Words("temps par exemple", "time an example"),
            sizes,
            1e6 * seconds / sizes,
        ),
    )


def criterion(measures: Measures) -> Met:
    """Memory is proportional to the batch within 1 %; an example of 256 takes a fifth at most."""
    return (measures["unevenness"] <= 0.01) & (measures["speedup"] >= FASTER)


def _outcome(measures: Measures) -> str:
    by = float(np.median(measures["doubling"]))
    return "same" if by < 1.4 else "double" if by < 2.8 else "fourfold"


EXPERIMENT = Experiment(
    name="batch_cost",
    theme=Theme.OPTIMISATION,
    title=Words("Le prix d’un grand lot", "The price of a big batch"),
    question=Words(
        "Que coûte un lot plus grand, en mémoire et en temps par exemple ?",
        "What does a bigger batch cost, in memory and in time for each example?",
    ),
    guesses=(
        ChoiceGuess(
            Words(
                "Quand le lot passe de 128 à 256, ce qu’il faut garder pour la passe arrière…",
                "From batches of 128 to batches of 256, what is kept for the backward pass…",
            ),
            (
                ("same", Words("reste le même", "stays the same")),
                ("double", Words("double", "doubles")),
                ("fourfold", Words("quadruple", "is four times as much")),
            ),
            _outcome,
            plot="memory",
        ),
        NumberGuess(
            Words(
                "Par lots de 256, un exemple prend combien de fois moins de temps que seul ?",
                "In batches of 256, each example takes how many times less time than alone?",
            ),
            "speedup",
            low=1,
            high=1000,
            unit="×",
            is_log=True,
        ),
        CurveGuess(
            Words(
                "Tracez le temps par exemple selon la taille de lot.",
                "Draw the time an example takes against the batch size.",
            ),
            "time",
            "each",
        ),
    ),
    claim=Words(
        "La mémoire gardée pour la passe arrière est proportionnelle au lot, à 1 % près, et un "
        "exemple pris dans un lot de 256 demande au moins 5 fois moins de temps que seul.",
        "Memory kept for the backward pass is in proportion to the batch, within 1%, and an "
        "example in a batch of 256 takes at most a fifth of the time it takes alone.",
    ),
    shows=Words(
        "Un exemple oblige à garder {kept_each:d} octets, 256 exemples {kept_most:d}. Sur cette "
        "machine, passe avant et passe arrière prennent {microseconds_one:d} µs pour un exemple "
        "seul et {microseconds_most:.2} µs par exemple dans un lot de 256 : {speedup:.2} fois "
        "moins.",
        "One example takes {kept_each:d} bytes, 256 examples {kept_most:d}. On this machine, "
        "forward and backward take {microseconds_one:d} µs for a lone example and "
        "{microseconds_most:.2} µs an example in a batch of 256: {speedup:.2} times less.",
    ),
    limits=Words(
        "Ces temps sont ceux de votre machine, sur un seul cœur et à cet instant : refaites la "
        "mesure, ils changeront un peu ; les octets, non. Le gain vient des frais fixes de chaque "
        "opération, payés une fois par lot ; quand le calcul les dépasse, il s’épuise. Les poids, "
        "leurs gradients et l’état de l’optimiseur, absents de ce compte, ne dépendent pas du lot.",
        "These times are your machine’s, on one core and right now: measure again and they will "
        "change a little; bytes will not. The gain comes from the fixed cost of every operation, "
        "paid once a batch; it wears out when the computing outweighs it. Weights, their gradients "
        "and the optimiser’s state, not counted here, do not depend on the batch.",
    ),
    plots=(
        Plot(
            "memory",
            Words("Mémoire gardée pour la passe arrière", "Memory kept for the backward pass"),
            Axis(Words("taille de lot B", "batch size B")),
            Axis(Words("mémoire (Kio)", "memory (KiB)"), low=0),
        ),
        Plot(
            "time",
            Words("Temps par exemple, sur cette machine", "Time an example, on this machine"),
            Axis(Words("taille de lot B", "batch size B"), is_log=True),
            Axis(Words("temps par exemple (µs)", "time an example (µs)"), is_log=True),
        ),
    ),
    settings=Settings,
    run=run,
    criterion=criterion,
    presets=(
        Preset(Words("réseau plus large", "wider network"), {"width": 256}),
        Preset(Words("réseau plus profond", "deeper network"), {"layers": 3}),
    ),
    facts=("NEU-37", "OPT-11", "OPT-21", "OPT-22", "OPT-24"),
)
