"""Tables, networks and sets of images have a sheet of their own."""

from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import matplotlib as mpl
import pytest

from qtapp.plots.sheet import Wanted, image, save, still
from qtapp.tokens import DARK, LIGHT, Tokens
from sim.declaration import Axis, Plot
from sim.pictures import Grid, Table
from sim.words import Words, same

PLOT = Plot("p", Words("Étapes", "Steps"), Axis(same("x")), Axis(same("y")))
TABLE = Table("p", "t", same("t"), (same("a"), same("b")), ((same("w"), 0.5),))


def field(key: str) -> Grid:
    return Grid("p", key, same(key), (0, 1), (0, 1), ((0.0, 1.0), (1.0, 0.0)))


def wanted(tokens: Tokens = LIGHT, *, ratio: float = 1.0) -> Wanted:
    return Wanted((PLOT,), (TABLE,), "en", tokens, 800, ratio)


def test_tables_and_all_that_has_no_axes_are_still() -> None:
    images = replace(PLOT, key="images", is_sheet=True)
    small = replace(field("b"), plot="images")
    assert still((PLOT, images), [field("a"), small, TABLE]) == (small, TABLE)


@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_it_has_as_many_dots_as_its_screen(ratio: float) -> None:
    drawn = image(wanted(ratio=ratio))
    assert drawn.width() == pytest.approx(ratio * 800, abs=2)
    assert drawn.devicePixelRatio() == ratio


def test_it_is_set_closely() -> None:
    """Two rows of 0.33 inches and half an inch of title, at most 95 dots each."""
    assert image(wanted()).height() <= 95 * (2 * 0.33 + 0.5) + 2


def test_small_images_have_no_axes(tmp_path: Path) -> None:
    images = replace(PLOT, is_sheet=True)
    fields = (field("first"), field("second"))
    with mpl.rc_context({"svg.fonttype": "none"}):
        drawn = replace(wanted(), plots=(images,), pictures=fields)
        save(drawn, tmp_path / "sheet.svg", "svg", dpi=96)
    written = ElementTree.parse(tmp_path / "sheet.svg").iter("{http://www.w3.org/2000/svg}text")
    assert [element.text for element in written] == ["first", "second"]


def test_it_lies_on_the_cards_ground() -> None:
    for tokens in (LIGHT, DARK):
        assert image(wanted(tokens)).pixelColor(2, 2).name() == tokens.surface.lower()


def test_a_table_is_on_it(tmp_path: Path) -> None:
    with mpl.rc_context({"svg.fonttype": "none"}):
        save(wanted(), tmp_path / "sheet.svg", "svg", dpi=96)
    said = {element.text for element in ElementTree.parse(tmp_path / "sheet.svg").iter()}
    assert {"Steps · t", "w"} <= said
