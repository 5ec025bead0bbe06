"""Tables, networks and sets of images have a sheet of their own."""

from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import matplotlib as mpl
import pytest

from qtapp.plots.sheet import Wanted, image, needs_sheet, save
from qtapp.tokens import DARK, LIGHT, Tokens
from sim.declaration import Axis, Plot
from sim.pictures import Grid, Table
from sim.words import Words, same

PLOT = Plot("p", Words("Étapes", "Steps"), Axis(same("x")), Axis(same("y")))
TABLE = Table("p", "t", same("t"), (same("a"), same("b")), ((same("w"), 0.5),))


def field(key: str) -> Grid:
    return Grid("p", key, same(key), (0, 1), (0, 1), ((0.0, 1.0), (1.0, 0.0)))


def wanted(tokens: Tokens = LIGHT, *, ratio: float = 1.0) -> Wanted:
    return Wanted((PLOT,), (TABLE,), "en", tokens, (800, 300), ratio)


def test_one_field_moves_and_many_do_not() -> None:
    assert not needs_sheet([field("a")])
    assert needs_sheet([field("a"), field("b")])
    assert needs_sheet([TABLE])


@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_it_has_as_many_dots_as_its_screen(ratio: float) -> None:
    drawn = image(wanted(ratio=ratio))
    assert drawn.width() == pytest.approx(ratio * 800, abs=2)
    assert drawn.height() >= ratio * 300 - 2
    assert drawn.devicePixelRatio() == ratio


def test_where_there_is_no_height_to_fill_it_is_set_closely() -> None:
    """Two rows of 0.33 inches and half an inch of title, at most 95 dots each."""
    close = image(replace(wanted(), size_px=(800, 0)))
    assert close.width() == pytest.approx(800, abs=2)
    assert close.height() <= 95 * (2 * 0.33 + 0.5) + 2


def test_it_lies_on_the_cards_ground() -> None:
    for tokens in (LIGHT, DARK):
        assert image(wanted(tokens)).pixelColor(2, 2).name() == tokens.surface.lower()


def test_a_table_is_on_it(tmp_path: Path) -> None:
    with mpl.rc_context({"svg.fonttype": "none"}):
        save(wanted(), tmp_path / "sheet.svg", "svg", dpi=96)
    said = {element.text for element in ElementTree.parse(tmp_path / "sheet.svg").iter()}
    assert {"Steps · t", "w"} <= said
