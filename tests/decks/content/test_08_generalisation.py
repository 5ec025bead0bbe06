"""Chapter 8 computes rightly, and says in words what is so.

What its programs print is checked by `test_programs`; here, what its answers compute and claim.
"""

import math
from collections.abc import Sequence
from itertools import pairwise, product

import numpy as np
import pytest
import torch
from torch import nn
from torch.nn import functional

from tests.decks.content.arithmetic.layers import dense
from tests.decks.content.arithmetic.penalties import (
    decayed_by_sgd,
    l1,
    l2,
    l2_step,
    lowest,
    penalised,
    thresholded,
)
from tests.decks.content.chapter_files import chapter_file
from tests.decks.content.figures import Figure, fr, tex, tex_power

CHAPTER = chapter_file("08-generalisation")
NOTES, QUESTIONS = CHAPTER.notes, CHAPTER.questions

WEIGHTS = (3, -2, 0.5, 0)  # of the inventory, REG-11


def dropped(a: float, p: float, *, is_inverted: bool = False) -> tuple[float, float]:
    """Mean and variance of an activation over both draws."""
    kept = a / (1 - p) if is_inverted else a
    mean = (1 - p) * kept
    return mean, (1 - p) * kept**2 - mean**2


def squared(guesses: Sequence[float], answer: float) -> float:
    """The mean squared error of some guesses."""
    return math.fsum((guess - answer) ** 2 for guess in guesses) / len(guesses)


def equalised(pixels: Sequence[int]) -> list[float]:
    """By the share of pixels that are darker or as dark, the darkest at 0."""
    ranks = [sum(other <= v for other in pixels) for v in pixels]
    return [255 * (rank - min(ranks)) / (len(pixels) - min(ranks)) for rank in ranks]


SHRUNK = [thresholded(w, 0.6) for w in (3, -2, 0.5)]
PREDICTIONS, TRUTH = (4, 6), 8
UNTOUCHED = 1 - (0.9 + 0.2 - 0.9 * 0.2)  # Neither of two independent events

GUESSES, ANSWER = (7, 9, 9, 11), 6  # q-biais-variance
MADE_LONGER = dense(8, 32, 32, 32, 1) - dense(8, 32, 1)
STEP = l2_step(-2, 0.05, 1) - 0.05 * 0.4
HALF_STEP = l2_step(-2, 0.05, 1 / 2) - 0.05 * 0.4  # The slip: no 2 in the derivative
DEMANDED = (2, 0.3)  # q-penalites
PIXELS = (60, 100, 140, 160)  # q-operations
BY_L2 = [penalised(a, lambda w: w**2) for a in DEMANDED]
BY_L1 = [penalised(a, abs) for a in DEMANDED]
BY_BOTH = [penalised(a, lambda w: abs(w) + w**2) for a in DEMANDED]
SHEARED_ONLY = 0.5 * (1 - 0.2)
DARKEST, BRIGHTEST = min(PIXELS), max(PIXELS)
RESULTS: list[Sequence[float]] = [
    [255 - v for v in PIXELS],
    [255 - v if v >= 128 else v for v in PIXELS],
    [255 * (v - DARKEST) / (BRIGHTEST - DARKEST) for v in PIXELS],
    equalised(PIXELS),
    [v - DARKEST for v in PIXELS],  # belongs to none: only moved
]


QUIZ = [
    Figure("q-biais-variance", "= 11 ± 0", fr(squared(GUESSES, ANSWER))),
    Figure("q-biais-variance", "(1 + 9 + 9 + 25) / 4 = 11$", tex(squared(GUESSES, ANSWER))),
    Figure("q-biais-variance", "+ 9 + 25)", tex((11 - ANSWER) ** 2)),
    Figure("q-couches-en-plus", f"= {fr(MADE_LONGER)} ± 0", fr(MADE_LONGER)),
    Figure("q-couches-en-plus", r"= 2\,112$", tex(MADE_LONGER)),
    Figure("q-l2-pas", "= −1,82 ±", fr(-STEP, 2)),
    Figure("q-l2-pas", "= -1{,}82$", tex(-STEP, 2)),
    Figure("q-l2-pas", r"-2 \times 0{,}9", tex(l2_step(1, 0.05, 1), 1)),
    Figure("q-l2-pas", "$-1{,}92$", tex(-HALF_STEP, 2)),
    Figure("q-penalites", r"| $(1\,; 0{,}15)$ |", tex(BY_L2[1], 2)),
    Figure("q-penalites", r"| $(1{,}5\,; 0)$ |", tex(BY_L1[0], 1)),
    Figure("q-penalites", r"| $(0{,}75\,; 0)$ |", tex(BY_BOTH[0], 2)),
    Figure("q-penalites", r"| $(1{,}5\,; -0{,}2)$ |", tex(0.5 - DEMANDED[1], 1)),
    Figure("q-penalites", r"\lambda / 2 = 0{,}5$", tex(1 / 2, 1)),
    Figure("q-seuillage", "= −1,3 ±", fr(-thresholded(-1.7, 0.1 * 4), 1)),
    Figure("q-seuillage", "de 1,7 à 1,3", fr(-thresholded(-1.7, 0.1 * 4), 1)),
    Figure("q-seuillage", r"\eta \lambda = 0{,}4$", tex(0.1 * 4, 1)),
    Figure("q-seuillage", "$-2{,}1$", tex(1.7 + 0.4, 1)),
    Figure("q-elastic", "= 1,4 ±", fr(l1((2, -1, 0.5), 0.1) + l2((2, -1, 0.5), 0.2), 1)),
    Figure("q-elastic", "= 0{,}35$", tex(l1((2, -1, 0.5), 0.1), 2)),
    Figure("q-elastic", "= 1{,}05$", tex(l2((2, -1, 0.5), 0.2), 2)),
    Figure("q-elastic", "+ 0{,}25)", tex(0.5**2, 2)),
    Figure("q-dropout-tirage", "par 0,7, sans", fr(1 - 0.3, 1)),
    Figure("q-dropout-formule", "[75|", fr(100 * (1 - 0.25))),
    Figure("q-origine", "= 3,9 ±", fr(dropped(6, 0.35)[0], 1)),
    Figure("q-origine", "= 3{,}9$", tex(dropped(6, 0.35)[0], 1)),
    Figure("q-origine", "$2{,}1$", tex(6 * 0.35, 1)),
    Figure("q-inverse", "= 7,5 ±", fr(2 * 3 / (1 - 0.2), 1)),
    Figure("q-inverse", "= 7{,}5$", tex(2 * 3 / (1 - 0.2), 1)),
    Figure("q-inverse", "= 3{,}75$", tex(3 / (1 - 0.2), 2)),
    Figure("q-inverse", "- p = 0{,}8$", tex(1 - 0.2, 1)),
    Figure("q-patience-code", "= 3 ± 0", fr(3)),  # What its program prints: `test_programs`
    Figure("q-sous-reseaux", "= 256 ± 0", fr(len(list(product((0, 1), repeat=3 + 5))))),
    Figure("q-sous-reseaux", "$2^8 = 256$", tex(len(list(product((0, 1), repeat=3 + 5))))),
    Figure("q-sous-reseaux", r"8 \times 32$", tex(2**5)),
    Figure("q-sous-reseaux", "8 + 32 = 40$", tex(2**3 + 2**5)),
    *(
        Figure("q-operations", "$(" + r"\,; ".join(map(tex, result)) + ")$", tex(v))
        for result in RESULTS
        for v in result
    ),
    Figure("q-politique", "= 0,4 ±", fr(SHEARED_ONLY, 1)),
    Figure("q-politique", "= 0{,}4$", tex(SHEARED_ONLY, 1)),
    Figure("q-taux-dix", "l’époque 200", fr(20 * 10)),
]

FIGURES = [
    *QUIZ,
    Figure("ecart-nul", r"\ln 10 \approx 2{,}3", tex(-math.log(1 / 10), 1)),
    Figure("table", "**10\u00a0%**", fr(100 / 10)),
    Figure("table", "**100\u00a0%**", fr(100)),
    Figure(
        "biais-variance-calcul",
        "2^2) / 2 = 10$",
        tex(math.fsum((guess - TRUTH) ** 2 for guess in PREDICTIONS) / 2),
    ),
    Figure("deux-unites", "avec 18 paramètres", fr(dense(2, 2, 2, 2))),
    Figure("deux-unites", "lieu de 4\u202f482", fr(dense(2, 64, 64, 2))),
    Figure("assurance-calcul", r"\approx 0{,}92", tex(-math.log(0.4), 2)),
    Figure("assurance-calcul", r"\approx 4{,}61", tex(-math.log(0.01), 2)),
    Figure("couche-parametres", r"= 4\,160", tex(dense(64, 64))),
    Figure("arret-poids", "**35**", fr(40 - 5)),
    Figure("l2-pas-calcul", r"\times 0{,}9 = 2{,}7", tex(l2_step(1, 0.1, 0.5), 1)),
    Figure("l2-pas-calcul", "= 2{,}7", tex(l2_step(3, 0.1, 0.5), 1)),
    Figure("l2-pas-calcul", "10\u00a0%", fr(100 * (1 - l2_step(1, 0.1, 0.5)))),
    Figure("l2-dix-pas", r"\approx 0{,}35", tex(0.9**10, 2)),
    Figure(
        "l2-biais", "= 50$", tex(lowest(lambda b: (b - 1) ** 2 + b**2) * 100)
    ),  # In hundreds: the grid ends at 4
    Figure("l2-calcul", "0{,}25 + 0", tex(0.5**2, 2)),
    Figure("l2-calcul", "= 0{,}1325", tex(l2(WEIGHTS, 0.01), 4)),
    Figure("weight-decay-moitie", r"$0{,}25 \sum_i w_i^2$", tex(0.5 / 2, 2)),
    Figure("weight-decay-code", "= 2{,}85", tex(decayed_by_sgd(3, 0.1, 0.5), 2)),
    Figure("weight-decay-code", "$1{,}5$", tex(0.5 * 3, 1)),
    Figure("weight-decay-code", "$2{,}7$", tex(l2_step(3, 0.1, 0.5), 1)),
    Figure("l1-minimum", "**2,75**", fr(lowest(lambda w: (w - 3) ** 2 + 0.5 * abs(w)), 2)),
    Figure("l1-minimum", "$0{,}25$", tex(0.5 / 2, 2)),
    Figure("l1-calcul", "= 0{,}055", tex(l1(WEIGHTS, 0.01), 3)),
    Figure("seuillage-calcul", r"(2{,}4\,;", tex(SHRUNK[0], 1)),
    Figure("seuillage-calcul", r"-1{,}4\,;", tex(SHRUNK[1], 1)),
    Figure("sous-gradient-code", "= 0{,}375", tex(0.5 * 0.75, 3)),
    Figure("l1-colonne", "**64**", fr(nn.Linear(5, 64).weight[:, 0].numel())),
    Figure("elastic-calcul", r"\times 5{,}5", tex(l1(WEIGHTS), 1)),
    Figure("elastic-calcul", r"\times 13{,}25", tex(l2(WEIGHTS), 2)),
    Figure("elastic-calcul", "= 0{,}055 +", tex(l1(WEIGHTS, 0.01), 3)),
    Figure("elastic-calcul", "+ 0{,}1325", tex(l2(WEIGHTS, 0.01), 4)),
    Figure("elastic-calcul", "= 0{,}1875", tex(l1(WEIGHTS, 0.01) + l2(WEIGHTS, 0.01), 4)),
    Figure("dropout-exactement", "éteint 20 **en moyenne**", fr(100 * 0.2)),
    Figure("dropout-exactement", r"0{,}2 \times 0{,}8", tex(1 - 0.2, 1)),
    Figure("dropout-moyenne", r"$0{,}8 \times 10", tex(1 - 0.2, 1)),
    Figure("dropout-place", r"\sigma(0) = 0{,}5", tex(torch.sigmoid(torch.tensor(0.0)).item(), 1)),
    Figure("inverse-calcul", "10 / 0{,}8", tex(1 - 0.2, 1)),
    Figure("inverse-calcul", "= 12{,}5$ à", tex(10 / (1 - 0.2), 1)),
    Figure("inverse-calcul", "**10** à l’usage", fr(dropped(10, 0.2, is_inverted=True)[0])),
    Figure("inverse-code", "à 12,5", fr(10 / (1 - 0.2), 1)),
    Figure("double-correction", "par 0,8 à l’entraînement", fr(1 - 0.2, 1)),
    Figure("inverse-variance", "$0{,}8", tex(1 - 0.2, 1)),
    Figure("inverse-variance", "12{,}5^2", tex(10 / (1 - 0.2), 1)),
    Figure("inverse-variance", "= 25$", tex(dropped(10, 0.2, is_inverted=True)[1])),
    Figure("sous-reseaux", "[16]", fr(len(list(product((0, 1), repeat=4))))),
    Figure("sous-reseaux-nombre", r"1{,}8 \times 10^{19}", tex_power(2.0**64, 1)),
    Figure("moyenne-de-modeles", "4 / 10 = 0{,}4", tex(4 / 10, 1)),
    Figure("augmentation-nombre", r"= 20\,000", tex(1000 * 20)),
    Figure("cisaillement-calcul", r"= (5\,; 10)", tex(10)),
    Figure("autocontraste-calcul", "= 51$", tex(255 * (70 - 50) / (150 - 50))),
    Figure("politique-calcul", r"= 0{,}1 \times 0{,}8", tex(1 - 0.9, 1)),
    Figure("politique-calcul", r"\times 0{,}8 =", tex(1 - 0.2, 1)),
    Figure("politique-calcul", "= 0{,}08", tex(UNTOUCHED, 2)),
]

# Numbers that a question gives, that name a setting of its experiment, or that a source gives.
GIVEN: dict[str, set[str]] = {
    "q-quel-reseau": {"0,01", "0,18", "0,30", "0,36", "0,42", "0,90", "0,91", "0,95"},
    "q-deux-pertes": {"0,01", "0,05", "0,07", "0,6", "1,4", "1,9", "2,3"},
    "q-deux-unites": {"64", "600"},
    "q-couches-en-plus": {"32"},
    "q-exemples": {"20", "1\u202f000"},
    "q-arret-gain": {"150"},
    "q-l2-pas": {"0,005", "0{,}05", "0{,}4"},
    "q-penalites": {"0{,}3"},
    "q-seuillage": {"0,01", "0{,}1", "1,7", "1{,}7"},
    "q-elastic": {"0,005", "0{,}1", "0{,}2", "0{,}5"},
    "q-choisir": {"64"},
    "q-dropout-tirage": {"30", "0{,}3"},
    "q-dropout-formule": {"0{,}25", "20", "50"},  # Usual values, REG-14 of the inventory
    "q-dropout-neuf": {"0,2", "0,5", "0{,}5", "0{,}9"},
    "q-origine": {"0,01", "0{,}35"},
    "q-inverse": {"0,01"},
    "q-moyenne-biais": {"0,4"},
    "q-operations": {"128", "140", "160"},
    "q-politique": {"0,005", "0,2", "0,5", "0{,}2", "0{,}5"},
    "q-taux-dix": {"20", "50"},
    "ecart-nul": {"10"},
    "etiquettes-au-hasard": {"2017"},  # Zhang et al., Understanding deep learning…, ICLR
    "diagnostic-sur": {"0,02", "0,90"},
    "diagnostic-sous": {"0,30", "1,20", "1,25"},
    "deux-unites": {"64"},
    "plus-de-points": {"60", "200"},
    "sans-bruit": {"600"},
    "exactitude-discrete": {"600"},
    "assurance-calcul": {"0,01", "0,4", "0{,}01", "0{,}4"},
    "couche-parametres": {"64", "200"},
    "capacite-cent-points": {"20", "64", "100"},
    "quantite": {"20", "60", "200", "1\u202f000"},
    "arret-poids": {"40"},
    "l2-pas-calcul": {"0{,}1", "0{,}5"},
    "l2-dix-pas": {"0,9", "0{,}9", "10"},
    "elastic-zeros": {"0{,}6"},
    "l2-minimum": {"0{,}5"},
    "l2-biais": {"100"},
    "l2-calcul": {"0{,}01", "0{,}5"},
    "weight-decay-moitie": {"0{,}5"},
    "weight-decay-code": {"0{,}1", "0{,}5"},
    "l2-code": {"0{,}1"},
    "l1-minimum": {"0{,}2", "0{,}5"},
    "l1-calcul": {"0{,}01", "0{,}5"},
    "seuillage-calcul": {"0,6", "0{,}5", "0{,}6"},
    "seuillage-code": {"0,5"},
    "sous-gradient-code": {"0{,}5", "0{,}75"},
    "l1-ecrasante": {"0{,}3"},
    "l1-toutes-utiles": {"0{,}3"},
    "elastic-calcul": {"0{,}01", "0{,}5"},
    "dropout": {"0,2", "0,5"},  # Usual values, REG-14 of the inventory
    "dropout-plage": {"0,1", "0,2", "0,5"},  # 0.1: Vaswani et al., Attention is all you need
    "dropout-exactement": {"0{,}2", "100"},
    "dropout-moyenne": {"0{,}2", "10"},
    "dropout-sortie": {"0{,}5"},
    "dropout-retarde": {"0{,}5"},
    "dropout-ecrasant": {"0{,}9"},
    "dropout-leger": {"0{,}2", "0{,}5"},
    "dropout-sans-faute": {"0{,}5"},
    "origine-usage": {"0{,}2", "10"},
    "piege-facteur-p": {"0{,}2", "10"},
    "piege-demi": {"0{,}5"},
    "p-garder": {"2014"},  # Srivastava et al., Journal of Machine Learning Research 15
    "inverse-calcul": {"0{,}2"},
    "inverse-variance": {"0{,}2", "10"},
    "monte-carlo": {"2016"},  # Gal and Ghahramani, Dropout as a Bayesian approximation, ICML
    "moyenne-de-modeles": {"10"},
    "sous-reseaux-nombre": {"64", "500\u202f000"},  # A bound, compared below
    "robustesse": {"0{,}5"},
    "augmentation": {"255"},
    "augmentation-nombre": {r"1\,000", "20"},
    "augmentation-vingt": {"20", "200"},
    "cisaillement-calcul": {"0,3", "0{,}3"},
    "inversion-code": {"128"},
    "autocontraste-calcul": {"50", "70", "150", "255"},
    "politique-lire": {"0,2"},
    "politique-intensite": {"0,2"},
    "politique-calcul": {"0,2", "0,9", "0{,}2", "0{,}9"},
    "lambda-echelle": {"0{,}001", "0{,}01", "0{,}1"},
}


def test_small_calculations_are_right() -> None:
    """Those whose results have one sign or are said in words, hence are no figures."""
    mean = sum(PREDICTIONS) / 2
    variance = sum((guess - mean) ** 2 for guess in PREDICTIONS) / 2
    assert (mean, mean - TRUTH, variance) == (5, -3, 1), "biais-variance-calcul"
    assert math.log(0.01) / math.log(0.4) == pytest.approx(5, abs=0.1), "assurance-calcul"
    assert 20 <= dense(64, 64) / 200 < 22, "couche-parametres"
    assert 2 / 3 < 9 / l2(WEIGHTS) < 0.7, "l2-calcul"
    assert (l2((1, 1)), l2((2, 0)), l1((1, 1)), l1((2, 0))) == (2, 4, 2, 2), "l2- and l1-partage"
    halves = [w / 2 for w in WEIGHTS]
    assert (l1(WEIGHTS) / l1(halves), l2(WEIGHTS) / l2(halves)) == (2, 4), "moitie"
    assert l2((1000,)) / l2((1,)) == 1_000_000, "l2-unites"
    assert SHRUNK[2] == 0, "seuillage-calcul"
    assert dropped(10, 0.2)[0] == 8, "dropout-moyenne, origine-usage"
    assert dropped(10, 0.2, is_inverted=True)[0] == 10, "inverse-calcul"
    assert math.sqrt(100 * 0.2 * 0.8) == pytest.approx(4), "dropout-exactement"
    assert 500_000 < 2**64 / 1e6 / (365.25 * 24 * 3600) < 600_000, "sous-reseaux-nombre"
    assert 2 + 0.3 * 10 == 5, "cisaillement-calcul"
    assert round(100 * UNTOUCHED) == 8, "politique-calcul"


def test_l2_divides_and_l1_takes_off() -> None:
    assert lowest(lambda w: (w - 3) ** 2 + 0.5 * w**2) == 2 == 3 / (1 + 0.5)
    assert lowest(lambda w: (w - 0.2) ** 2 + 0.5 * abs(w)) == 0
    assert lowest(lambda w: (w - 0.2) ** 2 + 0.5 * w**2) != 0


def test_soft_thresholding_is_that_of_torch_and_lowers_what_it_is_for() -> None:
    """It minimises ½(v − w)² + t|v|; see Parikh and Boyd, Proximal algorithms, section 6.5.2."""
    for w in (3, -2, 0.5, -0.6, 0):
        assert thresholded(w, 0.6) == pytest.approx(
            functional.softshrink(torch.tensor(float(w)), 0.6).item()
        )
        best = lowest(lambda v, w=w: (v - w) ** 2 / 2 + 0.6 * abs(v))  # type: ignore[misc]
        assert thresholded(w, 0.6) == pytest.approx(best, abs=1e-4)


def test_weight_decay_of_sgd_is_twice_the_strength_of_the_sum_of_squares() -> None:
    assert decayed_by_sgd(3, 0.1, 2 * 0.5) == pytest.approx(l2_step(3, 0.1, 0.5))
    bias = nn.Linear(1, 1).bias
    before = bias.item()
    bias.grad = torch.zeros(1)
    torch.optim.SGD([bias], lr=0.1, weight_decay=0.5).step()
    assert bias.item() == pytest.approx(0.95 * before)


def test_a_patience_counted_in_a_row_reaches_the_record() -> None:
    losses = [0.9, 0.95, 0.7, 0.75, 0.5, 0.4]  # of « patience-code »
    misses = [loss >= min(losses[:epoch], default=math.inf) for epoch, loss in enumerate(losses)]
    assert sum(misses) == 2
    assert not any(all(pair) for pair in pairwise(misses))
    assert losses.index(min(losses)) == 5


def test_a_unit_kept_by_torch_is_scaled_up_and_alone_gets_a_gradient() -> None:
    a = torch.full((1000,), 10.0, requires_grad=True)
    out = functional.dropout(a, 0.2)
    out.sum().backward()
    assert set(out.detach().tolist()) == {0, 10 / (1 - 0.2)}
    assert a.grad is not None
    assert torch.equal(a.grad > 0, out > 0)


def test_dropout_may_stand_on_either_side_of_relu_but_not_of_a_sigmoid() -> None:
    z, r = torch.tensor([-2.0, -1.0, 1.0, 3.0]), torch.tensor([1.0, 0.0, 0.0, 1.0]) / 0.8
    assert torch.equal(torch.relu(r * z), r * torch.relu(z))
    assert not torch.allclose(torch.sigmoid(r * z), r * torch.sigmoid(z))


def test_the_mean_of_thinned_networks_is_that_of_the_whole_one_only_if_nothing_bends() -> None:
    """Each draw of three units, p = 0.5, by its probability; « moyenne-approchee »."""
    a, w = torch.tensor([1.0, 2.0, 3.0]), torch.tensor([1.0, -2.0, 0.5])
    draws = [torch.tensor(r) for r in product((0.0, 1.0), repeat=3)]
    sums = torch.stack([(w * r * a).sum() for r in draws])
    whole = (w * 0.5 * a).sum()
    assert sums.mean() == pytest.approx(whole.item())
    assert torch.relu(sums).mean() > torch.relu(whole) + 0.1


def test_a_mean_of_models_has_less_variance_unless_they_are_copies() -> None:
    chance = np.random.default_rng(0)
    independent = 3 + 2 * chance.standard_normal((20_000, 10))
    assert independent.mean(axis=1).var() == pytest.approx(4 / 10, rel=0.05)
    assert independent.mean() == pytest.approx(3, abs=0.05)
    copies = np.repeat(independent[:, :1], 10, axis=1)
    assert copies.mean(axis=1).var() == pytest.approx(4, rel=0.05)


def test_what_quiz_questions_say_in_words_is_right() -> None:
    mean = sum(GUESSES) / 4
    assert (mean - ANSWER, squared(GUESSES, mean)) == (3, 2), "q-biais-variance"
    losses = {"A": (0.01, 0.95), "B": (0.18, 0.42), "C": (0.30, 0.36), "D": (0.90, 0.91)}
    assert min(losses, key=lambda name: losses[name][0]) == "A"
    assert min(losses, key=lambda name: sum(losses[name])) == "B"
    assert min(losses, key=lambda name: losses[name][1]) == "C"
    assert min(losses, key=lambda name: losses[name][1] - losses[name][0]) == "D"
    assert (BY_L2[0], BY_L1[1], BY_BOTH[1]) == (1, 0, 0), "q-penalites"
    assert 2 / 5 == 0.4, "q-moyenne-biais"
    assert 50 / 10 == 5, "q-taux-dix"


def test_a_unit_out_gets_no_gradient_before_it_nor_behind_it() -> None:
    """« q-dropout-gradient »."""
    before, behind = nn.Linear(3, 2), nn.Linear(2, 1)
    draw = torch.tensor([1.0, 0.0]) / 0.5
    behind(draw * torch.tanh(before(torch.rand(1, 3)))).sum().backward()
    for gradient in (before.weight.grad, behind.weight.grad):
        assert gradient is not None
        by_unit = gradient.T if gradient.shape[0] == 1 else gradient
        assert [bool(row.any()) for row in by_unit] == [True, False]
