"""Chapter 5: its worked 2-2-2 network is computed anew, and checked by autograd and differences.

The network is that of Mazur, "A Step by Step Backpropagation Example" (2015), whose page gives the
forward pass, the eight new weights and the outputs after 10,000 steps of the weights alone.
"""

import math
import operator

import pytest
import torch

from tests.decks.content.arithmetic.activations import sigmoid
from tests.decks.content.arithmetic.two_two_two import (
    RATE,
    START,
    X,
    Y,
    both_passes,
    central_difference,
    walked,
)
from tests.decks.content.chapter_files import chapter_file
from tests.decks.content.course_text import THIN
from tests.decks.content.figures import fr, tells, tex, tex_power
from tests.decks.content.programs import run

CHAPTER = chapter_file("05-retropropagation")
NOTES = CHAPTER.notes

NOW = both_passes(START)
AFTER = walked(1)
ONE, ONE_WEIGHTS = both_passes(AFTER), both_passes(walked(1, biases=False))
MANY, MANY_WEIGHTS = (both_passes(walked(10_000, biases=biases)) for biases in (True, False))
GIANT, SMALL = both_passes(walked(1, rate=50)), both_passes(walked(1, rate=0.1))
LOW_B2 = both_passes({**START, "b2": -1.4})
SQUARES = math.fsum(g**2 for g in NOW.gradient.values())
G, D = NOW.gradient, NOW.delta
THREE = (0.6, -0.1, -0.3)  # q-biais-trois
# What slides print for the bias of the outputs (E-B05 of the errata): a product, not a sum.
WRONG_B2 = D["o1"] * D["o2"]
SLIDES = both_passes({**walked(1, biases=False), "b1": 0.350580420, "b2": 0.602638275})
PARAMETERS = 784 * 128 + 128 + 128 * 10 + 10  # the 784-128-10 network of chapter 1


def abs_fr(value: float, decimals: int) -> str:
    return fr(abs(value), decimals)


def abs_tex(value: float, decimals: int) -> str:
    return tex(abs(value), decimals)


BEFORE_THE_EXAMPLE = [
    *tells("cout-comparaison", "tour @ paramètres", fr(PARAMETERS)),
    *tells("cout-comparaison", "**@** passes avant", fr(2 * PARAMETERS)),
    *tells("chaine-taux", "De **@**", fr(3 * 0.5, 1)),
    *tells("chaine-nombres", "$e = @$", tex(2 * 3 * 4)),
    *tells("chaine-petit-pas", "D’environ **@**", fr(2 * (3 + 0.01) * 4 - 2 * 3 * 4, 2)),
    *tells("chaine-compenser", r"$@ \times 4 = 1$", tex(1 / 4, 2)),
    *tells("neurone-pente-piege", "écrirait @", fr(NOW.a["o1"], 3)),
    *tells("neurone-pente-piege", "de @, quatre", fr(0.751 * (1 - 0.751), 3)),
    *tells("neurone-calcul-delta", r"= (0{,}5 - 1) \times @", tex(sigmoid(0) ** 2, 2)),
    *tells("neurone-calcul-delta", "= -@$", tex((1 - sigmoid(0)) * 0.25, 3)),
    *tells("neurone-calcul-pas", r"\delta x = -@$", tex(0.125 * 2, 2)),
    *tells("neurone-calcul-pas", "= 0{,}5 + 0{,}25 = @$", tex(0.5 + 1 * 0.125 * 2, 2)),
    *tells("neurone-calcul-pas", "que de @.", fr(1 * 0.125, 3)),
    *tells("neurone-code", r"0{,}5 \times @ = -@$", tex(0.5 * 0.5, 2), tex(0.5 * 0.25, 3)),
    *tells("tanh-calcul", "$1 - 0{,}5^2 = @$", tex(1 - 0.5**2, 2)),
    *tells("tanh-calcul", r"$3 \times @ = @$", tex(0.75, 2), tex(2 * 1.5 * 0.75, 2)),
    *tells("tanh-calcul", "$@^2 = @$", tex(0.5 + 1, 1), tex(1.5**2, 2)),
    *tells("tanh-ou-sigmoide", r"(1 - 0{,}5) = @$", tex(0.5 * (1 - 0.5), 2)),
    *tells("tanh-ou-sigmoide", "1 - 0{,}5^2 = @$", tex(1 - 0.5**2, 2)),
    *tells(
        "delta-piege",
        "@ au lieu de @",
        fr(sum(NOW.slope[o] * START[w] * D[o] for o, w in (("o1", "w5"), ("o2", "w7"))), 4),
        fr(D["h1"], 4),
    ),
    *tells("delta-calcul", "= -@$", abs_tex(1 * 0.2 + 0.6 * -0.5, 1)),
    *tells("partage", "0{,}3 - 0{,}1 = @$", tex(0.3 - 0.1, 1)),
    *tells("premiere-couche-calcul", "= @$, où $@ =", tex(2.25 * 0.4 * 0.75 * 2, 2), tex(0.75, 2)),
]

FORWARD = [
    *tells("parametres-222", "**@**", fr(len(START))),
    *tells("parametres-222", "**@** paramètres", fr(8 + 4)),
    *(
        figure
        for unit in ("h1", "h2")
        for figure in tells("aller-222", "$ | @ | @ |", fr(NOW.z[unit], 4), fr(NOW.a[unit], 6))
    ),
    *(
        figure
        for unit in ("o1", "o2")
        for figure in tells("aller-222", "$ | @ | @ |", fr(NOW.z[unit], 6), fr(NOW.a[unit], 6))
    ),
    *tells("aller-zh1", "= @$ pour", tex(NOW.z["h1"], 4)),
    *tells("aller-zh1", "$@ + 0{,}10", tex(NOW.z["h1"], 4)),
    *tells("aller-zh1", "= @$. Les", tex(NOW.z["h2"], 4)),
    *tells("aller-ah1", r"$\sigma(@)$", tex(NOW.z["h1"], 4)),
    *tells("aller-ah1", r"\approx @$", tex(0.5 + 0.25 * NOW.z["h1"], 3)),
    *tells("aller-ah1", "$@$, est un peu", tex(NOW.a["h1"], 4)),
    *tells("aller-zo1", "= @$, $a_{h_2} = @$", tex(NOW.a["h1"], 4), tex(NOW.a["h2"], 4)),
    *tells("aller-zo1", r"+ 0{,}60 \approx @$", tex(NOW.z["o1"], 3)),
    *tells("aller-zo1", r"(@) \approx @$", tex(NOW.z["o1"], 3), tex(NOW.a["o1"], 4)),
    *tells("aller-erreur", r"$(@\,; @)$", tex(NOW.a["o1"], 4), tex(NOW.a["o2"], 4)),
    *tells("aller-erreur", r"\times @^2 +", tex(NOW.by_a["o1"], 4)),
    *tells("aller-erreur", r"\times @^2 \approx", abs_tex(NOW.by_a["o2"], 4)),
    *tells("aller-erreur", r"\approx @ + @$", tex(NOW.errors[0], 4), tex(NOW.errors[1], 4)),
    *tells("aller-erreur", r"E \approx @$", tex(NOW.error, 4)),
    *tells("aller-erreur", "**@\u00a0%**", fr(100 * NOW.errors[0] / NOW.error)),
]

A1, A2, H1, H2 = (tex(NOW.a[unit], 4) for unit in ("o1", "o2", "h1", "h2"))
D1, D2 = tex(D["o1"], 4), abs_tex(D["o2"], 4)

BACKWARD = [
    *(
        figure
        for unit in ("o1", "o2", "h1", "h2")
        for figure in tells(
            "retour-222",
            f"${unit[0]}_{unit[1]}$ | {'−' if unit == 'o2' else ''}@ | @ | "
            f"{'−' if unit == 'o2' else ''}@ |",
            abs_fr(NOW.by_a[unit], 6),
            fr(NOW.slope[unit], 6),
            abs_fr(D[unit], 6),
        )
    ),
    *tells("delta-o1", "= @$ pour", A1),
    *tells("delta-o1", "0{,}01 = @$", tex(NOW.by_a["o1"], 4)),
    *tells("delta-o1", r"\times @ \approx @$", tex(1 - NOW.a["o1"], 4), tex(NOW.slope["o1"], 4)),
    *tells("delta-o1", "**@**", fr(D["o1"], 4)),
    *tells("delta-o2", "= @$ pour", A2),
    *tells("delta-o2", r"\times @ \approx -@$", tex(1 - NOW.a["o2"], 4), D2),
    *tells("pas-w5", "= @$, $a_{h_1} = @$", D1, H1),
    *tells("pas-w5", r"\approx @$", tex(G["w5"], 4)),
    *tells("pas-w5", "0{,}40 - @ = @$", tex(RATE * G["w5"], 4), tex(AFTER["w5"], 4)),
    *tells("pas-w8", "= -@$, $a_{h_2} = @$", D2, H2),
    *tells("pas-w8", r"\approx -@$", abs_tex(G["w8"], 4)),
    *tells("pas-w8", "0{,}55 + @ = @$", abs_tex(RATE * G["w8"], 4), tex(AFTER["w8"], 4)),
    *tells("nouveaux-w", "gradient @,", fr(G["w6"], 5)),
    *tells("nouveaux-w", "[@](#1", fr(AFTER["w6"], 4)),
    *tells("nouveaux-w", "−@,", abs_fr(G["w7"], 5)),
    *tells("nouveaux-w", "[@](#2", fr(AFTER["w7"], 4)),
    *tells("piege-signe", "passe à @", fr(START["w5"] + RATE * G["w5"], 4)),
    *tells("sens-sortie", r"$(@\,; @)$ pour", tex(NOW.a["o1"], 2), tex(NOW.a["o2"], 2)),
    *tells("piege-signe", "vaut @ pour", fr(NOW.a["o1"], 2)),
    *tells("piege-signe", "à @.", fr(AFTER["w5"], 4)),
    *tells("piege-facteur", "$a = @$", A1),
    *tells("piege-facteur", r"0{,}99 / @ \approx 4", tex(1 - NOW.a["o1"], 4)),
    *tells(
        "piege-facteur",
        "@ au lieu de @",
        fr(NOW.by_a["o1"] * NOW.a["o1"] * (1 - Y[0]) * NOW.a["h1"], 3),
        fr(G["w5"], 3),
    ),
    *tells("pas-b2", "signaux $@$ et $-@$", D1, D2),
    *tells("pas-b2", "= @ - @ = @$", D1, D2, tex(G["b2"], 4)),
    *tells("pas-b2", "0{,}60 - @ = @$", tex(RATE * G["b2"], 4), tex(AFTER["b2"], 4)),
    *tells("piege-b2", r"@ \times (-@) = -@$", D1, D2, abs_tex(WRONG_B2, 4)),
    *tells("piege-b2", "monterait à @", fr(START["b2"] - RATE * WRONG_B2, 4)),
    *tells("piege-b2", "descendre à @", fr(AFTER["b2"], 4)),
    *tells("piege-b2", "la somme, @,", fr(G["b2"], 4)),
    *tells("pas-b2-bas", "$@$ et $@$ pour", tex(LOW_B2.a["o1"], 2), tex(LOW_B2.a["o2"], 2)),
    *tells("pas-b2-bas", "manque @", abs_fr(LOW_B2.by_a["o2"], 2)),
    *tells("pas-b2-bas", "que de @", fr(LOW_B2.by_a["o1"], 2)),
    *tells("pas-b2-bas", "$-@$", abs_tex(LOW_B2.gradient["b2"], 4)),
    *tells("retour-h1", "= @$ revient", D1),
    *tells("retour-h1", "= -@$ par", D2),
    *tells(
        "retour-h1",
        "$@ - @ = @$",
        tex(START["w5"] * D["o1"], 4),
        abs_tex(START["w7"] * D["o2"], 4),
        tex(NOW.by_a["h1"], 4),
    ),
    *tells("delta-h1", "a_{h_1} = @$ et", tex(NOW.by_a["h1"], 5)),
    *tells(
        "delta-h1",
        r"$@ \times @ \approx @$",
        H1,
        tex(1 - NOW.a["h1"], 4),
        tex(NOW.slope["h1"], 4),
    ),
    *tells("delta-h1", r"\approx @$.", tex(D["h1"], 5)),
    *tells("pas-w1", "= @$, $x_1", tex(D["h1"], 5)),
    *tells("pas-w1", r"\approx @$, donc", tex(G["w1"], 5)),
    *tells("pas-w1", r"\approx @$ :".replace(" :", "\u00a0:"), tex(AFTER["w1"], 5)),
    *tells(
        "rapport-w1-w2", "$@$ et $@$ ;".replace(" ;", "\u00a0;"), tex(G["w1"], 5), tex(G["w2"], 5)
    ),
    *tells("rapport-w1-w2", "$@$ et $@$.", tex(AFTER["w1"], 6), tex(AFTER["w2"], 6)),
    *tells("rapport-w1-w5", "est @ fois", fr(G["w5"] / G["w1"])),
    *tells("rapport-w1-w5", "**@** fois plus\nfaible", fr(D["o1"] / D["h1"])),
    *tells("rapport-w1-w5", "**@** fois plus petite", fr(NOW.a["h1"] / X[0])),
    *tells("rapport-w1-w5", "= @$", tex(NOW.a["h1"], 2)),
    *tells("pas-b1", "signaux $@$ et $@$", tex(D["h1"], 5), tex(D["h2"], 5)),
    *tells("pas-b1", r"\approx @$, donc", tex(G["b1"], 4)),
    *tells("pas-b1", "0{,}35 - @ = @$", tex(RATE * G["b1"], 4), tex(AFTER["b1"], 4)),
    *tells(
        "anciens-poids-222",
        "@ au lieu de @",
        fr(D["o1"] * AFTER["w5"] + D["o2"] * AFTER["w7"], 4),
        fr(NOW.by_a["h1"], 4),
    ),
]

STEPS = [
    *tells("apres-un-pas", "de @ à @", fr(NOW.error, 4), fr(ONE_WEIGHTS.error, 4)),
    *tells("apres-un-pas", "**@**", fr(ONE.error, 4)),
    *tells(
        "apres-un-pas",
        "@ fois plus forte",
        fr((NOW.error - ONE.error) / (NOW.error - ONE_WEIGHTS.error), 1),
    ),
    *tells("baisse-prevue", "= @$, et", tex(G["b2"], 4)),
    *tells("baisse-prevue", "somme $@$", tex(SQUARES, 5)),
    *tells("baisse-prevue", "**@\u00a0%**", fr(100 * G["b2"] ** 2 / SQUARES)),
    *tells("baisse-prevue", "$@^2 / @", tex(G["b2"], 4), tex(SQUARES, 5)),
    *tells("baisse-prevue", r"\approx @$", tex(G["b2"] ** 2 / SQUARES, 2)),
    *tells("baisse-prevue", "@\nprévus", fr(RATE * SQUARES, 4)),
    *tells("baisse-prevue", "@ obtenus", fr(NOW.error - ONE.error, 4)),
    *tells("baisse-petit-pas", "$E = @$,", tex(NOW.error, 4)),
    *tells("baisse-petit-pas", "vaut $@$", tex(SQUARES, 5)),
    *tells("baisse-petit-pas", r"\approx @$", tex(NOW.error - 0.1 * SQUARES, 4)),
    *tells("baisse-petit-pas", r"\approx @$", tex(SMALL.error, 4)),
    *(
        figure
        for where in ("dix-mille-pas", "piege-etapes")
        for figure in (
            *tells(where, r"$(@\,; @)$", *(tex(MANY_WEIGHTS.a[o], 4) for o in ("o1", "o2"))),
            *tells(where, r"E \approx @$", tex_power(MANY_WEIGHTS.error, 1)),
        )
    ),
    *tells("dix-mille-biais", "$E = @$", tex_power(MANY_WEIGHTS.error, 1)),
    *tells("dix-mille-biais", r"$E \approx @$", tex_power(MANY.error, 1)),
    *tells("piege-etapes", "$E = @$ à côté", tex(ONE_WEIGHTS.error, 3)),
    *tells("eta-geant", "devient $E = @$", tex(NOW.error, 2)),
    *tells("eta-geant", "à @.", fr(GIANT.error, 2)),
    *tells("eta-geant", "$-@$", abs_tex(walked(1, rate=50)["b2"], 1)),
    *tells("piege-b1-pente", r"\approx @$", tex(NOW.slope["h1"], 2)),
    *tells("piege-b1-pente", r"\approx @$", tex(NOW.slope["h2"], 2)),
    *tells("baisse-trompeuse", "de @ à @", fr(NOW.error, 4), fr(SLIDES.error, 4)),
    *tells("baisse-trompeuse", "tombe à @", fr(ONE.error, 4)),
]

AFTER_THE_EXAMPLE = [
    *tells("bce-calcul", "= -@$ ;".replace(" ;", "\u00a0;"), tex(1 / 0.8, 2)),
    *tells("bce-calcul", r"\times 0{,}2 = @$", tex(0.8 * (1 - 0.8), 2)),
    *tells("bce-calcul", r"\times @ = -@$", tex(0.16, 2), tex(1 / 0.8 * 0.16, 1)),
    *tells("bce-ou-carre", "**@** fois", fr(1 / (0.8 * (1 - 0.8)), 2)),
    *tells("bce-ou-carre", "$-@$ contre", tex(1 - 0.8, 1)),
    *tells("bce-ou-carre", r"\times @ = -@$", tex(0.8 * 0.2, 2), tex(0.2 * 0.16, 3)),
    *tells("lineaire-poids", r"$(@\,; 2)$ puis $(-@\,; -2)$", tex(1 * 0.5, 1), tex(1 * 0.5, 1)),
    *tells("difference-cout", "@ pour les dix", fr(2 * len(START))),
    *tells(
        "difference-b2",
        "$(@ - @)",
        *(tex(both_passes({**START, "b2": b2}).error, 6) for b2 in (0.61, 0.59)),
    ),
    *tells("difference-b2", r"/ @ \approx @$", tex(0.61 - 0.59, 2), tex(G["b2"], 4)),
    *tells("difference-b2", r"\approx @$", tex(central_difference("b2", 0.01), 4)),
    *tells("difference-b2", "$-@$", abs_tex(WRONG_B2, 4)),
    *tells("difference-ordre", "$(@ - @)", tex((1 + 0.1) ** 3, 3), tex((1 - 0.1) ** 3, 3)),
    *tells("difference-ordre", "/ @ = @$", tex(2 * 0.1, 1), tex((1.1**3 - 0.9**3) / (2 * 0.1), 2)),
    *tells("difference-ordre", "/ 0{,}1 = @$", tex((1.1**3 - 1) / 0.1, 2)),
]

BALANCED, CUT_W6, CUT_W5 = (
    both_passes({**START, name: value}) for name, value in (("w5", 0.133), ("w6", 0), ("w5", 0))
)
TANH = math.tanh(NOW.z["o1"])
TANH_BY_A, TANH_SLOPE = 2 * (TANH - Y[0]), 1 - TANH**2
TANH_DELTA = TANH_BY_A * TANH_SLOPE
LOW = LOW_B2


def mirrored_w5() -> float:
    """Derivative by w5 for the example whose inputs and targets are exchanged."""
    h1, h2 = (
        sigmoid(START[a] * X[1] + START[b] * X[0] + START["b1"])
        for a, b in (("w1", "w2"), ("w3", "w4"))
    )
    a = sigmoid(START["w5"] * h1 + START["w6"] * h2 + START["b2"])
    return (a - Y[1]) * a * (1 - a) * h1


BCE_BY_A = (-Y[0] / NOW.a["o1"], (1 - Y[0]) / (1 - NOW.a["o1"]))
HUNDRED, HUNDRED_WEIGHTS = (both_passes(walked(100, biases=biases)) for biases in (True, False))

WITH_EXPERIMENTS = [
    *tells("chaine-w5", "bouge @ fois", fr(NOW.a["h1"], 3)),
    *tells("chaine-w5", "$a$ @ fois", fr(NOW.slope["o1"], 3)),
    *tells("chaine-w5", "$E$ @ fois", fr(NOW.by_a["o1"], 3)),
    *tells(
        "chaine-w5",
        r"$@ \times @ \times @ \approx @$",
        tex(NOW.by_a["o1"], 3),
        tex(NOW.slope["o1"], 3),
        tex(NOW.a["h1"], 3),
        tex(G["w5"], 4),
    ),
    *tells("aller-part", r"$(@\,; @)$ pour", tex(LOW.a["o1"], 2), tex(LOW.a["o2"], 2)),
    *tells("aller-part", "**@\u00a0%**", fr(100 * LOW.errors[0] / LOW.error)),
    *tells("aller-part", "$@$ et $@$", tex(LOW.by_a["o1"], 2), abs_tex(LOW.by_a["o2"], 2)),
    *tells("aller-part", "$@$ et $@$", *(tex(LOW.by_a[o] ** 2, 2) for o in ("o1", "o2"))),
    *tells("aller-part", "répondait $@$", tex(NOW.a["o1"], 2)),
    *tells("aller-part", "@\u00a0% de", fr(100 * NOW.errors[0] / NOW.error)),
    *tells("da-o2", "= @$ pour", A2),
    *tells("da-o2", "0{,}99 = -@$", abs_tex(NOW.by_a["o2"], 4)),
    *tells("tanh-222", "rend $@$", tex(TANH, 4)),
    *tells("tanh-222", r"2 \times @ \times", tex(TANH - Y[0], 4)),
    *tells(
        "tanh-222",
        r"$@ \times @ \approx @$",
        *(tex(TANH_BY_A, 3), tex(TANH_SLOPE, 4), tex(TANH_DELTA, 3)),
    ),
    *tells("tanh-222", "donnaient $@$", D1),
    *tells("tanh-w5", "rend $@$", tex(TANH, 4)),
    *tells("tanh-w5", "= @$ par", H1),
    *tells("tanh-w5", r"\approx @$, la", tex(TANH_BY_A, 3)),
    *tells("tanh-w5", r"\approx @$, l’", tex(TANH_SLOPE, 4)),
    *tells("tanh-w5", "**@**", fr(TANH_DELTA * NOW.a["h1"], 3)),
    *tells("role-sans-biais", "= @$", tex(G["b2"], 4)),
    *tells("role-sans-biais", "**@**", fr(G["b2"], 4)),
    *tells("compensation-222", "= @$ et", tex(BALANCED.delta["o1"], 4)),
    *tells("compensation-222", "= -@$ reviennent", abs_tex(BALANCED.delta["o2"], 4)),
    *tells("compensation-222", "valait @\u00a0?", fr(D["h1"], 5)),
    *tells(
        "compensation-222",
        "soit $@ - @$",
        tex(0.133 * BALANCED.delta["o1"], 4),
        abs_tex(0.5 * BALANCED.delta["o2"], 4),
    ),
    *tells("gradient-w2", "= @$ et", tex(D["h1"], 5)),
    *tells("gradient-w2", r"\approx @$", tex(G["w2"], 5)),
    *tells("gradient-w2", "$@$,\n", tex(D["h1"], 5)),
    *tells(
        "cent-pas", "$@$ au lieu de $@$", *(tex(HUNDRED_WEIGHTS.error, 3), tex(HUNDRED.error, 3))
    ),
    *tells("gradient-perime", "= @$. Après", tex(G["b2"], 2)),
    *tells(
        "gradient-perime",
        "$-@$. $b_2$",
        abs_tex(both_passes(walked(1, rate=10)).gradient["b2"], 2),
    ),
    *tells("gradient-perime", "à $-@$", abs_tex(walked(1, rate=10)["b2"], 2)),
    *tells("mat-dz-222", r"$(@\,; @)$, et", tex(LOW.a["o1"], 4), tex(LOW.a["o2"], 4)),
    *tells("mat-dz-222", r"(@\,; -@)$", tex(LOW.by_a["o1"], 4), abs_tex(LOW.by_a["o2"], 4)),
    *tells(
        "mat-dz-222", r"\times @ \approx @$", *(tex(1 - LOW.a["o2"], 4), tex(LOW.slope["o2"], 4))
    ),
    *tells("mat-dz-222", r"\approx -@$", abs_tex(LOW.delta["o2"], 4)),
    *tells("bce-222", "= @$, avec $a_{o_1} = @$", D1, A1),
    *tells("bce-222", "= @$, soit", tex(NOW.by_a["o1"], 4)),
    *tells("bce-222", "**@**", fr(NOW.by_a["o1"] / D["o1"], 1)),
    *tells("bce-222", "pente, $@$", tex(NOW.slope["o1"], 4)),
    *tells("bce-da-222", "$a = @$", A1),
    *tells("bce-da-222", "0{,}99 / @", tex(1 - NOW.a["o1"], 4)),
    *tells("bce-da-222", "-@ + @$", abs_tex(BCE_BY_A[0], 2), tex(BCE_BY_A[1], 2)),
    *tells("bce-da-222", "**@**", fr(sum(BCE_BY_A), 2)),
    *tells("mat-lot-222", "dérivée $@$", tex(G["w5"], 4)),
    *tells("mat-lot-222", "l’autre $-@$", abs_tex(mirrored_w5(), 4)),
    *tells("mat-lot-222", "= @$", tex((G["w5"] + mirrored_w5()) / 2, 4)),
    *tells("mat-da-222", r"(@\,; -@)$", tex(CUT_W6.delta["o1"], 4), abs_tex(CUT_W6.delta["o2"], 4)),
    *tells("mat-da-222", r"\approx -@$", abs_tex(CUT_W6.by_a["h2"], 4)),
    *tells("module-222", r"$(@\,; -@)$ à", tex(LOW.by_a["o1"], 3), abs_tex(LOW.by_a["o2"], 3)),
    *tells("module-222", "$(@\\,; @)$\u00a0;", *(tex(LOW.slope[o], 3) for o in ("o1", "o2"))),
    *tells(
        "module-222", r"$(@\,; -@)$, produits", *(abs_tex(LOW.delta[o], 3) for o in ("o1", "o2"))
    ),
    *tells("module-222", r"\approx -@$", abs_tex(LOW.by_a["h1"], 3)),
    *tells("lineaire-222", r"(@\,; -@)$", D1, D2),
    *tells("lineaire-222", r"\approx @$", tex(NOW.by_a["h2"], 4)),
    *tells("anciens-poids-222", "**@**", fr(NOW.by_a["h1"], 4)),
]

Q_DELTA = (0.8 - 0.3) * 0.8 * (1 - 0.8)
Q_BATCH, Q_READ = (0.4, -0.2, 0.1, 0.1), (1, 2, 0, 3)
FIFTH = both_passes(walked(1, rate=0.2))

QUESTIONS = [
    *tells("q-cout-rapport", "= @ ±", fr(30_000 * 2 * 2 / (2 + 4))),
    *tells("q-cout-rapport", "= @$ ms", tex(30_000 * 2 * 2)),
    *tells("q-chaine-carre", "= @ ±", fr(2 * (2 * 3) * 0.5 * 2)),
    *tells("q-chaine-carre", "2 = @$", tex(2 * (2 * 3) * 0.5 * 2)),
    *tells("q-deux-voies", "= @ ±", fr(9 * 2**2)),
    *tells("q-deux-voies", "9 w^2 = @$", tex(9 * 2**2)),
    *tells("q-deux-voies", r"4 \times 3 = @$", tex(2**2 * 3)),
    *tells("q-deux-voies", r"6 \times 4 = @$", tex(3 * 2 * 2 * 2)),
    *tells("q-neurone-pas", "= @ ±", fr(0.6 - 2 * Q_DELTA * 1.5, 2)),
    *tells("q-neurone-pas", "= @$ et", tex(Q_DELTA * 1.5, 2)),
    *tells("q-neurone-pas", r"\times 0{,}2 = @$", tex(Q_DELTA, 2)),
    *tells("q-neurone-pas", r"2 \times 0{,}12 = @$", tex(0.6 - 2 * Q_DELTA * 1.5, 2)),
    *tells("q-neurone-pas", r"0{,}8 \times @", tex(1 - 0.8, 1)),
    *tells("q-delta-sature", r"\delta \approx @$", tex(0.99 * 0.99 * (1 - 0.99), 4)),
    *tells("q-delta-sature", "$@$. Un", tex(0.5 * 0.5 * (1 - 0.5), 3)),
    *tells("q-tanh-signal", "= @ ±", fr(2 * 1.6 * (1 - 0.6**2), 2)),
    *tells("q-tanh-signal", r"2 \times @ = @$", tex(0.6 + 1, 1), tex(2 * 1.6, 1)),
    *tells("q-tanh-signal", "= @$. Le", tex(1 - 0.6**2, 2)),
    *tells("q-tanh-signal", "vaut $@$", tex(2 * 1.6 * (1 - 0.6**2), 3)),
    *tells("q-tanh-signal", "sigmoïde, $@$", tex(0.6 * (1 - 0.6), 2)),
    *tells("q-tanh-signal", "trouverait $@$", tex(2 * 1.6 * 0.6 * (1 - 0.6), 2)),
    *tells("q-delta-tanh", "= @ ±", fr((1 - 0.5**2) * (2 * 0.3 - 0.4), 2)),
    *tells("q-delta-tanh", "0{,}4 = @$", tex(2 * 0.3 - 1 * 0.4, 1)),
    *tells("q-delta-tanh", "0{,}5^2 = @$", tex(1 - 0.5**2, 2)),
    *tells("q-delta-tanh", r"0{,}75 \times 0{,}2 = @$", tex(0.75 * 0.2, 2)),
    *tells("q-partage-poids", "[x] @\n", fr(1 - 0.1 * (0.3 - 0.5), 2)),
    *tells("q-partage-poids", "= @$", tex(1 - 0.1 * (0.3 - 0.5), 2)),
    *tells("q-partage-poids", "0{,}5 = -@$", abs_tex(0.3 - 0.5, 1)),
    *tells("q-partage-poids", "[ ] @\n", fr(1 - 0.1 * -0.5, 2)),
    *tells("q-partage-poids", "[ ] @\n", fr(1 - 0.1 * (0.3 - 0.5) / 2, 2)),
    *tells("q-partage-poids", "[ ] @\n", fr(1 - 0.1 * 0.3 * -0.5, 3)),
    *tells("q-aller-h1", "= @ ±", fr(sigmoid(START["w1"] + START["b1"]), 4)),
    *tells("q-aller-h1", r"\approx @$. Avec", tex(sigmoid(START["w1"] + START["b1"]), 4)),
    *tells("q-aller-h1", "= @$, puis", tex(START["w1"] + START["b1"], 1)),
    *tells("q-aller-h1", r"\approx @$", tex(math.exp(-0.5), 4)),
    *tells("q-aller-h1", "que $@$", tex(NOW.a["h1"], 4)),
    *tells("q-aller-erreur", "= @ ±", fr(0.5 * ((0.6 - Y[0]) ** 2 + (0.9 - Y[1]) ** 2), 3)),
    *tells("q-aller-erreur", "= @$. Sans", tex(0.5 * (0.59**2 + 0.09**2), 4)),
    *tells("q-aller-erreur", "(@^2 + @^2)", tex(0.6 - Y[0], 2), tex(Y[1] - 0.9, 2)),
    *tells("q-aller-erreur", "(@ + @)", tex(0.59**2, 4), tex(0.09**2, 4)),
    *tells("q-aller-erreur", "double, $@$", tex(0.59**2 + 0.09**2, 3)),
    *tells("q-pas-w6", "= @ ±", fr(START["w6"] - 2 * G["w6"], 3)),
    *tells("q-pas-w6", "_{o_1} = @$", D1),
    *tells("q-pas-w6", "a_{h_2} = @$", H2),
    *tells("q-pas-w6", r"\approx @$, et", tex(G["w6"], 4)),
    *tells("q-pas-w6", r"0{,}0827 \approx @$", tex(START["w6"] - 2 * G["w6"], 3)),
    *tells("q-pas-b2", "signaux $@$ et $-@$", D1, D2),
    *tells("q-pas-b2", "[x] Il baisse à @", fr(AFTER["b2"], 4)),
    *tells("q-pas-b2", r"\approx @$", tex(AFTER["b2"], 4)),
    *tells("q-pas-b2", "monte à @", fr(START["b2"] - RATE * WRONG_B2, 4)),
    *tells("q-pas-b2", "[ ] Il baisse à @", fr(START["b2"] - RATE * (D["o1"] + abs(D["o2"])), 4)),
    *tells("q-pas-b2", "[ ] Il baisse à @", fr(START["b2"] - RATE * G["b2"] / 2, 4)),
    *tells("q-pas-b2", "= @$, et", tex(G["b2"], 4)),
    *tells("q-biais-trois", "= @ ±", fr(0.5 - RATE * sum(THREE), 1)),
    *tells("q-biais-trois", "- 0{,}3 = @$", tex(sum(THREE), 1)),
    *tells("q-biais-trois", "= @$. La", tex(0.5 - RATE * sum(THREE), 1)),
    *tells("q-biais-trois", "mené à $@$", tex(0.5 - RATE * sum(THREE) / 3, 3)),
    *tells("q-biais-trois", "à $@$.", tex(0.5 - RATE * math.prod(THREE), 3)),
    *tells("q-delta-h2", "= @ ±", fr(D["h2"], 5)),
    *tells("q-delta-h2", "fait $@$", tex(D["h2"], 5)),
    *tells("q-delta-h2", "_{o_1} = @$ et", D1),
    *tells("q-delta-h2", "= -@$ reviennent", D2),
    *tells("q-delta-h2", "a_{h_2} = @$", H2),
    *tells("q-delta-h2", r"\approx @$. La", tex(NOW.by_a["h2"], 4)),
    *tells(
        "q-delta-h2",
        r"\times @ \approx @$",
        tex(1 - NOW.a["h2"], 4),
        tex(NOW.slope["h2"], 4),
    ),
    *tells("q-w3-w4", "de signal $@$", tex(D["h2"], 5)),
    *tells("q-w3-w4", r"\approx @$ et", tex(G["w3"], 4)),
    *tells("q-w3-w4", r"\approx @$.", tex(G["w4"], 3)),
    *tells("q-pas-w3", "= @ ±", fr(START["w3"] - 10 * G["w3"], 3)),
    *tells("q-pas-w3", "signal $@$", tex(D["h2"], 5)),
    *tells("q-pas-w3", r"= @ \times 0{,}05", tex(D["h2"], 5)),
    *tells("q-pas-w3", r"\approx @$, et", tex(G["w3"], 4)),
    *tells("q-pas-w3", r"10 \times @ =", tex(G["w3"], 4)),
    *tells("q-pas-w3", "= @$. Un", tex(START["w3"] - 10 * G["w3"], 3)),
    *tells("q-pas-w3", "que de @", fr(100 * 10 * G["w3"] / START["w3"])),
    *tells("q-gradient-b1", "= @ ±", fr(G["b1"], 4)),
    *tells("q-gradient-b1", "vaut $@$ et $@$", tex(NOW.by_a["h1"], 5), tex(NOW.by_a["h2"], 5)),
    *tells("q-gradient-b1", "pente $@$ et $@$", tex(NOW.slope["h1"], 4), tex(NOW.slope["h2"], 4)),
    *tells("q-gradient-b1", r"\approx @$ et", tex(D["h1"], 5)),
    *tells("q-gradient-b1", r"\approx @$.", tex(D["h2"], 5)),
    *tells("q-gradient-b1", "trouverait $@$", tex(NOW.by_a["h1"] + NOW.by_a["h2"], 4)),
    *tells("q-eta-quelconque", "de $@$ à $@$", tex(NOW.error, 2), tex(GIANT.error, 2)),
    *tells("q-baisse-estimee", "= @ ±", fr(NOW.error - 0.2 * SQUARES, 3)),
    *tells("q-baisse-estimee", r"\approx @$", tex(NOW.error - 0.2 * SQUARES, 4)),
    *tells("q-baisse-estimee", "$E = @$", tex(NOW.error, 4)),
    *tells("q-baisse-estimee", "vaut $@$", tex(SQUARES, 5)),
    *tells("q-mat-gradient", "= @ ±", fr(sum(map(operator.mul, Q_BATCH, Q_READ)) / 4, 3)),
    *tells("q-mat-gradient", "= @$.", tex(sum(map(operator.mul, Q_BATCH, Q_READ)) / 4, 3)),
    *tells("q-mat-gradient", "{@}{4}", tex(sum(map(operator.mul, Q_BATCH, Q_READ)), 1)),
    *tells("q-mat-gradient", "donnerait $@$", tex(sum(Q_BATCH) / 4 * sum(Q_READ) / 4, 2)),
    *tells("q-memoire-lot", "= @ ±", fr(2 * 300 + 50)),
    *tells("q-memoire-lot", "= @$", tex(2 * 300)),
    *tells("q-verif-cube", "= @ ±", fr((2.1**3 - 1.9**3) / (2 * 0.1), 2)),
    *tells("q-verif-cube", "/ 0{,}2 = @$", tex((2.1**3 - 1.9**3) / (2 * 0.1), 2)),
    *tells("q-verif-cube", "vaut @,", fr(3 * 2**2)),
    *tells("q-verif-cube", "(@^3 - @^3)", tex(2 + 0.1, 1), tex(2 - 0.1, 1)),
    *tells("q-verif-cube", "/ @ = (", tex(2 * 0.1, 1)),
    *tells("q-verif-cube", "(@ - @)", tex(2.1**3, 3), tex(1.9**3, 3)),
    *tells("q-verif-cube", "donnerait $@$", tex((2.1**3 - 2**3) / 0.1, 2)),
]

FIGURES = [
    *BEFORE_THE_EXAMPLE,
    *FORWARD,
    *BACKWARD,
    *STEPS,
    *AFTER_THE_EXAMPLE,
    *WITH_EXPERIMENTS,
    *QUESTIONS,
]

_INPUTS = {"0{,}05", "0{,}10", "0{,}01", "0{,}99"}
_STARTS = {"0{,}15", "0{,}20", "0{,}25", "0{,}30", "0{,}35", "0{,}40", "0{,}45", "0{,}50"}

# Numbers that a question gives, that name a thing, or that a source vouches for.
GIVEN: dict[str, set[str]] = {
    "chaine-taux": {"0{,}5"},
    "chaine-petit-pas": {"0,01"},
    "chaine-vingt": {"10", "20", "12"},  # orders of magnitude: see the test below
    "chaine-compenser": {"0,25"},  # σ′(0)
    "neurone-pente-piege": {"0{,}751"},
    "neurone-calcul-delta": {"0{,}5"},  # σ(0)
    "neurone-calcul-pas": {"0{,}125", "0{,}5"},
    "neurone-code": {"0{,}5"},  # σ(0)
    "tanh-calcul": {"0{,}5"},
    "tanh-ou-sigmoide": {"0{,}5"},
    "delta-calcul": {"0{,}2", "0{,}5", "0{,}6"},
    "partage": {"0{,}3", "0{,}1"},
    "premiere-couche": {"31"},  # the index 3, 1
    "premiere-couche-calcul": {"2{,}25", "0{,}4", "0{,}5"},
    "aller-222": {*_INPUTS, *_STARTS, "0{,}55", "0{,}60", "0{,}5", "2015"},  # Mazur 2015
    "cibles-222": {"0{,}01", "0{,}99", "0,01", "0,99"},
    "aller-zh1": {"0{,}05", "0{,}10", "0,10"},
    "aller-ah1": {"0{,}5", "0{,}25"},  # σ(0), σ′(0)
    "aller-zo1": {"0{,}40", "0{,}45", "0{,}60"},
    "aller-erreur": {"0{,}01", "0{,}99"},
    "delta-o1": {"0{,}01"},
    "delta-o2": {"0{,}99"},
    "pas-w5": {"0{,}40", "0{,}5"},
    "pas-w8": {"0{,}55", "0{,}5"},
    "nouveaux-w": {"0,45", "0,50", "0{,}5"},
    "sens-sortie": {"0{,}01", "0{,}99"},
    "piege-signe": {"0{,}40", "0,01"},
    "piege-facteur": {"0{,}01", "0{,}99"},
    "pas-b2": {"0{,}60"},
    "pas-b2-bas": {"1{,}4", "0{,}01", "0{,}99"},
    "retour-h1": {"0{,}40", "0{,}50"},
    "pas-w1": {"0{,}05", "0{,}15", "0{,}5"},
    "rapport-w1-w2": {"0{,}05", "0{,}10"},
    "rapport-w1-w5": {"0,05"},
    "pas-b1": {"0{,}35", "0{,}5"},
    "anciens-poids-222": {"0{,}40", "0{,}50"},
    "baisse-prevue": {"0{,}5"},
    "baisse-petit-pas": {"0{,}1"},
    "dix-mille-pas": {"0{,}01", "0{,}99", "0{,}5", f"10{THIN}000"},
    "dix-mille-biais": {f"10{THIN}000"},
    "piege-etapes": {"0{,}01", "0{,}99", f"10{THIN}000"},
    "eta-geant": {"50"},
    "bce-calcul": {"0,8", "0{,}8", "0{,}2"},
    "bce-ou-carre": {"0{,}8"},
    "mat-dw-calcul": {"0{,}2", "0{,}4", "0{,}5"},
    "cache-lot": {"128", "256"},
    "lineaire-poids": {"0{,}5"},
    "activation-calcul": {"0{,}2", "0{,}4", "0{,}7"},
    "module-code": {"0{,}5"},
    "difference-b2": {"0{,}61", "0{,}59"},
    "difference-ecart": {"10"},  # powers of ten: see the test below
    "difference-ordre": {"0{,}1"},
    "difference-arrondi": {"10"},
    "difference-relative": {"10"},
    "gradcheck": {"64"},  # the name of a type
    "aller-part": {"1{,}4", "0{,}60", "0{,}01", "0{,}99"},
    "da-o2": {"0{,}99"},
    "tanh-222": {"0{,}01"},
    "tanh-w5": {"0{,}01"},
    "role-sans-biais": {"0,60"},
    "compensation-222": {"0{,}133", "0{,}50"},
    "gradient-w2": {"0{,}10"},
    "cent-pas": {"0{,}5"},
    "gradient-perime": {"10", "0,60"},
    "mat-dz-222": {"1{,}4"},
    "bce-222": {"0{,}01", "0,01"},
    "bce-da-222": {"0{,}01", "0{,}99"},
    "mat-da-222": {"0{,}40", "0{,}50", "0{,}55"},
    "module-222": {"0{,}40", "0{,}50"},
    "lineaire-222": {"0{,}40", "0{,}45", "0{,}50", "0{,}55"},
    "q-cout-rapport": {r"30\,000", f"30{THIN}000"},
    "q-mode-cas": {"784"},
    "q-chaine-carre": {"0{,}5"},
    "q-chaine-sigmoides": {"0{,}25", "10"},
    "q-neurone-pas": {"0,005", "0{,}3", "0{,}6", "0{,}8", "1{,}5"},
    "q-neurone-sens": {"0,3", "0,9"},
    "q-delta-sature": {"0{,}5", "0{,}99"},
    "q-tanh-signal": {"0,01", "0{,}6"},
    "q-delta-tanh": {"0,005", "0{,}3", "0{,}4", "0{,}5"},
    "q-partage-poids": {"0{,}1", "0{,}3", "0{,}5"},
    "q-aller-h1": {"0,0005", "0{,}15", "0{,}20", "0{,}35"},
    "q-aller-erreur": {"0,001", "0{,}01", "0{,}6", "0{,}9", "0{,}99"},
    "q-pas-w6": {"0,001", "0{,}45"},
    "q-pas-b2": {"0{,}5", "0{,}60"},
    "q-biais-trois": {"0,001", "0{,}1", "0{,}3", "0{,}5", "0{,}6"},
    "q-delta-h2": {"0,0001", "0{,}45", "0{,}55"},
    "q-w3-w4": {"0{,}05", "0{,}10"},
    "q-pas-w3": {"0,001", "0{,}05", "0{,}25", "10"},
    "q-gradient-b1": {"0,0002"},
    "q-eta-quelconque": {"50"},
    "q-baisse-estimee": {"0,001", "0{,}2"},
    "q-formes": {"10", "32"},
    "q-mat-gradient": {"0,001", "0{,}1", "0{,}2", "0{,}4"},
    "q-memoire-lot": {"128", "256", "300", "50"},
    "q-verif-biais": {"32"},
    "q-verif-cube": {"0,001", "0{,}1"},
}


def test_the_derivatives_are_those_of_autograd_and_of_central_differences() -> None:
    p = {
        name: torch.tensor(value, dtype=torch.float64, requires_grad=True)
        for name, value in START.items()
    }
    x, y = torch.tensor(X, dtype=torch.float64), torch.tensor(Y, dtype=torch.float64)
    first = torch.stack([torch.stack([p["w1"], p["w2"]]), torch.stack([p["w3"], p["w4"]])])
    second = torch.stack([torch.stack([p["w5"], p["w6"]]), torch.stack([p["w7"], p["w8"]])])
    out = torch.sigmoid(second @ torch.sigmoid(first @ x + p["b1"]) + p["b2"])
    (0.5 * (y - out) ** 2).sum().backward()
    for name, derivative in G.items():
        grad = p[name].grad
        assert grad is not None
        assert derivative == pytest.approx(grad.item(), rel=1e-12), name
        assert derivative == pytest.approx(central_difference(name), abs=1e-9), name


def test_the_numbers_are_those_of_the_page_that_made_the_example() -> None:
    """As printed by Mazur (2015); his error after one step differs in the seventh place."""
    assert NOW.error == pytest.approx(0.298371109, abs=5e-10)
    printed = {"w5": 0.35891648, "w6": 0.408666186, "w7": 0.511301270, "w8": 0.561370121}
    printed |= {"w1": 0.149780716, "w2": 0.19956143, "w3": 0.24975114, "w4": 0.29950229}
    assert {name: AFTER[name] for name in printed} == pytest.approx(printed, abs=5e-9)
    assert ONE_WEIGHTS.error == pytest.approx(0.291027924, abs=2e-7)
    assert MANY_WEIGHTS.error == pytest.approx(0.0000351085, abs=1e-8)
    assert MANY_WEIGHTS.a["o1"] == pytest.approx(0.015912196, abs=2e-6)


def test_figures_said_in_words_are_right() -> None:
    assert 0.5e-12 < (2e-6) ** (19 / 9) < 2e-12, "10⁻¹² after 19 factors, 2 millionths after 9"
    assert math.isclose((2e-6) ** 2, 4e-12)
    assert 0.2 < (2e-6) ** (1 / 9) < 0.3, "about a quarter for each factor"
    assert 3.9 < 0.751 / (0.751 * (1 - 0.751)) < 4.1, "quatre fois trop"
    assert 3.9 < (1 - Y[0]) / (1 - NOW.a["o1"]) < 4.1, "environ 4"
    assert G["b2"] == max(G.values(), key=abs), "the greatest of all"
    assert (ONE_WEIGHTS.error - ONE.error) / (NOW.error - ONE.error) > 1 / 3, "plus du tiers"
    assert 7.5 < MANY_WEIGHTS.error / MANY.error < 8.5, "un facteur 8"
    assert RATE * G["w1"] == pytest.approx(2e-4, rel=0.1), "deux dix-millièmes"
    assert G["w2"] == pytest.approx(2 * G["w1"]), "le double"
    assert 1 / NOW.slope["h1"] == pytest.approx(4, rel=0.05), "environ quatre fois trop grand"
    assert GIANT.a["o2"] < 0.1, "vers 0 la sortie qui devait monter"
    assert (2 + 1) + 2 == 2 * 2 + 1 == 5, "chemin par chemin"
    assert max(abs(G[name] - central_difference(name)) for name in G) < 1e-9


def test_the_mistakes_that_are_shown_are_those_of_the_slides() -> None:
    """Errata E-B05 and E-B06: what slides 47, 54 and 55 print."""
    assert math.isclose(WRONG_B2, -0.005276551, abs_tol=5e-9)
    product = START["w5"] * D["o1"] * START["w8"] * D["o2"]
    assert product == pytest.approx(-0.00116084, abs=5e-9)
    assert START["b2"] - RATE * WRONG_B2 == pytest.approx(0.602638275, abs=5e-9)
    assert START["b1"] - RATE * product == pytest.approx(0.350580420, abs=5e-9)


def test_a_wrong_gradient_may_lower_the_error_and_a_right_one_raise_it() -> None:
    wrong = {o: NOW.by_a[o] * NOW.a[o] * (1 - y) for o, y in zip(("o1", "o2"), Y, strict=True)}
    weights = {"w5": ("o1", "h1"), "w6": ("o1", "h2"), "w7": ("o2", "h1"), "w8": ("o2", "h2")}
    stepped = {w: START[w] - RATE * wrong[o] * NOW.a[h] for w, (o, h) in weights.items()}
    assert both_passes({**START, **stepped}).error < NOW.error, "piege-facteur"
    assert ONE.error < SLIDES.error < NOW.error
    assert GIANT.error > NOW.error


def test_the_shared_bias_program_leaves_no_other_gradient() -> None:
    _, names = run(NOTES["grad-deux-fois"])
    assert names["h"].grad.item() == 3 + 2 * 2


def test_only_the_simplified_form_survives_an_output_rounded_to_one() -> None:
    z, y = torch.tensor([40.0, 40.0]), torch.tensor([0.0, 1.0])
    a = torch.sigmoid(z)
    assert (a == 1).all()
    by_a = -y / a + (1 - y) / (1 - a)
    assert (by_a * a * (1 - a)).isnan().all()
    assert (a - y).tolist() == [1, 0]


def test_what_the_cards_with_experiments_say_in_words_is_right() -> None:
    assert CUT_W5.gradient["w1"] < 0 < G["w1"], "il monte, lui qui baissait"
    assert HUNDRED_WEIGHTS.error / HUNDRED.error == pytest.approx(2, rel=0.01), "elle double"
    assert abs(BALANCED.delta["h1"]) < 1e-5
    assert min(BALANCED.slope.values()) > 0.1, "aucune pente n’est nulle"


def test_what_questions_say_in_words_is_right() -> None:
    assert 3.5e-6 < 0.25**9 < 4.5e-6, "neuf pentes"
    assert abs(FIFTH.error - (NOW.error - 0.2 * SQUARES)) < 1e-4, "à un dix-millième près"
    assert 1 / NOW.slope["h2"] == pytest.approx(4, rel=0.05), "quatre fois trop haut"
    assert abs(D["h1"] * D["h2"]) < 1e-4, "presque zéro"
    assert (G["w4"], G["w3"]) == pytest.approx((0.001, 0.0005), rel=0.02)
    assert math.isclose((2.1**3 - 1.9**3) / 0.2, 12 + 0.1**2), "exactement h²"
    assert 30_000 * 2 * 2 / 1000 == 2 * 60, "deux minutes"


def test_the_answers_of_questions_are_those_of_autograd() -> None:
    w, v = (torch.tensor(value, dtype=torch.float64, requires_grad=True) for value in (3.0, 2.0))
    ((2 * w) ** 2 * 0.5).backward()
    (3 * v * v**2).backward()
    assert [p.grad.item() for p in (w, v) if p.grad is not None] == [12, 36]
    z = torch.atanh(torch.tensor(0.6, dtype=torch.float64)).requires_grad_()
    ((torch.tanh(z) + 1) ** 2).backward()
    assert z.grad is not None
    assert z.grad.item() == pytest.approx(2.048)
    signal = torch.tensor([[2.0, 0.0], [1.0, 3.0]]).T @ torch.tensor([1.0, -1.0])
    assert signal.tolist() == [1, -3]


def test_two_of_the_wrong_repairs_of_a_product_run_all_the_same() -> None:
    """As the feedback says: they silence Python, and give a shape that is not that of Z."""
    _, names = run(CHAPTER.questions["q-hadamard-code"])
    back, slope = names["dA1"], names["A1"] * (1 - names["A1"])
    shapes = [(back @ slope.T).shape, (back.T @ slope).shape, (back * slope).shape]
    assert shapes == [(4, 4), (5, 5), (4, 5)]
