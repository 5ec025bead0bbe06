"""Chapter 9 computes rightly, and what it says of gradients and normalisation is so."""

import math
from collections.abc import Sequence

import pytest
import torch
from torch import nn
from torch.nn import functional

from tests.decks.content.arithmetic.activations import sigmoid_slope, tanh_slope
from tests.decks.content.arithmetic.initialisation import (
    RELU_KEEPS,
    default,
    he,
    relu_factor,
    xavier,
)
from tests.decks.content.arithmetic.means import mean, normalised, variance
from tests.decks.content.chapter_files import chapter_file
from tests.decks.content.course_text import THIN
from tests.decks.content.figures import Figure, fr, tex, tex_power

CHAPTER = chapter_file("09-stabilite")
NOTES, QUESTIONS = CHAPTER.notes, CHAPTER.questions

PIXELS = 28 * 28
WIDTH = 64  # of the layers of the experiment « initialisation »
BATCH = (1.0, 2.0, 3.0, 4.0)
ROWS = ((1.0, 2.0, 3.0), (4.0, 5.0, 9.0))
BATCHNORM_STEP = math.sqrt(math.pi / (math.pi - 1))  # Yang et al. 2019, arXiv:1902.08129
FLOAT32_BIGGEST = (2 - 2**-23) * 2.0**127  # IEEE 754


def steps_to(share: float, factor: float) -> int:
    """How many factors make a product fall below a share."""
    steps, left = 0, 1.0
    while left >= share:
        steps, left = steps + 1, left * factor
    return steps


def clipped(gradient: Sequence[float], bound: float) -> list[float]:
    norm = math.hypot(*gradient)
    return [g * min(1, bound / norm) for g in gradient]


def flattest(slope: float) -> float:
    """The z > 0 where the sigmoid has this slope, by halving an interval."""
    low, high = 0.0, 50.0
    while high - low > 1e-9:
        middle = (low + high) / 2
        low, high = (middle, high) if sigmoid_slope(middle) > slope else (low, middle)
    return low


WRONG_XAVIER = 2 / math.sqrt(300 + 100)
WRONG_FACTOR = 200 * 2 / math.sqrt(200 + 200)
A_TENTH = relu_factor(0.1, WIDTH)
CLIFF = 3 - 0.3 * 3**3

CHAIN = (2 * sigmoid_slope(0)) ** 6
QUIZ_BATCH = (2, 4, 6, 8)  # q-bn-calcul
QUIZ_ROW = (2, 4, 9)  # q-ln-calcul
LARGEST = 3 * normalised(QUIZ_BATCH)[-1] - 1
UNBIASED = 3 * (8 - mean(QUIZ_BATCH)) / math.sqrt(variance(QUIZ_BATCH, lost=1)) - 1
RUNNING = [0.9 * 0 + 0.1 * 4, 0.9 * (0.9 * 0 + 0.1 * 4) + 0.1 * 10]
CUT = clipped((-6, 8, 0), 2)
BOTH_LAYERS = math.hypot(0.9, 1.2)


QUIZ = [
    Figure("q-six-sigmoides", "= 1/64 ±", fr(1 / CHAIN)),
    Figure("q-six-sigmoides", r"\frac{1}{64}", tex(1 / CHAIN)),
    Figure("q-six-sigmoides", r"\approx 0{,}0156$", tex(CHAIN, 4)),
    Figure("q-six-sigmoides", "au mieux $0{,}25$", tex(sigmoid_slope(0), 2)),
    Figure("q-six-sigmoides", "0{,}25 = 0{,}5$", tex(2 * sigmoid_slope(0), 1)),
    Figure("q-saturee", "milieu, 0,5, et", fr(1 / (1 + math.exp(0)), 1)),
    Figure("q-saturee", "0,25.", fr(sigmoid_slope(0), 2)),
    Figure("q-saturee", "0,249.", fr(sigmoid_slope(-0.1), 3)),
    Figure("q-saturee", "0,149.", fr(sigmoid_slope(1.5), 3)),
    Figure("q-sigmoide-he", "pente de 0,25 au mieux", fr(sigmoid_slope(0), 2)),
    Figure("q-sigmoide-he", r"$0{,}25 \sqrt{2}", tex(sigmoid_slope(0), 2)),
    Figure("q-sigmoide-he", r"\approx 0{,}35$", tex(sigmoid_slope(0) * math.sqrt(2), 2)),
    *(
        Figure("q-pentes", f"| {name} | ${tex(slope(-2), 3)}$ puis ${tex(slope(4), 3)}$ |", value)
        for name, slope in (("sigmoïde", sigmoid_slope), ("tanh", tanh_slope))
        for value in (tex(slope(-2), 3), tex(slope(4), 3))
    ),
    Figure("q-pentes", "| $-0{,}02$ puis $4$ |", tex(0.01 * 2, 2)),
    Figure("q-xavier-ecart-type", "= 0,1 ±", fr(math.sqrt(xavier(120, 80)), 1)),
    Figure("q-xavier-ecart-type", "= 0{,}01$", tex(xavier(120, 80), 2)),
    Figure("q-xavier-borne", "= 0,173 ±", fr(math.sqrt(3 * xavier(150, 50)), 3)),
    Figure("q-xavier-borne", r"\sqrt{0{,}03}", tex(3 * xavier(150, 50), 2)),
    Figure("q-xavier-borne", r"\approx 0{,}173$", tex(math.sqrt(6 / 200), 3)),
    Figure("q-xavier-borne", "= 0{,}01$", tex(xavier(150, 50), 2)),
    Figure("q-xavier-borne", r"\frac{2}{200}$", tex(150 + 50)),
    Figure("q-he-ecart-type", "= 0,2 ±", fr(math.sqrt(he(50)), 1)),
    Figure("q-he-ecart-type", r"\sqrt{0{,}04}", tex(he(50), 2)),
    Figure("q-he-ecart-type", "= 0{,}2$", tex(math.sqrt(he(50)), 1)),
    Figure("q-he-ecart-type", "$0{,}183$", tex(math.sqrt(xavier(50, 10)), 3)),
    Figure("q-he-ecart-type", "des deux, 60, donnerait", fr(50 + 10)),
    Figure("q-xavier-large", "= 0{,}4$", tex(100 * xavier(100, 400), 1)),
    Figure("q-xavier-large", "= 1{,}6$", tex(400 * xavier(100, 400), 1)),
    Figure("q-xavier-large", r"\frac{2}{500}", tex(100 + 400)),
    Figure("q-xavier-relu", "$0{,}125$", tex(math.sqrt(xavier(WIDTH, WIDTH)), 3)),
    Figure("q-xavier-relu", "1,4 par couche", fr(1 / math.sqrt(RELU_KEEPS), 1)),
    Figure("q-bn-calcul", "= 3,02 ±", fr(LARGEST, 2)),
    Figure("q-bn-calcul", r"\approx 3{,}02$", tex(LARGEST, 2)),
    Figure("q-bn-calcul", r"1{,}342$, puis", tex(normalised(QUIZ_BATCH)[-1], 3)),
    Figure("q-bn-calcul", "$2{,}49$", tex(UNBIASED, 2)),
    Figure("q-bn-mobile", "= 1,36 ±", fr(RUNNING[1], 2)),
    Figure("q-bn-mobile", "= 1{,}36$", tex(RUNNING[1], 2)),
    Figure("q-bn-mobile", "= 0{,}4$", tex(RUNNING[0], 1)),
    Figure("q-bn-place", r"2 \times 64 = 128$", tex(2 * 64)),
    Figure("q-ln-calcul", "= 1,36 ±", fr(normalised(QUIZ_ROW)[2], 2)),
    Figure("q-ln-calcul", r"\approx 1{,}36$", tex(normalised(QUIZ_ROW)[2], 2)),
    Figure("q-ln-calcul", r"\frac{26}{3}$", tex(3 * variance(QUIZ_ROW))),
    Figure("q-ln-calcul", "{9 + 1 + 16}", tex((9 - mean(QUIZ_ROW)) ** 2)),
    Figure("q-residuel-gradient", "= 1{,}4$", tex(2 * (1 - 0.3), 1)),
    Figure("q-residuel-gradient", "- [ ] $-0{,}6$", tex(2 * 0.3, 1)),
    Figure("q-residuel-gradient", "- [ ] $0{,}7$", tex(1 - 0.3, 1)),
    Figure("q-residuel-gradient", "- [ ] $1{,}7$", tex(2 - 0.3, 1)),
    Figure("q-residuel-gradient", "- [ ] $2{,}6$", tex(2 * (1 + 0.3), 1)),
    Figure("q-residuel-dix", "= 6,19 ±", fr(1.2**10, 2)),
    Figure("q-residuel-dix", r"\approx 6{,}19$", tex(1.2**10, 2)),
    Figure("q-facteur", "= 0{,}91$", tex(1.3 * 0.7, 2)),
    Figure("q-ecretage", "= 1,6 ±", fr(CUT[1], 1)),
    Figure("q-ecretage", r"$(-1{,}2\,; 1{,}6\,; 0)$", tex(-CUT[0], 1)),
    Figure("q-ecretage", r"$(-1{,}2\,; 1{,}6\,; 0)$", tex(CUT[1], 1)),
    Figure("q-ecretage", r"\sqrt{36 + 64} = 10$", tex(math.hypot(-6, 8))),
    Figure("q-ecretage", r"\sqrt{36 + 64} = 10$", tex(6**2)),
    Figure("q-ecretage", r"\sqrt{36 + 64} = 10$", tex(8**2)),
    Figure("q-seuil-haut", "longueur de 30.", fr(0.3 * 100)),
    Figure("q-ecretage-couches", "= 1{,}5$", tex(BOTH_LAYERS, 1)),
]

FIGURES = [
    *QUIZ,
    Figure("facteur-moyen", "**0,5** environ", fr(1e-6 ** (1 / 20), 1)),
    Figure("facteur-moyen", r"\approx 0{,}501$", tex(1e-6 ** (1 / 20), 3)),
    Figure("facteur-neuf", "**22**", fr(steps_to(0.1, 0.9))),
    Figure("facteur-neuf", r"$0{,}9^{21} \approx", tex(steps_to(0.1, 0.9) - 1)),
    Figure("facteur-neuf", r"\approx 0{,}109$", tex(0.9**21, 3)),
    Figure("facteur-neuf", r"\approx 0{,}098$", tex(0.9**22, 3)),
    Figure("pentes-et-poids", "$(0{,}2 \\times 0{,}5)^{10}", tex(0.2, 1)),
    Figure("pentes-et-poids", "$(0{,}2 \\times 0{,}5)^{10}", tex(0.5, 1)),
    Figure("pentes-et-poids", "= 10^{-10}$", str(round(-math.log10((0.2 * 0.5) ** 10)))),
    Figure("quart-dix", r"2^{20} = 1\,048\,576$", tex(4**10)),
    Figure("quart-dix", r"$9{,}54 \times 10^{-7}$", tex_power(0.25**10, 2)),
    Figure("quart-dix", r"$2^{10} \approx 1\,000$", tex(round(2**10, -3))),
    Figure("quart-dix", r"\frac{1}{2^{20}}$", tex(2 * 10)),
    Figure("sans-saturation", "0,25", fr(sigmoid_slope(0), 2)),
    Figure("saturation-centieme", "**4,6**", fr(flattest(0.01), 1)),
    Figure("saturation-centieme", r"$-4{,}6$", tex(flattest(0.01), 1)),
    Figure("saturation-centieme", r"$a \approx 0{,}99$", tex(1 / (1 + math.exp(-4.6)), 2)),
    Figure("saturation-centieme", "logit de 0,99", fr(1 / (1 + math.exp(-4.6)), 2)),
    Figure("saturation-centieme", r"\ln 99 \approx", tex(0.99 / 0.01)),
    Figure("saturation-poids", "**10**", fr(math.sqrt(100 * 1))),
    Figure("saturation-poids", "de 0,01 environ", fr(1 / math.cosh(3) ** 2, 2)),
    Figure(
        "defaut-pytorch", r"\approx 0{,}41$", tex(math.sqrt(WIDTH * default(WIDTH) * RELU_KEEPS), 2)
    ),
    Figure("defaut-pytorch", r"3 \times 10^{-4}$", tex_power((1 / 6) ** (9 / 2), 0)),
    Figure("sigmoide-he", "au mieux de 0,25", fr(sigmoid_slope(0), 2)),
    Figure("sigmoide-he", r"$0{,}25 \sqrt{2}", tex(sigmoid_slope(0), 2)),
    Figure("sigmoide-he", r"\approx 0{,}35$", tex(sigmoid_slope(0) * math.sqrt(2), 2)),
    Figure("deux-sigmoides", "pente de 0,25", fr(sigmoid_slope(0), 2)),
    Figure("pentes-six", "0,0025, **1**", fr(sigmoid_slope(6), 4)),
    Figure("pentes-six", "0,0025, **0**", fr(sigmoid_slope(-6), 4)),
    Figure("adam-epsilon", r"\frac{1}{101}$", tex((1e-10 + 1e-8) / 1e-10)),
    Figure("variance-calcul", r"\times 0{,}1^2", tex(0.1, 1)),
    Figure("variance-inverse", "= 0{,}05$", tex(1 / math.sqrt(400), 2)),
    Figure("xavier-entre-deux", r"\approx 0{,}0033$", tex(1 / 300, 4)),
    Figure("xavier-entre-deux", "= 0{,}01$", tex(1 / 100, 2)),
    Figure("xavier-entre-deux", r"\frac{2}{400} = 0{,}005$", tex(xavier(300, 100), 3)),
    Figure("xavier-entre-deux", r"\frac{2}{400} = 0{,}005$", tex(300 + 100)),
    Figure("xavier-ecart-type", "**0,0707**", fr(math.sqrt(xavier(300, 100)), 4)),
    Figure("xavier-ecart-type", r"\sqrt{0{,}005}", tex(xavier(300, 100), 3)),
    Figure("xavier-racine", "variance de 0,1", fr(WRONG_XAVIER, 1)),
    Figure("xavier-racine", "de 0,005", fr(xavier(300, 100), 3)),
    Figure("xavier-racine", r"\sqrt{400} = 20$", tex(WRONG_XAVIER / xavier(300, 100))),
    Figure("xavier-racine", r"\sqrt{400} = 20$", tex(300 + 100)),
    Figure("xavier-racine-effet", r"\frac{2}{\sqrt{400}} = 20$", tex(WRONG_FACTOR)),
    Figure("xavier-racine-effet", r"\frac{2}{\sqrt{400}} = 20$", tex(200 + 200)),
    Figure("xavier-racine-effet", r"$20^5 = 3\,200\,000$", tex(math.sqrt(WRONG_FACTOR**10))),
    Figure("xavier-borne", "**0,1225**", fr(math.sqrt(6 / 400), 4)),
    Figure("xavier-borne", "$-0{,}1225$ et", tex(math.sqrt(3 * xavier(300, 100)), 4)),
    Figure("xavier-borne", r"\frac{6}{400}", tex(300 + 100)),
    Figure("xavier-code", r"\sqrt{6/400}$", tex(300 + 100)),
    Figure("he-variance", r"\frac{2}{100} = 0{,}02$", tex(he(100), 2)),
    Figure("he-variance", "$0{,}1414$", tex(math.sqrt(he(100)), 4)),
    Figure("he-mnist", "**0,0505**", fr(math.sqrt(he(PIXELS)), 4)),
    Figure("he-mnist", r"\sqrt{392}", tex(1 / he(PIXELS))),
    Figure("he-mnist", "784 pixels", fr(PIXELS)),
    Figure("xavier-sigmoide", "0,25", fr(sigmoid_slope(0), 2)),
    Figure("xavier-relu", "0{,}125$", tex(math.sqrt(xavier(WIDTH, WIDTH)), 3)),
    Figure("xavier-relu", r"\sqrt{2/128}", tex(2 * WIDTH)),
    Figure("xavier-relu", r"\approx 0{,}0014$", tex(relu_factor(0.125, WIDTH) ** 19, 4)),
    Figure("he-relu", r"$0{,}177 \approx", tex(math.sqrt(he(WIDTH)), 3)),
    Figure("init-un-dixieme", f"**50{THIN}000**", fr(round(A_TENTH**-19, -4))),
    Figure("init-un-dixieme", r"\approx 0{,}57$", tex(A_TENTH, 2)),
    Figure("init-un-dixieme", r"$2 \times 10^{-5}$", tex_power(A_TENTH**19, 0)),
    Figure("init-trois-couches", r"$0{,}57^2", tex(A_TENTH, 2)),
    Figure("init-trois-couches", r"\approx 0{,}32$", tex(A_TENTH**2, 2)),
    Figure("init-trois-couches", f"50{THIN}000", fr(round(A_TENTH**-19, -4))),
    Figure("init-lineaire", f"50{THIN}000", fr(round((0.2 * 8) ** 23, -4))),
    Figure("init-lineaire", "= 1{,}6$", tex(0.2 * math.sqrt(WIDTH), 1)),
    Figure("init-lineaire", r"$1{,}6^{23} \approx 5 \times 10^4$", tex(0.2 * math.sqrt(WIDTH), 1)),
    Figure("init-lineaire", "= 0{,}125$", tex(1 / math.sqrt(WIDTH), 3)),
    Figure("init-variance-un", r"\approx 7{,}1$", tex(relu_factor(1, 100), 1)),
    Figure("he-code", r"\approx 0{,}058$", tex(math.sqrt(default(100)), 3)),
    Figure("he-code", r"\frac{1}{\sqrt{300}}", tex(1 / default(100))),
    Figure("he-code", r"\approx 0{,}141$", tex(math.sqrt(he(100)), 3)),
    Figure("donnees-courbures", f"**10{THIN}000**", fr(100**2 / 1**2)),
    Figure("bn-calcul", r"\mu_B = 2{,}5$", tex(mean(BATCH), 1)),
    Figure("bn-calcul", r"\sigma_B^2 = 1{,}25$", tex(variance(BATCH), 2)),
    *(Figure("bn-calcul", r"$(-1{,}342\,; -0{,}447\,;", tex(-x, 3)) for x in normalised(BATCH)[:2]),
    *(Figure("bn-calcul", r"0{,}447\,; 1{,}342)$", tex(x, 3)) for x in normalised(BATCH)[2:]),
    Figure("bn-calcul", r"\pm 1{,}5$", tex(4 - mean(BATCH), 1)),
    Figure("bn-calcul", r"\pm 0{,}5$", tex(3 - mean(BATCH), 1)),
    Figure("bn-calcul", r"\approx 1{,}118$", tex(math.sqrt(variance(BATCH)), 3)),
    Figure("bn-calcul-echelle", "= 2{,}316$", tex(2 * -1.342 + 5, 3)),
    Figure("bn-calcul-echelle", "2,317 sans", fr(2 * normalised(BATCH)[0] + 5, 3)),
    Figure("bn-calcul-echelle", r"en $-1{,}342$", tex(-normalised(BATCH)[0], 3)),
    Figure("bn-parametres", "**128**", fr(2 * 64)),
    Figure("bn-canal", r"= 25\,088$", tex(32 * 28 * 28)),
    Figure("xavier-soixante-quatre", "**0,125**", fr(math.sqrt(xavier(64, 64)), 3)),
    Figure("bn-mobile-lots", "**29**", fr(steps_to(0.05, 0.9))),
    Figure("bn-mobile-lots", r"\approx 0{,}052$", tex(0.9**28, 3)),
    Figure("bn-mobile-lots", "$0{,}9^{28}", tex(steps_to(0.05, 0.9) - 1)),
    Figure("bn-mobile-lots", "< 0{,}05$", tex(1 - 0.95, 2)),
    Figure("bn-code", "1{,}667 =", tex(variance(BATCH, lost=1), 3)),
    Figure("bn-code", "= 1{,}067$", tex(0.9 + 0.1 * variance(BATCH, lost=1), 3)),
    Figure("bn-code", r"\times 1{,}25$", tex(variance(BATCH), 2)),
    Figure("bn-cinquante", "par 1,21 au", fr(BATCHNORM_STEP, 2)),
    Figure("bn-cinquante", f"**14{THIN}000**", fr(round(1.21**50, -3))),
    Figure("bn-cinquante", r"$1{,}21^{50} \approx", tex(BATCHNORM_STEP, 2)),
    Figure("bn-cinquante", r"1{,}4 \times 10^4$", tex(1.21**50 / 1e4, 1)),
    Figure("ln-calcul", r"$(-1{,}22\,; 0\,; 1{,}22)$", tex(normalised(ROWS[0])[2], 2)),
    *(
        Figure("ln-calcul", r"$(-0{,}93\,; -0{,}46\,; 1{,}39)$", tex(abs(x), 2))
        for x in normalised(ROWS[1])
    ),
    Figure("ln-calcul", r"\frac{14}{3}$", tex(3 * variance(ROWS[1]))),
    Figure("residuelle-calcul", "= 0{,}4$", tex(0.5 * (1 - 0.2), 1)),
    Figure("residuelle-calcul", "= -0{,}1$", tex(0.5 * 0.2, 1)),
    Figure("residuelle-vingt", "= 10^{-20}$", str(round(-math.log10(0.1**20)))),
    Figure("residuelle-vingt", "**6,73**", fr(1.1**20, 2)),
    Figure("residuelle-vingt", "$1{,}1^{20}", tex(1 + 0.1, 1)),
    Figure("residuelle-chemins", r"= 1\,048\,576$", tex(2**20)),
    Figure("argument-identite", "36 autres", fr(56 - 20)),
    Figure("residuelle-variance", "**256**", fr(math.sqrt(2**16))),
    Figure("residuelle-variance", "= 2^8 = 256$", tex(2**8)),
    Figure("residuelle-code", "$1{,}1^{20}$", tex(1 + 0.1, 1)),
    Figure("residuelle-code", "$10^{-20}$", str(round(-math.log10(0.1**20)))),
    Figure("explosion-trente", f"**190{THIN}000**", fr(round(1.5**30, -4))),
    Figure("explosion-trente", r"1{,}9 \times 10^5$", tex(1.5**30 / 1e5, 1)),
    Figure("falaise", "$w^3 = 27$", tex(3**3)),
    Figure("falaise", "= -5{,}1$", tex(-CLIFF, 1)),
    Figure("falaise", "$-132{,}7$", tex(-(CLIFF**3), 1)),
    Figure("falaise", "**34,7**", fr(CLIFF - 0.3 * CLIFF**3, 1)),
    Figure("falaise-ecretee", "= 2{,}7$", tex(3 - 0.3 * clipped([27], 1)[0], 1)),
    Figure("falaise-ecretee", "gradient 27", fr(3**3)),
    Figure("falaise-ecretee", "0,3, au lieu", fr(0.3 * clipped([27], 1)[0], 1)),
    Figure("nan-origine", r"3{,}4 \times 10^{38}$", tex(FLOAT32_BIGGEST / 1e38, 1)),
    Figure("nan-origine", r"3{,}4 \times 10^{38}$", "38"),
    Figure("nan-code", "$10^{39}$", str(38 + 1)),
    *(Figure("ecretage-un", r"$(0{,}6\,; 0{,}8)$", tex(g, 1)) for g in clipped([3, 4], 1)),
    Figure("ecretage-un", r"\sqrt{9 + 16} = 5$", tex(4**2)),
    *(Figure("ecretage-deux", r"(1{,}2\,; 1{,}6)$", tex(g, 1)) for g in clipped([3, 4], 2)),
    Figure("seuil-distance", "= 0{,}36$", tex(120 * 0.3 * 0.01, 2)),
    Figure("rnn-explose", "= 2{,}4$", tex(0.3 * 8, 1)),
    Figure("rnn-explose", "à 0,3. Et", fr(0.3 * clipped([8], 1)[0], 1)),
    Figure("seuil-trop-haut", "= 30$", tex(0.3 * 100)),
    Figure("seuil-plus-bas", "longueur 0,3", fr(0.3 * 1, 1)),
    Figure("panne-norme", "$0{,}1$", tex(math.hypot(*(10.0**-layer for layer in range(1, 11))), 1)),
]

# Numbers that a question gives, that name a thing, or that a source vouches for.
GIVEN: dict[str, set[str]] = {
    "q-six-sigmoides": {"0,0005"},
    "q-saturee": {"0{,}1", "1{,}5"},
    "xavier-soixante-quatre": {"64"},
    "q-sigmoide-he": {"10", f"1{THIN}000"},
    "q-pentes": {"0{,}01"},  # PyTorch, torch.nn.LeakyReLU: negative_slope=0.01
    "q-biais-hasard": {"0,1"},
    "q-xavier-ecart-type": {"0,001", "80", "120"},
    "q-xavier-borne": {"0,001", "50", "150"},
    "q-he-ecart-type": {"0,001", "10", "50"},
    "q-xavier-code": {"50", "200"},
    "q-xavier-large": {"100", "400"},
    "q-xavier-relu": {"64"},
    "q-bn-calcul": {"0,01"},
    "q-bn-mobile": {"0,005", "10", "0{,}1", "0{,}9"},  # PyTorch, BatchNorm1d: momentum=0.1
    "q-bn-decalage": {"2018"},  # Santurkar et al. 2018, arXiv:1805.11604
    "q-bn-place": {"32", "64"},
    "q-ln-calcul": {"0,01"},
    "q-unites": {"10"},
    "q-bn-taux": {"10", "80"},
    "q-residuel-gradient": {"0{,}3"},
    "q-raccourcis-gain": {"100"},
    "q-residuel-he": {"100"},
    "q-residuel-dix": {"0,02", "0{,}2", "10"},
    "q-trente-deux": {"90"},  # « profondeur-raccourcis » measures both shares
    "q-facteur": {"0,7", "1,3", "0{,}7", "1{,}3"},
    "q-ecretage": {"0,01"},
    "q-seuil-haut": {"0{,}3", "100", "120"},
    "q-ecretage-couches": {"0,9", "1,2", "0{,}9", "1{,}2"},
    "q-entretien": {"10"},
    "q-pannes": {"20", "50", "64", f"10{THIN}000"},
    "facteur-moyen": {"10", "20"},
    "facteur-neuf": {"90", "50", "0{,}9"},
    "pentes-et-poids": {"0,2", "0,5"},
    "quart-dix": {"0{,}25", "10"},
    "saturation-centieme": {"0{,}01"},
    "saturation-poids": {"100"},
    "leaky-trente": {"0,01"},  # PyTorch, torch.nn.LeakyReLU: negative_slope=0.01
    "pentes-six": {"0,01"},
    "adam-epsilon": {"10"},
    "poids-egaux": {"40", "0,1"},
    "soixante-quatre-en-une": {"64"},
    "variance-calcul": {"0,1", "400"},
    "variance-inverse": {"400"},
    "xavier": {"2010"},  # Glorot and Bengio 2010
    "xavier-entre-deux": {"300", "100"},
    "xavier-ecart-type": {"300", "100"},
    "xavier-racine": {"300", "100"},
    "xavier-racine-effet": {"10", "200"},
    "xavier-borne": {"300", "100"},
    "xavier-code": {"300", "100"},
    "he": {"2015"},  # He et al. 2015
    "he-variance": {"100"},
    "xavier-relu": {"64", "19"},
    "he-relu": {"64"},
    "init-un-dixieme": {"0,1", "0{,}1", "64", "19"},
    "init-trois-couches": {"0,1", "64"},
    "init-lineaire": {"0,2", "0{,}2", "64", "23", "10"},
    "init-variance-un": {"100"},
    "he-code": {"100"},
    "donnees-courbures": {"100"},
    "bn-normaliser": {"10"},  # PyTorch, torch.nn.BatchNorm1d: eps=1e-05
    "bn-parametres": {"64"},
    "bn-echelle-poids": {"10"},
    "bn-canal": {"32", "28"},
    "bn-mobile": {"0,1", "0,9"},  # PyTorch, torch.nn.BatchNorm1d: momentum=0.1
    "bn-mobile-lots": {"90", "95", "0{,}9"},
    "bn-code": {"0{,}9", "0{,}1"},
    "bn-taux-un": {"80"},
    "bn-taux-prudent": {"0{,}1", "80"},
    "bn-taux-dix": {"10", "80"},
    "ln-taux-un": {"80"},
    # Ioffe and Szegedy 2015, arXiv:1502.03167; Santurkar et al. 2018, arXiv:1805.11604
    "bn-explication": {"2015", "2018"},
    "bn-garantie": {"2019"},  # Yang et al. 2019, arXiv:1902.08129
    "bn-cinquante": {"50", "10"},
    "raccourcis": {"2016"},  # He et al. 2016, arXiv:1512.03385
    "residuelle-calcul": {"0{,}5", "0{,}2"},
    "residuelle-vingt": {"0,1", "0{,}1", "10", "20"},
    "residuelle-chemins": {"20"},
    "residuelle-explosion": {"20"},
    "argument-identite": {"56", "20"},
    "residuelle-origine": {"2016", "152"},  # He et al. 2016: ResNet-152 on ImageNet
    "residuelle-dix": {"100", "50"},  # measured: see `SHOWN`
    "residuelle-variance": {"16"},
    "profondeur-huit": {"32", "120"},
    "residuelle-formes": {"64", "128"},
    "residuelle-code": {"0{,}1", "10"},
    "explosion-trente": {"1,5", "1{,}5", "10", "30"},
    "falaise": {"0{,}3"},
    "falaise-ecretee": {"0{,}3"},
    "nan-origine": {"10", "32"},
    "nan-code": {"10", "32"},
    "ecretage-deux": {"10"},
    "seuil-distance": {"0{,}3", "0{,}01", "120"},
    "rnn-explose": {"0{,}3", "120"},
    "seuil-trop-haut": {"0{,}3", "100"},
    "seuil-plus-bas": {"0,1", "0{,}3", "120"},
    "seuil-minuscule": {"0,9", "0{,}01", "120"},
    "explosion-petit-taux": {"0{,}01"},
    "explosion-longueur": {"20", "30", "26"},  # measured: see `SHOWN`
    "panne-evanouissement": {"10"},
    "panne-explosion": {"2,3", "40"},
    "panne-symetrie": {"128"},
    "panne-norme": {"10"},
}


def test_what_quiz_questions_say_in_words_is_right() -> None:
    assert sigmoid_slope(-9) == pytest.approx(1e-4, rel=0.3), "q-saturee: un dix-millième"
    slip = xavier(50, 200)
    assert math.sqrt(slip) / slip == pytest.approx(11, abs=0.5), "q-xavier-code: onze fois"
    assert math.sqrt(xavier(120, 80)) / xavier(120, 80) == pytest.approx(10)
    assert relu_factor(0.125, WIDTH) ** 19 == pytest.approx(1e-3, rel=0.5), "q-xavier-relu"
    assert (mean(QUIZ_BATCH), variance(QUIZ_BATCH), mean(QUIZ_ROW)) == (5, 5, 5)
    assert normalised((9, 1))[0] == 1, "q-ln-calcul, by BatchNorm"
    assert pytest.approx(1e-7, rel=0.1) == 0.2**10, "q-residuel-dix: un dix-millionième"
    assert 10_000**2 == 10**8, "q-unites"
    assert 0.91**100 < 1e-4, "q-facteur"
    assert 2 * 0.7 > 1, "q-facteur: a weight of 2"


def test_biases_at_random_are_enough_to_tell_units_apart() -> None:
    """« q-biais-hasard »."""
    torch.manual_seed(0)
    hidden, output = nn.Linear(3, 2), nn.Linear(2, 1)
    for layer in (hidden, output):
        nn.init.constant_(layer.weight, 0.1)
    nn.init.normal_(hidden.bias)
    output(torch.tanh(hidden(torch.rand(5, 3)))).sum().backward()
    for gradient in (hidden.weight.grad, output.weight.grad):
        assert isinstance(gradient, torch.Tensor)
        one, other = gradient.reshape(2, -1)
        assert not torch.allclose(one, other)


def test_a_layer_below_the_bound_is_clipped_with_the_others() -> None:
    """« q-ecretage-couches »."""
    one, other = nn.Parameter(torch.tensor([0.9])), nn.Parameter(torch.tensor([1.2]))
    (0.5 * one**2 + 0.5 * other**2).sum().backward()
    nn.utils.clip_grad_norm_([one, other], max_norm=1.0)
    assert one.grad is not None
    assert one.grad.item() == pytest.approx(0.9 / BOTH_LAYERS)


def test_a_lone_example_has_no_batch() -> None:
    """« q-bn-service »: PyTorch refuses it in training."""
    with pytest.raises(ValueError, match="more than 1 value per channel"):
        nn.BatchNorm1d(4)(torch.rand(1, 4))


def test_small_calculations_are_right() -> None:
    """Those whose results have one sign, hence are no figures."""
    assert 0.5**4 < 0.1 < 0.5**3, "facteur-neuf"
    assert math.sqrt(400 * 0.1**2 * 1) == pytest.approx(2), "variance-calcul"
    assert he(WIDTH) / default(WIDTH) == pytest.approx(6), "init-pytorch"
    assert he(WIDTH) == 2 * xavier(WIDTH, WIDTH), "sigmoide-he"
    assert pytest.approx(20 * xavier(300, 100)) == WRONG_XAVIER, "xavier-racine"
    assert he(2) == 1, "init-variance-un"
    assert 1 / 300 < xavier(300, 100) < 1 / 100, "xavier-entre-deux"
    assert math.sqrt(6 / 400) ** 2 / 3 == pytest.approx(xavier(300, 100)), "xavier-uniforme"
    assert pytest.approx(5e4, rel=0.05) == (0.2 * 8) ** 23, "init-lineaire"
    assert pytest.approx(1e-10 / (1e-10 + 1e-8), rel=0.02) == 1e-2, "adam-epsilon"
    outputs = [2 * x + 5 for x in normalised(BATCH)]
    assert (mean(outputs), math.sqrt(variance(outputs))) == pytest.approx((5, 2))
    assert normalised([10 * x for x in BATCH]) == pytest.approx(normalised(BATCH))
    gaps = {round(b - a, 9) for a, b in zip(normalised(BATCH), normalised(BATCH)[1:], strict=False)}
    assert len(gaps) == 1, "bn-gaussienne"
    assert len({round(x, 9) for x in normalised((0, 0, 0, 4))}) == 2, "bn-gaussienne"
    assert [normalised(column) for column in zip(*ROWS, strict=True)] == [[-1, 1]] * 3
    assert (mean(ROWS[0]), mean(ROWS[1])) == (2, 6), "ln-calcul"
    assert 3 * variance(ROWS[0]) == pytest.approx(2), "ln-calcul"
    assert 1 + -1 == 0, "residuelle-annule"
    assert math.isclose(2**20, 1e6, rel_tol=0.05), "residuelle-explosion"
    assert clipped([3, 4], 10) == [3, 4], "ecretage-deux"
    assert [min(g, 1) for g in (3, 4)] == [1, 1], "ecretage-composantes"


def test_saturation_is_three_times_in_four() -> None:
    """« saturation-poids »: |z| > 3 for a normal z of deviation 10."""
    assert math.erfc(3 / 10 / math.sqrt(2)) == pytest.approx(3 / 4, abs=0.05)


def test_normalisations_are_those_of_torch() -> None:
    rows = torch.tensor(ROWS, dtype=torch.float64)
    by_row = functional.layer_norm(rows, (3,), eps=0)
    assert by_row.tolist() == [pytest.approx(normalised(row)) for row in ROWS]
    by_column = functional.batch_norm(rows, None, None, training=True, eps=1e-12)
    assert by_column.abs().sub(1).abs().max() < 1e-9
    norm = nn.BatchNorm1d(64)
    assert sum(p.numel() for p in norm.parameters()) == 128, "bn-parametres"
    assert (norm.eps, norm.momentum) == (1e-5, 0.1), "bn-normaliser, bn-mobile"
    assert norm(torch.full((8, 64), 7.0)).abs().max() < 1e-4, "bn-epsilon"
    assert dict(nn.LayerNorm(3).named_buffers()) == {}, "ln-eval"


def test_initialisations_are_those_of_torch() -> None:
    torch.manual_seed(0)
    weights = torch.empty(300, 300)
    nn.init.xavier_normal_(weights)
    assert weights.var().item() == pytest.approx(xavier(300, 300), rel=0.03)
    nn.init.xavier_uniform_(weights)
    assert weights.var().item() == pytest.approx(xavier(300, 300), rel=0.03)
    nn.init.kaiming_normal_(weights)
    assert weights.var().item() == pytest.approx(he(300), rel=0.03)
    assert nn.Linear(300, 300).weight.var().item() == pytest.approx(default(300), rel=0.03)


def test_a_network_of_zeros_only_teaches_its_last_bias() -> None:
    """« poids-nuls-gradients »."""
    network = nn.Sequential(nn.Linear(3, 4), nn.Tanh(), nn.Linear(4, 1))
    for parameter in network.parameters():
        nn.init.zeros_(parameter)
    (network(torch.rand(5, 3)) - 1).square().mean().backward()
    moved = [name for name, p in network.named_parameters() if p.grad is not None and p.grad.any()]
    assert moved == ["2.bias"]


def test_units_read_with_unlike_weights_part() -> None:
    """« symetrie-sortie », against « poids-egaux »: alike on both sides, they get one gradient."""
    for readers, stays_alike in (([1.0, 1.0], True), ([1.0, -0.5], False)):
        hidden, output = nn.Linear(3, 2), nn.Linear(2, 1)
        nn.init.constant_(hidden.weight, 0.1)
        nn.init.zeros_(hidden.bias)
        output.weight.data = torch.tensor([readers])
        output(torch.tanh(hidden(torch.rand(5, 3)))).sum().backward()
        gradient = hidden.weight.grad
        assert isinstance(gradient, torch.Tensor)
        assert torch.allclose(gradient[0], gradient[1]) == stays_alike


def test_gradients_grow_layer_by_layer_with_batch_normalisation() -> None:
    """« bn-garantie » and « bn-cinquante »: Yang et al. 2019, at the start, large batches."""
    layers, size = 20, 256
    torch.manual_seed(0)
    h, seen = torch.randn(size, size), []
    for _ in range(layers):
        weights = torch.randn(size, size) * math.sqrt(he(size))
        z = functional.batch_norm(h @ weights.T, None, None, training=True).requires_grad_()
        z.retain_grad()
        seen.append(z)
        h = functional.relu(z)
    (h * torch.randn_like(h)).sum().backward()
    first, last = seen[0].grad, seen[-1].grad
    assert first is not None
    assert last is not None
    step = float(first.norm() / last.norm()) ** (1 / (layers - 1))
    assert step == pytest.approx(BATCHNORM_STEP, abs=0.02)


def test_curvatures_are_as_the_squares_of_the_inputs() -> None:
    """« donnees-courbures »: Hessian of the mean squared error of a linear model."""
    inputs = torch.tensor([[100.0, 1.0], [-100.0, 1.0], [100.0, -1.0], [-100.0, -1.0]])
    hessian = torch.autograd.functional.hessian(
        lambda w: (inputs @ w - 1).square().mean(), torch.zeros(2)
    )
    assert isinstance(hessian, torch.Tensor)
    assert float(hessian[0, 0] / hessian[1, 1]) == pytest.approx(10_000)


def test_a_branch_that_ends_in_zeros_is_the_identity_and_learns() -> None:
    """« branche-nulle »: units of the last layer of the branch do not stay alike."""
    torch.manual_seed(0)
    branch = nn.Sequential(nn.Linear(4, 4), nn.ReLU(), nn.Linear(4, 4))
    for parameter in branch[2].parameters():
        nn.init.zeros_(parameter)
    x = torch.randn(8, 4, requires_grad=True)
    y = x + branch(x)
    assert torch.equal(y, x)
    (y * torch.randn(8, 4)).sum().backward()
    gradient = branch[2].weight.grad
    assert isinstance(gradient, torch.Tensor)
    assert not torch.allclose(gradient[0], gradient[1])
