"""Chapter 1 speaks about all 52 subjects of its source, seed 004, and its figures are right."""

import itertools
import math

from decks.faces import ordinals
from tests.decks.content.chapter_files import chapter_file
from tests.decks.content.course_text import THIN
from tests.decks.content.figures import Figure, fr, tex, tex_power
from tests.decks.content.programs import run
from tools.inventory import FACTS

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

EXPERIMENTS = {
    *("batch_size_equal_epochs", "batch_size_equal_steps", "dead_relu", "depth", "learning_rate"),
    *("overfitting", "relu_sparsity", "transfer", "vanishing_gradient", "xor"),
}


def sigmoid(z: float) -> float:
    return 1 / (1 + math.exp(-z))


def sigmoid_slope(z: float) -> float:
    return math.exp(-z) / (1 + math.exp(-z)) ** 2


def tanh_slope(z: float) -> float:
    return 1 / math.cosh(z) ** 2


def softmax(*logits: float) -> list[float]:
    total = math.fsum(math.exp(z) for z in logits)
    return [math.exp(z) / total for z in logits]


def dense(*sizes: int) -> int:
    """Parameters of a stack of dense layers: one weight a connection, one bias a neuron."""
    return sum(n_in * n_out + n_out for n_in, n_out in itertools.pairwise(sizes))


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


def test_every_fact_of_the_module_is_taught_here() -> None:
    """Of what deep learning is, and what for; the source of the subjects left some of it out."""
    taught = {fact for note in NOTES.values() for fact in note.meta["facts"]}
    assert {fact for fact in FACTS if fact.startswith("INT-")} - taught == set()


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


def test_vocabulary_is_asked_in_both_directions() -> None:
    assert sum(note.kind == "both" for note in NOTES.values()) > 20


def test_the_experiments_of_the_chapter_are_shown() -> None:
    shown = [
        note.meta["experiment"]["name"] for note in NOTES.values() if "experiment" in note.meta
    ]
    assert set(shown) == EXPERIMENTS


def test_the_loop_learns_only_with_the_line_that_was_missing() -> None:
    _, names = run(NOTES["boucle-code"], setup=SETUP["boucle-code"])
    assert (names["reseau"].weight != names["avant"]).any()
