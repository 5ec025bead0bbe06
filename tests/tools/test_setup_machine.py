"""The order of set-up, and when its stamp is written."""

from pathlib import Path

import pytest

from tools import environment, setup_machine, system_libraries
from tools.environment import SetupError
from tools.system_libraries import DRAWING, TRANSLATING, WINDOW


@pytest.fixture
def steps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, object]:
    """What each step was given; no step does anything."""
    given: dict[str, object] = {}
    monkeypatch.setattr(setup_machine, "VENV", tmp_path)
    monkeypatch.setattr(
        system_libraries, "provide", lambda libraries, *_, **__: given.update(libraries=libraries)
    )
    monkeypatch.setattr(environment, "is_sound", lambda _: True)
    monkeypatch.setattr(environment, "fill", lambda *_: given.update(filled=True))
    monkeypatch.setattr(environment, "check_qt", lambda _: None)
    return given


def _with_display(monkeypatch: pytest.MonkeyPatch, answer: bool) -> None:
    monkeypatch.setattr(system_libraries, "has_display", lambda _: answer)


def test_running_on_a_desktop_asks_for_what_a_window_needs(
    steps: dict[str, object], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _with_display(monkeypatch, True)
    assert setup_machine.main(["run"]) == 0
    assert steps["libraries"] == DRAWING + WINDOW
    assert (tmp_path / "ready-to-run").exists()


def test_running_without_a_display_is_looked_at_again_next_time(
    steps: dict[str, object], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _with_display(monkeypatch, False)
    assert setup_machine.main([]) == 0
    assert steps["libraries"] == DRAWING
    assert not (tmp_path / "ready-to-run").exists()


def test_testing_never_needs_a_display(
    steps: dict[str, object], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _with_display(monkeypatch, True)
    assert setup_machine.main(["test"]) == 0
    assert steps["libraries"] == DRAWING + TRANSLATING
    assert (tmp_path / "ready-to-test").exists()


@pytest.mark.parametrize("error", [SetupError("type this"), KeyboardInterrupt()])
def test_what_stops_set_up_is_one_sentence_and_no_stamp(
    steps: dict[str, object],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    error: BaseException,
) -> None:
    def stop(*_: object) -> None:
        raise error

    monkeypatch.setattr(environment, "fill", stop)
    assert setup_machine.main(["test"]) != 0
    assert not (tmp_path / "ready-to-test").exists()
    assert "Traceback" not in capsys.readouterr().err


def test_an_unknown_purpose_is_refused(steps: dict[str, object]) -> None:
    assert setup_machine.main(["dance"]) == 2
    assert steps == {}
