"""Chapter 4 computes rightly, and what it says of losses and output layers is so."""

import math
import re

import torch
from torch import nn

from tests.decks.content.arithmetic.activations import sigmoid, sigmoid_slope, softmax
from tests.decks.content.arithmetic.losses import (
    bce,
    bce_gradient,
    from_logits,
    squared_gradient,
    steps_to,
)
from tests.decks.content.arithmetic.means import mean
from tests.decks.content.chapter_files import chapter_file
from tests.decks.content.course_text import THIN
from tests.decks.content.figures import Figure, fr, minus, tex, tex_power

CHAPTER = chapter_file("04-couts")
NOTES = CHAPTER.notes
QUESTIONS = CHAPTER.questions

W5_SLOPE = 0.08216704  # of ½ Σ (y − a)² by w₅ of Mazur's 2-2-2 network, from its page


TARGETS, ANSWERS = (3.0, 5.0, 2.5), (2.5, 5.0, 4.0)
GAPS = [a - t for t, a in zip(TARGETS, ANSWERS, strict=True)]
PRICES = (200, 210, 220, 970)
LOSSES = (0.1, 0.2, 0.1, 2.0)
LOGITS = (2, 1, 0.1)
PROBABILITIES = softmax(*LOGITS)
GRADIENT = [p - y for p, y in zip(PROBABILITIES, (1, 0, 0), strict=True)]
LABELS = [bce(y, p) for y, p in zip((1, 0, 1), (0.8, 0.3, 0.6), strict=True)]
PAIR = [bce(1, 0.8), bce(0, 0.4)]
SLOW, FAST = (
    {start: steps_to(0.9, start, is_squared=is_squared) for start in (-8, -5, 0)}
    for is_squared in (True, False)
)
OTHER_GAPS = (11 - 10, 12 - 12, 12 - 15)
FIRM_NOWHERE, FIRM_BUT_WRONG = (0.6, 0.6, 0.6, 0.6), (0.99, 0.99, 0.99, 0.4)
THREE_LABELS = [bce(y, p) for y, p in zip((0, 1, 1), (0.1, 0.9, 0.5), strict=True)]

FIGURES = [
    Figure("cout-calcul", "/ 4 = 0{,}6", tex(mean(LOSSES), 1)),
    Figure("exactitude-et-perte", r"-\ln 0{,}51 \approx 0{,}67", tex(bce(1, 0.51), 2)),
    Figure("exactitude-et-perte", "environ $0{,}01$", tex(bce(1, 0.99), 2)),
    *(Figure("mse-calcul", "$0{,}25$, $0$ et $2{,}25$", tex(GAPS[n] ** 2, 2)) for n in (0, 2)),
    Figure("mse-calcul", "$2{,}5 / 3", tex(math.fsum(gap**2 for gap in GAPS), 1)),
    Figure("mse-calcul", r"\approx 0{,}833", tex(mean([gap**2 for gap in GAPS]), 3)),
    *(
        Figure("mse-gradient-calcul", r"(-0{,}5\,; 0\,; 1{,}5)", tex(abs(GAPS[n]), 1))
        for n in (0, 2)
    ),
    Figure("mse-gradient-calcul", r"(-0{,}333\,; 0\,; 1)", tex(2 / 3 * GAPS[0], 3)),
    Figure("mse-deux-cours", "4 - 2{,}5 = 1{,}5", tex(4 - 2.5, 1)),
    Figure("mse-deux-cours", "le double, 3", fr(2 * (4 - 2.5))),
    Figure("mse-aberrant", "**100 fois**", fr(10**2)),
    Figure("mse-aberrant", "$10^2 = 100$", tex(10**2)),
    Figure("mse-constante", "400", fr(mean(PRICES))),
    Figure("mse-constante", "215", fr(mean(sorted(PRICES)[1:3]))),
    Figure("rmse", r"\sqrt{225} = 15$", tex(math.sqrt(225))),
    Figure("prix-logarithme", r"1 - \hat{y} = -249", tex(1 - 250)),
    Figure("regression-identite", r"\times 80 = 260$", tex(300 - 0.5 * 80)),
    Figure("rmse-plancher", r"\sqrt{15^2 + 8^2} = 17$", tex(math.hypot(15, 8))),
    *(
        Figure("binaire", "| Perte | 0,105 | 0,693 | 2,303 | 4,605 |", fr(bce(1, p), 3))
        for p in (0.9, 0.5, 0.1, 0.01)
    ),
    Figure("bce-valeurs", r"-\ln 0{,}9 \approx 0{,}105", tex(bce(1, 0.9), 3)),
    Figure("bce-valeurs", r"-\ln 0{,}1 \approx 2{,}303", tex(bce(1, 0.1), 3)),
    Figure("bce-valeurs", "**22 fois**", fr(bce(1, 0.1) / bce(1, 0.9))),
    Figure("bce-hesitation", r"$\ln 2 \approx 0{,}693$", tex(bce(0, 0.5), 3)),
    Figure("bce-confiance", r"$\ln 10 \approx 2{,}303$", tex(bce(1, 0.01) - bce(1, 0.1), 3)),
    Figure("bce-confiance", "$4{,}605$", tex(bce(1, 0.01), 3)),
    Figure("bce-signe", "$-0{,}105$", tex(-bce(1, 0.9), 3)),
    Figure("bce-signe", "$-2{,}303$", tex(-bce(1, 0.1), 3)),
    Figure("bce-parentheses", r"\ln 0{,}7 \approx -0{,}357", tex(math.log(1 - 0.3), 3)),
    Figure("bce-parentheses", r"\ln 0{,}7", tex(1 - 0.3, 1)),
    *(
        Figure("bce-moyenne", fragment, tex(loss, 3))
        for fragment, loss in zip(
            (r"-\ln 0{,}8 \approx 0{,}223", r"-\ln 0{,}6 \approx 0{,}511"), PAIR, strict=True
        )
    ),
    Figure("bce-moyenne", r"-\ln 0{,}6", tex(1 - 0.4, 1)),
    Figure("bce-moyenne", "moyenne est $0{,}367$", tex(mean(PAIR), 3)),
    Figure("log-produit", r"\approx 1{,}7 \times 10^{-46}", tex_power(0.9**1000, 1)),
    Figure("log-produit", r"1\,000 \ln 0{,}9 \approx -105", tex(1000 * math.log(0.9))),
    Figure("binaire-seuil", "partir de **0,1**", fr(1 / (1 + 9), 1)),
    Figure("binaire-seuil", r"\hat{y} = 0{,}1", tex(1 / (1 + 9), 1)),
    *(
        Figure("multiclasse", row, fr(math.log(k), 3))
        for row in ("| 0,693 | 1,099 | 2,303 | 4,605 | 6,908 |",)
        for k in (2, 3, 10, 100, 1000)
    ),
    Figure("ce-calcul", r"-\ln 0{,}66 \approx 0{,}42", tex(-math.log(0.66), 2)),
    *(
        Figure("ce-ecart", fragment, tex(from_logits(LOGITS, k), 3))
        for k, fragment in enumerate(("$0{,}417$ pour", "$1{,}417$ pour", "$2{,}317$ pour"))
    ),
    Figure("ce-hasard", "[$2{,}303$](#2", tex(from_logits([0.0] * 10, 0), 3)),
    Figure("ce-depart", r"\ln 10 \approx 2{,}3$", tex(math.log(10), 1)),
    Figure("ce-mille", r"\ln 1\,000 \approx 6{,}908", tex(from_logits([0.0] * 1000, 0), 3)),
    Figure("ce-fige", r"\ln 10 \approx 2{,}3$", tex(math.log(10), 1)),
    Figure("ce-perplexite", "de 1,386 fait", fr(math.log(4), 3)),
    Figure("ce-perplexite", r"e^{1{,}386} \approx 4", tex(math.exp(1.386))),
    Figure("ce-classe-rare", r"\,; 0{,}242\,;", tex(PROBABILITIES[1], 3)),
    Figure("ce-classe-rare", "(0{,}659\\,;", tex(PROBABILITIES[0], 3)),
    Figure("ce-classe-rare", "**0,099**", fr(PROBABILITIES[2], 3)),
    Figure("ce-classe-rare", r"\ln 0{,}099 ", tex(PROBABILITIES[2], 3)),
    Figure("ce-classe-rare", r"\,; 0{,}099)", tex(PROBABILITIES[2], 3)),
    Figure("ce-classe-rare", r"\approx 2{,}31$", tex(-math.log(0.099), 2)),
    Figure("logits-calcul", "**4,9**", fr(5 - 0.1, 1)),
    Figure("logits-calcul", r"\approx 4{,}925", tex(from_logits((5, 1, 0.1), 2), 3)),
    *(
        Figure("logits-gradient-calcul", r"= (-0{,}341\,; 0{,}242\,; 0{,}099)", tex(value, 3))
        for value in GRADIENT
    ),
    *(
        Figure(
            "logits-gradient-calcul", r"Softmax donne $(0{,}659\,; 0{,}242\,; 0{,}099)$", tex(p, 3)
        )
        for p in PROBABILITIES
    ),
    Figure("softmax-double-plancher", r"\approx 0{,}551", tex(from_logits((1, 0, 0), 0), 3)),
    *(
        Figure("mse-classer", row, value.replace("-", "−"))
        for row, values in (
            (
                "| Gradient de la MSE | −0,0132 | −0,25 | −0,00009 |",
                (
                    fr(squared_gradient(-5), 4),
                    fr(squared_gradient(0), 2),
                    fr(squared_gradient(5), 5),
                ),
            ),
            (
                "| Gradient de la BCE | −0,9933 | −0,5 | −0,0067 |",
                (fr(bce_gradient(-5), 4), fr(bce_gradient(0), 1), fr(bce_gradient(5), 4)),
            ),
        )
        for value in values
    ),
    Figure("mse-sature", "[$-0{,}9933$](#1", tex(bce_gradient(-5), 4)),
    Figure("mse-sature", "[$-0{,}0132$](#2", tex(squared_gradient(-5), 4)),
    Figure("mse-sature", "Soit 75 fois", fr(bce_gradient(-5) / squared_gradient(-5))),
    Figure("mse-sature", r"\sigma(-5) \approx 0{,}0067", tex(sigmoid(-5), 4)),
    Figure("mse-sature-cause", "$0{,}00665$", tex(sigmoid_slope(-5), 5)),
    Figure("mse-neurone", "en 16 pas", fr(FAST[-5])),
    Figure("mse-neurone", "demande 119", fr(SLOW[-5])),
    Figure("mse-neurone", "75 fois moins", fr(bce_gradient(-5) / squared_gradient(-5))),
    Figure("mse-neurone-loin", "119 pas de MSE", fr(SLOW[-5])),
    Figure("mse-neurone-loin", "16 de BCE", fr(FAST[-5])),
    Figure("mse-neurone-loin", f"**1{THIN}542**", fr(SLOW[-8])),
    Figure("mse-neurone-loin", "**19**", fr(FAST[-8])),
    Figure("mse-neurone-loin", "ralentit 13 fois", fr(SLOW[-8] / SLOW[-5])),
    Figure("mse-neurone-hesitant", "0,25", fr(sigmoid_slope(0), 2)),
    Figure("mse-neurone-hesitant", "35 pas", fr(SLOW[0])),
    Figure("mse-neurone-hesitant", "contre 10", fr(FAST[0])),
    Figure("mse-plafond", "$0{,}980$", tex((0.01 - 1) ** 2, 3)),
    Figure("mse-plafond", "$0{,}9998$", tex((0.0001 - 1) ** 2, 4)),
    Figure("mse-plafond", "$4{,}605$", tex(bce(1, 0.01), 3)),
    Figure("mse-plafond", "$9{,}210$", tex(bce(1, 0.0001), 3)),
    *(Figure("multi-calcul", r"0{,}223 + 0{,}357 + 0{,}511", tex(loss, 3)) for loss in LABELS),
    Figure("multi-calcul", "1{,}091", tex(math.fsum(LABELS), 3)),
    Figure("multi-calcul", "0{,}364", tex(mean(LABELS), 3)),
    Figure("multi-calcul", "1 - 0{,}3 = 0{,}7", tex(1 - 0.3, 1)),
]

# Quiz questions.
FIGURES += [
    Figure("mse-meme-pas", "à $0{,}3589$", tex(0.40 - 0.5 * W5_SLOPE, 4)),
    Figure("mse-meme-pas", "**0,3589**", fr(0.40 - 0.25 * 2 * W5_SLOPE, 4)),
    Figure("mse-meme-pas", "de 0,0822", fr(W5_SLOPE, 4)),
    Figure("mse-meme-pas", "à 0,1643", fr(2 * W5_SLOPE, 4)),
    Figure("mse-meme-pas", "reste $0{,}0411$", tex(0.5 * W5_SLOPE, 4)),
    *(
        Figure(
            "q-role-deux-modeles", "pertes 0,511 et 0,237", fr(mean([bce(1, p) for p in given]), 3)
        )
        for given in (FIRM_NOWHERE, FIRM_BUT_WRONG)
    ),
    *(
        Figure("q-role-deux-modeles", fragment, fr(100 * mean([p > 0.5 for p in given])))
        for fragment, given in (
            ("Exactitudes 100", FIRM_NOWHERE),
            ("et 75", FIRM_BUT_WRONG),
        )
    ),
    Figure("q-role-neuvieme", "= 1 ± 0,001", fr(mean([0.5] * 8 + [5]))),
    Figure("q-role-neuvieme", "2,75", fr(mean([0.5, 5]), 2)),
    Figure("q-mse-calcul", "= 3,33 ± 0,01", fr(mean([gap**2 for gap in OTHER_GAPS]), 2)),
    Figure("q-mse-calcul", r"\approx 3{,}33$", tex(mean([gap**2 for gap in OTHER_GAPS]), 2)),
    Figure("q-mse-gradient", "= −2 ± 0,001", minus(fr(2 / 3 * OTHER_GAPS[2]))),
    Figure("q-bce-cible-zero", "= 2,30 ± 0,01", fr(bce(0, 0.9), 2)),
    Figure("q-bce-cible-zero", r"\approx 2{,}30$", tex(bce(0, 0.9), 2)),
    Figure("q-bce-cible-zero", "= 0{,}1$", tex(1 - 0.9, 1)),
    Figure("q-bce-cible-zero", r"\approx 0{,}11$", tex(bce(1, 0.9), 2)),
    Figure("q-bce-quart", "= 1,39 ± 0,01", fr(bce(1, 0.05) - bce(1, 0.2), 2)),
    Figure("q-bce-quart", r"\approx 1{,}39$", tex(math.log(4), 2)),
    Figure("q-bce-vraisemblance", "= 0,135 ± 0,002", fr(math.exp(-4 * 0.5), 3)),
    Figure("q-bce-vraisemblance", r"e^{-2} \approx 0{,}135$", tex(math.exp(-4 * 0.5), 3)),
    Figure("q-bce-vraisemblance", r"\approx 0{,}607$", tex(math.exp(-0.5), 3)),
    Figure("q-ce-logits", "= 2,24 ± 0,01", fr(from_logits((1, 3, 1), 0), 2)),
    Figure("q-ce-logits", r"\approx 2{,}24$", tex(from_logits((1, 3, 1), 0), 2)),
    Figure("q-ce-logits", "$0{,}24$", tex(from_logits((1, 3, 1), 1), 2)),
    Figure("q-ce-lettres", "= 3,3 ± 0,1", fr(from_logits([0.0] * 26, 0), 1)),
    Figure("q-ce-lettres", r"\approx 3{,}26$", tex(from_logits([0.0] * 26, 0), 2)),
    Figure("q-ce-stagne", r"\ln 10 \approx 2{,}30$", tex(math.log(10), 2)),
    Figure("q-ce-numero", "= 5 ± 0,001", fr(mean([2, 8]))),
    Figure("q-ce-one-hot", "[25|vingt-cinq]", fr(26 - 1)),
    *(
        Figure("q-logits-gradient", row, minus(fr(p - y, 1)))
        for row, p, y in (("| 0,2 |", 0.2, 0), ("| 0,7 |", 0.7, 0), ("| −0,9 |", 0.1, 1))
    ),
    Figure("q-logits-gradient", "- 1 = -0{,}9$", tex(0.1 - 1, 1)),
    Figure("q-logits-pas", "= 2,34 ± 0,005", fr(2 - GRADIENT[0], 2)),
    Figure("q-logits-pas", "= -0{,}341$", tex(GRADIENT[0], 3)),
    Figure("q-logits-pas", r"0{,}341 \approx 2{,}34$", tex(2 - GRADIENT[0], 2)),
    Figure("q-logits-double", r"\approx 0{,}55$", tex(from_logits((1, 0, 0), 0), 2)),
    Figure("q-logits-double", "vers 0,55", fr(from_logits((1, 0, 0), 0), 2)),
    Figure("q-mse-sature", "= −0,035 ± 0,001", minus(fr(squared_gradient(-4), 3))),
    Figure("q-mse-sature", r"\approx -0{,}035$", tex(squared_gradient(-4), 3)),
    Figure("q-mse-sature", r"\sigma(z) \approx 0{,}018$", tex(sigmoid(-4), 3)),
    Figure("q-mse-sature", r"\approx -0{,}982$", tex(bce_gradient(-4), 3)),
    Figure("q-mse-sature", r"\times 0{,}982 \approx", tex(1 - sigmoid(-4), 3)),
    Figure("q-mse-sature", "28 fois plus", fr(bce_gradient(-4) / squared_gradient(-4))),
    Figure("q-mse-entre-deux", "= 381 ± 30", fr(steps_to(0.9, -6.5, is_squared=True))),
    Figure("q-mse-entre-deux", "exact est 381", fr(steps_to(0.9, -6.5, is_squared=True))),
    Figure("q-mse-entre-deux", "fait 119 pas", fr(SLOW[-5])),
    Figure("q-mse-entre-deux", f"1{THIN}542 depuis", fr(SLOW[-8])),
    Figure("q-mse-entre-deux", r"1\,542}", tex(SLOW[-8])),
    Figure("q-mse-entre-deux", r"\approx 428$", tex(math.sqrt(SLOW[-5] * SLOW[-8]))),
    Figure("q-mse-entre-deux", "830", fr(mean([SLOW[-5], SLOW[-8]]))),
    Figure("q-multi-somme", "= 0,90 ± 0,01", fr(math.fsum(THREE_LABELS), 2)),
    Figure("q-multi-somme", r"0{,}693 \approx 0{,}90$", tex(math.fsum(THREE_LABELS), 2)),
    *(
        Figure("q-multi-somme", r"0{,}105 + 0{,}105 + 0{,}693", tex(loss, 3))
        for loss in THREE_LABELS
    ),
    Figure("q-multi-somme", "= 0{,}9$", tex(1 - 0.1, 1)),
    Figure("q-multi-somme", "0,80", fr(math.fsum(THREE_LABELS[1:]), 2)),
]

# Numbers that a question gives, that name a thing, or that a source vouches for.
GIVEN: dict[str, set[str]] = {
    "cout-calcul": {"0,1", "0,2", "2,0", "0{,}1", "0{,}2", "2{,}0", "80"},
    "cout-diviser": {"32", "64"},
    "exactitude-et-perte": {"0{,}51", "0{,}99"},
    "mse-calcul": {"2{,}5"},
    "mse-carre": {"10"},
    "mse-gradient-calcul": {"2{,}5"},
    "mse-deux-cours": {"1,5", "2{,}5"},
    "mse-aberrant": {"10"},
    "mse-constante": {"200", "210", "220", "970"},
    "rmse": {"225", "15"},
    "rmse-plancher": {"15"},
    "regression-identite": {"300", "80", "0{,}5"},
    "prix-logarithme": {"250"},
    "binaire": {"0,9", "0,5", "0,1", "0,01"},
    "bce-valeurs": {"0,9", "0,1", "0{,}9", "0{,}1"},
    "bce-hesitation": {"0,5", "0{,}5"},
    "ce-classe-rare": {"0{,}1"},
    "logits-calcul": {"0{,}1"},
    "bce-confiance": {"0,1", "0,01", "10"},
    # PyTorch, torch.nn.BCELoss: "clamps its log function outputs to be greater than or equal to
    # -100"; checked below.
    "bce-infinie": {"100"},
    "bce-signe": {"0,9", "0,1"},
    "bce-parentheses": {"0{,}3"},
    "bce-moyenne": {"0{,}8", "0{,}4"},
    "log-produit": {"0{,}9", "1000", r"1\,000", "32"},
    "binaire-seuil": {"0,5"},
    "multiclasse": {"10", "100", f"1{THIN}000"},
    "ce-calcul": {"0{,}66", "0{,}24", "0{,}10"},
    "ce-ecart": {"0{,}1"},
    "ce-depart": {"10"},
    "ce-mille": {"6,9", r"1\,000"},
    "ce-fige": {"10"},
    "ce-perplexite": {"1{,}386"},
    "logits-debordement": {"1000", "32"},
    "cross-entropy-formes": {"64", "10"},
    "mse-neurone": {"0,9"},
    "mse-neurone-loin": {"0,9"},
    "mse-neurone-hesitant": {"0,9"},
    "mse-plafond": {"0,01", "0,0001"},
    "multi-calcul": {"0{,}8", "0{,}3", "0{,}6"},
    "multi-seuil": {"0,5", "0{,}5"},
    "multi-seuil-bas": {"0,2"},
    "choix-deux-nombres": {"180"},  # the antimeridian
    "choix-sigmoide": {"0,9", "0,1"},
    "choix-calibration": {"0,99", "99"},
}

# Quiz questions.
GIVEN |= {
    "mse-meme-pas": {"0{,}5", "0{,}25", "0{,}40"},
    "q-role-deux-modeles": {"0,6", "0,99", "0,4", "0,5"},
    "q-role-neuvieme": {"0,001", "0,5", "0{,}5"},
    "q-mse-calcul": {"0,01", "10", "11", "12", "15"},
    "q-mse-gradient": {"0,001", "10", "11", "12", "15"},
    "q-mse-plancher": {"15"},
    "q-bce-cible-zero": {"0,01", "0{,}9"},
    "q-bce-quart": {"0,01", "0,05", "0,2", "0,8", "0{,}05", "0{,}2"},
    "q-bce-vraisemblance": {"0,002", "0,5", "0{,}5"},
    "q-ce-reste": {"0,5", "0{,}5"},
    "q-ce-logits": {"0,01"},
    "q-ce-lettres": {"0,1", "26"},
    "q-ce-stagne": {"10", "2,30"},
    "q-ce-numero": {"0,001"},
    "q-ce-one-hot": {"26"},
    "q-logits-gradient": {"0,1", "0,3", "0,8", "0{,}1", "0{,}2", "0{,}7"},
    "q-logits-pas": {"0,005", "0,659", "0{,}659"},
    "q-mse-sature": {"0,001"},
    "q-mse-entre-deux": {"0,9", "30", "6{,}5"},
    "q-mse-premier": {"10", "85"},  # docs/experiments.md: the claim
    "q-multi-somme": {"0,01", "0{,}1", "0{,}5"},
    "q-multi-paires": {"0{,}5"},
    "q-multi-nom": {"14"},
}


def test_figures_said_in_words_are_right() -> None:
    assert LOSSES[3] > 0.8 * math.fsum(LOSSES), "plus de 80 % du total"
    assert math.isclose(abs(GAPS[2]), 3 * abs(GAPS[0])), "trois fois plus fort"
    assert math.isclose(bce_gradient(0), 2 * squared_gradient(0)), "moitié de celui de la BCE"
    assert math.isclose(from_logits(LOGITS, 1) - from_logits(LOGITS, 0), 1), "de 1 exactement"
    assert math.isclose(math.fsum(GRADIENT), 0, abs_tol=1e-12), "somme nulle"


def test_the_product_of_a_thousand_probabilities_is_zero_on_32_bits() -> None:
    assert torch.full((1000,), 0.9).prod() == 0
    assert torch.finfo(torch.float32).tiny > 0.9**1000


def test_pytorch_bounds_each_logarithm_of_its_bce() -> None:
    assert nn.BCELoss()(torch.tensor([0.0]), torch.tensor([1.0])) == 100


def test_the_three_pairs_have_prediction_minus_target_as_derivative() -> None:
    z = torch.tensor([0.3, -1.2, 2.0], dtype=torch.float64, requires_grad=True)
    y = torch.tensor([0.0, 1.0, 0.0], dtype=torch.float64)
    pairs = (
        ((z - y).square().sum() / 2, z),
        (nn.BCEWithLogitsLoss(reduction="sum")(z, y), z.sigmoid()),
        (nn.CrossEntropyLoss()(z, torch.tensor(1)), z.softmax(0)),
    )
    for loss, prediction in pairs:
        (gradient,) = torch.autograd.grad(loss, z, retain_graph=True)
        assert torch.allclose(gradient, prediction - y)


def test_two_way_softmax_is_a_sigmoid_of_the_difference() -> None:
    assert math.isclose(softmax(1.7, 0.4)[0], sigmoid(1.7 - 0.4))


def test_a_constant_at_the_mean_has_the_least_squared_error_and_at_215_the_least_absolute() -> None:
    squared = {c: mean([(p - c) ** 2 for p in PRICES]) for c in range(150, 1000)}
    absolute = {c: mean([abs(p - c) for p in PRICES]) for c in range(150, 1000)}
    assert min(squared, key=squared.__getitem__) == 400
    assert absolute[215] == min(absolute.values())


def test_targets_that_are_one_hot_or_indices_give_the_same_cross_entropy() -> None:
    logits, k = torch.randn(64, 10), torch.randint(10, (64,))
    loss = nn.CrossEntropyLoss()
    assert torch.isclose(loss(logits, k), loss(logits, nn.functional.one_hot(k, 10).float()))


def test_a_network_at_a_huge_rate_is_left_with_dead_relus_and_the_loss_of_chance() -> None:
    """As the card says « souvent »: here on random images, whose classes say nothing at all."""
    torch.manual_seed(0)
    network = nn.Sequential(nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 10))
    images, classes = torch.rand(200, 64), torch.arange(200) % 10
    optimiser = torch.optim.SGD(network.parameters(), lr=10.0)
    for _ in range(150):
        loss = nn.CrossEntropyLoss()(network(images), classes)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    assert (network[:2](images).amax(dim=0) <= 0).all()
    assert abs(loss.item() - math.log(10)) < 0.1


def test_labels_of_minus_one_push_the_logit_down_for_ever() -> None:
    z = torch.tensor([-20.0, 0.0, 20.0], dtype=torch.float64, requires_grad=True)
    loss = nn.BCEWithLogitsLoss(reduction="sum")(z, torch.full((3,), -1.0, dtype=torch.float64))
    loss.backward()
    assert z.grad is not None
    assert torch.allclose(z.grad, z.detach().sigmoid() + 1)


def test_the_log_loss_of_a_price_does_not_exist() -> None:
    assert torch.log(1 - torch.tensor(250.0)).isnan()


def test_one_line_of_code_in_four_is_the_bce() -> None:
    y, p = torch.tensor([1.0, 0.0, 1.0]), torch.tensor([0.8, 0.3, 0.6])
    lines = re.findall(r"^- \[(.)\] `(.*)`$", QUESTIONS["q-bce-code"].body, re.M)
    assert len(lines) == 4
    for mark, line in lines:
        value = eval(line, {"y": y, "p": p, "log": torch.log})
        is_right = torch.isclose(value, nn.functional.binary_cross_entropy(p, y))
        assert is_right == (mark == "x"), line


def test_a_price_between_zero_and_one_costs_a_log_loss_even_when_exact() -> None:
    exact = torch.tensor([0.4])
    assert nn.functional.binary_cross_entropy(exact, exact) > 0.5
