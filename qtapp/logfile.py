"""The log file: what happened, for whoever has to find out why."""

import logging
import sys
from logging.handlers import RotatingFileHandler
from pathlib import Path

NAME = "epoque.log"
_MOST_BYTES = 512 * 1024
_KEPT = 3


def start(folder: Path) -> Path | None:
    """Write the log to a file in this folder from now on.

    Returns:
        The file; None when the folder cannot be written, and the log goes to stderr.
    """
    path = folder / NAME
    root = logging.getLogger()
    root.setLevel(logging.INFO)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler: logging.Handler = RotatingFileHandler(
            path, maxBytes=_MOST_BYTES, backupCount=_KEPT, encoding="utf-8"
        )
    except OSError:
        handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root.addHandler(handler)
    return path if isinstance(handler, RotatingFileHandler) else None


def stop() -> None:
    """Close the file."""
    root = logging.getLogger()
    for handler in list(root.handlers):
        if isinstance(handler, RotatingFileHandler):
            root.removeHandler(handler)
            handler.close()
