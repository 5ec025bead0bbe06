"""Images beside a course file, and nothing else: the one place where card text opens a file."""

from pathlib import Path
from urllib.parse import unquote

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QImageReader

MAX_BYTES = 20 * 1024 * 1024
MAX_SIDE = 6000
_FORMATS = {
    ".png": b"png",
    ".jpg": b"jpeg",
    ".jpeg": b"jpeg",
    ".gif": b"gif",
    ".bmp": b"bmp",
    ".webp": b"webp",
}


def media_path(source: str, folder: Path | None) -> Path | None:
    """The file that an image's address means, if it may be opened.

    Args:
        source: As written in the text, percent-encoded or not.
        folder: Of the course file; None when the text has no images.

    Returns:
        An existing file inside the folder, links followed; None for anything else: a scheme, an
        absolute path, ``..``, a link that leads out, a kind of file we do not show.
    """
    name = unquote(source)
    parts = name.replace("\\", "/").split("/")
    if folder is None or not name or ":" in name or "\0" in name or ".." in parts or not parts[0]:
        return None
    try:
        path = (folder / name).resolve(strict=True)
        is_inside = path.is_relative_to(folder.resolve(strict=True))
        is_fit = path.is_file() and path.stat().st_size <= MAX_BYTES
    except (OSError, ValueError):
        return None
    return path if is_inside and is_fit and path.suffix.lower() in _FORMATS else None


def loaded_image(path: Path) -> QImage | None:
    """The picture in a file that `media_path` allowed; None when it is none."""
    # The kind is told by the name, so that no SVG (which may name further files) comes as a PNG.
    reader = QImageReader(str(path), _FORMATS[path.suffix.lower()])
    reader.setAutoDetectImageFormat(False)
    reader.setAutoTransform(True)
    size: QSize = reader.size()
    if size.width() > MAX_SIDE or size.height() > MAX_SIDE:
        return None
    image = reader.read()
    return None if image.isNull() else image
