"""Files that a command will write: checked before the work, written whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from sim.errors import BadFileError
from sim.file_troubles import unwritable
from sim.files import write_whole
from sim.words import Words

PICTURES = (".png", ".svg", ".pdf")
SWEEPS = (".json", ".csv")


def file_to_write(name: str | None, endings: Sequence[str] = ()) -> Path | None:
    """The path of a file that can be written; None where none is asked.

    Args:
        name: As on the command line.
        endings: Those that say a format, where the format follows the name.

    Raises:
        BadFileError: If it has another ending, is a folder, or cannot be written.
    """
    if name is None:
        return None
    path = Path(name)
    if endings and path.suffix.lower() not in endings:
        known = ", ".join(endings)
        words = Words(
            f"le nom doit finir par l’un de ceux-ci : {known}",
            f"its name must end in one of {known}",
        )
        raise BadFileError(name, words)
    if path.is_dir():
        raise BadFileError(name, Words("c’est un dossier", "it is a folder"))
    _try_to_write(path)
    return path


def folder_to_write(name: str | None) -> Path | None:
    """The path of a folder that can be written into, made if need be; None where none is asked.

    Raises:
        BadFileError: If it cannot.
    """
    if name is None:
        return None
    path = Path(name)
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise unwritable(path, error) from error
    _try_to_write(path / "trial")
    return path


def _try_to_write(path: Path) -> None:
    """Write a byte beside the file, as `write_whole` will: rights are asked of nobody else."""
    trial = path.with_name(f".{path.name}.{os.getpid()}.trial")
    try:
        write_whole(trial, b"\n")
        trial.unlink()
    except (OSError, ValueError) as error:  # ValueError: a name that no file can have
        system = error if isinstance(error, OSError) else OSError(0, str(error))
        raise unwritable(path, system) from error


def write_text(path: Path, text: str) -> None:
    """Write a file whole.

    Raises:
        BadFileError: If it cannot be written.
    """
    try:
        write_whole(path, text.encode())
    except OSError as error:
        raise unwritable(path, error) from error
