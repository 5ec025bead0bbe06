"""A small image shows each value as one square."""

import math

import pytest
from pytestqt.qtbot import QtBot

from qtapp.stills.images import GAP_PX, SIDE_PX, ImagesView, image
from qtapp.theme import Theme
from qtapp.tokens import DARK, LIGHT, Tokens
from tests.qtapp.stills.conftest import field


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_signs_have_a_colour_each_and_zero_is_the_ground(tokens: Tokens) -> None:
    drawn = image(field("w", (-2.0, 0.0, 2.0)), tokens)
    colors = [drawn.pixelColor(x, 0).name().upper() for x in range(3)]
    assert colors == [tokens.train.upper(), tokens.surface.upper(), tokens.val.upper()]


def test_a_smaller_value_is_as_much_fainter() -> None:
    drawn = image(field("w", (-2.0, 1.0)), LIGHT)
    white, full = 255, 0xD5  # the red of the surface, and of #D55E00
    assert drawn.pixelColor(1, 0).red() == pytest.approx((white + full) / 2, abs=1)


def test_without_two_signs_one_colour_grows() -> None:
    drawn = image(field("x", (0.0, 3.0)), LIGHT)
    colors = [drawn.pixelColor(x, 0).name().upper() for x in range(2)]
    assert colors == [LIGHT.surface, LIGHT.ink]


def test_the_lowest_row_is_below() -> None:
    drawn = image(field("x", (0.0,), (1.0,)), LIGHT)
    assert drawn.pixelColor(0, 1).name().upper() == LIGHT.surface


def test_what_is_not_finite_is_left_out() -> None:
    drawn = image(field("x", (math.nan, math.inf, 1.0, 2.0)), LIGHT)
    assert [drawn.pixelColor(x, 0).alpha() for x in range(4)] == [0, 0, 255, 255]


def test_all_values_alike_are_an_image() -> None:
    assert image(field("x", (2.0, 2.0)), LIGHT).pixelColor(1, 0).name() == "#ffffff"


def test_less_room_makes_more_rows(qtbot: QtBot, theme: Theme) -> None:
    view = ImagesView(theme, [field(str(number)) for number in range(10)])
    qtbot.addWidget(view)
    view.renew()
    two_rows = view.height_for(view.natural_width())
    assert view.natural_width() == 5 * SIDE_PX + 4 * GAP_PX
    assert view.height_for(SIDE_PX) == 5 * two_rows + 4 * GAP_PX
