"""A run that is not over, in a file: it goes on later, in any process, with the same bits.

The file is a line of text, ``epoque-checkpoint VERSION SHA256``, then what `torch.save` writes: a
bit that changed on the disk is found, which torch itself does not look for.
"""

from __future__ import annotations

import io
import pickle
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import torch

from sim.file_troubles import newer, not_ours, older, unreadable, unwritable
from sim.files import write_whole
from sim.protocol import RunRequest

FORMAT = "epoque-checkpoint"
VERSION = 3


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
        request = {**asdict(self.request), "settings": dict(self.request.settings)}
        written = io.BytesIO()
        torch.save({"request": request, "trial": self.trial, "torch": self.torch}, written)
        try:
            write_whole(path, signed(written.getvalue()))
        except OSError as error:
            raise unwritable(path, error) from error


def signed(content: bytes) -> bytes:
    """What a file holds for that content."""
    return f"{FORMAT} {VERSION} {sha256(content).hexdigest()}\n".encode() + content


def load(path: Path) -> Checkpoint:
    """The checkpoint in a file.

    Raises:
        BadFileError: If there is none, or it is broken, or another version of the app wrote it.
    """
    try:
        head, _, content = path.read_bytes().partition(b"\n")
    except OSError as error:
        raise unreadable(path, error) from error
    name, version, digest = (*head.split(b" "), b"", b"", b"")[:3]
    if name != FORMAT.encode() or not version.isdigit():
        raise not_ours(path)
    if int(version) > VERSION:
        raise newer(path)
    if int(version) < VERSION:
        raise older(path)
    if digest != sha256(content).hexdigest().encode():
        raise not_ours(path)
    try:
        saved = torch.load(io.BytesIO(content), map_location="cpu", weights_only=True)
        return Checkpoint(RunRequest(**saved["request"]), saved["trial"], saved["torch"])
    except (pickle.UnpicklingError, RuntimeError, LookupError, TypeError) as error:
        raise not_ours(path) from error
