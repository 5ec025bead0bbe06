"""Images of the MNIST family are found where the machine has them; damage is told in a sentence."""

import gzip
import struct
from pathlib import Path

import pytest
import torch

from sim.problems.images28 import DEBIAN, VARIABLE, BadImagesError, NoImagesError, folder, images


def _idx(magic: int, shape: tuple[int, ...], body: bytes) -> bytes:
    """As http://yann.lecun.com/exdb/mnist/ describes it: big-endian header, then bytes."""
    return struct.pack(f">{1 + len(shape)}I", magic, *shape) + body


PIXELS = _idx(0x803, (2, 28, 28), bytes(784) + bytes([255]) * 784)
LABELS = _idx(0x801, (2,), bytes([3, 9]))


def _write(place: Path, *, pixels: bytes = PIXELS, labels: bytes = LABELS) -> None:
    (place / "t10k-images-idx3-ubyte.gz").write_bytes(gzip.compress(pixels))
    (place / "t10k-labels.idx1-ubyte").write_bytes(labels)


def test_pixels_go_from_0_to_1_and_classes_are_numbers(tmp_path: Path) -> None:
    _write(tmp_path)
    x, y = images(tmp_path)
    assert torch.equal(x, torch.stack([torch.zeros(784), torch.ones(784)]))
    assert y.tolist() == [3, 9]


def test_the_folder_is_the_users_or_debians() -> None:
    assert folder({VARIABLE: "mine"}) == Path("mine")
    assert folder({}) == DEBIAN


def test_a_folder_without_images_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(NoImagesError, match=f"dataset-fashion-mnist.*{VARIABLE}") as told:
        images(tmp_path)
    assert told.value.words.fr.startswith(
        f"il n’y a pas d’images 28\u00a0×\u00a028 dans {tmp_path}"
    )


@pytest.mark.parametrize(
    ("damage", "told", "told_in_french"),
    [
        ({"pixels": PIXELS[:-1]}, "holds 1567 bytes", "contient 1567 octets"),
        ({"pixels": LABELS}, "starts otherwise", "commence autrement"),
        ({"pixels": b""}, "starts otherwise", "commence autrement"),
        ({"labels": _idx(0x801, (3,), bytes(3))}, "3 labels", "3 étiquettes"),
    ],
)
def test_a_damaged_file_is_named_with_what_is_wrong(
    tmp_path: Path, damage: dict[str, bytes], told: str, told_in_french: str
) -> None:
    _write(tmp_path, **damage)
    with pytest.raises(BadImagesError, match=told) as error:
        images(tmp_path)
    assert told_in_french in error.value.words.fr


def test_a_truncated_archive_is_told_too(tmp_path: Path) -> None:
    _write(tmp_path)
    file = tmp_path / "t10k-images-idx3-ubyte.gz"
    file.write_bytes(file.read_bytes()[:-20])
    with pytest.raises(BadImagesError, match="t10k-images"):
        images(tmp_path)
