"""The number of steps of an epoch is the examples over the batch (inventory OPT-14)."""

from tests.sim.measured import measured, median, met


def test_bigger_batches_have_learnt_less_after_as_many_epochs() -> None:
    assert met("batch_size_equal_epochs", measured("batch_size_equal_epochs", members=4)).all()


def test_the_claim_is_false_after_one_epoch_with_a_tiny_rate() -> None:
    measures = measured("batch_size_equal_epochs", members=4, epochs=1, learning_rate=0.001)

    assert not met("batch_size_equal_epochs", measures).any()


def test_steps_are_epochs_times_examples_over_batch() -> None:
    measures = measured("batch_size_equal_epochs", members=1, epochs=2)

    steps = [median(measures, f"steps_{case}") for case in ("one", "few", "many", "all")]
    assert steps == [512, 64, 8, 2]
