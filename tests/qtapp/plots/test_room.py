"""Words keep to the room that a plot has for them."""

from qtapp.plots.room import apart, within
from qtapp.plots.ticks import Tick


def tick(text: str, *, is_major: bool = False) -> Tick:
    return Tick(0.0, 0.0, text, "", is_major)


def test_a_number_that_would_lie_on_another_is_left_out() -> None:
    """Twenty pixels each: at 0, at 10 (which the first one covers), at 30."""
    ticks = [tick("2"), tick("3"), tick("4")]
    assert apart(ticks, [(0, 20), (10, 30), (30, 50)], gap=4) == (ticks[0], ticks[2])


def test_a_power_goes_before_what_lies_between_powers() -> None:
    between, power = tick("90"), tick("100", is_major=True)
    assert apart([between, power], [(0, 20), (10, 30)], gap=0) == (power,)


def test_a_long_text_is_moved_into_its_room() -> None:
    assert within(10, 40, (0, 100)) == 20
    assert within(95, 40, (0, 100)) == 80
    assert within(50, 40, (0, 100)) == 50
