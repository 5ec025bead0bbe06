"""Some twenty moments a second are shown, the first at once."""

from sim.throttle import Throttle


class Clock:
    """Seconds, moved by hand."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def shown(clock: Clock, *, step_s: float, drawing_s: float, steps: int) -> list[int]:
    """Which steps of a run were drawn."""
    throttle, drawn = Throttle(clock), []
    for step in range(steps):
        if throttle.begins():
            clock.now += drawing_s
            throttle.ended()
            drawn.append(step)
        clock.now += step_s
    return drawn


def test_the_first_moment_is_shown_at_once() -> None:
    assert shown(Clock(), step_s=0.001, drawing_s=0, steps=3) == [0]


def test_twenty_moments_a_second_are_shown() -> None:
    """Steps of 10 ms: one in five or six is at least 50 ms after the one before."""
    assert len(shown(Clock(), step_s=0.0101, drawing_s=0, steps=100)) == 20


def test_slow_steps_are_all_shown() -> None:
    assert shown(Clock(), step_s=0.1, drawing_s=0, steps=4) == [0, 1, 2, 3]


def test_drawing_takes_no_more_than_a_fifth_of_the_time() -> None:
    clock = Clock()
    drawn = shown(clock, step_s=0.001, drawing_s=0.05, steps=2000)
    assert len(drawn) * 0.05 <= 0.21 * (clock.now - 100)


def test_a_moment_that_is_waited_for_is_shown_however_soon_it_comes() -> None:
    clock = Clock()
    throttle = Throttle(clock)
    assert throttle.begins()
    throttle.ended()
    assert not throttle.begins()
    throttle.let_pass()
    assert throttle.begins()
    throttle.ended()
    assert not throttle.begins()
