"""Building and filling the environment; pip and venv are recorded, not run, except where said."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tools import environment
from tools.environment import SetupError


@pytest.fixture
def commands(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """What would have been run; every command succeeds."""
    run: list[list[str]] = []

    def record(command: Sequence[str | Path], sentence: str) -> None:
        run.append([str(word) for word in command])

    monkeypatch.setattr(environment, "_run", record)
    monkeypatch.setattr(environment, "_compile", lambda venv: run.append(["compile", str(venv)]))
    return run


def _lacking(monkeypatch: pytest.MonkeyPatch, *modules: str) -> None:
    monkeypatch.setattr(
        "importlib.util.find_spec", lambda name: None if name in modules else object()
    )


def test_running_needs_no_development_tool() -> None:
    pyproject = environment.ROOT / "pyproject.toml"
    run = environment.requirements(pyproject, with_dev=False)
    both = environment.requirements(pyproject, with_dev=True)
    assert "PySide6-Essentials==6.11.3" in run
    assert not any(line.startswith(("pytest", "mypy", "ruff")) for line in run)
    assert any(line.startswith("pytest") for line in both)


def test_this_environment_is_sound() -> None:
    assert environment.is_sound(Path(sys.prefix))


def test_an_absent_or_interrupted_environment_is_not_sound(tmp_path: Path) -> None:
    assert not environment.is_sound(tmp_path / ".venv")
    python = environment.python_of(tmp_path)
    python.parent.mkdir()
    python.symlink_to(sys.executable)
    (tmp_path / environment.UNFINISHED).touch()
    assert not environment.is_sound(tmp_path)


def test_an_environment_whose_python_has_gone_is_not_sound(tmp_path: Path) -> None:
    python = environment.python_of(tmp_path)
    python.parent.mkdir()
    python.symlink_to(tmp_path / "uninstalled" / "python3")
    assert not environment.is_sound(tmp_path)


def test_what_stood_there_makes_room(
    tmp_path: Path, commands: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    _lacking(monkeypatch)  # a Debian without python3-venv would take the other way
    (tmp_path / "lib").mkdir()
    environment.create(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == [environment.UNFINISHED]
    assert commands[0][1:] == ["-m", "venv", str(tmp_path)]


def test_without_ensurepip_the_machines_own_pip_serves(
    tmp_path: Path, commands: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    _lacking(monkeypatch, "ensurepip")
    environment.create(tmp_path)
    assert commands[0][1:4] == ["-m", "venv", "--without-pip"]
    assert commands[1][1:4] == ["-m", "pip", "--python"]


def test_without_any_pip_the_package_to_install_is_named(
    tmp_path: Path, commands: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    _lacking(monkeypatch, "ensurepip", "pip")
    with pytest.raises(SetupError, match=r"sudo apt-get install python3\.\d+-venv"):
        environment.create(tmp_path)
    assert commands == []


def test_filling_pins_and_marks_the_environment_finished(
    tmp_path: Path, commands: list[list[str]]
) -> None:
    environment.fill(tmp_path, ["fsrs>=6"], Path("constraints.txt"))
    assert commands[0][-3:] == ["--constraint", "constraints.txt", "fsrs>=6"]
    assert commands[1:] == [["compile", str(tmp_path)]]
    assert not (tmp_path / environment.UNFINISHED).exists()


def test_modules_are_compiled_and_a_broken_one_is_no_trouble(tmp_path: Path) -> None:
    python = environment.python_of(tmp_path)
    python.parent.mkdir()
    python.symlink_to(sys.executable)
    package = tmp_path / "lib" / "package"
    package.mkdir(parents=True)
    (package / "sound.py").write_text("x = 1\n")
    (package / "broken.py").write_text("x = = 1\n")
    environment._compile(tmp_path)
    assert [path.name.partition(".")[0] for path in package.rglob("*.pyc")] == ["sound"]


def test_a_failed_pip_leaves_the_environment_unfinished(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    failed = subprocess.CompletedProcess[str]([], returncode=1)
    monkeypatch.setattr("subprocess.run", lambda *_, **__: failed)
    with pytest.raises(SetupError, match="the same command tries again"):
        environment.fill(tmp_path, ["fsrs"], Path("constraints.txt"))
    assert (tmp_path / environment.UNFINISHED).exists()


def test_qt_starts_here() -> None:
    environment.check_qt(Path(sys.prefix))


def test_a_qt_that_does_not_start_is_told_in_its_own_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = "Traceback …\nImportError: libEGL.so.1: cannot open shared object file"
    failed = subprocess.CompletedProcess[str]([], returncode=1, stderr=words)
    monkeypatch.setattr("subprocess.run", lambda *_, **__: failed)
    with pytest.raises(SetupError, match=r"libEGL\.so\.1.*\nIf it names a library"):
        environment.check_qt(tmp_path)
