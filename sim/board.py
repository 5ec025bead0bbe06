"""A log for TensorBoard where it can be had, else a sentence that says what to do."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from sim import contents
from sim.errors import SimError
from sim.file_troubles import unwritable
from sim.result import RunResult
from sim.words import Language, Words

NO_TENSORBOARD = Words(
    "TensorBoard n’est pas installé ; python -m pip install tensorboard l’installe",
    "TensorBoard is not installed; python -m pip install tensorboard installs it",
)


def check_board() -> None:
    """Refuse at once what would be refused at the end.

    Raises:
        SimError: If TensorBoard is not installed.
    """
    if find_spec("tensorboard") is None:
        raise SimError(NO_TENSORBOARD)


def write_log(folder: Path, result: RunResult, language: Language) -> None:
    """Write a run's log into a folder of its own within `folder`.

    Raises:
        SimError: If TensorBoard is not installed, or the folder cannot be written.
    """
    check_board()
    from sim.tensorboard_log import log  # late: it needs the package, and torch

    try:
        log(folder, contents.entry(result.experiment), result, language)
    except OSError as error:
        raise unwritable(folder, error) from error
