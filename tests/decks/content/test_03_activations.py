"""Chapter 3 computes rightly, and what it says of activation functions is so."""

import math
from collections.abc import Callable

import numpy as np
import pytest
import torch

from tests.decks.content.arithmetic.activations import (
    LEAK,
    elu,
    elu_slope,
    heaviside,
    leaky_relu,
    logit,
    relu,
    sigmoid,
    sigmoid_slope,
    softmax,
    swish,
    swish_slope,
    tanh_slope,
)
from tests.decks.content.chapter_files import chapter_file
from tests.decks.content.course_text import OPENING, THIN
from tests.decks.content.figures import Figure, fr, tex, tex_power
from tests.decks.content.programs import run

CHAPTER = chapter_file("03-activations")
NOTES = CHAPTER.notes
QUESTIONS = CHAPTER.questions

PIXELS, WIDTH = 28 * 28, 64


def mean(function: Callable[[float], float], *places: float) -> float:
    return math.fsum(function(z) for z in places) / len(places)


def lowest_swish() -> float:
    """Where the slope of Swish is zero, by halving an interval in which it changes its sign."""
    low, high = -2.0, -1.0
    while high - low > 1e-12:
        middle = (low + high) / 2
        low, high = (middle, high) if swish_slope(middle) < 0 else (low, middle)
    return low


def hat(x: float) -> float:
    """Three ReLUs that make a triangle."""
    return relu(x) - 2 * relu(x - 1) + relu(x - 2)


LOGITS = (2, 1, 0.1)
PROBABILITIES = softmax(*LOGITS)
SPREAD = (-2, -1, 1, 2)
LOGARITHMS = softmax(math.log(1), math.log(2), math.log(5))

FIGURES = [
    Figure(OPENING, "−0,278", fr(-swish(lowest_swish()), 3)),
    Figure("coude-place", "En $x = 1{,}5$", tex(3 / 2, 1)),
    Figure("formes-derivees", "0,25 en $z = 0$", fr(sigmoid_slope(0), 2)),
    Figure("sigmoide-vers-marche", r"$\sigma(5) \approx 0{,}993$", tex(sigmoid(10 * 0.5), 3)),
    Figure("sigmoide", r"$\sigma(0) = 0{,}5$", tex(sigmoid(0), 1)),
    Figure("sigmoide-symetrie", r"$(0\,; 0{,}5)$", tex(sigmoid(0), 1)),
    Figure("sigmoide-moins-deux", r"\approx 0{,}119$", tex(sigmoid(-2), 3)),
    Figure("sigmoide-moins-deux", r"$\sigma(2) \approx 0{,}881$", tex(sigmoid(2), 3)),
    Figure("sigmoide-pente-deux", r"$\sigma(2) \approx 0{,}881$", tex(sigmoid(2), 3)),
    Figure("sigmoide-pente-deux", r"\times 0{,}119 \approx", tex(1 - sigmoid(2), 3)),
    Figure("sigmoide-pente-deux", r"\approx 0{,}105$", tex(sigmoid_slope(2), 3)),
    Figure("sigmoide-pente-deux", "du maximum, 0,25", fr(sigmoid_slope(0), 2)),
    Figure("sigmoide-pente-sortie", r"0{,}9 \times 0{,}1 = 0{,}09$", tex(0.9 * (1 - 0.9), 2)),
    Figure("sigmoide-pente-sortie", r"0{,}9 \times 0{,}1 = 0{,}09$", tex(1 - 0.9, 1)),
    *(Figure("sigmoide-pente-paire", "0,00665", fr(sigmoid_slope(z), 5)) for z in (-5, 5)),
    Figure("saturation-negatif", "la pente vaut 0,249", fr(sigmoid_slope(-0.1), 3)),
    Figure("saturation-negatif", r"$4{,}5 \times 10^{-5}$", tex_power(sigmoid_slope(-10), 1)),
    Figure("logit-petit", r"\sigma(0{,}01) \approx 0{,}5025", tex(sigmoid(0.01), 4)),
    Figure("logit-petit", "**0,5**", fr(sigmoid(0.01), 1)),
    Figure("derivee-signe-faux", r"\approx -0{,}582$", tex(1 / (1 - math.e), 3)),
    Figure("derivee-signe-faux", r"$\sigma(1) \approx 0{,}731$", tex(sigmoid(1), 3)),
    Figure("sigmoide-inverse", r"$z = \ln 9 \approx 2{,}2$", tex(logit(0.9), 1)),
    Figure("sigmoide-seuil", r"\ln \frac{0{,}8}{0{,}2} = \ln 4", tex(1 - 0.8, 1)),
    Figure("sigmoide-seuil", r"\ln 4 \approx 1{,}39$", tex(logit(0.8), 2)),
    Figure("sigmoide-porte", r"$\sigma(2) \approx 0{,}88$", tex(sigmoid(2), 2)),
    Figure("sigmoide-porte", "88\u00a0%", fr(100 * sigmoid(2))),
    Figure("sigmoide-cout", "784 entrées", fr(PIXELS)),
    Figure("sigmoide-cout", f"100{THIN}352", fr(PIXELS * 128)),
    Figure("sigmoide-arrondi", r"\approx 2 \times 10^{-9}$", tex_power(1 - sigmoid(20), 0)),
    Figure(
        "sigmoide-trente",
        r"$0{,}25^{29} \approx 3{,}5 \times 10^{-18}$",
        tex_power(sigmoid_slope(0) ** 29, 1),
    ),
    Figure("sigmoide-trente", r"$0{,}25^{29} \approx", tex(sigmoid_slope(0), 2)),
    Figure("tanh-sigmoide", r"$2 \times 0{,}5 - 1 = 0$", tex(sigmoid(0), 1)),
    Figure("tanh-pente-quatre", "de 0,25 à 1", fr(sigmoid_slope(0), 2)),
    Figure("tanh-pente-quatre", r"$2 \times 2 \times 0{,}25 = 1$", tex(sigmoid_slope(0), 2)),
    Figure("tanh-impaire", r"$\tanh 2 \approx 0{,}964$", tex(math.tanh(2), 3)),
    Figure("tanh-pente-sortie", r"$1 - a^2 = 1 - 0{,}64 = 0{,}36$", tex(0.8**2, 2)),
    Figure("tanh-pente-sortie", r"$1 - a^2 = 1 - 0{,}64 = 0{,}36$", tex(1 - 0.8**2, 2)),
    Figure("tanh-identite", r"$\tanh 0{,}1 \approx 0{,}0997$", tex(math.tanh(0.1), 4)),
    Figure("tanh-sature-vite", r"$1{,}8 \times 10^{-4}$", tex_power(tanh_slope(5), 1)),
    Figure("tanh-sature-vite", r"$6{,}65 \times 10^{-3}$", tex_power(sigmoid_slope(5), 2)),
    Figure("tanh-moyenne", "**0,5**", fr(mean(sigmoid, -1, 1), 1)),
    *(Figure("tanh-moyenne", r"($0{,}269$ et $0{,}731$)", tex(sigmoid(z), 3)) for z in (-1, 1)),
    *(Figure("tanh-moyenne", r"($-0{,}762$ et $0{,}762$)", tex(math.tanh(z), 3)) for z in (-1, 1)),
    Figure("zigzag-calcul", "$-1{,}8$ et $-0{,}8$", tex(-2 * 0.9, 1)),
    Figure("zigzag-calcul", "$-1{,}8$ et $-0{,}8$", tex(-2 * 0.4, 1)),
    Figure("zigzag-calcul", "le second gradient serait $0{,}8$", tex(-2 * -0.4, 1)),
    Figure("relu-explosion", r"$\sqrt{64 / 2} \approx 5{,}7$", tex(math.sqrt(WIDTH / 2), 1)),
    Figure("softmax-cachee-echelle", r"$1 / 64 \approx 0{,}016$", tex(1 / WIDTH, 3)),
    Figure("relu-avant-sigmoide", "**sous 0,5**", fr(sigmoid(relu(-3)), 1)),
    Figure("relu-avant-sigmoide", r"$\sigma(0) = 0{,}5$", tex(sigmoid(0), 1)),
    Figure("creuse-place", "**1,5 fois**", fr(0.5 * (4 + 8) / 4, 1)),
    Figure("leaky-max", "$-0{,}03 > -3$", tex(leaky_relu(-3), 2)),
    Figure("leaky-signal", r"$5 \times 0{,}01 = 0{,}05$", tex(5 * LEAK, 2)),
    Figure("leaky-evanouissement", "$0{,}01^{10} = 10^{-20}$", str(round(-math.log10(LEAK**10)))),
    Figure("elu-calcul", r"\approx 0{,}368 - 1", tex(math.exp(-1), 3)),
    Figure("elu-calcul", "= -0{,}632$", tex(elu(-1), 3)),
    Figure("elu-calcul", "$-0{,}01$", tex(leaky_relu(-1), 2)),
    Figure("elu-plancher", "$-0{,}950$", tex(elu(-3), 3)),
    Figure("elu-pente", "$a = -0{,}632$", tex(elu(-1), 3)),
    Figure("elu-pente", "$0{,}368$", tex(elu_slope(-1), 3)),
    Figure("elu-centrage", "**0,75**", fr(mean(relu, *SPREAD), 2)),
    Figure("elu-centrage", "**0,38**", fr(mean(elu, *SPREAD), 2)),
    Figure("elu-centrage", "$-0{,}865$", tex(elu(-2), 3)),
    Figure("elu-centrage", "$-0{,}632$", tex(elu(-1), 3)),
    Figure("elu-centrage", "0,0075", fr(mean(relu, *SPREAD) - mean(leaky_relu, *SPREAD), 4)),
    Figure("elu-eteinte", r"$4{,}5 \times 10^{-5}$", tex_power(elu_slope(-10), 1)),
    Figure("swish-non-monotone", "$-0{,}269$ en $z = -1$", tex(swish(-1), 3)),
    Figure("swish-non-monotone", "$-0{,}033$ en $z = -5$", tex(swish(-5), 3)),
    Figure("swish-creux", "[$-0{,}278$](#1", tex(swish(lowest_swish()), 3)),
    Figure("swish-creux", r"$z \approx -1{,}278$", tex(lowest_swish(), 3)),
    Figure("swish-pente-zero", "**0,5**", fr(swish_slope(0), 1)),
    Figure("swish-signal", "voisine de 0,5", fr(swish_slope(0), 1)),
    Figure("tres-irreguliere", r"$\pi / 50 \approx 0{,}06$", tex(math.pi / 50, 2)),
    *(
        Figure("softmax-arrondi", r"$(0{,}659\,; 0{,}242\,; 0{,}099)$", tex(p, 3))
        for p in PROBABILITIES
    ),
    *(Figure("softmax-arrondi", r"$(0{,}7\,; 0{,}2\,; 0{,}1)$", tex(p, 1)) for p in PROBABILITIES),
    Figure("softmax-arrondi", r"-\ln 0{,}659 \approx 0{,}417$", tex(-math.log(0.659), 3)),
    Figure("softmax-arrondi", r"-\ln 0{,}7 \approx 0{,}357$", tex(-math.log(0.7), 3)),
    Figure("softmax-rapport", r"$e \approx 2{,}72$", tex(math.e, 2)),
    Figure("softmax-deux", r"$\sigma(2) \approx 0{,}881$", tex(sigmoid(2), 3)),
    Figure("softmax-jamais-nulle", "**0,207**", fr(softmax(0, 1, 0.1)[0], 3)),
    Figure("softmax-jamais-nulle", "$4{,}823$", tex(1 + math.e + math.exp(0.1), 3)),
    Figure("softmax-deux", "**0,881**", fr(softmax(3, 1)[0], 3)),
    Figure("softmax-multiplier", "de 0,66 à", fr(PROBABILITIES[0], 2)),
    Figure("softmax-multiplier", r"(20\,; 10\,; 1)", tex(10 * LOGITS[0])),
    Figure("softmax-stable", "$z = 89$", tex(math.ceil(math.log(torch.finfo(torch.float32).max)))),
    Figure("softmax-debordement", r"$\sigma(1) \approx 0{,}731$", tex(sigmoid(1000 - 999), 3)),
    Figure("softmax-plus-grand-logit", "donne $0{,}731$", tex(softmax(8, 7)[0], 3)),
    Figure("softmax-plus-grand-logit", "donne $0{,}993$", tex(softmax(5, 0)[0], 3)),
    Figure("softmax-derivees-calcul", r"$0{,}5 \times 0{,}5 = 0{,}25$", tex(0.5 * (1 - 0.5), 2)),
    Figure("softmax-derivees-calcul", r"$-0{,}5 \times 0{,}3 = -0{,}15$", tex(-0.5 * 0.3, 2)),
    Figure("softmax-derivees-calcul", r"$-0{,}5 \times 0{,}2 = -0{,}1$", tex(-0.5 * 0.2, 1)),
    Figure("softmax-plaque", r"$6 \times 36 = 216$", tex(6 * 36)),
    Figure("softmax-plaque", "les 216", fr(6 * 36)),
    Figure("deviner-moins-trois", "$z = -300$", tex(-3 / LEAK)),
    Figure("pentes-moins-deux", r"$e^{-2} \approx 0{,}135$", tex(elu_slope(-2), 3)),
    Figure("pentes-moins-deux", "la sigmoïde, 0,105", fr(sigmoid_slope(-2), 3)),
    Figure("pentes-moins-deux", "tanh, 0,071", fr(tanh_slope(-2), 3)),
    Figure("pentes-maximales", "0,25, et", fr(sigmoid_slope(0), 2)),
    Figure("pentes-maximales", r"$0{,}25^{10} \approx 10^{-6}$", tex(sigmoid_slope(0), 2)),
    Figure("entretien-relu-sigmoide", "**0,25 au mieux**", fr(sigmoid_slope(0), 2)),
]

# Quiz questions.
EXP = math.exp(-1.10590596705977)  # at o₁ of the 2-2-2 network: inventory, RET-25
FIGURES += [
    Figure("derivee-deux-calculs", "= 0{,}331$", tex(EXP, 3)),
    Figure("derivee-deux-calculs", r"1{,}331^2 \approx 0{,}187", tex(1 + EXP, 3)),
    Figure("derivee-deux-calculs", r"1{,}331^2 \approx 0{,}187", tex(EXP / (1 + EXP) ** 2, 3)),
    Figure("derivee-deux-calculs", r"\approx 0{,}751$", tex(1 / (1 + EXP), 3)),
    Figure("derivee-deux-calculs", r"\times 0{,}249", tex(1 - 1 / (1 + EXP), 3)),
    Figure("derivee-deux-calculs", r"\approx 1{,}106$", tex(-math.log(EXP), 3)),
    Figure("q-role-chapeau", "= 0,75 ± 0,001", fr(hat(1.25), 2)),
    Figure("q-role-chapeau", r"\times 0{,}25 + 0 = 0{,}75$", tex(hat(1.25), 2)),
    Figure("q-role-chapeau", r"\times 0{,}25 + 0", tex(relu(1.25 - 1), 2)),
    Figure("q-role-sortie", r"$\sigma(z) = 0{,}5$", tex(sigmoid(0), 1)),
    Figure("q-role-croissantes", "$z = -1{,}28$", tex(lowest_swish(), 2)),
    Figure("q-marche-nuance", "Environ 0,52", fr(sigmoid(0.1), 2)),
    Figure("q-marche-nuance", "et 0,99", fr(sigmoid(5), 2)),
    Figure("q-marche-nuance", "rend 0,1", fr(relu(0.1), 1)),
    Figure("q-sigmoide-retour", "= 0,19 ± 0,001", fr(4 * 0.95 * (1 - 0.95), 2)),
    Figure("q-sigmoide-retour", r"0{,}05 = 0{,}19$", tex(4 * 0.95 * (1 - 0.95), 2)),
    Figure("q-sigmoide-retour", r"0{,}05 = 0{,}19$", tex(1 - 0.95, 2)),
    Figure("q-sigmoide-retour", "$3{,}8$", tex(4 * 0.95, 1)),
    Figure("q-sigmoide-saturation", "= 5,5 ± 0,1", fr(sigmoid_slope(0) / sigmoid_slope(3), 1)),
    Figure("q-sigmoide-saturation", "$5{,}5$", tex(sigmoid_slope(0) / sigmoid_slope(3), 1)),
    Figure("q-sigmoide-saturation", "vaut 0,25", fr(sigmoid_slope(0), 2)),
    Figure("q-sigmoide-saturation", r"\approx 0{,}9526$", tex(sigmoid(3), 4)),
    Figure("q-sigmoide-saturation", r"\times 0{,}0474", tex(sigmoid(-3), 4)),
    Figure("q-sigmoide-saturation", r"\approx 0{,}0452$", tex(sigmoid_slope(3), 4)),
    Figure("q-sigmoide-symetrie", "= 0{,}03$", tex(sigmoid(-logit(0.97)), 2)),
    Figure("q-sigmoide-symetrie", "donc 0,97", fr(1 - sigmoid(-logit(0.97)), 2)),
    Figure("q-sigmoide-symetrie", r"$(0\,; 0{,}5)$", tex(sigmoid(0), 1)),
    Figure("q-sigmoide-logit", "= 1,10 ± 0,01", fr(logit(0.75), 2)),
    Figure("q-sigmoide-logit", r"\ln 3 \approx 1{,}10$", tex(logit(0.75), 2)),
    Figure("q-sigmoide-logit", r"{0{,}25} = \ln 3", tex(1 - 0.75, 2)),
    Figure("q-sigmoide-logit", "$-1{,}10$", tex(logit(0.25), 2)),
    Figure("q-sigmoide-reproches", "pas 0,25", fr(sigmoid_slope(0), 2)),
    Figure("q-sigmoide-dix", "plus 0,25", fr(sigmoid_slope(0), 2)),
    Figure("q-tanh-depuis-sigmoide", "= 0,91 ± 0,01", fr(math.tanh(1.5), 2)),
    Figure("q-tanh-depuis-sigmoide", r"\sigma(3) \approx 0{,}953$", tex(sigmoid(3), 3)),
    Figure("q-tanh-depuis-sigmoide", r"- 1 \approx 0{,}906$", tex(2 * 0.953 - 1, 3)),
    Figure("q-tanh-depuis-sigmoide", r"\approx 0{,}635$", tex(2 * sigmoid(1.5) - 1, 3)),
    Figure("q-tanh-pente", "= 0,07 ± 0,005", fr(tanh_slope(2), 2)),
    Figure("q-tanh-pente", r"\tanh 2 \approx 0{,}964$", tex(math.tanh(2), 3)),
    Figure("q-tanh-pente", r"\approx 0{,}071$", tex(1 - 0.964**2, 3)),
    Figure("q-tanh-pente", "donnerait 0,035", fr(0.964 * (1 - 0.964), 3)),
    Figure("q-tanh-zigzag", "= 0,14 ± 0,001", fr(0.3 - 0.1 * -2 * -0.8, 2)),
    Figure("q-tanh-zigzag", "= 0{,}14$", tex(0.3 - 0.1 * -2 * -0.8, 2)),
    Figure("q-tanh-zigzag", "$0{,}46$", tex(0.3 + 0.1 * 2 * 0.8, 2)),
    Figure("q-relu-chemin", "= 0,031 ± 0,001", fr(0.5**5, 3)),
    Figure("q-relu-chemin", r"\approx 0{,}031$", tex(0.5**5, 3)),
    Figure("q-relu-chemin", "par 32", fr(2**5)),
    Figure("q-morte-dix", f"9{THIN}990", fr(10_000 - 10)),
    Figure("q-morte-taux", "= 0,36 ± 0,005", fr((2 + 0.5) / (3 + 4), 2)),
    Figure("q-morte-taux", r"/ 7 \approx 0{,}357$", tex((2 + 0.5) / (3 + 4), 3)),
    Figure("q-morte-taux", r"$2{,}5 - 7\eta$", tex(2 + 0.5, 1)),
    Figure("q-morte-taux", r"$\eta = 0{,}125$", tex(0.5 / 4, 3)),
    Figure("q-zeros-part", "= 0,5 ± 0,1", fr(sigmoid(0), 1)),  # half of what is symmetric
    Figure("q-zeros-place", "= 0,6 ± 0,01", fr(0.2 * (4 + 8) / 4, 1)),
    Figure("q-zeros-place", "/ 4 = 0{,}6$", tex(0.2 * (4 + 8) / 4, 1)),
    Figure("q-zeros-place", "gagne 40", fr(100 * (1 - 0.2 * (4 + 8) / 4))),
    Figure("q-leaky-envers", "= −25 ± 0", fr(0.25 / LEAK)),
    Figure("q-leaky-envers", "$z = -25$", tex(-0.25 / LEAK)),
    Figure("q-elu-demi", "= −0,316 ± 0,002", fr(-0.5 * elu(-1), 3)),
    Figure("q-elu-demi", "= -0{,}316$", tex(0.5 * elu(-1), 3)),
    Figure("q-elu-demi", r"e^{-1} \approx 0{,}368$", tex(math.exp(-1), 3)),
    Figure("q-elu-demi", "$0{,}184$", tex(0.5 * math.exp(-1), 3)),
    Figure("q-swish-moins-deux", "= −0,24 ± 0,005", fr(-swish(-2), 2)),
    Figure("q-swish-moins-deux", r"\approx -0{,}24$", tex(swish(-2), 2)),
    Figure("q-swish-moins-deux", r"\times 0{,}119 \approx", tex(sigmoid(-2), 3)),
    Figure("q-swish-moins-deux", r"\sigma(2) \approx 0{,}881$", tex(sigmoid(2), 3)),
    Figure("q-swish-moins-deux", "$-0{,}278$", tex(swish(lowest_swish()), 3)),
    Figure("q-softmax-logarithmes", "= 0,625 ± 0,001", fr(LOGARITHMS[2], 3)),
    Figure("q-softmax-logarithmes", "= 0{,}625$", tex(LOGARITHMS[2], 3)),
    Figure("q-softmax-logarithmes", "environ 0,70", fr(math.log(5) / math.log(10), 2)),
    Figure("q-softmax-decales", "= 0,66 ± 0,005", fr(softmax(102, 101, 100.1)[0], 2)),
    Figure("q-softmax-decales", r"\approx 0{,}659$", tex(PROBABILITIES[0], 3)),
    *(Figure("q-softmax-argmax", "$0{,}12$ et $0{,}88$", tex(p, 2)) for p in softmax(1, 3)),
    Figure("q-softmax-argmax", r"\approx 3{,}13$", tex(math.log(math.e + math.e**3), 2)),
    Figure("q-images", "−0,278 environ", fr(-swish(lowest_swish()), 3)),
    Figure("q-pentes", "$ | 0,25 |", fr(sigmoid_slope(logit(0.5)), 2)),
    Figure("q-pentes", "$ | 0,75 |", fr(tanh_slope(math.atanh(0.5)), 2)),
    Figure("q-pentes", "$ | 0,5 |", fr(elu_slope(math.log(-0.5 + 1)), 1)),
    Figure("q-choisir-entretien", "**au plus 0,25**", fr(sigmoid_slope(0), 2)),
]

# Numbers that a question gives, that name a thing, or that a source vouches for.
GIVEN: dict[str, set[str]] = {
    OPENING: {"0{,}01"},  # the leak: see above
    "element-par-element": {"0{,}5"},
    "spirales-etroites": {"32"},
    "heaviside-xor": {"0{,}5", "1{,}5"},
    "sigmoide-vers-marche": {"0{,}5", "10"},
    "sigmoide-pente-sortie": {"0{,}9"},
    "saturation-negatif": {"0{,}1", "10"},
    "logit-petit": {"0,01", "0{,}01"},
    "sigmoide-inverse": {"0{,}9"},
    "sigmoide-seuil": {"0{,}8"},
    "sigmoide-cout": {"128"},
    "sigmoide-arrondi": {"20", "32"},
    "sigmoide-trente": {"29"},
    "tanh-pente-sortie": {"0{,}8"},
    "tanh-identite": {"0{,}1"},
    "zigzag-calcul": {"0{,}9", "0{,}4"},
    "relu-signal": {"0{,}01", "100"},
    "relu-explosion": {"64", "10", "14"},  # measured: see `SHOWN`
    # Krizhevsky, Sutskever, Hinton 2012, fig. 1: a four-layer CNN on CIFAR-10, 25% training error
    "relu-six-fois": {"2012", "25", "10"},
    "relu-sigmoide-spirales": {"32", "300"},
    "softmax-cachee-echelle": {"64"},
    "morte-lot": {"32", "30"},
    "morte-proportion": {"64", "120", "0{,}3", "0{,}1"},
    "zeros-leaky": {"0{,}01"},
    "creuse-place": {"12"},  # 4 octets for the number, 8 for its column
    "variantes": {"0,01"},
    "leaky-max": {"0{,}01"},
    "leaky-signal": {"0,01", "0{,}01"},
    "leaky-pente-sens": {"0,01"},
    "leaky-evanouissement": {"0{,}01", "10"},
    "prelu-cas": {"0{,}01"},
    "prelu-parametres": {"16", "0{,}25"},  # PyTorch, torch.nn.PReLU: init=0.25
    "elu-eteinte": {"10"},
    "tres-irreguliere": {"50"},
    "softmax": {"0,99", "99", "100"},
    "softmax-constante": {"100", "0{,}1"},
    "softmax-multiplier": {"0{,}1", "10", "0,9999"},
    "softmax-stable": {"32"},
    "softmax-debordement": {r"1\,000"},
    "softmax-derivees-calcul": {"0{,}5", "0{,}3", "0{,}2"},
    "softmax-plaque": {"36"},
    "pentes-morceaux": {"0,01"},
    "pentes-moins-deux": {"0,01"},
    "pentes-maximales": {"10"},
}

# Quiz questions.
GIVEN |= {
    "q-role-chapeau": {"0,001", "1{,}25"},
    "q-marche-nuance": {"0{,}1"},
    "q-sigmoide-retour": {"0,001", "0{,}95"},
    "q-sigmoide-saturation": {"0,1"},
    "q-sigmoide-symetrie": {"0{,}97"},
    "q-sigmoide-logit": {"0,01", "0{,}75"},
    "q-tanh-depuis-sigmoide": {"0,01", "1{,}5"},
    "q-tanh-pente": {"0,005"},
    "q-tanh-zigzag": {"0,001", "0{,}1", "0{,}3", "0{,}5", "0{,}8", "0{,}9"},
    "q-relu-code": {"10", "25"},  # the program is run
    "q-relu-chemin": {"0,001", "0,5", "0{,}5"},
    "q-relu-six-fois": {"25", "10"},  # as « relu-six-fois »
    "q-morte-dix": {f"10{THIN}000"},
    "q-morte-remedes": {"10"},
    "q-morte-taux": {"0,005", "0{,}5", "2{,}5"},
    "q-zeros-part": {"0,1"},
    "q-zeros-place": {"0,01", "0{,}2", "12", "20"},
    "q-leaky-envers": {"0,01", "0{,}01", "0{,}25"},
    "q-prelu-maximum": {"0,9", "1,2", "1{,}2"},
    "q-elu-demi": {"0,002", "0{,}5"},
    "q-swish-moins-deux": {"0,005"},
    "q-swish-spirales": {"16", "19", "20", "32"},
    "prelu-apprise": {"0,25", "0{,}3"},
    "softmax-jamais-nulle": {"0{,}1"},
    "q-softmax-logarithmes": {"0,001"},
    "q-softmax-decales": {"0,005", "0{,}1", "100", "100{,}1", "101", "102", "32"},
    "q-softmax-emplois": {"64"},
    "q-pentes": {"0,01", "0{,}5"},
    "q-choisir-apprises": {"0,01"},
}


def test_options_of_questions_are_right_and_wrong_as_said() -> None:
    z = torch.tensor([-2.0, -1.0, 1.0, 2.0])
    assert torch.equal(torch.maximum(z, 1.2 * z), torch.where(z > 0, 1.2 * z, z))
    assert not torch.equal(torch.maximum(z, 1.2 * z), torch.where(z > 0, z, 1.2 * z))
    assert torch.equal(torch.maximum(z, 0.9 * z), torch.where(z > 0, z, 0.9 * z))
    halved, whole = softmax(*[logit_ / 2 for logit_ in LOGITS]), PROBABILITIES
    assert max(halved) - min(halved) < max(whole) - min(whole)
    assert halved == sorted(halved, reverse=True), "in the same order"
    assert halved[0] / halved[1] == pytest.approx(math.sqrt(whole[0] / whole[1]))
    assert 1e-3 < sigmoid_slope(0) ** 3 == 1 / 64 < 0.1, "« q-sigmoide-dix »"
    assert sigmoid_slope(0) ** 5 < 1e-3 < sigmoid_slope(0) ** 4, "five slopes at least"
    assert sigmoid_slope(0) ** 9 < 1e-5, "a few millionths"
    assert 1 - 0.07 > 0.9, "« q-tanh-pente »: nine tenths of the slope are gone"


def test_slopes_far_away_are_what_the_gaps_say() -> None:
    far = 40.0
    right = [sigmoid_slope(far), tanh_slope(far), float(far > 0), swish_slope(far)]
    assert right == pytest.approx([0, 0, 1, 1])
    assert [LEAK, elu_slope(-far), swish_slope(-far)] == pytest.approx([LEAK, 0, 0])


@pytest.mark.parametrize(
    ("of_torch", "value", "slope"),
    [
        (torch.sigmoid, sigmoid, lambda z: sigmoid(z) * (1 - sigmoid(z))),
        (torch.tanh, lambda z: 2 * sigmoid(2 * z) - 1, lambda z: 1 - math.tanh(z) ** 2),
        (torch.relu, relu, lambda z: 1.0 if z > 0 else 0.0),
        (torch.nn.functional.leaky_relu, leaky_relu, lambda z: 1 if z > 0 else LEAK),
        (torch.nn.functional.elu, elu, lambda z: 1 if z > 0 else elu(z) + 1),
        (
            torch.nn.functional.silu,
            swish,
            lambda z: sigmoid(z) + swish(z) * (1 - sigmoid(z)),
        ),
    ],
)
def test_formulas_and_slopes_of_the_opening_table_are_those_of_torch(
    of_torch: Callable[[torch.Tensor], torch.Tensor],
    value: Callable[[float], float],
    slope: Callable[[float], float],
) -> None:
    z = torch.linspace(-6, 6, 24, dtype=torch.float64, requires_grad=True)
    a = of_torch(z)
    a.sum().backward()
    assert z.grad is not None
    assert a.tolist() == pytest.approx([value(place) for place in z.tolist()])
    assert z.grad.tolist() == pytest.approx([slope(place) for place in z.tolist()])


def test_steps_of_the_proof_agree_with_central_differences() -> None:
    for z in (-3.0, -0.5, 0.0, 2.0):
        difference = (sigmoid(z + 1e-6) - sigmoid(z - 1e-6)) / 2e-6
        assert -((1 + math.exp(-z)) ** -2) * -math.exp(-z) == pytest.approx(difference)
        assert sigmoid(z) * (1 - sigmoid(z)) == pytest.approx(difference)


def test_small_calculations_are_right() -> None:
    """Those whose results have one sign, hence are no figures."""
    assert [relu(z) for z in (-2, 0.5, 3)] == [0, 0.5, 3], "element-par-element"
    assert all(relu(x) + relu(-x) == abs(x) for x in (-2, -0.5, 0, 3)), "valeur-absolue"
    assert (relu(1) + relu(-1), relu(1 - 1)) == (1, 0), "relu-non-lineaire"
    two_steps = [heaviside(x + y - 0.5) - heaviside(x + y - 1.5) for x in (0, 1) for y in (0, 1)]
    assert two_steps == [0, 1, 1, 0], "heaviside-xor"
    assert max(2 * x - 3 for x in np.linspace(0, 1, 11)) == -1, "morte-calcul"
    assert (max(-1, 2 * -1), max(1, 2 * 1)) == (-1, 2), "prelu-max"
    assert 2 * 2 * sigmoid_slope(0) == tanh_slope(0) == 1, "tanh-pente-quatre"
    assert tanh_slope(5) < sigmoid_slope(5), "tanh-sature-vite"
    assert mean(math.tanh, -1, 1) == 0, "tanh-moyenne"
    assert 1 / (1 - math.e) < 0, "derivee-signe-faux"
    assert softmax(*[7] * 10) == pytest.approx([0.1] * 10) == softmax(*[0] * 10), "softmax-egaux"
    assert softmax(102, 101, 100.1) == pytest.approx(PROBABILITIES), "softmax-constante"
    assert softmax(20, 10, 1)[0] > 0.9999, "softmax-multiplier"
    assert 0.5 < sigmoid_slope(0) ** 10 * 1e6 < 1.5, "pentes-maximales"
    slopes = [sigmoid_slope(-2), tanh_slope(-2), 0, LEAK, elu_slope(-2)]
    assert sorted(slopes, reverse=True) == [slopes[place] for place in (4, 0, 1, 3, 2)]


def test_swish_is_lowest_where_the_card_says_why() -> None:
    z = lowest_swish()
    assert z * (1 - sigmoid(z)) == pytest.approx(-1)
    assert swish(z) == pytest.approx(z + 1)
    assert swish_slope(-3) < 0
    assert min(swish(place) for place in np.linspace(-20, 20, 4001)) >= swish(z)


def test_a_line_of_eight_bends_has_nine_pieces() -> None:
    """« relu-morceaux »: bends at 1, 2, …, 8, with slopes that differ on each side."""
    x = torch.linspace(0.05, 8.95, 90, dtype=torch.float64, requires_grad=True)
    bends = torch.arange(1, 9, dtype=torch.float64)
    torch.relu(x[:, None] - bends).sum().backward()
    assert x.grad is not None
    assert x.grad.unique().tolist() == list(range(9))


def test_derivatives_of_softmax_are_those_of_torch() -> None:
    logits = torch.log(torch.tensor([0.5, 0.3, 0.2], dtype=torch.float64))
    jacobian = torch.autograd.functional.jacobian(lambda z: torch.softmax(z, dim=0), logits)
    assert jacobian[:, 0].tolist() == pytest.approx([0.25, -0.15, -0.1])
    assert jacobian.sum(dim=0).abs().max() < 1e-12


def test_what_is_said_of_modules_of_torch() -> None:
    assert [tuple(torch.nn.PReLU(*n).weight.shape) for n in ((), (16,))] == [(1,), (16,)]
    assert torch.nn.PReLU().weight.item() == 0.25
    slope = torch.tensor([0.25], requires_grad=True)
    torch.nn.functional.prelu(torch.tensor([-4.0, 3.0]), slope).sum().backward()
    assert slope.grad is not None
    assert slope.grad.item() == -4, "« prelu-gradient »: only what is below zero counts"
    assert torch.exp(torch.tensor(88.0)).isfinite()
    assert torch.exp(torch.tensor(89.0)).isinf()


def test_a_sigmoid_rounded_to_one_has_no_slope() -> None:
    printed, _ = run(NOTES["sigmoide-arrondi"])
    a = torch.sigmoid(torch.tensor(20.0))
    assert printed == "tensor(True)\n"
    assert a * (1 - a) == 0


def test_most_tanh_units_with_weights_of_deviation_one_saturate() -> None:
    """« tanh-bornee »: beyond 0.9, the slope is below a fifth of its maximum."""
    generator = torch.Generator().manual_seed(0)
    a = torch.randn(256, WIDTH, generator=generator)
    for _ in range(20):
        a = torch.tanh(a @ torch.randn(WIDTH, WIDTH, generator=generator))
    assert (a.abs() > 0.9).float().mean() > 0.7
