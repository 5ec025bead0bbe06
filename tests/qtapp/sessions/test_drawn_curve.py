"""Drawing a curve by mouse or keyboard."""

from qtapp.sessions.drawn_curve import PLACES, DrawnCurve

LAST = PLACES - 1


def test_a_stroke_across_draws_a_straight_line() -> None:
    curve = DrawnCurve().stroked((0, 1), (1, 0))
    assert curve.is_complete
    assert curve.heights[0] == 1
    assert curve.heights[LAST // 2] == 0.5
    assert curve.heights[LAST] == 0


def test_a_stroke_from_right_to_left_draws_the_same() -> None:
    assert (
        DrawnCurve().stroked((1, 0), (0, 1)).heights == DrawnCurve().stroked((0, 1), (1, 0)).heights
    )


def test_a_later_stroke_draws_over_an_earlier_one() -> None:
    curve = DrawnCurve().stroked((0, 0.5), (1, 0.5)).stroked((0.5, 1), (1, 1))
    assert (curve.heights[0], curve.heights[LAST]) == (0.5, 1)


def test_no_hole_is_left_between_two_strokes() -> None:
    curve = DrawnCurve().stroked((0, 0), (0.25, 0)).stroked((0.75, 1), (1, 1))
    assert curve.is_complete
    assert curve.heights[LAST // 2] == 0.5


def test_a_stroke_outside_the_axes_stays_at_their_edge() -> None:
    curve = DrawnCurve().stroked((-1, 2), (2, -3))
    assert curve.is_complete
    assert all(height is not None and 0 <= height <= 1 for height in curve.heights)


def test_the_keyboard_draws_from_left_to_right() -> None:
    curve = DrawnCurve().raised(0.25)
    for _ in range(LAST):
        curve = curve.moved(1)
    assert set(curve.heights) == {0.75}
    assert curve.is_complete


def test_the_cursor_stays_on_the_axes() -> None:
    assert DrawnCurve().moved(-5).cursor == 0
    assert DrawnCurve().moved(1000).cursor == LAST


def test_moving_draws_nothing_before_a_height_is_given() -> None:
    assert DrawnCurve().moved(3).is_empty
