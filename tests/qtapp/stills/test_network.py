"""A network's lines tell the signs of its weights."""

import math
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from qtapp.stills.network import STRENGTH, NetworkView
from qtapp.theme import Theme, ThemeChoice
from qtapp.tokens import DARK, LIGHT
from qtapp.widgets.colors import blend
from sim.pictures import Weights
from sim.words import same
from tests.qtapp.stills.conftest import NETWORK

NAMED = replace(NETWORK, units=(("x₁", "x₂"), ("h",)))


def drawn(qtbot: QtBot, theme: Theme, weights: Weights) -> set[str]:
    """All colours seen."""
    view = NetworkView(theme, weights)
    qtbot.addWidget(view)
    view.resize(view.natural_width(), view.height_for(view.natural_width()))
    image = view.grab().toImage()
    places = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return {image.pixelColor(x, y).name() for x, y in places}


def signs(colors: set[str], theme: Theme) -> tuple[bool, bool]:
    """Whether there are lines of positive weights, and of negative ones."""
    tokens = theme.tokens
    plus, minus = (blend(tokens.surface, c, STRENGTH).name() for c in (tokens.train, tokens.val))
    return plus in colors, minus in colors


@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
def test_a_sign_has_its_colour(qtbot: QtBot, theme: Theme, choice: ThemeChoice) -> None:
    theme.adopt(choice=choice, text_scale=1.0, is_motion_on=True)
    assert theme.tokens == (DARK if choice is ThemeChoice.DARK else LIGHT)
    assert signs(drawn(qtbot, theme, NETWORK), theme) == (True, True)
    positive = replace(NETWORK, matrices=(((1.0, 0.5),),))
    assert signs(drawn(qtbot, theme, positive), theme) == (True, False)


def test_a_unit_says_its_name_and_its_bias(qtbot: QtBot, theme: Theme) -> None:
    view = NetworkView(theme, NAMED)
    qtbot.addWidget(view)
    assert [view._inside(0, 1), view._inside(1, 0)] == ["x₂", "h\n0.25"]
    assert NetworkView._inside(view, 0, 5) == ""


def test_weights_that_are_not_finite_are_drawn(qtbot: QtBot, theme: Theme) -> None:
    lost = Weights("p", "n", same("n"), (((math.inf, math.nan),),), ((math.nan,),))
    assert signs(drawn(qtbot, theme, lost), theme) == (True, True)


def test_a_larger_network_is_higher_within_reason(qtbot: QtBot, theme: Theme) -> None:
    def height(units: int) -> int:
        view = NetworkView(theme, replace(NETWORK, matrices=(((1.0,),) * units,), biases=()))
        qtbot.addWidget(view)
        return view.height_for(300)

    assert height(2) < height(8) < height(64) == height(128)
