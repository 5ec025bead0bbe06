"""A formula, before and after it is drawn: plain data for the window and the child process."""

import json
import zlib
from dataclasses import asdict, dataclass
from functools import cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

TYPESETTING = 1
"""Raise it when our own steps around the library change a drawing: cached ones are then redrawn."""


@dataclass(frozen=True, slots=True)
class Formula:
    """LaTeX as written between dollars.

    Attributes:
        latex: Without the dollars.
        is_display: On a line of its own, between ``$$``.
    """

    latex: str
    is_display: bool = False

    @property
    def key(self) -> str:
        """Names the drawing: another formula, library or version of ours has another key."""
        text = f"{TYPESETTING}\0{_library()}\0{int(self.is_display)}\0{self.latex.strip()}"
        return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:40]


@dataclass(frozen=True, slots=True)
class Drawing:
    """A formula drawn, in em, with its baseline at 0.

    Attributes:
        width: Advance, from 0.
        height: Ink above the baseline.
        depth: Ink below the baseline.
        svg: Whole SVG document; its view box is the ink, its ink ``currentColor``.
    """

    width: float
    height: float
    depth: float
    svg: str


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a formula cannot be drawn, in English."""

    reason: str


Entry = Drawing | Failure


@cache
def _library() -> str:
    """Name and version of the typesetting library, without loading it.

    `importlib.metadata` would tell too, but takes 30 ms to import.
    """
    spec = find_spec("ziamath")
    folder = Path(spec.origin).parents[1] if spec is not None and spec.origin else None
    found = sorted(folder.glob("ziamath-*.dist-info")) if folder is not None else []
    return found[-1].stem if found else "ziamath"


def encoded(entry: Entry) -> bytes:
    """As kept in the cache and sent between processes; damage is noticed by `decoded`."""
    return zlib.compress(json.dumps(asdict(entry)).encode(), 6)


def decoded(data: bytes) -> Entry:
    """What `encoded` made.

    Raises:
        ValueError: If the bytes are anything else.
    """
    try:
        fields = json.loads(zlib.decompress(data))
        return Failure(**fields) if "reason" in fields else _checked(Drawing(**fields))
    except (zlib.error, TypeError, UnicodeDecodeError) as error:
        raise ValueError("not a formula entry") from error


def _checked(drawing: Drawing) -> Drawing:
    sizes = (drawing.width, drawing.height, drawing.depth)
    if not all(isinstance(size, (int, float)) and abs(size) < 1000 for size in sizes):
        raise ValueError(f"no sizes of a formula: {sizes}")
    if not drawing.svg.startswith("<svg ") or drawing.height + drawing.depth <= 0:
        raise ValueError("not an SVG drawing")
    return drawing
