"""Starting from weights learnt elsewhere, on seeds that tuned nothing."""

from tests.sim.measured import measured, share_met


def test_pretraining_is_worth_most_when_examples_are_few() -> None:
    assert share_met("transfer") >= 0.95


def test_the_claim_is_false_after_one_step_of_pretraining() -> None:
    assert share_met("transfer", pretraining=1) == 0


def test_weights_were_handed_over() -> None:
    """On clean pictures it must know most digits before it sees one; at random 10 % are right."""
    found = measured("transfer", 4, grain=0)
    assert (found["before"] > 0.6).all()
