"""What is said of a card's experiment: what is asked, and how near a prediction came."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from db.experiment_rows import Certainty, Closeness
from db.rows import Scale
from qtapp import formats
from qtapp.pages.experiment_words import setting_in_words
from qtapp.said import language, said
from qtapp.sessions.judging import Guess, Judgement
from qtapp.sessions.prediction_state import PredictionState
from qtapp.sessions.review_state import grades_of
from qtapp.widgets.grade_words import captions
from sim.contents import OptionsGuess
from sim.declaration import CurveGuess, NumberGuess
from sim.words import number

translate = QCoreApplication.translate


def kind_of(guess: Guess) -> str:
    """What a guess asks for, in two words."""
    if isinstance(guess, CurveGuess):
        return translate("Prediction", "Draw the curve")
    if isinstance(guess, OptionsGuess):
        return translate("Prediction", "Pick the outcome")
    return translate("Prediction", "Give the number")


def certainty_name(certainty: Certainty) -> str:
    """How sure a learner is, as a button says it."""
    return {
        Certainty.SURE: translate("Prediction", "sure"),
        Certainty.LIKELY: translate("Prediction", "likely"),
        Certainty.GUESS: translate("Prediction", "a guess"),
    }[certainty]


def what_runs(state: PredictionState) -> str:
    """What is trained: « 32 networks · seed 7 · learning rate η = 2 », the first two once it is.

    Where nothing is left to chance there are neither networks nor a seed to name.
    """
    entry, order = state.entry, state.run.order
    parts = []
    if order is not None and entry is not None and entry.kind == "ensemble":
        parts.append(translate("Prediction", "%n network(s)", "", order.members))
        parts.append(translate("Prediction", "seed %1").replace("%1", str(order.seed)))
    if entry is not None:
        given = state.settings.items()
        parts += [setting_in_words(entry, name, value) for name, value in given]
    return " · ".join(parts)


def judged(state: PredictionState, scale: Scale) -> str:
    """How near the prediction came, by what measure, and which grade that suggests.

    "" where nothing was predicted.
    """
    judgement, guess, result = state.judgement, state.guess, state.run.result
    if judgement is None or guess is None or result is None:
        return ""
    truth = result.truths[state.guess_number]
    if isinstance(guess, OptionsGuess):
        text = _of_choice(judgement, guess, str(truth))
    elif isinstance(guess, NumberGuess):
        text = _of_number(judgement, guess, float(truth or 0), networks=len(result.met))
    else:
        text = _of_curve(judgement)
    return f"{text} {_suggested(state, scale)}".strip()


def _suggested(state: PredictionState, scale: Scale) -> str:
    if state.suggestion is None:
        return ""
    caption = captions(scale)[grades_of(scale).index(state.suggestion)]
    text = translate("Prediction", "Suggested grade: %1 (certainty: %2).")
    return text.replace("%1", caption).replace("%2", certainty_name(state.certainty))


def _of_curve(judgement: Judgement) -> str:
    text = translate(
        "Prediction",
        "The gap between your curve and the measured one averages %1 of the plot’s height: %2",
    )
    share = formats.percent(judgement.distance)
    return text.replace("%1", share).replace("%2", _closeness(judgement.closeness))


def _of_choice(judgement: Judgement, guess: OptionsGuess, truth: str) -> str:
    happened = said(dict(guess.options)[truth])
    if judgement.closeness is Closeness.RIGHT:
        return translate("Prediction", "You predicted it: %1.").replace("%1", happened)
    return translate("Prediction", "Something else happened: %1.").replace("%1", happened)


def _of_number(judgement: Judgement, guess: NumberGuess, truth: float, *, networks: int) -> str:
    if networks == 1:
        text = translate("Prediction", "The computation gives %1: %2")
    else:
        text = translate("Prediction", "The networks’ median is %1: %2")
    if guess.unit == "%":
        value = formats.percent(truth)
    else:
        value = f"{number(truth, '', language())} {guess.unit}".strip()
    if judgement.is_sign_wrong:
        return text.replace("%1", value).replace("%2", translate("Prediction", "the other sign."))
    return text.replace("%1", value).replace("%2", _closeness(judgement.closeness))


def _closeness(closeness: Closeness) -> str:
    return {
        Closeness.RIGHT: translate("Prediction", "well predicted."),
        Closeness.NEAR: translate("Prediction", "you were close."),
        Closeness.WRONG: translate("Prediction", "you were far off."),
    }[closeness]
