"""A prediction is judged by a distance that can be told; expected values are reckoned by hand."""

import math

import pytest

from db.experiment_rows import Certainty, Closeness
from db.rows import Grade
from qtapp.plots.frame import PlotFrame
from qtapp.plots.limits import Limits
from qtapp.sessions.drawn_curve import DrawnCurve
from qtapp.sessions.judging import Judgement, judge_choice, judge_curve, judge_number, suggested
from sim.contents import OptionsGuess
from sim.declaration import NumberGuess
from sim.pictures import Curve
from sim.problems.two_layers_numbers import NUMBERS
from sim.words import same

FRAME = PlotFrame(Limits(0, 100), Limits(0, 2))


def assert_judged(judged: Judgement | None, closeness: Closeness, distance: float) -> None:
    assert judged is not None
    assert judged.closeness is closeness
    assert judged.distance == pytest.approx(distance, abs=1e-9)


def curve(x: tuple[float, ...], y: tuple[float, ...]) -> Curve:
    return Curve("p", "c", same("c"), x, y, y, y, (1.0,) * len(x))


def test_the_curve_itself_is_at_no_distance() -> None:
    drawn = DrawnCurve().stroked((0, 1), (1, 0.5))
    judged = judge_curve(drawn, FRAME, curve((0, 100), (2, 1)))
    assert_judged(judged, Closeness.RIGHT, 0)


def test_a_curve_a_quarter_too_high_is_at_a_quarter() -> None:
    drawn = DrawnCurve().stroked((0, 0.75), (1, 0.75))
    judged = judge_curve(drawn, FRAME, curve((0, 50, 100), (1, 1, 1)))
    assert_judged(judged, Closeness.WRONG, 0.25)


def test_only_places_that_both_have_count() -> None:
    drawn = DrawnCurve().stroked((0, 0.5), (0.5, 0.5))
    judged = judge_curve(drawn, FRAME, curve((0, 25, 100), (1, math.nan, 1)))
    assert_judged(judged, Closeness.RIGHT, 0)
    assert judge_curve(DrawnCurve(), FRAME, curve((0, 100), (1, 1))) is None


def test_a_logarithmic_axis_is_judged_by_its_powers() -> None:
    frame = PlotFrame(Limits(0, 1), Limits(0.01, 1), is_y_log=True)
    drawn = DrawnCurve().stroked((0, 0.5), (1, 0.5))  # the middle of 0.01 … 1 is 0.1
    judged = judge_curve(drawn, frame, curve((0, 1), (0.1, 0.1)))
    assert_judged(judged, Closeness.RIGHT, 0)


def test_a_number_is_judged_by_the_range_asked_for() -> None:
    guess = NumberGuess(same("?"), "m", low=0, high=1)
    assert_judged(judge_number(guess, 0.55, 0.6), Closeness.RIGHT, 0.05)
    assert_judged(judge_number(guess, 0.4, 0.6), Closeness.NEAR, 0.2)
    assert_judged(judge_number(guess, 0.0, 0.6), Closeness.WRONG, 0.6)


def test_a_number_over_many_powers_is_judged_by_its_ratio() -> None:
    guess = NumberGuess(same("?"), "m", low=1e-9, high=1, is_log=True)
    assert_judged(judge_number(guess, 2e-6, 1e-6), Closeness.NEAR, 2)
    assert_judged(judge_number(guess, 1e-3, 1e-6), Closeness.WRONG, 1000)


# By hand for the worked 2-2-2 network: δo₂ = (0.772928 − 0.99) × 0.772928 × (1 − 0.772928) =
# −0.038098, and δh₂ = 0.041370 × 0.596884 × (1 − 0.596884) = 0.009954.
@pytest.mark.parametrize(
    ("measure", "truth", "answers"),
    [
        ("delta_o2", -0.038098, {-0.038: Closeness.RIGHT, -0.09: Closeness.NEAR}),
        ("delta_o2", -0.038098, {0.038: Closeness.WRONG, 0.001: Closeness.WRONG}),
        ("delta_o2", -0.038098, {0.0: Closeness.NEAR}),  # no sign at all
        ("delta_h2", 0.009954, {0.01: Closeness.RIGHT, -0.0001: Closeness.WRONG}),
        ("delta_h1", -5.1e-6, {0.0: Closeness.RIGHT, 0.0002: Closeness.RIGHT}),  # about 0
    ],
)
def test_a_number_of_the_other_sign_is_never_near(
    measure: str, truth: float, answers: dict[float, Closeness]
) -> None:
    (guess,) = [g for g in NUMBERS if g.measure == measure]
    judged = {answer: judge_number(guess, answer, truth) for answer in answers}
    assert {answer: j.closeness for answer, j in judged.items() if j} == answers
    assert {answer for answer, j in judged.items() if j and j.is_sign_wrong} == {
        answer for answer, closeness in answers.items() if closeness is Closeness.WRONG
    }


def test_networks_that_gave_no_number_judge_nobody() -> None:
    assert judge_number(NumberGuess(same("?"), "m", low=0, high=1), 0.5, math.nan) is None


def test_a_choice_is_right_or_wrong() -> None:
    guess = OptionsGuess(same("?"), (("up", same("up")), ("down", same("down"))))
    assert judge_choice(guess, "up", "up").closeness is Closeness.RIGHT
    assert judge_choice(guess, "down", "up").closeness is Closeness.WRONG


@pytest.mark.parametrize(
    ("closeness", "certainty", "grade"),
    [  # the issue's own rule for quizzes: wrong, Again; right but guessed, Hard; right, Good
        (Closeness.WRONG, Certainty.SURE, Grade.AGAIN),
        (Closeness.WRONG, Certainty.GUESS, Grade.AGAIN),
        (Closeness.RIGHT, Certainty.GUESS, Grade.HARD),
        (Closeness.RIGHT, Certainty.LIKELY, Grade.GOOD),
        (Closeness.RIGHT, Certainty.SURE, Grade.GOOD),
        (Closeness.NEAR, Certainty.SURE, Grade.HARD),
    ],
)
def test_the_grade_suggested(closeness: Closeness, certainty: Certainty, grade: Grade) -> None:
    assert suggested(Judgement(closeness, 0.0), certainty) is grade
