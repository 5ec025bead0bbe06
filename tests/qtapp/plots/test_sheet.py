"""Tables, networks and sets of images have a sheet of their own."""

from matplotlib.text import Text
from pytestqt.qtbot import QtBot

from qtapp.plots.sheet import needs_sheet, sheet
from qtapp.tokens import LIGHT
from sim.declaration import Axis, Plot
from sim.pictures import Grid, Table
from sim.words import Words, same

PLOT = Plot("p", Words("Étapes", "Steps"), Axis(same("x")), Axis(same("y")))
TABLE = Table("p", "t", same("t"), (same("a"), same("b")), ((same("w"), 0.5),))


def field(key: str) -> Grid:
    return Grid("p", key, same(key), (0, 1), (0, 1), ((0.0, 1.0), (1.0, 0.0)))


def test_one_field_moves_and_many_do_not() -> None:
    assert not needs_sheet([field("a")])
    assert needs_sheet([field("a"), field("b")])
    assert needs_sheet([TABLE])


def test_a_table_is_on_it(qtbot: QtBot) -> None:
    canvas = sheet([PLOT], [TABLE], language="en", tokens=LIGHT, width_px=800)
    qtbot.addWidget(canvas)
    assert "Steps · t" in {text.get_text() for text in canvas.figure.findobj(Text)}
    assert canvas.minimumHeight() > 0
