"""What is asked wrongly: one sentence says what is allowed, code 2, and nothing is written."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from sim import board
from sim.commands import sweeping
from sim.commands.console import DONE, WRONG_USE
from tests.sim.commands.conftest import Ask

ROOT = Path(__file__).resolve().parents[3]
NAME, RATE = "dead_relu", "learning_rate"
UNANSWERED = ("sweep", NAME, "--over")


def is_one_sentence(text: str) -> bool:
    return text.startswith("sim: ") and text.endswith(".\n") and text.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "allowed"),
    [
        ([], "list|run|verify|sweep|contents is missing"),
        (["dance"], "no command is 'dance'; there are 'list', 'run', 'verify', 'sweep'"),
        (["run"], "say which experiment"),
        (["run", "perpetual_motion"], "there are: "),
        (["verify", "perpetual_motion"], "there are: "),
        (["sweep", "perpetual_motion", "--over", "a=1"], "there are: "),
        (["run", NAME, "--frobnicate"], "--frobnicate is not known"),
        (["run", NAME, "--seed"], "--seed wants a value"),
        (["run", NAME, "--set", "eta=1"], f"its settings are: {RATE}, activation"),
        (["run", NAME, "--set", RATE], "such as lr=3"),
        (["run", NAME, "--set", "lr=11"], f"{RATE} cannot be '11'; it takes a number from 0.01"),
        (["run", NAME, "--set", f"{RATE}=11"], "a number from 0.01 to 10"),
        (["run", NAME, "--set", f"{RATE}=nan"], "a number from 0.01 to 10"),
        (["run", NAME, "--set", f"{RATE}=much"], "a number from 0.01 to 10"),
        (["run", NAME, "--set", "activation=gelu"], "one of relu, leaky_relu, prelu, elu"),
        (["run", NAME, "--members", "1000000000"], "a whole number from 1 to 10000"),
        (["run", NAME, "--members", "0"], "a whole number from 1 to 10000"),
        (["run", NAME, "--members", "2.5"], "a whole number from 1 to 10000"),
        (["verify", NAME, "--members", "many"], "a whole number from 1 to 10000"),
        (["run", NAME, "--seed", "-1"], "a whole number from 0 to 9007199254740991"),
        (["run", NAME, "--plot", "image.gif"], "its name must end in one of .png, .svg, .pdf"),
        (["run", NAME, "--plot", "nowhere/image.png"], "choose another folder"),
        (["run", NAME, "--save", "."], "it is a folder"),
        (["run", NAME, "--checkpoint", "nowhere/c"], "choose another folder"),
        (["run", NAME, "--tensorboard", "a-file/log"], "choose another folder"),
        (["verify", "--write", "nowhere/page.md"], "choose another folder"),
        (["run", "--replay", "a-file"], "not a saved run, or it is damaged"),
        (["run", "--replay", "absent"], "cannot be read"),
        (["run", "--replay", "newer.json"], "update the app"),
        (["run", NAME, "--resume", "a-file"], "NAME does not go with --resume"),
        (["run", "--resume", "a-file", "--seed", "3"], "--seed does not go with --resume"),
        ([*UNANSWERED, "eta=1"], f"its settings are: {RATE}, activation"),
        ([*UNANSWERED, RATE], "setting=low:high:logN"),
        ([*UNANSWERED, f"{RATE}=0:1:log5"], "setting=low:high:logN"),
        ([*UNANSWERED, f"{RATE}=0.1:1:log5x"], "setting=low:high:logN"),
        ([*UNANSWERED, f"{RATE}=0.1:1:log1"], "setting=low:high:logN"),
        ([*UNANSWERED, f"{RATE}=0.1:1:log5000"], "setting=low:high:logN"),
        ([*UNANSWERED, f"{RATE}=0.1:100:log3"], "a number from 0.01 to 10"),
        ([*UNANSWERED, f"{RATE}=1,two"], "a number from 0.01 to 10"),
        ([*UNANSWERED, f"{RATE}=1", "--workers", "0"], "a whole number from 1 to 256"),
        ([*UNANSWERED, f"{RATE}=1", "--save", "out.txt"], "must end in one of .json, .csv"),
        ([*UNANSWERED, f"{RATE}=0.01:10:lin1000", "--members", "10000"], "it takes at most 100000"),
    ],
)
def test_what_is_asked_wrongly_is_answered_by_what_is_allowed(
    arguments: list[str],
    allowed: str,
    ask: Ask,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a-file").write_text("a recipe for bread")
    (tmp_path / "newer.json").write_text(json.dumps({"format": "epoque-run", "version": 99}))
    before = sorted(tmp_path.iterdir())
    said = ask(*arguments)
    assert (said.code, said.out) == (WRONG_USE, "")
    assert is_one_sentence(said.err)
    assert allowed in said.err
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.parametrize(
    ("arguments", "allowed"),
    [
        (["run", "perpetual_motion"], "aucune expérience ne s’appelle"),
        (["run", NAME, "--set", f"{RATE}=nan"], "un nombre de 0,01 à 10"),
        (["run", NAME, "--members", "many"], "un nombre entier de 1 à 10000"),
        (["run", NAME, "--plot", "x.gif"], "le nom doit finir par"),
        (["run", NAME, "--frobnicate"], "n’est pas connu"),
        (["sweep", NAME], "il manque --over"),
    ],
)
def test_french_is_answered_in_french(arguments: list[str], allowed: str, ask: Ask) -> None:
    said = ask(*arguments, "--language", "fr")
    assert said.code == WRONG_USE
    assert is_one_sentence(said.err)
    assert allowed in said.err


@pytest.mark.parametrize(
    ("environment", "is_french"),
    [
        ({"LC_ALL": "fr_FR.UTF-8"}, True),
        ({"LANG": "fr_CA.UTF-8"}, True),
        ({"LC_ALL": "en_GB.UTF-8", "LANG": "fr_FR.UTF-8"}, False),
    ],
)
def test_the_language_is_the_systems(
    environment: dict[str, str], is_french: bool, ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert ("aucune expérience" in ask("run", "perpetual_motion").err) is is_french


def test_a_name_that_no_file_can_have_is_refused(ask: Ask, tmp_path: Path) -> None:
    said = ask("run", NAME, "--save", tmp_path / "a\0b")
    assert said.code == WRONG_USE
    assert "cannot be written" in said.err


def test_without_tensorboard_it_is_said_how_to_get_it(
    ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(board, "find_spec", lambda name: None)
    said = ask("run", NAME, "--tensorboard", tmp_path)
    assert said.code == WRONG_USE
    assert "pip install tensorboard" in said.err


def test_without_dask_it_is_said_how_to_get_it(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sweeping, "find_spec", lambda name: None)
    said = ask("sweep", NAME, "--over", f"{RATE}=1,2")
    assert said.code == WRONG_USE
    assert "pip install distributed" in said.err


NO_TORCH = """
import sys
from sim.commands.main import main
codes = [main(["list"]), main(["run", "dead_relu", "--set", "lr=99"]), main(["run", "--help"])]
sys.exit(codes != [0, 2, 0] or "torch" in sys.modules or "distributed" in sys.modules)
"""


def test_neither_the_list_nor_a_refusal_waits_for_torch() -> None:
    run = subprocess.run(
        [sys.executable, "-c", NO_TORCH], cwd=ROOT, capture_output=True, check=False
    )
    assert run.returncode == 0, run.stderr


def test_the_list_names_every_experiment_under_its_theme(ask: Ask) -> None:
    said = ask("list", "--language", "fr")
    assert said.code == DONE
    assert "Fonctions d’activation\n" in said.out
    assert "  dead_relu " in said.out
    assert "Les ReLU mortes" in said.out
    assert "learning_rate=2.0 activation=relu" in said.out


def test_the_list_as_json_has_everything_that_is_known(ask: Ask) -> None:
    listed = json.loads(ask("list", "--json").out)
    assert listed["dead_relu"]["settings"]["learning_rate"]["default"] == 2.0


def test_help_is_in_the_language_asked_for(ask: Ask) -> None:
    said = ask("run", "--help", "--language", "fr")
    assert said.code == DONE
    assert said.out.startswith("utilisation\u00a0: python -m sim run ")
    assert "garde l’essai, pour le rejouer" in said.out
