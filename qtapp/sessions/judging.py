"""How near a prediction came to what the networks did, and the grade that suggests.

The learner decides; this only proposes, and says by what measure.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from dataclasses import dataclass

from db.experiment_rows import Certainty, Closeness
from db.rows import Grade
from qtapp.plots.frame import PlotFrame
from qtapp.sessions.drawn_curve import DrawnCurve
from sim.contents import OptionsGuess
from sim.declaration import CurveGuess, NumberGuess
from sim.pictures import Curve

CURVE_RIGHT, CURVE_NEAR = 0.08, 0.18  # mean distance, as a share of the axes' height
NUMBER_RIGHT, NUMBER_NEAR = 0.10, 0.25  # distance, as a share of the range asked for
FACTOR_RIGHT, FACTOR_NEAR = 1.5, 4.0  # greater over smaller, where a ratio judges
SIGN_TELLS = 0.02  # a truth further from 0 than this share of the range has a sign to be found


@dataclass(frozen=True, slots=True)
class Judgement:
    """A prediction beside the truth.

    Attributes:
        closeness: How near it came.
        distance: For a curve, the mean distance as a share of the axes' height; for a number, the
            share of the range or, where a ratio judges, the factor; for a choice 0 or 1.
        is_sign_wrong: Whether a number has the other sign than a truth clearly away from 0, which
            is wrong however near: a derivative of the other sign makes its weight go astray.
    """

    closeness: Closeness
    distance: float
    is_sign_wrong: bool = False


def judge_choice(guess: OptionsGuess, answer: str, truth: str) -> Judgement:
    """An outcome picked among those of the guess."""
    assert answer in dict(guess.options)
    is_right = answer == truth
    return Judgement(Closeness.RIGHT if is_right else Closeness.WRONG, float(not is_right))


def judge_number(guess: NumberGuess, answer: float, truth: float) -> Judgement | None:
    """A number given; None where the networks gave none, because they diverged."""
    if not math.isfinite(truth):
        return None
    if guess.is_log and answer > 0 and truth > 0:
        factor = max(answer, truth) / min(answer, truth)
        return Judgement(_closeness(factor, FACTOR_RIGHT, FACTOR_NEAR), factor)
    span = guess.high - guess.low
    distance = abs(answer - truth) / span
    if answer * truth < 0 and abs(truth) > SIGN_TELLS * span:
        return Judgement(Closeness.WRONG, distance, is_sign_wrong=True)
    return Judgement(_closeness(distance, NUMBER_RIGHT, NUMBER_NEAR), distance)


def judge_curve(drawn: DrawnCurve, frame: PlotFrame, truth: Curve) -> Judgement | None:
    """A curve drawn: its mean vertical distance to the true one, where both are.

    What leaves the frame counts as its edge. None where they have no place in common.
    """
    places = len(drawn.heights) - 1
    along = [frame.along(x) for x in truth.x]
    up = [min(max(frame.up(y), 0.0), 1.0) if math.isfinite(y) else math.nan for y in truth.mean]
    gaps = []
    for place, height in enumerate(drawn.heights):
        true = _between(along, up, place / places)
        if height is not None and math.isfinite(true):
            gaps.append(abs(height - true))
    if not gaps:
        return None
    distance = sum(gaps) / len(gaps)
    return Judgement(_closeness(distance, CURVE_RIGHT, CURVE_NEAR), distance)


def _between(xs: list[float], ys: list[float], x: float) -> float:
    """Linear interpolation; NaN outside, and beside what is not finite."""
    after = bisect_left(xs, x)
    if after < len(xs) and xs[after] == x:
        return ys[after]
    if after in (0, len(xs)):
        return math.nan
    left, right = xs[after - 1], xs[after]
    return ys[after - 1] + (ys[after] - ys[after - 1]) * (x - left) / (right - left)


def _closeness(distance: float, right: float, near: float) -> Closeness:
    if distance <= right:
        return Closeness.RIGHT
    return Closeness.NEAR if distance <= near else Closeness.WRONG


def suggested(judgement: Judgement, certainty: Certainty) -> Grade:
    """The grade that a prediction suggests: never Easy, and a lucky guess is not known yet."""
    if judgement.closeness is Closeness.WRONG:
        return Grade.AGAIN
    if judgement.closeness is Closeness.NEAR or certainty is Certainty.GUESS:
        return Grade.HARD
    return Grade.GOOD


Guess = CurveGuess | OptionsGuess | NumberGuess
