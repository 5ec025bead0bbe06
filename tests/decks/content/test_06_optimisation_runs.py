"""The runs of chapter 6: what its experiments show is what its notes say."""

import math

import pytest

from sim.declaration import Measures
from tests.decks.content.runs import names_carried, ran
from tests.decks.content.test_06_optimisation import CHAPTER, NOTES
from tests.sim.measured import measured, median

EXPERIMENTS = {
    *("batch_size_equal_epochs", "batch_size_equal_steps", "descent_kinds", "divergence"),
    *("early_stopping", "gradient_noise", "learning_rate", "optimisers", "ravine"),
    *("batch_cost", "one_weight"),
}


def test_the_experiments_of_the_chapter_are_shown() -> None:
    assert names_carried(NOTES) == EXPERIMENTS


def shown(id_: str, *, members: int = 8) -> Measures:
    """What the experiment of a card measures with the card's settings."""
    return ran(NOTES[id_], members)


@pytest.mark.course
def test_rates_that_are_too_small_or_too_big() -> None:
    assert median(shown("taux-minuscule"), "left_chosen") > 0.95, "presque tout"
    assert shown("parabole-un-pas", members=1)["left_chosen"][0] == 0
    assert shown("parabole-oscille", members=1)["left_chosen"][0] == 1
    diverging = shown("limite-infini")
    assert diverging["is_finite"].max() == 0
    assert diverging["steps_finite"].max() < 500


@pytest.mark.course
def test_a_tiny_rate_hardly_moves_and_a_bigger_batch_keeps_more() -> None:
    assert median(shown("taux-dabord"), "left_chosen") > 0.9, "à peine bougé"
    assert median(shown("lot-entier-memoire", members=1), "doubling") == 2, "Cela double"


@pytest.mark.course
def test_one_epoch_of_small_batches() -> None:
    assert median(shown("droite-lots-de-quatre"), "left_mini") < 0.05, "presque rien"
    slow = shown("droite-en-ligne-lente")
    assert median(slow, "left_one") < 0.1, "l’essentiel"
    assert median(slow, "left_full") > 0.9, "à peine bougé"


def test_one_weight_is_moved_as_cards_say() -> None:
    def found(id_: str, measure: str) -> float:
        return float(shown(id_, members=1)[measure][0])

    assert found("perte-echelle", "louder_sgd") == pytest.approx(
        100 * found("perte-echelle", "first_sgd")
    )
    assert found("perte-echelle", "louder_adam") == pytest.approx(1, abs=1e-6)
    assert found("momentum-trois-pas", "first_momentum") == pytest.approx(1)
    assert 0.1 * found("momentum-trois-pas", "last_momentum") == pytest.approx(0.271)
    assert found("momentum-lancement", "last_momentum") == pytest.approx(10, rel=0.01)
    assert 0.01 * found("rmsprop-regime", "last_rmsprop") == pytest.approx(0.01, rel=1e-4)
    assert 0.01 * found("rmsprop-premier-pas", "first_rmsprop") == pytest.approx(0.0316, abs=1e-4)
    assert found("adam-alterne", "last_adam") == pytest.approx(0.053, abs=5e-4)
    assert 0.001 * found("adam-sans-correction", "first_raw") == pytest.approx(0.00316, abs=1e-5)
    assert found("adam-borne", "moved_adam") == pytest.approx(1, rel=1e-3), "Un millier"
    assert 0.001 * found("adam-premier-signe", "first_adam") == pytest.approx(0.001, rel=2e-5)
    assert found("adamw-calcul", "left_adamw") == pytest.approx(0.999**1000)
    assert found("l2-adam-code", "left_adam_l2") < found("l2-adam-code", "left_adamw") - 0.05
    assert found("adamw-copie", "left_frozen") == pytest.approx(-2)
    assert found("adamw-copie", "left_adamw") == pytest.approx(0.99**300)
    assert found("adam-memoire", "kept_adam") == 2
    assert found("pente-et-but", "slope_angle") > 75, "presque d’un angle droit"


def test_one_weight_answers_questions() -> None:
    remains = asked("q-ema-troisieme", members=1)["remains"][0]
    assert remains == pytest.approx(0.128)
    limit = asked("q-vitesse-limite", members=1)["last_momentum"][0]
    assert limit == pytest.approx(20, rel=1e-4)
    moved = asked("q-adam-vingt", members=1)["moved_adam"][0]
    assert moved == pytest.approx(0.2, rel=1e-6)


@pytest.mark.course
def test_three_ways_down_to_a_line() -> None:
    usual = shown("droite-une-epoque")
    assert median(usual, "left_one") < median(usual, "left_mini") < median(usual, "left_full")
    assert 0.4 < median(usual, "rises_one") < 0.5, "près de la moitié"
    assert usual["rises_full"].max() == 0
    assert median(usual, "end_one") > 0.3 * median(usual, "left_one"), "ne baisse plus guère"
    big = measured("descent_kinds", 8, learning_rate=0.4)
    assert median(big, "end_full") < median(big, "end_mini") < median(big, "end_one")
    assert median(shown("droite-sans-bruit"), "end_one") < 1e-6
    longer = measured("descent_kinds", 8, learning_rate=0.01, epochs=10)
    assert median(longer, "end_one") < 0.2 * median(usual, "end_one")


@pytest.mark.course
def test_the_noise_of_a_gradient() -> None:
    usual = shown("variance-quatre")
    assert median(usual, "fourfold") == pytest.approx(4, abs=0.5)
    once = shown("bruit-sans-remise")
    assert median(once, "slope") < median(usual, "slope") - 0.05
    assert median(once, "noise_most") / median(usual, "noise_most") == pytest.approx(0.5, abs=0.1)
    assert median(shown("bruit-plus-tard"), "balance") > 2 * median(usual, "balance")


@pytest.mark.course
def test_batch_sizes_compared() -> None:
    once = shown("lot-une-epoque")
    assert median(once, "accuracy_one") > median(once, "accuracy_all") + 0.4
    assert median(once, "accuracy_all") < 0.2, "presque au hasard"
    scaled = shown("regle-lineaire")
    assert median(scaled, "accuracy_many") > median(scaled, "accuracy_few") - 0.08
    assert median(scaled, "accuracy_all") < median(scaled, "accuracy_few") - 0.2
    steps, slow = measured("batch_size_equal_steps", 8), shown("lot-petit-taux")
    assert abs(median(steps, "accuracy_all") - median(steps, "accuracy_many")) < 0.03
    assert median(steps, "accuracy_few") > median(steps, "accuracy_one") + 0.3
    gaps = [median(m, "accuracy_all") - median(m, "accuracy_one") for m in (steps, slow)]
    assert gaps[1] < gaps[0] / 2
    assert median(slow, "accuracy_all") < median(steps, "accuracy_all")


@pytest.mark.course
def test_four_methods_in_a_ravine() -> None:
    def steps(id_: str, method: str) -> float:
        return float(shown(id_, members=1)[f"steps_{method}"][0])

    assert 2.7 < steps("ravin-cent", "gd") / steps("ravin-cent", "momentum") < 3
    assert steps("ravin-cent", "adam") == pytest.approx(steps("ravin-cent", "momentum"), rel=0.1)
    assert steps("rmsprop-fond", "rmsprop") == math.inf
    assert steps("ravin-rond", "gd") < steps("ravin-rond", "momentum")
    assert steps("ravin-etroit", "gd") > 2.5 * steps("ravin-cent", "gd")
    assert steps("ravin-etroit", "momentum") < 1.1 * steps("ravin-cent", "momentum")
    assert steps("ravin-trop", "momentum") == math.inf
    assert steps("ravin-sans-memoire", "momentum") == steps("ravin-sans-memoire", "gd")
    assert steps("ravin-sans-memoire", "adam") > 3 * steps("ravin-cent", "adam")


@pytest.mark.course
def test_four_methods_on_a_network() -> None:
    best = shown("optimiseurs-meilleurs")
    assert median(best, "rate_adam") == 0.03
    assert median(best, "loss_momentum") < median(best, "loss_adam") < median(best, "loss_sgd") / 3
    usual = shown("optimiseurs-usuels")
    assert median(usual, "loss_momentum") < median(usual, "loss_adam") < median(usual, "loss_sgd")
    assert median(best, "loss_sgd") < median(usual, "loss_momentum") / 5
    noisy = shown("optimiseurs-bruit")
    for method in ("momentum", "adam"):
        assert median(noisy, f"loss_{method}") > 0.85 * median(noisy, "loss_sgd")


@pytest.mark.course
def test_the_final_loss_against_the_rate_is_a_valley_and_clean_labels_need_no_stop() -> None:
    swept = shown("balayage")
    assert median(swept, "left_right") < 0.1 < 0.9 < median(swept, "left_tiny")
    assert median(swept, "left_chosen") > 0.5
    clean = shown("arret-sans-bruit")
    assert median(clean, "test_stopped") > 0.9 * median(clean, "test_going_on")
    assert median(clean, "stopped_share") < 0.9, "Il épargne du calcul"


def asked(id_: str, *, members: int = 8) -> Measures:
    """What the experiment of a question measures with the question's settings."""
    return ran(CHAPTER.questions[id_], members)


@pytest.mark.course
def test_the_experiments_of_questions_say_what_their_answers_say() -> None:
    parabola = asked("q-parabole-diverge", members=1)
    assert math.sqrt(parabola["left_chosen"][0]) == pytest.approx(1.2**20)
    jumped = asked("q-perte-finie")
    assert 1.1 < median(jumped, "highest_chosen") < math.inf, "bondit, reste un nombre fini"
    lines = asked("q-exact-plus-pres")
    assert median(lines, "left_full") > median(lines, "left_one")
    steps = asked("q-sans-hasard")
    assert median(steps, "accuracy_all") > median(steps, "accuracy_one")
    epochs = asked("q-lot-unique")
    assert median(epochs, "accuracy_all") < median(epochs, "accuracy_few")
    assert median(asked("q-bruit-seize"), "fourfold") == pytest.approx(4, abs=0.5)
    narrow, usual = (asked(id_, members=1) for id_ in ("q-ravin-triple", "q-cuvette-ronde"))
    assert 2.5 < narrow["steps_gd"][0] / shown("ravin-cent", members=1)["steps_gd"][0] < 3
    assert usual["steps_momentum"][0] / usual["steps_gd"][0] == pytest.approx(3, abs=0.2)
    methods = asked("q-sgd-ou-adam")
    assert median(methods, "loss_sgd") > 2 * median(methods, "loss_adam")
    stopped = asked("q-jusquau-bout")
    assert median(stopped, "test_stopped") < 0.8 * median(stopped, "test_going_on")
