"""`verify` with claims whose share is known: the seeds of `steady`, and one that fails."""

import json
import re
from dataclasses import replace
from functools import partial
from pathlib import Path

import numpy as np
import pytest

from sim import contents
from sim.commands import console, driving
from sim.commands.console import DONE, FAILED, INTERRUPTED, WRONG_USE
from sim.commands.contents import described
from sim.declaration import Experiment, Measures, Met
from sim.runner import Run
from tests.sim import odd
from tests.sim.commands.conftest import After, Ask


def _nearly_all(measures: Measures) -> Met:
    """It holds but in one seed of twenty, the one of 5000."""
    return np.asarray(measures["seed"] % 20 != 0)


def _too_few(measures: Measures) -> Met:
    return np.asarray(measures["seed"] % 2 == 0)


def claims() -> dict[str, Experiment]:
    steady, mistaken = odd.ODD["steady"], odd.ODD["mistaken"]
    return {
        "nearly_all": replace(steady, name="nearly_all", criterion=_nearly_all),
        "sure": replace(odd.exact(), name="sure"),
        "too_few": replace(steady, name="too_few", criterion=_too_few),
        "wrong": replace(mistaken, name="wrong"),
    }


@pytest.fixture(autouse=True)
def odd_catalogue(monkeypatch: pytest.MonkeyPatch) -> None:
    known = claims()
    monkeypatch.setattr(driving, "Run", partial(Run, lookup=known.__getitem__))
    entries = {name: described(experiment) for name, experiment in known.items()}
    monkeypatch.setattr(contents, "entries", lambda: entries)


def test_claims_that_hold_are_a_table_and_code_0(ask: Ask) -> None:
    said = ask("verify", "nearly_all", "sure", "--members", "20", "--language", "fr")
    head, first, second = said.out.splitlines()
    assert said.code == DONE
    assert re.split("  +", head)[:2] == ["expérience", "tenu"]
    assert re.split("  +", first)[:2] == ["nearly_all", "95\u00a0%"]
    assert first.endswith("  tient")
    assert second.startswith("sure ")
    assert "2 affirmations sur 2 tiennent dans au moins 95\u00a0% des graines." in said.err


def test_a_claim_below_the_target_is_named_and_code_1(ask: Ask) -> None:
    said = ask("verify", "too_few", "nearly_all", "--members", "20", "--json")
    assert said.code == FAILED
    assert [(proof["name"], proof["met"]) for proof in json.loads(said.out)] == [
        ("too_few", 0.5),
        ("nearly_all", 0.95),
    ]
    assert "1 of 2 claims hold in at least 95% of seeds." in said.err
    assert "Below: too_few." in said.err


def test_a_run_that_fails_does_not_hide_the_others(ask: Ask) -> None:
    said = ask("verify", "wrong", "sure", "--members", "2", "--json")
    assert said.code == FAILED
    wrong, sure = json.loads(said.out)
    assert (wrong["trouble"], wrong["met"], wrong["cpu_s"]) == ("no result", 0.0, None)
    assert (sure["trouble"], sure["met"], sure["members"]) == ("", 1.0, 1)


def test_the_page_tells_each_claim_by_theme(ask: Ask, tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    assert ask("verify", "--members", "20", "--write", page).code == FAILED
    text = page.read_text(encoding="utf-8")
    assert "(seeds 5000 to 5019)" in text
    assert "## The neuron" in text
    assert "| `nearly_all` | ? | 95% | " in text
    assert "| `too_few` | ? | **50%: fails** | " in text
    assert "| `wrong` | ? | **0%: no result** | – | – |" in text


def test_an_interrupted_check_says_what_it_has(
    ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = 3 * 21  # a beginning, ten steps of two, ten of all: to warm up, of 20 and of 16
    monkeypatch.setattr(console, "Interruption", lambda: After(before + 3))
    page = tmp_path / "page.md"
    said = ask("verify", "nearly_all", "too_few", "--members", "20", "--write", page)
    assert said.code == INTERRUPTED
    assert "nearly_all" in said.out
    assert "too_few" not in said.out
    assert "Interrupted after 1 of 2" in said.err
    assert not page.exists()


def test_an_unknown_claim_is_refused_before_any_is_run(ask: Ask) -> None:
    said = ask("verify", "sure", "unsure")
    assert (said.code, said.out) == (WRONG_USE, "")
    assert "there are: nearly_all, sure, too_few, wrong" in said.err
