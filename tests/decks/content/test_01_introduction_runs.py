"""The runs of chapter 1: what its experiments show is what its notes say."""

from tests.decks.content.runs import came_true, names_carried, ran
from tests.decks.content.test_01_introduction import NOTES
from tests.sim.measured import measured, median, outcome

EXPERIMENTS = {
    *("batch_size_equal_epochs", "batch_size_equal_steps", "dead_relu", "depth", "four_pixels"),
    *("learning_rate", "overfitting", "relu_sparsity", "transfer", "vanishing_gradient", "xor"),
}


def test_the_experiments_of_the_chapter_are_shown() -> None:
    assert names_carried(NOTES) == EXPERIMENTS


def test_thirty_layers_of_relus_keep_the_error_signal() -> None:
    """« Il garde son ordre de grandeur », where thirty sigmoids put it out."""
    note = NOTES["renouveau-relu-signal"]
    assert came_true(note) == "kept"
    assert median(ran(note), "ratio_sigmoid") < 1e-10


def test_one_detector_recognises_fewer_than_half_of_the_patterns() -> None:
    assert came_true(NOTES["hierarchie-pixels"]) == "lost"
    assert outcome("four_pixels", measured("four_pixels", width=8)) == "solved"
