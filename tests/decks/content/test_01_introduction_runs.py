"""The runs of chapter 1: what its experiments show is what its notes say."""

from tests.decks.content.test_01_introduction import NOTES
from tests.sim.measured import measured, median, outcome

EXPERIMENTS = {
    *("batch_size_equal_epochs", "batch_size_equal_steps", "dead_relu", "depth", "four_pixels"),
    *("learning_rate", "overfitting", "relu_sparsity", "transfer", "vanishing_gradient", "xor"),
}


def test_the_experiments_of_the_chapter_are_shown() -> None:
    shown = [
        note.meta["experiment"]["name"] for note in NOTES.values() if "experiment" in note.meta
    ]
    assert set(shown) == EXPERIMENTS


def test_thirty_layers_of_relus_keep_the_error_signal() -> None:
    """« Il garde son ordre de grandeur », where thirty sigmoids put it out."""
    asked = NOTES["renouveau-relu-signal"].meta["experiment"]
    found = measured(asked["name"], **asked["settings"])
    assert outcome(asked["name"], found) == "kept"
    assert median(found, "ratio_sigmoid") < 1e-10


def test_one_detector_recognises_fewer_than_half_of_the_patterns() -> None:
    asked = NOTES["hierarchie-pixels"].meta["experiment"]
    assert outcome(asked["name"], measured(asked["name"], **asked["settings"])) == "lost"
    assert outcome(asked["name"], measured(asked["name"], width=8)) == "solved"
