"""More examples narrow the gap between what a network knows by heart and what it understands."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sim.declaration import (
    Axis,
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
from sim.labels import ACCURACY, STEP, TRAIN, VALIDATION, loss_plot
from sim.nn.recipe import Method, Recipe, mlp
from sim.pictures import Picture
from sim.problems.digits import CLASSES
from sim.problems.mislabelled import mislabelled_digits
from sim.settings import real, whole
from sim.training.curves import curve
from sim.training.fleet import Fleet
from sim.training.measures import train_accuracy, validation_accuracy, validation_loss
from sim.training.medians import median
from sim.trial import Trial
from sim.words import Words, number

FEW = (20, 60, 200)
GAIN = 0.2
BATCH = 64


@dataclass(frozen=True)
class Settings:
    """What may be changed."""

    examples: int = whole(
        1000,
        Words("plus grand nombre d’exemples", "largest number of examples"),
        low=200,
        high=1400,
        is_log=True,
    )
    wrong: float = real(
        0.0, Words("part d’étiquettes fausses", "share of wrong labels"), low=0, high=0.5
    )
    steps: int = whole(200, Words("pas", "steps"), low=10, high=300, is_log=True)


def run(settings: Settings, trial: Trial) -> Course:
    """Train 64-64-10 networks for as many steps on more and more digits."""
    amounts = {_case(amount): amount for amount in sorted({*FEW, settings.examples})}
    recipes = {
        case: Recipe(
            network=mlp(64, CLASSES),
            method=Method.ADAM,
            learning_rate=0.005,
            batch_size=BATCH,
            steps=settings.steps,
            examples=amount,
        )
        for case, amount in amounts.items()
    }
    data = mislabelled_digits(
        trial.members, train=settings.examples, validation=300, wrong=settings.wrong
    )
    fleet = yield from trial.train(
        recipes,
        data,
        record={
            "train": train_accuracy,
            "validation": validation_accuracy,
            "loss": validation_loss,
        },
        draw=lambda fleet: _draw(fleet, amounts),
        rounds=20,
    )
    least, most = _case(FEW[0]), _case(settings.examples)
    found = {f"accuracy_{n}": fleet.last("validation", _case(n)) for n in FEW}
    return {
        **found,
        "accuracy_most": fleet.last("validation", most),
        "gap_least": fleet.last("train", least) - fleet.last("validation", least),
        "gap_most": fleet.last("train", most) - fleet.last("validation", most),
    }


def _case(amount: int) -> str:
    return f"{amount}"


def _draw(fleet: Fleet, amounts: dict[str, int]) -> tuple[Picture, ...]:
    x = np.array(list(amounts.values()), dtype=np.float64)
    against_amount = (
        curve("amount", name, label, x, np.stack([fleet.last(name, c) for c in amounts], axis=1))
        for name, label in (("train", TRAIN), ("validation", VALIDATION))
    )
    losses = (
        curve("loss", case, _label(amount), fleet.steps(case), fleet.history("loss", case))
        for case, amount in amounts.items()
    )
    return *against_amount, *losses


def _label(amount: int) -> Words:
    return Words(f"{number(amount, 'd', 'fr')} exemples", f"{number(amount, 'd', 'en')} examples")


def criterion(measures: Measures) -> Met:
    """Each time more examples, more right answers; 20 points more at least from end to end."""
    rising = [measures[f"accuracy_{n}"] for n in FEW] + [measures["accuracy_most"]]
    grows = np.all(np.diff(np.stack(rising), axis=0) > 0, axis=0)
    return np.asarray(grows & (rising[-1] >= rising[0] + GAIN))


def _outcome(measures: Measures) -> str:
    first = median(measures, "accuracy_60") - median(measures, "accuracy_20")
    last = median(measures, "accuracy_most") - median(measures, "accuracy_200")
    return "first" if first > last else "last"


EXPERIMENT = Experiment(
    name="data_amount",
    theme=Theme.GENERALISATION,
    title=Words("La quantité de données", "The amount of data"),
    question=Words(
        "Que rapportent des exemples en plus, à durée d’entraînement égale ?",
        "What do more examples bring, for as long a training?",
    ),
    guesses=(
        ChoiceGuess(
            Words(
                "Qu’est-ce qui améliore le plus l’exactitude sur des chiffres nouveaux ?",
                "What improves the accuracy on new digits most?",
            ),
            (
                ("first", Words("passer de 20 à 60 exemples", "going from 20 to 60")),
                (
                    "last",
                    Words(
                        "passer de 200 à 1 000 (ou au nombre choisi)",
                        "going from 200 to 1,000 (or the number chosen)",
                    ),
                ),
            ),
            _outcome,
        ),
        NumberGuess(
            Words(
                "Avec 20 exemples, quelle part des chiffres nouveaux sera reconnue ?",
                "With 20 examples, what share of the new digits will be recognised?",
            ),
            "accuracy_20",
            low=0,
            high=1,
            unit="%",
        ),
        CurveGuess(
            Words(
                "Tracez l’exactitude de validation selon le nombre d’exemples.",
                "Draw the validation accuracy by the number of examples.",
            ),
            "amount",
            "validation",
        ),
    ),
    claim=Words(
        "De 20 à 60, 200 puis 1 000 exemples, l’exactitude sur des chiffres nouveaux monte à "
        "chaque fois, et de 20 points au moins d’un bout à l’autre.",
        "From 20 to 60, 200, then 1,000 examples, the accuracy on new digits rises each time, and "
        "by 20 points at least from end to end.",
    ),
    shows=Words(
        "Chiffres nouveaux reconnus : {accuracy_20:%} avec 20 exemples, {accuracy_60:%} avec 60, "
        "{accuracy_200:%} avec 200, {accuracy_most:%} avec {examples:d}. L’écart d’exactitude "
        "entre entraînement et validation passe de {gap_least:.1%} à {gap_most:.1%}.",
        "New digits recognised: {accuracy_20:%} with 20 examples, {accuracy_60:%} with 60, "
        "{accuracy_200:%} with 200, {accuracy_most:%} with {examples:d}. The gap in accuracy "
        "between training and validation goes from {gap_least:.1%} to {gap_most:.1%}.",
    ),
    limits=Words(
        "Le gain s’amenuise : tripler 20 exemples rapporte bien plus que quintupler 200. La "
        "qualité compte aussi : avec un tiers d’étiquettes fausses, mille exemples n’en valent "
        "plus mille justes. Et l’on peut s’en tirer avec peu de données en partant d’un réseau "
        "déjà entraîné.",
        "The gain dwindles: three times 20 examples bring far more than five times 200. Quality "
        "counts as well: with a third of the labels wrong, a thousand examples are not worth a "
        "thousand right ones. And few data may do, starting from a network trained already.",
    ),
    plots=(
        Plot(
            "amount",
            Words("Exactitude selon le nombre d’exemples", "Accuracy by the number of examples"),
            Axis(Words("exemples d’entraînement", "training examples"), is_log=True),
            ACCURACY,
        ),
        loss_plot("loss", Words("Perte de validation", "Validation loss"), x=STEP),
    ),
    settings=Settings,
    run=run,
    criterion=criterion,
    presets=(
        Preset(Words("un tiers d’étiquettes fausses", "a third of labels wrong"), {"wrong": 0.33}),
    ),
    facts=("INT-10", "REG-01", "REG-02"),
)
