"""Chapter 1 says what is true, in French, in our own words, and says it about all 52 subjects.

Every number is computed again here from first principles; the facts come from the inventory and
the errata of the course's sources.
"""

import importlib
import itertools
import math
import re
import warnings
from collections import Counter

import pytest

from decks.faces import ordinals
from decks.read import parse_chapter
from tests.decks.content.course_text import (
    NBSP,
    ROOT,
    SHARED,
    THIN,
    Block,
    blocks,
    formulas,
    prose,
    shared_runs,
    typography_faults,
    words,
)

PATH = ROOT / "decks/content/01-introduction/chapter.md"
TEXT = PATH.read_text(encoding="utf-8")
BLOCKS = blocks(TEXT)
NOTES = {block.id: block for block in BLOCKS if block.what == "card"}
BY_ID = {block.id: block for block in BLOCKS}

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
    *("batch_size_equal_epochs", "batch_size_equal_steps", "dead_relu", "decision_boundary"),
    *("depth", "gradient_noise", "learning_rate", "overfitting", "relu_sparsity", "transfer"),
    *("vanishing_gradient", "xor"),
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


def fr(value: float, decimals: int = 0) -> str:
    """As written in a sentence: decimal comma, thin space between thousands."""
    return f"{value:,.{decimals}f}".replace(",", THIN).replace(".", ",")


def tex(value: float, decimals: int = 0) -> str:
    """As written in a formula."""
    return f"{value:,.{decimals}f}".replace(",", r"\,").replace(".", "{,}")


PIXELS = 28 * 28
ROWS = [[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]
SCORE = 2 * 0.5 + (-1) * 1 + 0.25
LOGITS = (2, 1, 0.1)
EXPONENTIALS = [math.exp(z) for z in LOGITS]
PROBABILITIES = softmax(*LOGITS)

# Where it is said, words that stand there, and the value in them, computed.
FIGURES: list[tuple[str, str, str]] = [
    ("donnees", "$(784)$", tex(PIXELS)),
    ("tenseur-dimensions", "vecteur de 784 nombres", fr(PIXELS)),
    ("tenseur-lot", r"64 \times 784 = 50\,176", tex(64 * 1 * 28 * 28)),
    ("tenseur-code", "torch.Size([2, 3])", f"[{len(ROWS)}, {len(ROWS[0])}]"),
    ("mnist-784", "[784](#1", fr(PIXELS)),
    ("classifieur-lineaire", "784 entrées et 10 sorties", fr(PIXELS)),
    ("score-calcul", r"2 \times 0{,}5 + (-1) \times 1 + 0{,}25 = 0{,}25 > 0", tex(SCORE, 2)),
    ("parametres-couche", r"784 \times 10 + 10 = 7\,850", tex(dense(PIXELS, 10))),
    ("parametres-mlp", r"784 \times 128 + 128 = 100\,480", tex(dense(PIXELS, 128))),
    ("parametres-mlp", r"128 \times 10 + 10 = 1\,290", tex(dense(128, 10))),
    ("parametres-mlp", f"**101{THIN}770**", fr(dense(PIXELS, 128, 10))),
    ("sigmoide-formule", r"$\sigma(0) =$ [$0{,}5$]", tex(sigmoid(0), 1)),
    ("sigmoide-usage", "donc $0{,}1$", tex(1 - 0.9, 1)),
    ("sigmoide-derivee", "[$0{,}25$](#2", tex(sigmoid_slope(0), 2)),
    ("sigmoide-derivee", r"0{,}5 \times 0{,}5 = 0{,}25", tex(sigmoid(0) * (1 - sigmoid(0)), 2)),
    ("saturation", r"\sigma'(10) \approx 0{,}000045", tex(sigmoid_slope(10), 6)),
    ("tanh-centree", "de 0,5", fr(sigmoid(0), 1)),
    ("tanh-derivee", r"\tanh' 2 \approx 0{,}0707", tex(tanh_slope(2), 4)),
    ("tanh-derivee", "de maximum [1](#2", fr(tanh_slope(0))),
    ("sigmoide-cachee", "au mieux de 0,25", fr(sigmoid_slope(0), 2)),
    ("leaky-formule", "[$-0{,}03$]", tex(max(-3, 0.01 * -3), 2)),
    *(("softmax-exemple", r"(7{,}4\,; 2{,}7\,; 1{,}1)", tex(e, 1)) for e in EXPONENTIALS),
    ("softmax-exemple", "leur total, $11{,}2$", tex(math.fsum(EXPONENTIALS), 1)),
    *(("softmax-exemple", r"(0{,}66\,; 0{,}24\,; 0{,}10)", tex(p, 2)) for p in PROBABILITIES),
    ("epoque-pas", "[938](#1", fr(math.ceil(60_000 / 64))),
    ("epoque-pas", r"60\,000 / 64 = 937{,}5", tex(60_000 / 64, 1)),
    ("epoque-pas", "que 32 images", fr(60_000 % 64)),
    ("nombre-epoques", r"20 \times 1\,000 / 50 = 400", tex(20 * 1_000 / 50)),
    ("taux-pas", r"2 - 0{,}1 \times 3 = 1{,}7", tex(2 - 0.1 * 3, 1)),
    ("lot-epoques-egales", f"1{THIN}000 pas par époque", fr(60_000 / 60)),
    ("lot-epoques-egales", f"6{THIN}000 seulement 10", fr(60_000 / 6_000)),
    ("taux-divergence", "**1,2**", fr(abs(steps_on_parabola(1.1, 1)), 1)),
    ("taux-divergence", r"{-1{,}2}\,x", tex(steps_on_parabola(1.1, 1), 1)),
    ("taux-divergence", "après 20 pas on est 38 fois", fr(abs(steps_on_parabola(1.1, 20)))),
    (
        "evanouissement-calcul",
        r"0{,}25^{10} \approx 9{,}5 \times 10^{-7}",
        tex(sigmoid_slope(0) ** 10 * 1e7, 1),
    ),
    ("relu-evanouissement", "$1^{10} = 1$", tex(1**10)),
    *(
        ("sigmoide-tanh", row, value)
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
    "couple-code": {"28"},
    "classifieur-lineaire": {"10"},
    "score-calcul": {"0{,}5", "0{,}25"},
    "linear-code": {"784", "10"},
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
}

NUMBER = re.compile(r"\d+(?:(?:\\,|\u202f)\d{3})*(?:(?:\{,\}|,)\d+)?")


def test_every_subject_of_the_source_is_taught() -> None:
    assert sorted(SUBJECTS) == list(range(1, 53))
    assert [(n, id_) for n, ids in SUBJECTS.items() for id_ in ids if id_ not in NOTES] == []
    assert all(SUBJECTS.values())


def test_the_reader_finds_the_same_notes() -> None:
    """`blocks` cuts the file by hand: two readings that agree are likely right."""
    chapter = parse_chapter(TEXT, PATH)
    assert [note.id for note in chapter.notes()] == list(NOTES)
    assert [section.id for section in chapter.sections] == [
        block.id for block in BLOCKS if block.what == "section"
    ]
    assert all(section.text for section in chapter.sections), "understand before memorising"
    assert chapter.text
    cards = sum(len(ordinals(note.kind, note.back)) for note in chapter.notes())
    assert cards >= 3 * len(SUBJECTS)


def test_ids_are_unique_slugs() -> None:
    ids = Counter(block.id for block in BLOCKS)
    assert [id_ for id_, times in ids.items() if times > 1] == []
    assert [id_ for id_ in ids if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", id_)] == []


@pytest.mark.parametrize(("where", "fragment", "value"), FIGURES)
def test_a_figure_is_right(where: str, fragment: str, value: str) -> None:
    assert fragment in BY_ID[where].text
    assert NUMBER.search(value)
    assert value in fragment


def test_no_figure_stands_unchecked() -> None:
    assert [
        (block.id, number) for block in BLOCKS for number in _numbers(block) - _checked(block.id)
    ] == []


def _numbers(block: Block) -> set[str]:
    """Numbers of two signs or more; smaller ones are words of a definition."""
    without_targets = re.sub(r"\]\(#\d+", "", block.text)
    return {number for number in NUMBER.findall(without_targets) if len(number) > 1}


def _checked(id_: str) -> set[str]:
    values = {
        number for where, _, value in FIGURES if where == id_ for number in NUMBER.findall(value)
    }
    return values | GIVEN.get(id_, set())


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


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.id)
def test_french_typography(block: Block) -> None:
    assert typography_faults(block.text) == []


def test_french_typography_of_the_opening() -> None:
    assert typography_faults(TEXT.partition("\n## ")[0].partition("\n---\n")[2]) == []


@pytest.mark.parametrize(
    ("fault", "right"),
    [
        ("l'époque", "l’époque"),
        ('dit "vrai"', f"dit «{NBSP}vrai{NBSP}»"),
        ("Pourquoi?", f"Pourquoi{NBSP}?"),
        ("Pourquoi ?", f"Pourquoi{NBSP}?"),
        ("« vrai »", f"«{NBSP}vrai{NBSP}»"),
        ("un , deux", "un, deux"),
        ("et ainsi...", "et ainsi…"),
        ("vaut 0.5", "vaut 0,5"),
        ("60000 images", f"60{THIN}000 images"),
        ("un  mot", "un mot"),
        ("A la sortie", "À la sortie"),
        ("des noeuds", "des nœuds"),
        ("une batch", "un lot (*batch*)"),
    ],
)
def test_the_typographer_sees(fault: str, right: str) -> None:
    assert typography_faults(fault)
    assert typography_faults(right) == []


def test_formulas_write_numbers_as_french_does() -> None:
    bad = re.compile(r"\d\.\d|\d,\d|\d{4,}(?!\})")
    small = re.compile(r"0\{,\}\d+")
    assert [f for f in formulas(TEXT) if bad.search(small.sub("", f))] == []


def test_no_eight_words_in_a_row_come_from_a_seed() -> None:
    seeds = sorted((SHARED / "seeds").glob("*.txt"))
    ours = prose(TEXT)
    assert {path.name: shared_runs(ours, path.read_text("utf-8")) for path in seeds} == {
        path.name: set() for path in seeds
    }


def test_eight_words_in_a_row_are_seen_across_lines_case_and_punctuation() -> None:
    theirs = "Une deux trois, quatre cinq\nsix sept huit neuf."
    assert shared_runs("L’un dit : « deux TROIS quatre cinq six sept, huit neuf »", theirs) == {
        "deux trois quatre cinq six sept huit neuf"
    }
    assert shared_runs("deux trois quatre cinq six sept huit", theirs) == set()


def test_facts_and_experiments_are_known() -> None:
    facts = {fact for note in NOTES.values() for fact in note.meta["facts"]}
    inventory = SHARED / "course/inventory.md"
    known = (
        re.findall(r"^\| ([A-Z]{3}-\d\d) \|", inventory.read_text("utf-8"), re.M)
        if (inventory.exists())
        else facts
    )
    assert facts <= set(known)
    assert [fact for fact in facts if not re.fullmatch(r"[A-Z]{3}-\d\d", fact)] == []
    shown = [
        note.meta["experiment"]["name"] for note in NOTES.values() if "experiment" in note.meta
    ]
    assert set(shown) == EXPERIMENTS


def test_a_question_is_never_a_bare_yes_or_no() -> None:
    asks = re.compile(
        r"\b(?:pourquoi|quel|quelle|que|combien|comment|où|quelles|laquelle)\b|qu’|jusqu’|quoi\b",
        re.I,
    )
    basic = [note for note in NOTES.values() if note.meta.get("kind", "basic") == "basic"]
    assert [note.id for note in basic if not asks.search(note.heading)] == []
    assert [note.id for note in basic if not note.heading.endswith(f"{NBSP}?")] == [
        "activation-seuil",
        "surapprentissage-risque",
        "lot-hasard",
        "profondeur-mieux",
    ], "only « Vrai ou faux, et pourquoi ? » ends with the claim to judge"


def test_a_definition_does_not_hold_the_word_that_it_defines() -> None:
    both = [note for note in NOTES.values() if note.meta.get("kind") == "both"]
    assert len(both) > 20
    for note in both:
        term = re.sub(r" \(.*", "", note.heading)
        assert words(term)[0] != ""
        assert term.casefold() not in note.body.partition("\n---\n")[0].casefold(), note.id


def test_answers_are_short() -> None:
    """Sixty words, reason or example included: past that, two ideas share a card."""
    lengths = {note.id: len(words(prose(note.body))) for note in NOTES.values()}
    assert {id_: length for id_, length in lengths.items() if length > 60} == {}


def test_deletions_are_numbered_from_one() -> None:
    for note in NOTES.values():
        numbers = {int(n) for n in re.findall(r"\]\(#(\d+)", note.body)}
        assert numbers == set(range(1, len(numbers) + 1))
        assert bool(numbers) == (note.meta.get("kind") == "cloze"), note.id


def test_every_formula_renders_at_a_sane_size() -> None:
    with warnings.catch_warnings():  # ziamath 0.13 reads its font by a deprecated function
        warnings.simplefilter("ignore", DeprecationWarning)
        ziamath = importlib.import_module("ziamath")
    for formula in sorted(set(formulas(TEXT))):
        width, height = ziamath.Latex(formula, size=24).getsize()
        assert 0 < height < 4 * 24, formula
        assert 0 < width < 25 * 24, formula
