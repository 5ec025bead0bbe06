"""A bit to remember: an LSTM keeps it if its forget gate starts open, a plain RNN loses it."""

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
from sim.words import Words, number, same

LITTLE = 0.0


@dataclass(frozen=True)
class Settings:
    """What may be changed."""

    length: int = whole(40, Words("longueur T des suites", "length T of sequences"), low=5, high=50)
    forget_bias: float = real(
        4.0, Words("biais de la porte d’oubli", "forget gate’s bias"), low=0, high=8
    )


def run(settings: Settings, trial: Trial) -> Course:
    """Train an RNN, an LSTM of forget bias 0 and the chosen LSTM to recall the first bit."""
    cells = {
        "rnn": Recurrent("rnn", UNITS),
        "closed": Recurrent("lstm", UNITS, forget_bias=LITTLE),
        "chosen": Recurrent("lstm", UNITS, forget_bias=settings.forget_bias),
    }
    return (yield from remember(trial, cells, _labels(settings), length=settings.length))


def _labels(settings: Settings) -> dict[str, Words]:
    fr, en = (number(settings.forget_bias, language=language) for language in ("fr", "en"))
    return {
        "rnn": same("RNN"),
        "closed": Words("LSTM, biais d’oubli 0", "LSTM, forget bias 0"),
        "chosen": Words(f"LSTM choisi, biais {fr}", f"chosen LSTM, bias {en}"),
    }


def criterion(measures: Measures) -> Met:
    """The chosen LSTM recalls the bit; neither the RNN nor the LSTM that forgets early does."""
    is_lost = (measures["accuracy_rnn"] <= LOST) & (measures["accuracy_closed"] <= LOST)
    return is_lost & (measures["accuracy_chosen"] >= REMEMBERED)


def _outcome(measures: Measures) -> str:
    return recalled(measures, "chosen")


EXPERIMENT = Experiment(
    name="rnn_vs_lstm",
    theme=Theme.SEQUENCES,
    title=Words("Mémoire : RNN et LSTM", "Memory: RNN and LSTM"),
    question=Words(
        "Qui se souvient, à la fin d’une suite, du bit montré au tout début ?",
        "Who remembers, at the end of a sequence, the bit shown at its very start?",
    ),
    guesses=(
        ChoiceGuess(
            Words(
                "Après 24 pas d’entraînement, le LSTM choisi retrouve le premier bit…",
                "After 24 training steps, the chosen LSTM recalls the first bit…",
            ),
            RECALLED,
            _outcome,
        ),
        NumberGuess(
            Words(
                "Avant l’entraînement, que vaut l’influence du premier bit sur la perte du LSTM "
                "choisi, divisée par celle du dernier instant ?",
                "Before training, what is the influence of the first bit on the loss of the "
                "chosen LSTM, divided by that of the last time?",
            ),
            "trace_chosen",
            low=1e-40,
            high=1e6,
            is_log=True,
            plot="influence",
        ),
        CurveGuess(
            Words(
                "Tracez l’exactitude de validation du LSTM choisi, pas après pas.",
                "Draw the validation accuracy of the chosen LSTM, step by step.",
            ),
            "accuracy",
            "chosen",
        ),
    ),
    claim=Words(
        "Après 24 pas d’entraînement, au bout de suites de 40 instants, un LSTM dont la porte "
        "d’oubli part d’un biais de 4 retrouve le premier bit dans au moins 95 % des cas ; un "
        "RNN, ou un LSTM de biais 0, dans 80 % au plus.",
        "After 24 training steps, at the end of sequences of 40 times, an LSTM whose forget gate "
        "starts from a bias of 4 recalls the first bit in at least 95% of cases; an RNN, or an "
        "LSTM of bias 0, in 80% at most.",
    ),
    shows=Words(
        "Premier bit retrouvé après {length} instants : {accuracy_chosen:%} pour le LSTM choisi "
        "(biais {forget_bias}), {accuracy_closed:%} pour celui de biais 0, {accuracy_rnn:%} pour "
        "le RNN. Avant d’apprendre, l’influence de ce bit, rapportée à celle du dernier instant, "
        "valait {trace_chosen:.2}, {trace_closed:.2} et {trace_rnn:.2}.",
        "First bit recalled after {length} times: {accuracy_chosen:%} by the chosen LSTM (bias "
        "{forget_bias}), {accuracy_closed:%} by that of bias 0, {accuracy_rnn:%} by the RNN. "
        "Before learning, the influence of this bit, relative to that of the last time, was "
        "{trace_chosen:.2}, {trace_closed:.2} and {trace_rnn:.2}.",
    ),
    limits=Words(
        "LSTM ne veut pas dire mémoire longue : à chaque instant sa cellule est multipliée par f, "
        "soit σ(4) ≈ 0,98 mais σ(0) = 0,5, et un biais de 0 oublie comme un RNN. Entraînés plus "
        "longtemps, certains RNN finissent par retenir le bit. Et cette porte n’empêche pas "
        "l’explosion : ici le gradient de tous est écrêté à 1.",
        "LSTM does not mean long memory: at each time its cell is multiplied by f, that is "
        "σ(4) ≈ 0.98 but σ(0) = 0.5, and a bias of 0 forgets as an RNN does. Trained for longer, "
        "some RNNs end up keeping the bit. And this gate does not prevent explosion: every "
        "gradient here is clipped to 1.",
    ),
    plots=PLOTS,
    settings=Settings,
    run=run,
    criterion=criterion,
    presets=(
        Preset(Words("biais de 1", "bias of 1"), {"forget_bias": 1.0}),
        Preset(Words("suites courtes", "short sequences"), {"length": 10}),
        Preset(Words("suites de 50", "sequences of 50"), {"length": 50}),
    ),
    facts=("SEQ-02", "SEQ-12", "SEQ-14", "SEQ-16", "SEQ-17", "SEQ-18", "SEQ-20", "SEQ-24"),
    members=16,
)
