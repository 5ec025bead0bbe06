"""A set of 28 × 28 images, where the machine has one: files of the MNIST family.

Found at run time, and never required. Debian's package `dataset-fashion-mnist` brings one; a folder
of MNIST's own files does as well, named by the environment variable EPOQUE_IMAGES.
"""

from __future__ import annotations

import gzip
import os
import zlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from sim.errors import SimError
from sim.words import Words, same

VARIABLE = "EPOQUE_IMAGES"
DEBIAN = Path("/usr/share/datasets/fashion-mnist")
SIDE = 28
CLASSES = 10
WHITE = 255.0
_IMAGES, _LABELS = 0x803, 0x801  # magic numbers of LeCun's IDX format: bytes, in 3 or 1 dimensions
_SETS = ("t10k", "train")  # the smaller one is enough, and read in a tenth of a second


class NoImagesError(SimError):
    """The machine has no 28 × 28 images where they were looked for."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        super().__init__(
            Words(
                f"il n’y a pas d’images 28 × 28 dans {folder} ; installez le paquet "
                "dataset-fashion-mnist de Debian, ou nommez un dossier de fichiers MNIST dans la "
                f"variable d’environnement {VARIABLE}",
                f"there are no 28 × 28 images in {folder}; install Debian's dataset-fashion-mnist, "
                f"or name a folder of MNIST's files in the environment variable {VARIABLE}",
            )
        )


class BadImagesError(SimError):
    """A file of images is not what it should be."""

    def __init__(self, path: Path, wrong: Words) -> None:
        self.path = path
        super().__init__(
            Words(
                f"{path} n’est pas un fichier MNIST : {wrong.fr} ; téléchargez-le de nouveau",
                f"{path} is not an MNIST file: {wrong.en}; download it again",
            )
        )


def folder(environ: Mapping[str, str] = os.environ) -> Path:
    """Where images are looked for: the folder that the user names, else Debian's."""
    return Path(environ.get(VARIABLE) or DEBIAN)


def images(place: Path | None = None) -> tuple[Tensor, Tensor]:
    """Pixels from 0 to 1, ``(images, 784)``, and classes ``(images,)``.

    Args:
        place: The folder; None for `folder`.

    Raises:
        NoImagesError: If the folder has none.
        BadImagesError: If a file is damaged or something else.
    """
    return _read_set((place or folder()).resolve())


@cache
def _read_set(place: Path) -> tuple[Tensor, Tensor]:
    for name in _SETS:
        pixels, labels = (_find(place, name, kind) for kind in ("images-idx3", "labels-idx1"))
        if pixels is not None and labels is not None:
            x, y = read_idx(pixels, _IMAGES), read_idx(labels, _LABELS)
            if x.shape != (len(y), SIDE, SIDE):
                raise BadImagesError(
                    pixels,
                    Words(
                        f"{len(y)} étiquettes vont avec des pixels {x.shape}",
                        f"{len(y)} labels go with {x.shape} pixels",
                    ),
                )
            return _to_tensors(x, y)
    raise NoImagesError(place)


def _find(place: Path, name: str, kind: str) -> Path | None:
    candidates = (
        place / f"{name}-{words}-ubyte{ending}"
        for words in (kind, kind.replace("-", ".", 1))
        for ending in ("", ".gz")
    )
    return next((path for path in candidates if path.is_file()), None)


def _to_tensors(x: NDArray[np.uint8], y: NDArray[np.uint8]) -> tuple[Tensor, Tensor]:
    pixels = torch.from_numpy(x.reshape(len(x), -1).copy()).float() / WHITE
    return pixels, torch.from_numpy(y.copy()).long()


def read_idx(path: Path, magic: int) -> NDArray[np.uint8]:
    """The array in an IDX file, compressed or not.

    Raises:
        BadImagesError: If it is not one, with what is wrong.
    """
    try:
        content = path.read_bytes()
        if path.suffix == ".gz":
            content = gzip.decompress(content)
    except (OSError, EOFError, zlib.error) as error:
        raise BadImagesError(path, same(str(error))) from error
    words = 1 + (magic & 0xFF)
    if len(content) < 4 * words or int.from_bytes(content[:4], "big") != magic:
        raise BadImagesError(path, Words("il commence autrement", "it starts otherwise"))
    header = np.frombuffer(content, dtype=">u4", count=words)
    shape = tuple(int(size) for size in header[1:])
    body = np.frombuffer(content, dtype=np.uint8, offset=header.nbytes)
    if len(body) != int(np.prod(shape)):
        raise BadImagesError(
            path,
            Words(
                f"il contient {len(body)} octets là où {shape} était annoncé",
                f"it holds {len(body)} bytes where {shape} was announced",
            ),
        )
    return body.reshape(shape)
