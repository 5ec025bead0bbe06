"""Messages through a pipe: a length, then a pickle that holds our frozen data and nothing else.

A tensor or a NumPy number that slipped into a message is caught where it is sent.
"""

from __future__ import annotations

import io
import pickle
import struct
from typing import IO, Any

_LENGTH = struct.Struct(">I")
_OURS = frozenset({"sim.protocol", "sim.result", "sim.pictures", "sim.words"})


class NotPlainError(TypeError):
    """A message holds something that is no plain data of ours."""


def write(pipe: IO[bytes], message: object) -> None:
    """Send one message.

    Raises:
        NotPlainError: If it is not plain; nothing was sent.
        OSError: If nobody reads any more.
    """
    encoded = encode(message)
    pipe.write(_LENGTH.pack(len(encoded)) + encoded)
    pipe.flush()


def read(pipe: IO[bytes]) -> Any:
    """Wait for one message.

    Raises:
        EOFError: If the other side is gone, even in the middle of a message.
        NotPlainError: If it is none of ours.
    """
    (length,) = _LENGTH.unpack(_exactly(pipe, _LENGTH.size))
    return decode(_exactly(pipe, length))


def encode(message: object) -> bytes:
    """A message as bytes; raises as `write`."""
    written = io.BytesIO()
    _Pickler(written, protocol=5).dump(message)
    return written.getvalue()


def decode(encoded: bytes) -> Any:
    """The message that `encode` made these bytes of; raises as `read`."""
    return _Unpickler(io.BytesIO(encoded)).load()


def _exactly(pipe: IO[bytes], size: int) -> bytes:
    got = pipe.read(size)
    if len(got) < size:
        raise EOFError
    return got


class _Pickler(pickle.Pickler):
    def reducer_override(self, obj: Any) -> Any:
        kind = obj if isinstance(obj, type) else type(obj)
        if kind.__module__ not in _OURS:
            raise NotPlainError(f"{kind.__module__}.{kind.__qualname__} in a message: {obj!r:.80}")
        return NotImplemented


class _Unpickler(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        if module not in _OURS:
            raise NotPlainError(f"{module}.{name} in a message")
        return super().find_class(module, name)
