import subprocess
import sys
from pathlib import Path

import pytest

from sim import catalogue, contents
from sim.commands.contents import described, text
from sim.errors import BadSettingError, UnknownExperimentError, UnknownSettingError

ROOT = Path(__file__).resolve().parents[2]
NO_TORCH = """
import sys
from sim import contents
contents.entry("dead_relu").checked({"learning_rate": "0.3"})
sys.exit(any(name in sys.modules for name in ("torch", "numpy", "matplotlib")))
"""


def test_the_catalogue_is_what_the_declarations_say() -> None:
    """Whoever changes an experiment's words runs ``python -m sim contents --write``."""
    assert contents.FILE.read_text(encoding="utf-8") == text()


def test_an_entry_is_read_back_as_it_was_declared() -> None:
    assert contents.entries() == {
        name: described(catalogue.experiment(name)) for name in catalogue.names()
    }


def test_the_list_and_the_check_of_settings_need_no_torch() -> None:
    assert subprocess.run([sys.executable, "-c", NO_TORCH], cwd=ROOT, check=False).returncode == 0


def test_settings_not_given_keep_their_defaults() -> None:
    entry = contents.entry("dead_relu")
    assert entry.checked({"learning_rate": "0.3"}) == {
        "learning_rate": 0.3,
        "activation": "relu",
    }


def test_an_unknown_experiment_is_answered_by_the_list() -> None:
    with pytest.raises(UnknownExperimentError, match="dead_relu"):
        contents.entry("perpetual_motion")


def test_an_unknown_setting_is_answered_by_the_list() -> None:
    with pytest.raises(UnknownSettingError, match="learning_rate, activation"):
        contents.entry("dead_relu").checked({"lr": 1})


@pytest.mark.parametrize("value", ["much", "nan", "inf", "1e999", "", True, None, 10.5, 0.001])
def test_a_value_out_of_range_is_answered_by_the_range(value: object) -> None:
    with pytest.raises(BadSettingError, match=r"from 0\.01 to 10") as caught:
        contents.entry("dead_relu").checked({"learning_rate": value})
    assert "de 0,01 à 10" in caught.value.words.fr
