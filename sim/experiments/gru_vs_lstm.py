"""A GRU shares one gate between keeping and writing; an LSTM has a gate for each."""

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
    Preset,
    Theme,
)
from sim.nn.recipe import Recurrent
from sim.problems.remembering import LOST, PLOTS, RECALLED, REMEMBERED, UNITS, recalled, remember
from sim.settings import real, whole
from sim.trial import Trial
from sim.words import Words, number


@dataclass(frozen=True)
class Settings:
    """What may be changed."""

    length: int = whole(40, Words("longueur T des suites", "length T of sequences"), low=5, high=50)
    bias: float = real(
        6.0,
        Words("biais des portes d’oubli et de mise à jour", "bias of the forget and update gates"),
        low=0,
        high=8,
    )


def run(settings: Settings, trial: Trial) -> Course:
    """Train an LSTM and a GRU whose gates that keep start as open to recall the first bit."""
    cells = {
        "lstm": Recurrent("lstm", UNITS, forget_bias=settings.bias),
        "gru": Recurrent("gru", UNITS, forget_bias=settings.bias),
    }
    return (yield from remember(trial, cells, _labels(settings), length=settings.length))


def _labels(settings: Settings) -> dict[str, Words]:
    fr, en = (number(settings.bias, language=language) for language in ("fr", "en"))
    return {
        "lstm": Words(f"LSTM, biais d’oubli {fr}", f"LSTM, forget bias {en}"),
        "gru": Words(f"GRU, biais de mise à jour {fr}", f"GRU, update bias {en}"),
    }


def criterion(measures: Measures) -> Met:
    """The LSTM recalls the bit, the GRU does not."""
    return (measures["accuracy_lstm"] >= REMEMBERED) & (measures["accuracy_gru"] <= LOST)


def _outcome(measures: Measures) -> str:
    return recalled(measures, "gru")


EXPERIMENT = Experiment(
    name="gru_vs_lstm",
    theme=Theme.SEQUENCES,
    title=Words("Garder ou écrire : GRU et LSTM", "Keep or write: GRU and LSTM"),
    question=Words(
        "Une porte qui garde tout laisse-t-elle encore entrer quelque chose ?",
        "Does a gate that keeps everything still let anything in?",
    ),
    guesses=(
        ChoiceGuess(
            Words(
                "Après 24 pas d’entraînement, le GRU retrouve le premier bit…",
                "After 24 training steps, the GRU recalls the first bit…",
            ),
            RECALLED,
            _outcome,
        ),
        NumberGuess(
            Words(
                "Avant l’entraînement, que vaut l’influence du premier bit sur la perte du GRU, "
                "divisée par celle du dernier instant ?",
                "Before training, what is the influence of the first bit on the GRU’s loss, "
                "divided by that of the last time?",
            ),
            "trace_gru",
            low=1e-40,
            high=1e6,
            is_log=True,
            plot="influence",
        ),
        CurveGuess(
            Words(
                "Tracez l’exactitude de validation du GRU, pas après pas.",
                "Draw the validation accuracy of the GRU, step by step.",
            ),
            "accuracy",
            "gru",
        ),
    ),
    claim=Words(
        "Avec un biais de 6, au bout de suites de 40 instants et après 24 pas d’entraînement, un "
        "LSTM retrouve le premier bit dans au moins 95 % des cas, un GRU dans 80 % au plus.",
        "With a bias of 6, at the end of sequences of 40 times and after 24 training steps, an "
        "LSTM recalls the first bit in at least 95% of cases, a GRU in 80% at most.",
    ),
    shows=Words(
        "Premier bit retrouvé après {length} instants, avec un biais de {bias} : "
        "{accuracy_lstm:%} par le LSTM, {accuracy_gru:%} par le GRU. Avant d’apprendre, "
        "l’influence de ce bit, rapportée à celle du dernier instant, valait {trace_lstm:.2} et "
        "{trace_gru:.2}.",
        "First bit recalled after {length} times, with a bias of {bias}: {accuracy_lstm:%} by the "
        "LSTM, {accuracy_gru:%} by the GRU. Before learning, the influence of this bit, relative "
        "to that of the last time, was {trace_lstm:.2} and {trace_gru:.2}.",
    ),
    limits=Words(
        "Le GRU n’est pas plus faible que le LSTM : avec u = σ(6), il garde 99,75 % de son état à "
        "chaque instant, mais n’y écrit que 0,25 % de ce qu’il lit, le bit comme le bruit. Avec un "
        "biais de 1 et des suites courtes, il retrouve le bit. Le LSTM écrit par une autre porte, "
        "que ce biais ne ferme pas.",
        "The GRU is not weaker than the LSTM: with u = σ(6) it keeps 99.75% of its state at each "
        "time, but writes only 0.25% of what it reads into it, the bit and the noise alike. With a "
        "bias of 1 and short sequences it recalls the bit. The LSTM writes through another gate, "
        "which this bias does not close.",
    ),
    plots=PLOTS,
    settings=Settings,
    run=run,
    criterion=criterion,
    presets=(
        Preset(Words("biais de 1", "bias of 1"), {"bias": 1.0}),
        Preset(Words("biais de 1, suites courtes", "bias of 1, short"), {"bias": 1.0, "length": 6}),
    ),
    facts=("SEQ-18", "SEQ-20", "ENT-03"),
    members=16,
)
