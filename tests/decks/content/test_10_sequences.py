"""Chapter 10: its cells are run here by hand and by PyTorch, and its figures follow."""

import math
from collections.abc import Sequence

import pytest
import torch
from torch import nn

from tests.decks.content.arithmetic.activations import sigmoid, softmax
from tests.decks.content.chapter_files import chapter_file
from tests.decks.content.course_text import THIN
from tests.decks.content.figures import fr, tells, tex, tex_power
from tests.decks.content.programs import run
from tools.inventory import FACTS

CHAPTER = chapter_file("10-sequences")
NOTES, QUESTIONS = CHAPTER.notes, CHAPTER.questions
READ, UNITS = 10, 20


def example_states(sequence: Sequence[float]) -> list[float]:
    """States of the chapter's cell of one number, from a state of zero."""
    states, h = [], 0.0
    for x in sequence:
        h = math.tanh(0.5 * x + 0.8 * h + 0.1)
        states.append(h)
    return states


def example_factor(h: float) -> float:
    """The derivative of one state by the one before, in the chapter's cell."""
    return 0.8 * (1 - h**2)


def block(read: int, units: int) -> int:
    """Parameters of one affine map of the input and the state to the state, with one bias."""
    return units * (read + units) + units


def side(n: int, k: int, *, border: int = 0, stride: int = 1) -> int:
    """Places of a filter along one side, counted one by one."""
    return len(range(0, n + 2 * border - k + 1, stride))


def to_standard_normal(mean: float, deviation: float) -> float:
    """KL divergence between two normal laws, by torch."""
    law = torch.distributions.Normal(mean, deviation)
    standard = torch.distributions.Normal(0.0, 1.0)
    return float(torch.distributions.kl_divergence(law, standard))


H1, H2, H3 = example_states([1, 0, 0])
KEPT_UP = [H1, math.tanh(1.5 * H1 + 0.1)]
KEPT_UP.append(math.tanh(1.5 * KEPT_UP[1] + 0.1))
REST = example_states([0] * 500)[-1]
FORGET, LET_IN, CANDIDATE, SHOWN_PART = sigmoid(2), sigmoid(0), math.tanh(0.5), sigmoid(1)
CELL = FORGET * 1 + LET_IN * CANDIDATE
HALF_LIFE = math.log(0.5) / math.log(0.98)
WEIGHTS = softmax(math.log(3), 0)
PLAIN = block(READ, UNITS)
LSTM = nn.LSTM(5, 8)  # q-lstm-parametres

RECURRENT = [
    *tells("formes-rnn", "$(@, @)$ et", fr(UNITS), fr(READ)),
    *tells("formes-rnn", "donnent @ nombres", fr(UNITS)),
    *tells("parametres-rnn", "+ 20 = @$", tex(PLAIN)),
    *(
        figure
        for t, x, h in ((1, 1, H1), (2, 0, H2), (3, 0, H3))
        for figure in tells("lecture", f"| {t} | {x} | @ | @ |", fr(h, 3), fr(2 * h - 0.5, 3))
    ),
    *tells(
        "recurrence-poids",
        "**monte** : $@$, puis $@$ et $@$.",
        *(tex(h, 3) for h in KEPT_UP),
    ),
    *tells("exemple-h1", r"\tanh @ \approx @$", tex(0.5 + 0.1, 1), tex(H1, 3)),
    *tells("exemple-h2", r"\tanh @ \approx @$", tex(0.8 * 0.537 + 0.1, 3), tex(H2, 3)),
    *tells("exemple-h2", r"\tanh 0{,}1 \approx @$", tex(math.tanh(0.1), 3)),
    *tells("exemple-sortie", "- 0{,}5 = @$", tex(2 * 0.537 - 0.5, 3)),
    *tells("exemple-oubli", "environ $@$", tex(REST, 3)),
]

TIME = [
    *tells("temps", "| 0,9 | @ | @ |", fr(0.9**10, 3), fr(0.9**100, 7)),
    *tells("temps", "| 1,1 | @ | @ |", fr(1.1**10, 2), fr(1.1**100)),
    *tells("exemple-gradient", r"\approx @$", tex(example_factor(H2) * example_factor(H3), 3)),
    *tells("produit-09", r"\approx @$", tex_power(0.9**100, 1)),
    *tells("produit-11", r"\approx @$", tex(1.1**100)),
    *tells("facteur-equilibre", "$h = @$", tex(REST, 3)),
    *tells(
        "facteur-equilibre", r"(1 - @^2) \approx @$", tex(REST, 3), tex(example_factor(REST), 3)
    ),
    *tells(
        "facteur-equilibre",
        r"$@^{20} \approx @$",
        tex(example_factor(REST), 3),
        tex_power(example_factor(REST) ** 20, 1),
    ),
    *tells("detach-code", "h_2 = @$", tex(0.5 * 1 + 1, 1)),
    *tells("bptt-calcul", "h_2 = @$", tex(0.5 * 1 + 1, 1)),
    *tells("parallele-calcul", r"64 \times 100 = @$", tex(64 * 100)),
]

GATES = [
    *tells("bout-a-bout", "20 + 10 = @$", tex(UNITS + READ)),
    *tells("bout-a-bout", "$(20, @)$", tex(UNITS + READ)),
    *tells("exemple-cellule", r"$@ \times 1", tex(FORGET, 3)),
    *tells(
        "exemple-cellule",
        r"+ @ \times @ \approx @$",
        *(tex(LET_IN, 1), tex(CANDIDATE, 3)),
        tex(CELL, 3),
    ),
    *tells("exemple-etat", "$C_t = @$ et", tex(CELL, 3)),
    *tells("exemple-etat", r"h_t = @ \times \tanh @", tex(SHOWN_PART, 3), tex(CELL, 3)),
    *tells(
        "exemple-etat",
        r"\approx @ \times @ \approx @$",
        *(tex(SHOWN_PART, 3), tex(math.tanh(CELL), 3), tex(SHOWN_PART * math.tanh(CELL), 3)),
    ),
    *tells("lstm-code-oubli", r"\sigma(4) \approx @$", tex(sigmoid(4), 2)),
    *tells("oubli-cinq", r"$@^{100} \approx @$", tex(sigmoid(5), 4), tex(sigmoid(5) ** 100, 2)),
    *tells("oubli-cinq", "$@$", tex_power(0.9**100, 1)),
    *tells("oubli-un", r"$@^{100} \approx @$", tex(sigmoid(1), 3), tex_power(sigmoid(1) ** 100, 1)),
    *tells("demi-vie", r"\approx @$ pas", tex(HALF_LIFE)),
    *tells("bit-lstm", r"$\sigma(4) \approx @$", tex(sigmoid(4), 2)),
    *tells("bit-lstm", r"$\sigma(4)^{39} \approx @$", tex(sigmoid(4) ** 39, 2)),
    *tells("bit-lstm-ferme", r"$\sigma(0) = @$", tex(sigmoid(0), 1)),
    *tells("bilan", "| RNN | 1 | @ |", fr(PLAIN)),
    *tells("bilan", "| GRU | 3 | @ |", fr(3 * PLAIN)),
    *tells("bilan", "| LSTM | 4 | @ |", fr(4 * PLAIN)),
    *tells("lstm-parametres", "RNN de 10 entrées et 20 unités a @", fr(PLAIN)),
    *tells("lstm-parametres", r"4 \times @ = @$", tex(PLAIN), tex(4 * PLAIN)),
    *tells("torch-parametres", "avoir @ paramètres", fr(PLAIN)),
    *tells("torch-parametres", "compte-t-il @\u00a0?", fr(PLAIN + UNITS)),
    *tells("gru-calcul", r"+ @ \times (-1) = @$", tex(1 - 0.9, 1), tex(0.9 * 1 + 0.1 * -1, 1)),
    *tells("gru-parametres", "20 unités a @", fr(PLAIN)),
    *tells("gru-parametres", r"3 \times @ = @$", tex(PLAIN), tex(3 * PLAIN)),
]

OTHERS = [
    *tells("conv-28", "$28 - 5 + 1 = @$", tex(side(28, 5))),
    *tells("conv-28", "de @ cases", fr(side(28, 5) - 1)),
    *tells("conv-pas-deux", r"\rfloor + 1 = @$", tex(side(28, 3, border=1, stride=2))),
    *tells("conv-pas-deux", r"\lfloor @ \rfloor", tex((28 + 2 - 3) / 2, 1)),
    *tells("pooling-calcul", r"$@ \times 12$", tex(side(24, 2, stride=2))),
    *tells("conv-parametres", r"3 \times 3 \times 3 + 1 = @$", tex(3 * 3 * 3 + 1)),
    *tells("conv-parametres", r"16 \times 28 = @$", tex(16 * (3 * 3 * 3 + 1))),
    *tells("conv-ou-dense", r"$@ \times 784 = @$", tex(28 * 28), tex(28**4)),
    *tells("conv-code", "28 - 5 + 1 = @$", tex(side(28, 5))),
    *tells("champ-receptif", r"2 \times 9 = @$", tex(2 * 3 * 3)),
    *tells("champ-receptif", "lieu de @", fr(5 * 5)),
    *tells("gan-equilibre", r"\approx @$", tex(-math.log(0.5), 3)),
    *tells("attention-calcul", "= @$ et $@$", tex(WEIGHTS[0], 2), tex(WEIGHTS[1], 2)),
    *tells("tetes-taille", "512 / 8 = @$", tex(512 // 8)),
    *tells("chemin-court", "**@** pas", fr(100 - 1)),
    *tells("diagnostic-longueur", r"0{,}98^{500} \approx @$", tex_power(0.98**500)),
    *tells("layernorm-choix", r"32 \times 100 = @$", tex(32 * 100)),
    *tells("memoire-adam", r"7 \times 2 = @$", tex(7 * 16 / 8)),
    *tells("memoire-adam", r"4 \times 14 = @$", tex((1 + 1 + 2) * 7 * 16 / 8)),
]

SMALL_RNN = block(3, 5) + 2 * 5 + 2  # q-partage
FIRST = math.tanh(1)
SECOND = math.tanh(-1 + 0.5 * FIRST)
LEFT = math.log(0.001) / math.log(0.8)
WRITTEN = sigmoid(1) * math.tanh(1)
QUIZ_CELL = sigmoid(0) * -2 + WRITTEN
CONVOLVED = side(32, 5, border=2, stride=2)

QUIZ = [
    *tells("q-partage", "= @ ± 0", fr(SMALL_RNN)),
    *tells("q-partage", "+ 5 = @$", tex(block(3, 5))),
    *tells("q-partage", "+ 2 = @$", tex(2 * 5 + 2)),
    *tells("q-partage", "$@$", tex(50 * SMALL_RNN)),
    *tells("q-poids-retrouve", "= @ ±", fr(math.cbrt(0.125), 1)),
    *tells("q-poids-retrouve", "$w = @$", tex(math.cbrt(0.125), 1)),
    *tells("q-deux-pas", "= −@ ±", fr(-SECOND, 3)),
    *tells("q-deux-pas", r"h_1 = \tanh 1 \approx @$", tex(FIRST, 3)),
    *tells("q-deux-pas", r"\times @) \approx", tex(FIRST, 3)),
    *tells("q-deux-pas", r"\tanh(-@) \approx -@$", tex(1 - 0.5 * FIRST, 3), tex(-SECOND, 3)),
    *tells(
        "q-axes",
        "= @ ± 0",
        fr(nn.RNN(3, 5, device="meta")(torch.zeros(8, 6, 3, device="meta"))[1].shape[1]),
    ),
    *tells("q-millieme", "= @ ± 0", fr(math.ceil(LEFT))),
    *tells("q-millieme", r"\approx @$. De", tex(LEFT, 2)),
    *tells("q-millieme", r"$0{,}8^{10} \approx @$", tex(0.8**10, 1)),
    *tells("q-cellule", "= −@ ±", fr(-QUIZ_CELL, 3)),
    *tells("q-cellule", r"$@ \times (-2)", tex(sigmoid(0), 1)),
    *tells("q-cellule", r"+ @ \times @ \approx", tex(sigmoid(1), 3), tex(math.tanh(1), 3)),
    *tells("q-cellule", "+ @ = -@$", tex(WRITTEN, 3), tex(-QUIZ_CELL, 3)),
    *tells("q-chemin-direct", "- [x] $@$", tex(0.9**3, 3)),
    *tells("q-chemin-direct", "- [ ] $@$\n  > C’est $(0{,}9 \\times", tex((0.9 * 0.5) ** 3, 3)),
    *tells("q-chemin-direct", "- [ ] $@$\n  > Le long", tex(3 * 0.9, 1)),
    *tells("q-chemin-direct", "- [ ] $@$\n  > C’est $(0{,}9 +", tex((0.9 + 0.5) ** 3, 3)),
    *tells("q-biais-oubli", r"$\sigma(0) = @$", tex(sigmoid(0), 1)),
    *tells("q-lstm-parametres", "= @ ± 0", fr(4 * block(5, 8))),
    *tells("q-lstm-parametres", "+ 8 = @$", tex(block(5, 8))),
    *tells("q-lstm-parametres", r"4 \times @ = @$", tex(block(5, 8)), tex(4 * block(5, 8))),
    *tells("q-lstm-parametres", "annoncerait $@$", tex(sum(p.numel() for p in LSTM.parameters()))),
    *tells("q-gru", "= −@ ±", fr(-(0.25 * 0.6 + 0.75 * -0.4), 2)),
    *tells("q-gru", r"+ @ \times (-0{,}4)", tex(1 - 0.25, 2)),
    *tells("q-gru", "= @ - @ = -@$", tex(0.25 * 0.6, 2), tex(0.75 * 0.4, 1), tex(0.15, 2)),
    *tells("q-gru", "trouverait $@$", tex(0.75 * 0.6 + 0.25 * -0.4, 2)),
    *tells("q-conv", "= @ ± 0", fr(side(CONVOLVED, 2, stride=2))),
    *tells("q-conv", r"\lfloor @ \rfloor + 1 = @$", tex((32 + 4 - 5) / 2, 1), tex(CONVOLVED)),
    *tells("q-elbo", "= @ ± 0", fr(-(-80 - 6))),
    *tells("q-elbo", "-80 - 6 = -@$", tex(80 + 6)),
    *tells("q-elbo", "Trouver $@$", tex(80 - 6)),
    *tells("q-plongement", "= @ ± 0", fr(len({4, 9, 7}))),
    *tells("q-plongement", "Les @ autres", fr(1000 - len({4, 9, 7}))),
    *tells("q-attention", "= @ ±", fr(softmax(4 / math.sqrt(4), 0)[0], 2)),
    *tells("q-attention", r"{e^2 + 1} \approx @$", tex(softmax(4 / math.sqrt(4), 0)[0], 2)),
    *tells("q-attention", "aurait $@$", tex(softmax(4, 0)[0], 2)),
    *tells("q-scores", "calcule @ scores", fr(100**2)),
    *tells("q-scores", "- [x] @\n", fr(8 * 300**2)),
    *tells("q-scores", "- [ ] @\n  > Le nombre", fr(3 * 100**2)),
    *tells("q-scores", "- [ ] @\n  > C’est le compte", fr(300**2)),
    *tells("q-scores", "- [ ] @\n  > Les têtes", fr(8 * 3 * 100**2)),
    *tells("q-scores", "$300^2 = @$", tex(300**2)),
    *tells("q-scores", r"$8 \times @$", tex(300**2)),
]

FIGURES = [*QUIZ, *RECURRENT, *TIME, *GATES, *OTHERS]

# Numbers that a question gives, that name a thing, or that a source vouches for.
GIVEN: dict[str, set[str]] = {
    "q-partage": {"50"},
    "q-poids-retrouve": {"0,001", "0{,}125"},
    "q-deux-pas": {"0,003", "0{,}5"},
    "q-millieme": {"0,8", "0{,}8", "0{,}001", "10"},
    "q-limites": {"500"},
    "q-facteurs": {"0,7", "0{,}7", "1,3", "1{,}3", "100"},
    "q-parallele": {"50", "256"},
    "q-bit-court": {"24"},
    "q-poids-sages": {"0,9", "0{,}3"},
    "q-cinq-pas": {"0{,}3"},
    "q-cellule": {"0,003"},
    "q-chemin-direct": {"0{,}5", "0{,}9"},
    "q-biais-oubli": {"24", "39"},
    "q-gru": {"0,005", "0{,}25", "0{,}4", "0{,}6"},
    "q-conv": {"32"},
    "q-elbo": {"80"},
    "q-attention": {"0,01"},
    "q-scores": {"100", "300"},
    "poids-partages": {"100"},
    "formes-rnn": {"10", "20"},
    "parametres-rnn": {"10", "20"},
    "profond-temps": {"100"},
    "lecture": {"0{,}5", "0{,}8", "0{,}1"},
    "recurrence-poids": {"0{,}5", "0{,}8", "0{,}1", "1{,}5"},
    "gru-portes-liees": {"24", "40"},
    "exemple-h1": {"0{,}5", "0{,}8", "0{,}1"},
    "exemple-h2": {"0{,}5", "0{,}8", "0{,}1", "0{,}537"},
    "exemple-sortie": {"0{,}5", "0{,}537"},
    "exemple-code": {"0,8", "0,1"},
    "exemple-oubli": {"0{,}5", "0{,}8", "0{,}1"},
    "torch-rnn": {"20"},
    "torch-sortie": {"20"},
    "torch-axes": {"10", "20"},
    "temps": {"10", "100", "0,9", "1,1"},
    "bptt-calcul": {"0{,}5"},
    "exemple-gradient": {"0{,}5", "0{,}8", "0{,}1", "0{,}485", "0{,}453"},
    "produit-09": {"0,9", "0{,}9", "100"},
    "produit-11": {"1,1", "1{,}1", "100"},
    "facteur-equilibre": {"0{,}8", "20"},
    "bit-rnn": {"39", "24"},
    "bit-court": {"24"},
    "explosion-rnn": {"0{,}3", "0{,}1"},
    "poids-sages": {"0,9", "0{,}3"},
    "parallele-calcul": {"64", "100"},
    # Hochreiter and Schmidhuber 1997; Cho et al. 2014; Vaswani et al. 2017
    # Gers, Schmidhuber and Cummins 2000 for the forget gate
    "chronologie": {"1997", "2014", "2017", "2000"},
    "bout-a-bout": {"10", "20"},
    "exemple-cellule": {"0{,}5"},
    "cellule-non-bornee": {"10"},
    "lstm-code-poids": {"20", "80"},
    "lstm-code-oubli": {"20"},
    "oubli-cinq": {"0,9", "100"},
    "oubli-un": {"0,9", "100"},
    "demi-vie": {"0{,}98", "0{,}5", "0{,}7"},
    "bit-lstm": {"39", "24"},
    "bit-lstm-ferme": {"40", "24"},
    "bilan": {"10", "20"},
    "lstm-parametres": {"10", "20"},
    "torch-parametres": {"10", "20"},
    "gru-calcul": {"0{,}9"},
    "gru-parametres": {"10", "20"},
    "conv-28": {"28"},
    "conv-pas-deux": {"28"},
    "pooling-calcul": {"24", "12"},
    "conv-parametres": {"16", "28"},
    "conv-ou-dense": {"28", "784"},
    "conv-code": {"28"},
    "plongement-table": {f"10{THIN}000", r"10\,000", "100"},
    "gan-equilibre": {"0,5", "0{,}5"},
    "attention-echelle": {"64"},
    "attention-calcul": {"10", "0{,}75", "0{,}25"},
    "tetes-taille": {"512"},
    "attention-carre": {f"1{THIN}000"},
    "diagnostic-longueur": {"50", "500", "0{,}98"},
    "layernorm-choix": {"32", "100", "512"},
    "memoire-adam": {"16", "24", "14"},
}


def test_what_quiz_questions_say_in_words_is_right() -> None:
    assert 0.8**31 < 0.001 < 0.8**30, "q-millieme"
    assert 0.7**100 < 1e-9, "q-facteurs: presque nul"
    assert 1.3**100 > 1e11, "q-facteurs: cent milliards"
    assert 0.7 < sigmoid(1) < 0.75, "q-cellule: presque les trois quarts"
    assert side(CONVOLVED, 2, stride=2) == CONVOLVED // 2, "q-conv"
    assert (2 * 2 + 0, 2 * 0 + 0) == (4, 0), "q-attention: the two products"


def test_shapes_of_a_small_rnn_are_those_of_torch() -> None:
    """« q-formes » and « q-partage », whose cell has one bias where torch has two."""
    cell, reading = nn.RNN(3, 5), nn.Linear(5, 2)
    from_input, from_state, *_ = (tuple(p.shape) for p in cell.parameters())
    assert (from_input, from_state) == ((5, 3), (5, 5))
    assert tuple(reading.weight.shape) == (2, 5)
    both = sum(p.numel() for module in (cell, reading) for p in module.parameters())
    assert both - 5 == SMALL_RNN


def test_the_quiz_cell_is_that_of_torch() -> None:
    """« q-deux-pas »."""
    cell = nn.RNN(1, 1, bias=False).double()
    with torch.no_grad():
        for parameter, value in zip(cell.parameters(), (1.0, 0.5), strict=True):
            parameter.fill_(value)
    states, _ = cell(torch.tensor([[[1.0]], [[-1.0]]], dtype=torch.float64))
    assert states.flatten().tolist() == pytest.approx([FIRST, SECOND])


def test_an_rnn_deaf_to_its_inputs_ends_in_one_state() -> None:
    """« q-sourd »."""
    torch.manual_seed(0)
    cell = nn.RNN(3, 5)
    nn.init.zeros_(next(cell.parameters()))  # of the inputs
    _, last = cell(torch.randn(7, 2, 3))
    assert torch.equal(last[0, 0], last[0, 1])


def test_the_quiz_attention_is_that_of_torch() -> None:
    q = torch.tensor([[[2.0, 0, 0, 0]]])
    k = torch.tensor([[[2.0, 1, 0, 0], [0, 1, 0, 3]]])
    v = torch.tensor([[[1.0], [0.0]]])
    found = nn.functional.scaled_dot_product_attention(q, k, v).item()
    assert found == pytest.approx(softmax(2, 0)[0])


def test_cards_for_interviews_are_many_and_say_so() -> None:
    topics = {fact for fact in FACTS if fact.startswith("ENT-")}
    asked = {id_ for id_, note in NOTES.items() if "entretien" in note.meta["tags"]}
    taught = {fact for id_ in asked for fact in NOTES[id_].meta["facts"]}
    assert topics <= taught
    assert len(asked) >= 60


def test_the_example_cell_is_that_of_torch() -> None:
    cell = nn.RNN(1, 1).double()
    with torch.no_grad():
        for parameter, value in zip(cell.parameters(), (0.5, 0.8, 0.1, 0.0), strict=True):
            parameter.fill_(value)
    x = torch.tensor([[[1.0]], [[0.0]], [[0.0]]], dtype=torch.float64)
    states, _ = cell(x)
    assert states.flatten().tolist() == pytest.approx([H1, H2, H3])
    first = torch.tensor([[[H1]]], dtype=torch.float64, requires_grad=True)
    last, _ = cell(x[1:], first)
    (slope,) = torch.autograd.grad(last[-1].sum(), first)
    assert slope.item() == pytest.approx(example_factor(H2) * example_factor(H3))
    assert slope.item() < 0.5, "plus de la moitié de l’influence a disparu"


def test_a_long_run_of_zeros_forgets_the_first_number() -> None:
    ends = {round(example_states([first] + [0] * 500)[-1], 12) for first in (-50, -1, 0, 1, 50)}
    assert ends == {round(REST, 12)}


def test_the_formulas_of_the_lstm_are_those_of_torch() -> None:
    """And the four blocks of its weights are input, forget, candidate, output."""
    torch.manual_seed(0)
    cell = nn.LSTMCell(READ, UNITS)
    x, h, c = torch.randn(3, READ), torch.randn(3, UNITS), torch.randn(3, UNITS)
    z = x @ cell.weight_ih.T + cell.bias_ih + h @ cell.weight_hh.T + cell.bias_hh
    i, f, candidate, o = z.chunk(4, dim=1)
    new_c = torch.sigmoid(f) * c + torch.sigmoid(i) * torch.tanh(candidate)
    new_h = torch.sigmoid(o) * torch.tanh(new_c)
    for ours, theirs in zip((new_h, new_c), cell(x, (h, c)), strict=True):
        torch.testing.assert_close(ours, theirs)


def test_the_formula_of_the_gru_is_that_of_torch() -> None:
    torch.manual_seed(0)
    cell = nn.GRUCell(READ, UNITS)
    x, h = torch.randn(3, READ), torch.randn(3, UNITS)
    r, u, n = (x @ cell.weight_ih.T + cell.bias_ih).chunk(3, dim=1)
    from_r, from_u, from_n = (h @ cell.weight_hh.T + cell.bias_hh).chunk(3, dim=1)
    candidate = torch.tanh(n + torch.sigmoid(r + from_r) * from_n)
    update = torch.sigmoid(u + from_u)
    torch.testing.assert_close(update * h + (1 - update) * candidate, cell(x, h))


def test_a_forget_bias_of_four_opens_the_forget_gate_alone() -> None:
    _, names = run(NOTES["lstm-code-oubli"])
    bias = names["lstm"].bias_ih_l0 + names["lstm"].bias_hh_l0
    assert bias[20:40].tolist() == [4.0] * 20
    assert bias.max() == 4
    assert (bias != 4).sum() == 60


def test_axes_of_a_batch_are_read_as_the_card_says() -> None:
    states, last = nn.RNN(10, 20)(torch.zeros(4, 7, 10))
    assert states.shape == (4, 7, 20)
    assert last.shape == (1, 7, 20), "sept suites"


def test_without_its_cut_the_gradient_goes_further() -> None:
    w = torch.tensor(0.5, requires_grad=True)
    h = torch.tensor(0.0)
    for _ in range(3):
        h = w * h + 1
    h.backward()
    assert w.grad == 2
    assert "$2w + 1 = 2$" in NOTES["detach-code"].text
    assert "$2w + 1 = 2$" in NOTES["bptt-calcul"].text


@pytest.mark.parametrize(
    ("n", "k", "border", "stride"), [(28, 5, 0, 1), (28, 3, 1, 2), (28, 3, 1, 1), (17, 7, 3, 1)]
)
def test_sides_of_convolutions_are_those_of_torch(n: int, k: int, border: int, stride: int) -> None:
    conv = nn.Conv2d(1, 1, k, stride=stride, padding=border)
    assert conv(torch.zeros(1, 1, n, n)).shape[2] == side(n, k, border=border, stride=stride)
    assert (n + 2 * border - k) // stride + 1 == side(n, k, border=border, stride=stride)


def test_parameters_are_those_of_torch() -> None:
    def count(module: nn.Module) -> int:
        return sum(p.numel() for p in module.parameters())

    for cell, blocks in ((nn.RNN, 1), (nn.GRU, 3), (nn.LSTM, 4)):
        one_bias = count(cell(READ, UNITS)) - blocks * UNITS
        assert one_bias == blocks * PLAIN
    assert count(nn.Conv2d(3, 16, 3)) == 16 * (3 * 3 * 3 + 1)
    assert count(nn.Embedding(10_000, 100)) == 10_000 * 100 == 1_000_000, "un million"


def test_a_convolution_of_torch_does_not_turn_its_filter() -> None:
    image, kernel = torch.randn(1, 1, 5, 5), torch.randn(1, 1, 3, 3)
    here = (image[0, 0, :3, :3] * kernel[0, 0]).sum()
    torch.testing.assert_close(nn.functional.conv2d(image, kernel)[0, 0, 0, 0], here)


def test_figures_said_in_words_are_right() -> None:
    assert 1 / 40_000 < 0.9**100 < 1 / 30_000, "moins d’un trente-millième"
    assert sigmoid(5) ** 100 == pytest.approx(0.5, abs=0.02), "la moitié"
    assert sigmoid(1) ** 100 < 0.9**100, "plus vite"
    assert pytest.approx(0.7 / (1 - 0.98), rel=0.05) == HALF_LIFE
    assert 0.85 < FORGET < 0.9, "aux neuf dixièmes, ou presque"
    assert LET_IN == 0.5, "la moitié du candidat"
    assert to_standard_normal(2, 1) == 2
    assert to_standard_normal(0, 1) == 0
    assert "1 - 0) = 2$" in NOTES["vae-kl-calcul"].text
    assert math.fsum(w * v for w, v in zip(WEIGHTS, (10, 2), strict=True)) == pytest.approx(8)
    assert r"0{,}25 \times 2 = 8$" in NOTES["attention-calcul"].text
    assert 1_000**2 == 1_000_000, "un million de scores"
    assert (4 * PLAIN - 3 * PLAIN) / (4 * PLAIN) == 0.25, "un quart de moins"
    assert (24 * 24) / (12 * 12) == 4, "quatre fois moins"


def test_dot_products_of_64_coordinates_spread_by_8() -> None:
    generator = torch.Generator().manual_seed(0)
    q, k = torch.randn(2, 20_000, 64, generator=generator)
    assert (q * k).sum(dim=1).std().item() == pytest.approx(8, rel=0.02)
