"""Still pictures as runs make them."""

import pytest
from pytestqt.qtbot import QtBot

from qtapp.stills.room import StillRoom
from qtapp.theme import Theme
from sim.declaration import Axis, Plot
from sim.pictures import Grid, Table, Weights
from sim.words import Words, same

SHEET = Plot(
    "sheet", Words("À la main", "By hand"), Axis(same("x")), Axis(same("y")), is_sheet=True
)
TABLE = Table(
    "sheet", "t", Words("Un pas", "One step"),
    (Words("poids", "weight"), Words("après un pas", "after one step")),
    ((same("w₁"), -0.25), (same("b"), 1234.5678)), marked=(1,),
)  # fmt: skip
NETWORK = Weights("sheet", "n", Words("Le réseau", "The network"), (((1.0, -0.5),),), ((0.25,),))


def field(key: str, *rows: tuple[float, ...], plot: str = "sheet") -> Grid:
    """A small image."""
    return Grid(plot, key, same(key), (0, 1), (0, 1), rows or ((-1.0, 0.0), (0.5, 1.0)))


@pytest.fixture
def room(qtbot: QtBot, theme: Theme) -> StillRoom:
    """Of 700 pixels, nothing in it."""
    made = StillRoom(theme)
    qtbot.addWidget(made)
    made.resize(700, 100)
    made.show()
    return made
