"""Chapter 6 computes rightly, and what it says of optimisers and hyperparameters is so."""

import math
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
import torch

from tests.decks.content.arithmetic.optimisers import (
    BETA,
    BETA_1,
    BETA_2,
    GAMMA,
    adam,
    descent,
    moments,
    momentum,
    rmsprop,
    rolling,
)
from tests.decks.content.chapter_files import chapter_file
from tests.decks.content.course_text import THIN
from tests.decks.content.figures import Figure, fr, tex, tex_power

CHAPTER = chapter_file("06-optimisation")
NOTES = CHAPTER.notes


def first(holds: Callable[[int], bool]) -> int:
    """The first natural number of which it holds."""
    return next(n for n in range(10_000) if holds(n))


QUARTET = (1, 3, -2, 6)
SQUARES = [(g - sum(QUARTET) / 4) ** 2 for g in QUARTET]
ROLLING = list(rolling(1.0, 0.1, 4))
THREE_STEPS = momentum([1, 1, 1], 0.1)
ALTERNATING = [(-1.0) ** n for n in range(40_001)]
SECOND_M, SECOND_V = moments([4, -2])
AWAY = (1 - BETA) * 1e-6**2
HOLLOWS = [descent(lambda x: 4 * x**3 - 4 * x + 0.5, start, 0.02, 500) for start in (2.0, -2.0)]
DEPTHS = [x**4 - 2 * x**2 + 0.5 * x for x in HOLLOWS]

FIGURES = [
    Figure("gradient-baisse-calcul", "= 1{,}75$", tex(2 - 0.01 * (3**2 + 4**2), 2)),
    Figure("gradient-deux-poids", r"$(1{,}6\,; 0{,}4)$", tex(2 - 0.1 * 4, 1)),
    Figure("gradient-deux-poids", r"$(1{,}6\,; 0{,}4)$", tex(1 - 0.1 * 6, 1)),
    Figure("gradient-deux-poids", "= 3{,}04$", tex(1.6**2 + 3 * 0.4**2, 2)),
    Figure("parabole-calcul", "= 0{,}8$", tex(1 - 2 * 0.1, 1)),
    Figure("parabole-calcul", "= 1{,}536$", tex(descent(lambda x: 2 * x, 3, 0.1, 3), 3)),
    Figure("parabole-un-pas", r"\eta = 0{,}5", tex(1 / 2, 1)),
    Figure("limite-ravin", "2 / 50 = 0{,}04", tex(2 / 50, 2)),
    Figure("limite-ravin", "= -1{,}05$", tex(1 - 50 * 0.041, 2)),
    Figure("limite-lenteur", "= 0{,}961$", tex(1 - 0.039, 3)),
    Figure("limite-lenteur", "**58 pas**", fr(first(lambda n: 0.961**n <= 0.1))),
    Figure("limite-infini", "$-1{,}1$", tex(1 - 2 * 1.05, 1)),
    Figure("limite-infini", "$1{,}21$", tex((1 - 2 * 1.05) ** 2, 2)),
    Figure("taux-minuscule", "= 0{,}075$", tex(150 * 0.0005, 3)),
    Figure("taux-plage", "0,04 pour une courbure", fr(2 / 50, 2)),
    Figure("deux-creux", "$-1{,}51$", tex(DEPTHS[1], 2)),
    Figure("deux-creux", "$-0{,}52$", tex(DEPTHS[0], 2)),
    Figure("pas-par-epoque", "[391](#3", fr(math.ceil(50_000 / 128))),
    Figure("pas-par-epoque", "390{,}625$", tex(50_000 / 128, 3)),
    Figure("pas-par-epoque", "que 80 images", fr(50_000 - 390 * 128)),
    Figure("epoque-trois-fois", r"\rceil = 938$", tex(math.ceil(60_000 / 64))),
    Figure("epoque-trois-fois", f"**2{THIN}814 fois**", fr(3 * math.ceil(60_000 / 64))),
    Figure("une-epoque-deux-descentes", "$0{,}5$ après", tex(0 - 0.5 * (0 - 1), 1)),
    Figure("une-epoque-deux-descentes", "= 1{,}75$", tex(0.5 - 0.5 * (0.5 - 3), 2)),
    Figure("ordre-exemples", "$1{,}75$", tex(0.5 - 0.5 * (0.5 - 3), 2)),
    Figure("ordre-exemples", "$1{,}25$", tex(1.5 - 0.5 * (1.5 - 1), 2)),
    Figure("tirage-avec-remise", r"$37\,\%$", tex(100 * (1 - 1e-5) ** 100_000)),
    Figure("droite-une-epoque", "64 pas", fr(64 / 1)),
    Figure("selle-piege", "$0{,}8$", tex(1 - 2 * 0.1, 1)),
    Figure("selle-fuite", "= 1{,}2$", tex(1 + 2 * 0.1, 1)),
    Figure("selle-fuite", "**38", fr(first(lambda n: 0.001 * 1.2**n > 1))),
    Figure("selle-dimension", r"\approx 9{,}5 \times 10^{-7}", tex_power(2.0**-20, 1)),
    Figure("minima-permutes", f"3{THIN}628{THIN}800 minima", fr(math.factorial(10))),
    Figure("minima-permutes", r"= 3\,628\,800$", tex(math.factorial(10))),
    *(Figure("variance-calcul", "1, 1, 16 et 16", fr(square)) for square in SQUARES[2:]),
    Figure("variance-calcul", "**8,5**", fr(sum(SQUARES) / 4, 1)),
    Figure("variance-calcul", "**4,25**", fr(sum(SQUARES) / 4 / 2, 2)),
    Figure("ecart-type-dix", "**100**", fr(10**2)),
    Figure("robbins-monro-echecs", r"\approx 1{,}64", tex(math.pi**2 / 6, 2)),
    Figure("lot-une-epoque", "256 pas", fr(256 / 1)),
    Figure("regle-lineaire-calcul", "= 0{,}8$", tex(0.1 * 256 / 32, 1)),
    Figure("lot-jusquou", r"\approx 0{,}04$ ms", tex(40 / 1024, 2)),
    Figure("lot-jusquou", r"\approx 0{,}04$ ms", tex(10 / 256, 2)),
    *(
        Figure("momentum-trois-pas", said, tex(step, digits))
        for said, step, digits in zip(
            ("$0{,}1$, puis", "= 0{,}19$", "= 0{,}271$"), THREE_STEPS, (1, 2, 3), strict=True
        )
    ),
    Figure("momentum-regime", "[10](#2", fr(momentum([1.0] * 500, 1.0)[-1])),
    Figure("momentum-lancement", "**22 pas.**", fr(first(lambda t: 1 - GAMMA**t >= 0.9))),
    Figure("momentum-lancement", r"0{,}9^{22} \approx 0{,}098", tex(GAMMA**22, 3)),
    Figure(
        "momentum-alterne",
        r"\approx 0{,}53 \, \eta",
        tex(momentum(ALTERNATING[:501], 1.0)[-1], 2),
    ),
    Figure("momentum-alterne", r"$10 \, \eta$", tex(1 / (1 - GAMMA))),
    *(
        Figure("momentum-depasse", said, tex(x, digits))
        for said, (x, _), digits in zip(
            ("$0{,}8$", "$0{,}46$", "$0{,}062$", "$-0{,}309$"), ROLLING, (1, 2, 3, 3), strict=True
        )
    ),
    Figure("momentum-depasse", "$0{,}398$", tex(ROLLING[2][1], 3)),
    *(
        Figure("ema-poids", said, fr((1 - BETA) * BETA**n, n + 1))
        for n, said in enumerate(("[0,1](#1", "[0,09](#2", "[0,081](#3"))
    ),
    Figure("ema-duree", "**10**", fr(1 / (1 - 0.9))),
    Figure("ema-duree", "les 10", fr(1 / (1 - 0.9))),
    Figure("ema-duree", f"**1{THIN}000**", fr(1 / (1 - 0.999))),
    Figure("ema-duree", r"\approx 65\,\%$", tex(100 * (1 - 0.9**10))),
    Figure("ema-moitie", r"\approx 6{,}6", tex(math.log(0.5) / math.log(0.9), 1)),
    Figure("conventions-facteur", "de 10 fois", fr(1 / (1 - 0.9))),
    Figure("conventions-facteur", r"= 10 \, \eta g", tex(1 / (1 - 0.9))),
    Figure("conventions-traduire", r"$\eta = 0{,}1$", tex(0.01 / (1 - 0.9), 1)),
    Figure("momentum-code", "$-1{,}9$", tex(momentum([-1, -1], 1.0)[-1], 1)),
    Figure("momentum-code", "$-2{,}71$", tex(momentum([-1, -1, -1], 1.0)[-1], 2)),
    Figure("momentum-code", "par $-0{,}1$", tex(-0.1, 1)),
    Figure("rmsprop-premier-pas", r"\approx 0{,}0316$", tex(rmsprop([100], 0.01), 4)),
    Figure("rmsprop-premier-pas", r"\approx 0{,}0316$", tex(rmsprop([0.01], 0.01), 4)),
    Figure("rmsprop-regime", "$0{,}01$, le taux", tex(rmsprop([5] * 500, 0.01), 2)),
    Figure("rmsprop-regime", r"5 / \sqrt{25} = 1", tex(5**2)),
    Figure("rmsprop-rare", r"$2{,}6 \, \eta$", tex(rmsprop([*[0.0] * 9, 1.0] * 50, 1.0), 1)),
    Figure("rmsprop-composantes", r"(9\,; 16)", tex((-4) ** 2)),
    Figure("rmsprop-composantes", "9 + 16 = 25", tex(3**2 + 4**2)),
    Figure("carre-hessien", "6^2 = 36", tex((2 * 3) ** 2)),
    Figure("epsilon-place", "= 10^{-13}", tex(-math.log10(AWAY))),
    Figure("epsilon-place", "$0{,}0307$", tex(0.01 * 1e-6 / (math.sqrt(AWAY) + 1e-8), 4)),
    Figure("epsilon-place", "$0{,}0001$", tex(0.01 * 1e-6 / math.sqrt(AWAY + 1e-8), 4)),
    Figure("adam-premier-pas", "$m = 0{,}4$", tex(moments([4])[0], 1)),
    Figure("adam-premier-pas", "$v = 0{,}016$", tex(moments([4])[1], 3)),
    Figure("adam-premier-pas", r"\hat{v} = 16$", tex(moments([4])[1] / (1 - BETA_2))),
    Figure("adam-premier-pas", r"= 0{,}001$", tex(adam([4]), 3)),
    Figure(
        "adam-sans-correction",
        r"\approx 0{,}00316",
        tex(0.001 * moments([4])[0] / math.sqrt(moments([4])[1]), 5),
    ),
    Figure("adam-sans-correction", "réduit 10 fois", fr(1 / (1 - BETA_1))),
    Figure("adam-sans-correction", r"\sqrt{1\,000} \approx 32", tex(1 / (1 - BETA_2))),
    Figure("adam-sans-correction", r"\approx 32$", tex(math.sqrt(1 / (1 - BETA_2)))),
    Figure("adam-sans-correction", r"\times 0{,}4", tex(moments([4])[0], 1)),
    Figure("adam-sans-correction", r"\sqrt{0{,}016}", tex(moments([4])[1], 3)),
    Figure("adam-deuxieme-pas", "= 0{,}16$", tex(SECOND_M, 2)),
    Figure("adam-deuxieme-pas", "/ 0{,}19", tex(1 - BETA_1**2, 2)),
    Figure("adam-deuxieme-pas", r"\approx 0{,}842$", tex(SECOND_M / (1 - BETA_1**2), 3)),
    Figure("adam-deuxieme-pas", r"\approx 0{,}019984$", tex(SECOND_V, 6)),
    Figure("adam-deuxieme-pas", r"\approx 9{,}997$", tex(SECOND_V / (1 - BETA_2**2), 3)),
    Figure("adam-deuxieme-pas", "$0{,}000266$", tex(adam([4, -2]), 6)),
    Figure("adam-deuxieme-pas", r"0{,}9 \times 0{,}4 - 0{,}2", tex(moments([4])[0], 1)),
    Figure("adam-deuxieme-pas", "- 0{,}2 =", tex((1 - BETA_1) * 2, 1)),
    Figure("adam-premier-signe", "**0,001**", fr(adam([1000]), 3)),
    Figure("adam-premier-signe", "**0,001**", fr(adam([0.001]), 3)),
    Figure("adam-alterne", r"$0{,}053 \, \eta$", tex(adam(ALTERNATING, 1.0), 3)),
    Figure("adam-alterne", r"0{,}1 / 1{,}9", tex(1 + BETA_1, 1)),
    Figure("adam-borne", r"\approx 3{,}2$ fois", tex(adam([*[0.0] * 20_000, 1.0], 1.0), 1)),
    Figure("adam-borne", r"$0{,}1 / \sqrt", tex(1 - BETA_1, 1)),
    Figure("adam-borne", r"\sqrt{0{,}001}", tex(1 - BETA_2, 3)),
    Figure("adam-non-centre", "vers 16", fr(moments([4] * 20_000)[1])),
    Figure("adam-correction-duree", r"\approx 0{,}65", tex(1 - BETA_1**10, 2)),
    Figure("adam-correction-duree", r"\approx 0{,}01", tex(1 - BETA_2**10, 2)),
    Figure("adam-correction-duree", "**63\N{NO-BREAK SPACE}%**", fr(100 * (1 - BETA_2**1000))),
    Figure("adam-code", "0,001", fr(adam([4]), 3)),
    Figure("adam-code", r"4 / \sqrt{16}", tex(moments([4])[1] / (1 - BETA_2))),
    Figure("adamw-calcul", "1 - 0{,}001", tex(0.1 * 0.01, 3)),
    Figure("adamw-calcul", "= 0{,}999$", tex(1 - 0.1 * 0.01, 3)),
    Figure("adamw-calcul", r"0{,}999^{1\,000}", tex(1 - 0.1 * 0.01, 3)),
    Figure("adamw-calcul", r"\approx 0{,}368$", tex((1 - 0.1 * 0.01) ** 1000, 3)),
    Figure("l2-adam-calcul", "$0{,}00001$", tex(0.001 * 0.1 / 10, 5)),
    Figure("l2-adam-calcul", "$0{,}001$ au second", tex(0.001 * 0.1 / 0.1, 3)),
    Figure("l2-adam-calcul", "= 0{,}0001$", tex(0.001 * 0.1, 4)),
    Figure("l2-adam-code", "= 0{,}0001$", tex(0.001 * 0.1, 4)),
    Figure("adamw-copie", r"0{,}99^{300}", tex(1 - 0.01, 2)),
    Figure("adamw-copie", r"\approx 0{,}05$", tex((1 - 0.01) ** 300, 2)),
    Figure("adam-memoire", r"= 800$ Mo", tex(2 * 100 * 4)),
    Figure("adam-memoire", "prennent que 400", fr(100 * 4)),
    Figure("paliers", "= 0{,}001$", tex(0.1 / 10 ** (65 // 30), 3)),
    Figure("paliers", "30 et 60", fr(2 * 30)),
    Figure("cosinus-calcul", r"\approx 0{,}0854$", tex(0.05 * (1 + math.cos(math.pi / 4)), 4)),
    Figure("cosinus-calcul", r"$0{,}05 \times", tex(0.1 / 2, 2)),
    Figure(
        "cosinus-calcul", "15\N{NO-BREAK SPACE}%", fr(100 * (1 - (1 + math.cos(math.pi / 4)) / 2))
    ),
    Figure("echauffement-calcul", "= 0{,}00025$", tex(0.001 * 250 / 1000, 5)),
    Figure("grille-calcul", "5^4 = 625", tex(5**4)),
    Figure("grille-calcul", r"5^5 = 3\,125", tex(5**5)),
    Figure("aleatoire-essais", "**59**", fr(first(lambda n: 1 - 0.95**n >= 0.95))),
    Figure("aleatoire-essais", r"0{,}95^{59} \approx 0{,}048", tex(0.95**59, 3)),
    Figure("aleatoire-essais", r"0{,}95^{59}", tex(59)),
    Figure("echelle-log", "mettrait 90", fr(100 * (1 - 0.1) / (1 - 0.0001))),
    *(
        Figure("echelle-gamma", f"10, 100 ou 1{THIN}000 pas", fr(1 / (1 - gamma)))
        for gamma in (0.9, 0.99, 0.999)
    ),
    Figure("echelle-gamma", "de 0,1 à 0,001", fr(1 - 0.9, 1)),
    Figure("echelle-gamma", "de 0,1 à 0,001", fr(1 - 0.999, 3)),
    Figure("deux-epoques", f"200{THIN}000 pas", fr(2 * 10_000_000 / 100)),
]

ONE_STEP = (1 - 0.1 * (2 * 1 + 2), 2 - 0.1 * 1)
HALF_ELAN = momentum([2, -1], 0.1, 0.5)
(LOT_OF_3520,) = (size for size in range(1, 45_001) if 10 * math.ceil(45_000 / size) == 3520)
SECOND_OF_TWO = moments([1, 2])[0]
TWENTY = 1 - sum(adam([3] * t, rate=0.01) for t in range(1, 21))  # q-adam-vingt

QUESTIONS = [
    Figure("q-un-pas", "= 1,5 ±", fr(ONE_STEP[0] ** 2 + ONE_STEP[0] * ONE_STEP[1], 1)),
    Figure("q-un-pas", "= 1{,}5$", tex(ONE_STEP[0] ** 2 + ONE_STEP[0] * ONE_STEP[1], 1)),
    Figure("q-un-pas", r"$(0{,}6\,; 1{,}9)$", tex(ONE_STEP[0], 1)),
    Figure("q-un-pas", r"$(0{,}6\,; 1{,}9)$", tex(ONE_STEP[1], 1)),
    Figure("q-un-pas", "= 0{,}36 +", tex(ONE_STEP[0] ** 2, 2)),
    Figure("q-un-pas", "+ 1{,}14 =", tex(ONE_STEP[0] * ONE_STEP[1], 2)),
    Figure("q-un-pas", "(16 + 1)", tex((2 * 1 + 2) ** 2)),
    Figure("q-un-pas", "= 1{,}3$", tex(3 - 0.1 * (4**2 + 1**2), 1)),
    Figure(
        "q-parabole-diverge",
        f"= 1{THIN}470 ±",
        fr(round(descent(lambda x: 2 * x, 1, 1.1, 20) ** 2, -1)),
    ),
    Figure("q-parabole-diverge", r"\approx 38{,}3$ fois", tex(1.2**20, 1)),
    Figure("q-parabole-diverge", "à $38{,}3$", tex(1.2**20, 1)),
    Figure("q-parabole-diverge", "= -1{,}2$", tex(abs(1 - 2 * 1.1), 1)),
    Figure("q-parabole-diverge", f"carré, 1{THIN}470 fois", fr(round(1.2**40, -1))),
    Figure("q-taux-article", "$0{,}04$", tex(2 * 0.02, 2)),
    Figure("q-taux-article", "de 0,04 par", fr(2 * 0.02, 2)),
    Figure("q-mises-a-jour", "= 128 ±", fr(LOT_OF_3520)),
    Figure("q-mises-a-jour", r"\approx 127{,}8$", tex(45_000 / 352, 1)),
    Figure("q-mises-a-jour", "feraient 355", fr(math.ceil(45_000 / 127))),
    Figure("q-mises-a-jour", "feraient 349", fr(math.ceil(45_000 / 129))),
    Figure("q-mises-a-jour", "351 lots pleins", fr(45_000 // 128)),
    Figure("q-mises-a-jour", "352 lots", fr(math.ceil(45_000 / 128))),
    Figure("q-mises-a-jour", "de 72 images", fr(45_000 % 128)),
    Figure("q-descentes", "| 32 |", fr(math.ceil(1_000 / 32))),
    Figure("q-descentes", "= 31{,}25$", tex(1_000 / 32, 2)),
    Figure("q-descentes", "250", fr(1_000 / 4)),
    Figure("q-ecart-type", "= 0,5 ±", fr(math.sqrt(12 / 48), 1)),
    Figure("q-ecart-type", "= 0{,}25$", tex(12 / 48, 2)),
    Figure("q-ecart-type", "$0{,}5$", tex(math.sqrt(12 / 48), 1)),
    Figure("q-lot-unique", "en ont fait 256", fr(8 * 256 / 8)),
    Figure("q-regle-lineaire", "= 0,4 ±", fr(0.05 * 512 / 64, 1)),
    Figure("q-regle-lineaire", "= 0{,}4$", tex(0.05 * 512 / 64, 1)),
    Figure("q-elan-deux-pas", "= 0,8 ±", fr(1 - sum(HALF_ELAN), 1)),
    Figure("q-elan-deux-pas", "= 0{,}2$", tex(HALF_ELAN[0], 1)),
    Figure("q-elan-deux-pas", r"\theta = 0{,}8$", tex(1 - HALF_ELAN[0], 1)),
    Figure("q-elan-deux-pas", "$0{,}9$", tex(1 - 0.1 * (2 - 1), 1)),
    Figure("q-gamma-demi", "1,8 fois", fr(0.9 / 0.5, 1)),
    Figure("q-gamma-demi", "de 10 elle", fr(1 / (1 - 0.9))),
    Figure("q-ema-troisieme", "= 0,128 ±", fr((1 - 0.8) * 0.8**2, 3)),
    Figure("q-ema-troisieme", "= 0{,}128$", tex((1 - 0.8) * 0.8**2, 3)),
    Figure("q-ema-troisieme", "= 0{,}2$", tex(1 - 0.8, 1)),
    Figure("q-ema-troisieme", "$0{,}1024$", tex((1 - 0.8) * 0.8**3, 4)),
    Figure("q-vitesse-limite", "= 20 ±", fr(momentum([1.0] * 1000, 1.0, 0.95)[-1])),
    Figure("q-vitesse-limite", r"20 \, \eta g", tex(1 / (1 - 0.95))),
    Figure("q-ravin-triple", "Par 1,7", fr(math.sqrt(300 / 100), 1)),
    Figure("q-rmsprop-premier", "= 0,1 ±", fr(rmsprop([7], 0.01, 0.99), 1)),
    Figure("q-rmsprop-premier", "= 0{,}1$", tex(rmsprop([7], 0.01, 0.99), 1)),
    Figure("q-rmsprop-premier", r"\times 49", tex(7**2)),
    Figure("q-rmsprop-premier", "$0{,}0316$", tex(rmsprop([7], 0.01, 0.9), 4)),
    Figure("q-rmsprop-allure", f"1{THIN}000 fois", fr(10 / 0.01)),
    Figure("q-rmsprop-allure", "32 fois", fr(math.sqrt(10 / 0.01))),
    Figure("q-adam-m-deux", "= 1,53 ±", fr(SECOND_OF_TWO / (1 - BETA_1**2), 2)),
    Figure("q-adam-m-deux", r"\approx 1{,}53$", tex(SECOND_OF_TWO / (1 - BETA_1**2), 2)),
    Figure("q-adam-m-deux", "= 0{,}29$", tex(SECOND_OF_TWO, 2)),
    Figure("q-adam-m-deux", "= 0{,}19$", tex(1 - BETA_1**2, 2)),
    Figure("q-adam-m-deux", "m_1 = 0{,}1$", tex(moments([1])[0], 1)),
    Figure("q-adam-premier", "0,000002", fr(0.001 * 0.002, 6)),
    Figure("q-adam-premier", "monte de 0,001.", fr(-adam([-0.002]), 3)),
    Figure(
        "q-adam-premier",
        "0,00316",
        fr(0.001 * abs(moments([-0.002])[0]) / math.sqrt(moments([-0.002])[1]), 5),
    ),
    Figure("q-adam-premier", "réduit 10 fois", fr(1 / (1 - BETA_1))),
    Figure("q-adam-premier", "32 fois", fr(math.sqrt(1 / (1 - BETA_2)))),
    Figure("q-adam-vingt", "= 0,8 ±", fr(TWENTY, 1)),
    Figure("q-adam-vingt", r"\times 0{,}01 = 0{,}8$", tex(TWENTY, 1)),
    Figure("q-adam-vingt", "$0{,}4$", tex(1 - 20 * 0.01 * 3, 1)),
    Figure("q-adam-oubli", "= 10 ±", fr(0.1 / math.sqrt(1 - 0.9999))),
    Figure("q-adam-oubli", r"m = 0{,}1 \,", tex(1 - BETA_1, 1)),
    Figure("q-adam-oubli", r"v = 0{,}0001 \,", tex(1 - 0.9999, 4)),
    Figure("q-adam-oubli", r"0{,}1 / 0{,}01 = 10$", tex(0.1 / math.sqrt(1 - 0.9999))),
    Figure("q-adam-oubli", r"0{,}1 / 0{,}01 =", tex(math.sqrt(1 - 0.9999), 2)),
    Figure("q-adamw-pas", "= 4,985 ±", fr(5 - 0.01 * 1 - 0.01 * 0.1 * 5, 3)),
    Figure("q-adamw-pas", "$4{,}985$", tex(5 - 0.01 * 1 - 0.01 * 0.1 * 5, 3)),
    Figure("q-adamw-pas", "= 0{,}005$", tex(0.01 * 0.1 * 5, 3)),
    Figure("q-adamw-pas", "$0{,}5$", tex(0.1 * 5, 1)),
    Figure("q-memoire-adam", "= 200 ±", fr(2 * 25 * 4)),
    Figure("q-memoire-adam", "100 Mo", fr(25 * 4)),
    Figure("q-memoire-adam", "déjà 400", fr((2 + 1 + 1) * 25 * 4)),
    Figure("q-cosinus", "= 0,029 ±", fr(0.1 * (1 + math.cos(0.75 * math.pi)), 3)),
    Figure("q-cosinus", r"\approx 0{,}029$", tex(0.1 * (1 + math.cos(0.75 * math.pi)), 3)),
    Figure("q-cosinus", r"\approx -0{,}707$", tex(-math.cos(0.75 * math.pi), 3)),
    Figure(
        "q-cosinus",
        "15\N{NO-BREAK SPACE}%",
        fr(100 * (1 + math.cos(0.75 * math.pi)) / 2),
    ),
    Figure("q-cosinus", "$0{,}05$", tex(0.2 * (1 - 0.75), 2)),
    Figure("q-grille", "= 72 ±", fr(4 * 3 * 2 * 3)),
    Figure("q-grille", "= 24$", tex(4 * 3 * 2)),
    Figure("q-grille", "donnerait 12", fr(4 + 3 + 2 + 3)),
]
FIGURES += QUESTIONS

# Numbers that a question gives, that name a thing, or that a source vouches for.
GIVEN: dict[str, set[str]] = {
    "gradient-baisse-calcul": {"0{,}01"},
    "gradient-deux-poids": {"0{,}1"},
    "parabole-calcul": {"0{,}1"},
    "limite-ravin": {"0{,}041", "50"},
    "limite-lenteur": {"10", "50", "0{,}039"},
    "limite-infini": {"500", "32", "600"},  # 500: checked below
    "taux-minuscule": {"150", "0{,}0005", "0{,}3", "0,3", "0,0005"},
    "taux-plage": {"0,001", "50"},  # 0,001: Kingma and Ba 2015; PyTorch's default, below
    "sgd-sens": {"256"},
    "deux-creux": {"0{,}5"},
    "pas-par-epoque": {"50\\,000", "10", f"50{THIN}000", "128"},
    "epoque-trois-fois": {f"60{THIN}000", "60\\,000", "64"},
    "ordre-exemples": {"0{,}5"},
    "droite-une-epoque": {"0{,}05"},
    "droite-pas-qui-montent": {"0{,}05"},
    "droite-grand-taux": {"0{,}4"},
    "selle-piege": {"0{,}1"},
    "selle-fuite": {"0{,}001", "0{,}1"},
    "selle-dimension": {"20", "2014"},  # Dauphin et al., arXiv:1406.2572
    "minima-permutes": {"10"},
    "variance-quatre": {"16"},
    "ecart-type-dix": {"10"},
    "bruit-sans-remise": {"256", "128"},
    "robbins-monro": {"1951"},
    "lot-une-epoque": {"0{,}05"},
    "regle-lineaire": {"64"},
    "regle-lineaire-raison": {"2017"},  # Goyal et al., arXiv:1706.02677
    "regle-lineaire-calcul": {"0{,}1", "0,1", "32", "256"},
    "regle-lineaire-limite": {"256"},
    "lot-rendement": {"0{,}2", "64", "200", "256"},
    "lot-petit-taux": {"200", "0,02", "0,2"},
    "lot-jusquou": {"10", "40", "64", "256", f"1{THIN}024", r"1\,024"},
    "lot-puissance": {"100", "128"},
    "elan": {"0{,}9"},
    "momentum-trois-pas": {"0{,}9"},
    "momentum-plage": {"0,5", "0,9", "0,95", "0,99"},  # the inventory's OPT-27
    "momentum-regime": {"0{,}9"},
    "momentum-lancement": {"90", "0{,}9"},
    "momentum-alterne": {"0{,}9"},
    "ravin-cent": {"0{,}9"},
    "ravin-rond": {"0{,}9"},
    "ravin-etroit": {"100", "300", "0{,}9"},
    "ravin-trop": {f"1{THIN}000", "0,99", "0,9"},
    "momentum-depasse": {"0{,}1", "0{,}9"},
    "momentum-etat": {"10", "784"},
    "ema-poids": {"0,9", "0{,}9"},
    "ema-duree": {"0{,}999", "0{,}9"},
    "ema-moitie": {"0{,}5", "0{,}9"},
    "conventions-facteur": {"0,9", "0{,}9"},
    "conventions-traduire": {"0{,}01", "0{,}9"},
    "conventions-programme": {"10"},
    "rmsprop-plage": {"10", "0,99", "0{,}9"},  # PyTorch's defaults, below
    "rmsprop-origine": {"2012"},  # Tieleman and Hinton, Coursera, lecture 6.5
    "rmsprop-premier-pas": {"0{,}1", "100", "0{,}01", "0{,}9"},
    "rmsprop-rare": {"0{,}9"},
    "rmsprop-oubli": {"100"},
    "epsilon-role": {"10"},
    "epsilon-place": {"10", "0{,}01", "0{,}9"},
    "rmsprop-fond": {f"1{THIN}000"},
    "rmsprop-code": {"0{,}1"},
    "adam": {"2015"},  # Kingma and Ba, arXiv:1412.6980
    "adam-valeurs": {"0{,}001", "0{,}999", "10", "0{,}9"},  # the same, algorithm 1
    "adam-sans-correction": {"0{,}001"},
    "adam-deuxieme-pas": {"0{,}9"},
    "adam-premier-signe": {f"1{THIN}000"},
    "adam-alterne": {"0{,}1"},
    "adam-borne": {"0{,}001"},
    "adam-correction-duree": {"0{,}999", "10", f"1{THIN}000", "0{,}9"},
    "adam-taux-code": {"0,001", "0{,}01"},
    "adam-meilleur-taux": {"0,01", "80", "0,001", "0,03", "0,003"},  # 0,03: measured below
    "optimiseurs-meilleurs": {"80"},
    "optimiseurs-usuels": {"0,001", "0,01"},
    "poids-decroissants": {"2019"},  # Loshchilov and Hutter, arXiv:1711.05101
    "adamw-calcul": {"0{,}1", "1\\,000", f"1{THIN}000", "0{,}01"},
    "l2-adam-calcul": {"0{,}1", "10"},
    "l2-adam-code": {"0{,}1"},
    "adamw-copie": {"0{,}01", "300"},
    "droite-lots-de-quatre": {"0{,}05", "64"},
    "droite-en-ligne-lente": {"0{,}01", "64"},
    "taux-dabord": {"0{,}001", "150"},
    "adamw-groupes": {"0,01"},
    "adamw-defauts": {"0,01"},  # PyTorch's defaults, below
    "adamw-programme": {"10"},
    "adam-memoire": {"100", "32"},
    "perte-echelle": {"100"},
    "programme-petit-taux": {"10", "0{,}05", "0{,}01"},
    "paliers": {"0{,}1", "10", "65", "30"},
    "cosinus-calcul": {"0{,}1"},
    "echauffement-calcul": {"0{,}001", "1\\,000", f"1{THIN}000", "250"},
    "programme-par-lot": {"10", "30"},
    "aleatoire-essais": {"0{,}95", "95"},
    "echelle-log": {"0,1", "0,001", "0,01", "0,0001"},
    "echelle-gamma": {"0,999", "0,9"},
    "choix-graines": {"50", "94"},
    "deux-epoques": {"100", "10"},
    "patience-calcul": {"0{,}70", "0,90", "0{,}69", "0,70", "0,69", "0,72", "0,71"},
    "q-un-pas": {"0,01", "0{,}1"},
    "q-parabole-diverge": {"1{,}1", "20"},
    "q-perte-finie": {"10"},
    "q-taux-article": {"0,001", "0{,}02"},
    "q-mises-a-jour": {
        *("10", "127", "128", "129", "352"),
        *(r"45\,000", f"45{THIN}000", f"3{THIN}520"),
    },
    "q-descentes": {r"1\,000", f"1{THIN}000"},
    "q-exact-plus-pres": {"64"},
    "q-point-critique": {"0{,}5"},
    "q-sgd-vrai": {"64"},
    "q-ecart-type": {"0,01", "12", "48"},
    "q-bruit-seize": {"16"},
    "q-lot-512": {"32", "512"},
    "q-regle-lineaire": {"0,001", "0{,}05", "512", "64"},
    "q-lot-choisi": {"128", "24", "25", f"2{THIN}048", "32", "512", "80", "94,2", "96,0", "96,1"},
    "q-elan-deux-pas": {"0,001", "0{,}1", "0{,}5"},
    "q-gamma-demi": {"0,5", "0,9", "0{,}5", "0{,}9"},
    "q-ema-troisieme": {"0,001", "0{,}8"},
    "q-vitesse-limite": {"0,1", "0{,}95"},
    "q-ravin-triple": {"0{,}9", "100", "300"},
    "q-cuvette-ronde": {"0{,}9"},
    "q-rmsprop-premier": {"0,001", "0{,}01", "0{,}9", "0{,}99"},
    "q-rmsprop-allure": {"0{,}01", "10"},
    "q-adam-signal": {"0{,}01"},
    "q-adam-m-deux": {"0,01", "0{,}9"},
    "q-adam-vingt": {"0,001", "0{,}01", "20"},
    "q-adam-oubli": {"0,1", "0{,}9", "0{,}9999"},
    "q-adam-premier": {"0{,}001", "0{,}002"},
    "q-adam-valeurs": {"0{,}001", "0{,}5", "0{,}9", "0{,}999", "10"},
    "q-sgd-ou-adam": {"80"},
    "q-adamw-pas": {"0,0005", "0{,}01", "0{,}1"},
    "q-memoire-adam": {"25"},
    "q-cosinus": {"0,001", "0{,}2", "25"},
    "q-quel-reglage": {"94,0", "95,0", "95,1", "95,5", "96,0", "96,2", "97,0", "98,0", "99,9"},
    "q-encore-des-epoques": {"0,90", "0,92"},
    "q-perte-bloquee": {"10"},
}


def test_figures_said_in_words_are_right() -> None:
    assert 150 * 0.0005 == 0.3 / 4, "le quart d’un seul pas"
    assert (1 - 50 * 0.039) ** 2 < 1 < (1 - 50 * 0.041) ** 2
    assert momentum([1.0] * 500, 1.0)[-1] == pytest.approx(10), "multipliée par dix"
    assert 1.8 < 1 / momentum(ALTERNATING[:501], 1.0)[-1] < 2, "presque divisés par deux"
    assert next(n for n, (x, _) in enumerate(ROLLING, 1) if x < 0) == 4, "Au quatrième"
    assert 6 < math.log(0.5) / math.log(0.9) < 7, "6 à 7 pas"
    assert 1 / math.sqrt(100) == 1 / 10, "un dixième"
    assert adam([4, -2]) > 0, "dans le même sens"
    assert adam([1] * 1000, 1.0) == pytest.approx(1), "un millier de pas"
    assert moments([4])[0] / math.sqrt(moments([4])[1]) == pytest.approx(math.sqrt(10))
    assert math.isclose(1e-8 / 0.001, 1e-5), "un cent-millième"
    assert math.isclose((256 - 128) / (256 - 1), 1 / 2, rel_tol=0.01), "deux fois plus petite"


def test_a_bowl_just_above_the_limit_leaves_single_precision_within_five_hundred_steps() -> None:
    assert torch.finfo(torch.float32).max < 1.21**500


def test_a_descent_ends_in_the_hollow_that_it_starts_in() -> None:
    assert all(abs(4 * x**3 - 4 * x + 0.5) < 1e-9 for x in HOLLOWS)
    assert HOLLOWS[0] > 0 > HOLLOWS[1]
    assert DEPTHS[1] / DEPTHS[0] == pytest.approx(3, abs=0.1), "presque trois fois"


def test_between_two_orders_of_the_same_units_the_loss_is_higher() -> None:
    """The middle of a network and of its twin whose units changed places is a worse network."""
    x = torch.linspace(-2, 2, 21)
    a, b, c = torch.tensor([1.0, -2.0]), torch.tensor([0.5, 1.0]), torch.tensor([1.0, 1.5])

    def answer(w: torch.Tensor, offset: torch.Tensor, out: torch.Tensor) -> torch.Tensor:
        return torch.tanh(x[:, None] * w + offset) @ out

    target = answer(a, b, c)
    twin = [part.flip(0) for part in (a, b, c)]
    middle = [(part + other) / 2 for part, other in zip((a, b, c), twin, strict=True)]
    assert torch.allclose(answer(*twin), target)
    assert (answer(*middle) - target).square().mean() > 0.1


def test_a_descent_without_chance_stays_on_the_ridge() -> None:
    assert descent(lambda y: -2 * y, 0.0, 0.1, 1000) == 0


def test_hidden_units_may_change_places() -> None:
    first_layer, second_layer = torch.randn(10, 4), torch.randn(3, 10)
    x, order = torch.randn(4), torch.randperm(10)
    outputs = second_layer @ torch.tanh(first_layer @ x)
    moved = second_layer[:, order] @ torch.tanh(first_layer[order] @ x)
    assert torch.allclose(outputs, moved, atol=1e-6)


def test_the_variance_of_a_pair_is_half_that_of_one() -> None:
    pairs = [(a + b) / 2 for a in QUARTET for b in QUARTET]
    assert float(np.var(pairs)) == 4.25
    assert float(np.mean(pairs)) == 2


def test_one_example_at_a_time_depends_on_their_order() -> None:
    def epoch(*targets: float) -> float:
        w = 0.0
        for target in targets:
            w -= 0.5 * (w - target)
        return w

    assert epoch(1, 3) == 1.75
    assert epoch(3, 1) == 1.25
    assert 0 - 0.5 * ((0 - 1) + (0 - 3)) / 2 == 1


def test_an_average_needs_ten_times_the_rate_of_a_sum() -> None:
    w = torch.tensor(1.0, dtype=torch.float64, requires_grad=True)
    optimiser = torch.optim.SGD([w], lr=0.01, momentum=0.9)
    x, v = 1.0, 0.0
    for _ in range(30):
        optimiser.zero_grad()
        (w**2).backward()
        optimiser.step()
        v = 0.9 * v + 0.1 * 2 * x
        x -= 0.1 * v
        assert x == pytest.approx(w.item())


def test_a_drop_of_the_rate_is_felt_at_once_only_where_it_multiplies_the_velocity() -> None:
    outside = inside = momentum([1.0] * 500, 1.0)[-1]
    assert 0.1 * (GAMMA * outside + 1) == pytest.approx(1), "a tenth of 10, at once"
    assert GAMMA * inside + 0.1 > 9
    assert 3 < momentum([0.1] * 510, 1.0)[-1] + GAMMA**10 * (inside - 1) < 5, "ten steps later"


def test_what_pytorch_takes_by_default() -> None:
    w = torch.zeros(1, requires_grad=True)
    adam_, adamw = torch.optim.Adam([w]).defaults, torch.optim.AdamW([w]).defaults
    assert (adam_["lr"], adam_["betas"], adam_["eps"]) == (0.001, (0.9, 0.999), 1e-8)
    assert (adamw["weight_decay"], adam_["weight_decay"]) == (0.01, 0)
    assert torch.optim.SGD([w]).defaults["weight_decay"] == 0
    rmsprop_ = torch.optim.RMSprop([w]).defaults
    assert (rmsprop_["alpha"], rmsprop_["eps"]) == (0.99, 1e-8)


def test_pytorch_adds_epsilon_outside_the_root() -> None:
    w = torch.tensor(0.0, dtype=torch.float64, requires_grad=True)
    optimiser = torch.optim.RMSprop([w], lr=0.01, alpha=BETA, eps=1e-8)
    (1e-6 * w).backward()
    optimiser.step()
    assert w.item() == pytest.approx(-0.0307, abs=0.00005)


def moved(method: type[torch.optim.Optimizer], scale: float, **settings: Any) -> float:
    """How far three steps take a weight of 1 whose loss is w², times the scale."""
    w = torch.tensor(1.0, dtype=torch.float64, requires_grad=True)
    optimiser = method([w], **settings)
    for _ in range(3):
        optimiser.zero_grad()
        (scale * w**2).backward()
        optimiser.step()
    return abs(1 - w.item())


def test_only_methods_that_divide_by_the_gradient_forget_the_scale_of_the_loss() -> None:
    for settings in ({}, {"momentum": 0.9}):
        small, big = (moved(torch.optim.SGD, s, lr=1e-6, **settings) for s in (1, 100))
        assert big == pytest.approx(100 * small, rel=1e-2)
    for method in (torch.optim.RMSprop, torch.optim.Adam):
        assert moved(method, 100, lr=1e-3) == pytest.approx(moved(method, 1, lr=1e-3), rel=1e-6)


def test_with_sgd_a_penalty_is_a_decay() -> None:
    w = torch.tensor(2.0, dtype=torch.float64, requires_grad=True)
    optimiser = torch.optim.SGD([w], lr=0.1)
    (3 * w + 0.5 * 0.01 * w**2).backward()
    optimiser.step()
    assert w.item() == pytest.approx(2 * (1 - 0.1 * 0.01) - 0.1 * 3)


def test_in_the_long_run_adam_divides_the_penalty_by_the_size_of_the_gradient() -> None:
    """As gradients of ±10 or ±0.1 average out, what is left of the step is the penalty's part."""
    gone = []
    for size in (10.0, 0.1):
        weight, rate, decay = 1.0, 1e-7, 0.1
        m = v = total = 0.0
        for n in range(20_000):
            g = size * (-1) ** n + decay * weight
            m, v = BETA_1 * m + (1 - BETA_1) * g, BETA_2 * v + (1 - BETA_2) * g**2
            total += rate * m / math.sqrt(v) if n >= 10_000 else 0
        gone.append(total / 10_000 / (rate * decay))
    assert gone[0] == pytest.approx(1 / 10, rel=0.05)
    assert gone[0] < 0.02 * gone[1]


def test_a_decay_by_a_stale_copy_goes_past_zero() -> None:
    start = w = 1.0
    for _ in range(300):
        w -= 0.01 * start
    assert w == pytest.approx(-2)


def test_early_stopping_with_patience_two_misses_the_best() -> None:
    losses = (0.90, 0.70, 0.72, 0.71, 0.69)
    best, waited, seen = math.inf, 0, 0
    for loss in losses:
        seen += 1
        best, waited = (loss, 0) if loss < best else (best, waited + 1)
        if waited == 2:
            break
    assert (best, seen) == (0.70, 4)


def test_what_questions_say_in_words_is_right() -> None:
    assert adam(ALTERNATING, 1.0) == pytest.approx(1 / 20, rel=0.1), "un vingtième"
    assert adam([0.01] * 1000, 1.0) == pytest.approx(1), "avance de η"
    assert rmsprop([(-1.0) ** n for n in range(200)], 1.0) == pytest.approx(-1), "RMSProp"
    assert rmsprop([10] * 500, 1.0) == pytest.approx(rmsprop([0.01] * 500, 1.0))
    assert rmsprop([7], 0.01, 0.99) == pytest.approx(10 * 0.01), "dix fois trop long"
    assert momentum([1.0] * 500, 1.0, 0.5)[-1] == pytest.approx(2), "2, et 5 fois moindre"
    assert HALF_ELAN[1] == 0, "se compensent"


def test_without_its_first_moment_and_corrections_adam_is_rmsprop() -> None:
    gradients, rate = [3.0, -1.0, 2.0], 0.01
    v = 0.0
    for g in gradients:
        m = 0 * 5 + (1 - 0) * g
        v = BETA_2 * v + (1 - BETA_2) * g**2
    assert rate * m / math.sqrt(v) == pytest.approx(rmsprop(gradients, rate, BETA_2))
