"""Drawings kept on disk, so that a formula is set once in the life of a collection."""

import os
from contextlib import suppress
from pathlib import Path

from qtapp.cardtext.formula import Entry, Formula, decoded, encoded

MAX_BYTES = 48 * 1024 * 1024
_SUFFIX = ".formula"


class FormulaCache:
    """One file a drawing. Losing the folder costs time, never content.

    Args:
        folder: Made when first written to. What cannot be read or written is passed over.
        max_bytes: `prune` brings the folder below this.
    """

    def __init__(self, folder: Path, *, max_bytes: int = MAX_BYTES) -> None:
        self.folder = folder
        self.max_bytes = max_bytes

    def get(self, formula: Formula) -> Entry | None:
        """The drawing, or why there is none; None when it was never made or is damaged."""
        try:
            return decoded(self._path(formula.key).read_bytes())
        except (OSError, ValueError):
            return None

    def holds(self, formula: Formula) -> bool:
        """Whether a file is there, unread."""
        return self._path(formula.key).is_file()

    def put(self, key: str, entry: Entry) -> None:
        """Keep one, whole or not at all."""
        path = self._path(key)
        draft = path.with_name(f".{key}.{os.getpid()}")
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            draft.write_bytes(encoded(entry))
            draft.replace(path)
        except OSError:
            with suppress(OSError):
                draft.unlink(missing_ok=True)

    def prune(self) -> None:
        """Remove the oldest drawings until the folder is small enough, and all drafts."""
        total = 0
        for _, size, path in sorted(self._files(), reverse=True):
            total += size
            if total > self.max_bytes or path.suffix != _SUFFIX:
                with suppress(OSError):
                    path.unlink()

    def _files(self) -> list[tuple[float, int, Path]]:
        found = []
        with suppress(OSError):
            for entry in os.scandir(self.folder):
                with suppress(OSError):
                    facts = entry.stat()
                    found.append((facts.st_mtime, facts.st_size, Path(entry.path)))
        return found

    def _path(self, key: str) -> Path:
        return self.folder / f"{key}{_SUFFIX}"
