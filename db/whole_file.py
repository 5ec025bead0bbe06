"""A text file that is written whole or not at all."""

import os
from pathlib import Path


def write_whole(path: Path, text: str, *, encoding: str = "utf-8") -> None:
    """Write a file beside its place first, then put it there.

    Args:
        path: Replaced if it is there.
        text: With the line ends that the file is to have.
        encoding: Of the file.

    Raises:
        OSError: If it cannot be written, told of `path`; a file that was there is as it was.
    """
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        unfinished.write_text(text, encoding=encoding, newline="")
        unfinished.replace(path)
    except OSError as error:  # the learner knows nothing of the other name
        raise OSError(error.errno, error.strerror, str(path)) from error
    finally:
        if unfinished.exists():
            unfinished.unlink()
