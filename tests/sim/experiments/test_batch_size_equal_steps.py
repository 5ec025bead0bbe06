from tests.sim.measured import measured, median, met


def test_one_example_a_step_learns_less_than_all_of_them() -> None:
    assert met("batch_size_equal_steps", measured("batch_size_equal_steps", members=8)).all()


def test_the_claim_is_false_of_a_small_rate() -> None:
    """Where no step is too big for its noise, noise averages out over the steps."""
    measures = measured("batch_size_equal_steps", members=5, learning_rate=0.02)

    assert met("batch_size_equal_steps", measures).mean() <= 0.5


def test_examples_seen_are_steps_times_batch() -> None:
    measures = measured("batch_size_equal_steps", members=1, steps=5)

    assert [median(measures, f"seen_{case}") for case in ("one", "many")] == [5, 320]
