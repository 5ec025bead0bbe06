"""The virtual environment: built when it is missing or broken, filled with the pinned packages.

Runs on the machine's own Python, so it uses the standard library alone.
"""

import importlib.util
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
UNFINISHED = "unfinished"
Words = Sequence[str | Path]


class SetupError(Exception):
    """Set-up cannot go on; the message is a sentence that says what to do."""


def requirements(pyproject: Path, *, with_dev: bool) -> list[str]:
    """What `pyproject` asks pip for, with its development tools if wanted."""
    project = tomllib.loads(pyproject.read_text(encoding="utf-8"))["project"]
    dev = project["optional-dependencies"]["dev"] if with_dev else []
    return [*project["dependencies"], *dev]


def python_of(venv: Path) -> Path:
    """The interpreter of an environment."""
    return venv / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def is_sound(venv: Path) -> bool:
    """Whether the environment was finished, and its Python still runs and has pip.

    An install that was interrupted may leave packages that pip takes for complete, and an
    environment loses its Python when the system replaces it.
    """
    if (venv / UNFINISHED).exists() or not python_of(venv).exists():
        return False
    check = [str(python_of(venv)), "-c", "import pip, sys; sys.exit(sys.version_info < (3, 11))"]
    return subprocess.run(check, capture_output=True, check=False).returncode == 0


def create(venv: Path) -> None:
    """Build an environment with pip in it, in place of whatever stands there.

    Debian keeps `ensurepip` in a package of its own (python3-venv); the machine's pip can do its
    work there.

    Raises:
        SetupError: If the machine has neither.
    """
    has_ensurepip = importlib.util.find_spec("ensurepip") is not None
    if not has_ensurepip and importlib.util.find_spec("pip") is None:
        raise SetupError(no_pip_sentence(sys.version_info[:2]))
    python = getattr(sys, "_base_executable", sys.executable)  # .venv's own may be the one to go
    shutil.rmtree(venv, ignore_errors=True)
    venv.mkdir(parents=True, exist_ok=True)
    (venv / UNFINISHED).touch()
    _run(
        [python, "-m", "venv", *([] if has_ensurepip else ["--without-pip"]), venv],
        "Python could not build the virtual environment in .venv; the lines above say why.",
    )
    if not has_ensurepip:
        _run(
            [python, "-m", "pip", "--python", python_of(venv), "install", "--quiet", "pip"],
            "pip could not put itself into .venv; the lines above say why. On Debian and Ubuntu, "
            "installing python3-venv also helps.",
        )


def no_pip_sentence(version: tuple[int, int]) -> str:
    """What to do on a machine whose Python has neither `ensurepip` nor pip."""
    return (
        "This Python has no pip and cannot build virtual environments. On Debian and Ubuntu type\n"
        f"    sudo apt-get install python{version[0]}.{version[1]}-venv\n"
        "and elsewhere install pip for Python {}.{}; then try again.".format(*version)
    )


def fill(venv: Path, wanted: Sequence[str], constraints: Path) -> None:
    """Install what is `wanted`, at the versions that `constraints` pins.

    Raises:
        SetupError: If pip fails; pip itself has said why.
    """
    (venv / UNFINISHED).touch()
    pip: Words = [
        python_of(venv),
        "-m",
        "pip",
        "install",
        "--disable-pip-version-check",
        "--no-input",
    ]
    _run(
        [*pip, "--quiet", "--no-compile", "--constraint", constraints, *wanted],
        "pip could not install what Époque needs; the lines above say why. Is the network there? "
        "Nothing is lost: the same command tries again.",
    )
    _compile(venv)
    (venv / UNFINISHED).unlink()


def _compile(venv: Path) -> None:
    """Do what pip would, on all processors and without other people's tests: half a minute less.

    A file that is for another Python does not compile, which is no trouble.
    """
    compileall: Words = ["-m", "compileall", "-qq", "-j", "0", "-x", r"[/\\]tests[/\\]"]
    command = [str(word) for word in (python_of(venv), *compileall, venv)]
    subprocess.run(command, check=False, stdout=subprocess.DEVNULL)


def check_qt(venv: Path) -> None:
    """Start Qt once, without a screen.

    Raises:
        SetupError: With Qt's own words, which name the library that it misses.
    """
    start = (
        "from PySide6.QtWidgets import QApplication; QApplication(['', '-platform', 'offscreen'])"
    )
    tried = subprocess.run(
        [str(python_of(venv)), "-c", start], capture_output=True, text=True, check=False
    )
    if tried.returncode != 0:
        last = (tried.stderr.strip().splitlines() or [f"exit status {tried.returncode}"])[-1]
        raise SetupError(
            f"Qt does not start on this machine: {last}\n"
            "If it names a library, install it with your system's packages; then try again."
        )


def _run(command: Words, sentence: str) -> None:
    if subprocess.run([str(word) for word in command], check=False).returncode != 0:
        raise SetupError(sentence)
