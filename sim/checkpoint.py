"""A run that is not over, in a file: it goes on later, in any process, with the same bits."""

from __future__ import annotations

import io
import pickle
import zipfile
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import torch

from sim.file_troubles import newer, not_ours, unreadable, unwritable
from sim.files import write_whole
from sim.protocol import RunRequest

FORMAT = "epoque-checkpoint"
VERSION = 1


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """Where a run was.

    Attributes:
        request: What was asked.
        trial: As `sim.trial.Trial.state` gives it.
        torch: The version that computed so far.
    """

    request: RunRequest
    trial: dict[str, Any]
    torch: str

    def save(self, path: Path) -> None:
        """Write it into a file, whole or not at all.

        Raises:
            BadFileError: If it cannot be written.
        """
        written = io.BytesIO()
        request = {**asdict(self.request), "settings": dict(self.request.settings)}
        head = {"format": FORMAT, "version": VERSION, "torch": str(self.torch)}
        torch.save({**head, "request": request, "trial": self.trial}, written)
        try:
            write_whole(path, written.getvalue())
        except OSError as error:
            raise unwritable(path, error) from error


def load(path: Path) -> Checkpoint:
    """The checkpoint in a file.

    Raises:
        BadFileError: If there is none, or it is broken, or a newer version of the app wrote it.
    """
    saved = _content(path)
    if not isinstance(saved, dict) or saved.get("format") != FORMAT:
        raise not_ours(path)
    if saved.get("version") != VERSION:
        raise newer(path)
    try:
        request = RunRequest(**saved["request"])
        return Checkpoint(request, saved["trial"], saved["torch"])
    except (KeyError, TypeError) as error:
        raise not_ours(path) from error


def _content(path: Path) -> object:
    try:
        return torch.load(path, map_location="cpu", weights_only=True)
    except OSError as error:
        raise unreadable(path, error) from error
    except (RuntimeError, EOFError, pickle.UnpicklingError, zipfile.BadZipFile) as error:
        raise not_ours(path) from error
