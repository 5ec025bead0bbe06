"""Chapter 1 speaks about all 52 subjects of its source, seed 004, and its figures are right."""

import ast
import itertools
import math
import re

import torch
from torch import nn

from decks.faces import ordinals
from tests.decks.content.arithmetic.activations import sigmoid, sigmoid_slope, softmax, tanh_slope
from tests.decks.content.arithmetic.layers import dense
from tests.decks.content.chapter_files import chapter_file
from tests.decks.content.course_text import THIN
from tests.decks.content.figures import Figure, fr, tex, tex_power
from tests.decks.content.programs import run

CHAPTER = chapter_file("01-introduction")
NOTES = CHAPTER.notes

SUBJECTS: dict[int, tuple[str, ...]] = {
    1: ("renouveau-relu",),
    2: ("evanouissement", "evanouissement-cause", "evanouissement-calcul", "evanouissement-effet"),
    3: ("renouveau-moteurs", "renouveau-gpu"),
    4: ("tenseur", "tenseur-dimensions", "tenseur-lot", "tenseur-code"),
    5: ("profondeur-mieux", "degradation"),
    6: ("transfert", "peu-de-donnees"),
    7: ("theorie-lacune", "certification"),
    8: (
        *("detection-objets", "applications-supports", "transfert-style", "generation-vues"),
        "visuomoteur",
    ),
    9: ("mnist", "mnist-784", "mnist-sorties"),
    10: ("classifieur-lineaire", "score-lineaire", "classifieur-decision", "classifieur-frontiere"),
    11: ("activation", "activation-seuil"),
    12: ("activation-role", "lineaire-empile", "activation-sortie"),
    13: ("sigmoide-image", "sigmoide-usage", "sigmoide-formule"),
    14: ("tanh-image", "tanh-centree"),
    15: ("relu-evanouissement", "relu-evanouissement-limite"),
    16: ("leaky-formule", "leaky-interet", "leaky-centrage", "prelu", "centrage-zigzag"),
    17: ("softmax-formule", "softmax-exemple", "softmax-exclusive", "softmax-argmax"),
    18: ("sortie-choix", "softmax-attention", "softmax-multilabel", "softmax-cachee"),
    19: ("softmax-plusieurs",),
    20: ("mlp-but", "mlp"),
    21: ("pourquoi-avant",),
    22: ("recurrent",),
    23: ("profondeur", "profondeur-composition"),
    24: ("pourquoi-reseau",),
    25: ("couche-sortie",),
    26: ("sortie-cible",),
    27: ("sortie-directe",),
    28: ("couche-cachee", "cachee-pourquoi", "cachee-role"),
    29: ("activation-couche", "pre-activation"),
    30: ("role-train", "boucle-code"),
    31: ("role-validate", "validation-poids"),
    32: ("role-test", "validation-et-test"),
    33: ("epoque", "epoque-mises-a-jour", "epoque-pas", "epoque-melange"),
    34: ("couple-xy", "etiquette", "etiquette-indice", "couple-code"),
    35: ("trois-hyperparametres", "hyperparametre"),
    36: ("nombre-epoques",),
    37: ("taille-lot",),
    38: ("taux", "taux-pas", "descente-gradient"),
    39: ("sous-apprentissage", "epoques-trop-peu"),
    40: (
        *("surapprentissage", "surapprentissage-courbes", "surapprentissage-exactitude"),
        *("surapprentissage-risque", "arret-precoce"),
    ),
    41: ("lot-memoire", "lot-coeurs"),
    42: ("lot-epoques-egales", "lot-pas-egaux", "non-convexe", "lot-hasard"),
    43: ("lot-compromis",),
    44: ("taux-trop-grand", "taux-divergence"),
    45: ("taux-trop-petit",),
    46: ("relu-positive",),
    47: ("relu-borne",),
    48: ("relu-sortie",),
    49: ("relu-defaut",),
    50: ("relu-cout",),
    51: ("relu-acceleration",),
    52: (
        "parcimonie",
        "parcimonie-moitie",
        "relu-morte",
        "morte-ou-parcimonie",
        "relu-morte-cause",
    ),
}


def steps_on_parabola(rate: float, steps: int) -> float:
    """Where gradient descent on J = x² is after `steps` steps from x = 1."""
    x = 1.0
    for _ in range(steps):
        x -= rate * 2 * x
    return x


PIXELS = 28 * 28
SCORE = 2 * 0.5 + (-1) * 1 + 0.25
LOGITS = (2, 1, 0.1)
EXPONENTIALS = [math.exp(z) for z in LOGITS]
PROBABILITIES = softmax(*LOGITS)

RELEVES = 24 * 12
SLOPE, INTERCEPT = 3 * 4, 3 * -2 + 10
OF_SIX, OF_FIVE = dense(6, 5), dense(5, 3)
STEPS_AN_EPOCH = math.ceil(50_000 / 128)
SHRINK = steps_on_parabola(0.1, 1)
FIRST_UNDER_A_THOUSANDTH = next(n for n in itertools.count() if 0.5**n < 1e-3)

QUESTION_FIGURES = [
    Figure("q-lot-y5", "Les 784 intensités", fr(PIXELS)),
    Figure("q-deux-images", f"= 1{THIN}568", fr(2 * PIXELS)),
    Figure("q-deux-images", r"28 \times 28 = 784", tex(PIXELS)),
    Figure("q-deux-images", r"2 \times 784 = 1\,568", tex(2 * PIXELS)),
    Figure("q-image-couleur", f"= 3{THIN}072", fr(3 * 32 * 32)),
    Figure("q-mnist-trous", "de 784 nombres", fr(PIXELS)),
    Figure("q-temperatures", r"12 \times 24 = 288", tex(RELEVES)),
    Figure("q-temperatures", "$(288)$", tex(RELEVES)),
    Figure("q-frontiere", "= 3,5", fr((4 + 3) / 2, 1)),
    Figure("q-frontiere", "7 / 2 = 3{,}5", tex((4 + 3) / 2, 1)),
    Figure("q-parametres", "= 53", fr(dense(6, 5, 3))),
    Figure("q-parametres", r"6 \times 5 + 5 = 35", tex(OF_SIX)),
    Figure("q-parametres", r"5 \times 3 + 3 = 18", tex(OF_FIVE)),
    Figure("q-parametres", "Oublier les biais donnerait 45", fr(6 * 5 + 5 * 3)),
    Figure("q-lire-architecture", "[90|quatre-vingt-dix]", fr(30 * 3)),
    Figure("q-lire-architecture", r"30 \times 3 = 90", tex(30 * 3)),
    Figure("q-composee", "= 4 ±", fr(INTERCEPT)),
    Figure("q-composee", "= 12 x + 4", tex(SLOPE)),
    Figure("q-composee", "= 12 x + 4", tex(INTERCEPT)),
    Figure("q-composee", "une pente de 12", fr(SLOPE)),
    Figure("q-pente-sigmoide", "= 0,16 ±", fr(0.8 * (1 - 0.8), 2)),
    Figure("q-pente-sigmoide", r"0{,}8 \times 0{,}2 = 0{,}16", tex(0.8 * (1 - 0.8), 2)),
    Figure("q-pente-sigmoide", r"0{,}8 \times 0{,}2 = 0{,}16", tex(1 - 0.8, 1)),
    Figure("q-sigmoide-moins-deux", "= 0,119 ±", fr(sigmoid(-2), 3)),
    Figure("q-sigmoide-moins-deux", r"\sigma(2) \approx 0{,}881", tex(sigmoid(2), 3)),
    Figure("q-sigmoide-moins-deux", "1 - 0{,}881 = 0{,}119", tex(sigmoid(-2), 3)),
    Figure("q-pentes-comparees", "1 à 0,25", fr(sigmoid_slope(0), 2)),
    Figure("q-pentes-comparees", "que de 0,0707", fr(tanh_slope(2), 4)),
    Figure("q-pentes-comparees", "contre 0,105", fr(sigmoid_slope(2), 3)),
    Figure("q-cinq-reponses", "| Identité | $-2$ |", tex(-2)),
    Figure("q-cinq-reponses", "| ReLU | $0$ |", tex(max(0, -2))),
    Figure("q-cinq-reponses", "0,01 | $-0{,}02$ |", tex(max(-2, 0.01 * -2), 2)),
    Figure("q-cinq-reponses", "| Sigmoïde | $0{,}12$ |", tex(sigmoid(-2), 2)),
    Figure("q-cinq-reponses", "| tanh | $-0{,}96$ |", tex(math.tanh(-2), 2)),
    Figure("q-cinq-reponses", r"$0{,}88$ est $\sigma(2)$", tex(sigmoid(2), 2)),
    Figure("q-prelu-parametres", "= 20", fr(dense(4, 3) + 1 + dense(3, 1))),
    Figure("q-prelu-parametres", r"4 \times 3 + 3 = 15", tex(dense(4, 3))),
    Figure("q-prelu-parametres", "on lirait 19", fr(dense(4, 3, 1))),
    Figure("q-softmax-deux", "= 0,731 ±", fr(softmax(1, 0)[0], 3)),
    Figure("q-softmax-deux", r"\frac{2{,}718}{3{,}718} \approx 0{,}731", tex(sigmoid(1), 3)),
    Figure("q-softmax-deux", r"\frac{2{,}718}{3{,}718}", tex(math.exp(1), 3)),
    Figure("q-softmax-deux", r"\frac{2{,}718}{3{,}718}", tex(math.exp(1) + math.exp(0), 3)),
    Figure("q-plus-de-trois-dixiemes", "= 3 ±", fr(max(n for n in range(11) if n * 0.3 < 1))),
    Figure("q-plus-de-trois-dixiemes", "plus de 0,9", fr(3 * 0.3, 1)),
    Figure("q-plus-de-trois-dixiemes", "au-delà de 1,2", fr(4 * 0.3, 1)),
    Figure("q-date", "31 + 12 = 43", tex(31 + 12)),
    Figure("q-trois-epoques", "= 3 ± 0", fr(1_173 / STEPS_AN_EPOCH)),
    Figure("q-trois-epoques", r"$1\,173 / 391 = 3$", tex(3 * STEPS_AN_EPOCH)),
    Figure("q-trois-epoques", r"$1\,173 / 391 = 3$", tex(STEPS_AN_EPOCH)),
    Figure("q-trois-epoques", "soit 391 pas", fr(STEPS_AN_EPOCH)),
    Figure("q-trois-epoques", "donc 391 lots", fr(STEPS_AN_EPOCH)),
    Figure("q-trois-epoques", r"50\,000 / 128 = 390{,}625", tex(50_000 / 128, 3)),
    Figure("q-pas-en-tout", "= 32 ±", fr(8 * 256 / 64)),
    Figure("q-pas-en-tout", r"8 \times 4 = 32", tex(8 * 256 / 64)),
    Figure("q-pas-en-tout", "il y en aurait 256", fr(8 * 256 / 8)),
    Figure("q-un-seul-lot", "de 256, et un gradient", fr(8 * 256 / 8)),
    Figure("q-parabole", "= 0,000133 ±", fr(steps_on_parabola(0.1, 20) ** 2, 6)),
    Figure("q-parabole", r"0{,}64^{20} \approx 0{,}000133", tex((SHRINK**2) ** 20, 6)),
    Figure("q-parabole", r"0{,}8^2 = 0{,}64", tex(SHRINK**2, 2)),
    Figure("q-parabole", r"= 0{,}8\, x", tex(SHRINK, 1)),
    Figure("q-parabole", r"0{,}8^{20} \approx 0{,}0115", tex(SHRINK**20, 4)),
    Figure("q-bond-puis-palier", "part d’une perte de 2,3", fr(math.log(10), 1)),
    Figure("q-bond-puis-palier", r"\ln 10 \approx 2{,}3", tex(math.log(10), 1)),
    Figure("q-reprendre-les-poids", "ici 0,44", fr(min(0.61, 0.48, 0.44, 0.47, 0.55), 2)),
    Figure("q-moins-d-un-millieme", "= 10 ±", fr(FIRST_UNDER_A_THOUSANDTH)),
    Figure("q-moins-d-un-millieme", "1 / 512", tex(2**9)),
    Figure("q-moins-d-un-millieme", r"1 / 1\,024", tex(2**10)),
    Figure("q-dix-tanh", "entre 1 et 0,25", fr(sigmoid_slope(0), 2)),
    Figure("q-relu-xavier", r"\sqrt{2}^{\,9} \approx 23", tex(math.sqrt(2) ** 9)),
    Figure("q-alertes", "= 70 ±", fr(100 * (50 - 15) / 50)),
    Figure("q-alertes", "50 - 15 = 35", tex(50 - 15)),
    Figure("q-alertes", "35 / 50 = 70", tex(100 * (50 - 15) / 50)),
    Figure("q-alertes", "est de 99,6", fr(100 - 100 * (50 - 15 + 20 - 15) / 10_000, 1)),
    Figure("q-alertes", "modèle muet, 99,8", fr(100 - 100 * 20 / 10_000, 1)),
]

FIGURES = [
    Figure("donnees", "$(784)$", tex(PIXELS)),
    Figure("tenseur-dimensions", "vecteur de 784 nombres", fr(PIXELS)),
    Figure("tenseur-lot", r"64 \times 784 = 50\,176", tex(64 * 1 * 28 * 28)),
    Figure("mnist-784", "[784](#1", fr(PIXELS)),
    Figure("classifieur-lineaire", "784 entrées et 10 sorties", fr(PIXELS)),
    Figure("score-calcul", r"2 \times 0{,}5 + (-1) \times 1 + 0{,}25 = 0{,}25 > 0", tex(SCORE, 2)),
    Figure("parametres-couche", r"784 \times 10 + 10 = 7\,850", tex(dense(PIXELS, 10))),
    Figure("parametres-mlp", r"784 \times 128 + 128 = 100\,480", tex(dense(PIXELS, 128))),
    Figure("parametres-mlp", r"128 \times 10 + 10 = 1\,290", tex(dense(128, 10))),
    Figure("parametres-mlp", f"**101{THIN}770**", fr(dense(PIXELS, 128, 10))),
    Figure("sigmoide-formule", r"$\sigma(0) =$ [$0{,}5$]", tex(sigmoid(0), 1)),
    Figure("sigmoide-usage", "donc $0{,}1$", tex(1 - 0.9, 1)),
    Figure("sigmoide-derivee", "[$0{,}25$](#2", tex(sigmoid_slope(0), 2)),
    Figure(
        "sigmoide-derivee", r"0{,}5 \times 0{,}5 = 0{,}25", tex(sigmoid(0) * (1 - sigmoid(0)), 2)
    ),
    Figure("saturation", r"\sigma'(10) \approx 0{,}000045", tex(sigmoid_slope(10), 6)),
    Figure("tanh-centree", "de 0,5", fr(sigmoid(0), 1)),
    Figure("tanh-derivee", r"\tanh' 2 \approx 0{,}0707", tex(tanh_slope(2), 4)),
    Figure("tanh-derivee", "de maximum [1](#2", fr(tanh_slope(0))),
    Figure("sigmoide-cachee", "au mieux de 0,25", fr(sigmoid_slope(0), 2)),
    Figure("leaky-formule", "[$-0{,}03$]", tex(max(-3, 0.01 * -3), 2)),
    *(Figure("softmax-exemple", r"(7{,}4\,; 2{,}7\,; 1{,}1)", tex(e, 1)) for e in EXPONENTIALS),
    Figure("softmax-exemple", "leur total, $11{,}2$", tex(math.fsum(EXPONENTIALS), 1)),
    *(Figure("softmax-exemple", r"(0{,}66\,; 0{,}24\,; 0{,}10)", tex(p, 2)) for p in PROBABILITIES),
    Figure("epoque-pas", "[938](#1", fr(math.ceil(60_000 / 64))),
    Figure("epoque-pas", r"60\,000 / 64 = 937{,}5", tex(60_000 / 64, 1)),
    Figure("epoque-pas", "que 32 images", fr(60_000 % 64)),
    Figure("nombre-epoques", r"20 \times 1\,000 / 50 = 400", tex(20 * 1_000 / 50)),
    Figure("taux-pas", r"2 - 0{,}1 \times 3 = 1{,}7", tex(2 - 0.1 * 3, 1)),
    Figure("lot-epoques-egales", f"1{THIN}000 pas par époque", fr(60_000 / 60)),
    Figure("lot-epoques-egales", f"6{THIN}000 seulement 10", fr(60_000 / 6_000)),
    Figure("taux-divergence", "**1,2**", fr(abs(steps_on_parabola(1.1, 1)), 1)),
    Figure("taux-divergence", r"{-1{,}2}\,x", tex(steps_on_parabola(1.1, 1), 1)),
    Figure("taux-divergence", "après 20 pas on est 38 fois", fr(abs(steps_on_parabola(1.1, 20)))),
    Figure(
        "evanouissement-calcul",
        r"0{,}25^{10} \approx 9{,}5 \times 10^{-7}",
        tex_power(sigmoid_slope(0) ** 10, 1),
    ),
    Figure("relu-evanouissement", "$1^{10} = 1$", tex(1**10)),
    Figure("fraude", "**99,9", fr(100 * 999 / 1_000, 1)),
    Figure("visages", "**10**", fr(1_000_000 / 100_000)),
    *(
        Figure("sigmoide-tanh", row, value)
        for row, values in (
            ("| 0 | 0,5 | 0,25 | 0 | 1 |", (fr(sigmoid(0), 1), fr(sigmoid_slope(0), 2))),
            ("| 0 | 0,5 | 0,25 | 0 | 1 |", (fr(math.tanh(0)), fr(tanh_slope(0)))),
            ("| 2 | 0,881 | 0,105 |", (fr(sigmoid(2), 3), fr(sigmoid_slope(2), 3))),
            ("| 0,964 | 0,0707 |", (fr(math.tanh(2), 3), fr(tanh_slope(2), 4))),
            ("| 5 | 0,993 | 0,00665 |", (fr(sigmoid(5), 3), fr(sigmoid_slope(5), 5))),
            ("| 0,9999 | 0,00018 |", (fr(math.tanh(5), 4), fr(tanh_slope(5), 5))),
        )
        for value in values
    ),
    *QUESTION_FIGURES,
]

# Numbers that a question gives, that name a thing, or that a source vouches for.
GIVEN: dict[str, set[str]] = {
    "renouveau-relu": {"2012"},  # Krizhevsky et al. 2012, ILSVRC-2012
    "donnees": {"28", "64"},
    "tenseur-lot": {"28", "64", "784"},
    "mnist": {f"60{THIN}000", f"10{THIN}000", "28"},  # LeCun, Cortes, Burges: the MNIST database
    "mnist-784": {"28"},
    "classifieur-lineaire": {"10"},
    "score-calcul": {"0{,}5", "0{,}25"},
    "parametres-couche": {"784", "10"},
    "parametres-mlp": {"784", "128", "10"},
    "sigmoide-usage": {"0{,}9"},
    "sigmoide-derivee": {"0{,}5"},
    "saturation": {"10"},
    "leaky-formule": {"0{,}01", "0,01"},  # PyTorch, torch.nn.LeakyReLU: negative_slope=0.01
    "softmax-argmax": {"10"},
    "epoque-pas": {f"60{THIN}000", r"60\,000", "64"},
    "nombre-epoques": {"20", "50", f"1{THIN}000", r"1\,000"},
    "taux-pas": {"0{,}1"},
    "lot-epoques-egales": {f"60{THIN}000", "60", f"6{THIN}000"},
    "taux-divergence": {"1{,}1", "20"},
    "evanouissement-calcul": {"0{,}25", "10"},
    "relu-evanouissement": {"10"},
    "degradation": {"56", "20", "2016"},  # He et al., CVPR 2016, fig. 1
    "fraude": {f"1{THIN}000"},
    "visages": {f"100{THIN}000"},
    # Rosenblatt 1958; Rumelhart, Hinton and Williams 1986
    "q-retour-en-arriere": {"1958", "1986", "1995"},
    "q-lot-y5": {"28", "32"},
    "q-deux-images": {"28"},
    "q-image-couleur": {"16", "32"},
    "q-mnist-trous": {"10", "28"},
    "q-temperatures": {"12", "24"},
    "q-scores-negatifs": {"1{,}2", "0{,}3", "2{,}5", "10"},
    "q-doubler-largeur": {"784", "128", "10"},
    "q-lire-architecture": {"20", "50", "30"},
    "q-composee": {"10"},
    "q-pente-sigmoide": {"0{,}8", "0,001"},
    "q-sigmoide-moins-deux": {"0,001"},
    "q-cinq-reponses": {"0,01"},
    "q-vingt-fois-plus-vite": {"0{,}1", "120"},
    "q-softmax-deux": {"0,002"},
    "q-ajouter-cent": {"100"},
    "q-plus-de-trois-dixiemes": {"0,3", "0,32"},
    "q-date": {"31", "12"},
    "q-choisir-sortie": {"40"},
    "q-deux-chiffres": {"0,5"},
    "q-validation-flatteuse": {"91", "88"},
    "q-trois-epoques": {f"50{THIN}000", r"50\,000", "128", f"1{THIN}173", r"1\,173"},
    "q-trier-hyperparametres": {"0,01"},  # PyTorch, torch.nn.LeakyReLU: negative_slope=0.01
    "q-pas-en-tout": {"64"},
    "q-parabole": {"0{,}1", "20"},
    "q-bond-puis-palier": {"10", "40"},
    "q-meilleure-epoque": {"600", "60"},
    "q-reprendre-les-poids": {"0,61", "0,48", "0,47", "0,55"},
    "q-lot-double": {"128", "256"},
    "q-moins-d-un-millieme": {"0{,}5"},
    "q-dix-tanh": {"10", f"1{THIN}000"},
    "q-relu-xavier": {"10", f"1{THIN}000"},
    "q-trente-deux-couches": {"32"},
    "q-alertes": {f"10{THIN}000", "20", "50", "15"},
    "q-hopital-voisin": {"97"},
}

# What a program does not show.
SETUP = {
    "couple-code": "jeu = [(torch.zeros(1, 28, 28), 5)]",
    "boucle-code": """
        reseau, critere = nn.Linear(3, 2), nn.CrossEntropyLoss()
        optimiseur = torch.optim.SGD(reseau.parameters(), lr=0.1)
        avant = reseau.weight.clone()
        lots = [(torch.ones(4, 3), torch.zeros(4, dtype=torch.long))]
        """,
}


def test_every_subject_of_the_source_is_taught() -> None:
    assert sorted(SUBJECTS) == list(range(1, 53))
    assert [(n, id_) for n, ids in SUBJECTS.items() for id_ in ids if id_ not in NOTES] == []
    assert all(SUBJECTS.values())


def test_a_subject_has_three_cards_or_more() -> None:
    notes = CHAPTER.chapter.notes()
    cards = sum(len(ordinals(note.kind, note.back)) for note in notes)
    assert cards >= 3 * len(SUBJECTS)


def test_figures_said_in_words_are_right() -> None:
    assert 0.9e-6 < sigmoid_slope(0) ** 10 < 1e-6, "un millionième"
    assert "[un millionième]" in NOTES["evanouissement-calcul"].text
    assert tanh_slope(0) == 4 * sigmoid_slope(0), "quatre fois"
    assert "Quatre fois" in NOTES["tanh-derivee"].text
    assert SCORE - 0.25 == 0, "sans le biais, sur la frontière"
    assert "juste sur la frontière" in NOTES["score-calcul"].text
    assert max(PROBABILITIES) == PROBABILITIES[0], "le plus grand logit l’emporte"
    assert dense(PIXELS, 128) > 0.98 * dense(PIXELS, 128, 10), "presque tout"
    sharp = softmax(20, 10, 1)
    assert sharp[0] > 0.9999, "multiplier les logits par 10 rapproche de l'argmax"


def test_figures_that_questions_say_in_words_are_right() -> None:
    """What settles a question without being one of its numbers."""
    doubled = dense(PIXELS, 256, 10) / dense(PIXELS, 128, 10)
    assert abs(doubled - 2) < 0.001, "par 2, à peu près"
    assert dense(20, 100, 100, 3) > 2 * dense(20, 50, 50, 3), "deux couches voisines doublées"
    assert tanh_slope(1) > sigmoid_slope(1), "vrai près de 0"
    assert tanh_slope(2) < sigmoid_slope(2), "faux en 2"
    shifted = [softmax(*(z + 100 for z in LOGITS)), PROBABILITIES]
    assert all(math.isclose(a, b) for a, b in zip(*shifted, strict=True)), "ajouter 100"
    assert 0 < (1 - 3 * 0.32) / 7 < 0.3, "trois à 0,32 et le reste partagé"
    assert [steps_on_parabola(1.0, n) ** 2 for n in range(5)] == [1] * 5, "va-et-vient"
    assert 0.5**9 > 1e-3 > 0.5**10, "dix couches"
    assert 0.8 > (1 / 10) ** (1 / 9) > 0.75, "plus d’un cinquième à chaque couche"
    assert 10 < math.sqrt(2) ** 9 < 1_000, "divisé par un facteur de 10 à 1 000"


def test_two_relu_can_compute_xor() -> None:
    """« Suffisent, sur le papier »: max(0, x + y) − 2 max(0, x + y − 1)."""
    found = [max(0, x + y) - 2 * max(0, x + y - 1) for x in (0, 1) for y in (0, 1)]
    assert found == [0, 1, 1, 0]


def test_one_unit_of_the_table_is_dead() -> None:
    rows = re.findall(r"^\| ([A-D]) \| (.*) \|$", CHAPTER.questions["q-quelle-morte"].body, re.M)
    values = {unit: [int(z) for z in re.findall(r"-?\d+", row)] for unit, row in rows}
    assert {unit for unit, row in values.items() if max(row) < 0} == {"B"}
    assert all(len(row) == 5 for row in values.values())
    assert min(values, key=lambda unit: sum(values[unit])) == "A", "la plus négative"


def test_the_wrong_validation_changes_the_weights() -> None:
    _, names = run(CHAPTER.questions["q-validate-fautive"])
    torch.manual_seed(0)
    net = nn.Linear(3, 2)
    before = net.weight.detach().clone()
    batches = [(torch.ones(4, 3), torch.zeros(4, dtype=torch.long))]
    optimiser = torch.optim.SGD(net.parameters(), lr=0.1)
    loss = names["validate"](net, nn.CrossEntropyLoss(), optimiser, batches)
    assert loss > 0
    assert (net.weight != before).any()


def test_the_lists_have_the_dimensions_that_the_answers_say() -> None:
    choice = CHAPTER.questions["q-deux-dimensions"].body
    options = re.findall(r"^- \[(.)\] `(.*)`$", choice, re.M)
    dimensions = [(mark, torch.tensor(ast.literal_eval(text)).ndim) for mark, text in options]
    assert dimensions == [(" ", 1), ("x", 2), (" ", 3), (" ", 1)]


def test_a_dozen_questions_carry_an_experiment() -> None:
    assert sum("experiment" in question.meta for question in CHAPTER.questions.values()) >= 12


def test_vocabulary_is_asked_in_both_directions() -> None:
    assert sum(note.kind == "both" for note in NOTES.values()) > 20


def test_the_loop_learns_only_with_the_line_that_was_missing() -> None:
    _, names = run(NOTES["boucle-code"], setup=SETUP["boucle-code"])
    assert (names["reseau"].weight != names["avant"]).any()
