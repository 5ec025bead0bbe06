"""Make a fresh clone ready: system libraries, virtual environment, pinned packages.

    python -m tools.setup_machine [run | test]

`make run` and `make test` call it when a stamp in `.venv` is missing or older than
`pyproject.toml` and `constraints.txt`. Windows, which has no make, calls it by hand.
"""

import os
import sys

from tools import environment, system_libraries
from tools.environment import ROOT, SetupError
from tools.system_libraries import DRAWING, TRANSLATING, WINDOW, Library

VENV = ROOT / ".venv"


def set_up(purpose: str) -> None:
    """Prepare the machine to `run` the app or to `test` it (which also runs it, offscreen).

    Raises:
        SetupError: If a person has to do something first.
    """
    can_open_windows = system_libraries.has_display(os.environ)
    system_libraries.provide(
        _libraries(purpose, can_open_windows=can_open_windows),
        _say,
        is_root=hasattr(os, "geteuid") and os.geteuid() == 0,
    )
    if not environment.is_sound(VENV):
        _say("Building the virtual environment in .venv")
        environment.create(VENV)
    _say("Installing the pinned packages (400 MB the first time; on Linux up to 3 GB, with CUDA)")
    wanted = environment.requirements(ROOT / "pyproject.toml", with_dev=purpose == "test")
    environment.fill(VENV, wanted, ROOT / "constraints.txt")
    environment.check_qt(VENV)
    if purpose == "test" or can_open_windows:  # a screen that comes later brings its own needs
        (VENV / f"ready-to-{purpose}").touch()


def _libraries(purpose: str, *, can_open_windows: bool) -> tuple[Library, ...]:
    if purpose == "test":
        return DRAWING + TRANSLATING
    return DRAWING + WINDOW if can_open_windows else DRAWING


def main(words: list[str]) -> int:
    """Set up for the purpose named, `run` by default; returns the exit status."""
    purpose = words[0] if words else "run"
    if purpose not in ("run", "test") or len(words) > 1:
        _say("usage: python -m tools.setup_machine [run | test]")
        return 2
    try:
        set_up(purpose)
    except SetupError as error:
        _say(str(error))
        return 1
    except KeyboardInterrupt:
        _say("Interrupted; the same command starts again.")
        return 130
    return 0


def _say(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
