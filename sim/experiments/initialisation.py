"""Where weights start decides what reaches the last layer; and equal weights stay equal."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

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
from sim.labels import sheet
from sim.median_table import median_table
from sim.nn.activations import LABELS
from sim.nn.recipe import Init, InitKind, Recipe, mlp
from sim.pictures import Picture
from sim.problems.digits import digits
from sim.problems.initialisation_guesses import DRAWN, NAMED, ROWS
from sim.settings import choice, real, whole
from sim.training.curves import curve
from sim.training.ensemble import Ensemble
from sim.training.fleet import Array, Fleet
from sim.training.measures import Measure
from sim.training.spread import (
    answer_deviations,
    saturated_share,
    second_weights_bound,
    second_weights_deviation,
)
from sim.trial import Trial
from sim.words import Words, number, same

WIDTH, EXAMPLES = 64, 64
TOO_SMALL, KEPT, TOO_BIG = 1e-3, (0.1, 10.0), 1e3
EQUAL, APART = 1e-4, 0.1
STEPS, ROUNDS = 40, 20
TITLE = Words("Les poids tirés", "The weights drawn")
UNTRAINED = "untrained"

REFERENCES = {
    "small": Init(InitKind.NORMAL, 0.01),
    "xavier": Init(InitKind.XAVIER),
    "uniform": Init(InitKind.XAVIER_UNIFORM),
    "he": Init(InitKind.HE),
    "big": Init(InitKind.NORMAL, 1.0),
}
LABELS_OF = {
    "small": Words("écart-type 0,01", "deviation 0.01"),
    "xavier": same("Xavier"),
    "uniform": Words("Xavier uniforme", "uniform Xavier"),
    "he": same("He"),
    "big": Words("écart-type 1", "deviation 1"),
}


@dataclass(frozen=True)
class Settings:
    """What may be changed."""

    activation: str = choice(
        "relu",
        Words("activation", "activation"),
        {name: LABELS[name] for name in ("relu", "tanh", "leaky_relu", "identity")},
    )
    depth: int = whole(20, Words("couches cachées", "hidden layers"), low=2, high=24)
    deviation: float = real(
        0.1, Words("écart-type choisi", "chosen deviation"), low=0.01, high=3, is_log=True
    )

    @property
    def is_tanh(self) -> bool:
        """Whether there are units of tanh, which saturate."""
        return self.activation == "tanh"


def run(settings: Settings, trial: Trial) -> Course:
    """Send digits through untrained networks; then train two small ones to see symmetry last."""
    cases = REFERENCES | {"chosen": Init(InitKind.NORMAL, settings.deviation)}
    labels = LABELS_OF | {"chosen": _chosen(settings.deviation)}
    layers = np.arange(1, settings.depth + 1, dtype=np.float64)
    spreads: dict[str, Array] = {}

    def spread_curves() -> tuple[Picture, ...]:
        return tuple(
            curve("spread", case, labels[case], layers, found) for case, found in spreads.items()
        )

    for done, (case, init) in enumerate(cases.items(), start=1):
        fleet = _untrained(settings, init, trial)
        spreads[case] = fleet.measure(answer_deviations, UNTRAINED)
        yield Frame(0.5 * done / len(cases), spread_curves)

    def draw(fleet: Fleet) -> tuple[Picture, ...]:
        return (*spread_curves(), *_symmetry(fleet))

    fleet = yield from trial.train(
        {
            case: Recipe(network=mlp(16, 10, activation="tanh", init=init), steps=STEPS)
            for case, init in {
                "constant": Init(InitKind.CONSTANT, 0.1),
                "random": Init(InitKind.XAVIER),
            }.items()
        },
        digits(trial.members, train=200, validation=1),
        record={"difference": difference},
        draw=draw,
        rounds=ROUNDS,
        share=(0.5, 1.0),
    )
    ratios = {f"ratio_{case}": found[:, -1] / found[:, 0] for case, found in spreads.items()}
    apart = {f"difference_{case}": fleet.last("difference", case) for case in fleet.cases}
    drawn = _drawn(settings, trial)
    rows = {name: words for name, words in ROWS.items() if name != "saturated" or settings.is_tanh}
    yield Frame(1.0, lambda: (*draw(fleet), median_table(DRAWN, TITLE, rows, drawn)))
    return {**ratios, **apart, **drawn}


def _drawn(settings: Settings, trial: Trial) -> Measures:
    """What the chosen weights saturate, and how Xavier's weights between hidden layers spread."""

    def found(measure: Measure, init: Init) -> Array:
        return _untrained(settings, init, trial).measure(measure, UNTRAINED)

    chosen = Init(InitKind.NORMAL, settings.deviation)
    return {
        "saturated": found(saturated_share, chosen) * settings.is_tanh,
        "deviation_xavier": found(second_weights_deviation, REFERENCES["xavier"]),
        "bound_uniform": found(second_weights_bound, REFERENCES["uniform"]),
    }


def _untrained(settings: Settings, init: Init, trial: Trial) -> Fleet:
    network = mlp(*[WIDTH] * settings.depth, 10, activation=settings.activation, init=init)
    data = digits(trial.members, train=EXAMPLES, validation=1)
    return trial.untrained({UNTRAINED: Recipe(network=network, steps=1)}, data)


def difference(ensemble: Ensemble) -> torch.Tensor:
    """How far hidden units differ, ``(networks,)``: spread of weights over units, by their size."""
    weights = ensemble.network.get_parameter("0.weight").detach()
    apart = weights.std(dim=1, correction=0).square().mean(dim=1).sqrt()
    return apart / weights.square().mean(dim=(1, 2)).sqrt()


def _symmetry(fleet: Fleet) -> Iterator[Picture]:
    labels = {
        "constant": Words("tous à 0,1 au départ", "all 0.1 at the start"),
        "random": Words("tirés au hasard (Xavier)", "drawn at random (Xavier)"),
    }
    for case, label in labels.items():
        x, found = fleet.steps(case), fleet.history("difference", case)
        yield curve("symmetry", case, label, x, found)


def _chosen(deviation: float) -> Words:
    fr, en = (number(deviation, language=language) for language in ("fr", "en"))
    return Words(f"choisi : écart-type {fr}", f"chosen: deviation {en}")


def criterion(measures: Measures) -> Met:
    """Small weights silence the last layer, big ones blow it up, He's keep it; equals stay so."""
    low, high = KEPT
    he = measures["ratio_he"]
    is_kept = (low <= he) & (he <= high)
    is_told = (measures["ratio_small"] < TOO_SMALL) & (measures["ratio_big"] > TOO_BIG)
    is_stuck = (measures["difference_constant"] < EQUAL) & (measures["difference_random"] > APART)
    return is_kept & is_told & is_stuck


def _outcome(measures: Measures) -> str:
    ratio = float(np.median(measures["ratio_chosen"]))
    return "dies" if ratio < KEPT[0] else "kept" if ratio <= KEPT[1] else "grows"


EXPERIMENT = Experiment(
    name="initialisation",
    theme=Theme.STABILITY,
    title=Words("L’initialisation des poids", "Initialising weights"),
    question=Words(
        "Avec quel écart-type faut-il tirer au hasard les poids d’un réseau profond ?",
        "With what standard deviation should the weights of a deep network be drawn?",
    ),
    guesses=(
        ChoiceGuess(
            Words(
                "Avec l’écart-type choisi, de la première couche à la dernière, les activations…",
                "With the deviation chosen, from the first layer to the last, activations…",
            ),
            (
                ("dies", Words("s’éteignent (divisées par plus de 10)", "die out (÷ over 10)")),
                ("kept", Words("gardent leur ordre de grandeur", "keep their order of magnitude")),
                ("grows", Words("explosent (multipliées par plus de 10)", "explode (× over 10)")),
            ),
            _outcome,
        ),
        NumberGuess(
            Words(
                "Avec les poids choisis, que vaut l’écart-type des activations de la dernière "
                "couche, divisé par celui de la première ?",
                "With the weights chosen, what is the deviation of the last layer’s activations, "
                "divided by that of the first layer’s?",
            ),
            "ratio_chosen",
            low=1e-40,
            high=1e40,
            is_log=True,
        ),
        CurveGuess(
            Words(
                "Tracez l’écart-type des activations, couche par couche.",
                "Draw the deviation of the activations, layer by layer.",
            ),
            "spread",
            "chosen",
        ),
        *NAMED,
    ),
    claim=Words(
        "Après 20 couches ReLU, des poids d’écart-type 0,01 ont divisé celui des activations par "
        "plus de 1 000, des poids d’écart-type 1 l’ont multiplié par plus de 1 000, ceux de He "
        "l’ont gardé entre un dixième et dix fois ce qu’il était. Et des poids tous égaux au "
        "départ laissent les unités d’une couche identiques, quand le hasard les distingue.",
        "After 20 ReLU layers, weights of deviation 0.01 have divided that of the activations by "
        "over 1,000, weights of deviation 1 have multiplied it by over 1,000, He’s have kept it "
        "between a tenth and ten times what it was. And weights all equal at the start leave the "
        "units of a layer identical, where chance sets them apart.",
    ),
    shows=Words(
        "Écart-type des activations de la couche {depth}, divisé par celui de la première : "
        "{ratio_small} avec 0,01 ; {ratio_xavier} avec Xavier, {ratio_uniform} avec Xavier "
        "uniforme ; {ratio_he} avec He ; {ratio_big} "
        "avec 1 ; {ratio_chosen} avec {deviation}. Après 40 pas, les unités parties de poids "
        "égaux diffèrent de {difference_constant:.1%}, celles tirées au hasard de "
        "{difference_random:%}.",
        "Deviation of the activations of layer {depth}, divided by that of the first: "
        "{ratio_small} with 0.01; {ratio_xavier} with Xavier, {ratio_uniform} with uniform Xavier; "
        "{ratio_he} with He; {ratio_big} "
        "with 1; {ratio_chosen} with {deviation}. After 40 steps, units that started from equal "
        "weights differ by {difference_constant:.1%}, those drawn at random by "
        "{difference_random:%}.",
    ),
    limits=Words(
        "Aucun écart-type n’est bon partout : il dépend de la largeur (ici 64) et de "
        "l’activation. Avec tanh, des poids trop grands ne font rien exploser : les unités "
        "saturent, ce qui ne vaut pas mieux. Et Xavier, juste pour tanh, perd la moitié de "
        "l’énergie à chaque couche ReLU.",
        "No deviation is good everywhere: it depends on the width (64 here) and the activation. "
        "With tanh, weights too big make nothing explode: units saturate, which is no better. "
        "And Xavier, right for tanh, loses half of the power at each ReLU layer.",
    ),
    plots=(
        Plot(
            "spread",
            Words("Écart-type des activations", "Deviation of the activations"),
            Axis(Words("couche cachée", "hidden layer")),
            Axis(Words("écart-type", "deviation"), is_log=True),
        ),
        Plot(
            "symmetry",
            Words("Les unités d’une couche se distinguent-elles ?", "Do units of a layer differ?"),
            Axis(Words("pas", "step")),
            Axis(
                Words("écart relatif entre unités", "relative gap between units"), low=0, high=1.1
            ),
        ),
        sheet(DRAWN, TITLE),
    ),
    settings=Settings,
    run=run,
    criterion=criterion,
    presets=(
        Preset(Words("tanh", "tanh"), {"activation": "tanh"}),
        Preset(Words("He, à la main : √(2/64)", "He, by hand: √(2/64)"), {"deviation": 0.177}),
        Preset(Words("3 couches seulement", "only 3 layers"), {"depth": 3}),
    ),
    facts=("GRA-04", "GRA-07", "GRA-08", "GRA-09", "GRA-10", "GRA-11", "GRA-12"),
)
