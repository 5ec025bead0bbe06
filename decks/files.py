"""A file becomes text, or the precise reason why it does not."""

import codecs
import stat
from pathlib import Path

from decks.errors import DeckError, Problem
from decks.rules import Rule

LARGEST_BYTES = 20_000_000  # a thousand times a long chapter
_FRENCH = frozenset("éèêëàâçîïôûùüœÉÈÀÇÊ’«»…")


def read_text(path: Path) -> str:
    """Read a UTF-8 file, line ends and byte-order mark included.

    Raises:
        DeckError: One problem: the file is missing, not a file, unreadable, empty, larger than
            `LARGEST_BYTES` (found without reading it), binary, or in another encoding.
    """
    data = _read_bytes(path)
    if not data.strip(b"\xef\xbb\xbf \t\r\n\f"):
        raise _error(path, Rule.FILE_EMPTY, f"{len(data)} bytes, all blank", "a text file")
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise _error(path, Rule.FILE_NOT_UTF8, "a UTF-16 byte-order mark", "UTF-8", line=1)
    if b"\0" in data:
        at = data.index(b"\0")
        raise _error(path, Rule.FILE_BINARY, f"a zero byte at offset {at}", "a text file")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        is_cut = error.reason == "unexpected end of data"
        likely = "a file cut short" if is_cut else _likely_encoding(data)
        raise _not_utf8(path, data, error.start, likely) from None


def _read_bytes(path: Path) -> bytes:
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise _error(path, Rule.FILE_NOT_REGULAR, "no regular file", "a text file")
        if status.st_size > LARGEST_BYTES:
            raise _too_large(path, status.st_size)
        with path.open("rb") as file:
            data = file.read(LARGEST_BYTES + 1)
    except FileNotFoundError:
        raise _error(path, Rule.FILE_MISSING, path.name, "a file that exists") from None
    except (OSError, ValueError) as error:  # ValueError: no path at all, such as one with a NUL
        reason = getattr(error, "strerror", None) or str(error)
        raise _error(path, Rule.FILE_UNREADABLE, reason, "a file that can be read") from None
    if len(data) > LARGEST_BYTES:  # it grew, or its size was a lie
        raise _too_large(path, len(data))
    return data


def _too_large(path: Path, size: int) -> DeckError:
    found = f"{size / 1e6:.0f} MB"
    return _error(path, Rule.FILE_TOO_LARGE, found, f"at most {LARGEST_BYTES // 1_000_000} MB")


def _not_utf8(path: Path, data: bytes, offset: int, likely: str) -> DeckError:
    before = data[:offset].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    found = f"byte 0x{data[offset]:02X} at offset {offset}"
    expected = f"UTF-8; this looks like {likely}"
    line = before.count(b"\n") + 1
    return _error(path, Rule.FILE_NOT_UTF8, found, expected, line=line)


def _likely_encoding(data: bytes) -> str:
    """Windows-1252 or Mac Roman: in whichever the letters beyond ASCII look more French."""
    high = bytes(byte for byte in data[:1_000_000] if byte > 0x7F)
    names = {"cp1252": "Windows-1252", "mac_roman": "Mac Roman"}
    return names[max(names, key=lambda name: _french_letters(high, name))]


def _french_letters(data: bytes, encoding: str) -> int:
    return sum(letter in _FRENCH for letter in data.decode(encoding, errors="replace"))


def _error(path: Path, rule: Rule, found: str, expected: str, *, line: int = 0) -> DeckError:
    return DeckError(path, (Problem(line, rule, found, expected),))
