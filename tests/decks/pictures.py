"""Small images for tests, made by hand: no library of ours draws them."""

import struct
import zlib
from pathlib import Path


def png(red: int, green: int, blue: int, *, side: int = 24) -> bytes:
    """A square of one colour (PNG specification, chapters 5 and 11)."""
    header = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)  # 8 bits, truecolour
    row = b"\0" + bytes((red, green, blue)) * side
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(row * side)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*chunk) for chunk in chunks)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def put(path: Path, data: bytes | str) -> Path:
    """Write a file, with the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path
