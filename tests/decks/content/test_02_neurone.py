"""Chapter 2: its figures, and what its perceptron and its small networks do, computed again."""

import itertools
import math
import re
from collections.abc import Callable

import numpy as np
import pytest
import torch
from torch import nn

from tests.decks.content.arithmetic.activations import relu, sigmoid
from tests.decks.content.arithmetic.layers import dense, weights
from tests.decks.content.arithmetic.two_two_two import START, both_passes
from tests.decks.content.chapter_files import chapter_file
from tests.decks.content.course_text import THIN
from tests.decks.content.figures import Figure, fr, minus, tex

CHAPTER = chapter_file("02-neurone")
NOTES = CHAPTER.notes
QUESTIONS = CHAPTER.questions

CORNERS = ((1, 1), (1, -1), (-1, 1), (-1, -1))
AND, OR, XOR = (1, -1, -1, -1), (1, 1, 1, -1), (-1, 1, 1, -1)
PATTERNS = {
    "uni": (1, 1, 1, 1),
    "vertical": (1, -1, 1, -1),
    "diagonal": (1, -1, -1, 1),
    "horizontal": (1, 1, -1, -1),
}


def dot(w: tuple[float, ...], x: tuple[float, ...]) -> float:
    return math.fsum(a * b for a, b in zip(w, x, strict=True))


def perceptron(
    targets: tuple[int, ...], *, passes: int, is_strict: bool = False, rate: float = 1.0
) -> list[tuple[float, ...]]:
    """The weights (bias first) after each correction on the four corners, from zero."""
    w: tuple[float, ...] = (0, 0, 0)
    corrected = []
    for _ in range(passes):
        for corner, y in zip(CORNERS, targets, strict=True):
            x = (1, *corner)
            is_wrong = y * dot(w, x) < 0 if is_strict else y * dot(w, x) <= 0
            if is_wrong:
                w = tuple(a + rate * y * b for a, b in zip(w, x, strict=True))
                corrected.append(w)
    return corrected


def xor_of_two_relus(x1: float, x2: float) -> float:
    return relu(x1 + x2) - 2 * relu(x1 + x2 - 1)


def forward(activation: Callable[[float], float]) -> float:
    """Of the 2-2-1 network of « q-avant-calcul »."""
    z = np.array([[1, 1], [-1, 2]]) @ [2, -1] + [0, 1]
    return float(np.array([4, 5]) @ [activation(value) for value in z] - 1)


def pool_of_the_best_line() -> float:
    """Least squares without interaction, on the four houses of « q-interaction-moyenne »."""
    houses = np.array([(1, pool, ocean) for pool in (0, 1) for ocean in (0, 1)])
    prices = [200 + 50 * p + 80 * o + 120 * p * o for _, p, o in houses]
    return float(np.linalg.lstsq(houses, np.array(prices), rcond=None)[0][1])


INPUTS, WEIGHTS = (0.5, 0.0, -0.75, 0.75), (-0.2, 0.0, 0.8, -0.5)
PRODUCTS = [w * x for w, x in zip(WEIGHTS, INPUTS, strict=True)]
Z = dot(WEIGHTS, INPUTS)
IMAGES = list(itertools.product((-1, 1), repeat=4))
MEMORY = [math.tanh(0.8 * math.tanh(0.6) + 0.1)]
MEMORY.append(math.tanh(0.8 * MEMORY[0] + 0.1))
PIXELS, BIAS = (-1.0, 0.5, -0.5, 1.0), 0.3
Z_WITH_BIAS = dot(WEIGHTS, PIXELS) + BIAS
SEEN = (1.0, 2.0, 1.0)  # « q-perceptron-pas », the constant entry first
AFTER = tuple(w + 0.5 * -1 * x for w, x in zip((0.0, 1.0, -1.0), SEEN, strict=True))
POOL = pool_of_the_best_line()
DEEP = QUESTIONS["q-profondeur"].body.partition("= 4")[0]

FIGURES = [
    Figure("poids-unites", f"**1{THIN}000**", fr(1_000 / 1)),
    Figure("neurone-somme-calcul", "[$-1{,}075$](#1", tex(Z, 3)),
    Figure("neurone-somme-calcul", "$-0{,}1$", tex(PRODUCTS[0], 1)),
    Figure("neurone-somme-calcul", "$-0{,}6$", tex(PRODUCTS[2], 1)),
    Figure("neurone-somme-calcul", "$-0{,}375$", tex(PRODUCTS[3], 3)),
    Figure("neurone-activation-calcul", r"\sigma(z) \approx 0{,}254", tex(sigmoid(Z), 3)),
    Figure("neurone-activation-calcul", r"\tanh z \approx -0{,}791", tex(math.tanh(Z), 3)),
    Figure("neurone-activation-calcul", "mi-hauteur de $0{,}5$", tex(sigmoid(0), 1)),
    Figure("neurone-tanh-echelle", "$0{,}254$", tex(sigmoid(Z), 3)),
    Figure("neurone-tanh-echelle", "$-0{,}791$", tex(math.tanh(Z), 3)),
    Figure("pixels-compte", "sur 16**", fr(len(IMAGES))),
    Figure("pixels-compte", "$2^4 = 16$", tex(2**4)),
    Figure("motif-ideal", "= 1{,}5$", tex(sum(map(abs, WEIGHTS)), 1)),
    Figure("neurone-biais-relu", "**0,525**", fr(relu(Z + 1.6), 3)),
    Figure("neurone-biais-relu", "$-1{,}075$", tex(Z, 3)),
    Figure("neurone-biais-relu", "à $0{,}525$", tex(Z + 1.6, 3)),
    Figure("recurrent-calcul", "0,485", fr(MEMORY[0], 3)),
    Figure("recurrent-calcul", "**0,453**", fr(MEMORY[1], 3)),
    Figure("profondeur-largeur", "**128**", fr(max(128, 64))),
    Figure("cachee-echange", "$4! = 24$", tex(math.factorial(4))),
    Figure("quatre-lineaire", "25\u00a0%", fr(100 / len(PATTERNS))),
    Figure("parametres-341", "[16](#1", fr(weights(3, 4, 1))),
    Figure("parametres-341", "= 16$ flèches", tex(weights(3, 4, 1))),
    Figure("parametres-341", "[21](#3", fr(dense(3, 4, 1))),
    Figure("parametres-chiffres", "= 64$ entrées", tex(8 * 8)),
    Figure("parametres-chiffres", r"64 \times 10 + 10 = 650", tex(dense(8 * 8, 10))),
    Figure(
        "parametres-couche-de-plus",
        f"**7{THIN}616**",
        fr(dense(784, 128, 64, 10) - dense(784, 128, 10)),
    ),
    Figure("parametres-couche-de-plus", r"$1\,290$", tex(dense(128, 10))),
    Figure("parametres-couche-de-plus", r"$8\,256$", tex(dense(128, 64))),
    Figure("parametres-couche-de-plus", "$650$", tex(dense(64, 10))),
    Figure("parametres-couche-de-plus", r"$100\,480$", tex(dense(784, 128))),
    Figure("parametres-milliard", f"**31{THIN}600**", fr(round(math.sqrt(1e9), -2))),
    Figure("parametres-code", "$12 + 4$", tex(3 * 4)),
    Figure("avant-multiplications", r"= 6\,422\,528$", tex(64 * 784 * 128)),
    Figure("dense-image", r"= 150\,528$", tex(224 * 224 * 3)),
    Figure("dense-image", "**150 millions**", fr(224 * 224 * 3 * 1_000 // 1_000_000)),
    Figure("dense-vingt-maisons", "en a 97", fr(dense(4, 16, 1))),
]

# Quiz questions.
B1_RAISED = both_passes({**START, "b1": START["b1"] + 2})
HIDDEN, RAISED = (B1_RAISED.a["h1"], B1_RAISED.a["h2"]), B1_RAISED.z["o1"]
FIGURES += [
    *(
        Figure("avant-biais-cache", r"$(0{,}915\,; 0{,}916)$", tex(activation, 3))
        for activation in HIDDEN
    ),
    *(
        Figure("avant-biais-cache", f"{weight}{times}{tex(activation, 3)}", tex(activation, 3))
        for weight, times, activation in zip(
            ("0{,}40", "0{,}45"), (r" \times ",) * 2, HIDDEN, strict=True
        )
    ),
    Figure("avant-biais-cache", r"\approx 1{,}378$, puis", tex(RAISED, 3)),
    Figure("avant-biais-cache", r"\sigma(1{,}378) \approx 0{,}799$", tex(sigmoid(RAISED), 3)),
    Figure("avant-biais-cache", "$0{,}59$ à", tex(sigmoid(0.3775), 2)),
    Figure("avant-biais-cache", "répondait 0,75", fr(sigmoid(1.1059), 2)),  # inventory, RET-25
]

FIGURES += [
    Figure("q-biais-deplacer", "= −6 ± 0", minus(fr(-4 * 1.5))),
    Figure("q-biais-deplacer", r"= -4 \times 1{,}5 = -6", tex(3 / 2, 1)),
    Figure("q-biais-deplacer", "$x = 0{,}5$", tex(2 / 4, 1)),
    Figure("q-biais-deplacer", "$x = -1{,}5$", tex(-6 / 4, 1)),
    Figure("q-neurone-somme", "= −0,4 ± 0,001", minus(fr(Z_WITH_BIAS, 1))),
    *(
        Figure(
            "q-neurone-somme", r"$0{,}2 + 0 - 0{,}4 - 0{,}5 + 0{,}3 = -0{,}4$", tex(abs(term), 1)
        )
        for term in (*(w * x for w, x in zip(WEIGHTS, PIXELS, strict=True) if x * w), BIAS)
    ),
    Figure("q-neurone-somme", "$-0{,}7$", tex(dot(WEIGHTS, PIXELS), 1)),
    Figure("q-neurone-somme", "$-0{,}8$", tex(Z_WITH_BIAS - 2 * 0.2, 1)),
    Figure("q-motif-negatif", "= 0,746 ± 0,001", fr(sigmoid(-Z), 3)),
    Figure("q-motif-negatif", "répond $0{,}254$", tex(sigmoid(Z), 3)),
    Figure("q-motif-negatif", "1 - 0{,}254 = 0{,}746$", tex(1 - sigmoid(Z), 3)),
    Figure("q-frontiere-origine", "= 2 ± 0,01", fr(26 / math.hypot(5, 12))),
    Figure("q-frontiere-origine", r"\sqrt{5^2 + 12^2} = 13$", tex(math.hypot(5, 12))),
    Figure("q-perceptron-pas", "= −2 ± 0", minus(fr(dot(AFTER, SEEN)))),
    Figure("q-perceptron-pas", r"(-0{,}5\,; 0\,; {-1{,}5})", tex(AFTER[0], 1)),
    Figure("q-perceptron-pas", "- 1{,}5 = -2$", tex(abs(AFTER[2]), 1)),
    Figure("q-perceptron-ou", "= 1 ± 0", fr(len(perceptron(OR, passes=2)))),
    Figure("q-xor-entre-deux", "= 0,5 ± 0,001", fr(xor_of_two_relus(0.5, 1), 1)),
    Figure("q-xor-entre-deux", "$1{,}5 - 2", tex(relu(0.5 + 1), 1)),
    Figure("q-xor-entre-deux", r"\times 0{,}5 = 0{,}5$", tex(relu(0.5 + 1 - 1), 1)),
    Figure("q-lineaire-biais", "= 8 ± 0", fr(4 * (-(2 * 0 + 1) + 3))),
    Figure("q-profondeur", "= 4 ± 0", fr(DEEP.count("nn.Linear("))),
    Figure("q-interaction-moyenne", "= 110 ± 0,5 k€", fr(POOL)),
    Figure("q-interaction-moyenne", "moyenne, 110 k€", fr(POOL)),
    Figure("q-interaction-moyenne", "$50 + 120 = 170$", tex(50 + 120)),
    Figure("q-parametres-784", f"= 25{THIN}450 ± 0", fr(dense(784, 32, 10))),
    Figure("q-parametres-784", r"= 25\,120$", tex(dense(784, 32))),
    Figure("q-parametres-784", "= 330$", tex(dense(32, 10))),
    Figure("q-parametres-784", r"$25\,408$", tex(weights(784, 32, 10))),
    Figure("q-parametres-envers", "= 16 ± 0", fr(176 / (10 + 1))),
    Figure("q-parametres-envers", "11 paramètres", fr(dense(10, 1))),
    Figure("q-parametres-envers", "$176 / 11 = 16$", tex(dense(10, 16))),
    Figure("q-avant-calcul", "= 3 ± 0", fr(forward(relu))),
    Figure("q-avant-calcul", "$4 - 15 - 1 = -12$", tex(forward(float))),
    Figure("q-avant-calcul", "$4 - 15 - 1 = -12$", tex(5 * 3)),
]

GIVEN: dict[str, set[str]] = {
    "poids-usage": {"1949"},  # D. O. Hebb, The Organization of Behavior, 1949
    "neurone-somme-calcul": {"0{,}5", "0{,}75", "0{,}2", "0{,}8"},
    "neurone-activation-calcul": {"1{,}075"},
    "neurone-tanh-echelle": {"1{,}075"},
    "motif-ideal": {"0{,}2", "0{,}8", "0{,}5"},
    "frontiere-distance": {"20"},
    "frontiere-echelle": {"10"},
    "perceptron": {"1958"},  # F. Rosenblatt, Psychological Review 65 (6), 1958
    "perceptron-taux": {"0,1"},
    "perceptron-convergence": {"1962"},  # A. Novikoff, On convergence proofs on perceptrons, 1962
    "lineaire-spirales": {"32"},
    "lineaire-goulot": {"100"},
    "neurone-biais-relu": {"0{,}5", "0{,}75", "0{,}2", "0{,}8", "1{,}6"},
    "recurrent-calcul": {"0{,}5", "0{,}8", "0{,}1"},
    "profondeur-sans-largeur": {"48"},
    "hyper-validation": {"64"},
    "profondeur-largeur": {"784", "64", "10"},
    # G. Cybenko 1989, Math. Control Signals Systems 2; M. Leshno et al. 1993, Neural Networks 6
    "approximation-universelle": {"1989", "1993"},
    "parametres-chiffres": {"10"},
    "parametres-couche-de-plus": {"784", "128", "64", "10"},
    "parametres-milliard": {"10", "175", "2020"},  # Brown et al. 2020, arXiv:2005.14165
    "matrice-wij": {"13"},
    "avant-multiplications": {"784", "128", "64"},
    "avant-lot-temps": {"256"},
    "dense-image": {"224", f"1{THIN}000"},
    "dense-capacite": {"64"},
    "hyper-hasard": {"2012"},  # J. Bergstra and Y. Bengio, JMLR 13, 2012
}

# Quiz questions.
GIVEN |= {
    "matrice-deplacer": {"0{,}40", "0{,}45", "0{,}50", "0{,}55"},
    "avant-biais-cache": {"0{,}40", "0{,}45", "0{,}60"},
    "q-biais-majorite": {"0{,}5", "1{,}5", "2{,}5"},  # tried below
    "q-neurone-somme": {"0,001"},
    "q-motif-plus-fort": {"0{,}6", "0{,}7", "0{,}8", "0{,}9"},
    "q-motif-negatif": {"0,001"},
    "q-frontiere-origine": {"0,01", "10", "12", "26"},
    "q-xor-entre-deux": {"0,001"},
    "q-cachee-role": {"97"},
    "q-frontiere-deux-plis": {"95"},
    "q-interaction-moyenne": {"0,5", "120", "200", "50", "80"},
    "q-parametres-784": {"784", "32", "10"},
    "q-parametres-envers": {"10"},
    "q-matrice-poids": {"41"},
    "q-formes-pytorch": {"12"},
    "q-lot-temps": {"255", "256"},
    "q-dense-vingt": {"400"},  # the experiment's default
    "q-dense-universel": {f"10{THIN}000"},
}


def test_four_patterns_and_their_negatives_are_half_of_the_images() -> None:
    negatives = [tuple(-pixel for pixel in pattern) for pattern in PATTERNS.values()]
    named = {*PATTERNS.values(), *negatives}
    assert (len(named), len(IMAGES)) == (8, 16)
    assert {image.count(1) for image in IMAGES if image not in named} == {1, 3}
    assert "**8 sur 16**" in NOTES["pixels-compte"].text


def test_a_neuron_answers_most_to_the_image_of_its_own_weights() -> None:
    vertical, horizontal = PATTERNS["vertical"], PATTERNS["horizontal"]
    scores = {image: dot(vertical, image) for image in IMAGES}
    assert max(scores.values()) == scores[vertical] == 4
    assert "= 4$" in NOTES["motif-accord"].text
    assert scores[horizontal] == 0
    assert scores[tuple(-pixel for pixel in vertical)] == -4
    best = max(IMAGES, key=lambda image: dot(WEIGHTS, image))
    assert (best[0], best[2], best[3]) == (-1, 1, -1)


def test_the_middle_of_a_sigmoid_is_at_minus_b_over_w() -> None:
    assert sigmoid(2 * 3 - 6) == 0.5
    assert "En $x = 3$" in NOTES["biais-milieu"].text


def test_a_distance_is_a_score_over_a_norm() -> None:
    w, b = np.array([3.0, 4.0]), -5.0
    point = np.array([3.0, 4.0])
    score = w @ point + b
    foot = point - score / (w @ w) * w
    assert score == 20
    assert w @ foot + b == pytest.approx(0)
    assert np.linalg.norm(point - foot) == pytest.approx(4)
    assert "score 20 est à la distance 4" in NOTES["frontiere-distance"].text


def test_the_perceptron_learns_and_in_three_corrections() -> None:
    steps = perceptron(AND, passes=2)
    assert steps == [(1, 1, 1), (0, 0, 2), (-1, 1, 1)]
    assert len(perceptron(AND, passes=1)) == 3, "none in the second pass"
    scores = [dot(steps[-1], (1, *corner)) for corner in CORNERS]
    assert scores == [1, -1, -1, -3]
    assert "**3**" in NOTES["perceptron-et"].text
    before = [(0, 0, 0), *steps]
    scores_seen = [dot(w, (1, *x)) for w, x in zip(before, CORNERS, strict=True)]
    assert scores_seen == [0, 1, 2, -3]
    told = re.findall(
        r"^\| \$.*\| (\S+) \| (\S+) \| (oui|non) \| \$(.*)\$ \|$",
        CHAPTER.by_id["regle-perceptron"].text,
        re.M,
    )
    assert told == [
        (said(y), said(score), "oui" if y * score <= 0 else "non", triple(w))
        for y, score, w in zip(AND, scores_seen, [*steps, steps[-1]], strict=True)
    ]


def said(value: float) -> str:
    """A whole number with the minus sign of a sentence."""
    return f"{value:.0f}".replace("-", "−")


def triple(w: tuple[float, ...]) -> str:
    """As the formulas of the chapter write it: braces keep a minus sign in its place."""
    first, *others = (f"{value:.0f}" for value in w)
    tail = (rf"\,; {{{value}}}" if value < "0" else rf"\,; {value}" for value in others)
    return f"({first}{''.join(tail)})"


def test_a_tenth_of_the_rate_makes_a_tenth_of_the_weights() -> None:
    slow = perceptron(AND, passes=2, rate=0.1)
    assert len(slow) == 3
    assert slow[-1] == pytest.approx((-0.1, 0.1, 0.1))


def test_a_strict_test_never_starts() -> None:
    assert perceptron(AND, passes=5, is_strict=True) == []


def test_xor_brings_the_weights_back_to_zero() -> None:
    steps = perceptron(XOR, passes=3)
    assert len(steps) == 3 * 4
    assert steps[3] == steps[7] == steps[11] == (0, 0, 0)


def test_novikoff_bounds_the_corrections() -> None:
    separator = np.array([-1, 1, 1]) / math.sqrt(3)
    examples = np.array([(1, *corner) for corner in CORNERS])
    margin = float((np.array(AND) * (examples @ separator)).min())
    radius = float(np.linalg.norm(examples, axis=1).max())
    assert radius**2 == pytest.approx(3)
    assert margin == pytest.approx(1 / math.sqrt(3))
    assert (radius / margin) ** 2 == pytest.approx(9)
    assert len(perceptron(AND, passes=9)) <= 9
    assert "donc 9 au plus" in NOTES["perceptron-novikoff"].text


def test_two_relus_compute_xor_and_separate_its_points() -> None:
    points = [(0, 0), (1, 0), (0, 1), (1, 1)]
    assert [xor_of_two_relus(*point) for point in points] == [0, 1, 1, 0]
    assert [(relu(sum(p)), relu(sum(p) - 1)) for p in points] == [(0, 0), (1, 0), (1, 0), (2, 1)]
    assert [relu(sum(point) - 1) for point in points] == [0, 0, 0, 1], "AND"


def test_two_linear_layers_are_one() -> None:
    first, second = np.array([[1, 2], [0, 1]]), np.array([[3, -1]])
    assert (second @ first).tolist() == [[3, 5]]
    assert (second @ [1, 0] + 2).tolist() == [5]
    assert r"\begin{pmatrix} 3 & 5 \end{pmatrix}" in NOTES["lineaire-produit"].text
    narrow = np.random.default_rng(0).normal(size=(100, 2))
    assert np.linalg.matrix_rank(narrow @ narrow.T) == 2


def test_a_pair_of_opposite_relus_forgets_the_sign() -> None:
    for image in IMAGES:
        score = dot(PATTERNS["vertical"], image)
        assert relu(score) + relu(-score) == abs(score)


def test_the_forward_pass_by_hand() -> None:
    z = np.array([[1, -1], [3, 1]]) @ [1, 2] + [0, -1]
    assert z.tolist() == [-1, 4]
    assert np.array([3, 2]) @ np.maximum(z, 0) + 1 == 9
    assert np.array([3, 2]) @ z + 1 == 6
    assert r"3 \times 0 + 2 \times 4 + 1 = 9" in NOTES["avant-sortie-calcul"].text
    assert "donnerait 6" in NOTES["avant-sortie-calcul"].text


def test_one_layer_has_few_parameters() -> None:
    assert dense(4, 1) == 5
    assert dense(3, 4, 1) - weights(3, 4, 1) == 5
    assert weights(2 * 128, 2 * 64) == 4 * weights(128, 64)
    assert "n’a que 5\nparamètres" in NOTES["dense-vingt-maisons"].text


def test_the_options_of_questions_are_right_and_wrong_as_said() -> None:
    def sensors(b: float) -> set[int]:
        return {n for n in range(4) if n + b > 0}

    assert [sensors(b) for b in (-1.5, -0.5, -2.5, 1.5)] == [{2, 3}, {1, 2, 3}, {3}, {0, 1, 2, 3}]
    images = [(1, 1, 1, 1), (0.9, 0.8, -0.7, -0.6), (1, 1, 1, -1), (-1, -1, 1, 1)]
    scores = [dot(PATTERNS["horizontal"], image) for image in images]
    assert scores == pytest.approx([0, 3, 2, -4])
    assert [int(3 - 2 * a - 2 * b > 0) for a in (0, 1) for b in (0, 1)] == [1, 1, 1, 0], "NAND"
    assert nn.Linear(5, 2).weight.shape == (2, 5)


def test_one_threshold_computes_three_of_the_five_functions_asked() -> None:
    """By trying all small weights and thresholds."""
    bits = list(itertools.product((0, 1), repeat=2))
    tried = itertools.product(np.arange(-2, 2.5, 0.5), repeat=3)
    separable = {tuple(int(u * a + v * b + c > 0) for a, b in bits) for u, v, c in tried}
    functions = {
        "OU": (0, 1, 1, 1),
        "x1 sans x2": (0, 0, 1, 0),
        "égaux": (1, 0, 0, 1),
        "NON-ET": (1, 1, 1, 0),
        "XOR": (0, 1, 1, 0),
    }
    told = [name for name, values in functions.items() if values in separable]
    assert told == ["OU", "x1 sans x2", "NON-ET"]


def test_lines_of_a_neuron_in_another_order_say_something_else() -> None:
    products, b = torch.tensor([1.0, -2.0, 0.0]), 0.5
    assert torch.relu(products.sum() + b) == 0
    assert torch.relu((products + b).sum()) == 0.5, "the bias, three times"
    assert torch.relu(products.sum()) + b == 0.5, "activation before the bias"
