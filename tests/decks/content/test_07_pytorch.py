"""Chapter 7: what it says of PyTorch and the training loop is what they do.

What its programs print is checked by `test_programs`; here, what its answers say about PyTorch.
"""

import copy
import math

import pytest
import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

from tests.decks.content.arithmetic.layers import dense
from tests.decks.content.chapter_files import chapter_file
from tests.decks.content.course_text import OPENING
from tests.decks.content.figures import Figure, fr, tex
from tests.decks.content.programs import run
from tests.decks.content.runs import came_true, names_carried, ran
from tests.sim.measured import median

CHAPTER = chapter_file("07-pytorch")
NOTES = CHAPTER.notes

EXPERIMENTS = {"augmentation", "dropout", "early_stopping", "learning_rate", "overfitting"}


PAIRS = [(a - b) ** 2 for a in (1, 2, 3) for b in (1, 2, 3)]

FIGURES = [
    Figure("linear-biais", r"8 \times 5 + 5 = 45", tex(dense(8, 5))),
    Figure("linear-biais", "et non 40", fr(8 * 5)),
    Figure("linear-a-la-main", "0{,}5 = 2{,}5$", tex(2 * 3 - 1 * 4 + 0.5, 1)),
    Figure("accumulation-lots", "lot de 64", fr(4 * 16)),
    Figure("backward-ne-bouge-rien", r"2 - 0{,}1 \times 4 = 1{,}6", tex(2 - 0.1 * (2 * 2), 1)),
    Figure("parametres-51", r"8 \times 5 + 5 = 45", tex(dense(8, 5))),
    Figure("parametres-51", r"5 \times 1 + 1 = 6", tex(dense(5, 1))),
    Figure("parametres-51", "**51**", fr(dense(8, 5, 1))),
    Figure("step-code", r"1 - 0{,}5 \times 3 = -0{,}5", tex(1 - 0.5 * 3, 1)),
    Figure("logits-attendus", "0,02", fr(-math.log(0.98), 2)),
    Figure("perte-epoque", "/ 80 = 0{,}6", tex((60 * 0.5 + 20 * 0.9) / (60 + 20), 1)),
    Figure("perte-epoque", "/ 80", tex(60 + 20)),
    Figure("perte-epoque", "$0{,}7$", tex((0.5 + 0.9) / 2, 1)),
    Figure("mse-diffusee", r"12 / 9", tex(sum(PAIRS))),
    Figure("mse-diffusee", r"12 / 9 \approx 1{,}33", tex(sum(PAIRS) / len(PAIRS), 2)),
    Figure("aplatir", r"1 \times 28 \times 28 = 784", tex(28 * 28)),
    Figure("dataloader-code", "que 40 exemples", fr(1000 - 15 * 64)),
    Figure("dataloader-code", r"1\,000 - 15 \times 64", tex(1000 // 64)),
    Figure("dropout-modes", "$1 / (1 - 0{,}5) = 2$", tex(1 / (1 - 0.5))),
]

QUESTIONS = [
    Figure("q-linear-vrai", "a 28 paramètres", fr(dense(3, 7))),
    Figure("q-linear-vrai", "= 21$", tex(3 * 7)),
    Figure("q-size-parametres", "= 7 ±", fr(dense(6, 1))),
    Figure("q-trois-backward", "= 36 ±", fr(3 * (3 * 2**2))),
    Figure("q-trois-backward", "2^2 = 12$", tex(3 * 2**2)),
    Figure("q-trois-backward", r"$3 \times 12$", tex(3 * 2**2)),
    Figure("q-parametres-283", "= 283 ±", fr(dense(10, 20, 3))),
    Figure("q-parametres-283", "= 220$", tex(dense(10, 20))),
    Figure("q-parametres-283", "= 63$", tex(dense(20, 3))),
    Figure("q-parametres-283", "compterait 260", fr(10 * 20 + 20 * 3)),
    Figure("q-modules", "| 20 paramètres", fr(dense(4, 4))),
    Figure("q-modules", "| 16 paramètres", fr(4 * 4)),
    Figure("q-double-softmax", r"\approx 1{,}46$", tex(math.log(1 + 9 / math.e), 2)),
    Figure("q-entropie-zero", "= 1,39 ±", fr(math.log(4), 2)),
    Figure("q-sans-zero-grad", "= −1,2 ±", fr(0.1 * (2 + 4 + 6), 1)),
    Figure("q-sans-zero-grad", "= -1{,}2$", tex(0.1 * (2 + 4 + 6), 1)),
    Figure("q-sans-zero-grad", "$-0{,}6$", tex(0.1 * 3 * 2, 1)),
    Figure("q-quatre-paires", "= 2 ±", fr(sum((a - b) ** 2 for a in (0, 2) for b in (0, 2)) / 4)),
    Figure("q-dropout-maximum", "= 1,25 ±", fr(1 / (1 - 0.2), 2)),
    Figure("q-dropout-maximum", "= 0{,}8$", tex(1 - 0.2, 1)),
]
FIGURES += QUESTIONS

# Numbers that a question gives, or that a program shows.
GIVEN: dict[str, set[str]] = {
    "linear-a-la-main": {"0{,}5"},
    "accumulation-lots": {"16"},
    "backward-ne-bouge-rien": {"0{,}1"},
    "lr-faute": {"10"},
    "step-code": {"0{,}5"},
    "perte-epoque": {"60", "20", "0,5", "0,9", "0{,}5", "0{,}9"},
    "aplatir": {"28"},
    "dataloader-code": {r"1\,000", "64"},
    "augmentation-gain": {"200"},
    "dropout-modes": {"0{,}5"},
    "eval-oublie": {"0{,}5"},
    "q-parametres-283": {"10", "20"},
    "q-double-softmax": {"10"},
    "q-entropie-zero": {"0,01"},
    "q-sans-zero-grad": {"0,01", "0{,}1"},
    "q-dropout-maximum": {"0,001", "0{,}2"},
}


def test_the_experiments_of_the_chapter_are_shown() -> None:
    assert names_carried(NOTES) == EXPERIMENTS


@pytest.mark.course
def test_forgetting_eval_changes_a_third_of_the_answers() -> None:
    found = ran(NOTES["eval-oublie"])
    assert median(found, "two_answers") == pytest.approx(1 / 3, abs=0.06), "un tiers environ"
    assert median(found, "accuracy_with") < 0.85, "qui se trompe encore souvent"


@pytest.mark.course
def test_validation_sees_a_climb_where_training_does_not() -> None:
    found = ran(NOTES["validate-au-fil"])
    assert came_true(NOTES["validate-au-fil"]) == "climbs"
    assert median(found, "best_epoch") < 100, "tôt"
    assert median(found, "train_last") < median(found, "train_late"), "ne cesse de baisser"


def test_the_loop_of_the_opening_lowers_the_loss() -> None:
    _, names = run(CHAPTER.by_id[OPENING])
    x, y, network, loss = (names[name] for name in ("x", "y", "reseau", "critere"))
    assert loss(network(x), y) < names["perte"], "of which the last step is not yet taken"


def test_the_function_that_validates_counts_and_leaves_the_mode_of_training() -> None:
    _, names = run(CHAPTER.by_id["evaluer"])
    network = nn.Sequential(nn.Dropout(0.5), nn.Identity())
    batches = [(torch.eye(3), torch.tensor([0, 1, 1])), (torch.eye(3)[:1], torch.tensor([0]))]
    assert names["valider"](network, batches) == 0.75
    assert network.training


def test_the_network_of_the_section_has_51_parameters_for_eight_inputs() -> None:
    _, names = run(CHAPTER.by_id["ecrire"])
    assert sum(p.numel() for p in names["Prix"](8).parameters()) == dense(8, 5, 1)


def test_four_batches_of_16_make_the_gradient_of_one_of_64() -> None:
    torch.manual_seed(0)
    x, y = torch.randn(64, 3, dtype=torch.float64), torch.randn(64, 1, dtype=torch.float64)
    one = nn.Linear(3, 1).double()
    four = copy.deepcopy(one)
    nn.functional.mse_loss(one(x), y).backward()
    for part in range(0, 64, 16):
        (nn.functional.mse_loss(four(x[part : part + 16]), y[part : part + 16]) / 4).backward()
    assert one.weight.grad is not None
    assert four.weight.grad is not None
    assert torch.allclose(one.weight.grad, four.weight.grad)


def test_a_gradient_is_none_before_backward_and_after_zero_grad() -> None:
    layer = nn.Linear(2, 1)
    seen = [layer.weight.grad]
    layer(torch.ones(2)).backward()
    seen.append(layer.weight.grad)
    torch.optim.SGD(layer.parameters(), lr=0.1).zero_grad()
    seen.append(layer.weight.grad)
    assert [gradient is None for gradient in seen] == [True, False, True]


def test_two_losses_of_common_layers_go_back_together_or_not_at_all() -> None:
    body, heads = nn.Linear(3, 4), (nn.Linear(4, 1), nn.Linear(4, 1))

    def losses() -> tuple[torch.Tensor, torch.Tensor]:
        middle = torch.tanh(body(torch.ones(1, 3)))
        return heads[0](middle).sum(), heads[1](middle).sum()

    first, second = losses()
    (first + second).backward()
    assert body.weight.grad is not None
    together = body.weight.grad.clone()
    body.zero_grad()
    first, second = losses()
    first.backward(retain_graph=True)
    second.backward()
    assert torch.allclose(body.weight.grad, together)
    first, second = losses()
    first.backward()
    with pytest.raises(RuntimeError, match="second time"):
        second.backward()


def test_a_step_by_hand_passes_without_tracing() -> None:
    w = torch.tensor(2.0, requires_grad=True)
    (w**2).backward()
    with torch.no_grad():
        assert w.grad is not None
        w -= 0.1 * w.grad
    assert math.isclose(w.item(), 2 - 0.1 * 2 * 2, rel_tol=1e-6)


def test_what_cuts_the_trace_fails_alike() -> None:
    x = torch.ones(2, requires_grad=True)
    for cut in (x.sum().detach(), x.argmax()):
        with pytest.raises(RuntimeError, match="does not require grad and does not have a grad_fn"):
            cut.backward()


def test_when_it_evaluates_a_network_judges_each_example_alone() -> None:
    network = nn.Sequential(nn.Linear(3, 4), nn.BatchNorm1d(4), nn.Dropout(0.5)).eval()
    x = torch.randn(6, 3)
    assert torch.allclose(network(x), torch.cat([network(row[None]) for row in x]), atol=1e-6)


def test_the_state_of_batch_norm_holds_its_running_means() -> None:
    assert {"running_mean", "running_var"} <= set(nn.BatchNorm1d(3).state_dict())


def test_costs_have_no_parameters() -> None:
    assert list(nn.MSELoss().parameters()) == list(nn.CrossEntropyLoss().parameters()) == []


def test_a_layer_put_in_after_the_optimiser_was_made_does_not_learn() -> None:
    body, head, new_head = nn.Linear(3, 4), nn.Linear(4, 2), nn.Linear(4, 2)
    network = nn.Sequential(body, head)
    optimiser = torch.optim.SGD(network.parameters(), lr=0.1)
    network[1] = new_head
    before = [layer.weight.clone() for layer in (body, new_head)]
    network(torch.ones(1, 3)).sum().backward()
    optimiser.step()
    assert not torch.equal(body.weight, before[0])
    assert torch.equal(new_head.weight, before[1])


def test_a_total_of_losses_keeps_every_graph_and_a_total_of_items_none() -> None:
    w = torch.tensor(1.0, requires_grad=True)
    total = torch.zeros(())
    for _ in range(3):
        total = total + w**2
    assert total.requires_grad
    total.backward()
    assert w.grad == 3 * 2
    assert isinstance((w**2).item(), float)


def test_outputs_in_a_column_and_targets_in_a_row_teach_the_mean() -> None:
    targets = torch.tensor([1.0, 2.0, 6.0])
    outputs = torch.zeros(3, 1, requires_grad=True)
    optimiser = torch.optim.SGD([outputs], lr=0.5)
    for _ in range(100):
        optimiser.zero_grad()
        (outputs - targets).square().mean().backward()
        optimiser.step()
    assert torch.allclose(outputs, targets.mean())


def test_an_own_dataset_needs_two_methods() -> None:
    class Squares:
        def __len__(self) -> int:
            return 5

        def __getitem__(self, i: int) -> tuple[int, int]:
            return i, i * i

    batches = list(DataLoader(Squares(), batch_size=5, shuffle=True))  # type: ignore[arg-type]
    assert torch.equal(batches[0][0] ** 2, batches[0][1])


def test_the_last_of_sixteen_batches_has_forty_examples() -> None:
    sizes = [len(x) for (x,) in DataLoader(TensorDataset(torch.zeros(1000, 3)), batch_size=64)]
    assert sizes[-1] == 1000 - 15 * 64


def test_a_layer_in_a_module_list_is_registered() -> None:
    layers = nn.ModuleList(nn.Linear(8, 8) for _ in range(3))
    assert len(list(layers.parameters())) == 6


def test_batch_norm_takes_one_example_only_when_it_evaluates() -> None:
    assert nn.BatchNorm1d(3).eval()(torch.zeros(1, 3)).shape == (1, 3)


def test_softmax_keeps_the_order_of_classes() -> None:
    logits = torch.randn(50, 10)
    assert torch.equal(logits.argmax(dim=1), logits.softmax(dim=1).argmax(dim=1))


def test_a_new_network_is_in_training_mode() -> None:
    assert nn.Sequential(nn.Dropout()).training


def test_without_zero_grad_a_weight_swings_between_one_and_minus_one() -> None:
    _, names = run(NOTES["zero-grad-oublie"])
    w, total, path = 1.0, 0.0, []
    for _ in range(names["pas"]):
        total += 2 * w
        w -= 0.1 * total
        path.append(w)
    assert math.isclose(w, names["w"].item(), rel_tol=1e-4)
    assert -1.1 < min(path) < -0.9
    assert 0.9 < max(path) < 1.1


def test_probabilities_taken_for_logits_leave_a_loss_that_cannot_fall() -> None:
    sure = torch.tensor([[1.0] + [0.0] * 9])
    loss = nn.functional.cross_entropy(sure, torch.tensor([0])).item()
    assert loss == pytest.approx(math.log(1 + 9 / math.e))


def test_a_linear_layer_is_what_its_question_says() -> None:
    layer = nn.Linear(3, 7)
    assert layer.weight.shape == (7, 3)
    assert sum(p.numel() for p in layer.parameters()) == 28
    assert layer(torch.zeros(5, 2, 3)).shape == (5, 2, 7)
    assert layer(torch.zeros(9, 3)).shape == (9, 7)


def test_after_eval_gradients_and_steps_still_work() -> None:
    layer = nn.Linear(2, 1).eval()
    before = layer.weight.clone()
    layer(torch.ones(1, 2)).sum().backward()
    torch.optim.SGD(layer.parameters(), lr=0.1).step()
    assert not torch.equal(layer.weight, before)
