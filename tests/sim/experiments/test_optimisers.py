from tests.sim.measured import measured, median, met


def test_momentum_and_adam_learn_faster_than_sgd() -> None:
    assert met("optimisers", measured("optimisers", members=8)).all()


def test_the_claim_is_false_where_noise_rules() -> None:
    assert not met("optimisers", measured("optimisers", members=4, batch_size=1)).any()


def test_usual_rates_are_those_of_the_course() -> None:
    """Adam's is that of its article, 1e-3 (inventory OPT-40)."""
    measures = measured("optimisers", members=1, steps=10, is_usual=True)

    rates = [median(measures, f"rate_{name}") for name in ("sgd", "momentum", "rmsprop", "adam")]
    assert rates == [0.01, 0.01, 0.001, 0.001]
