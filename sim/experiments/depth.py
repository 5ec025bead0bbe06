"""Deeper is not better by itself: many plain layers fail even on the examples they learn from."""

from __future__ import annotations

from dataclasses import dataclass

from sim.declaration import (
    ChoiceGuess,
    Course,
    CurveGuess,
    Experiment,
    Measures,
    Met,
    NumberGuess,
    Plot,
    Preset,
    Theme,
)
from sim.labels import ACCURACY, STEP, loss_plot
from sim.nn.recipe import (
    Activation,
    Dense,
    Init,
    InitKind,
    Layer,
    Method,
    Network,
    Recipe,
    Residual,
    mlp,
)
from sim.pictures import Picture
from sim.problems.digits import CLASSES, digits
from sim.settings import whole
from sim.training.curves import curve
from sim.training.fleet import Fleet
from sim.training.measures import train_accuracy, train_loss, validation_accuracy
from sim.training.medians import median
from sim.trial import Trial
from sim.words import Words

WIDTH = 24
SHALLOW = 2
BRANCH_SCALE = 0.3
WORSE = 0.2
VISIBLE = 0.05


@dataclass(frozen=True)
class Settings:
    """What may be changed."""

    depth: int = whole(32, Words("couches cachées", "hidden layers"), low=3, high=32)
    steps: int = whole(120, Words("pas", "steps"), low=20, high=150)


def run(settings: Settings, trial: Trial) -> Course:
    """Train 2 layers, many plain layers, and as many with shortcuts, on 300 digits."""
    networks = {
        "shallow": mlp(*(WIDTH,) * SHALLOW, CLASSES),
        "plain": mlp(*(WIDTH,) * settings.depth, CLASSES),
        "shortcuts": _with_shortcuts(settings.depth),
    }
    recipes = {
        case: Recipe(
            network=network,
            method=Method.ADAM,
            learning_rate=0.003,
            batch_size=32,
            steps=settings.steps,
        )
        for case, network in networks.items()
    }
    labels = _labels(settings.depth)

    def draw(fleet: Fleet) -> tuple[Picture, ...]:
        return tuple(
            curve(plot, case, label, fleet.steps(case), fleet.history(plot, case))
            for plot in ("train", "loss", "validation")
            for case, label in labels.items()
        )

    fleet = yield from trial.train(
        recipes,
        digits(trial.members, train=300, validation=150),
        record={"train": train_accuracy, "loss": train_loss, "validation": validation_accuracy},
        draw=draw,
        rounds=10,
    )
    return {
        f"{name}_{case}": fleet.last(name, case)
        for name in ("train", "validation", "loss")
        for case in networks
    }


def _with_shortcuts(depth: int) -> Network:
    """As many hidden linear layers, each but the first with a way around it.

    Its branches start small: sums of full-sized ones would grow with depth. Sources: He et al.
    2016, arXiv:1603.05027 (activation first); Zhang et al. 2019, arXiv:1901.09321 (small start).
    """
    block = Residual((Activation("relu"), Dense(WIDTH)))
    hidden: tuple[Layer, ...] = (Dense(WIDTH), *(block,) * (depth - 1), Activation("relu"))
    return Network((*hidden, Dense(CLASSES)), Init(InitKind.HE, BRANCH_SCALE))


def _labels(depth: int) -> dict[str, Words]:
    return {
        "shallow": Words(f"{SHALLOW} couches", f"{SHALLOW} layers"),
        "plain": Words(f"{depth} couches, sans raccourcis", f"{depth} layers, no shortcuts"),
        "shortcuts": Words(f"{depth} couches, avec raccourcis", f"{depth} layers, shortcuts"),
    }


def criterion(measures: Measures) -> Met:
    """On its own training examples, the deep plain network is 20 points below both others."""
    plain = measures["train_plain"] + WORSE
    return (measures["train_shallow"] >= plain) & (measures["train_shortcuts"] >= plain)


def _outcome(measures: Measures) -> str:
    gain = median(measures, "train_plain") - median(measures, "train_shallow")
    if abs(gain) < VISIBLE:
        return "same"
    return "better" if gain > 0 else "worse"


EXPERIMENT = Experiment(
    name="depth",
    theme=Theme.STABILITY,
    title=Words("Plus profond, donc meilleur ?", "Deeper, hence better?"),
    question=Words(
        "Empiler des couches améliore-t-il au moins les réponses sur les exemples appris ?",
        "Does stacking layers at least improve the answers on the examples learnt from?",
    ),
    guesses=(
        ChoiceGuess(
            Words(
                "Sur ses propres exemples d’entraînement, le réseau très profond sans raccourcis "
                "est, par rapport à celui de 2 couches…",
                "On its own training examples, the very deep network without shortcuts is, "
                "compared with that of 2 layers…",
            ),
            (
                ("better", Words("meilleur", "better")),
                ("same", Words("à peu près égal", "about equal")),
                ("worse", Words("moins bon", "worse")),
            ),
            _outcome,
        ),
        NumberGuess(
            Words(
                "Quelle part de ses exemples d’entraînement le réseau sans raccourcis "
                "reconnaîtra-t-il ?",
                "What share of its training examples will the network without shortcuts recognise?",
            ),
            "train_plain",
            low=0,
            high=1,
            unit="%",
        ),
        CurveGuess(
            Words(
                "Tracez l’exactitude d’entraînement du réseau profond sans raccourcis.",
                "Draw the training accuracy of the deep network without shortcuts.",
            ),
            "train",
            "plain",
        ),
    ),
    claim=Words(
        "Après 120 pas, 32 couches sans raccourcis reconnaissent leurs propres exemples "
        "d’entraînement moins bien que 2 couches, d’au moins 20 points ; avec des raccourcis, "
        "32 couches regagnent au moins 20 points.",
        "After 120 steps, 32 layers without shortcuts recognise their own training examples worse "
        "than 2 layers, by at least 20 points; with shortcuts, 32 layers win at least 20 points "
        "back.",
    ),
    shows=Words(
        "Exemples d’entraînement reconnus : {train_shallow:%} avec 2 couches, {train_plain:%} avec "
        "{depth} sans raccourcis, {train_shortcuts:%} avec {depth} et des raccourcis. Chiffres "
        "nouveaux : {validation_shallow:%}, {validation_plain:%} et {validation_shortcuts:%}. "
        "Perte d’entraînement : {loss_shallow:.2f}, {loss_plain:.2f} et {loss_shortcuts:.2f}.",
        "Training examples recognised: {train_shallow:%} with 2 layers, {train_plain:%} with "
        "{depth} and no shortcuts, {train_shortcuts:%} with {depth} and shortcuts. New digits: "
        "{validation_shallow:%}, {validation_plain:%} and {validation_shortcuts:%}. Training loss: "
        "{loss_shallow:.2f}, {loss_plain:.2f} and {loss_shortcuts:.2f}.",
    ),
    limits=Words(
        "Une erreur d’entraînement élevée n’est pas du surapprentissage : c’est l’optimisation "
        "qui peine. À 8 couches, le réseau sans raccourcis suit encore bien ses exemples, et "
        "quelques pas de plus réduisent un peu l’écart à 32. Ici deux couches suffisent : les "
        "raccourcis rendent la profondeur praticable, pas utile à tout problème.",
        "A high training error is no overfitting: it is optimisation that struggles. With 8 "
        "layers, the network without shortcuts still follows its examples well, and some more "
        "steps narrow the gap at 32 a little. Two layers are enough here: shortcuts make depth "
        "workable, not useful for every problem.",
    ),
    plots=(
        Plot("train", Words("Exactitude d’entraînement", "Training accuracy"), STEP, ACCURACY),
        loss_plot("loss", Words("Perte d’entraînement", "Training loss"), x=STEP),
        Plot(
            "validation",
            Words("Exactitude de validation", "Validation accuracy"),
            STEP,
            ACCURACY,
        ),
    ),
    settings=Settings,
    run=run,
    criterion=criterion,
    presets=(Preset(Words("8 couches", "8 layers"), {"depth": 8}),),
    facts=("INT-24", "GRA-29"),
)
