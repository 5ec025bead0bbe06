"""The images beside a chapter's file: only those are read, and only as images."""

from pathlib import Path, PurePosixPath

from decks.errors import DeckError, Problem
from decks.rules import Rule

LARGEST_BYTES = 10_000_000
_STARTS = {
    ".png": (b"\x89PNG\r\n\x1a\n",),
    ".jpg": (b"\xff\xd8\xff",),
    ".jpeg": (b"\xff\xd8\xff",),
    ".gif": (b"GIF87a", b"GIF89a"),
    ".bmp": (b"BM",),
    ".webp": (b"RIFF",),
}
_A_FILE = "a file in the chapter's folder"
_A_KIND = "a PNG, JPEG, GIF, BMP or WebP image, and a name that says which"


def read_picture(folder: Path, path: PurePosixPath) -> bytes:
    """Read an image.

    Args:
        folder: Of the chapter's file.
        path: Relative to it.

    Raises:
        DeckError: One problem: it is not there or a link leads out of the folder, it cannot be
            read, it has more than `LARGEST_BYTES`, or it is no image of a kind we show.
    """
    try:
        data = _read(folder, path)
    except (FileNotFoundError, NotADirectoryError, ValueError):
        raise _error(folder / path, Rule.IMAGE_MISSING, str(path), _A_FILE) from None
    except (OSError, RuntimeError):  # RuntimeError: links in a circle, before Python 3.13
        raise _error(folder / path, Rule.IMAGE_UNREADABLE, str(path), "a readable file") from None
    if len(data) > LARGEST_BYTES:
        at_most = f"at most {LARGEST_BYTES // 1_000_000} MB"
        raise _error(folder / path, Rule.IMAGE_TOO_LARGE, str(path), at_most)
    if not _is_picture(path, data):
        raise _error(folder / path, Rule.IMAGE_KIND, str(path), _A_KIND)
    return data


def _read(folder: Path, path: PurePosixPath) -> bytes:
    """At most one byte more than is allowed."""
    root = folder.resolve(strict=True)
    file = (root / path).resolve(strict=True)
    if not (file.is_relative_to(root) and file.is_file()):
        raise FileNotFoundError
    with file.open("rb") as stream:
        return stream.read(LARGEST_BYTES + 1)


def _is_picture(path: PurePosixPath, data: bytes) -> bool:
    """By its name and its first bytes, which must agree. No SVG: it may name further files."""
    suffix = path.suffix.lower()
    is_whole = suffix != ".webp" or data[8:12] == b"WEBP"
    return is_whole and data.startswith(_STARTS.get(suffix, ()))


def _error(path: Path, rule: Rule, found: str, expected: str) -> DeckError:
    return DeckError(path, (Problem(0, rule, found, expected),))
