"""A picture file holds tables, networks and small images, too."""

from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import matplotlib as mpl
import pytest
from PySide6.QtGui import QImage

from qtapp.plots.sheet import Wanted, save
from qtapp.tokens import DARK, LIGHT, Tokens
from sim.declaration import Axis, Plot
from sim.pictures import Grid, Table
from sim.words import Words, same

PLOT = Plot("p", Words("Étapes", "Steps"), Axis(same("x")), Axis(same("y")))
TABLE = Table("p", "t", same("t"), (same("a"), same("b")), ((same("w"), 0.5),))
WANTED = Wanted((PLOT,), (TABLE,), "en", LIGHT)


def field(key: str) -> Grid:
    return Grid("p", key, same(key), (0, 1), (0, 1), ((0.0, 1.0), (1.0, 0.0)))


def written(wanted: Wanted, path: Path) -> list[str | None]:
    with mpl.rc_context({"svg.fonttype": "none"}):
        save(wanted, path, "svg", dpi=96)
    return [text.text for text in ElementTree.parse(path).iter("{http://www.w3.org/2000/svg}text")]


def test_small_images_have_no_axes(tmp_path: Path) -> None:
    images = replace(PLOT, is_sheet=True)
    wanted = replace(WANTED, plots=(images,), pictures=(field("first"), field("second")))
    assert written(wanted, tmp_path / "sheet.svg") == ["first", "second"]


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_it_lies_on_the_cards_ground(tmp_path: Path, tokens: Tokens) -> None:
    save(replace(WANTED, tokens=tokens), tmp_path / "sheet.png", "png", dpi=96)
    ground = QImage(str(tmp_path / "sheet.png")).pixelColor(2, 2)
    assert ground.name() == tokens.surface.lower()


def test_a_table_is_on_it(tmp_path: Path) -> None:
    assert {"Steps · t", "w"} <= set(written(WANTED, tmp_path / "sheet.svg"))
